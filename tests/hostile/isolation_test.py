"""Rules that attack their own process: each loses its own findings, is named, and disturbs nobody."""
import ctypes
import json
import os
import pathlib
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
    "segv": "信号 11", "abort": "信号 6", "terminate": "信号 6", "exit": "返回 0", "leave": "返回 0",
    "print": "标准输出", "stream": "标准输出", "close": "文件描述符", "babble": "通道", "forge": "通道", "clutch": "文件描述符",
    "raise-term": "信号 15", "raise-kill": "信号 9", "overflow": "信号 11", "bomb": "信号 6",
    "linger": "线程", "scribble": "改动", "tamper": "改动", "rob": "改动",
}
SLOW = {"spin": "时限", "sleep": "时限", "raise-stop": "时限"}
GREEDY = {} if SANITIZED else {"hoard": "内存"}
CAUGHT = {"throw": "抛出|threw", "million": "叫停"} | ({} if SANITIZED else {"exhaust": "alloc"})
LOST = DEADLY | SLOW | GREEDY | CAUGHT


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
        more = ["--plugin", PLUGIN, "--ignore", ",".join(f"misbehave/{r}" for r in [*LOST, "exhaust", "hoard", "poison"] if r not in rules)]
        limit = 8000 if set(rules).isdisjoint(SLOW) else 1500
        done = subprocess.run(
            [GOUJI, "check", *reports, "--isolate", "on", "--format", "sarif", "--jobs", str(jobs),
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

    def test_in_a_batch_three_strikes_switch_it_off_whatever_the_jobs(self):
        for rule in (DEADLY | GREEDY).keys() | {"spin"}:
            with self.subTest(rule):
                run, text = self.loses_only_its_own(rule, self.reports, 1)
                self.assertEqual(text, self.loses_only_its_own(rule, self.reports, 4)[1])
                said = self.failures(run)
                self.assertEqual([where for _, where, _ in said], [*self.reports[:3], None])
                self.assertIn("本次运行不再使用", said[-1][2])

    def test_what_is_caught_in_a_batch_is_said_for_each_report(self):
        for rule in CAUGHT:
            with self.subTest(rule):
                run, text = self.loses_only_its_own(rule, self.reports, 1)
                self.assertEqual(text, self.loses_only_its_own(rule, self.reports, 4)[1])
                self.assertEqual([where for _, where, _ in self.failures(run)], self.reports)

    def test_all_at_once(self):
        rules = list(DEADLY | GREEDY | CAUGHT)
        code, run, text, _ = self.check(self.reports, rules, 4)
        self.assertEqual(code, 2)
        self.assertEqual(self.others(run), self.others(self.clean[1]))
        self.assertEqual({who for who, _, _ in self.failures(run)}, {f"misbehave/{rule}" for rule in rules})
        self.assertEqual(text, self.check(self.reports, rules, 1)[2])

    def test_what_would_spoil_the_next_report_is_refused(self):
        for jobs in (1, 4):
            _, run, _, err = self.check(self.reports, ["poison"], jobs)
            self.assertEqual(self.others(run), self.others(self.clean[1]), err)
            self.assertEqual(sorted(path.name for path in self.folder.iterdir()), self.reports)
            self.assertGreater((self.folder / "report-0.txt").stat().st_size, 0)

    def test_a_plugin_that_misbehaves_before_any_report_is_not_used(self):
        for deed, words in (("crash", "信号 11"), ("exit", "返回 0"), ("print", "标准输出")):
            for moment in ("load", "create", "destroy", "end"):
                if moment == "end" and (SANITIZED or deed == "exit"):
                    continue  # to leave when all is over harms nobody
                with self.subTest(deed=deed, moment=moment):
                    plugin = PLUGIN.with_name(f"{deed}_at_{moment}.gouji")
                    done = subprocess.run([GOUJI, "check", *self.reports, "--no-config", "--format", "sarif", "--plugin", plugin],
                                          capture_output=True, encoding="utf-8", cwd=self.folder, timeout=300)
                    self.assertEqual(done.returncode, 2, done.stderr)
                    self.assertIn(words, done.stderr)
                    self.assertIn(plugin.name, done.stderr)
                    self.assertTrue(self.others(json.loads(done.stdout)["runs"][0]) == self.others(self.clean[1]))

    def test_a_plugin_that_behaves_only_while_it_is_tried_out(self):
        for deed, words in (("crash", "信号 11"), ("exit", "返回 0"), ("print", "标准输出")):
            for moment in ("load", "create"):
                for jobs in ("1", "2"):
                    with self.subTest(deed=deed, moment=moment, jobs=jobs):
                        plugin = PLUGIN.with_name(f"{deed}_later_at_{moment}.gouji")
                        mark = self.folder / "been-here"
                        self.addCleanup(mark.unlink, missing_ok=True)
                        done = subprocess.run([GOUJI, "check", *self.reports, "--no-config", "--format", "sarif", "--jobs", jobs, "--plugin", plugin],
                                              capture_output=True, encoding="utf-8", cwd=self.folder, timeout=300)
                        self.assertTrue(mark.exists(), "it was never tried out")
                        mark.unlink()
                        self.assertEqual(done.returncode, 2, done.stderr)
                        self.assertIn(words, done.stderr)
                        self.assertIn("loading/a", done.stderr)
                        self.assertTrue(self.others(json.loads(done.stdout)["runs"][0]) == self.others(self.clean[1]))

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
        done = subprocess.run([GOUJI, "check", *self.reports, "--no-config", "--isolate", "on", "--format", "sarif", "--fail-on", "never"],
                              capture_output=True, encoding="utf-8", cwd=self.folder, timeout=300, preexec_fn=without_landlock)
        self.assertEqual(done.returncode, 0, done.stderr)
        run = json.loads(done.stdout)["runs"][0]
        self.assertTrue(self.others(run) == self.others(self.clean[1]))
        notified = [note["message"]["text"] for note in run["invocations"][0]["toolExecutionNotifications"]
                if note["descriptor"]["id"] == "gouji/unconfined"]
        self.assertEqual(len(notified), 1)
        self.assertIn("Landlock", notified[0])

    def test_isolation_changes_nothing_for_the_well_behaved(self):
        done = subprocess.run([GOUJI, "check", *self.reports, "--isolate", "off", "--format", "sarif"],
                              capture_output=True, encoding="utf-8", cwd=self.folder, timeout=300)
        self.assertEqual(self.others(json.loads(done.stdout)["runs"][0]), self.others(self.clean[1]))


if __name__ == "__main__":
    unittest.main()
