"""What who runs the gate relies on: one name a file in every format, groups of rules, lists for programs, words in Chinese."""
import json
import pathlib
import re
import subprocess
import unittest
import urllib.parse
import xml.etree.ElementTree as ET

from cli import CommandLine, GOUJI, REPORT, ROOT, rules

FAULTY = (ROOT / "tests" / "reports" / "demo" / "faulty-2022.txt").read_text(encoding="utf8")


class Names(CommandLine):
    def named(self, form, *words):
        """The files that a format speaks of."""
        shown = self.gouji("check", *words, "--format", form, "--fail-on", "note").stdout.decode()
        if form == "sarif":
            (run,) = json.loads(shown)["runs"]
            return {urllib.parse.unquote(artifact["location"]["uri"]) for artifact in run["artifacts"]}
        if form == "gitlab":
            return {one["location"]["path"] for one in json.loads(shown)}
        if form == "ndjson":
            return {json.loads(line)["file"] for line in shown.splitlines()}
        if form == "github":
            return {urllib.parse.unquote(name) for name in re.findall(r"file=([^,]*),", shown)}
        if form == "junit":
            return {suite.get("name") for suite in ET.fromstring(shown)}
        if form == "checkstyle":
            return {file.get("name") for file in ET.fromstring(shown)}
        if form == "html":
            return {name for name in ("报送/乙 a.txt", "报送/空.txt") if name in shown}
        return set(re.findall(r"^(.*?):\d+:\d+: ", shown, re.M)) | set(re.findall(r"没有检查：(\S+)", shown))

    def test_every_format_calls_a_file_the_same_and_names_the_unreadable(self):
        self.write("报送/乙 a.txt", FAULTY)
        self.write("报送/空.txt", b"")
        for words in (("报送",), ("./报送/",), (self.folder / "报送",), ("报送/../报送/乙 a.txt", "./报送/空.txt")):
            for form in ("text", "sarif", "gitlab", "ndjson", "github", "junit", "checkstyle", "html"):
                self.assertEqual(self.named(form, *words), {"报送/乙 a.txt", "报送/空.txt"}, (form, words))

    def test_in_a_checkout_results_begin_at_its_root(self):
        (self.folder / ".git").mkdir()
        self.write("报送/a.txt", FAULTY)
        for form in ("sarif", "gitlab", "ndjson", "github", "junit", "checkstyle"):
            done = subprocess.run([GOUJI, "check", "a.txt", "--format", form], cwd=self.folder / "报送", capture_output=True)
            self.assertIn("报送/a.txt", urllib.parse.unquote(done.stdout.decode()), form)

    def test_the_summary_has_file_year_and_agency(self):
        self.write("甲.txt", FAULTY)
        self.write("乙.txt", REPORT)
        _, out, _ = self.text("check", "甲.txt", "乙.txt")
        self.assertRegex(out, r"文件 +年份 +单位 +错误 +警告 +提示\n")
        self.assertRegex(out, r"\n乙\.txt +2022 +云岭县柳河镇人民政府 +\d+ +\d+ +\d+\n")


