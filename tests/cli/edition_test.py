"""An edition is a file of rules/editions: an invented one, with a row and a chapter that no other has, is known to
check, model, test, new and the schema of gouji.toml without a word of C++."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import unittest

import cli

OUTLOOK = "下一年度工作安排"
ROW = "行政指导"


def invented():
    """The newest edition, for reports from 2030 on."""
    text = (cli.ROOT / "rules/editions/2021.toml").read_text(encoding="utf-8")
    head, sample = text.split("[sample]")
    head = head.replace('id = "2021"', 'id = "2030"', 1).replace("from = 2021", "from = 2030", 1)
    marks = re.search(r"^marks = \[.*?\]$", head, re.S | re.M).group()
    head = head.replace(marks, f'marks = ["{ROW}"]', 1)
    coercion = re.search(r'^  \{key = "coercion".*\n', head, re.M).group()
    head = head.replace(coercion, coercion + coercion.replace("coercion", "guidance").replace("行政强制", ROW), 1)
    chapter = f'[[chapters]]\nkind = "outlook"\nordinal = 7\ntitle = "{OUTLOOK}"\n\n'
    head = head.replace("[[forms]]", chapter + "[[forms]]", 1)
    # The sample: the same with the row, the chapter and the year.
    row = re.search(r"^\\t行政强制\n\\t.*\n\n", sample, re.M).group()
    sample = sample.replace(row, row + row.replace("行政强制", ROW), 1)
    end = "\n\n云岭县水利局\n"
    sample = sample.replace(end, f"\n七、{OUTLOOK}\n更新公开目录，培训各股室的信息员。" + end, 1)
    return head + "[sample]" + sample.replace("2024年", "2031年").replace("2023年", "2030年")


class InventedEdition(cli.CommandLine):
    def setUp(self):
        super().setUp()
        # An installation of its own: the program finds its data beside itself.
        built = pathlib.Path(cli.GOUJI).resolve().parent.parent
        self.home = self.folder / "installed"
        (self.home / "bin").mkdir(parents=True)
        shutil.copy2(cli.GOUJI, self.home / "bin" / "gouji")
        (self.home / "lib").symlink_to(built / "lib")
        share = self.home / "share/gouji"
        share.mkdir(parents=True)
        for entry in (built / "share/gouji").iterdir():
            if entry.name != "rules":
                (share / entry.name).symlink_to(entry)
        shutil.copytree(cli.ROOT / "rules", share / "rules")
        (share / "rules/editions/2030.toml").write_text(invented(), encoding="utf-8")
        sample = re.search(r'^text = """\n?(.*?)"""', invented().split("[sample]")[1], re.S | re.M).group(1)
        self.report = sample.replace("\\t", "\t")

    def gouji(self, *words, cwd=None, **more):
        environment = {key: value for key, value in os.environ.items() if not key.startswith("LC_") and key != "LANG"}
        return subprocess.run([self.home / "bin/gouji", *map(str, words)], capture_output=True, cwd=cwd or self.folder,
                              timeout=120, env=environment, **more)

    def structure(self, text):
        done = self.gouji("check", "--format", "sarif", "--no-config", self.write("report.txt", text))
        run = json.loads(done.stdout)["runs"][0]
        return [result for result in run["results"] if result["ruleId"].startswith("structure/missing-")
                or result["ruleId"] in ("structure/extra-row", "structure/edition-mismatch")]

    def test_model_has_the_row_and_the_chapter(self):
        code, out, error = self.text("model", "--format", "json", self.write("report.txt", self.report))
        self.assertEqual((code, error), (0, ""))
        model = json.loads(out)
        self.assertEqual(model["edition"], "2030")
        self.assertEqual(model["chapters"][-1]["kind"], "outlook")
        self.assertEqual(model["form"]["disclosure"]["guidance"]["decisions"],
                         model["form"]["disclosure"]["coercion"]["decisions"])

    def test_check_expects_both(self):
        self.assertEqual(self.structure(self.report), [])
        row = re.search(r"^\t行政强制\n\t.*\n\n", self.report, re.M).group()
        found = self.structure(self.report.replace(row, ""))
        self.assertEqual([each["ruleId"] for each in found], ["structure/missing-row"])
        self.assertIn("行政强制", found[0]["message"]["text"])
        # Without the row that it alone has, the table is that of the edition before.
        row = re.search(rf"^\t{ROW}\n\t.*\n\n", self.report, re.M).group()
        found = self.structure(self.report.replace(row, ""))
        self.assertEqual([each["ruleId"] for each in found], ["structure/edition-mismatch"])
        chapter = re.search(rf"^七、{OUTLOOK}\n.*\n", self.report, re.M).group()
        found = self.structure(self.report.replace(chapter, ""))
        self.assertEqual([each["ruleId"] for each in found], ["structure/missing-chapter"])
        self.assertIn(OUTLOOK, found[0]["message"]["text"])

    def test_schema_names_it(self):
        code, out, _ = self.text("config", "--schema")
        self.assertEqual(code, 0)
        self.assertIn("2030", json.loads(out)["properties"]["edition"]["description"])

    def test_a_new_rule_looks_into_the_new_chapter(self):
        for folder, words in ((None, ("pack", "ours")), (self.folder / "ours", ("rule", "outlook", "--kind", "presence"))):
            code, out, error = self.text("new", *words, cwd=folder)
            self.assertEqual(code, 0, out + error)
        page = self.folder / "ours/outlook.md"
        page.write_text(page.read_text(encoding="utf-8").replace("overview", "outlook"), encoding="utf-8")
        code, out, error = self.text("test", page)
        self.assertEqual(code, 0, out + error)


if __name__ == "__main__":
    unittest.main()
