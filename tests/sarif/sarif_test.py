"""SARIF of real runs, validated by the OASIS schema and by Microsoft's own validator; positions recomputed by the latter."""
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.parse

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "npm"))
from npm_tools import installed, skip  # noqa: E402

GOUJI, ROOT, PLACES = (pathlib.Path(word).resolve() for word in sys.argv[1:4])
REPORTS = ROOT / "tests" / "reports"
OASIS = next((p for p in (up / "shared" / "sarif-schema-2.1.0.json" for up in ROOT.parents) if p.exists()), None)
# 2001 wants “.” at the end, 2015 ' ' around names, 2013 the files' contents, 2006 a network; 2009 ids like ABC1234.
MISFIRES = ("SARIF2001", "SARIF2006", "SARIF2009", "SARIF2013", "SARIF2015")
TRICKY = "云岭县😀 年报 #1 100%.txt"


def faulty():
    return (REPORTS / "demo" / "faulty-2022.txt").read_text("utf-8")


class Validators(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.work = pathlib.Path(cls.temporary.name)
        cls.logs = cls.work / "logs"
        cls.logs.mkdir()
        cls.folder = cls.work / "年报 folder"
        shutil.copytree(REPORTS, cls.folder / "reports")
        (cls.folder / TRICKY).write_text(faulty().replace("集体资产", "𠮷田😀资产"), "utf-8")
        (cls.folder / "crlf.txt").write_bytes(faulty().replace("\n", "\r\n").replace("审核审核", "😀审核审核").encode())
        (cls.folder / "marked.txt").write_bytes(b"\xef\xbb\xbf" + faulty().encode())
        (cls.folder / "broken.txt").write_bytes(b"\xff\xfe\x00\xd8\x00" * 40)
        (cls.folder / "empty.txt").write_bytes(b"")
        cls.checked = {}

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def check(self, name, *words, cwd=None, stdin=None, code=None):
        """A run of gouji; its log is kept under a name."""
        log = self.logs / (name + ".sarif")
        done = subprocess.run([GOUJI, "check", "--format", "sarif", "--output", log, "--quiet", *words],
                              cwd=cwd or self.folder, input=stdin, capture_output=True)
        if code is not None:
            self.assertEqual(done.returncode, code, done.stderr.decode())
        with open(log, encoding="utf-8") as file:
            return json.load(file)

    def valid(self, *names):
        """Nothing at all to say about these logs: by the schemas, by the validator's rules."""
        logs = [self.logs / (name + ".sarif") for name in names]
        schemas = [TOOL.parent / "sarif-2.1.0.json"] + ([OASIS] if OASIS else [])
        done = subprocess.run(["node", HERE / "validate.mjs", MODULES, *schemas, "--", *logs], capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        for log in logs:
            validation = self.work / "validation.sarif"
            validation.unlink(missing_ok=True)
            subprocess.run([TOOL, "validate", log, "--config", POLICY, "--rule-kind", "Sarif;Ghas", "--level", "Error;Warning;Note",
                            "-o", validation, "--log", "ForceOverwrite"], capture_output=True, cwd=self.work)
            with open(validation, encoding="utf-8-sig") as file:  # its exit code says nothing
                found = json.load(file)["runs"][0]["results"]
            said = [(r["ruleId"], r["message"].get("text") or r["message"].get("arguments")) for r in found]
            self.assertEqual(said[:10], [], log.name)

    def test_every_file_of_the_test_reports(self):
        names = []
        for path in sorted(p for p in REPORTS.rglob("*") if p.suffix in (".txt", ".md")):
            names.append("report-" + path.stem)
            self.check(names[-1], path.relative_to(REPORTS), cwd=self.folder / "reports")
        self.assertGreater(len(names), 8)
        self.valid(*names)

    def test_a_folder_with_files_that_cannot_be_read(self):
        run = self.check("folder", ".", "missing.txt", code=2)["runs"][0]
        self.assertFalse(run["invocations"][0]["executionSuccessful"])
        unreadable = [n for n in run["invocations"][0]["toolExecutionNotifications"] if n["descriptor"]["id"] == "gouji/unreadable-file"]
        self.assertEqual(len(unreadable), 3)
        self.valid("folder")

    def test_no_results_at_all(self):
        log = self.check("clean", "reports/demo/clean-2023.txt", code=0)
        self.assertEqual(log["runs"][0]["results"], [])
        self.check("nothing-read", "missing.txt", code=2)
        self.valid("clean", "nothing-read")

    def test_english_and_standard_input(self):
        self.check("english", ".", "--lang", "en")
        self.check("stdin", "-", stdin=faulty().encode())
        self.check("named-stdin", "-", "--stdin-name", TRICKY, stdin=faulty().encode())
        self.valid("english", "stdin", "named-stdin")

    def test_a_checkout_is_named_without_secrets(self):
        home = self.work / "checkout"
        shutil.copytree(self.folder / "reports" / "demo", home / "下属单位")
        def git(*words):
            who = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@a.example", "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@a.example"}
            return subprocess.run(("git", "-C", home, *words), check=True, capture_output=True, text=True, env={**os.environ, **who}).stdout.strip()
        git("init", "--quiet", "--initial-branch=main")
        before = self.check("checkout-without-commit", ".", cwd=home)["runs"][0]["versionControlProvenance"][0]
        self.assertEqual((before.get("revisionId"), before["branch"]), (None, "main"))
        git("commit", "--quiet", "--allow-empty", "--message=first")
        git("remote", "add", "other", "/elsewhere")
        git("remote", "add", "origin", "https://me:secret@host.example/政府/reports.git")
        run = self.check("checkout", ".", cwd=home)["runs"][0]
        origin = run["versionControlProvenance"][0]
        self.assertEqual(origin["repositoryUri"], "https://host.example/" + urllib.parse.quote("政府/reports.git"))
        self.assertEqual((origin["revisionId"], origin["branch"]), (git("rev-parse", "HEAD"), "main"))
        self.assertEqual(origin["mappedTo"], {"uriBaseId": "SRCROOT"})
        git("remote", "set-url", "origin", "git@host.example:reports.git")
        below = self.check("checkout-below", "faulty-2022.txt", cwd=home / "下属单位")["runs"][0]
        self.assertEqual(below["versionControlProvenance"][0]["repositoryUri"], "ssh://host.example/reports.git")
        self.assertEqual(below["originalUriBaseIds"], run["originalUriBaseIds"])
        self.assertEqual(below["artifacts"][0]["location"]["uri"], urllib.parse.quote("下属单位/faulty-2022.txt"))
        git("remote", "remove", "origin")
        git("checkout", "--quiet", "--detach")
        detached = self.check("checkout-detached", ".", cwd=home)["runs"][0]["versionControlProvenance"][0]
        self.assertNotIn("branch", detached)
        self.assertEqual(detached["repositoryUri"], home.as_uri() + "/")
        self.valid("checkout", "checkout-without-commit", "checkout-below", "checkout-detached")

    def test_levels_and_rules_that_differ_are_told(self):
        run = self.check("selected", "reports/demo", "--select", "arithmetic")["runs"][0]
        overrides = run["invocations"][0]["ruleConfigurationOverrides"]
        self.assertTrue(overrides)
        self.assertFalse(any(o["configuration"]["enabled"] for o in overrides if not o["descriptor"]["id"].startswith("arithmetic/")))
        self.valid("selected")

    def test_levels_of_a_folder_are_told_by_its_results(self):
        home = self.work / "folders"
        for folder in ("town", "county"):
            (home / folder).mkdir(parents=True)
            (home / folder / "a.txt").write_text(faulty(), "utf-8")
        (home / "gouji.toml").write_text('[rules]\n"wording/doubled" = "error"\n"wording/law-name" = "off"\n[[override]]\nfiles = ["town/**"]\n'
                                         'rules = { "dates/period-mismatch" = "note", "structure/ordinal-missing" = "off" }\n', "utf-8")
        run = self.check("folders", ".", cwd=home)["runs"][0]
        overrides = {o["descriptor"]["id"]: o["configuration"] for o in run["invocations"][0]["ruleConfigurationOverrides"]}
        self.assertEqual(overrides, {"wording/doubled": {"enabled": True, "level": "error"}, "wording/law-name": {"enabled": False, "level": "error"}})
        for id, override in overrides.items():
            rule = next(r for r in run["tool"]["driver"]["rules"] if r["id"] == id)
            index = next(o["descriptor"]["index"] for o in run["invocations"][0]["ruleConfigurationOverrides"] if o["descriptor"]["id"] == id)
            self.assertEqual(run["tool"]["driver"]["rules"][index], rule)
        levels = {(r["ruleId"], r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"][:4]): r["level"] for r in run["results"]}
        self.assertEqual(levels[("dates/period-mismatch", "town")], "note")
        self.assertEqual(levels[("dates/period-mismatch", "coun")], "error")
        self.assertEqual(levels[("wording/doubled", "town")], "error")
        self.assertNotIn(("structure/ordinal-missing", "town"), levels)
        self.assertIn(("structure/ordinal-missing", "coun"), levels)
        self.assertFalse([key for key in levels if key[0] == "wording/law-name"])
        self.valid("folders")

    def test_baseline_states_and_suppressions(self):
        home = self.work / "past"
        home.mkdir()
        (home / "a.txt").write_text(faulty(), "utf-8")
        self.check("base", "a.txt", cwd=home)
        (home / "gouji.toml").write_text('[[suppress]]\nrule = "dates/period-mismatch"\nreason = "全县统一口径"\n'
                                         '[[suppress]]\nrule = "dates/late"\nreason = "已报备"\nexpires = 2020-01-01\n'
                                         '[[suppress]]\nrule = "wording/typo"\nreason = "没有用到"\n', "utf-8")
        (home / "a.txt").write_text(faulty().replace("条列", "条例").replace("| -1 |", "| -2 |").replace("限期补齐。", "限期补齐。。"), "utf-8")
        run = self.check("past", "a.txt", "--baseline", self.logs / "base.sarif", cwd=home, code=0)["runs"][0]
        states = {r["ruleId"]: r["baselineState"] for r in run["results"]}
        self.assertEqual(states["typography/duplicate-punctuation"], "new")
        self.assertEqual(states["wording/law-name"], "absent")
        self.assertEqual(states["arithmetic/negative-count"], "updated")
        self.assertEqual(states["wording/doubled"], "unchanged")
        self.assertEqual([r["ruleId"] for r in run["results"] if r.get("suppressions")], ["dates/period-mismatch"])
        notified = [n["descriptor"]["id"] for n in run["invocations"][0]["toolConfigurationNotifications"]]
        self.assertEqual(notified, ["gouji/suppression"] * 2)
        self.valid("past")

    def test_a_run_that_was_interrupted(self):
        home = self.work / "interrupted"
        home.mkdir()
        for i in range(1500):
            (home / f"{i:04}.txt").write_text(faulty(), "utf-8")
        log = self.logs / "interrupted.sarif"
        process = subprocess.Popen([GOUJI, "check", ".", "--format", "sarif", "--output", log, "--jobs", "1"], cwd=home, stderr=subprocess.PIPE)
        end = time.time() + 60
        while process.poll() is None and time.time() < end:
            parts = list(self.logs.glob("interrupted.sarif.*"))
            if parts and parts[0].stat().st_size > 1_500_000:
                break
            time.sleep(0.002)
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=60)
        run = json.loads(log.read_text("utf-8"))["runs"][0]
        self.assertEqual(process.returncode, 2)
        invocation = run["invocations"][0]
        self.assertEqual((invocation["executionSuccessful"], invocation["exitCode"]), (False, 2))
        self.assertEqual([n["descriptor"]["id"] for n in invocation["toolExecutionNotifications"]], ["gouji/interrupted"])
        self.assertTrue(0 < len(run["artifacts"]) < 1500)
        self.valid("interrupted")

    def test_related_places_have_a_limit(self):
        home = self.work / "related"
        home.mkdir()
        (home / "a.txt").write_text(faulty(), "utf-8")
        run = self.check("related", "a.txt", "--plugin", PLACES, cwd=home)["runs"][0]
        result = next(r for r in run["results"] if r["ruleId"] == "places/many")
        self.assertEqual(len(result["relatedLocations"]), 100)
        self.assertEqual(result["properties"]["relatedLocationsLeftOut"], 200)
        self.assertIn("gouji/related-left-out", [n["descriptor"]["id"] for n in run["invocations"][0]["toolExecutionNotifications"]])
        self.valid("related")

    def test_rules_are_described(self):
        run = self.check("rules", "reports/demo")["runs"][0]
        rules = run["tool"]["driver"]["rules"]
        self.assertGreater(len(rules), 30)
        for rule in rules:
            for key in ("shortDescription", "fullDescription", "help"):
                self.assertTrue(rule[key]["text"], rule["id"])
                self.assertLessEqual(len(rule[key]["text"]), 1024, rule["id"])
            self.assertTrue(rule["help"]["markdown"], rule["id"])
            self.assertRegex(rule["name"], r"^([A-Z][a-z0-9]*)+$")
            self.assertIn(rule["defaultConfiguration"]["level"], ("error", "warning", "note"))
            properties = rule["properties"]
            self.assertIn(properties["precision"], ("very-high", "high", "medium", "low"))
            self.assertIn(properties["problem.severity"], ("error", "warning", "recommendation"))
            self.assertTrue(1 <= len(properties["tags"]) <= 10, rule["id"])
            page = re.fullmatch(r"https?://[^/]+/(.*)", rule["helpUri"]).group(1)
            text = (ROOT / page).read_text("utf-8")
            self.assertIn(f'id = "{rule["id"]}"', text)

    def test_files_are_described(self):
        run = self.check("files", ".")["runs"][0]
        seen = 0
        for artifact in run["artifacts"]:
            path = self.folder / urllib.parse.unquote(artifact["location"]["uri"])
            if "hashes" not in artifact:
                continue
            done = subprocess.run(["sha256sum", path], capture_output=True, text=True).stdout.lstrip("\\")
            self.assertEqual(artifact["hashes"]["sha-256"], done.split()[0])
            self.assertEqual(artifact["length"], path.stat().st_size)
            self.assertTrue(artifact["mimeType"] and artifact["encoding"])
            seen += 1
        self.assertGreater(seen, 8)

    def test_too_many_results_go_into_further_runs(self):
        folder = self.work / "many"
        folder.mkdir()
        # 3 doubled words a line, in a report that says little else.
        head = "云岭县柳河镇人民政府2022年政府信息公开工作年度报告\n一、总体情况\n"
        text = head + "".join(f"第{i}处由镇党政办公室审核审核后发布。\n" for i in range(9000))
        for name in "abc":
            (folder / f"{name}.txt").write_text(text, "utf-8")
        log = self.check("many", ".", "--select", "wording/doubled", cwd=folder)
        sizes = [len(run["results"]) for run in log["runs"]]
        self.assertEqual(sizes, [25000, 2000])
        first, last = log["runs"]
        self.assertEqual([n["descriptor"]["id"] for n in first["invocations"][0]["toolExecutionNotifications"]], ["gouji/continued"])
        self.assertNotEqual(first["automationDetails"]["id"], last["automationDetails"]["id"])
        self.assertEqual([len(run["artifacts"]) for run in log["runs"]], [3, 1])
        self.valid("many")

    def test_positions_are_those_of_an_independent_reader(self):
        """The multitool works out snippet and offset from line and column; both must be what we and Python say."""
        names = [TRICKY, "crlf.txt", "marked.txt"] + [f"reports/demo/{n}" for n in ("faulty-2022.txt", "older-2020.txt")]
        log = self.check("positions", *names)
        run = log["runs"][0]
        ours = [r["locations"][0]["physicalLocation"] for r in run["results"]]
        self.assertTrue(any("😀" in p["contextRegion"]["snippet"]["text"] for p in ours))
        for result in run["results"]:
            for key in ("relatedLocations", "fixes"):
                result.pop(key, None)
        bare = json.loads(json.dumps(log))
        for result in bare["runs"][0]["results"]:
            physical = result["locations"][0]["physicalLocation"]
            physical.pop("contextRegion")
            physical["region"].pop("snippet")
        (self.work / "bare.sarif").write_text(json.dumps(bare), "utf-8")
        subprocess.run([TOOL, "rewrite", "bare.sarif", "--insert", "RegionSnippets;ComprehensiveRegionProperties", "-o", "rich.sarif",
                        "--log", "ForceOverwrite"], cwd=self.work, capture_output=True, check=True)
        rich = json.loads((self.work / "rich.sarif").read_text("utf-8-sig"))["runs"][0]
        theirs = [r["locations"][0]["physicalLocation"] for r in rich["results"]]
        self.assertEqual(len(ours), len(theirs))
        texts = {}
        for our, their in zip(ours, theirs):
            uri = our["artifactLocation"]["uri"]
            if uri not in texts:
                texts[uri] = (self.folder / urllib.parse.unquote(uri)).read_bytes().decode("utf-8-sig").encode("utf-16-le")
            region = their["region"]
            begin = 2 * region["charOffset"]
            printed = texts[uri][begin:begin + 2 * region.get("charLength", 0)].decode("utf-16-le")
            self.assertEqual(printed, our["region"]["snippet"]["text"], uri)
            if printed:
                self.assertEqual(region["snippet"]["text"], printed, uri)
            for key in ("startLine", "startColumn", "endColumn"):
                self.assertEqual(region[key], our["region"][key])


if __name__ == "__main__":
    MODULES = installed(HERE)
    TOOL = MODULES / "@microsoft" / "sarif-multitool-linux" / "Sarif.Multitool"
    if not TOOL.exists():
        skip("npm has no validator for this system")
    TOOL.chmod(0o755)
    if not OASIS:
        print("note: without the OASIS schema; the validator's copy is used alone")
    POLICY = pathlib.Path(tempfile.mkstemp(suffix=".xml")[1])
    if subprocess.run([TOOL, "export-validation-config", POLICY], capture_output=True).returncode:
        skip("the validator does not run here")
    policy = POLICY.read_text("utf-8-sig")
    for rule in MISFIRES:
        policy, changed = re.subn(rf'({rule}\.\w+\.Options">\s*<Property Key="RuleEnabled" Value=)"Default"', r'\1"Disabled"', policy)
        assert changed == 1, rule
    POLICY.write_text(policy, "utf-8-sig")
    try:
        unittest.main(argv=sys.argv[:1] + sys.argv[4:], verbosity=2)
    finally:
        POLICY.unlink()
