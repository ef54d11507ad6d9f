"""Plugins that break the contract: each costs its own findings, is named, and disturbs nobody."""
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

GOUJI = os.environ["GOUJI"]
PLUGINS = pathlib.Path(os.environ["GOUJI_HOSTILE"])
REPORT = """云岭县柳河镇人民政府2022年政府信息公开工作年度报告

一、总体情况
全年主动公开信息30条。

六、其他需要报告的事项
本年度未收取信息处理费。
"""


class Hostile(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.report = self.folder / "report.txt"
        self.report.write_text(REPORT, encoding="utf-8")

    def run_gouji(self, *words):
        return subprocess.run([GOUJI, *map(str, words)], capture_output=True, encoding="utf-8",
                              cwd=self.folder, timeout=120)

    def check(self, plugin, select, *more):
        done = self.run_gouji("check", "report.txt", "--format", "sarif", "--plugin", plugin,
                              "--select", select, *more)
        return done, json.loads(done.stdout)["runs"][0]

    def test_every_rule_that_misbehaves_is_named_and_costs_its_own_findings(self):
        broken = {
            "throws": "boom", "throws-int": "抛出异常|threw", "outside": "不在这份报告里", "backwards": "末尾在开头之前",
            "splits-character": "字的中间", "unknown-message": "no-such-message", "null-message": "消息",
            "stubborn": "叫停", "never-closes": "没有结束", "opens-nothing": "open", "edits-outside": "不在这份报告里",
            "fails-without-words": "没有说明原因",
        }
        done, run = self.check(PLUGINS / "rules.gouji", "hostile")
        self.assertEqual(done.returncode, 2)
        notes = run["invocations"][0]["toolExecutionNotifications"]
        self.assertFalse(run["invocations"][0]["executionSuccessful"])
        said = {}
        for note in notes:
            if note["descriptor"]["id"] == "gouji/rule-failed":
                said[note["associatedRule"]["id"].split("/")[1]] = note["message"]["text"]
        for rule, words in broken.items():
            self.assertIn(rule, said)
            self.assertTrue(any(word in said[rule] for word in words.split("|")), (rule, said[rule]))
            self.assertIn(f"hostile/{rule}", done.stderr)
        found = [result["ruleId"] for result in run["results"]]
        self.assertEqual({rule for rule in found}, {"hostile/decent", "hostile/dirty", "hostile/flood", "hostile/reads-tables", "hostile/reads-forms"})
        self.assertEqual(found.count("hostile/decent"), 1)

    def test_a_flood_is_capped_and_said_to_be(self):
        done, run = self.check(PLUGINS / "rules.gouji", "hostile/flood")
        # Equal findings are one; the cap is on what is reported.
        self.assertEqual(len(run["results"]), 1)
        notes = run["invocations"][0]["toolExecutionNotifications"]
        self.assertEqual([note["descriptor"]["id"] for note in notes], ["gouji/too-many-findings"])
        self.assertIn("10000", notes[0]["message"]["text"])
        self.assertEqual(done.returncode, 0)

    def test_a_rule_that_cannot_be_created_is_named_with_its_reason(self):
        for rule, why in (("create-throws", "not today"), ("lacks-service", "does not offer gouji.future/9"),
                          ("babbles", "xxx")):
            done, run = self.check(PLUGINS / "rules.gouji", f"hostile/{rule},hostile/decent")
            self.assertEqual(done.returncode, 2)
            self.assertIn(why, done.stderr)
            self.assertIn(f"hostile/{rule}", done.stderr)
            self.assertEqual([result["ruleId"] for result in run["results"]], ["hostile/decent"])

    def test_what_a_rule_says_is_made_clean(self):
        done, run = self.check(PLUGINS / "rules.gouji", "hostile/dirty")
        self.assertEqual(done.returncode, 0)
        self.assertEqual(run["results"][0]["message"]["text"], "说：a\ufffd\ufffdz\x1b[31m。")
        text = self.run_gouji("check", "report.txt", "--plugin", PLUGINS / "rules.gouji", "--select", "hostile/dirty")
        self.assertNotIn("\x1b", text.stdout)

    def test_each_way_to_be_no_plugin_has_its_own_message(self):
        (self.folder / "text.gouji").write_text("no library")
        messages = {
            self.folder / "absent.gouji": "没有这个插件文件",
            self.folder: "不是文件",
            self.folder / "text.gouji": "系统无法载入",
            PLUGINS / "nothing.gouji": "没有导出 gouji_plugin_v1",
            PLUGINS / "other_major.gouji": "接口第 2 版",
            PLUGINS / "tiny_size.gouji": "size",
            PLUGINS / "huge_size.gouji": "size",
            PLUGINS / "no_id.gouji": "不完整",
            PLUGINS / "no_rules.gouji": "不完整",
        }
        for plugin, words in messages.items():
            done = self.run_gouji("plugins", "--plugin", plugin)
            self.assertEqual(done.returncode, 2, plugin)
            lines = [line for line in done.stderr.splitlines() if str(plugin) in line]
            self.assertEqual(len(lines), 1, done.stderr)
            self.assertIn(words, lines[0])
        self.assertEqual(len(set(messages.values())), 7)

    def test_a_refused_plugin_costs_nobody_else(self):
        done, run = self.check(PLUGINS / "other_major.gouji", "hostile", "--plugin", PLUGINS / "rules.gouji")
        self.assertEqual(done.returncode, 2)
        self.assertIn("hostile/decent", [result["ruleId"] for result in run["results"]])
        self.assertIn("接口第 2 版", run["invocations"][0]["toolConfigurationNotifications"][0]["message"]["text"])

    def test_a_plugin_for_a_newer_minor_works(self):
        done = self.run_gouji("plugins", "--plugin", PLUGINS / "newer_minor.gouji")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("declared 2.0.0", done.stdout)
        self.assertIn("1.7", done.stdout)
        done, _ = self.check(PLUGINS / "newer_minor.gouji", "declared/good")
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_a_broken_rule_is_refused_by_itself(self):
        done = self.run_gouji("plugins", "--plugin", PLUGINS / "bad_rules.gouji")
        self.assertEqual(done.returncode, 2)
        self.assertIn("declared 1.0.0  1 条规则", done.stdout)
        for words in ("没有规则页", "declared/broken.md:7:1", "level", "somebody/else", "+++", "缺少函数", "指针为空",
                      "size", "编号重复"):
            self.assertIn(words, done.stderr)

    def test_of_two_plugins_with_one_name_the_first_is_used(self):
        done = self.run_gouji("plugins", "--plugin", PLUGINS / "newer_minor.gouji", "--plugin", PLUGINS / "twin.gouji")
        self.assertEqual(done.returncode, 2)
        self.assertIn("declared 2.0.0", done.stdout)
        self.assertNotIn("9.9.9", done.stdout)
        self.assertIn("twin.gouji", done.stderr)
        self.assertIn("同名", done.stderr)

    def test_a_folder_of_plugins(self):
        done = self.run_gouji("plugins", "--plugin-path", PLUGINS)
        self.assertIn("hostile 1.0.0", done.stdout)
        done = self.run_gouji("plugins", "--plugin-path", self.folder / "none")
        self.assertEqual(done.returncode, 2)
        self.assertIn("没有这个文件夹", done.stderr)


if __name__ == "__main__":
    unittest.main()
