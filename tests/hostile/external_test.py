"""External rules: the example, what they may do, and programs that misbehave."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import time
import unittest

GOUJI = os.environ["GOUJI"]
EXAMPLE = pathlib.Path(os.environ["GOUJI_SOURCE"]) / "rules/examples/heshan"
SANITIZED = os.environ.get("GOUJI_SANITIZED") == "1"
REPORT = """云岭县柳河镇人民政府2022年政府信息公开工作年度报告

一、总体情况
按照《云岭县信息公开办法》（云政发〔2032〕6号）开展工作，全年公开信息30条。

六、其他需要报告的事项
本年度未收取信息处理费。
"""
PAGE = """+++
id = "mine/{name}"
name = {{ zh = "名", en = "n" }}
summary = {{ zh = "总", en = "s" }}
level = "warning"
external = {command}
[messages.found]
zh = "见{{what}}"
en = "{{what}}"
+++
"""
SERVE = "import gouji_rule\ngouji_rule.run(lambda options, lists: check)\n"


class External(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.write("report.txt", REPORT)
        self.write("mine/pack.toml", 'id = "mine"\nname = { zh = "我", en = "m" }\nversion = "1.0.0"\n')
        shutil.copy(EXAMPLE / "gouji_rule.py", self.folder / "mine")

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def rule(self, name, code, command=None):
        self.write(f"mine/{name}.py", code)
        self.write(f"mine/{name}.md", PAGE.format(name=name, command=json.dumps(command or ["python3", f"{name}.py"])))

    def run_gouji(self, *words, **more):
        return subprocess.run([GOUJI, *map(str, words)], capture_output=True, encoding="utf-8", cwd=self.folder, timeout=200, **more)

    def check(self, *words, pack="mine", reports=("report.txt",), code=None, **more):
        done = self.run_gouji("check", *reports, "--no-config", "--format", "sarif", "--pack", f"./{pack}" if pack == "mine" else pack,
                              "--trust", *words, **more)
        run = json.loads(done.stdout)["runs"][0]
        if code is not None:
            self.assertEqual(done.returncode, code, done.stderr)
        return run, done.stderr

    def own(self, run):
        return [r for r in run["results"] if r["ruleId"].startswith("mine/")]

    def notes(self, run):
        return [(n["associatedRule"]["id"], n["message"]["text"]) for n in run["invocations"][0]["toolExecutionNotifications"]]

    def test_the_example(self):
        run, _ = self.check("--select", "heshan", pack=EXAMPLE)
        self.assertEqual([r["message"]["text"] for r in run["results"]], ["文号“云政发〔2032〕6号”的年份晚于年报所属的2022年。"])
        region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
        self.assertEqual((region["startLine"], region["snippet"]["text"]) if "snippet" in region else (region["startLine"],), (4, "云政发〔2032〕6号")[:2 if "snippet" in region else 1])

    def test_the_examples_of_its_page(self):
        done = self.run_gouji("test", EXAMPLE, "--trust")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertIn("3 个例子", done.stdout)

    def test_it_runs_only_with_trust_or_installed(self):
        self.rule("a", "raise SystemExit('it ran')")
        for words in (("check", "report.txt", "--no-config"), ("rules",), ("test", "mine")):
            done = self.run_gouji(*words, "--pack", "./mine")
            self.assertEqual(done.returncode, 2)
            self.assertIn("--trust", done.stderr)
            self.assertNotIn("it ran", done.stderr)
        self.write("gouji.toml", 'packs = ["./mine"]\n')
        done = self.run_gouji("check", "report.txt")
        self.assertIn("--trust", done.stderr)
        self.assertNotIn("it ran", done.stderr)

    def test_what_a_document_is_and_what_a_finding_may_be(self):
        self.rule("a", """
def check(document):
    assert document["version"] == 1 and document["agency"] == "云岭县柳河镇人民政府", document["agency"]
    text = document["text"].encode()
    at = lambda word: [text.index(word.encode()), text.index(word.encode()) + len(word.encode())]
    citation, = [one for one in document["citations"] if one["kind"] == "title"]
    assert text[slice(*citation["name"])].decode() == "云岭县信息公开办法"
    assert [text[slice(*one["number"])].decode() for one in document["quantities"]] == ["30"], document["quantities"]
    assert len(document["sentences"]) > 3 and document["chapters"][0]["kind"] == "overview"
    yield {"message": "found", "span": at("30条"), "arguments": {"what": "数"}, "rank": 40,
           "related": [{"message": "found", "span": at("开展"), "arguments": {"what": "别处"}}],
           "fixes": [{"message": "found", "safe": True, "arguments": {"what": "改"}, "edits": [{"span": at("30条"), "text": "31条"}]}]}
