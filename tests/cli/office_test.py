"""Word documents and published pages: read, commented, fixed, refused."""
import io
import json
import os
import re
import subprocess
import unittest
import warnings
import zipfile

from cli import CommandLine, GOUJI, REPORT, rules
from docx import OFFICE, W, comments, docx, paragraphs, part

LAW = ("--select", "wording/law-name")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def page(text, encoding="utf-8", around=True):
    lines = "".join(f"<p>{line[:3]}<span>{line[3:]}</span></p>\n" for line in text.split("\n") if line)
    return (f'<!doctype html><html><head><meta charset="{encoding}"><title>x</title></head><body>'
            + ("<ul><li>首页<li>政府信息公开年报</ul>" if around else "") + f'<div id=a>{lines}</div></body></html>').encode(encoding)


def rezipped(package, parts, again=None):
    """The package with other contents of some parts, and one entry a second time. A content is words, or words and how
    often they are repeated: a process that held all of them would lend its size to the program that it starts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the second entry
        for name in before.namelist() + ([again] if again else []):
            words, count = parts.get(name, before.read(name)), 1
            if isinstance(words, tuple):
                words, count = words
            with after.open(name, "w") as entry:
                for _ in range(count):
                    entry.write(words if isinstance(words, bytes) else words.encode())
    return out.getvalue()


def patched(package, entry, at, value):
    """The package with other bytes in the directory's n-th record."""
    record = -1
    for _ in range(entry + 1):
        record = package.index(b"PK\1\2", record + 1)
    return package[:record + at] + value + package[record + at + len(value):]


