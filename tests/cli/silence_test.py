"""Nothing passes in silence: what was not read, not checked or left out is named, and decides the exit code."""
import json
import os
import shutil
import socket
import subprocess
import unittest
import xml.etree.ElementTree as ET

from cli import CommandLine, GOUJI, REPORT, ROOT, rules

CLEAN = (ROOT / "tests" / "reports" / "demo" / "clean-2023.txt").read_text(encoding="utf8")
FAULTY = (ROOT / "tests" / "reports" / "demo" / "faulty-2022.txt").read_text(encoding="utf8")
LETTER = "关于召开会议的通知\n\n各科室：\n\n请准时参加。\n"
FORMATS = ("text", "sarif", "github", "gitlab", "checkstyle", "junit", "ndjson", "html")


def notes(run):
    invocation = run["invocations"][0]
    return [note["descriptor"]["id"] for name in ("toolConfigurationNotifications", "toolExecutionNotifications") for note in invocation[name]]


class NoReports(CommandLine):
    def test_a_named_file_that_is_no_report_is_exit_2(self):
        self.write("letter.txt", LETTER)
        self.write("blank.txt", "\n\n")
        self.write("page.html", "<html><body><p>网站地图</p></body></html>")
        self.write("good.txt", CLEAN)
        for name in ("letter.txt", "blank.txt", "page.html"):
            for words in ((), ("--quiet",)):
                code, out, errors = self.text("check", name, *words)
                self.assertEqual(code, 2, name)
                self.assertIn(name, errors)
                self.assertNotIn("没有发现问题", out)
        code, out, errors = self.text("check", "good.txt", "letter.txt")
        self.assertEqual(code, 2)
        self.assertIn("1 个文件没有检查：letter.txt", out)
        self.assertIn("--allow-non-reports", errors + self.text("check", "--help")[1])
        self.assertEqual(self.text("check", "good.txt", "letter.txt", "--allow-non-reports")[0], 0)
        self.assertEqual(self.text("check", "letter.txt", "--allow-non-reports")[0], 0)
        self.assertEqual(self.gouji("check", "-", stdin=LETTER.encode()).returncode, 2)

    def test_other_formats_are_refused_by_name(self):
        self.write("a.rtf", b"{\\rtf1 x}")
        self.write("a.pdf", b"%PDF-1.7\n")
        for name in ("a.rtf", "a.pdf"):
            code, out, errors = self.text("check", name)
            self.assertEqual(code, 2)
            self.assertIn(name, errors)
            self.assertIn(".docx", errors)
            self.assertNotIn("没有发现问题", out)

    def test_no_report_at_all_is_exit_2(self):
        self.write("in/letter.txt", LETTER)
        code, out, errors = self.text("check", "in")
        self.assertEqual(code, 2)
        self.assertIn("没有检查任何年报", errors)
        self.assertTrue(out.startswith("没有检查任何年报"))
        _, run, _ = self.sarif("in")
        self.assertIn("gouji/nothing-checked", notes(run))
        self.assertFalse(run["invocations"][0]["executionSuccessful"])
        self.write("gouji.toml", 'exclude = ["**"]\n')
        self.assertEqual(self.text("check", "in")[0], 2)
        self.assertEqual(self.text("check", "in", "--allow-non-reports")[0], 0)

    def test_no_rule_at_all_is_exit_2(self):
        self.write("a.txt", FAULTY)
        code, out, errors = self.text("check", "a.txt", "--select", "wording", "--ignore", "wording")
        self.assertEqual(code, 2)
        self.assertIn("规则", errors)
        self.assertNotIn("没有发现问题", out)

    def test_only_a_whole_clean_check_says_that_nothing_was_found(self):
        self.write("in/good.txt", CLEAN)
        code, out, _ = self.text("check", "in")
        self.assertEqual((code, out), (0, "检查了 1 份年报：没有发现问题\n"))
        for name, content in (("letter.txt", LETTER), ("a.pdf", b"%PDF-1.7\n"), ("empty.txt", b"")):
            path = self.write("in/" + name, content)
            self.assertNotIn("没有发现问题", self.text("check", "in")[1])
            self.assertIn(name, self.text("check", "in")[1])
            path.unlink()


