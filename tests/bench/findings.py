"""findings.py GOUJI FOLDER [FINDINGS…]: memory must not grow with the number of findings.

Makes reports in which a pattern of a pack is found over and over: files with some hundred findings
each, files with thousands, and one report of all, whose rule is stopped at ten thousand. Every format is tried, and a baseline.
Without further words it is a test: ten times the findings may cost half as much memory again, a baseline of them twice as much.
With numbers it measures so many findings and prints what they took.
"""
import os
import pathlib
import resource
import subprocess
import sys

LIGHT, HEAVY = 250, 2500  # findings of a report
FORMATS = ("sarif", "html", "ndjson", "text", "gitlab", "junit", "checkstyle", "github")
TOLERANCE = 1.5
OF_A_BASELINE = 2.0  # seventy bytes are kept of each finding in it, and not what it says
RULE = """+++
id = "dense/word"
name = { zh = "提到事项", en = "A word" }
summary = { zh = "凡提到事项都报告。", en = "Reports a word wherever it stands." }
level = "note"
precision = "low"
tags = ["region"]
kind = "pattern"

[pattern]
match = '事项(?P<word>[一-龥]{2})'

[messages.found]
zh = "这里提到了“{match}”，后面是“{word}”。"
en = "{match} is mentioned here, and then {word}."
+++

# 提到事项

只为度量内存而设。

## 怎么改

不必改。

## 例

```valid overview
全年工作有序开展。
```

```invalid overview
全年⟦事项办理⟧有序。
```
"""
HEAD = """云岭县柳河镇人民政府2022年政府信息公开工作年度报告

本报告中所列数据的统计期限自2022年1月1日起至2022年12月31日止。

一、总体情况
"""
WORDS = ("办理", "公开", "登记", "答复", "督办", "评议", "审核", "归档")


def report(findings, seed):
    lines, line = [], []
    for i in range(findings):
        line.append(f"第{(seed + i) % 97 + 3}批事项{WORDS[(seed * 7 + i * 5 + i // 8) % 8]}")
        if len(line) == 5 or i == findings - 1:
            lines.append("，".join(line) + "。")
            line = []
    return HEAD + "\n".join(lines) + "\n"


def make(folder, findings):
    """The folders of files and the one file, each with that many findings; and the pack."""
    pack = folder / "dense"
    pack.mkdir(parents=True, exist_ok=True)
    (pack / "pack.toml").write_text('id = "dense"\nname = { zh = "度量", en = "Measure" }\nversion = "1.0.0"\ngouji = ">=0.1, <1"\n', encoding="utf8")
    (pack / "word.md").write_text(RULE, encoding="utf8")
    kinds = {}
    for name, each in (("light", LIGHT), ("heavy", HEAVY)):
        kinds[name] = folder / f"{findings}-{name}"
        if not kinds[name].exists():
            kinds[name].mkdir()
            for i in range(0, findings, each):
                (kinds[name] / f"{i // each:06}.txt").write_text(report(min(each, findings - i), i), encoding="utf8")
    kinds["one report"] = folder / f"{findings}.txt"
    if not kinds["one report"].exists():  # one report: a rule may say ten thousand things of it
        with kinds["one report"].open("w", encoding="utf8") as out:
            for i in range(0, findings, LIGHT):
                out.write(report(min(LIGHT, findings - i), i).replace("柳河镇", f"第{i}镇"))
    return pack, kinds


def cost(command):
    """Megabytes at most, seconds, and the exit code, of a process of our own."""
    # A child counts its parent's memory until it runs something else; this parent is small.
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{' '.join(map(str, command))}\nended with {process.returncode}: {errors}")
    return usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime


def check(gouji, pack, what, formats, *more):
    command = [gouji, "check", "--jobs", "2", "--no-config", "--quiet", "--fail-on", "never", "--pack", pack, "--select", "dense"]
    for name in formats:
        command += ["--format", name, "--output", what.parent / f"out.{name}"]
    return cost([*command, "--max-size", "1G", *more, what])


def trials(gouji, folder, findings, formats):
    """(name, megabytes, seconds) for every way of running."""
    pack, kinds = make(folder, findings)
    for kind, what in kinds.items():
        for name in formats if kind != "one report" else ["sarif"]:
            yield (f"{kind}, {name}", *check(gouji, pack, what, [name]))
    light = kinds["light"]
    yield ("four formats at once", *check(gouji, pack, light, ["sarif", "html", "ndjson", "text"]))
    base = folder / "base.sarif"
    (folder / "out.sarif").rename(base)
    yield ("all in the baseline", *check(gouji, pack, light, ["sarif"], "--baseline", base))
    yield ("all gone since the baseline", *check(gouji, pack, light, ["sarif"], "--ignore", "dense/word", "--select", "structure/missing-table", "--baseline", base))


def main():
    gouji, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    wanted = [int(word) for word in sys.argv[3:]]
    for findings in wanted:
        for name, megabytes, seconds in trials(gouji, folder, findings, FORMATS):
            print(f"{findings} findings, {name}: {megabytes:.0f} MB, {seconds:.1f} s busy", flush=True)
    if wanted:
        return 0
    few, many = 5_000, 50_000
    before = {name: megabytes for name, megabytes, _ in trials(gouji, folder, few, FORMATS)}
    bad = 0
    for name, megabytes, _ in trials(gouji, folder, many, FORMATS):
        ratio = megabytes / before[name]
        print(f"{name}: {few} findings {before[name]:.1f} MB, {many} findings {megabytes:.1f} MB, {ratio:.2f} ×")
        bad += ratio > (OF_A_BASELINE if "baseline" in name else TOLERANCE)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
