"""gouji pack: packs are installed, found by name, replaced, removed and locked; a bad one changes nothing."""
import io
import os
import pathlib
import stat
import unittest
import zipfile

from cli import CommandLine, REPORT, rules

PACK = 'id = "{id}"\nname = {{ zh = "河源" }}\nversion = "{version}"\n'
PAGE = """+++
id = "{id}/banned"
name = {{ zh = "名", en = "n" }}
summary = {{ zh = "总", en = "s" }}
level = "warning"
kind = "term"
[term]
banned = ["网站专栏"]
[messages.found]
zh = "不用“{{wrong}}”"
en = "do not use '{{wrong}}'"
+++
"""
PROGRAM = """+++
id = "heyuan/program"
name = { zh = "名", en = "n" }
summary = { zh = "总", en = "s" }
level = "warning"
external = ["python3", "rule.py"]
[messages.found]
zh = "找到"
en = "found"
+++
"""
RULE = """import gouji_rule


def make(options, lists):
    return lambda document: [{"message": "found", "span": [0, 3]}]


gouji_rule.run(make)
"""


def zipped(files, mode=None):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            info = zipfile.ZipInfo(name)
            info.external_attr = (mode or 0o100644) << 16
            archive.writestr(info, text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def files(id="heyuan", version="1.2.0", below="heyuan/", more=""):
    return {below + "pack.toml": PACK.format(id=id, version=version) + more, below + "banned.md": PAGE.format(id=id)}


class Packs(CommandLine):
    def setUp(self):
        super().setUp()
        self.home = self.folder / "home"
        self.store = self.home / ".local/share/gouji/packs"
        self.write("a.txt")

    def gouji(self, *words, **more):
        more["env"] = {"HOME": str(self.home), "XDG_DATA_HOME": "", **more.get("env", {})}
        return super().gouji(*words, **more)

    def pack(self, *words, expect=0):
        code, out, errors = self.text("pack", *words, "--lang", "en")
        self.assertEqual(code, expect, out + errors)
        return out if expect == 0 else errors

    def found(self, *words, expect=1):
        code, run, errors = self.sarif("a.txt", *words, "--lang", "en")
        self.assertEqual(code, expect, errors)
        return rules(run), errors

    def everything(self):
        return sorted((str(path.relative_to(self.home)), path.read_bytes() if path.is_file() else b"")
                      for path in self.home.rglob("*")) if self.home.exists() else []

    def put(self, folder, **more):
        for name, text in files(below=f"{folder}/", **more).items():
            self.write(name, text)

    def test_a_folder_and_an_archive_become_the_same_pack(self):
        self.put("mine")
        self.write("mine/.git/config", "secret")
        self.write("mine/__pycache__/x.pyc", "cache")
        self.write("mine/lists/words.toml", "words = []\n")
        out = self.pack("install", "mine")
        self.assertIn("installed heyuan 1.2.0", out)
        self.assertIn(".git", out)
        self.assertIn("__pycache__", out)
        self.assertFalse((self.store / "heyuan/.git").exists())
        listed = self.pack("list")
        self.assertIn("1 packs", listed)
        digest = next(word for word in listed.split() if word.startswith("sha256:"))
        self.assertEqual(self.found("--pack", "heyuan@^1.2")[0].count("heyuan/banned"), 1)
        self.assertIn("removed", self.pack("remove", "heyuan"))
        self.assertEqual(list(self.store.iterdir()), [])

        inside = files() | {"heyuan/lists/words.toml": "words = []\n", "__MACOSX/heyuan/._x": "", "note.txt": "x"}
        self.write("heyuan.zip", zipped(inside))
        self.assertIn(digest, self.pack("install", "heyuan.zip", "--digest", digest))
        self.assertIn("heyuan/banned", self.found("--pack", "heyuan")[0])

    def test_a_digest_that_differs_installs_nothing(self):
        self.put("mine")
        self.assertIn("sha256:", self.pack("install", "mine", "--digest", "sha256:00", expect=2))
        self.assertEqual(self.everything(), [])

    def test_what_is_there_is_not_replaced_but_by_update(self):
        self.put("mine")
        self.assertIn("is not installed", self.pack("update", "mine", expect=2))
        self.pack("install", "mine")
        before = self.everything()
        self.assertIn("installed already", self.pack("install", "mine", expect=2))
        self.assertEqual(self.everything(), before)
        self.put("mine", version="1.3.0")
        self.write("mine/banned.md", "no page\n")
        self.assertIn("mine/banned.md:1:1: ", self.pack("update", "mine", expect=2))
        self.assertEqual(self.everything(), before)
        self.put("mine", version="1.3.0")
        self.assertIn("heyuan 1.2.0 → 1.3.0", self.pack("update", "mine"))
        self.assertEqual([path.name for path in self.store.iterdir()], ["heyuan"])
        self.put("mine", version="1.0.0")
        self.assertIn("older", self.pack("update", "mine"))

    def test_bad_archives_change_nothing(self):
        self.home.mkdir()
        good = files()
        for bad, said in (({"../x": ""}, "leads out"), ({"/etc/x": ""}, "leads out"), ({"heyuan/../../x": ""}, "leads out"),
                          ({"heyuan\\x": ""}, "leads out"), ({"C:/x": ""}, "leads out"), ({"heyuan/a": "", "heyuan/a/b": ""}, "both"),
                          ({f"heyuan/{i}.txt": "" for i in range(1001)}, "1000"), ({"other/pack.toml": "x"}, "not several"),
                          ({"heyuan/big": " " * (17 << 20)}, "too large"), ({"heyuan/x\n": ""}, "control characters")):
            self.write("bad.zip", zipped(good | bad))
            self.assertIn(said, self.pack("install", "bad.zip", expect=2))
        self.write("bad.zip", zipped(good | {"heyuan/link": "/etc/passwd"}, mode=stat.S_IFLNK | 0o777))
        self.assertIn("is a link", self.pack("install", "bad.zip", expect=2))
        self.write("bad.zip", zipped({"notes.txt": ""}))
        self.assertIn("pack.toml", self.pack("install", "bad.zip", expect=2))
        self.write("bad.zip", zipped(good)[:-30])
        self.assertIn("damaged", self.pack("install", "bad.zip", expect=2))
        self.write("bad.tar.gz", b"\x1f\x8b\x08\0")
        self.assertIn("unpack", self.pack("install", "bad.tar.gz", expect=2))
        for text, said in (('id = ""', "lower-case"), ('id = ".."', "lower-case"), ('ix = "a"', "id")):
            self.write("bad.zip", zipped(good | {"heyuan/pack.toml": good["heyuan/pack.toml"].replace('id = "heyuan"', text)}))
            errors = self.pack("install", "bad.zip", expect=2)
            self.assertIn(said, errors)
            self.assertIn("bad.zip/pack.toml:1:", errors)
        self.assertEqual([name for name, _ in self.everything() if name.startswith(".local/share/gouji/packs/")], [])

    def test_links_in_a_folder_are_refused(self):
        self.put("mine")
        os.symlink("/etc/passwd", self.folder / "mine/link")
        self.assertIn("is a link", self.pack("install", "mine", expect=2))
        self.assertIn("no pack.toml", self.pack("install", "home", expect=2) if self.home.mkdir() is None else "")

    def test_what_is_required_is_named_and_kept(self):
        self.put("top", id="top", more='requires = ["base@^2"]\n')
        self.put("base", id="base", version="1.0.0")
        self.assertIn("base@^2", self.pack("install", "top"))
        self.pack("install", "base")
        self.assertIn("pack base ^2 is wanted", self.found("--pack", "top", expect=2)[1])
        self.put("base", id="base", version="2.1.0")
        self.pack("update", "base")
        self.assertIn("base/banned", self.found("--pack", "top")[0])
        self.assertIn("requires", self.pack("remove", "base", expect=2))
        self.assertIn("did you mean 'base'", self.pack("remove", "bsae", expect=2))
        self.pack("remove", "top", "base")

    def test_a_configuration_pins_versions(self):
        self.put("mine")
        self.pack("install", "mine")
        self.write("gouji.toml", 'packs = ["heyuan@^1.2"]\n')
        self.assertIn("heyuan/banned", self.found()[0])
        self.write("gouji.toml", 'version = 1\npacks = ["heyuan@^1.3"]\n')
        found, errors = self.found(expect=2)
        self.assertNotIn("heyuan/banned", found)
        self.assertIn("gouji.toml:2: pack heyuan ^1.3 is wanted", errors)
        self.assertIn("1.2.0", errors)

    def test_a_lock_holds_everybody_to_the_same_packs(self):
        self.put("mine", more='requires = ["base"]\n')
        self.put("base", id="base")
        self.pack("install", "mine", "base")
        self.write("gouji.toml", 'packs = ["heyuan"]\n')
        self.assertIn("gouji.lock", self.found("--locked", "--config", "gouji.toml", expect=2)[1])
        self.assertIn("2 packs locked", self.pack("lock"))
        locked = (self.folder / "gouji.lock").read_text("utf-8")
        self.assertIn('id = "base"', locked)
        for more in ((), ("--locked", "--config", "gouji.toml")):
            found, errors = self.found(*more)
            self.assertEqual(errors, "")
            self.assertIn("heyuan/banned", found)

        page = self.store / "base/banned.md"
        page.write_text(page.read_text("utf-8") + "\n", "utf-8")
        for more in ((), ("--locked", "--config", "gouji.toml")):
            found, errors = self.found(*more, expect=2)
            self.assertIn("heyuan/banned", found)
            self.assertNotIn("base/banned", found)
            self.assertRegex(errors, r"gouji\.lock:\d+: pack 'base' 1\.2\.0 differs")
            self.assertIn("gouji pack lock", errors)
        self.pack("lock")
        self.assertEqual(self.found()[1], "")
        self.assertNotEqual((self.folder / "gouji.lock").read_text("utf-8"), locked)

        # One more pack that the lock does not know.
        self.put("more", id="more")
        self.write("gouji.toml", 'packs = ["heyuan", "./more"]\n')
        found, errors = self.found(expect=2)
        self.assertIn("gouji.lock: does not have pack 'more'", errors)
        self.assertNotIn("more/banned", found)
        # What the user asks for by hand is no matter of the lock.
        self.write("gouji.toml", 'packs = ["heyuan"]\n')
        self.assertIn("more/banned", self.found("--pack", "./more")[0])

        self.write("gouji.lock", "version = 1\n[[pack]]\nid = 1\n")
        code, _, errors = self.text("check", "a.txt", "--lang", "en")
        self.assertEqual(code, 2)
        self.assertIn("gouji.lock:3:", errors)

    def test_a_lock_is_not_written_of_what_cannot_be_used(self):
        self.put("mine", more='requires = ["none"]\n')
        self.write("gouji.toml", 'packs = ["./mine"]\n')
        self.assertIn("not written", self.pack("lock", expect=2))
        self.assertFalse((self.folder / "gouji.lock").exists())
        (self.folder / "gouji.toml").unlink()
        self.assertIn("no gouji.toml", self.pack("lock", expect=2))

    def test_an_installed_program_runs_and_is_named(self):
        self.put("mine")
        self.write("mine/program.md", PROGRAM)
        self.write("mine/rule.py", RULE)
        helper = pathlib.Path(os.environ["GOUJI_ROOT"]) / "rules/examples/heshan/gouji_rule.py"
        self.write("mine/gouji_rule.py", helper.read_text("utf-8"))
        self.assertIn("--trust", self.found("--pack", "./mine", expect=2)[1])
        self.assertIn("heyuan/program：python3 rule.py", self.pack("install", "mine"))
        found, errors = self.found("--pack", "heyuan")
        self.assertIn("heyuan/program", found)

    def test_another_data_folder(self):
        self.put("mine")
        env = {"XDG_DATA_HOME": str(self.folder / "data")}
        code, _, errors = self.text("pack", "install", "mine", env=env)
        self.assertEqual(code, 0, errors)
        self.assertTrue((self.folder / "data/gouji/packs/heyuan/pack.toml").exists())
        code, _, errors = self.text("pack", "install", "mine", env={"HOME": "", "XDG_DATA_HOME": ""})
        self.assertEqual(code, 2)
        self.assertIn("XDG_DATA_HOME", errors)

    def test_wrong_words(self):
        for words in ((), ("instal", "x"), ("install",), ("remove",), ("list", "x")):
            self.assertIn("gouji pack", self.pack(*words, expect=2))
        self.assertIn("install", self.pack("instal", "x", expect=2))


if __name__ == "__main__":
    unittest.main()
