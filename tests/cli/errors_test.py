"""Every way the world or the user can be wrong: one line that names the thing, exit code 2."""
import os
import pathlib
import resource
import shutil
import signal
import subprocess
import unittest

from cli import CommandLine, GOUJI, REPORT, ROOT, rules

SANITIZED = "sanitize" in (pathlib.Path(GOUJI).parent.parent / "CMakeCache.txt").read_text()
TERM = """+++
id = "own/x"
name = { zh = "词", en = "Term" }
summary = { zh = "词。", en = "Term." }
level = "note"
kind = "term"
[term]
list = "pipe.tsv"
[messages.found]
zh = "这里写着“{wrong}”{right}。"
en = "It says {wrong}{right}."
+++
"""


class Errors(CommandLine):
    def one_line(self, words, *said, code=2):
        got, _, errors = self.text(*words)
        self.assertEqual(got, code, errors)
        lines = errors.splitlines()
        self.assertEqual(len(lines), 1, errors)
        for word in said:
            self.assertIn(word, lines[0])

    def test_the_world(self):
        self.write("good.txt")
        self.write("empty.txt", b"")
        self.write("bytes.txt", bytes(range(128, 256)) * 20)
        self.write("large.txt", b"x" * 3000)
        (self.folder / "folder").mkdir()
        for name, said in (("none.txt", "没有这个文件"), ("empty.txt", "空"), ("bytes.txt", "--encoding"),
                           ("folder", "没有 .txt")):
            self.one_line(("check", name, "--quiet"), name, said)
        self.one_line(("check", "large.txt", "--max-size", "2K", "--quiet"), "large.txt", "--max-size")
        if os.getuid() != 0:
            self.write("secret.txt").chmod(0)
            self.one_line(("check", "secret.txt"), "secret.txt", "权限")

    def pack(self):
        self.write("pack/pack.toml", 'id = "own"\nname = { zh = "本地", en = "Own" }\nversion = "1.0.0"\ngouji = ">=0.1, <1"\n')
        return ("check", "r.txt", "--no-config", "--pack", "./pack", "--quiet", "--fail-on", "never", "--format", "ndjson")

    def test_pages_that_are_no_files(self):
        """A folder, a pipe, a device, a file without end: named, and everything else works."""
        self.write("r.txt")
        for make in (lambda path: path.mkdir(), os.mkfifo, lambda path: path.symlink_to("/dev/zero"),
                     lambda path: path.symlink_to(path), lambda path: os.truncate(self.write("pack/x.md", ""), 17 << 20)):
            with self.subTest():
                words = self.pack()
                make(self.folder / "pack" / "x.md")
                code, out, errors = self.text(*words)
                self.assertEqual(code, 2, errors)
                self.assertIn("x.md", errors)
                self.assertIn("wording/law-name", out)
                shutil.rmtree(self.folder / "pack")

    def test_other_files_that_are_no_files(self):
        self.write("r.txt")
        os.mkfifo(self.folder / "pipe")
        self.one_line(("check", "r.txt", "--config", "pipe"), "pipe", "普通文件")
        self.one_line(("test", "pipe"), "pipe")
        words = self.pack()
        os.mkfifo(self.folder / "pack" / "pipe.tsv")
        self.write("pack/x.md", TERM)
        self.assertIn("pipe.tsv", self.text(*words)[2])

    def test_a_full_disk(self):
        self.write("r.txt")
        for words in (("model", "r.txt"), ("model", "r.txt", "--format", "json"), ("rules",), ("plugins",),
                      ("explain", "dates/late"), ("config", "r.txt"), ("config", "--schema"), ("help",), ("--version",),
                      ("check", "--help"), ("check", "r.txt"), ("check", "r.txt", "--format", "sarif"), ("fix", "--diff", "r.txt")):
            with self.subTest(words):
                with open("/dev/full", "wb") as full:
                    done = subprocess.run([GOUJI, *words], stdout=full, stderr=subprocess.PIPE, cwd=self.folder)
                self.assertEqual(done.returncode, 2)
                self.assertRegex(done.stderr.decode(), "^gouji: .*写不进去")
                self.assertEqual(len(done.stderr.splitlines()), 1)

    def test_a_reader_that_leaves_is_no_failure(self):
        self.write("r.txt")
        read, write = os.pipe()
        os.close(read)
        done = subprocess.run([GOUJI, "rules"], stdout=write, stderr=subprocess.PIPE, cwd=self.folder, preexec_fn=lambda: signal.signal(signal.SIGPIPE, signal.SIG_IGN))
        os.close(write)
        self.assertEqual((done.returncode, done.stderr), (0, b""))

    @unittest.skipIf(SANITIZED, "a sanitizer takes more memory than there is")
    def test_too_little_memory(self):
        self.write("r.txt", REPORT + "全年公开信息30条。" * 600_000)
        limit = lambda: resource.setrlimit(resource.RLIMIT_AS, (120 << 20, 120 << 20))
        done = subprocess.run([GOUJI, "check", "r.txt", "--jobs", "1"], capture_output=True, cwd=self.folder, preexec_fn=limit)
        self.assertEqual(done.returncode, 2, done.stderr.decode())
        self.assertIn("内存不足", done.stderr.decode())

    def test_names_cannot_steer_a_terminal(self):
        for name in ("\x1b[31m红.txt", "\u009b31m.txt", "\u202etxt.exe.txt"):
            code, _, errors = self.text("check", name)
            self.assertEqual(code, 2)
            self.assertNotRegex(errors, "[\x1b\u009b\u202e]")

    def test_one_bad_file_does_not_stop_the_rest(self):
        self.write("a.txt", b"")
        self.write("b.txt")
        code, run, errors = self.sarif("a.txt", "none.txt", "b.txt")
        self.assertEqual(code, 2)
        self.assertIn("wording/law-name", rules(run))
        self.assertEqual(len(errors.splitlines()), 2)
        notes = run["invocations"][0]["toolExecutionNotifications"]
        self.assertEqual([note["descriptor"]["id"] for note in notes], ["gouji/unreadable-file"] * 2)
        self.assertFalse(run["invocations"][0]["executionSuccessful"])
        self.assertEqual(run["invocations"][0]["exitCode"], 2)

    def test_the_user(self):
        self.write("r.txt")
        for words, said in (
            (("chekc", "r.txt"), ("chekc", "check")),
            (("check",), ("gouji check",)),
            (("check", "r.txt", "--fromat", "text"), ("--fromat", "--format")),
            (("check", "r.txt", "--format", "pdf"), ("pdf", "sarif")),
            (("check", "r.txt", "--format"), ("--format", "缺少值")),
            (("check", "r.txt", "--fail-on", "warn"), ("warn", "warning")),
            (("check", "r.txt", "--select", "wording/law-nmae"), ("wording/law-nmae", "wording/law-name")),
            (("check", "r.txt", "--ignore", "wordng"), ("wordng", "wording")),
            (("check", "r.txt", "--jobs", "0"), ("--jobs", "0")),
            (("check", "r.txt", "--jobs", "many"), ("many",)),
            (("check", "r.txt", "--edition", "2020"), ("2020", "2021")),
            (("check", "r.txt", "--year", "21"), ("--year", "21")),
            (("check", "r.txt", "--max-size", "big"), ("big",)),
            (("check", "r.txt", "--encoding", "klingon"), ("klingon",)),
            (("check", "r.txt", "--lang", "de"), ("de", "zh")),
            (("check", "r.txt", "--color", "red"), ("red", "auto")),
            (("check", "r.txt", "--output", "a", "--output", "b"), ("--output",)),
            (("explain", "dates/titel-year"), ("dates/titel-year", "dates/title-year")),
        ):
            with self.subTest(words=words):
                self.one_line(words, *said)

    def test_errors_are_english_where_english_is_wanted(self):
        for words, env in ((("--lang", "en"), {}), ((), {"LANG": "en_US.UTF-8"}), ((), {"LC_ALL": "en_GB.UTF-8", "LANG": "zh_CN.UTF-8"})):
            _, _, errors = self.text("check", "none.txt", *words, env=env)
            self.assertIn("no such file", errors)
        for env in ({}, {"LANG": "C"}, {"LANG": "zh_CN.UTF-8"}):
            self.assertIn("没有这个文件", self.text("check", "none.txt", env=env)[2])

    def test_a_broken_page_is_shown_as_a_compiler_shows_it(self):
        good = (ROOT / "plugins/dates/title_year.md").read_text(encoding="utf-8")
        self.write("page.md", good.replace("summary =", "sumary ="))
        code, _, errors = self.text("test", "page.md")
        self.assertEqual(code, 2)
        self.assertRegex(errors, r"page\.md:\d+:\d+: ")
        self.assertIn("summary", errors)


if __name__ == "__main__":
    unittest.main()
