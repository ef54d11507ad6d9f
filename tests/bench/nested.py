"""nested.py GOUJI FOLDER: no rule may be quadratic in text made of its own trigger words.

nested/<plugin>.txt has one piece of text a line. Each is repeated to two sizes, and the plugin's rules look at both.
Four times the text may take eight times the processor time at most: anything quadratic takes sixteen times as much, and
a busy machine does not make a linear rule twice as slow. What takes less than FLOOR seconds is too short to compare.
"""
import pathlib
import resource
import subprocess
import sys

SMALL, TIMES = 60_000, 4  # bytes; how much larger the second text is
WORST, FLOOR = 8.0, 0.3
LIMIT = 120  # seconds for one text
HEAD = "云岭县水务局2023年政府信息公开工作年度报告\n\n一、总体情况\n\n　　"


def cost(gouji, plugin, path):
    """Processor seconds of one check; the limit when it does not end in time."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    try:
        done = subprocess.run([gouji, "check", "--no-config", "--select", plugin, "--assume-report", "--fail-on", "never",
                               "--format", "ndjson", path], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=LIMIT)
    except subprocess.TimeoutExpired:
        return LIMIT
    if done.returncode not in (0, 2):  # 2: a rule reached its limit of findings, which is named
        sys.exit(f"{path}: gouji ended with {done.returncode}: {done.stderr.decode()[-500:]}")
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def main():
    gouji, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "nested.txt"
    slow = 0
    for table in sorted((pathlib.Path(__file__).parent / "nested").glob("*.txt")):
        worst = (0.0, "")
        for piece in filter(None, table.read_text(encoding="utf-8").splitlines()):
            costs = []
            for size in (SMALL, SMALL * TIMES):
                path.write_text(HEAD + piece * (size // len(piece.encode())) + "\n", encoding="utf-8")
                costs.append(cost(gouji, table.stem, path))
            ratio = costs[1] / max(costs[0], FLOOR / TIMES)
            worst = max(worst, (ratio, piece))
            if costs[1] > FLOOR and ratio > WORST:
                slow += 1
                print(f"{table.stem}: “{piece}” repeated: {costs[0]:.2f} s, {TIMES} times as much: {costs[1]:.2f} s")
        print(f"{table.stem:12} worst ratio {worst[0]:.1f} for “{worst[1]}”")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
