"""Exit codes, selections, encodings, folders, standard input, many at once."""
import json
import unittest

from cli import CommandLine, REPORT, line_and_columns, rules


class Check(CommandLine):
    def test_exit_codes_follow_the_gate(self):
        self.write("r.txt")
        one = ("check", "r.txt", "--select", "wording/law-name")
        self.assertEqual(self.text(*one)[0], 1)
        self.assertEqual(self.text(*one, "--fail-on", "never")[0], 0)
        self.assertEqual(self.text(*one, "--fail-on", "note")[0], 1)
        self.assertEqual(self.text("check", "r.txt", "--select", "wording/doubled")[0], 0)

    def test_select_and_ignore_take_rules_plugins_and_lists(self):
        self.write("r.txt")
        run = self.sarif("r.txt", "--select", "wording,dates/period-mismatch")[1]
        self.assertEqual(set(rules(run)), {"wording/law-name", "dates/period-mismatch"})
        run = self.sarif("r.txt", "--select", "wording", "--select", "dates", "--ignore", "wording/law-name")[1]
        self.assertEqual(set(rules(run)), {"dates/period-mismatch"})

    def test_a_rule_that_is_off_wants_its_own_name(self):
        self.write("r.txt", REPORT.replace("本报告中所列数据的统计期限自2022年1月1日起至2022年12月30日止。", ""))
        self.assertNotIn("dates/period-missing", rules(self.sarif("r.txt", "--select", "dates")[1]))
        self.assertIn("dates/period-missing", rules(self.sarif("r.txt", "--select", "dates/period-missing")[1]))

    def test_a_chosen_edition_is_held_against_the_tables(self):
        form = "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n| 规章 | 0 | 0 | 0 |\n| 行政规范性文件 | 0 | 0 | 0 |\n" \
               "| 信息内容 | 本年处理决定数量 | | |\n| 行政许可 | 0 | | |\n"
        self.write("r.txt", REPORT + "\n二、主动公开政府信息情况\n" + form)
        mismatch = ("r.txt", "--select", "structure/edition-mismatch")
        self.assertEqual(rules(self.sarif(*mismatch)[1]), [])
        self.assertEqual(rules(self.sarif(*mismatch, "--edition", "2021")[1]), [])
        run = self.sarif(*mismatch, "--edition", "2019")[1]
        self.assertEqual([result["message"]["id"] for result in run["results"]], ["chosen"])
        self.write("r.txt", (REPORT + "\n二、主动公开政府信息情况\n" + form).replace("2022年", "2020年"))
        self.assertEqual(rules(self.sarif(*mismatch)[1]), ["structure/edition-mismatch"])
        self.assertEqual(rules(self.sarif(*mismatch, "--edition", "2021")[1]), [])

    def test_every_encoding_gives_the_same_places(self):
        names = {"utf-8": "a.txt", "utf-8-sig": "b.txt", "utf-16": "c.txt", "gb18030": "d.txt"}
        seen = set()
        for encoding, name in names.items():
            self.write(name, encoding=encoding)
            code, run, errors = self.sarif(name, "--select", "wording/law-name")
            self.assertEqual((code, errors), (1, ""), encoding)
            seen.add(line_and_columns(run["results"][0]))
        self.assertEqual(seen, {(8, 12, 8, 16)})

    def test_every_line_end_gives_the_same_places(self):
        for end in ("\r\n", "\r", "\u2028"):
            self.write("r.txt", REPORT.replace("\n", end))
            run = self.sarif("r.txt", "--select", "wording/law-name")[1]
            self.assertEqual([line_and_columns(result) for result in run["results"]], [(8, 12, 8, 16)], repr(end))

    def test_columns_count_utf16_units(self):
        self.write("r.txt", REPORT.replace("（三）政府信息管理。", "（三）政府信息管理😀。"))
        run = self.sarif("r.txt", "--select", "wording/law-name")[1]
        self.assertEqual(line_and_columns(run["results"][0]), (8, 14, 8, 18))

    def test_standard_input_has_the_name_it_is_given(self):
        code, run, _ = self.sarif("-", "--stdin-name", "乡镇/年报.txt", "--select", "wording", stdin=REPORT.encode())
        self.assertEqual(code, 1)
        self.assertEqual(run["artifacts"][0]["location"]["uri"], "%E4%B9%A1%E9%95%87/%E5%B9%B4%E6%8A%A5.txt")

    def test_folders_are_walked_in_order(self):
        for name in ("d/b.txt", "d/a/z.md", "d/a/c.txt", "d/skip.pdf"):
            self.write(name)
        run = self.sarif("d")[1]
        self.assertEqual([artifact["location"]["uri"] for artifact in run["artifacts"]], ["d/a/c.txt", "d/a/z.md", "d/b.txt"])

    def test_a_file_named_twice_is_checked_once(self):
        self.write("r.txt")
        run = self.sarif("r.txt", "./r.txt", "--select", "wording/law-name")[1]
        self.assertEqual(len(run["results"]), 1)

    def test_any_number_of_jobs_gives_the_same_bytes(self):
        for i in range(60):
            self.write(f"d/{i:03}.txt", REPORT * (1 + i % 7))
        def without_times(output):
            log = json.loads(output)
            for invocation in log["runs"][0]["invocations"]:
                del invocation["startTimeUtc"], invocation["endTimeUtc"]
            return json.dumps(log)
        for form in ("text", "sarif"):
            outputs = set()
            for jobs in (1, 2, 3, 8):
                done = self.gouji("check", "d", "--format", form, "--jobs", jobs)
                outputs.add(without_times(done.stdout) if form == "sarif" else done.stdout.decode())
            self.assertEqual(len(outputs), 1, form)

    def test_reports_on_end_are_each_checked(self):
        second = REPORT.replace("柳河镇", "青石镇")
        self.write("r.txt", REPORT + "\n" + second)
        run = self.sarif("r.txt", "--select", "wording/law-name")[1]
        self.assertEqual([line_and_columns(result)[0] for result in run["results"]], [8, 19])
        prints = {result["partialFingerprints"]["goujiContext/v1"] for result in run["results"]}
        self.assertEqual(len(prints), 2)

    def test_what_is_no_report_gets_one_notification(self):
        self.write("r.txt", "今天天气很好。\n我们去爬山。\n")
        code, run, errors = self.sarif("r.txt")
        self.assertEqual((code, run["results"]), (2, []))
        notes = run["invocations"][0]["toolExecutionNotifications"]
        self.assertEqual([note["descriptor"]["id"] for note in notes], ["gouji/no-report"])
        self.assertEqual(notes[0]["level"], "error")
        self.assertIn("--assume-report", errors)
        code, run, _ = self.sarif("r.txt", "--allow-non-reports")
        self.assertEqual(code, 0)
        self.assertEqual(run["invocations"][0]["toolExecutionNotifications"][0]["level"], "note")
        run = self.sarif("r.txt", "--assume-report")[1]
        self.assertNotEqual(run["results"], [])

    def test_several_outputs_at_once(self):
        self.write("r.txt")
        code, out, _ = self.text("check", "r.txt", "--format", "sarif", "--output", "a.sarif", "--format", "text")
        self.assertEqual(code, 1)
        self.assertIn("wording/law-name", out)
        log = json.loads((self.folder / "a.sarif").read_text())
        self.assertIn("wording/law-name", rules(log["runs"][0]))

    def test_an_output_file_is_replaced_whole_or_not_at_all(self):
        self.write("r.txt")
        self.write("out.sarif", "")
        done = self.gouji("check", "r.txt", "--format", "sarif", "--output", "out.sarif")
        self.assertEqual(done.returncode, 1)
        json.loads((self.folder / "out.sarif").read_text())
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ["out.sarif", "r.txt"])
        code, _, errors = self.text("check", "r.txt", "--output", "/dev/full")
        self.assertEqual(code, 2)
        self.assertIn("/dev/full", errors)
        code, _, errors = self.text("check", "r.txt", "--output", "none/out.txt")
        self.assertEqual(code, 2)
        self.assertIn("none/out.txt", errors)


if __name__ == "__main__":
    unittest.main()
