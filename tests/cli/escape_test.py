"""What stands in a report or in a file's name comes out of every format as it was, through a reader that is not ours."""
import json
import os
import pathlib
import re
import shutil
import unittest
import urllib.parse
import xml.etree.ElementTree as ElementTree

from cli import CommandLine

# A rule that quotes the text between two words.
PAGE = """+++
id = "quote/all"
name = { zh = "引用", en = "Quote" }
summary = { zh = "引用两个词之间的文字。", en = "Quotes what stands between two words." }
level = "warning"
precision = "low"
tags = ["region"]
kind = "pattern"

[pattern]
match = '甲始(?P<word>[^甲乙]*)乙终'

[messages.found]
zh = "这里写着“{word}”。"
en = "It says {word}."
+++

# 引用

## 怎么改

不必改。

```valid overview
全年工作有序开展。
```

```invalid overview
全年⟦甲始办理乙终⟧有序。
```
"""
REPORT = "云岭县柳河镇人民政府2022年政府信息公开工作年度报告\n\n一、总体情况\n{}\n"
TEXTS = {
    "percent": "完成100%0A率%25与%2C",
    "comma and colon": "a,b:c::d;e，f：g",
    "quotes": "\"双\"'单'“弯”`反`\\反斜杠\\n",
    "markup": "<b>&amp;</b>]]><![CDATA[x]]><!----->&#x0;",
    "braces": "{word}{0}{{x}}${y}%s",
    "brackets and links": "[x](1)![y](http://h/)*星*_下_#",
    "commands": "::error file=x::y",
    "emoji": "😀👨👩👧🇨🇳𠮷é",
    "bidirectional": "\u202e颠倒\u202c\u2066",
    "symbols": "a—b…c·d℃㎡①",
    "script end": "</script><script>alert(1)</script>",
    "last code points": "\U0010fffd\ue000\ufffd",
}
CONTROLS = {"escape": "红\x1b[31m字", "bell": "铃\x07", "delete": "删\x7f", "vertical": "竖\x0b", "C1": "控\u009b31m字"}
# What a terminal or a viewer obeys instead of showing it.
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
NAMES = ["普通.txt", "a b,c:d%2C.txt", "\"引'号\".txt", "<&>]]>.txt", "😀#1?.txt", "换\n行.txt", "制\t表.txt", "反\\斜.txt", "[x](1).txt"]


def github(line):
    """A workflow command, read as its documentation says: data and properties are percent-decoded, nothing else."""
    found = re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", line)
    assert found, line
    decode = lambda text, extra: re.sub("%(25|0D|0A" + extra + ")", lambda m: chr(int(m[1], 16)), text)
    properties = dict(part.split("=", 1) for part in found[2].split(","))
    return {key: decode(value, "|3A|2C") for key, value in properties.items()}, decode(found[3], "")