""" + SERVE)
        run, err = self.check()
        self.assertEqual(err.count("Error"), 0, err)
        found, = self.own(run)
        self.assertEqual(found["message"]["text"], "见数")
        self.assertEqual(found["rank"], 40)
        self.assertEqual(found["relatedLocations"][0]["message"]["text"], "见别处")
        self.assertEqual(found["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"], "31条")

    def test_several_reports_of_one_file_have_their_own_spans(self):
        self.write("two.txt", REPORT + "\n\n" + REPORT.replace("柳河", "桃源"))
        self.rule("a", """
def check(document):
    text = document["text"].encode()
    begin = text.index("30条".encode())
    yield {"message": "found", "span": [begin, begin + 5], "arguments": {"what": document["agency"]}}
""" + SERVE)
        run, err = self.check(reports=["two.txt"])
        self.assertEqual([(r["message"]["text"], r["locations"][0]["physicalLocation"]["region"]["startLine"]) for r in self.own(run)],
                         [("见云岭县柳河镇人民政府", 4), ("见云岭县桃源镇人民政府", 13)], err)

    def test_the_model_is_as_its_schema_says(self):
        schema = json.loads(self.run_gouji("model", "--schema").stdout)
        self.assertEqual(schema, json.loads((EXAMPLE.parents[2] / "docs/model.schema.json").read_text("utf-8")))
        kinds = {"string": str, "integer": int, "number": (int, float), "boolean": bool, "array": list, "object": dict, "null": type(None)}

        def fits(value, schema, place):
            types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
            self.assertTrue(any(isinstance(value, kinds[one]) for one in types), (place, value, types))
            if isinstance(value, dict) and "properties" in schema:
                self.assertEqual(sorted(value), sorted(schema["required"]), place)
                for name, inside in value.items():
                    fits(inside, schema["properties"][name], f"{place}.{name}")
            if isinstance(value, list) and "items" in schema:
                for each in value:
                    fits(each, schema["items"], place + "[]")
        sample = EXAMPLE.parents[2] / "tests/reports/demo/clean-2023.txt"
        done = self.run_gouji("model", "--format", "json", sample)
        model = json.loads(done.stdout)
        fits(model, schema, "")
        for name in ("chapters", "tables", "blocks", "grids", "fields", "sentences", "dates", "citations"):
            self.assertTrue(model[name], name)

    def test_programs_that_misbehave(self):
        deeds = {
            "dies": ("import os\nos.abort()", "信号 6"),
            "leaves": ("raise SystemExit(3)", "返回 3"),
            "is-no-rule": ("print('hello', flush=True)\nimport time\ntime.sleep(60)", "约定以外"),
            "raises": ("def check(document):\n    raise ValueError('not today')\n" + SERVE, "ValueError: not today"),
            "sleeps": ("def check(document):\n    import time\n    time.sleep(60)\n" + SERVE, "时限"),
            "outside": ("def check(document):\n    yield {'message': 'found', 'span': [0, 10**9], 'arguments': {}}\n" + SERVE, "不在这份报告里"),
            "huge": ("def check(document):\n    yield {'message': 'found', 'span': [0, 2**70]}\n" + SERVE, "约定以外"),
            "no-message": ("def check(document):\n    yield {'message': 'law-name', 'span': [0, 3]}\n" + SERVE, "law-name"),
            "shapeless": ("def check(document):\n    yield [[[[[[[[[[[[]]]]]]]]]]]]\n" + SERVE, "约定以外"),
            "hungry": ("def check(document):\n    x = [bytes(2**30) for _ in range(64)]\n" + SERVE, "MemoryError"),
        }
        for name, (code, _) in deeds.items():
            self.rule(name, code)
        clean = self.run_gouji("check", "report.txt", "--no-config", "--format", "sarif")
        run, err = self.check("--time-limit", "3000", "--memory-limit", "512M", code=2)
        said = {}
        for note in [*run["invocations"][0]["toolExecutionNotifications"], *run["invocations"][0]["toolConfigurationNotifications"]]:
            if "associatedRule" in note:
                said[note["associatedRule"]["id"].split("/")[1]] = note["message"]["text"]
        for name, (_, words) in deeds.items():
            if name == "hungry" and SANITIZED:
                continue
            self.assertIn(words, said.get(name, ""), f"{name}\n{err}")
        self.assertEqual(self.own(run), [])
        self.assertEqual([r["message"] for r in run["results"]], [r["message"] for r in json.loads(clean.stdout)["runs"][0]["results"]])

    @unittest.skipIf(SANITIZED, "skipped: a sanitizer opens files of its own")
    def test_nothing_that_is_tried_is_managed(self):
        self.rule("a", """