class Folders(CommandLine):
    def setUp(self):
        super().setUp()
        self.write("in/good.txt", CLEAN)

    def test_what_a_folder_holds_besides_is_named_in_every_format(self):
        for name in ("附件.pdf", "旧稿.doc", "表.xlsx", "~$good.docx"):
            self.write("in/" + name, b"x")
        self.write("in/letter.txt", LETTER)
        for form in FORMATS:
            done = self.gouji("check", "in", "--format", form)
            self.assertEqual(done.returncode, 0, (form, done.stderr.decode()))
            shown = done.stdout.decode()
            if form == "sarif":
                places = [note["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
                          for note in json.loads(shown)["runs"][0]["invocations"][0]["toolExecutionNotifications"]]
                self.assertEqual(len(places), 5)
                continue
            for name in ("附件.pdf", "旧稿.doc", "表.xlsx", "~$good.docx", "letter.txt"):
                self.assertIn("in/" + name, shown, form)
        code, out, errors = self.text("check", "in")
        self.assertIn("5 个文件没有检查", out)
        _, _, errors = self.text("check", "in", "-f", "sarif", "-o", "out.sarif")
        self.assertIn("附件.pdf", errors)

    def test_hidden_files_and_stores_of_versions_are_nobodys_submission(self):
        for name in (".git/config", ".gitignore", ".cache/x.bin", "gouji.toml"):
            self.write("in/" + name, "")
        self.assertEqual(self.text("check", "in")[1], "检查了 1 份年报：没有发现问题\n")

    def test_what_the_configuration_leaves_out_is_counted(self):
        self.write("in/草稿.txt", FAULTY)
        self.write("gouji.toml", 'exclude = ["in/草稿.txt"]\n')
        code, out, errors = self.text("check", "in")
        self.assertEqual(code, 0)
        self.assertIn("草稿.txt", errors)
        self.assertNotIn("没有发现问题", out)

    def test_own_copies_are_left_out_beside_their_report_alone(self):
        self.write("in/good.批注.txt", CLEAN)
        shutil.copy(self.folder / "in/good.txt", self.folder / "in/另一份.修订.txt")
        self.assertIn("1 个文件没有检查：in/good.批注.txt", self.text("check", "in")[1])
        self.assertIn("检查了 2 份年报", self.text("check", "in")[1])

    def test_a_page_of_results_is_no_report(self):
        self.write("in/faulty.txt", FAULTY)
        found = self.sarif("in")[1]["results"]
        self.text("check", "in", "-f", "html", "-o", "in/结果.html")
        self.assertEqual(len(self.sarif("in")[1]["results"]), len(found))
        self.assertIn("1 个文件没有检查：in/结果.html", self.text("check", "in")[1])

    def test_only_regular_files_are_walked(self):
        os.mkfifo(self.folder / "in/pipe.txt")
        os.symlink("/dev/stdin", self.folder / "in/stdin.txt")
        os.symlink("/dev/zero", self.folder / "in/zero.txt")
        os.symlink(self.folder, self.folder / "in/loop")
        endpoint = socket.socket(socket.AF_UNIX)
        self.addCleanup(endpoint.close)
        endpoint.bind(os.path.relpath(self.folder / "in/socket.txt"))
        code, out, _ = self.text("check", "in")
        self.assertEqual(code, 0)
        self.assertIn("5 个文件没有检查", out)
        for name in ("pipe.txt", "stdin.txt", "zero.txt", "socket.txt"):
            code, _, errors = self.text("check", "in/" + name)
            self.assertEqual(code, 2, name)
            self.assertIn(name, errors)
        self.assertEqual(self.text("check", "in/*.txt")[0], 0)

    def test_a_link_that_leads_nowhere_is_an_error(self):
        os.symlink("none", self.folder / "in/gone.txt")
        code, _, errors = self.text("check", "in")
        self.assertEqual(code, 2)
        self.assertIn("gone.txt", errors)

    def test_a_file_that_a_folder_brings_in_too_is_still_named(self):
        self.write("in/letter.txt", LETTER)
        self.assertEqual(self.text("check", "in")[0], 0)
        self.assertEqual(self.text("check", "in", "in/letter.txt")[0], 2)
        self.assertEqual(self.text("check", "in/letter.txt", "in")[0], 2)


class Limits(CommandLine):
    def test_what_a_limit_left_unchecked_fails(self):
        for name in "abc":
            self.write(f"in/{name}.txt", REPORT)
        code, out, errors = self.text("check", "in", "--max-findings", "1", "--jobs", "1", "--select", "dates/period-mismatch")
        self.assertEqual(code, 1)
        self.assertIn("还有 2 个文件没有检查完", errors)
        self.assertIn("没有检查完", out)
        self.assertEqual(self.text("check", "in", "--max-findings", "1", "--quiet")[0], 1)
        code, _, errors = self.text("check", "in/a.txt", "--max-findings", "1", "--select", "dates/period-mismatch")
        self.assertNotIn("--max-findings", errors)  # everything was looked at

    def test_junit_fails_by_the_gate(self):
        self.write("a.txt", FAULTY)
        for gate in ("error", "warning", "note", "never"):
            done = self.gouji("check", "a.txt", "--format", "junit", "--fail-on", gate)
            suites = ET.fromstring(done.stdout)
            failed = len(suites.findall(".//failure"))
            self.assertEqual(done.returncode, 1 if failed else 0, gate)
            self.assertEqual(sum(int(suite.get("failures")) for suite in suites), failed)
            self.assertEqual(sum(int(suite.get("tests")) for suite in suites), len(suites.findall(".//testcase")))


class Locked(CommandLine):
    def test_a_configuration_beside_the_documents_does_not_count(self):
        self.write("in/甲/a.txt", FAULTY)
        self.write("in/甲/gouji.toml", 'fail-on = "never"\nexclude = ["**"]\n')
        self.write("admin.toml", '[rules]\n"wording/doubled" = "off"\n')
        self.assertNotEqual(self.text("check", "in")[0], 1)
        for words in (("--config", "admin.toml"), ("--no-config",)):
            code, _, errors = self.text("check", "in", "--locked", *words)
            self.assertEqual(code, 1)
            self.assertIn(os.path.join("in", "甲", "gouji.toml"), errors)
        _, run, _ = self.sarif("in", "--locked", "--config", "admin.toml")
        self.assertIn("gouji/configuration-ignored", notes(run))
        code, _, errors = self.text("check", "in", "--locked")
        self.assertEqual(code, 2)
        self.assertIn("--config", errors)
        self.write("gouji.toml", "")
        self.assertNotIn("年报旁边", self.text("check", "in/甲/a.txt", "--locked", "--config", "in/甲/gouji.toml")[2])


@unittest.skipIf(shutil.which("git") is None, "git is not installed")
class DiffBase(CommandLine):
    def git(self, *words):
        subprocess.run(["git", "-c", "user.name=t", "-c", "user.email=t@example.org", *words], cwd=self.folder, check=True, capture_output=True)

    def commit(self):
        self.git("add", "-A")
        self.git("commit", "-qm", "x")

    def setUp(self):
        super().setUp()
        self.git("init", "-q")

    def found(self, *words):
        return rules(self.sarif(*words, "--diff-base", "HEAD")[1])

    def test_what_an_edit_breaks_elsewhere_counts(self):
        self.write("a.txt", CLEAN)
        self.commit()
        self.assertEqual(self.found("a.txt"), [])
        row = "（一）予以公开\t\t4\t1\t0\t0\t0\t0\t5"
        self.assertIn(row, CLEAN)
        self.write("a.txt", CLEAN.replace(row, "（一）予以公开\t\t3\t1\t0\t0\t0\t0\t4"))
        lines = [result["locations"][0]["physicalLocation"]["region"]["startLine"] for result in self.sarif("a.txt", "--diff-base", "HEAD")[1]["results"]
                 if result["ruleId"].startswith("arithmetic/")]
        changed = next(i for i, line in enumerate(CLEAN.split("\n"), 1) if row in line)
        self.assertTrue([line for line in lines if line != changed], lines)
        self.assertEqual(self.text("check", "a.txt", "--diff-base", "HEAD")[0], 1)

    def test_a_deleted_chapter_counts(self):
        self.write("a.txt", CLEAN)
        self.commit()
        lines = CLEAN.split("\n")
        first = next(i for i, line in enumerate(lines) if line.startswith("五、"))
        last = next(i for i, line in enumerate(lines) if line.startswith("六、"))
        self.write("a.txt", "\n".join(lines[:first] + lines[last:]))
        self.assertTrue([rule for rule in self.found("a.txt") if rule.startswith("structure/")])

    def test_outside_of_a_checkout_it_says_so(self):
        self.write("a.txt", CLEAN)
        shutil.rmtree(self.folder / ".git")
        code, _, errors = self.text("check", "a.txt", "--diff-base", "HEAD")
        self.assertEqual(code, 2)
        self.assertIn("不在 git 仓库里", errors)

    def test_a_rename_brings_nothing_up_again(self):
        self.write("a.txt", FAULTY)
        self.commit()
        self.git("mv", "a.txt", "b.txt")
        self.assertEqual(self.found("b.txt"), [])
        self.write("b.txt", FAULTY.replace("限期补齐。", "限期补齐。。"))
        self.assertEqual(self.found("b.txt"), ["typography/duplicate-punctuation"])
        _, out, _ = self.text("check", "b.txt", "--diff-base", "HEAD")
        self.assertIn("与改动无关", out)

    def test_a_deleted_report_is_named(self):
        for name in ("甲/a.txt", "乙/b.txt", "乙/c.txt"):
            self.write(name, CLEAN)
        self.write("d.txt", CLEAN)
        self.commit()
        for name in ("甲/a.txt", "乙/b.txt", "d.txt"):
            (self.folder / name).unlink()
        _, _, errors = self.text("check", "乙", "--diff-base", "HEAD")
        self.assertIn("删去了", errors)
        self.assertIn("b.txt", errors)
        self.assertNotIn("a.txt", errors)
        self.assertNotIn("删去了", self.text("check", "乙/c.txt", "--diff-base", "HEAD")[2])

    def test_files_that_git_calls_binary_are_compared_too(self):
        self.write("a.txt", FAULTY.encode("utf-16"))
        self.commit()
        self.assertEqual(self.found("a.txt"), [])
        self.write("a.txt", FAULTY.replace("限期补齐。", "限期补齐。。").encode("utf-16"))
        self.assertIn("typography/duplicate-punctuation", self.found("a.txt"))

    def test_names_are_no_patterns_and_nothing_of_the_checkout_runs(self):
        self.write("a[1] *.txt", FAULTY)
        self.commit()
        trace = self.folder / "ran"
        script = self.write("evil.sh", f"#!/bin/sh\necho x >> '{trace}'\n")
        script.chmod(0o755)
        for key in ("diff.external", "core.fsmonitor", "diff.evil.textconv", "diff.evil.command"):
            self.git("config", key, str(script))
        self.write(".git/info/attributes", "*.txt diff=evil\n")
        self.write("a[1] *.txt", FAULTY.replace("限期补齐。", "限期补齐。。"))
        self.assertEqual(self.found("a[1] *.txt"), ["typography/duplicate-punctuation"])
        self.assertFalse(trace.exists())


if __name__ == "__main__":
    unittest.main()
