"""Documents that gouji wrote into, opened in LibreOffice: changes accepted and rejected there, comments kept."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

HERE = pathlib.Path(__file__).resolve().parent
GOUJI, ROOT, MAKE_REPORTS = (pathlib.Path(word).resolve() for word in sys.argv[1:4])
os.environ.update(GOUJI=str(GOUJI), GOUJI_ROOT=str(ROOT))
sys.path[:0] = [str(HERE.parent / "cli")]
from cli import REPORT, CommandLine  # noqa: E402
from docx import comments, docx, paragraphs  # noqa: E402

try:
    import uno
    from com.sun.star.beans import PropertyValue
except ImportError:
    uno = None

SKIPPED = 77


def properties(**values):
    return tuple(PropertyValue(name, 0, value, 0) for name, value in values.items())


class Office:
    """A LibreOffice with a profile of its own that waits for commands on a pipe."""

    def __init__(self, program):
        self.folder = tempfile.TemporaryDirectory()
        pipe = f"gouji-{os.getpid()}"
        environment = dict(os.environ, HOME=self.folder.name)
        self.process = subprocess.Popen(
            [program, "--headless", "--norestore", f"-env:UserInstallation=file://{self.folder.name}/profile",
             f"--accept=pipe,name={pipe};urp;"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        for _ in range(600):
            try:
                self.context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
                break
            except Exception:  # pyuno raises classes that are made at run time
                time.sleep(0.1)
        create = self.context.ServiceManager.createInstanceWithContext
        self.desktop = create("com.sun.star.frame.Desktop", self.context)
        self.dispatcher = create("com.sun.star.frame.DispatchHelper", self.context)

    def close(self):
        try:
            self.desktop.terminate()
        except Exception:
            pass
        self.process.wait(30)
        self.folder.cleanup()

    def saved(self, file, command, target):
        """Opens a document, gives a command ("" for none), saves it as another; the number of comments it had."""
        document = self.desktop.loadComponentFromURL(file.resolve().as_uri(), "_blank", 0, properties(Hidden=True))
        try:
            fields = document.TextFields.createEnumeration()
            seen = 0
            while fields.hasMoreElements():
                field = fields.nextElement()
                if field.supportsService("com.sun.star.text.textfield.Annotation") and field.Author == "gouji":
                    seen += 1
            if command:
                self.dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, ())
            document.storeToURL(target.resolve().as_uri(), properties(FilterName="Office Open XML Text"))
            return seen
        finally:
            document.close(True)


def words(text):
    """Lines without blanks: LibreOffice makes elements of tabs."""
    return [line for line in ("".join(line.split()) for line in text.split("\n")) if line]


class LibreOffice(CommandLine):
    def judge(self, name):
        original = self.folder / name
        revised, commented = (original.with_suffix(f".{kind}.docx") for kind in ("修订", "批注"))
        self.text("fix", original)
        self.text("check", original, "--format", "docx", "--output", commented)
        changed = 0
        if revised.exists():
            target = self.folder / "accepted.docx"
            OFFICE.saved(revised, ".uno:AcceptAllTrackedChanges", target)
            self.assertEqual(words(paragraphs(target)), words(paragraphs(revised)), name)
            changed = len(set(words(paragraphs(target))) ^ set(words(paragraphs(original))))
            OFFICE.saved(revised, ".uno:RejectAllTrackedChanges", self.folder / "rejected.docx")
            self.assertEqual(words(paragraphs(self.folder / "rejected.docx")), words(paragraphs(original)), name)
        ours = comments(commented)
        self.assertEqual(OFFICE.saved(commented, "", self.folder / "kept.docx"), len(ours), name)
        self.assertEqual(sorted(text for _, text in comments(self.folder / "kept.docx")), sorted(text for _, text in ours), name)
        self.assertEqual(words(paragraphs(self.folder / "kept.docx")), words(paragraphs(original)), name)
        return changed, len(ours)

    def test_a_report_with_faults(self):
        self.write("年报.docx", docx(REPORT))
        changed, commented = self.judge("年报.docx")
        self.assertGreater(changed, 0)
        self.assertGreater(commented, 1)

    def test_many_kinds_of_faults(self):
        changed = commented = 0
        for file in sorted((ROOT / "tests/reports/labelled").glob("*-2*.txt")):
            name = file.stem + ".docx"
            self.write(name, docx(file.read_text("gb18030" if "gb18030" in file.name else "utf-8").replace("\r", "").replace("\f", "")))
            one = self.judge(name)
            changed, commented = changed + one[0], commented + one[1]
        self.assertGreater(changed, 4)
        self.assertGreater(commented, 20)

    def test_invented_reports(self):
        subprocess.run([MAKE_REPORTS, self.folder, "10", "--faulty"], check=True)
        for file in self.folder.glob("*-docx*.docx"):
            changed, commented = self.judge(file.name)
            self.assertGreater(commented, 0, file.name)


if __name__ == "__main__":
    soffice = shutil.which("soffice")
    if uno is None or soffice is None:
        print("skipped: libreoffice-writer and python3-uno are not installed")
        sys.exit(SKIPPED)
    OFFICE = Office(soffice)
    try:
        result = unittest.main(argv=sys.argv[:1] + sys.argv[4:], verbosity=2, exit=False).result
    finally:
        OFFICE.close()
    sys.exit(not result.wasSuccessful())