import ctypes, os, pathlib, signal, socket, subprocess

def attempts():
    home = os.environ.get("GOUJI_TEST_HOME", "%s")
    yield "shadow", lambda: open("/etc/shadow").read()
    yield "passwd", lambda: open("/etc/passwd").read()
    yield "report", lambda: open(home + "/report.txt").read()
    yield "listing", lambda: os.listdir(home)
    yield "writing", lambda: open("made-by-rule", "w")
    yield "temporary", lambda: open("/tmp/made-by-rule", "w")
    yield "removing", lambda: os.unlink("rule.md")
    yield "network", lambda: socket.socket()
    yield "forking", lambda: os.fork() or os._exit(0)
    yield "running", lambda: subprocess.run(["true"])
    yield "killing", lambda: os.kill(os.getppid(), 0)
    yield "session", lambda: os.setsid()
    yield "user", lambda: os.setresuid(1, 1, 1)
    yield "terminal", lambda: open("/dev/tty")
    yield "memfd", lambda: os.memfd_create("x")
    yield "idle", lambda: os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
    yield "environment", lambda: os.environ["GOUJI_TEST_SECRET"]
    yield "descriptors", lambda: [os.fstat(fd) for fd in range(3, 64)][0]

def check(document):
    managed = []
    for name, attempt in attempts():
        try:
            attempt()
            managed.append(name)
        except Exception:
            pass
    yield {"message": "found", "span": [0, 0], "arguments": {"what": " ".join(managed)}}
""" % self.folder + SERVE)
        run, err = self.check(env=os.environ | {"GOUJI_TEST_SECRET": "1"})
        self.assertEqual([r["message"]["text"] for r in self.own(run)], ["见"], err)
        self.assertFalse((self.folder / "mine/made-by-rule").exists())

    def test_programs_are_not_looked_for_beside_reports(self):
        self.rule("a", "def check(document):\n    yield {'message': 'found', 'span': [0, 0], 'arguments': {'what': '真'}}\n" + SERVE)
        (self.folder / "python3").write_text("#!/bin/sh\ntouch been-here\n")
        (self.folder / "python3").chmod(0o755)
        run, err = self.check(env=os.environ | {"PATH": ".::" + os.environ["PATH"]})
        self.assertEqual([r["message"]["text"] for r in self.own(run)], ["见真"], err)
        self.assertFalse((self.folder / "been-here").exists())

    def test_libraries_are_not_looked_for_beside_reports(self):
        needed = subprocess.run(["objdump", "-p", GOUJI], capture_output=True, text=True, check=True).stdout
        names = re.findall(r"NEEDED +(lib\S+)", needed)
        self.assertTrue(names)
        for name in names:
            self.write(name, "no library")
        done = self.run_gouji("check", "report.txt", "--no-config", "--fail-on", "never")
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_the_same_bytes_whatever_the_jobs(self):
        for i in range(20):
            self.write(f"many/{i:02}.txt", REPORT.replace("30条", f"{i + 10}条"))
        # A rule that counts its documents: their order is that of the results.
        self.rule("a", """
count = 0
def check(document):
    global count
    count += 1
    if count % 7 == 0:
        raise ValueError(str(count))
    yield {"message": "found", "span": [0, 0], "arguments": {"what": str(count)}}
""" + SERVE)
        logs = [self.check("--jobs", str(jobs), reports=["many"]) for jobs in (1, 4)]
        texts = [[[r["message"]["text"] for r in self.own(run)], self.notes(run)] for run, _ in logs]
        self.assertEqual(texts[0], texts[1])
        self.assertEqual(texts[0][0][:3], ["见1", "见2", "见3"])

    @unittest.skipIf(SANITIZED, "skipped: times say nothing here")
    def test_how_fast_it_is(self):
        text = (EXAMPLE.parents[2] / "tests/reports/demo/clean-2023.txt").read_text("utf-8")
        for i in range(600):
            self.write(f"many/{i:03}.txt", text)
        before = os.times()
        run, err = self.check("--select", "heshan", "--jobs", "1", pack=EXAMPLE, reports=["many"])
        after = os.times()
        busy = sum(after[2:4]) - sum(before[2:4])  # processor time, of Python too
        print(f"{600 / busy:.0f} reports a second of processor time")
        self.assertGreater(600 / busy, 300, err)


if __name__ == "__main__":
    unittest.main()
