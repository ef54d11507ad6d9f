"""grammar_words.py: words of a grammar become C++, and what is wrong in their file is named."""
import os
import pathlib
import subprocess
import sys
import tempfile
import tomllib
import unittest

ROOT = pathlib.Path(os.environ["GOUJI_ROOT"])
HEAD = 'zh = "词"\nen = "Words"\nsource = "自拟"\n'


class GrammarWords(unittest.TestCase):
    def compile(self, text):
        with tempfile.TemporaryDirectory() as folder:
            words, header = pathlib.Path(folder, "words.toml"), pathlib.Path(folder, "words.hpp")
            words.write_text(text, encoding="utf-8")
            done = subprocess.run([sys.executable, ROOT / "plugins" / "prose" / "grammar_words.py", header, "a::b", words],
                                  capture_output=True, text=True)
            return done.returncode, header.read_text(encoding="utf-8") if header.exists() else "", done.stderr

    def test_kinds_details_and_lists(self):
        code, header, errors = self.compile(
            HEAD + '[words]\ncomma = ["，"]\n[words.result]\ngranted = ["予以公开", "同意公开"]\n"denied.law" = ["禁止公开"]\n[lists]\nedges = ["在"]\n')
        self.assertEqual(code, 0, errors)
        for line in ('{"，", Word::comma, 0},', '{"予以公开", Word::result, 1},', '{"同意公开", Word::result, 1},',
                     '{"禁止公开", Word::result, 2},', '{"granted", "予以公开"},', '{"denied.law", "禁止公开"},',
                     "constexpr std::string_view edges[] = {", "namespace a::b {"):
            self.assertIn(line, header)

    def test_a_word_of_two_kinds_is_refused(self):
        code, header, errors = self.compile(HEAD + '[words]\nopen = ["申请"]\nclose = ["申请"]\n')
        self.assertNotEqual(code, 0)
        self.assertEqual(header, "")
        self.assertIn("申请 is there twice, under open and close", errors)

    def test_a_file_says_what_it_is_and_where_its_words_come_from(self):
        for key in ("zh", "en", "source"):
            text = "".join(line + "\n" for line in HEAD.splitlines() if not line.startswith(key))
            code, _, errors = self.compile(text + '[words]\ncomma = ["，"]\n')
            self.assertNotEqual(code, 0)
            self.assertIn(f"{key} is missing", errors)

    def test_every_grammar_compiles(self):
        files = sorted((ROOT / "rules" / "grammars").glob("*.toml"))
        self.assertGreaterEqual(len(files), 3)
        for file in files:
            text = file.read_text(encoding="utf-8")
            code, header, errors = self.compile(text)
            self.assertEqual(code, 0, errors)
            words = tomllib.loads(text)["words"]
            count = sum(len(of) if isinstance(of, list) else sum(map(len, of.values())) for of in words.values())
            self.assertEqual(header.count(", Word::"), count, file.name)


if __name__ == "__main__":
    unittest.main()
