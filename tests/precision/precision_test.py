"""Counts what each rule says about innocent and guilty sentences. README.md describes the files.

usage: precision_test.py [PLUGIN...]      all plugins without arguments
GOUJI and GOUJI_ROOT name the built program and the sources; they have defaults for a release build.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import tomllib

HERE = pathlib.Path(__file__).resolve().parent
ROOT = pathlib.Path(os.environ.get("GOUJI_ROOT", HERE.parent.parent))
GOUJI = os.environ.get("GOUJI", ROOT / "build/release/bin/gouji")
REPORTS = {"2021": ROOT / "tests/reports/demo/clean-2023.txt", "2019": ROOT / "tests/reports/demo/older-2020.txt"}
CHAPTERS = {"overview": "一、", "disclosure": "二、", "requests": "三、", "disputes": "四、", "problems": "五、",
            "other": "六、"}
LEAST = {"innocent": 10, "guilty": 5}
LOUD = {"error", "warning"}


class Sentence:
    def __init__(self, where, kind, text, settings):
        self.where, self.kind, self.text, self.settings = where, kind, text, dict(settings)
        self.levels, self.messages = set(), []

    def report(self):
        """The report that holds the sentence."""
        place = self.settings["place"]
        text = self.text.replace("\\n", "\n").replace("\\t", "\t")
        if place == "whole":
            return text
        base = REPORTS[self.settings["edition"]].read_text(encoding="utf-8")
        if place == "file":
            return base
        if place == "edit":
            for edit in text.split(" ;; "):
                old, new = edit.split(" => ") if " => " in edit else (edit.removesuffix(" =>"), "")
                if old not in base:
                    raise SystemExit(f"{self.where}: the base report has no “{old}”")
                base = base.replace(old, new, 1)
            return base
        if place == "title":
            return text + "\n" + base.split("\n", 1)[1]
        lines = base.rstrip("\n").split("\n")
        if place == "preface":
            at = next(i for i, line in enumerate(lines) if line.startswith(CHAPTERS["overview"]))
        elif place == "end":
            at = len(lines)
        else:
            ordinals = list(CHAPTERS.values())
            own = ordinals.index(CHAPTERS[place])
            behind = ordinals[own + 1] if own + 1 < len(ordinals) else None
            at = next((i for i, line in enumerate(lines) if behind and re.match(behind + "[^，]*情况$|" + behind + "其他", line)),
                      len(lines))
        lines[at:at] = ["　　" + text.lstrip("　") if "\n" not in text else text, ""]
        return "\n".join(lines) + "\n"

    def right(self):
        if self.kind == "innocent":
            return not self.levels
        if self.kind == "note":
            return self.levels == {"note"}
        return bool(self.levels & LOUD)


def read(path):
    settings = {"place": "overview", "edition": "2021"}
    sentences = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        where = f"{path.relative_to(ROOT)}:{number}"
        if not line or line.startswith("# "):
            continue
        if line.startswith("#"):
            key, _, value = line[1:].partition(" ")
            known = {"place": {"whole", "edit", "title", "file", "preface", "end", *CHAPTERS}, "edition": set(REPORTS)}
            if key not in known or value not in known[key]:
                raise SystemExit(f"{where}: “{line}”: expected #place or #edition with {known.get(key, set())}")
            settings[key] = value
            continue
        kind, tab, text = line.partition("\t")
        if not tab or not text or kind not in ("innocent", "guilty", "note"):
            raise SystemExit(f"{where}: expected innocent, guilty or note, a tab and a text")
        sentences.append(Sentence(where, kind, text, settings))
    return sentences


def check(rule, sentences):
    """One run of gouji over all sentences of a rule."""
    with tempfile.TemporaryDirectory() as folder:
        names = {}
        for number, sentence in enumerate(sentences):
            name = sentence.text if sentence.settings["place"] == "file" else f"{number:04}.txt"
            names[name] = sentence
            (pathlib.Path(folder) / name).write_text(sentence.report(), encoding="utf-8")
        done = subprocess.run([GOUJI, "check", "--no-config", "--select", rule, "--assume-report", "--format", "ndjson",
                               "--fail-on", "never", "."], cwd=folder, capture_output=True, text=True, timeout=120)
        if done.returncode != 0:
            raise SystemExit(f"{rule}: gouji ended with {done.returncode}: {done.stderr}")
        for line in done.stdout.splitlines():
            finding = json.loads(line)
            if finding.get("rule") == rule:
                sentence = names[pathlib.Path(finding["file"]).name]
                sentence.levels.add(finding["level"])
                sentence.messages.append(finding["message"])


def loud_rules(plugin):
    """Ids of the plugin's rules that are on by default and can report an error or a warning."""
    found = []
    for page in sorted((ROOT / "plugins" / plugin).glob("*.md")):
        front = tomllib.loads(page.read_text(encoding="utf-8").split("+++")[1])
        levels = {message.get("level", front["level"]) for message in front["messages"].values()}
        if front.get("default", "on") == "on" and levels & LOUD:
            found.append(front["id"])
    return found


def run(plugin):
    """Prints a line a rule; returns the number of wrong sentences and of rules with too few."""
    wrong = 0
    for path in sorted((HERE / plugin).glob("*.tsv")):
        rule = f"{plugin}/{path.stem}"
        sentences = read(path)
        check(rule, sentences)
        counts = []
        for kind in ("innocent", "guilty", "note"):
            mine = [sentence for sentence in sentences if sentence.kind == kind]
            if mine or kind in LEAST:
                counts.append(f"{kind} {sum(sentence.right() for sentence in mine)}/{len(mine)}")
            if len(mine) < LEAST.get(kind, 0):
                counts.append(f"(too few: at least {LEAST[kind]})")
                wrong += 1
        print(f"{rule:42} {'  '.join(counts)}")
        for sentence in sentences:
            if not sentence.right():
                wrong += 1
                said = "; ".join(sentence.messages) or "nothing found"
                print(f"  {sentence.where}: {sentence.kind}: {sentence.text}\n    {said}")
    missing = [rule for rule in loud_rules(plugin) if not (HERE / plugin / (rule.split("/")[1] + ".tsv")).exists()]
    if missing:
        print(f"{plugin}: no sentences yet for {len(missing)} rules: {', '.join(missing)}")
    return wrong


if __name__ == "__main__":
    plugins = sys.argv[1:] or sorted(path.name for path in HERE.iterdir() if any(path.glob("*.tsv")))
    sys.exit(1 if sum(run(plugin) for plugin in plugins) else 0)
