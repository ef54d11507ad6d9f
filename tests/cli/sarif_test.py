"""SARIF: what its readers rely on."""
import re
import unittest
from urllib.parse import unquote

from cli import CommandLine, REPORT, ROOT, rules

DEMO = "tests/reports/demo/faulty-2022.txt"


class Sarif(CommandLine):
    def demo(self, *words):
        self.write("年报/柳河 镇.txt", (ROOT / DEMO).read_bytes())
        return self.sarif("年报/柳河 镇.txt", *words)[1]

    def test_uris_are_relative_and_encoded(self):
        run = self.demo()
        uri = run["artifacts"][0]["location"]["uri"]
        self.assertEqual(uri, "%E5%B9%B4%E6%8A%A5/%E6%9F%B3%E6%B2%B3%20%E9%95%87.txt")
        self.assertEqual(unquote(uri), "年报/柳河 镇.txt")
        base = run["originalUriBaseIds"]["SRCROOT"]["uri"]
        self.assertTrue(base.startswith("file:///") and base.endswith("/"))
        for result in run["results"]:
            location = result["locations"][0]["physicalLocation"]["artifactLocation"]
            self.assertEqual(location, {"uri": uri, "uriBaseId": "SRCROOT"})

    def test_every_reference_resolves(self):
        run = self.demo()
        self.assertGreater(len(run["results"]), 5)
        for result in run["results"]:
            rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
            self.assertEqual(rule["id"], result["ruleId"])
            self.message(result["message"], rule)
            for related in result.get("relatedLocations", []):
                self.message(related["message"], rule)

    def message(self, message, rule):
        text = rule["messageStrings"][message["id"]]["text"]
        arguments = message.get("arguments", [])
        filled = re.sub(r"\{\{|\}\}|\{(\d+)\}",
                        lambda m: arguments[int(m.group(1))] if m.group(1) else m.group(0)[0], text)
        self.assertEqual(filled, message["text"])
        self.assertNotRegex(message["text"], r"\{[a-z_]+\}", "an argument is missing")

    def test_regions_hold_what_the_snippet_says(self):
        run = self.demo()
        lines = (ROOT / DEMO).read_text(encoding="utf-8").split("\n")
        seen = 0
        for result in run["results"]:
            for place in result["locations"] + result.get("relatedLocations", []):
                physical = place["physicalLocation"]
                self.assertNotIn("byteOffset", physical["region"])
                self.assertEqual(self.cut(lines, physical["region"]), physical["region"]["snippet"]["text"])
                around = physical["contextRegion"]
                self.assertEqual(self.cut(lines, around), around["snippet"]["text"])
                self.assertIn(physical["region"]["snippet"]["text"], around["snippet"]["text"])
                self.assertGreater(len(around["snippet"]["text"]), len(physical["region"]["snippet"]["text"]))
                seen += 1
        self.assertGreater(seen, 7)

    @staticmethod
    def cut(lines, region):
        picked = lines[region["startLine"] - 1:region["endLine"]]
        units = lambda text, begin, end: text.encode("utf-16-le")[2 * begin:2 * end if end is not None else None].decode("utf-16-le")
        if len(picked) == 1:
            return units(picked[0], region["startColumn"] - 1, region["endColumn"] - 1)
        return "\n".join([units(picked[0], region["startColumn"] - 1, None), *picked[1:-1],
                          units(picked[-1], 0, region["endColumn"] - 1)])

    def test_a_cell_is_named_in_words(self):
        run = self.demo("--select", "arithmetic")
        names = [[place["name"] for place in result["locations"][0].get("logicalLocations", [])]
                 for result in run["results"]]
        self.assertTrue(any(len(path) >= 4 and path[0].startswith("三、") for path in names), names)
        for result in run["results"]:
            for place in result["locations"][0].get("logicalLocations", []):
                self.assertTrue(place["fullyQualifiedName"].endswith(place["name"]))

    def test_fingerprints_survive_what_is_no_change(self):
        text = (ROOT / DEMO).read_text(encoding="utf-8")
        prints = lambda run: sorted(result["partialFingerprints"]["goujiContext/v1"] for result in run["results"])
        before = prints(self.demo())
        self.assertEqual(len(before), len(set(before)))
        for name, changed in {
            "crlf": text.replace("\n", "\r\n"), "cr": text.replace("\n", "\r"), "blank": "\n\n" + text,
            "end": text + "\n\n", "indent": text.replace("\n（", "\n　　（"),
        }.items():
            self.write("moved/其他.txt", changed)
            self.assertEqual(prints(self.sarif("moved/其他.txt")[1]), before, name)

    def test_the_run_says_how_it_went(self):
        run = self.demo()
        invocation = run["invocations"][0]
        self.assertTrue(invocation["executionSuccessful"])
        self.assertEqual(invocation["exitCode"], 1)
        for key in ("startTimeUtc", "endTimeUtc"):
            self.assertRegex(invocation[key], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$")
        self.assertEqual(run["columnKind"], "utf16CodeUnits")
        self.assertEqual(run["language"], "zh-CN")
        artifact = run["artifacts"][0]
        self.assertEqual((artifact["encoding"], artifact["mimeType"]), ("UTF-8", "text/plain"))
        self.assertEqual(artifact["length"], (ROOT / DEMO).stat().st_size)

    def test_every_rule_is_described(self):
        run = self.demo()
        ids = []
        for rule in run["tool"]["driver"]["rules"]:
            ids.append(rule["id"])
            for key in ("shortDescription", "fullDescription", "help"):
                self.assertTrue(rule[key]["text"])
            self.assertRegex(rule["name"], r"^[A-Z][A-Za-z0-9]+$")
            self.assertIn(rule["defaultConfiguration"]["level"], ("error", "warning", "note"))
        self.assertEqual(len(ids), len(set(ids)))
        self.assertGreater(len(ids), 40)

    def test_fixes_mend_what_they_say(self):
        self.write("r.txt")
        result = self.sarif("r.txt", "--select", "wording/law-name")[1]["results"][0]
        lines = REPORT.split("\n")
        for edit in result["fixes"][0]["artifactChanges"][0]["replacements"]:
            region = edit["deletedRegion"]
            self.assertEqual(region["startLine"], region["endLine"])
            row = lines[region["startLine"] - 1]
            lines[region["startLine"] - 1] = (row[:region["startColumn"] - 1] + edit["insertedContent"]["text"] +
                                              row[region["endColumn"] - 1:])
        self.assertEqual("\n".join(lines), REPORT.replace("条列", "条例"))

    def test_english(self):
        run = self.demo("--lang", "en")
        self.assertEqual(run["language"], "en-US")
        for result in run["results"]:
            self.assertRegex(result["message"]["text"], r"[a-z]{3}")

    def test_an_empty_run_is_a_whole_log(self):
        self.write("r.txt")
        run = self.sarif("r.txt", "--select", "wording/doubled")[1]
        self.assertEqual(run["results"], [])


if __name__ == "__main__":
    unittest.main()
