"""Packs that are wrong: what is wrong is named with file and line, all else is checked."""
import unittest

from cli import CommandLine, REPORT, rules

PACK = 'id = "{id}"\nname = {{ zh = "本地", en = "local" }}\nversion = "1.0.0"\n'
PAGE = """+++
id = "{id}"
name = {{ zh = "名", en = "n" }}
summary = {{ zh = "总", en = "s" }}
level = "warning"
{more}kind = "term"
[term]
banned = ["{word}"]
[messages.found]
zh = "不用“{{wrong}}”"
en = "do not use '{{wrong}}'"
+++
"""
ADJUST = '[[adjust]]\nrule = "dates/period-mismatch"\nlevel = "{level}"\nreason = "本地要求"\n'


class Packs(CommandLine):
    def setUp(self):
        super().setUp()
        self.write("a.txt")

    def pack(self, name, more="", pages=("banned",), id=None):
        self.write(f"{name}/pack.toml", PACK.format(id=id or name) + more)
        for page in pages:
            self.page(f"{name}/{page}.md", f"{id or name}/{page}")

    def page(self, file, id, more="", word="网站专栏"):
        self.write(file, PAGE.format(id=id, more=more, word=word))

    def check(self, *packs):
        words = [word for pack in packs for word in ("--pack", "./" + pack)]
        code, run, errors = self.sarif("--no-config", "--lang", "en", *words, "a.txt")
        return code, rules(run), errors

    def expect_named(self, done, *places):
        """The run failed, named the places, and wrote the findings of all else."""
        code, found, errors = done
        self.assertEqual(code, 2, errors)
        for place in places:
            self.assertIn(place, errors)
        self.assertIn("mine/banned", found, errors)
        return errors

    def test_a_good_pack_is_not_complained_of(self):
        self.pack("mine")
        self.write("mine/README.md", "# Notes\n")
        self.write("mine/README.en.md", "# Notes\n")
        code, found, errors = self.check("mine")
        self.assertEqual(code, 1, errors)
        self.assertEqual(found.count("mine/banned"), 1)
        self.assertEqual(errors, "")

    def test_one_bad_page_leaves_the_others(self):
        self.pack("mine")
        self.write("mine/notes.md", "# What we have changed\n")
        self.page("mine/bad.md", "mine/bad", 'levle = "note"\n')
        self.page("mine/theirs.md", "theirs/page")
        errors = self.expect_named(self.check("mine"), "mine/notes.md:1:1: ", "mine/bad.md:6:1: ",
                                   "mine/theirs.md:2:6: ")
        self.assertIn("did you mean 'level'", errors)
        self.assertIn("README.md", errors)

    def test_a_rule_that_a_bad_page_describes_is_explained_by_the_error(self):
        self.pack("mine")
        self.page("mine/bad.md", "mine/bad", 'levle = "note"\n')
        code, _, errors = self.text("rules", "--pack", "./mine", "--lang", "en")
        self.assertEqual(code, 2)
        self.assertIn("mine/bad.md:6:1: ", errors)

    def test_options_and_old_keys_of_a_page(self):
        self.pack("mine")
        self.write("mine/options.md", PAGE.format(id="mine/options", more="", word="网站").replace(
            "[messages.found]", '[options.least]\ntype = "integer"\ndefault = 3\nzh = "最少"\nen = "least"\n[messages.found]'))
        self.page("mine/old.md", "mine/old", 'formerly = ["mine/older"]\n')
        errors = self.expect_named(self.check("mine"), "mine/options.md:9:2: ", "mine/old.md:6:1: ")
        self.assertIn("'aliases'", errors)

    def test_two_pages_with_one_id(self):
        self.pack("mine", pages=("banned", "later"))
        self.page("mine/again.md", "mine/banned")
        self.page("mine/alias.md", "mine/alias", 'aliases = ["mine/banned"]\n')
        errors = self.expect_named(self.check("mine"), "mine/banned.md:2:6: ", "mine/alias.md:6:11: ")
        self.assertIn("mine/again.md:2", errors)

    def test_two_packs_with_one_id(self):
        self.pack("mine")
        self.pack("copy", id="mine", pages=("other",))
        self.expect_named(self.check("mine", "copy"), "copy/pack.toml:1:6: ", "mine/pack.toml:1")
        code, _, errors = self.check("mine", "mine")
        self.assertEqual((code, errors), (1, ""))

    def test_packs_that_require_each_other(self):
        self.pack("mine", 'requires = ["other"]\n')
        self.pack("other", 'requires = ["third"]\n')
        self.pack("third", 'requires = ["mine"]\n')
        errors = self.expect_named(self.check("mine"), "third/pack.toml:4:12: ")
        self.assertIn("mine → other → third → mine", errors)
        self.pack("own", 'requires = ["own"]\n')
        self.assertIn("own → own", self.check("own")[2])

    def test_a_required_pack_of_another_name(self):
        self.pack("mine", 'requires = ["other"]\n')
        self.pack("other", id="different")
        self.expect_named(self.check("mine"), "mine/pack.toml:4:12: ", "'different'")

    def test_requirements_without_end(self):
        self.pack("mine", 'requires = ["p0"]\n')
        for i in range(40):
            self.pack(f"p{i}", f'requires = ["p{i + 1}"]\n')
        self.expect_named(self.check("mine"), "pack.toml:4:12: ", "deep")

    def test_adjustments_that_contradict_each_other(self):
        self.pack("mine", ADJUST.format(level="off"))
        self.pack("other", ADJUST.format(level="error"))
        errors = self.expect_named(self.check("mine", "other"), "other/pack.toml:5: ", "mine/pack.toml:5")
        self.assertIn("dates/period-mismatch", errors)

        # The user decides, or one of the packs is made for the other.
        self.write("gouji.toml", 'packs = ["./mine", "./other"]\n[rules]\n"dates/period-mismatch" = "note"\n')
        code, _, errors = self.sarif("a.txt")
        self.assertEqual((code, errors), (1, ""))
        self.pack("other", 'requires = ["mine"]\n' + ADJUST.format(level="error"))
        code, found, errors = self.check("other")
        self.assertEqual((code, errors), (1, ""))
        self.assertIn("dates/period-mismatch", found)

        # The same twice is no contradiction; one pack alone says it once.
        self.pack("other", ADJUST.format(level="off"))
        self.assertEqual(self.check("mine", "other")[::2], (1, ""))
        self.pack("mine", ADJUST.format(level="off") + ADJUST.format(level="error"))
        self.expect_named(self.check("mine"), "mine/pack.toml:9:8: ", "mine/pack.toml:5")

    def test_options_of_other_rules(self):
        option = '[[adjust]]\nrule = "dates/late"\noptions = {{ {} }}\nreason = "本地要求"\n'
        self.pack("mine", option.format("department = 999999"))
        code, out, errors = self.text("config", "--pack", "./mine", "a.txt")
        self.assertEqual((code, errors), (0, ""))
        self.assertRegex(out, r"department = 999999    # .*mine/pack\.toml:5")
        for wrong, said in (('departmnt = 1', "did you mean 'department'"), ('department = "x"', "should be an integer"),
                            ("department = 1.5", "an integer, true or false")):
            self.pack("mine", option.format(wrong))
            code, _, errors = self.check("mine")
            self.assertEqual(code, 2)
            self.assertIn("mine/pack.toml:6:", errors)
            self.assertIn(said, errors)

        # Two packs with different values; the user decides.
        self.pack("mine", option.format("department = 1"))
        self.pack("other", option.format("department = 2"))
        self.expect_named(self.check("mine", "other"), "other/pack.toml:5: ", "mine/pack.toml:5")
        self.write("gouji.toml", 'packs = ["./mine", "./other"]\n[rules]\n"dates/late" = { department = 3 }\n')
        self.assertEqual(self.sarif("a.txt")[2], "")
        self.pack("other", option.format("government = 2"))
        self.assertEqual(self.check("mine", "other")[::2], (1, ""))

    def test_what_is_deprecated_is_said(self):
        self.pack("mine", 'deprecated = "请改用 heyuan"\n')
        self.page("mine/old.md", "mine/old", 'deprecated = "请改用 mine/banned"\n', word="没有的词")
        code, run, errors = self.sarif("--no-config", "--lang", "en", "--pack", "./mine", "a.txt")
        self.assertEqual(code, 1)
        self.assertIn("pack 'mine' is deprecated: 请改用 heyuan", errors)
        self.assertIn("rule mine/old: deprecated: 请改用 mine/banned", errors)
        said = [one["descriptor"]["id"] for one in run["invocations"][0]["toolConfigurationNotifications"]]
        self.assertEqual(said, ["gouji/deprecated"] * 2)
        self.assertNotIn("mine/old", self.sarif("--pack", "./mine", "a.txt", "--ignore", "mine/old")[2])
        self.assertIn("请改用 mine/banned", self.text("rules", "--pack", "./mine", "mine")[1])
        self.assertIn("请改用 mine/banned", self.text("explain", "--pack", "./mine", "mine/old")[1])

    def test_config_and_test_name_them_too(self):
        self.pack("mine")
        self.write("mine/notes.md", "# Notes\n")
        for words in (("config", "a.txt"), ("test", "mine")):
            code, _, errors = self.text(*words, *(() if words[0] == "test" else ("--pack", "./mine")))
            self.assertEqual(code, 2, (words, errors))
            self.assertIn("mine/notes.md:1:1: ", errors, words)

    def test_one_pack_written_in_two_ways_is_one_pack(self):
        self.pack("mine")
        self.write("gouji.toml", 'packs = ["./mine"]\n')
        code, run, errors = self.sarif("a.txt", "--pack", "./mine")
        self.assertEqual((code, errors), (1, ""))
        self.assertEqual(rules(run).count("mine/banned"), 1)


if __name__ == "__main__":
    unittest.main()
