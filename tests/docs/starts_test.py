"""starts_test.py PREFIX: gouji new, as installed: what it writes builds and holds, and it harms no file."""
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PREFIX = pathlib.Path(sys.argv.pop())
KINDS = ["term", "pattern", "presence", "length", "headings", "deadline", "cell", "equation", "requirement"]
REPORT = """云岭县柳河镇人民政府2022年政府信息公开工作年度报告

一、总体情况
全年公开信息30条（待核实）。
"""


class Starts(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def run_here(self, *words, at="."):
        environment = dict(os.environ, CMAKE_PREFIX_PATH=str(PREFIX), CTEST_OUTPUT_ON_FAILURE="1")
        return subprocess.run(words, cwd=self.folder / at, env=environment, text=True, timeout=300,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT)

    def gouji(self, *words, at=".", expect=0):
        done = self.run_here(PREFIX / "bin/gouji", *words, at=at)
        self.assertEqual(done.returncode, expect, done.stdout)
        return done.stdout

    def files(self):
        return {path: path.read_bytes() for path in self.folder.rglob("*") if path.is_file()}

    def test_a_pack_of_every_kind_holds(self):
        for kind in KINDS:
            self.gouji("new", "pack", f"pack-{kind}", "--kind", kind)
            self.assertIn("全部符合", self.gouji("test", f"pack-{kind}"))
        for kind in KINDS:
            self.gouji("new", "rule", f"my-{kind}", "--kind", kind, at="pack-term")
        self.assertIn("10 个规则页", self.gouji("test", ".", at="pack-term"))

    def test_a_program_holds_when_it_is_trusted(self):
        self.assertIn("--trust", self.gouji("new", "pack", "mine", "--kind", "external"))
        self.assertIn("--trust", self.gouji("new", "rule", "second-one", "--kind", "external", at="mine"))
        self.assertIn("2 个规则页，4 个例子：全部符合", self.gouji("test", "--trust", ".", at="mine"))
        self.assertIn("--trust", self.gouji("test", ".", at="mine", expect=2))
        (self.folder / "年报.txt").write_text(REPORT, "utf-8")
        # Why the rule is not there is said, and not only that it is not.
        self.assertIn("确信安全请加 --trust",
                      self.gouji("check", "--pack", "./mine", "--select", "mine/second-one", "年报.txt", expect=2))
        self.assertIn("mine/second-one", self.gouji("check", "--pack", "./mine", "--trust", "--select", "mine", "年报.txt"))
        given = self.folder / "mine/gouji_rule.py"
        self.assertEqual(given.read_bytes(), (ROOT / "rules/examples/heshan/gouji_rule.py").read_bytes())
        given.write_text("# my own\n")
        self.assertIn("不覆盖", self.gouji("new", "rule", "third", "--kind", "external", at="mine", expect=2))

    def test_a_plugin_builds_and_its_rules_hold(self):
        self.gouji("new", "plugin", "my-plugin")
        self.gouji("new", "rule", "second-one", at="my-plugin")
        for words in (("cmake", "-S", "my-plugin", "-B", "b", "-DCMAKE_CXX_FLAGS=-Wall -Wextra -Werror"),
                      ("cmake", "--build", "b"), ("ctest", "--test-dir", "b")):
            done = self.run_here(*words)
            self.assertEqual(done.returncode, 0, done.stdout)
        self.assertIn("2 个规则页", self.gouji("test", "b/my-plugin.gouji"))
        (self.folder / "年报.txt").write_text(REPORT, "utf-8")
        found = self.gouji("check", "--plugin", "b/my-plugin.gouji", "--select", "my-plugin", "年报.txt")
        self.assertIn("my-plugin/unverified", found)
        self.assertIn("my-plugin/second-one", found)

    def test_nothing_is_overwritten(self):
        self.gouji("new", "plugin", "one")
        self.gouji("new", "pack", "two")
        before = self.files()
        for words, at in ((("plugin", "one"), "."), (("pack", "one"), "."), (("pack", "two"), "."),
                          (("rule", "unverified"), "one"), (("rule", "phrases"), "two")):
            self.assertIn("不覆盖", self.gouji("new", *words, at=at, expect=2))
            self.assertEqual(self.files(), before)

    def test_errors_name_what_is_wrong_and_the_nearest_right_thing(self):
        for words, said in ((("plugn", "a"), "plugin"), (("plugin", "My_Rules"), "my-rules"), (("plugin",), "gouji new"),
                            (("rule", "a"), "gouji new plugin"), (("pack", "a", "--kind", "lenght"), "length"),
                            (("pack", "../a"), "小写字母")):
            self.assertIn(said, self.gouji("new", *words, expect=2))
        self.gouji("new", "plugin", "one")
        self.assertIn("--kind", self.gouji("new", "rule", "x", "--kind", "term", at="one", expect=2))
        (self.folder / "one/CMakeLists.txt").write_text("gouji_add_plugin(one VERSION 1.0.0)\n")
        self.assertIn("RULES", self.gouji("new", "rule", "x", at="one", expect=2))


if __name__ == "__main__":
    unittest.main()