class Escapes(CommandLine):
    def setUp(self):
        super().setUp()
        self.write("pack/pack.toml", 'id = "quote"\nname = { zh = "引用", en = "Quote" }\nversion = "1.0.0"\ngouji = ">=0.1, <1"\n')
        self.write("pack/all.md", PAGE)

    def run_format(self, name, *what):
        done = self.gouji("check", "--no-config", "--pack", "./pack", "--select", "quote", "--fail-on", "note", "--format", name, *what)
        self.assertIn(done.returncode, (0, 1), done.stderr)
        self.assertNotRegex(done.stdout.decode("utf-8"), OBEYED)
        return done.stdout.decode("utf-8")  # which fails on anything else

    def messages(self, *what):
        """(file, message) of every finding, by format."""
        out = {}
        out["ndjson"] = [(one["file"], one["message"]) for one in map(json.loads, self.run_format("ndjson", *what).split("\n")[:-1])]
        out["gitlab"] = [(one["location"]["path"], one["description"]) for one in json.loads(self.run_format("gitlab", *what))]
        out["sarif"] = [(urllib.parse.unquote(one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]), one["message"]["text"])
                        for one in json.loads(self.run_format("sarif", *what))["runs"][0]["results"]]
        commands = [github(line) for line in self.run_format("github", *what).split("\n")[:-1]]
        out["github"] = [(properties["file"], message) for properties, message in commands]
        files = ElementTree.fromstring(self.run_format("checkstyle", *what)).iter("file")
        out["checkstyle"] = [(file.get("name"), error.get("message")) for file in files for error in file.iter("error")]
        suites = ElementTree.fromstring(self.run_format("junit", *what)).iter("testsuite")
        out["junit"] = [(suite.get("name"), failure.get("message")) for suite in suites for failure in suite.iter("failure")]
        return out

    def test_texts(self):
        for name, text in TEXTS.items():
            with self.subTest(name):
                self.write("a.txt", REPORT.format("全年甲始" + text + "乙终。"))
                for form, found in self.messages("a.txt").items():
                    wanted = OBEYED.sub("\ufffd", text) if form == "github" else text  # it has no escape for them
                    self.assertEqual(found, [("a.txt", f"这里写着“{wanted}”。")], form)

    def test_control_characters(self):
        for name, text in CONTROLS.items():
            with self.subTest(name):
                self.write("a.txt", REPORT.format("全年甲始" + text + "乙终。"))
                escaped = OBEYED.sub("\ufffd", text)
                for form, found in self.messages("a.txt").items():
                    wanted = escaped if form in ("checkstyle", "junit", "github") else text  # XML cannot hold them
                    self.assertEqual(found, [("a.txt", f"这里写着“{wanted}”。")], form)

    def test_half_a_surrogate_pair(self):
        """Such a file has no text: it is named, and no format is broken by it."""
        text = REPORT.format("全年甲始半@个乙终。").encode("utf-16-le").replace("@".encode("utf-16-le"), b"\x3d\xd8")
        self.write("in/a.txt", b"\xff\xfe" + text)
        self.write("in/b.txt", REPORT.format("全年甲始内容乙终。"))
        each_line = lambda text: [json.loads(line) for line in text.splitlines()]
        for form, parse in (("ndjson", each_line), ("sarif", json.loads), ("gitlab", json.loads), ("junit", ElementTree.fromstring), ("checkstyle", ElementTree.fromstring)):
            done = self.gouji("check", "--no-config", "--pack", "./pack", "--select", "quote", "--format", form, "in")
            self.assertEqual(done.returncode, 2)
            parse(done.stdout.decode())
            self.assertIn("内容", done.stdout.decode())

    def test_names_of_files(self):
        for name in NAMES:
            with self.subTest(name):
                shutil.rmtree(self.folder / "in", ignore_errors=True)
                self.write("in/" + name, REPORT.format("全年甲始内容乙终。"))
                for form, found in self.messages("in").items():
                    self.assertEqual(found, [("in/" + name, "这里写着“内容”。")], form)

    def test_names_that_are_no_text(self):
        (self.folder / "in").mkdir()
        path = os.path.join(os.fsencode(self.folder), b"in/\xff\xfe.txt")
        with open(path, "wb") as file:
            file.write(REPORT.format("全年甲始内容乙终。").encode())
        for form, found in self.messages("in").items():
            wanted = "in/\ufffd\ufffd.txt"
            self.assertEqual(found, [(wanted, "这里写着“内容”。")], form)
        self.assertIn("\ufffd.txt", self.run_format("text", "in"))
        self.assertIn("\ufffd.txt", self.run_format("html", "in"))
        uri = json.loads(self.run_format("sarif", "in"))["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        self.assertEqual(urllib.parse.unquote_to_bytes(uri), b"in/\xff\xfe.txt")

    def test_the_page_holds_no_markup_of_a_report(self):
        self.write("a.txt", REPORT.format("全年甲始" + TEXTS["script end"] + TEXTS["markup"] + "乙终。"))
        page = self.run_format("html", "a.txt")
        self.assertNotIn("<script>alert", page)
        self.assertEqual(page.count("<script>"), 1)
        self.assertNotIn("<b>&amp;amp;</b>", page)
        self.assertIn("&lt;script&gt;alert(1)", page)


if __name__ == "__main__":
    unittest.main()
