"""Nothing is lost: no output destroys a file, and no failed run leaves results that pass for its own."""
import json
import os
import resource
import shutil
import subprocess
import unittest

from cli import CommandLine, GOUJI, REPORT, ROOT

FAULTY = (ROOT / "tests" / "reports" / "demo" / "faulty-2022.txt").read_text(encoding="utf8")
FORMATS = ("text", "sarif", "github", "gitlab", "checkstyle", "junit", "ndjson", "html")


class Outputs(CommandLine):
    def refused(self, *words, said):
        before = {path: path.read_bytes() for path in self.folder.rglob("*") if path.is_file()}
        code, _, errors = self.text("check", *words)
        self.assertEqual(code, 2, words)
        self.assertIn(said, errors)
        self.assertEqual({path: path.read_bytes() for path in self.folder.rglob("*") if path.is_file()}, before)

    def test_an_input_is_never_written_onto(self):
        self.write("in/年报.txt")
        os.symlink("in/年报.txt", self.folder / "link.txt")
        os.link(self.folder / "in/年报.txt", self.folder / "hard.txt")
        os.symlink("in", self.folder / "folder")
        for force in ((), ("--force",)):
            for output in ("in/年报.txt", "./in/../in/年报.txt", "link.txt", "hard.txt", "folder/年报.txt", str(self.folder / "in/年报.txt")):
                for form in ("text", "sarif"):
                    self.refused("in", "-f", form, "-o", output, *force, said="被检查的文件")
        self.refused("link.txt", "-o", "in/年报.txt", said="被检查的文件")

    def test_standard_output_is_no_way_round(self):
        self.write("a.txt")
        done = subprocess.run(["sh", "-c", '"$0" check a.txt >> a.txt', GOUJI], cwd=self.folder, capture_output=True)
        self.assertEqual(done.returncode, 2)
        self.assertEqual((self.folder / "a.txt").read_text("utf8"), REPORT)

    def test_a_file_that_is_not_ours_wants_to_be_given_away(self):
        self.write("a.txt")
        for name, content in (("讲话.txt", "各位同志：\n"), ("gouji.toml", ""), ("x.json", "[1, 2]"), ("x.html", "<!doctype html>\n<title>x</title>"),
                              ("x.docx", b"PK\x03\x04x"), ("旧年报.txt", FAULTY)):
            self.write(name, content or "# 配置\n")
            self.refused("a.txt", "-o", name, said="--force")
        self.assertEqual(self.text("check", "a.txt", "-f", "sarif", "-o", "讲话.txt", "--force")[0], 1)
        json.loads((self.folder / "讲话.txt").read_bytes())

    def test_results_of_every_format_are_replaced_by_those_of_every_format(self):
        self.write("faulty.txt", FAULTY)
        self.write("clean.txt", (ROOT / "tests" / "reports" / "demo" / "clean-2023.txt").read_text(encoding="utf8"))
        self.write("letter.txt", "通知\n")
        for name in ("faulty.txt", "clean.txt", "letter.txt"):
            for more in ((), ("--quiet",), ("--lang", "en"), ("--color", "always")):
                for form in FORMATS:
                    with self.subTest((name, form, more)):
                        (self.folder / "out").unlink(missing_ok=True)
                        first = self.text("check", name, "-f", form, "-o", "out", *more)
                        again = self.text("check", name, "-f", form, "-o", "out", *more)
                        self.assertEqual(again[0], first[0], again[2])

    def test_an_output_among_the_reports_is_no_submission(self):
        self.write("clean.txt", (ROOT / "tests" / "reports" / "demo" / "clean-2023.txt").read_text(encoding="utf8"))
        for _ in range(2):
            code, out, errors = self.text("check", ".", "-f", "sarif", "-o", "out.sarif", "-f", "text")
            self.assertEqual((code, out, errors), (0, "检查了 1 份年报：没有发现问题\n", ""))
        (self.folder / "out.sarif").unlink()
        for _ in range(2):
            code, _, errors = self.text("check", ".", "-f", "text", "-o", "结果.txt", "-f", "html", "-o", "结果.html")
            self.assertEqual((code, errors), (0, ""))
        self.write("检查.txt", REPORT + "检查了 3 家单位。\n")
        self.refused(".", "-o", "检查.txt", said="被检查的文件")

    def test_two_outputs_do_not_share_a_file(self):
        self.write("a.txt")
        self.refused("a.txt", "-f", "sarif", "-o", "out", "-f", "html", "-o", "./out", said="两个 --output")

    def test_what_could_not_begin_leaves_no_results_of_yesterday(self):
        self.write("a.txt")
        words = ("a.txt", "-f", "sarif", "-o", "out.sarif", "-f", "junit", "-o", "out.xml", "-f", "text", "-o", "out.txt")
        for broken in ('edition = "1900"\nx = 1\n', "[rules\n", '[rules]\n"no/such" = "off"\n'):
            (self.folder / "gouji.toml").unlink(missing_ok=True)
            self.assertEqual(self.text("check", *words)[0], 1)
            self.write("gouji.toml", broken)
            code, _, errors = self.text("check", *words)
            self.assertEqual(code, 2)
            for name in ("out.sarif", "out.xml", "out.txt"):
                self.assertFalse((self.folder / name).exists(), name)
                self.assertIn(name, errors)
        self.write("other.sarif", "mine")
        self.text("check", "a.txt", "-f", "sarif", "-o", "other.sarif")
        self.assertEqual((self.folder / "other.sarif").read_text(), "mine")

    def test_a_baseline_outlives_a_failed_configuration(self):
        self.write("a.txt")
        self.assertEqual(self.text("baseline", "update", "base.sarif", "a.txt")[0], 0)
        before = (self.folder / "base.sarif").read_bytes()
        self.write("gouji.toml", "[rules\n")
        self.assertEqual(self.text("baseline", "update", "base.sarif", "a.txt")[0], 2)
        self.assertEqual(self.text("check", "a.txt", "--baseline", "base.sarif", "-f", "sarif", "-o", "base.sarif")[0], 2)
        self.assertEqual((self.folder / "base.sarif").read_bytes(), before)
        (self.folder / "gouji.toml").unlink()
        self.write("empty.txt", b"")
        code, _, errors = self.text("baseline", "update", "base.sarif", "a.txt", "empty.txt")
        self.assertEqual(code, 2)
        self.assertIn("保持原样", errors)
        self.assertEqual((self.folder / "base.sarif").read_bytes(), before)

    def test_a_limit_of_file_sizes_is_a_sentence(self):
        self.write("a.txt", FAULTY)
        self.text("check", "a.txt", "-f", "sarif", "-o", "old.sarif")
        before = (self.folder / "old.sarif").read_bytes()
        small = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
        done = subprocess.run([GOUJI, "check", "a.txt", "-f", "sarif", "-o", "old.sarif"], cwd=self.folder, capture_output=True, preexec_fn=small)
        self.assertEqual(done.returncode, 2)
        self.assertIn("超过系统允许的文件大小", done.stderr.decode())
        self.assertEqual((self.folder / "old.sarif").read_bytes(), before)
        self.assertEqual(sorted(os.listdir(self.folder)), ["a.txt", "old.sarif"])

    def test_fix_says_what_is_no_report(self):
        self.write("letter.txt", "各科室：：\n\n请准时参加。。\n")
        self.write("in/a.txt", REPORT)
        self.write("in/letter.txt", "请准时参加。。\n")
        code, _, errors = self.text("fix", "letter.txt")
        self.assertEqual(code, 2)
        self.assertIn("letter.txt", errors)
        code, _, errors = self.text("fix", "in")
        self.assertEqual(code, 0)
        self.assertIn("没有读 in/letter.txt", errors)
        done = self.gouji("fix", "-", stdin="请准时参加。。\n".encode())
        self.assertEqual((done.returncode, done.stdout.decode()), (2, "请准时参加。。\n"))

    def test_fix_says_what_it_did_not_do(self):
        self.write("a.txt", FAULTY)
        self.write("b.txt", REPORT)
        small = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
        done = subprocess.run([GOUJI, "fix", "a.txt", "b.txt"], cwd=self.folder, capture_output=True, preexec_fn=small)
        self.assertEqual(done.returncode, 2)
        self.assertIn("文件保持原样：a.txt", done.stderr.decode())
        self.assertIn("改了 1 个文件", done.stdout.decode())
        self.assertEqual((self.folder / "a.txt").read_text("utf8"), FAULTY)
        self.assertNotEqual((self.folder / "b.txt").read_text("utf8"), REPORT)


if __name__ == "__main__":
    unittest.main()