class Groups(CommandLine):
    def test_a_plugin_has_a_level_and_one_of_its_rules_another(self):
        self.write("a.txt", FAULTY)
        plugins = lambda run: {rule.split("/")[0] for rule in rules(run)}
        self.assertIn("arithmetic", plugins(self.sarif("a.txt")[1]))
        self.write("gouji.toml", '[rules]\narithmetic = "off"\n')
        self.assertNotIn("arithmetic", plugins(self.sarif("a.txt")[1]))
        self.write("gouji.toml", '[rules]\n"arithmetic/row-total" = "note"\narithmetic = "off"\n')
        found = [result for result in self.sarif("a.txt")[1]["results"] if result["ruleId"].startswith("arithmetic/")]
        self.assertEqual({(result["ruleId"], result["level"]) for result in found}, {("arithmetic/row-total", "note")})
        self.write("gouji.toml", '[rules]\narithmetc = "off"\n')
        code, _, errors = self.text("check", "a.txt")
        self.assertEqual(code, 2)
        self.assertIn("“arithmetic”", errors)

    def test_a_group_turns_on_no_rule_that_is_off_by_default(self):
        off = [rule["id"] for rule in json.loads(self.text("rules", "--format", "json")[1]) if not rule["enabled"]]
        self.write("a.txt", FAULTY)
        for rule in off:
            self.write("gouji.toml", f'[rules]\n{rule.split("/")[0]} = "error"\n')
            self.assertIn(f"{rule} = off", self.text("config", "--all", "a.txt")[1])

    def test_a_suppression_may_cover_a_plugin(self):
        self.write("a.txt", FAULTY)
        self.write("gouji.toml", '[[suppress]]\nrule = "arithmetic"\nreason = "表格另行核对"\n')
        run = self.sarif("a.txt")[1]
        for result in run["results"]:
            self.assertEqual(bool(result["suppressions"]), result["ruleId"].startswith("arithmetic/"), result["ruleId"])

    def test_globs_of_a_configuration_elsewhere_begin_where_gouji_runs(self):
        self.write("报送/a.txt", FAULTY)
        self.write("gate/gouji.toml", '[[suppress]]\nrule = "arithmetic"\nfile = "报送/*"\nreason = "表格另行核对"\n')
        run = self.sarif("报送", "--config", "gate/gouji.toml", "--locked")[1]
        self.assertTrue([result for result in run["results"] if result["suppressions"]])


class Lists(CommandLine):
    def test_rules_for_programs(self):
        code, out, _ = self.text("rules", "--format", "json")
        listed = json.loads(out)
        self.assertEqual(code, 0)
        one = next(rule for rule in listed if rule["id"] == "dates/late")
        self.assertEqual((one["from"], one["level"] in ("error", "warning", "note"), one["enabled"]), ("dates", True, True))
        self.assertEqual([option["key"] for option in one["options"]], ["department", "government"])
        self.assertEqual({rule["from"] for rule in json.loads(self.text("rules", "dates", "-f", "json")[1])}, {"dates"})
        text = self.text("rules")[1]
        for rule in listed:
            self.assertIn(rule["id"], text)

    def test_a_rule_is_found_by_its_last_name(self):
        code, out, _ = self.text("explain", "row-total")
        self.assertEqual(code, 0)
        self.assertTrue(out.startswith("arithmetic/row-total"))
        self.write("a.txt", FAULTY)
        self.assertEqual(set(rules(self.sarif("a.txt", "--select", "row-total")[1])), {"arithmetic/row-total"})
        self.assertEqual(self.text("explain", "row-totl")[0], 2)


class Words(CommandLine):
    INTERNAL = re.compile(r"json\.exception|boost::|std::|nlohmann|toml::|icu|terminate called|No such file|Permission denied|File too large|Is a directory", re.I)

    def test_no_internals_and_no_english_where_chinese_is_wanted(self):
        self.write("a.txt", FAULTY)
        self.write("x.gouji", "no library")
        self.write("none.sarif", '{"runs": [{"results": [{"x": 1}]}]}')
        self.write("list.sarif", "[]")
        self.write("text.sarif", '{"runs": 3}')
        (self.folder / "folder").mkdir()
        for words in (("check", "a.txt", "--plugin", "x.gouji"), ("check", "a.txt", "--plugin", "gone.gouji"), ("check", "a.txt", "--baseline", "none.sarif"),
                      ("check", "a.txt", "--baseline", "list.sarif"), ("check", "a.txt", "--baseline", "text.sarif"), ("check", "a.txt", "--baseline", "gone.sarif"),
                      ("check", "a.txt", "--baseline", "folder"), ("check", "a.txt", "-o", "folder"), ("check", "a.txt", "-o", "gone/out"), ("check", "a.txt", "-o", "/dev/full"),
                      ("check", "a.txt", "--config", "gone.toml"), ("check", "a.txt", "--quiet=yes"), ("check", "a.txt", "--pack", "./folder"), ("model", "folder"),
                      ("check", "a.txt", "--jobs", ""), ("check", "--", "gone.txt"), ("test", "gone.md")):
            with self.subTest(words):
                code, _, errors = self.text(*words)
                self.assertEqual(code, 2)
                self.assertRegex(errors, "[一-鿿]")
                self.assertNotRegex(errors, self.INTERNAL)


if __name__ == "__main__":
    unittest.main()
