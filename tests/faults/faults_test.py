"""faults_test.py GOUJI SHIM REPORTS: what the machine refuses once is never passed over in silence.

Each call of malloc, read, write, open and fork that a command makes fails once, a run each; where there are too many,
a sample of them. However the run ends, it is by an exit code; a run that does not end with 2 has done all of its work, and one that
ends with 2 says why. No input is changed, and an output file is as it was or whole.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

GOUJI, SHIM, REPORTS = (pathlib.Path(word).resolve() for word in sys.argv[1:4])
RUNS = {"malloc": 60, "read": 40, "write": 40, "open": 40, "fork": 20}
OLD = b"an output of yesterday\n"


def run(folder, fault, command, count=None):
    environment = {**os.environ, "LD_PRELOAD": str(SHIM), "GOUJI_FAULT": fault, "LC_ALL": "C.UTF-8"}
    if count:
        environment["GOUJI_FAULT_COUNT"] = str(count)
    return subprocess.run([GOUJI, *command], cwd=folder, env=environment, capture_output=True, timeout=120)


class Faults(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        files = sorted(REPORTS.iterdir())
        self.assertTrue(files, "no reports were made")
        for file in files:
            (self.folder / ("r" + file.suffix)).write_bytes(file.read_bytes())
        self.before = self.inputs()

    def inputs(self):
        return {path.name: path.read_bytes() for path in self.folder.glob("r.*")}

    def check(self, command, output=None):
        for call, most in RUNS.items():
            counted = self.folder / "count"
            whole = run(self.folder, call + ":0", command, counted)
            self.assertIn(whole.returncode, (0, 1), whole.stderr.decode())
            wanted = (self.folder / output).read_bytes() if output else whole.stdout
            calls = int(counted.read_text())
            step = max(1, calls // most)
            refused = 0
            for number in range(1, calls + 1, step):
                with self.subTest(command=" ".join(command), fault=f"{call}:{number}"):
                    if output:
                        (self.folder / output).write_bytes(OLD)
                    done = run(self.folder, f"{call}:{number}", command)
                    said = done.stderr.decode(errors="replace")
                    self.assertEqual(self.inputs(), self.before)
                    if "thread-local data" in said or "Fatal glibc error" in said:
                        continue  # the C library itself ends a program that it has no memory for
                    self.assertIn(done.returncode, (0, 1, 2), said)
                    if done.returncode == 2:
                        refused += 1
                        self.assertRegex(said, r"gouji: .*[\u4e00-\u9fff]")
                    else:
                        self.assertEqual(done.returncode, whole.returncode, said)
                    if output:
                        now = (self.folder / output).read_bytes()
                        if done.returncode != 2:
                            self.assertEqual(now, wanted)
                    elif done.returncode != 2:
                        self.assertEqual(done.stdout, wanted)
            print(f"{' '.join(command)}: {call} called {calls} times, every {step}. failed once, {refused} runs refused", flush=True)

    def test_check_of_text(self):
        self.check(["check", "r.txt", "--jobs", "1", "--format", "ndjson", "--quiet"])

    def test_check_of_a_page_and_a_document_into_a_file(self):
        self.check(["check", "r.html", "r.docx", "--jobs", "1", "--format", "checkstyle", "--output", "out.xml", "--force", "--quiet"], "out.xml")

    def test_model(self):
        self.check(["model", "r.docx", "--format", "json"])

    def test_rules(self):
        self.check(["rules"])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
