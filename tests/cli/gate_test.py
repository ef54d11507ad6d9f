"""The gate: configuration, suppressions, baselines, changed lines, limits; and fixing files."""
import json
import os
import pathlib
import re
import resource
import shutil
import signal
import subprocess
import time
import unittest

from cli import CommandLine, GOUJI, REPORT, ROOT, rules
from innocent_edits import EDITS, faulty

DEMO = ROOT / "tests" / "reports" / "demo" / "faulty-2022.txt"


class Gate(CommandLine):
    def setUp(self):
        super().setUp()
        self.demo = DEMO.read_text(encoding="utf8")

    def states(self, *words):
        _, run, _ = self.sarif(*words)
        out = {}
        for result in run["results"]:
            out.setdefault(result.get("baselineState"), []).append(result["ruleId"])
        return out

    def expect_unchanged(self, known, *words):
        """Everything that was known is still there, and nothing else."""
        states = self.states(*words, "--baseline", "base.sarif")
        self.assertEqual((states.get("new", []), states.get("absent", [])), ([], []))
        self.assertEqual(sum(map(len, states.values())), known)

    def baseline(self, text):
        """A baseline of one report; how much it knows."""
        self.write("a.txt", text)
        self.assertEqual(self.gouji("baseline", "update", "base.sarif", "a.txt").returncode, 0)
        results = json.loads((self.folder / "base.sarif").read_bytes())["runs"][0]["results"]
        return len(results), {result["ruleId"].split("/")[0] for result in results}

    def test_innocent_edits_leave_the_baseline_alone(self):
        text = faulty(self.demo)
        known, plugins = self.baseline(text)
        self.assertGreaterEqual(known, 10)
        self.assertGreaterEqual(plugins, {"arithmetic", "dates", "structure", "typography", "wording"})
        self.assertGreaterEqual(len(EDITS), 40)
        for name, change in EDITS.items():
            with self.subTest(name):
                changed = change(text)
                self.assertNotEqual(changed, text)
                self.write("a.txt", changed)
                self.expect_unchanged(known, "a.txt")

    def test_renamed_and_moved_files_keep_their_baseline(self):
        text = faulty(self.demo)
        known, _ = self.baseline(text)
        (self.folder / "a.txt").unlink()
        for name in ("b.txt", "乡镇/柳河镇 2022.txt", "深/更深/a.txt"):
            for change in (lambda text: text, EDITS["another word in the sentence of a finding"]):
                with self.subTest(name):
                    shutil.rmtree(self.folder / "moved", ignore_errors=True)
                    self.write("moved/" + name, change(text))
                    self.expect_unchanged(known, "moved")

    def test_a_baseline_of_a_folder_knows_who_moved_where(self):
        towns = ("柳河镇", "青石镇", "北坪乡")
        for town in towns:
            self.write(f"in/{town}.txt", faulty(self.demo).replace("柳河镇", town))
        self.gouji("baseline", "update", "base.sarif", "in")
        known = len(json.loads((self.folder / "base.sarif").read_bytes())["runs"][0]["results"])
        for i, town in enumerate(towns):
            (self.folder / f"in/{town}.txt").rename(self.folder / f"in/{i}.txt")
        self.expect_unchanged(known, "in")

    def test_another_finding_of_the_same_rule_is_new(self):
        """What is alike is not the same: one fixed and one made elsewhere are one absent and one new."""
        text = faulty(self.demo)
        self.baseline(text)
        self.write("a.txt", text.replace("协助查询。。", "协助查询。").replace("没有责任追究的情形。", "没有责任追究的情形。。"))
        states = self.states("a.txt", "--baseline", "base.sarif")
        self.assertEqual((states["new"], states["absent"]), (["typography/duplicate-punctuation"], ["typography/duplicate-punctuation"]))
        # The one that stands in the edited sentence is the old one, also when another comes before it.
        self.write("a.txt", text.replace("配备电脑一台，由值班人员协助查询。。", "配备电脑两台，由值班人员协助查询。。").replace("已答复8件", "已答复答复8件"))
        states = self.states("a.txt", "--baseline", "base.sarif")
        self.assertEqual((states["new"], states.get("absent")), (["wording/doubled"], None))

    def test_a_finding_that_changed_is_updated(self):
        text = faulty(self.demo)
        self.baseline(text)
        self.write("a.txt", text.replace("| 行政强制 | -1 |", "| 行政强制 | -2 |"))
        states = self.states("a.txt", "--baseline", "base.sarif")
        self.assertEqual((states["updated"], states.get("new"), states.get("absent")), (["arithmetic/negative-count"], None, None))

    def test_a_baseline_from_before_there_was_a_likeness(self):
        text = faulty(self.demo)
        known, _ = self.baseline(text)
        log = json.loads((self.folder / "base.sarif").read_bytes())
        for result in log["runs"][0]["results"]:
            del result["partialFingerprints"]["goujiLikeness/v1"]
        self.write("base.sarif", json.dumps(log))
        self.expect_unchanged(known, "a.txt")
        self.write("a.txt", EDITS["another word in the sentence of a finding"](text))
        states = self.states("a.txt", "--baseline", "base.sarif")
        self.assertEqual((states["new"], states["absent"]), (["wording/doubled"], ["wording/doubled"]))

    def test_a_baseline_through_a_pipe(self):
        known, _ = self.baseline(faulty(self.demo))
        done = subprocess.run(["bash", "-c", '"$0" check a.txt --format sarif --baseline <(cat base.sarif)', GOUJI], cwd=self.folder, capture_output=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        states = {result["baselineState"] for result in json.loads(done.stdout)["runs"][0]["results"]}
        self.assertEqual(states, {"unchanged"})

    def test_a_baseline_may_be_replaced_by_its_own_run(self):
        text = faulty(self.demo)
        known, _ = self.baseline(text)
        self.write("a.txt", text.replace("| 行政强制 | -1 |", "| 行政强制 | 1 |"))
        self.gouji("check", "a.txt", "--format", "sarif", "--output", "base.sarif", "--baseline", "base.sarif")
        states = [r["baselineState"] for r in json.loads((self.folder / "base.sarif").read_bytes())["runs"][0]["results"]]
        self.assertEqual((states.count("unchanged"), states.count("absent")), (known - 1, 1))

    def test_the_gate_goes_by_what_is_new(self):
        self.write("a.txt", self.demo)
        self.gouji("baseline", "update", "base.sarif", "a.txt")
        self.assertEqual(self.gouji("check", "a.txt").returncode, 1)
        self.assertEqual(self.gouji("check", "a.txt", "--baseline", "base.sarif").returncode, 0)
        self.write("a.txt", self.demo.replace("限期补齐。", "限期补齐。。"))
        states = self.states("a.txt", "--baseline", "base.sarif")
        self.assertEqual(states["new"], ["typography/duplicate-punctuation"])
        code, out, _ = self.text("check", "a.txt", "--baseline", "base.sarif", "--fail-on", "warning")
        self.assertEqual(code, 1)
        self.assertIn("duplicate-punctuation", out)
        self.assertNotIn("law-name", out)

    def test_what_is_mended_is_absent(self):
        self.write("a.txt", self.demo)
        self.gouji("baseline", "update", "base.sarif", "a.txt")
        self.write("a.txt", self.demo.replace("条列", "条例"))
        states = self.states("a.txt", "--baseline", "base.sarif")
        self.assertIn("wording/law-name", states["absent"])
        self.assertNotIn("new", states)

    def test_a_baseline_that_is_none_is_an_error(self):
        self.write("a.txt")
        self.write("no.sarif", "{")
        self.write("other.sarif", '{"runs": [{"results": [{"x": 1}]}]}')
        for name, said in (("no.sarif", "JSON"), ("other.sarif", "SARIF"), ("none.sarif", "baseline update")):
            code, _, errors = self.text("check", "a.txt", "--baseline", name)
            self.assertEqual(code, 2)
            self.assertIn(name, errors)
            self.assertIn(said, errors)

    def test_levels_options_and_overrides(self):
        self.write("a.txt")
        self.write("乡镇/b.txt")
        before = rules(self.sarif("a.txt")[1])
        self.assertIn("dates/period-mismatch", before)
        self.write("gouji.toml", '[rules]\n"dates/period-mismatch" = "note"\n\n[[override]]\nfiles = ["乡镇/**"]\nrules = { "dates/period-mismatch" = "off" }\n')
        _, run, _ = self.sarif("a.txt", "乡镇/b.txt")
        found = [(r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], r["level"]) for r in run["results"]
                 if r["ruleId"] == "dates/period-mismatch"]
        self.assertEqual(found, [("a.txt", "note")])
        self.assertIn("dates/period-mismatch", rules(self.sarif("乡镇/b.txt", "--no-config")[1]))
        code, out, _ = self.text("config", "乡镇/b.txt")
        self.assertEqual(code, 0)
        self.assertRegex(out, r"dates/period-mismatch = off +# .*gouji\.toml:6")

    def test_a_broken_configuration_stops_everything(self):
        self.write("a.txt")
        for text, said in (('[rules]\n"dates/period-mismach" = "off"\n', "dates/period-mismatch"), ("editon = 1\n", "edition"), ("year = \n", ":1:")):
            self.write("gouji.toml", text)
            code, out, errors = self.text("check", "a.txt")
            self.assertEqual((code, out), (2, ""))
            self.assertIn("gouji.toml:", errors)
            self.assertIn(said, errors)

    def test_words_are_added_to_lists_that_a_page_opens(self):
        text = self.demo.replace("一、总体情况", "一、总体情况\n截至填表之时，公开信息592条。", 1)
        self.write("a.txt", text)
        rule = "dates/vague-cutoff"
        self.assertNotIn(rule, rules(self.sarif("a.txt")[1]))
        self.write("gouji.toml", f'[rules."{rule}"]\nlists.cutoff = ["截至填表之时"]\n')
        self.assertIn(rule, rules(self.sarif("a.txt")[1]))
        self.assertNotIn(rule, rules(self.sarif("a.txt", "--no-config")[1]))
        self.write("gouji.toml", "")
        pack = 'id = "mine"\nname = { zh = "本地", en = "mine" }\nversion = "1.0.0"\n[[adjust]]\nrule = "%s"\nlists.%s = ["截至填表之时"]\nreason = "本地说法"\n'
        self.write("mine/pack.toml", pack % (rule, "cutoff"))
        self.assertIn(rule, rules(self.sarif("a.txt", "--pack", "./mine")[1]))
        self.write("mine/pack.toml", pack % (rule, "cutof"))
        errors = self.text("check", "a.txt", "--pack", "./mine")[2]
        self.assertIn("pack.toml:6", errors)
        self.assertIn("“cutoff”", errors)
        for line, said in (('lists.cutof = ["如今"]', "“cutoff”"), ('lists.cutoff = ["x"]', "查不到"),
                           ('lists.cutoff = { "如今" = "1" }', "只要词")):
            with self.subTest(line):
                self.write("gouji.toml", f'[rules."{rule}"]\n{line}\n')
                code, _, errors = self.text("check", "a.txt")
                self.assertEqual(code, 2)
                self.assertIn("gouji.toml:2", errors)
                self.assertIn(said, errors)
        self.assertIn("lists.cutoff", self.text("explain", rule)[1])

    def test_suppressions_want_a_reason_and_say_when_they_are_idle(self):
        self.write("a.txt")
        self.write("gouji.toml", '[[suppress]]\nrule = "dates/period-mismatch"\nfile = "a.txt"\nreason = "全县统一口径"\n'
                                 '[[suppress]]\nrule = "dates/late"\nreason = "延期已报备"\n'
                                 '[[suppress]]\nrule = "wording/law-name"\nreason = "旧"\nexpires = 2020-01-01\n')
        code, run, errors = self.sarif("a.txt")
        covered = [r for r in run["results"] if r["suppressions"]]
        self.assertEqual(rules({"results": covered}), ["dates/period-mismatch"])
        self.assertEqual(covered[0]["suppressions"][0]["justification"], "全县统一口径")
        self.assertIn("gouji.toml:5", errors.replace("gouji.toml:7", "gouji.toml:5"))
        self.assertIn("没有用到", errors)
        self.assertIn("到期", errors)
        _, out, _ = self.text("check", "a.txt")
        self.assertNotIn("dates/period-mismatch", out)
        self.assertIn("已登记不改 1 个", out)
        self.write("gouji.toml", '[[suppress]]\nrule = "dates/period-mismatch"\n')
        self.assertEqual(self.gouji("check", "a.txt").returncode, 2)

    def test_a_suppression_may_name_one_finding(self):
        self.write("a.txt", REPORT.replace("《条列》", "《条列》《条列》"))
        _, run, _ = self.sarif("a.txt")
        prints = [r["partialFingerprints"]["goujiContext/v1"] for r in run["results"] if r["ruleId"] == "wording/law-name"]
        self.assertEqual(len(set(prints)), 2)
        self.write("gouji.toml", f'[[suppress]]\nfingerprint = "{prints[0]}"\nreason = "原文如此"\n')
        _, run, _ = self.sarif("a.txt")
        self.assertEqual([bool(r["suppressions"]) for r in run["results"] if r["ruleId"] == "wording/law-name"], [True, False])

    def test_a_configuration_may_not_load_code_without_trust(self):
        self.write("a.txt")
        self.write("gouji.toml", 'plugins = ["evil.gouji"]\npacks = ["../elsewhere"]\n')
        code, _, errors = self.text("check", "a.txt")
        self.assertEqual(code, 2)
        self.assertEqual(errors.count("--trust"), 2)
        self.assertIn("evil.gouji", errors)

    def test_packs_take_part_where_they_are_asked_for(self):
        self.write("a.txt", REPORT + "二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n问题是更新不及时，下一步加强改进。\n六、其他需要报告的事项\n未收取信息处理费。\n")
        for pack in ("yunling", "beiping"):
            shutil.copytree(ROOT / "rules" / "examples" / pack, self.folder / pack)
        self.assertFalse([r for r in rules(self.sarif("a.txt")[1]) if r.startswith("yunling/")])
        self.assertIn("yunling/proposals", rules(self.sarif("a.txt", "--pack", "yunling")[1]))
        self.write("gouji.toml", 'packs = ["beiping"]\n')  # which builds on yunling
        self.assertIn("yunling/proposals", rules(self.sarif("a.txt")[1]))

    def test_lines_that_changed(self):
        if shutil.which("git") is None:
            self.skipTest("git is not installed")
        git = lambda *words: subprocess.run(["git", "-c", "user.name=t", "-c", "user.email=t@example.org", *words], cwd=self.folder, check=True, capture_output=True)
        self.write("年报.txt", REPORT)
        git("init", "-q")
        git("add", ".")
        git("commit", "-qm", "x")
        self.assertEqual(rules(self.sarif("年报.txt", "--diff-base", "HEAD")[1]), [])
        self.write("年报.txt", REPORT.replace("维护网站专栏。", "维护网站专栏。。"))
        self.assertEqual(rules(self.sarif("年报.txt", "--diff-base", "HEAD")[1]), ["typography/duplicate-punctuation"])
        self.write("new.txt", REPORT)
        self.assertIn("wording/law-name", rules(self.sarif("new.txt", "--diff-base", "HEAD")[1]))
        code, _, errors = self.text("check", "年报.txt", "--diff-base", "no-such")
        self.assertEqual(code, 2)
        self.assertIn("no-such", errors)

    def test_paths_by_glob_and_by_list(self):
        for name in ("乡镇/甲/2022.txt", "乡镇/乙/2022.txt", "乡镇/乙/旧/2019.txt", "部门/a.txt"):
            self.write(name)
        uris = lambda run: sorted(a["location"]["uri"] for a in run["artifacts"])
        self.assertEqual(len(uris(self.sarif("乡镇/*/2022.txt")[1])), 2)
        self.assertEqual(len(uris(self.sarif("**/*.txt")[1])), 4)
        self.write("list", "部门/a.txt\n乡镇/甲/2022.txt\n")
        self.assertEqual(len(uris(self.sarif("@list")[1])), 2)
        self.write("list", "\ufeff部门/a.txt\r\n@list\r\n")  # as a Windows editor saves it; it names itself
        code, run, errors = self.sarif("@list")
        self.assertEqual(code, 2)
        self.assertIn("wording/law-name", rules(run))
        self.assertIn("@list：文件清单里", errors)
        self.write("gouji.toml", 'exclude = ["**/旧/**"]\n')
        self.assertEqual(len(uris(self.sarif(".")[1])), 3)
        self.assertEqual(len(uris(self.sarif("乡镇/乙/旧/2019.txt")[1])), 1)  # named, so wanted

    def test_a_limit_on_findings(self):
        for i in range(20):
            self.write(f"{i:02}.txt")
        _, run, errors = self.sarif(".", "--max-findings", "10", "--jobs", "1")
        self.assertGreaterEqual(len(run["results"]), 10)
        self.assertLess(len(run["results"]), 30)
        self.assertIn("--max-findings", errors)
        self.assertEqual([n["descriptor"]["id"] for n in run["invocations"][0]["toolExecutionNotifications"]], ["gouji/max-findings"])

    def test_a_full_disk_is_an_error_and_the_old_result_stays(self):
        self.write("a.txt", self.demo)
        self.gouji("check", "a.txt", "--format", "sarif", "--output", "old.sarif")
        old = (self.folder / "old.sarif").read_bytes()
        def small():
            resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        done = subprocess.run([GOUJI, "check", "a.txt", "--format", "sarif", "--output", "old.sarif"], cwd=self.folder, capture_output=True, preexec_fn=small)
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertIn("old.sarif", done.stderr.decode())
        self.assertEqual((self.folder / "old.sarif").read_bytes(), old)
        self.assertEqual(sorted(os.listdir(self.folder)), ["a.txt", "old.sarif"])

    def test_killed_while_writing_leaves_the_old_result(self):
        for i in range(300):
            self.write(f"in/{i:03}.txt", self.demo)
        self.gouji("check", "in/000.txt", "--format", "sarif", "--output", "old.sarif")
        old = (self.folder / "old.sarif").read_text()
        process = subprocess.Popen([GOUJI, "check", "in", "--format", "sarif", "--output", "old.sarif", "--jobs", "1"], cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        end = time.time() + 60
        while process.poll() is None and time.time() < end:
            if any(name not in ("in", "old.sarif") for name in os.listdir(self.folder)):
                break
        process.send_signal(signal.SIGKILL)
        process.wait()
        text = (self.folder / "old.sarif").read_text()
        self.assertTrue(text == old or len(json.loads(text)["runs"][0]["artifacts"]) == 300)

    def test_control_c_writes_what_was_found(self):
        for i in range(1500):
            self.write(f"in/{i:04}.txt", self.demo)
        process = subprocess.Popen([GOUJI, "check", "in", "--format", "sarif", "--output", "out.sarif", "--jobs", "1"], cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        end = time.time() + 60
        while process.poll() is None and time.time() < end:
            parts = [p for p in self.folder.iterdir() if p.name != "in"]
            if parts and parts[0].stat().st_size > 2_000_000:  # the rules, and some results
                break
            time.sleep(0.005)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
        run = json.loads((self.folder / "out.sarif").read_bytes())["runs"][0]
        if process.returncode == 2:  # else it was done before the signal came
            self.assertIn("中断", errors.decode())
            self.assertFalse(run["invocations"][0]["executionSuccessful"])
            self.assertLess(len(run["results"]), 1500 * 9)
        self.assertTrue(run["results"])


class Fix(CommandLine):
    def test_mends_what_is_safe_and_nothing_twice(self):
        text = DEMO.read_text(encoding="utf8")
        for encoding, end in (("utf-8", "\n"), ("utf-8-sig", "\r\n"), ("gb18030", "\n"), ("utf-16", "\r\n")):
            with self.subTest(encoding):
                path = self.write("a.txt", text.replace("\n", end).encode(encoding))
                path.chmod(0o640)
                code, out, _ = self.text("fix", "a.txt")
                self.assertEqual(code, 0)
                self.assertIn("改了 1 个文件", out)
                fixed = path.read_bytes()
                words = fixed.decode(encoding)
                self.assertNotIn("条列", words)
                self.assertIn(end + "六、其他需要报告的事项" + end, words)
                self.assertEqual(words.count(end), text.count("\n"))
                self.assertEqual(path.stat().st_mode & 0o777, 0o640)
                self.assertIn("改了 0 个文件", self.text("fix", "a.txt")[1])
                self.assertEqual(path.read_bytes(), fixed)

    def test_shows_a_diff_that_patch_takes(self):
        text = DEMO.read_text(encoding="utf8")
        path = self.write("a.txt", text)
        code, diff, _ = self.text("fix", "--diff", "a.txt")
        self.assertEqual(code, 0)
        self.assertEqual(path.read_text(encoding="utf8"), text)
        self.assertIn("--- a/a.txt", diff)
        self.text("fix", "a.txt")
        if shutil.which("patch"):
            fixed = path.read_text(encoding="utf8")
            self.write("a.txt", text)
            subprocess.run(["patch", "-s", "a.txt"], input=diff.encode(), cwd=self.folder, check=True)
            self.assertEqual(path.read_text(encoding="utf8"), fixed)

    def test_reads_standard_input(self):
        done = self.gouji("fix", "-", stdin=REPORT.encode())
        self.assertEqual(done.returncode, 0)
        self.assertEqual(done.stdout.decode(), REPORT.replace("《条列》", "《条例》"))


class Schema(CommandLine):
    def test_the_schema_in_the_docs_is_the_pages(self):
        kept = (ROOT / "docs" / "gouji.schema.json").read_text(encoding="utf8")
        self.assertEqual(kept, self.text("config", "--schema", "--no-config")[1],
                         "run: build/release/bin/gouji config --schema > docs/gouji.schema.json")


if __name__ == "__main__":
    unittest.main()
