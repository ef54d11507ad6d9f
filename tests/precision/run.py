#!/usr/bin/env python3
"""Measures the precision of rules on sentences that are not their pages' examples.

usage: run.py GOUJI SOURCE_TREE

tests/precision/<plugin>/<rule>.tsv holds one sentence a line: `innocent` or `guilty`, a tab, the text (`\\n` is a
line break), and, after another tab where it is needed, the words that open an example on a rule's page (place,
agency=, year=, edition=, file=; `overview` without them). A rule must be silent about the innocent ones and speak
about the guilty ones. Every file has at least ten and five of them. The last lines count: per rule that failed, and
in all. The examples run through `gouji test`, so that they see what examples of pages see.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

LEAST = {"innocent": 10, "guilty": 5}
gouji, root = sys.argv[1], pathlib.Path(sys.argv[2])
failed = False


def stop(message):
    print(message)
    sys.exit(2)


def read(path):
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) not in (2, 3) or cells[0] not in LEAST:
            stop(f"{path}:{number}: expected innocent or guilty, a tab, a text, and perhaps a context")
        rows.append((cells[0], cells[1].replace("\\n", "\n").replace("\\t", "\t"),
                     cells[2] if len(cells) == 3 else "overview", number))
    return rows


def page_of(plugin, rule):
    for candidate in (root / "plugins" / plugin).rglob(rule.replace("-", "_") + ".md"):
        return candidate
    stop(f"tests/precision/{plugin}/{rule}.tsv: there is no page of {plugin}/{rule}")


tested, missing, totals = {}, [], {"innocent": [0, 0], "guilty": [0, 0]}
with tempfile.TemporaryDirectory() as folder:
    for path in sorted((root / "tests" / "precision").glob("*/*.tsv")):
        plugin, rule = path.parent.name, path.stem
        front = page_of(plugin, rule).read_text(encoding="utf8").split("\n+++\n", 1)[0]
        text, starts = front + "\n+++\n\n# " + rule + "\n", {}
        for verdict, sentence, context, number in read(path):
            text += "\n"
            starts[text.count("\n") + 1] = (verdict, sentence, number)
            text += f"```valid {context}\n{sentence}\n```\n"
        page = pathlib.Path(folder) / plugin / (rule.replace("-", "_") + ".md")
        page.parent.mkdir(exist_ok=True)
        page.write_text(text, encoding="utf8")
        tested[str(page)] = (path, starts)
    run = subprocess.run([gouji, "test", folder], capture_output=True, encoding="utf8", errors="replace")
    spoke = {}
    for line in (run.stdout + run.stderr).splitlines():
        match = re.match(r"(.+\.md):(\d+)(?::\d+)?: (.*)", line)
        if not match:
            continue
        page, at = match[1], int(match[2])
        if page not in tested or at not in tested[page][1]:
            if at != 1:  # the pages made here have no `invalid` example, and line 1 says so
                failed = True
                print(line)
            continue
        spoke.setdefault(page, set()).add(at)
    if not tested or run.returncode not in (0, 1):
        stop(run.stdout + run.stderr)

for page, (path, starts) in tested.items():
    name = f"{path.parent.name}/{path.stem}"
    for verdict, least in LEAST.items():
        here = [at for at, example in starts.items() if example[0] == verdict]
        right = [at for at in here if (at in spoke.get(page, ())) == (verdict == "guilty")]
        totals[verdict][0] += len(right)
        totals[verdict][1] += len(here)
        if len(here) < least:
            failed = True
            print(f"{path.relative_to(root)}: {len(here)} {verdict} sentences, at least {least} are expected")
        for at in here:
            if at not in right:
                failed = True
                what = "a false finding" if verdict == "innocent" else "nothing found"
                print(f"{path.relative_to(root)}:{starts[at][2]}: {what}: {starts[at][1]}")

for page in sorted((root / "plugins").rglob("*.md")):
    front = page.read_text(encoding="utf8").split("\n+++\n", 1)[0]
    rule = re.search(r'^id = "(.+)"', front, re.M)
    loud = re.search(r'^level = "(error|warning)"', front, re.M)
    if rule and loud and not (root / "tests" / "precision" / (rule[1] + ".tsv")).exists():
        missing.append(rule[1])
if missing:
    print(f"no sentences yet for {len(missing)} rules at error or warning: {' '.join(missing)}")
innocent, guilty = totals["innocent"], totals["guilty"]
print(f"rules={len(tested)} silent={innocent[0]}/{innocent[1]} found={guilty[0]}/{guilty[1]}")
sys.exit(1 if failed else 0)
