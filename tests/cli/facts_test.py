"""The table of facts: the same in every format, whatever the jobs and shards; the queries of docs/facts.md run."""
import csv
import json
import os
import pathlib
import re
import sqlite3
import subprocess
import tempfile
import unittest
import zipfile

GOUJI = os.environ["GOUJI"]
ROOT = pathlib.Path(os.environ["GOUJI_ROOT"])
REPORTS = ROOT / "tests/reports"
CLEAN = REPORTS / "demo/clean-2023.txt"


class Facts(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def gouji(self, *words, expect=0):
        done = subprocess.run([GOUJI, *map(str, words)], cwd=self.folder, text=True, timeout=120,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, expect, done.stdout + done.stderr)
        return done

    def rows(self, *paths):
        return [json.loads(line) for line in self.gouji("facts", *paths).stdout.splitlines()]

    def test_a_row_says_what_model_says(self):
        (row,) = self.rows(CLEAN)
        model = json.loads(self.gouji("model", CLEAN, "--format", "json").stdout)
        self.assertEqual((row["agency"], row["year"], row["edition"]), (model["agency"], model["year"], model["edition"]))
        cells = {f"{form}_{key}_{column}".replace(".", "_"): value for form, lines in model["form"].items()
                 for key, columns in (lines or {}).items() for column, value in columns.items()}
        self.assertTrue(cells)
        self.assertEqual({name: value for name, value in row["values"].items() if value is not None},
                         {name: value for name, value in cells.items() if value is not None})
        lines = CLEAN.read_text("utf-8").splitlines()
        self.assertIn(str(row["values"]["requests_new_total"]), lines[row["lines"]["requests_new_total"] - 1])

    def test_formats_jobs_and_shards_agree(self):
        self.gouji("facts", REPORTS, "--output", "all.ndjson", "--jobs", "1")
        self.gouji("facts", REPORTS, "--output", "two.ndjson", "--jobs", "2")
        whole = (self.folder / "all.ndjson").read_bytes()
        self.assertEqual(whole, (self.folder / "two.ndjson").read_bytes())
        lines = whole.splitlines(keepends=True)
        self.assertGreater(len(lines), 4)
        (self.folder / "a.ndjson").write_bytes(b"".join(lines[:2]))
        (self.folder / "b.ndjson").write_bytes(b"".join(lines[2:]))
        for name in ("merged.ndjson", "merged.sqlite", "merged.csv", "merged.xlsx"):
            self.gouji("facts", "a.ndjson", "b.ndjson", "--output", name)
        self.assertEqual(whole, (self.folder / "merged.ndjson").read_bytes())
        expected = [(row["agency"], row["values"].get("requests_new_total")) for row in map(json.loads, lines)]
        base = sqlite3.connect(self.folder / "merged.sqlite")
        self.addCleanup(base.close)
        self.assertEqual(expected, base.execute("SELECT agency, requests_new_total FROM reports ORDER BY id").fetchall())
        with open(self.folder / "merged.csv", encoding="utf-8-sig", newline="") as file:
            table = list(csv.DictReader(file))
        self.assertEqual([(agency or "", "" if new is None else str(new)) for agency, new in expected],
                         [(row["agency"], row["requests_new_total"]) for row in table])
        sheet = zipfile.ZipFile(self.folder / "merged.xlsx").read("xl/worksheets/sheet1.xml").decode()
        self.assertEqual(sheet.count("<row "), len(lines) + 1)
        for agency, _ in expected:
            self.assertIn(agency or "", sheet)

    def test_the_queries_of_the_guide_run(self):
        self.gouji("facts", REPORTS, "--output", "t.sqlite")
        base = sqlite3.connect(self.folder / "t.sqlite")
        self.addCleanup(base.close)
        queries = re.findall(r"```sql\n(.*?)```", (ROOT / "docs/facts.md").read_text("utf-8"), re.S)
        self.assertEqual(len(queries), 10)
        for query in queries:
            with self.subTest(query=query):
                base.execute(query).fetchall()

    def test_last_year_beside_this_year(self):
        text = CLEAN.read_text("utf-8")
        (self.folder / "2023.txt").write_text(text, "utf-8")
        (self.folder / "2022.txt").write_text(text.replace("2023年", "2022年"), "utf-8")
        self.gouji("facts", "2022.txt", "2023.txt", "--output", "t.sqlite")
        base = sqlite3.connect(self.folder / "t.sqlite")
        self.addCleanup(base.close)
        query = re.findall(r"```sql\n(.*?)```", (ROOT / "docs/facts.md").read_text("utf-8"), re.S)[2]
        (row,) = self.rows("2023.txt")
        differs = row["values"]["requests_carried_in_total"] != row["values"]["requests_carried_out_total"]
        self.assertEqual(len(base.execute(query).fetchall()), int(differs))

    def test_nothing_passes_in_silence(self):
        (self.folder / "note.txt").write_text("午饭吃什么\n", "utf-8")
        done = self.gouji("facts", CLEAN, "note.txt", "absent.txt", "--output", "t.csv", expect=2)
        self.assertIn("note.txt", done.stderr)
        self.assertIn("absent.txt", done.stderr)
        self.assertIn("读出 1 份年报，1 份不是年报，1 份未能读取", done.stderr)
        self.gouji("facts", "note.txt", expect=2)
        self.assertIn("--force", self.gouji("facts", CLEAN, "--output", "t.csv", expect=2).stderr)
        self.gouji("facts", CLEAN, "--output", "t.csv", "--force")
        self.assertIn(".xlsx", self.gouji("facts", CLEAN, "--output", "t.doc", expect=2).stderr)
        self.assertIn("写", self.gouji("facts", CLEAN, "--output", "no/t.csv", expect=2).stderr)
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ["note.txt", "t.csv"])

    def test_nothing_counts_twice(self):
        self.gouji("facts", CLEAN, "--output", "a.ndjson")
        done = self.gouji("facts", "a.ndjson", "./a.ndjson", "--output", "all.csv", expect=2)
        self.assertIn("写了两次", done.stderr)
        self.assertFalse((self.folder / "all.csv").exists())

    def test_shards_are_untrusted(self):
        good = self.gouji("facts", CLEAN).stdout
        for bad in ("", "{}", "[]", "null", good.replace('"version":1', '"version":2'), good[:-20],
                    good.replace("requests_new_total", "requests_nwe_total"), good.replace('"line":1', '"line":"1"'),
                    good.replace('"lines":{', '"lines":{"requests_new_total":-1,'), "[" * 100000,
                    good.replace('"agency":', '"agency":{"a":'), good[:-2] + ',"values":{"requests_new_total":1e400}}'):
            with self.subTest(bad=bad[:60]):
                (self.folder / "bad.ndjson").write_text(good + bad + "\n", "utf-8")
                done = self.gouji("facts", "bad.ndjson", "--output", "t.sqlite", expect=2)
                self.assertIn("bad.ndjson:2", done.stderr)
                self.assertFalse((self.folder / "t.sqlite").exists())

    def test_formulas_are_shown_and_not_run(self):
        (self.folder / "=cmd.txt").write_text(CLEAN.read_text("utf-8"), "utf-8")
        self.gouji("facts", "=cmd.txt", "--output", "t.csv")
        self.assertIn("\n'=cmd.txt,", (self.folder / "t.csv").read_text("utf-8-sig"))


if __name__ == "__main__":
    unittest.main()
