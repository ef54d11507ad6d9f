"""Documents before and after gouji wrote into them, judged by Microsoft's OpenXmlValidator: no error that was not there."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
GOUJI, ROOT, MAKE_REPORTS = (pathlib.Path(word).resolve() for word in sys.argv[1:4])
os.environ.update(GOUJI=str(GOUJI), GOUJI_ROOT=str(ROOT))
sys.path[:0] = [str(HERE.parent / "npm"), str(HERE.parent / "cli")]
from npm_tools import installed, skip  # noqa: E402
from cli import REPORT  # noqa: E402
from docx import comments, docx, part  # noqa: E402

DOCUMENTS = 6  # three of five invented ones are .docx


def errors(file):
    done = subprocess.run([VALIDATOR, file], capture_output=True, text=True)
    result = json.loads(done.stdout)
    assert "errors" in result, done.stdout + done.stderr
    return {error.get("id") or error.get("description") for error in result["errors"]}


class Validator(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def gouji(self, *words):
        done = subprocess.run([GOUJI, *words], capture_output=True, text=True, cwd=self.folder)
        self.assertLess(done.returncode, 2, done.stderr)

    def judge(self, name):
        """The document with comments, with tracked changes, and with both after a second run."""
        self.gouji("check", name, "--format", "docx", "--output", "comments.docx")
        self.gouji("fix", name)
        before = errors(self.folder / name)
        written = [self.folder / "comments.docx"]
        revised = (self.folder / name).with_suffix(".修订.docx")
        if revised.exists():
            self.gouji("check", revised.name, "--format", "docx", "--output", "again.docx")
            written += [revised, self.folder / "again.docx"]
        for file in written:
            self.assertLessEqual(errors(file), before, file.name)
        return written

    def test_the_validator_sees_errors(self):
        (self.folder / "bad.docx").write_bytes(docx(REPORT, settings="<w:nothing/>"))
        self.assertNotEqual(errors(self.folder / "bad.docx"), set())

    def test_a_report_with_faults(self):
        (self.folder / "年报.docx").write_bytes(docx(REPORT))
        written = self.judge("年报.docx")
        self.assertEqual(len(written), 3)
        self.assertGreater(len(comments(written[0])), 1)
        self.assertIn("<w:del ", part(written[1], "word/document.xml"))

    def test_invented_reports(self):
        subprocess.run([MAKE_REPORTS, self.folder, str(DOCUMENTS // 3 * 5), "--faulty"], check=True)
        seen = 0
        for file in sorted(self.folder.glob("*-docx*.docx")):
            self.judge(file.name)
            seen += 1
        self.assertEqual(seen, DOCUMENTS)


if __name__ == "__main__":
    modules = installed(HERE)
    VALIDATOR = modules / "@xarsh" / "ooxml-validator-linux-x64" / "ooxml-validator"
    if not VALIDATOR.exists():
        skip("npm has no validator for this system")
    VALIDATOR.chmod(0o755)
    unittest.main(argv=sys.argv[:1] + sys.argv[4:], verbosity=2)
