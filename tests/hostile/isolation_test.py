"""Foreign code that misbehaves or attacks: it costs its own findings, is named, and disturbs nobody."""
import ctypes
import json
import os
import pathlib
import re
import struct
import subprocess
import tempfile
import unittest

GOUJI = os.environ["GOUJI"]
PLUGIN = pathlib.Path(os.environ["GOUJI_HOSTILE"]) / "misbehave.gouji"
SANITIZED = os.environ.get("GOUJI_SANITIZED") == "1"
REPORT = """云岭县柳河镇人民政府2022年政府信息公开工作年度报告

根据《中华人民共和国政府信息公开条例》编制。本报告中所列数据的统计期限自2022年1月1日起至2022年12月30日止。

一、总体情况
（一）主动公开。全年公开信息30条。
（二）依申请公开。全年没有收到申请。。
（三）政府信息管理。按《条列》要求清理文件。
（四）政府信息公开平台建设。维护网站专栏。
（五）监督保障。开展培训1次。
"""
# What a notification says of each: words of it.
DEADLY = {
    "segv": "信号 11", "abort": "信号 6", "terminate": "信号 6", "exit": "返回 0", "leave": "返回 0", "close": "返回 1",
    "babble": "约定以外", "raise-term": "信号 15", "raise-kill": "信号 9", "overflow": "信号 11", "bomb": "信号 6",
    "forge-shapeless": "约定以外", "forge-large": "约定以外", "forge-deep": "约定以外", "forge-huge": "约定以外",
    "nag": "约定以外",
}
SLOW = {"spin": "时限", "sleep": "时限", "raise-stop": "时限"}
CAUGHT = {"throw": "抛出|threw", "million": "叫停"} | ({} if SANITIZED else {"exhaust": "alloc"})
LOST = DEADLY | SLOW | CAUGHT
# These harm a process that is theirs alone: what they say themselves may come or not.
HARMLESS = ["print", "stream", "clutch", "linger", "scribble", "tamper", "rob", "poison", "forge", "forge-outside"] + ([] if SANITIZED else ["hoard"])
ALL = [*LOST, *HARMLESS, "exhaust", "hoard", "forge-flood"]


