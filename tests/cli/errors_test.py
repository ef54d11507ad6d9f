"""Every way the world or the user can be wrong: one line that names the thing, exit code 2."""
import os
import unittest

from cli import CommandLine, ROOT, rules


class Errors(CommandLine):
    def one_line(self, words, *said, code=2):
        got, _, errors = self.text(*words)
        self.assertEqual(got, code, errors)
        lines = errors.splitlines()
        self.assertEqual(len(lines), 1, errors)
        for word in said:
            self.assertIn(word, lines[0])

    def test_the_world(self):
        self.write("good.txt")
        self.write("empty.txt", b"")
        self.write("bytes.txt", bytes(range(128, 256)) * 20)
        self.write("large.txt", b"x" * 3000)
        (self.folder / "folder").mkdir()
        for name, said in (("none.txt", "没有这个文件"), ("empty.txt", "空"), ("bytes.txt", "--encoding"),
                           ("folder", "没有 .txt")):
            self.one_line(("check", name, "--quiet"), name, said)
        self.one_line(("check", "large.txt", "--max-size", "2K", "--quiet"), "large.txt", "--max-size")
        if os.getuid() != 0:
            self.write("secret.txt").chmod(0)
            self.one_line(("check", "secret.txt"), "secret.txt", "权限")

    def test_one_bad_file_does_not_stop_the_rest(self):
        self.write("a.txt", b"")
        self.write("b.txt")
        code, run, errors = self.sarif("a.txt", "none.txt", "b.txt")
        self.assertEqual(code, 2)
        self.assertIn("wording/law-name", rules(run))
        self.assertEqual(len(errors.splitlines()), 2)
        notes = run["invocations"][0]["toolExecutionNotifications"]
        self.assertEqual([note["descriptor"]["id"] for note in notes], ["gouji/unreadable-file"] * 2)
        self.assertFalse(run["invocations"][0]["executionSuccessful"])
        self.assertEqual(run["invocations"][0]["exitCode"], 2)

    def test_the_user(self):
        self.write("r.txt")
        for words, said in (
            (("chekc", "r.txt"), ("chekc", "check")),
            (("check",), ("gouji check",)),
            (("check", "r.txt", "--fromat", "text"), ("--fromat", "--format")),
            (("check", "r.txt", "--format", "pdf"), ("pdf", "sarif")),
            (("check", "r.txt", "--format"), ("--format", "缺少值")),
            (("check", "r.txt", "--fail-on", "warn"), ("warn", "warning")),
            (("check", "r.txt", "--select", "wording/law-nmae"), ("wording/law-nmae", "wording/law-name")),
            (("check", "r.txt", "--ignore", "wordng"), ("wordng", "wording")),
            (("check", "r.txt", "--jobs", "0"), ("--jobs", "0")),
            (("check", "r.txt", "--jobs", "many"), ("many",)),
            (("check", "r.txt", "--edition", "2020"), ("2020", "2021")),
            (("check", "r.txt", "--year", "21"), ("--year", "21")),
            (("check", "r.txt", "--max-size", "big"), ("big",)),
            (("check", "r.txt", "--encoding", "klingon"), ("klingon",)),
            (("check", "r.txt", "--lang", "de"), ("de", "zh")),
            (("check", "r.txt", "--color", "red"), ("red", "auto")),
            (("check", "r.txt", "--output", "a", "--output", "b"), ("--output",)),
            (("explain", "dates/titel-year"), ("dates/titel-year", "dates/title-year")),
        ):
            with self.subTest(words=words):
                self.one_line(words, *said)

    def test_errors_are_english_where_english_is_wanted(self):
        for words, env in ((("--lang", "en"), {}), ((), {"LANG": "en_US.UTF-8"}), ((), {"LC_ALL": "en_GB.UTF-8", "LANG": "zh_CN.UTF-8"})):
            _, _, errors = self.text("check", "none.txt", *words, env=env)
            self.assertIn("no such file", errors)
        for env in ({}, {"LANG": "C"}, {"LANG": "zh_CN.UTF-8"}):
            self.assertIn("没有这个文件", self.text("check", "none.txt", env=env)[2])

    def test_a_broken_page_is_shown_as_a_compiler_shows_it(self):
        good = (ROOT / "plugins/dates/title_year.md").read_text(encoding="utf-8")
        self.write("page.md", good.replace("summary =", "sumary ="))
        code, _, errors = self.text("test", "page.md")
        self.assertEqual(code, 2)
        self.assertRegex(errors, r"page\.md:\d+:\d+: ")
        self.assertIn("summary", errors)


if __name__ == "__main__":
    unittest.main()
