"""Text for people: aligned, shortened, control characters escaped, in colour only where asked for."""
import unicodedata
import unittest

from cli import CommandLine, REPORT, ROOT


def columns(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


class Text(CommandLine):
    def shown(self, text, *words):
        self.write("r.txt", text)
        return self.text("check", "r.txt", "--select", "wording/law-name", *words)[1].split("\n")

    def test_a_finding_looks_like_a_compilers(self):
        lines = self.shown(REPORT)
        self.assertRegex(lines[0], r"^r\.txt:8:12: 错误\[wording/law-name\]：.*条列")
        self.assertEqual(lines[1], "    8 | （三）政府信息管理。按《条列》要求清理文件。")
        self.assertIn("改法", lines[3])
        self.assertEqual(lines[-2], "检查了 1 份年报：1 个错误，0 个警告，0 个提示")

    def test_the_underline_stands_under_the_words(self):
        for front in ("", "ABC ", "\t\t", "😀", "．" * 3):
            lines = self.shown(REPORT.replace("（三）政府信息管理。按", "（三）政府信息管理。" + front + "按"))
            row, under = lines[1].split(" | ", 1)[1], lines[2].split(" | ", 1)[1]
            self.assertEqual(columns(row[:row.index("《条列》")]), len(under) - len(under.lstrip()), front)
            self.assertEqual(under.strip(), "^" * columns("《条列》"))

    def test_long_lines_are_cut_around_the_place(self):
        for front, behind in ((300, 0), (0, 300), (300, 300)):
            lines = self.shown(REPORT.replace("按《条列》要求", "甲" * front + "，按《条列》要求" + "乙" * behind))
            row, under = lines[1].split(" | ", 1)[1], lines[2].split(" | ", 1)[1]
            self.assertLessEqual(columns(row), 100)
            self.assertIn("《条列》", row)
            self.assertEqual(row.startswith("…"), front > 0)
            self.assertEqual(row.endswith("…"), behind > 0)
            self.assertEqual(columns(row[:row.index("《条列》")]), len(under) - len(under.lstrip()))

    def test_nothing_in_a_report_reaches_the_terminal_raw(self):
        lines = self.shown(REPORT.replace("按《条列》", "\x1b[31m\x07\u202e按《条列》"))
        for bad in ("\x1b", "\x07", "\u202e"):
            self.assertNotIn(bad, "".join(lines))

    def test_colour_is_for_terminals(self):
        self.assertNotIn("\x1b", "".join(self.shown(REPORT)))
        self.assertIn("\x1b[1;31m", "".join(self.shown(REPORT, "--color", "always")))
        self.assertNotIn("\x1b", "".join(self.shown(REPORT, "--color", "never")))

    def test_quiet_leaves_the_summary_out(self):
        self.assertNotIn("检查了", "\n".join(self.shown(REPORT, "--quiet")))

    def test_figures_that_a_finding_speaks_of_are_shown(self):
        self.write("r.txt", (ROOT / "tests/reports/demo/faulty-2022.txt").read_bytes())
        out = self.text("check", "r.txt", "--select", "arithmetic")[1]
        self.assertIn("相关：", out)
        self.assertIn("位置：三、", out)

    def test_english(self):
        lines = self.shown(REPORT, "--lang", "en")
        self.assertRegex(lines[0], r"^r\.txt:8:12: error\[wording/law-name\]: ")
        self.assertEqual(lines[-2], "1 report checked: 1 error, 0 warnings, 0 notes")

    def test_a_clean_report_says_so(self):
        self.write("r.txt", REPORT.replace("条列", "条例"))
        self.assertEqual(self.text("check", "r.txt", "--select", "wording/law-name")[1], "检查了 1 份年报：没有发现问题\n")


if __name__ == "__main__":
    unittest.main()
