"""The other commands: help, rules, explain, model, test, plugins."""
import json
import unittest

from cli import CommandLine, REPORT, ROOT

COMMANDS = ("check", "rules", "explain", "model", "test", "plugins", "help")

PAGE = """+++
id = "mine/note"
name = { zh = "测试", en = "Test" }
summary = { zh = "测试。", en = "Test." }
level = "note"
kind = "pattern"
[messages.found]
zh = "不用“{match}”"
en = "not '{match}'"
[pattern]
match = "妥妥"
+++

# 测试

```invalid
办得⟦妥妥⟧的。
```

```valid
办得妥当。
```
"""


class Commands(CommandLine):
    def test_help_fits_a_screen_and_gives_an_example(self):
        for lang, words in (("zh", "例"), ("en", "For example")):
            for command in COMMANDS:
                for line in (("help", command), (command, "--help")) if command != "help" else (("help", command),):
                    code, out, errors = self.text(*line, "--lang", lang)
                    self.assertEqual((code, errors), (0, ""), line)
                    self.assertLessEqual(out.count("\n"), 26, line)
                    self.assertLessEqual(max(len(row) for row in out.split("\n")), 100)
                    self.assertIn(words, out)
        out = self.text("help")[1]
        for command in COMMANDS:
            self.assertIn("gouji " + command, out)

    def test_rules_and_explain(self):
        code, out, errors = self.text("rules")
        self.assertEqual((code, errors), (0, ""))
        self.assertIn("arithmetic/row-total", out)
        code, out, _ = self.text("rules", "dates")
        self.assertNotIn("arithmetic/row-total", out)
        self.assertIn("dates/title-year", out)
        code, out, _ = self.text("explain", "dates/title-year")
        self.assertEqual(code, 0)
        self.assertIn("怎么改", out)

    def test_model(self):
        self.write("r.txt", (ROOT / "tests/reports/demo/clean-2023.txt").read_bytes())
        code, out, _ = self.text("model", "r.txt", "--format", "json")
        self.assertEqual(code, 0)
        model = json.loads(out)
        self.assertEqual((model["year"], model["edition"]), (2023, "2021"))
        self.assertEqual([chapter["kind"] for chapter in model["chapters"] if chapter["title"].startswith("二、")],
                         ["disclosure"])
        self.assertEqual(self.text("model", "r.txt")[0], 0)
        code, _, errors = self.text("model", "none.txt")
        self.assertEqual(code, 2)
        self.assertIn("none.txt", errors)

    def test_examples_of_a_page_are_run(self):
        self.write("mine/note.md", PAGE)
        code, out, errors = self.text("test", "mine")
        self.assertEqual((code, errors), (0, ""), out)
        self.assertIn("2 个例子", out)

    def test_an_example_that_does_not_hold_is_shown(self):
        self.write("a.md", PAGE.replace("⟦妥妥⟧的", "妥妥⟦的⟧"))
        code, out, _ = self.text("test", "a.md")
        self.assertEqual(code, 1)
        self.assertIn("a.md:16: ", out)
        self.assertIn("应标出", out)
        self.assertIn("“妥妥”", out)
        self.write("b.md", PAGE.replace("妥当", "妥妥当当"))
        code, out, _ = self.text("test", "b.md")
        self.assertEqual(code, 1)
        self.assertIn("b.md:20: ", out)
        self.write("c.md", PAGE.replace("```invalid", "```invalid overveiw"))
        self.assertIn("overview", self.text("test", "c.md")[1])

    def test_plugins_lists_what_was_loaded_and_from_where(self):
        code, out, errors = self.text("plugins")
        self.assertEqual((code, errors), (0, ""))
        self.assertRegex(out, r"arithmetic 0\.\d+\.\d+ .*lib/gouji/plugins/arithmetic\.gouji")

    def test_version(self):
        self.assertRegex(self.text("--version")[1], r"^gouji \d+\.\d+\.\d+\n$")


if __name__ == "__main__":
    unittest.main()