class Documents(CommandLine):
    def test_a_docx_gives_what_its_text_gives(self):
        self.write("r.txt")
        self.write("r.docx", docx(REPORT))
        text, word = (self.sarif(name)[1] for name in ("r.txt", "r.docx"))
        told = lambda run: [(r["ruleId"], r["message"]["text"], r["partialFingerprints"]["goujiContext/v1"]) for r in run["results"]]
        self.assertEqual(told(word), told(text))
        self.assertIn("wording/law-name", rules(word))

    def test_sarif_says_where_in_the_docx(self):
        self.write("r.docx", docx(REPORT))
        run = self.sarif("r.docx", *LAW)[1]
        artifact = run["artifacts"][0]
        self.assertEqual(artifact["mimeType"], "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
        self.assertNotIn("encoding", artifact)
        result = run["results"][0]
        self.assertNotIn("fixes", result)
        office = result["properties"]["office"]
        self.assertEqual(office["part"], "word/document.xml")
        self.assertEqual(office["paragraph"], 8)
        self.assertIn(office["run"], (1, 2))
        region = result["locations"][0]["physicalLocation"]["region"]
        self.assertEqual(region["startLine"], 8)

    def test_folders_take_documents_and_pages_and_skip_locks(self):
        for name in ("a.docx", "b.docm", "~$a.docx"):
            self.write(name, docx(REPORT))
        self.write("c.html", page(REPORT))
        self.write("d.htm", page(REPORT))
        run = self.sarif(".", *LAW)[1]
        self.assertEqual([a["location"]["uri"] for a in run["artifacts"]], ["a.docx", "b.docm", "c.html", "d.htm"])
        self.assertEqual(len(rules(run)), 4)

    def test_standard_input_may_be_a_document(self):
        run = self.sarif("-", "--stdin-name", "x.docx", *LAW, stdin=docx(REPORT))[1]
        self.assertEqual(rules(run), ["wording/law-name"])
        self.assertEqual(run["artifacts"][0]["location"]["uri"], "x.docx")

    def test_a_document_without_words_is_no_empty_file(self):
        self.write("scan.docx", docx(""))
        code, _, err = self.text("check", "scan.docx")
        self.assertEqual(code, 2)
        self.assertIn("没有文字", err)

    def test_model_reads_documents(self):
        self.write("r.docx", docx(REPORT))
        model = json.loads(self.text("model", "r.docx", "--format", "json")[1])
        self.assertEqual((model["agency"], model["year"]), ("云岭县柳河镇人民政府", 2022))
        self.assertIn("总体情况", model["chapters"][0]["title"])

    def test_model_says_that_headers_are_not_checked(self):
        relations = "word/_rels/document.xml.rels"
        whole = docx(REPORT)
        more = f'<Relationship Id="h1" Type="{OFFICE}/header" Target="header1.xml"/></Relationships>'
        self.write("h.docx", rezipped(whole, {relations: part(io.BytesIO(whole), relations).replace("</Relationships>", more)}))
        self.assertIn("页眉、页脚 1 处", self.text("model", "h.docx")[1])
        self.write("r.docx", whole)
        self.assertNotIn("页眉", self.text("model", "r.docx")[1])

    def test_comments_stand_on_the_words(self):
        original = self.write("年报.docx", docx(REPORT)).read_bytes()
        code, out, err = self.text("check", "年报.docx", *LAW, "--format", "docx", "--output", "年报.批注.docx")
        self.assertEqual((code, out, err), (1, "已写出 年报.批注.docx，1 条批注\n", ""))
        written = self.folder / "年报.批注.docx"
        (words, comment), = comments(written)
        self.assertEqual(words, "《条列》")
        self.assertTrue(comment.startswith("【错误】"), comment)
        self.assertIn("wording/law-name", comment)
        self.assertEqual(paragraphs(written), paragraphs(self.folder / "年报.docx"))
        self.assertEqual((self.folder / "年报.docx").read_bytes(), original)
        # A second run replaces its own comments.
        code, _, _ = self.text("check", "年报.批注.docx", *LAW, "--format", "docx", "--output", "again.docx")
        self.assertEqual([c[0] for c in comments(self.folder / "again.docx")], ["《条列》"])

    def test_a_copy_without_comments_is_replaced_too(self):
        self.write("年报.docx", docx(REPORT.replace("条列", "条例")))
        for _ in range(2):
            run = self.text("check", "年报.docx", *LAW, "--format", "docx", "--output", "年报.批注.docx")
            self.assertEqual(run, (0, "已写出 年报.批注.docx，0 条批注\n", ""))
        self.assertEqual(paragraphs(self.folder / "年报.批注.docx"), paragraphs(self.folder / "年报.docx"))

    def test_the_ending_of_the_output_says_its_format(self):
        self.write("年报.docx", docx(REPORT))
        self.assertEqual(self.text("check", "年报.docx", *LAW, "-o", "年报.批注.docx")[:2], (1, "已写出 年报.批注.docx，1 条批注\n"))
        self.assertEqual([c[0] for c in comments(self.folder / "年报.批注.docx")], ["《条列》"])
        self.assertEqual(self.text("check", "年报.docx", *LAW, "-o", "r.html")[0], 1)
        self.assertIn("<!doctype html>", (self.folder / "r.html").read_text())

    def test_a_file_without_a_command_is_told_the_command(self):
        self.write("年报.docx", docx(REPORT))
        code, _, err = self.text("年报.docx")
        self.assertEqual(code, 2)
        self.assertIn("gouji check 年报.docx", err)

    def test_comments_cannot_go_anywhere(self):
        self.write("a.docx", docx(REPORT))
        self.write("b.docx", docx(REPORT))
        self.write("t.txt")
        for words, why in ((("a.docx", "b.docx", "--output", "c.docx"), "一个"), (("a.docx",), "--output"),
                           (("a.docx", "--output", "a.docx"), "被检查"), (("t.txt", "--output", "c.docx"), "不是 .docx")):
            code, _, err = self.text("check", "--format", "docx", *words)
            self.assertEqual(code, 2, words)
            self.assertIn(why, err)
            self.assertFalse((self.folder / "c.docx").exists())

    def test_fixes_become_tracked_changes(self):
        original = self.write("年报.docx", docx(REPORT)).read_bytes()
        code, out, err = self.text("fix", "年报.docx", *LAW)
        self.assertEqual((code, err), (0, ""))
        self.assertIn("年报.修订.docx", out)
        self.assertEqual((self.folder / "年报.docx").read_bytes(), original)
        revised = self.folder / "年报.修订.docx"
        self.assertIn("《条例》要求清理", paragraphs(revised))
        self.assertEqual(paragraphs(revised, accepted=False), paragraphs(self.folder / "年报.docx"))
        first = paragraphs(revised)
        self.assertEqual(self.text("fix", "年报.docx", *LAW)[0], 0)  # ours is replaced
        self.assertEqual(paragraphs(revised), first)
        self.write("年报.修订.docx", rezipped(revised.read_bytes(), {}))  # saved by another program
        reviewed = revised.read_bytes()
        self.assertEqual(self.text("fix", "年报.docx", *LAW)[0], 2)
        comment = ("check", "年报.docx", *LAW, "--format", "docx", "--output", "年报.修订.docx")
        self.assertEqual(self.text(*comment)[0], 2)
        self.assertEqual(self.text(*comment, "--select", "no/rule")[0], 2)
        self.assertEqual(revised.read_bytes(), reviewed)
        self.write("年报.修订.docx", docx("别人的"))
        code, _, err = self.text("fix", "年报.docx", *LAW)
        self.assertEqual(code, 2)
        self.assertIn("未改写", err)
        self.assertEqual(paragraphs(revised), "别人的")

    def test_only_what_changes_is_struck_out(self):
        self.write("r.docx", docx(REPORT.replace("要求清理", "要求审核审核")))
        self.assertEqual(self.text("fix", "r.docx", "--select", "wording/doubled,wording/law-name")[0], 0)
        document = part(self.folder / "r.修订.docx", "word/document.xml")
        self.assertEqual(re.findall(r"<w:delText[^>]*>([^<]*)", document), ["列", "审核"])
        self.assertEqual("".join(re.findall(r"<w:ins .*?</w:ins>", document)).count("<w:t "), 1)

    def test_fix_shows_its_changes_and_takes_standard_input(self):
        self.write("r.docx", docx(REPORT))
        out = self.text("fix", "--diff", "r.docx", *LAW)[1]
        self.assertIn("+（三）政府信息管理。按《条例》要求", out)
        self.assertEqual(sorted(p.name for p in self.folder.iterdir()), ["r.docx"])
        (self.folder / "s.docx").write_bytes(self.gouji("fix", "-", *LAW, stdin=docx(REPORT)).stdout)
        self.assertIn("《条例》要求清理", paragraphs(self.folder / "s.docx"))

    def test_protected_and_signed_documents_are_read_and_not_written(self):
        for name, made, why in (("p.docx", docx(REPORT, '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'), "保护"),
                                ("s.docx", docx(REPORT, signed=True), "签名")):
            self.write(name, made)
            self.assertEqual(rules(self.sarif(name, *LAW)[1]), ["wording/law-name"])
            for words in (("fix", name, *LAW), ("check", name, *LAW, "--format", "docx", "--output", "o.docx")):
                code, _, err = self.text(*words)
                self.assertEqual(code, 2)
                self.assertIn(why, err)
        self.assertEqual(sorted(p.name for p in self.folder.iterdir()), ["p.docx", "s.docx"])

    def test_what_cannot_be_read_is_refused_with_the_remedy(self):
        wide = lambda name: OLE + name.encode("utf-16le")
        whole = docx(REPORT)
        for name, content, why in (("a.docx", wide("EncryptedPackage"), "密码"), ("b.doc", wide("WordDocument"), "另存为 .docx"),
                                   ("c.wps", wide("WordDocument"), "另存为 .docx"), ("d.rtf", b"{\\rtf1 x}", "另存为 .docx"),
                                   ("e.pdf", b"%PDF-1.7", "原 .docx"), ("f.ofd", b"PK\x03\x04OFD.xml", "原 .docx"),
                                   ("g.docx", whole[:len(whole) // 2], "损坏"), ("h.docx", b"PK\x03\x04", "")):
            self.write(name, content)
            code, out, err = self.text("check", name)
            self.assertEqual(code, 2, name)
            self.assertIn(why, err)
            self.assertIn(name, err)
            self.assertEqual(len(err.strip().splitlines()), 1, err)
        self.write("r.txt")
        code, out, err = self.text("check", "a.docx", "r.txt", *LAW)
        self.assertEqual(code, 2)
        self.assertIn("wording/law-name", out)


class Conversions(CommandLine):
    """Another program makes the .docx: here a script, which tells what it was given."""

    DOC = OLE + "".join(c + "\0" for c in "WordDocument").encode()

    def setUp(self):
        super().setUp()
        self.own = {"XDG_CONFIG_HOME": str(self.folder / "own")}
        self.write("年报.doc", self.DOC)
        self.write("made.docx", docx(REPORT))

    def converter(self, commands, where="own/gouji/gouji.toml", more="", key="doc"):
        script = self.write("convert.sh", f"#!/bin/sh\n{commands}\n")
        script.chmod(0o755)
        self.write(where, f'[convert]\n{key} = ["{script}", "{{input}}", "{{output}}"]\n{more}')

    def test_findings_are_in_the_converted_file(self):
        self.converter(f'cp "{self.folder}/made.docx" "$2/x.docx"')
        code, run, err = self.sarif("年报.doc", *LAW, env=self.own)
        self.assertEqual((code, rules(run)), (1, ["wording/law-name"]))
        self.assertIn("转换", err)
        artifact = run["artifacts"][0]
        self.assertEqual((artifact["mimeType"], artifact["length"]), ("application/msword", len(self.DOC)))
        self.assertTrue(run["results"][0]["properties"]["office"]["converted"])
        self.assertNotIn("fixes", run["results"][0])
        self.assertIn("gouji/converted", [n["descriptor"]["id"] for n in run["invocations"][0]["toolExecutionNotifications"]])
        self.assertIn("在转换后的文件中", self.text("check", "年报.doc", *LAW, env=self.own)[1])
        self.assertIn("云岭县柳河镇人民政府", self.text("model", "年报.doc", env=self.own)[1])

    def test_folders_bring_in_what_can_be_converted(self):
        self.write("送来/a.doc", self.DOC)
        self.write("送来/b.wps", self.DOC)
        code, _, err = self.text("check", "送来", env=self.own)
        self.assertEqual(code, 2)
        self.converter(f'cp "{self.folder}/made.docx" "$2/x.docx"')
        code, run, _ = self.sarif("送来", *LAW, env=self.own)
        self.assertEqual((code, len(rules(run))), (1, 1))
        notices = run["invocations"][0]["toolExecutionNotifications"]
        self.assertIn(".doc 或 .wps", " ".join(notice["message"]["text"] for notice in notices))  # b.wps has no converter
        (self.folder / "送来/b.wps").unlink()
        code, out, err = self.text("check", "送来", *LAW, env=self.own)
        self.assertEqual(code, 1, err)

    def test_nothing_is_written_back(self):
        self.converter(f'cp "{self.folder}/made.docx" "$2/x.docx"')
        self.assertEqual(self.text("check", "年报.doc", "--format", "docx", "--output", "out.docx", env=self.own)[0], 2)
        code, _, err = self.text("fix", "年报.doc", env=self.own)
        self.assertEqual(code, 2)
        self.assertIn("另存为 .docx", err)
        self.assertFalse((self.folder / "out.docx").exists())

    def test_the_program_is_kept_apart(self):
        self.converter(f'{{ echo "$HOME"; echo "$TMPDIR"; pwd; echo "$1"; ls -A "$HOME"; }} > "{self.folder}/told"\n'
                       f'touch "$1.lock"; cp "{self.folder}/made.docx" "$2/x.docx"')
        before = set(os.listdir(self.folder))
        self.assertEqual(self.text("check", "年报.doc", *LAW, env=self.own)[0], 1)
        home, temporary, here, given = (self.folder / "told").read_text().splitlines()
        self.assertNotEqual(home, os.environ.get("HOME"))
        self.assertEqual(temporary, home)
        self.assertTrue(given.startswith(here + "/") and home.startswith(here + "/"), given)
        self.assertFalse(os.path.exists(here), "the private folder is gone")
        self.assertEqual(set(os.listdir(self.folder)) - before, {"told"})

    def test_a_folder_names_programs_only_with_trust(self):
        self.converter(f'touch "{self.folder}/ran"; cp "{self.folder}/made.docx" "$2/x.docx"', where="gouji.toml")
        code, _, err = self.text("check", "年报.doc", *LAW, env=self.own)
        self.assertEqual(code, 2)
        self.assertIn("--trust", err)
        self.assertFalse((self.folder / "ran").exists())
        code, out, _ = self.text("check", "年报.doc", *LAW, "--trust", env=self.own)
        self.assertEqual(code, 1)
        self.assertIn("wording/law-name", out)

    def test_no_shell_reads_the_name(self):
        name = "a$(touch hit);'b.doc"
        self.write(name, self.DOC)
        self.converter(f'cp "{self.folder}/made.docx" "$2/x.docx"')
        self.assertEqual(self.text("check", name, *LAW, env=self.own)[0], 1)
        self.assertFalse((self.folder / "hit").exists())

    def test_a_program_that_fails_leaves_the_others_unharmed(self):
        self.write("r.docx", docx(REPORT))
        for commands, why in (("echo 模块缺失 >&2; exit 3", "模块缺失"), ("exit 0", "没有写出 .docx"),
                              (f'cp "{self.folder}/年报.doc" "$2/x.docx"', "旧版"), ("sleep 60 & sleep 60", "超过 1 秒")):
            self.converter(commands, more="seconds = 1\n")
            code, out, err = self.text("check", "年报.doc", "r.docx", *LAW, env=self.own)
            self.assertEqual(code, 2, err)
            self.assertIn(why, err)
            self.assertIn("年报.doc", err)
            self.assertIn("wording/law-name", out)
        self.write("own/gouji/gouji.toml", '[convert]\ndoc = ["no-such-program", "{input}", "{output}"]\n')
        self.assertIn("no-such-program", self.text("check", "年报.doc", env=self.own)[2])

    def test_a_docx_by_another_name_is_read_as_it_is(self):
        self.write("x.doc", docx(REPORT))
        self.converter("exit 9")
        code, run, _ = self.sarif("x.doc", *LAW, env=self.own)
        self.assertEqual(code, 1)
        self.assertNotIn("converted", run["results"][0]["properties"]["office"])

    def test_mistakes_in_the_table_are_named(self):
        for line, why in (('doc = ["soffice"]', "{input}"), ('dox = ["a", "{input}", "{output}"]', "doc"), ("seconds = 0", "3600")):
            self.write("own/gouji/gouji.toml", "[convert]\n" + line + "\n")
            code, _, err = self.text("check", "年报.doc", env=self.own)
            self.assertEqual(code, 2)
            self.assertIn("gouji.toml:2", err)
            self.assertIn(why, err)


class Hostile(CommandLine):
    """Documents made to hurt: refused at once, by name; what stands beside them is checked as ever."""

    def measured(self, *words):
        """A run's exit code and standard output, its processor seconds and its largest size in MiB."""
        with open(self.folder / "out", "wb") as out, open(self.folder / "err", "wb") as err:
            process = subprocess.Popen([GOUJI, *map(str, words)], cwd=self.folder, stdout=out, stderr=err)
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        return process.returncode, (self.folder / "out").read_text(), used.ru_utime + used.ru_stime, used.ru_maxrss / 1024

    def documents(self):
        whole = docx(REPORT)
        names = [entry.filename for entry in zipfile.ZipFile(io.BytesIO(whole)).infolist()]
        main = lambda body: rezipped(whole, {"word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'})
        yield "300MB.docx", rezipped(whole, {"word/document.xml": (b" " * (1 << 20), 300)}), "过大"
        yield "dtd.docx", rezipped(whole, {"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]>' + part(io.BytesIO(whole), "word/document.xml").split("?>")[1]}), "DOCTYPE"
        yield "deep.docx", main("<w:sdt><w:sdtContent>" * 9000 + "</w:sdtContent></w:sdt>" * 9000), "嵌套"
        yield "million.docx", main("<w:p/>" * 1_000_000), "元素过多"
        yield "large.docx", rezipped(whole, {"word/document.xml": ("<w:p/>" * 100_000, 100)}), "过大"
        yield "overlap.docx", patched(whole, len(names) - 1, 42, b"\4\0\0\0"), "损坏"
        yield "renamed.docx", patched(whole, 0, 46, b"X"), "损坏"
        yield "encrypted.docx", patched(whole, 0, 8, b"\1"), "加密"
        yield "crc.docx", patched(whole, names.index("word/document.xml"), 16, b"\1\2\3\4"), "校验"
        yield "truncated.docx", whole[:-30], "不完整"
        yield "twice.docx", rezipped(whole, {}, again="word/document.xml"), "同名"
        yield "deep.html", b"<html><body>" + b"<div>" * 100_000, "嵌套"
        yield "long.html", b"<html><body>" + b"x" * (9 << 20), "8 MiB"

    def test_each_is_refused_quickly_and_alone(self):
        self.write("r.docx", docx(REPORT))
        alone = self.measured("check", "--quiet", "r.docx", *LAW)
        self.assertEqual(alone[0], 1)
        for name, content, why in self.documents():
            with self.subTest(name):
                self.write(name, content)
                code, out, seconds, size = self.measured("check", "--quiet", name, "r.docx", *LAW)
                err = (self.folder / "err").read_text()
                self.assertEqual(code, 2, err)
                self.assertEqual(out, alone[1])
                self.assertIn(name, err)
                self.assertIn(why, err)
                self.assertEqual(len(err.splitlines()), 1, err)
                if "asan" not in GOUJI and "tsan" not in GOUJI:  # they take time and memory of their own
                    self.assertLess(seconds - alone[2], 0.3)
                    self.assertLess(size - alone[3], 64)


class Pages(CommandLine):
    def test_a_page_gives_what_its_text_gives(self):
        self.write("r.txt")
        messages = lambda run: [r["message"]["text"] for r in run["results"]]
        text = messages(self.sarif("r.txt")[1])
        for encoding in ("utf-8", "gb18030"):
            self.write("r.html", page(REPORT, encoding))
            self.assertEqual(messages(self.sarif("r.html")[1]), text)

    def test_places_are_those_of_the_page(self):
        source = page(REPORT).decode()
        self.write("r.html", source)
        result, = self.sarif("r.html", *LAW)[1]["results"]
        region = result["locations"][0]["physicalLocation"]["region"]
        self.assertEqual(region["snippet"]["text"], "《条列》")
        line = source.split("\n")[region["startLine"] - 1]
        self.assertEqual(line[region["startColumn"] - 1:region["endColumn"] - 1], "《条列》")
        self.assertIn(f":{region['startLine']}:{region['startColumn']}", self.text("check", "r.html", *LAW)[1])

    def test_fixes_apply_to_the_page(self):
        for encoding in ("utf-8", "gb18030"):
            source = page(REPORT, encoding)
            self.write("r.html", source)
            change = self.sarif("r.html", *LAW)[1]["results"][0]["fixes"][0]["artifactChanges"][0]["replacements"]
            self.assertTrue(change)
            self.assertEqual(self.text("fix", "r.html", *LAW)[0], 0)
            fixed = (self.folder / "r.html").read_bytes()
            self.assertEqual(fixed.decode(encoding), source.decode(encoding).replace("《条列》", "《条例》"))

    def test_words_split_by_markup_are_fixed(self):
        source = page(REPORT).decode().replace("《条列》", "《条<b>列</b>》")
        self.write("r.html", source)
        self.assertEqual(self.text("fix", "r.html", *LAW)[0], 0)
        fixed = (self.folder / "r.html").read_text("utf-8")
        self.assertEqual(self.sarif("r.html", *LAW)[1]["results"], [])
        self.assertEqual(fixed.count("<b>"), 1)


if __name__ == "__main__":
    unittest.main()
