"""The HTML page: made by real runs, then opened and used in headless Chromium."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "npm"))
from npm_tools import installed, skip  # noqa: E402

GOUJI, ROOT = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
REPORTS = ROOT / "tests" / "reports"
HOSTILE = """云岭县柳河镇人民政府<script>alert(1)</script>2022年政府信息公开工作年度报告

所列数据的统计期限为2022年1月1日至2022年12月30日<img src=x onerror=alert(2)>。

一、总体情况</style></title>
（一）主动公开。&lt;b&gt;由镇党政办公室审核审核" onmouseover=alert(3) x="后发布。""" + "ABCDEFGHIJ" * 60 + "\n"


def make(folder, name, *words, code=1, cwd=ROOT):
    done = subprocess.run([GOUJI, "check", "--format", "html", "--output", folder / name, "--quiet", *words], cwd=cwd, capture_output=True)
    assert done.returncode == code, (done.returncode, done.stderr.decode())
    text = (folder / name).read_text("utf-8")
    assert text.count("<script>") == 1 and "http://" not in text and "https://" not in text, name


chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
if not chromium:
    skip("Chromium is not installed (apt-get install chromium fonts-noto-cjk)")
modules = installed(HERE)
with tempfile.TemporaryDirectory() as temporary:
    folder = pathlib.Path(temporary)
    (folder / "<i>恶意 & 文件.txt").write_text(HOSTILE, "utf-8")
    demo = REPORTS / "demo" / "faulty-2022.txt"
    make(folder, "one.html", demo)
    make(folder, "english.html", demo, "--lang", "en")
    make(folder, "many.html", REPORTS, "missing.txt", code=2)
    make(folder, "hostile.html", "<i>恶意 & 文件.txt", "--assume-report", cwd=folder)
    # One finding accepted, one known from before and one that is new.
    held = folder / "held"
    held.mkdir()
    text = demo.read_text("utf-8")
    (held / "a.txt").write_text(text, "utf-8")
    (held / "gouji.toml").write_text('[[suppress]]\nrule = "dates/period-mismatch"\nreason = "全县<统一>口径"\n', "utf-8")
    subprocess.run([GOUJI, "baseline", "update", "../base.sarif", "a.txt"], cwd=held, check=True, capture_output=True)
    (held / "a.txt").write_text(text.replace("限期补齐。", "限期补齐。。").replace("| -1 |", "| -2 |"), "utf-8")
    make(folder, "past.html", "a.txt", "--baseline", "../base.sarif", "--fail-on", "note", cwd=held)
    sys.exit(subprocess.run(["node", HERE / "page_test.mjs", modules, chromium, folder]).returncode)