class Isolation(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        for i in range(6):
            (cls.folder / f"report-{i}.txt").write_text(REPORT.replace("30条", f"3{i}条"), encoding="utf-8")
        cls.reports = sorted(path.name for path in cls.folder.iterdir())
        cls.clean = cls.check(cls.reports)
        assert cls.clean[1]["results"], "the reports must have findings to lose"

    @classmethod
    def check(cls, reports, rules=(), jobs=1):
        """Exit code, SARIF run, bytes without the times, standard error."""
        more = ["--plugin", PLUGIN, "--ignore", ",".join(f"misbehave/{r}" for r in {*ALL} - {*rules})]
        limit = 20000 if {*rules}.isdisjoint(SLOW) else 1500
        done = subprocess.run(
            [GOUJI, "check", *reports, "--format", "sarif", "--jobs", str(jobs),
             "--time-limit", str(limit), "--memory-limit", "256M", *map(str, more if rules else [])],
            capture_output=True, encoding="utf-8", cwd=cls.folder, timeout=300)
        log = json.loads(done.stdout)
        run = log["runs"][0]
        for invocation in run["invocations"]:
            for key in ("startTimeUtc", "endTimeUtc", "commandLine", "arguments"):
                invocation.pop(key, None)
        return done.returncode, run, json.dumps(log), done.stderr

    def others(self, run):
        """What everybody else found, without the places that rules and plugins have in the log's lists."""
        out = []
        for result in run["results"]:
            if result["ruleId"].startswith("misbehave/"):
                continue
            result = dict(result)
            result.pop("ruleIndex", None)
            rule = result["rule"] = dict(result.get("rule", {}))
            rule.pop("index", None)
            rule.get("toolComponent", {}).pop("index", None)
            out.append(json.dumps(result, sort_keys=True, ensure_ascii=False))
        return out

    def failures(self, run):
        return [(note["associatedRule"]["id"], note["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
                 if note.get("locations") else None, note["message"]["text"])
                for note in run["invocations"][0]["toolExecutionNotifications"]
                if note["descriptor"]["id"] == "gouji/rule-failed"]

    def loses_only_its_own(self, rule, reports, jobs):
        clean = [line for line in self.others(self.clean[1])
                 if any(f'"{name}"' in line for name in reports)]
        code, run, text, err = self.check(reports, [rule], jobs)
        self.assertEqual(code, 2, err)
        self.assertTrue(self.others(run) == clean, f"{rule}: other rules' findings differ\n{err}")
        self.assertNotIn(f"misbehave/{rule}", [result["ruleId"] for result in run["results"]])
        self.assertIn(f"misbehave/{rule}", err)
        return run, text

    def test_in_a_single_run(self):
        for rule, words in LOST.items():
            with self.subTest(rule):
                run, _ = self.loses_only_its_own(rule, self.reports[:1], 1)
                said = self.failures(run)
                self.assertEqual([(who, where) for who, where, _ in said], [(f"misbehave/{rule}", "report-0.txt")])
                self.assertTrue(any(word in said[0][2] for word in words.split("|")), said)

    def test_in_a_batch_the_third_time_switches_it_off_whatever_the_jobs(self):
        for rule in [*DEADLY, "spin"]:
            with self.subTest(rule):
                run, text = self.loses_only_its_own(rule, self.reports, 1)
                self.assertEqual(text, self.loses_only_its_own(rule, self.reports, 4)[1])
                said = self.failures(run)
                self.assertEqual([where for _, where, _ in said], self.reports[:3])
                self.assertEqual(["本次运行不再使用" in words for _, _, words in said], [False, False, True])

    def test_what_is_caught_in_a_batch_is_said_for_each_report(self):
        for rule in CAUGHT:
            with self.subTest(rule):
                run, text = self.loses_only_its_own(rule, self.reports, 1)
                self.assertEqual(text, self.loses_only_its_own(rule, self.reports, 4)[1])
                self.assertEqual([where for _, where, _ in self.failures(run)], self.reports)

    def test_a_rule_that_crashes_costs_no_other_rule_of_its_plugin(self):
        _, run, _, err = self.check(self.reports[:1], ["segv", "print", "throw"])
        self.assertEqual([who for who, _, _ in self.failures(run)], ["misbehave/segv", "misbehave/throw"])
        self.assertIn("misbehave/print", [result["ruleId"] for result in run["results"]], err)

    def test_all_at_once(self):
        rules = [*DEADLY, *CAUGHT, *HARMLESS]
        code, run, text, _ = self.check(self.reports, rules, 4)
        self.assertEqual(code, 2)
        self.assertEqual(self.others(run), self.others(self.clean[1]))
        if "hoard" not in rules:
            self.assertEqual(text, self.check(self.reports, rules, 1)[2])

    def test_what_harms_its_own_process_harms_nobody(self):
        for rule in HARMLESS:
            for jobs in (1, 4):
                with self.subTest(rule, jobs=jobs):
                    _, run, _, err = self.check(self.reports, [rule], jobs)
                    self.assertEqual(self.others(run), self.others(self.clean[1]), err)
                    self.assertEqual(sorted(path.name for path in self.folder.iterdir()), self.reports)
                    self.assertGreater((self.folder / "report-0.txt").stat().st_size, 0)
                    if rule.startswith("forge"):
                        self.assertEqual([r for r in run["results"] if r["ruleId"].startswith("misbehave/")], [])

    def test_what_it_prints_is_heard_as_its_own(self):
        for rule, words in (("print", '{"not": "sarif"}'), ("stream", "hello")):
            _, run, _, err = self.check(self.reports[:1], [rule])
            self.assertIn(f"gouji: misbehave.gouji: {words}\n", err)
            self.assertIn(f"misbehave/{rule}", [result["ruleId"] for result in run["results"]])

    def test_a_flood_of_answers_ends(self):
        _, run, _, err = self.check(self.reports[:2], ["forge-flood"], 2)
        self.assertEqual(self.others(run), [line for line in self.others(self.clean[1]) if '"report-0.txt"' in line or '"report-1.txt"' in line], err)

    def test_output_under_hostile_plugins(self):
        for rule in ("babble", "close", "clutch", "print"):
            log = self.folder.parent / f"{self.folder.name}.{rule}.sarif"
            self.addCleanup(log.unlink, missing_ok=True)
            subprocess.run([GOUJI, "check", *self.reports, "--format", "sarif", "--output", log, "--plugin", PLUGIN,
                            "--select", f"misbehave/{rule},wording"], capture_output=True, cwd=self.folder, timeout=300)
            self.assertEqual(json.loads(log.read_text("utf-8"))["version"], "2.1.0")

    def test_a_plugin_that_misbehaves_while_it_is_loaded_or_made(self):
        for deed, words in (("crash", "信号 11"), ("exit", "返回 0")):
            for moment in ("load", "create"):
                with self.subTest(deed=deed, moment=moment):
                    code, run, err = self.with_plugin(f"{deed}_at_{moment}")
                    self.assertEqual(code, 2, err)
                    self.assertIn(words, err)
                    self.assertIn(f"{deed}_at_load.gouji" if moment == "load" else "loading/a", err)

    def test_what_a_plugin_prints_or_does_at_the_end_harms_nobody(self):
        for deed, moments in (("print", ("load", "create", "destroy", "end")), ("crash", ("destroy", "end")), ("exit", ("destroy", "end"))):
            for moment in moments:
                with self.subTest(deed=deed, moment=moment):
                    code, _, err = self.with_plugin(f"{deed}_at_{moment}")
                    self.assertEqual(code, self.clean[0], err)
                    if moment in ("load", "create"):
                        self.assertIn(f"gouji: print_at_{moment}.gouji: hello\n", err)

    def with_plugin(self, name):
        done = subprocess.run([GOUJI, "check", *self.reports, "--no-config", "--format", "sarif", "--plugin", PLUGIN.with_name(name + ".gouji")],
                              capture_output=True, encoding="utf-8", cwd=self.folder, timeout=300)
        run = json.loads(done.stdout)["runs"][0]
        self.assertTrue(self.others(run) == self.others(self.clean[1]), done.stderr)
        return done.returncode, run, done.stderr

    def attacks(self, name, *more):
        """What the plugin says it tried and what it managed, and what is left behind."""
        (self.folder / "report.txt").write_text(REPORT, encoding="utf-8")
        self.addCleanup((self.folder / "report.txt").unlink)
        done = subprocess.run([GOUJI, "check", "report.txt", "--no-config", "--format", "sarif", "--select", "attack",
                               "--plugin", PLUGIN.with_name(name + ".gouji"), *more],
                              capture_output=True, encoding="utf-8", cwd=self.folder, timeout=300,
                              env=os.environ | {"GOUJI_TEST_SECRET": "1"})
        results = json.loads(done.stdout)["runs"][0]["results"]
        self.assertEqual(len(results), 1, done.stderr)
        arguments = re.fullmatch("试了(\\d+)：(.*)", results[0]["message"]["text"]).groups()
        self.assertEqual((self.folder / "report.txt").read_text("utf-8"), REPORT)
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), sorted([*self.reports, "report.txt"]))
        return arguments

    @unittest.skipIf(SANITIZED, "skipped: a sanitizer opens files of its own")
    def test_nothing_that_is_tried_is_managed(self):
        tried, managed = self.attacks("attack")
        self.assertEqual((int(tried) % 3, managed), (0, ""))
        self.assertGreater(int(tried), 50)

    @unittest.skipIf(SANITIZED, "skipped: a sanitizer opens files of its own")
    def test_a_filter_that_fakes_the_second_step_gains_nothing(self):
        self.assertEqual(self.attacks("attack_in_disguise")[1], "")

    def test_the_attacks_would_work_without_a_sandbox(self):
        managed = self.attacks("attack_control", "--isolate", "off")[1]
        for name in ("memfd", "read-shadow", "read-the-neighbour", "connect", "environment"):
            self.assertIn(f" {name}@load", managed)

    def test_a_plugin_with_the_name_of_our_own_is_not_used(self):
        done = subprocess.run([GOUJI, "check", *self.reports, "--no-config", "--format", "sarif", "--plugin", PLUGIN.with_name("imitation.gouji")],
                              capture_output=True, encoding="utf-8", cwd=self.folder, timeout=300)
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertIn("imitation.gouji", done.stderr)
        self.assertTrue(self.others(json.loads(done.stdout)["runs"][0]) == self.others(self.clean[1]))

    def test_a_kernel_without_landlock_is_told_and_costs_nothing(self):
        def without_landlock():  # a seccomp filter that answers ENOSYS to call 444
            libc = ctypes.CDLL(None, use_errno=True)
            program = struct.pack("HBBI" * 4, 0x20, 0, 0, 0, 0x15, 0, 1, 444, 0x06, 0, 0, 0x00050000 | 38, 0x06, 0, 0, 0x7FFF0000)
            self.code = ctypes.create_string_buffer(program)
            fprog = struct.pack("HxxxxxxP", 4, ctypes.addressof(self.code))
            if libc.prctl(38, 1, 0, 0, 0) != 0 or libc.prctl(22, 2, fprog) != 0:
                raise OSError(ctypes.get_errno(), "no seccomp here")
        done = subprocess.run([GOUJI, "check", *self.reports, "--no-config", "--plugin", PLUGIN.with_name("print_at_end.gouji"), "--format", "sarif", "--fail-on", "never"],
                              capture_output=True, encoding="utf-8", cwd=self.folder, timeout=300, preexec_fn=without_landlock)
        self.assertEqual(done.returncode, 0, done.stderr)
        run = json.loads(done.stdout)["runs"][0]
        self.assertTrue(self.others(run) == self.others(self.clean[1]))
        notified = [note["message"]["text"] for note in run["invocations"][0]["toolExecutionNotifications"]
                if note["descriptor"]["id"] == "gouji/unconfined"]
        self.assertEqual(len(notified), 1)
        self.assertIn("Landlock", notified[0])

    def test_isolation_changes_nothing_for_the_well_behaved(self):
        logs = []
        with_tables = pathlib.Path(__file__).parents[1] / "reports/demo/clean-2023.txt"
        for mode in ("on", "off"):
            done = subprocess.run([GOUJI, "check", *self.reports, with_tables, *self.reports, "--isolate", mode, "--format", "sarif", "--plugin", PLUGIN.with_name("rules.gouji"),
                                   "--select", "hostile/decent,hostile/dirty,hostile/flood,hostile/reads-tables,hostile/reads-forms,wording"],
                                  capture_output=True, encoding="utf-8", cwd=self.folder, timeout=300)
            logs.append(json.loads(done.stdout)["runs"][0]["results"])
        self.assertEqual(*logs)
        for rule in ("tables", "forms"):
            said = max(len(one["message"]["text"]) for one in logs[0] if one["ruleId"] == f"hostile/reads-{rule}")
            self.assertGreater(said, 500)
        self.assertIn("没有隔离", done.stderr)


if __name__ == "__main__":
    unittest.main()
