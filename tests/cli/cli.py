"""What the tests of the command line share: a folder of its own for each, and a report to check."""
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

GOUJI = os.environ["GOUJI"]
ROOT = pathlib.Path(os.environ["GOUJI_ROOT"])

# Wrong on purpose, each once: the title's year against the period, “。。”-free prose with 条列 in 《》.
REPORT = """云岭县柳河镇人民政府2022年政府信息公开工作年度报告

根据《中华人民共和国政府信息公开条例》（以下简称《条例》）编制。本报告中所列数据的统计期限自2022年1月1日起至2022年12月30日止。

一、总体情况
（一）主动公开。全年公开信息30条。
（二）依申请公开。全年没有收到申请。
（三）政府信息管理。按《条列》要求清理文件。
（四）政府信息公开平台建设。维护网站专栏。
（五）监督保障。开展培训1次。
"""


class CommandLine(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def write(self, name, text=REPORT, encoding="utf-8"):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return path

    def gouji(self, *words, stdin=None, env=None):
        environment = {key: value for key, value in os.environ.items() if not key.startswith("LC_") and key != "LANG"}
        environment.update(env or {})
        return subprocess.run([GOUJI, *map(str, words)], capture_output=True, cwd=self.folder, timeout=120,
                              input=stdin, env=environment)

    def text(self, *words, **more):
        done = self.gouji(*words, **more)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def sarif(self, *words, **more):
        done = self.gouji("check", "--format", "sarif", *words, **more)
        return done.returncode, json.loads(done.stdout)["runs"][0], done.stderr.decode()


def rules(run):
    return [result["ruleId"] for result in run["results"]]


def line_and_columns(result):
    region = result["locations"][0]["physicalLocation"]["region"]
    return region["startLine"], region["startColumn"], region["endLine"], region["endColumn"]
