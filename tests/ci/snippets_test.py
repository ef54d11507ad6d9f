#!/usr/bin/env python3
"""Run what docs/ci tells people to run: the action's shell step, and the commands of the others."""
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ET

GOUJI, ROOT, CI = sys.argv[1:4]
DEMO = os.path.join(ROOT, "tests", "reports", "demo")


def lines(name):
    with open(os.path.join(CI, name), encoding="utf8") as file:
        return file.read().split("\n")


class Snippets(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.here = self.folder.name
        for name in os.listdir(DEMO):
            with open(os.path.join(DEMO, name), encoding="utf8") as file:
                text = file.read()
            os.makedirs(os.path.join(self.here, "报送"), exist_ok=True)
            with open(os.path.join(self.here, "报送", name), "w", encoding="utf8") as file:
                file.write(text)
        os.makedirs(os.path.join(self.here, "gate"))
        shutil.copy(os.path.join(CI, "gouji.toml"), os.path.join(self.here, "gate"))
        self.environment = dict(os.environ, PATH=os.path.dirname(GOUJI) + os.pathsep + os.environ["PATH"])

    def tearDown(self):
        self.folder.cleanup()

    def run_here(self, command, **environment):
        return subprocess.run(command, cwd=self.here, env=dict(self.environment, **environment), text=True,
                              capture_output=True)

    def test_the_action_names_inputs_that_its_step_reads(self):
        action = "\n".join(lines("github/action.yml"))
        with open(os.path.join(CI, "github", "check.sh"), encoding="utf8") as file:
            step = file.read()
        passed = set(re.findall(r"^        (GOUJI\w*): \$\{\{ inputs\.([\w-]+) \}\}$", action, re.M))
        self.assertEqual({variable for variable, _ in passed}, set(re.findall(r"\{(GOUJI\w*):=", step)))
        for _, name in passed:
            self.assertRegex(action, rf"(?m)^  {name}:$")

    def test_the_action_annotates_and_fails_on_errors(self):
        with open(os.path.join(self.here, "summary"), "w"), open(os.path.join(self.here, "output"), "w"):
            pass
        done = self.run_here([os.path.join(CI, "github", "check.sh")], GITHUB_OUTPUT="output", GITHUB_STEP_SUMMARY="summary")
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertRegex(done.stdout, r"(?m)^::error file=[^,]+,line=\d+")
        with open(os.path.join(self.here, "gouji.sarif"), encoding="utf8") as file:
            self.assertTrue(json.load(file)["runs"][0]["results"])
        with open(os.path.join(self.here, "output"), encoding="utf8") as file:
            self.assertEqual(file.read(), "sarif=gouji.sarif\n")
        with open(os.path.join(self.here, "summary"), encoding="utf8") as file:
            self.assertIn("门槛", file.read())

    def test_the_action_keeps_to_the_gates_configuration(self):
        with open(os.path.join(self.here, "报送", "gouji.toml"), "w", encoding="utf8") as file:
            file.write('fail-on = "never"\n')
        for config in ("", "gate/gouji.toml"):
            done = self.run_here([os.path.join(CI, "github", "check.sh")], GOUJI_CONFIG=config)
            self.assertEqual(done.returncode, 1, done.stderr)
            self.assertIn("报送/gouji.toml", done.stdout)

    def test_the_action_uploads_nothing_of_yesterday(self):
        step = [os.path.join(CI, "github", "check.sh")]
        self.assertEqual(self.run_here(step, GOUJI_CONFIG="gate/gouji.toml").returncode, 1)
        with open(os.path.join(self.here, "gate", "gouji.toml"), "w", encoding="utf8") as file:
            file.write("[rules\n")
        with open(os.path.join(self.here, "output"), "w"):
            pass
        self.assertEqual(self.run_here(step, GOUJI_CONFIG="gate/gouji.toml", GITHUB_OUTPUT="output").returncode, 2)
        self.assertFalse(os.path.exists(os.path.join(self.here, "gouji.sarif")))
        self.assertEqual(os.path.getsize(os.path.join(self.here, "output")), 0)

    def test_the_plain_script(self):
        script = os.path.join(CI, "check.sh")
        for _ in range(2):
            done = self.run_here([script, "报送"])
            self.assertEqual(done.returncode, 1, done.stderr)
            self.assertIn("重新报送", done.stdout)
            self.assertEqual(sorted(os.listdir(os.path.join(self.here, "结果"))), ["结果.html", "结果.txt"])
        self.assertEqual(self.run_here([script, "报送/clean-2023.txt"]).returncode, 0)
        self.assertEqual(self.run_here([script, "没有"]).returncode, 2)

    def test_the_guide_shows_the_commands_of_the_templates(self):
        with open(os.path.join(ROOT, "docs", "ci.md"), encoding="utf8") as file:
            guide = file.read()
        for name in ("gitlab-ci.yml", "Jenkinsfile"):
            command = re.search(r"gouji check [^'\n]*", "\n".join(lines(name))).group(0)
            self.assertIn(command, guide, name)

    def test_the_action_passes_when_asked_never_to_fail(self):
        done = self.run_here([os.path.join(CI, "github", "check.sh")], GOUJI_FAIL_ON="never")
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_the_action_says_when_gouji_is_missing(self):
        done = self.run_here([os.path.join(CI, "github", "check.sh")], GOUJI="no-such-gouji")
        self.assertEqual(done.returncode, 2)
        self.assertIn("::error title=gouji::", done.stdout)

    def test_gitlab_gets_a_code_quality_report(self):
        command = next(line.strip()[2:] for line in lines("gitlab-ci.yml") if line.strip().startswith("- gouji"))
        self.assertEqual(self.run_here(shlex.split(command)).returncode, 1)
        with open(os.path.join(self.here, "gl-code-quality-report.json"), encoding="utf8") as file:
            report = json.load(file)
        self.assertTrue(report)
        self.assertEqual(len({one["fingerprint"] for one in report}), len(report))
        for one in report:
            self.assertIn(one["severity"], ("info", "minor", "major", "critical", "blocker"))
            self.assertFalse(one["location"]["path"].startswith((".", "/")), one["location"]["path"])
            self.assertGreaterEqual(one["location"]["lines"]["begin"], 1)
            self.assertTrue(one["description"] and one["check_name"])
        suites = ET.parse(os.path.join(self.here, "gouji.xml")).getroot()
        for suite in suites.findall("testsuite"):
            self.assertEqual(int(suite.get("tests")), len(suite.findall("testcase")))
            self.assertEqual(int(suite.get("failures")), len(suite.findall("testcase/failure")))

    def test_jenkins_gets_checkstyle(self):
        command = re.search(r"sh '(gouji [^']*)'", "\n".join(lines("Jenkinsfile"))).group(1)
        self.assertEqual(self.run_here(shlex.split(command)).returncode, 1)
        root = ET.parse(os.path.join(self.here, "gouji-checkstyle.xml")).getroot()
        self.assertEqual(root.tag, "checkstyle")
        errors = root.findall("file/error")
        self.assertTrue(errors)
        for error in errors:
            self.assertIn(error.get("severity"), ("error", "warning", "info"))
            self.assertTrue(int(error.get("line")) >= 1 and error.get("message") and error.get("source"))

    def test_the_pre_commit_hook_takes_files(self):
        entry = next(line.split(": ", 1)[1] for line in lines("pre-commit-hooks.yaml") if "entry:" in line)
        pattern = next(line.split(": ", 1)[1] for line in lines("pre-commit-hooks.yaml") if "files:" in line)
        files = [os.path.join("报送", name) for name in os.listdir(os.path.join(self.here, "报送")) if re.search(pattern, name)]
        self.assertTrue(files)
        self.assertEqual(self.run_here(shlex.split(entry) + files).returncode, 1)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
