"""coverage.py SUMMARY: the lines of each module that ran, from gcovr's JSON summary."""
import collections
import json
import sys


def module(name):
    """core/gouji/<module>, core/<part> or plugins/<plugin>."""
    parts = name.split("/")
    return "/".join(parts[:3] if name.startswith("core/gouji/") else parts[:2])


def main():
    lines = collections.defaultdict(lambda: [0, 0])
    for file in json.load(open(sys.argv[1], encoding="utf-8"))["files"]:
        for name in (module(file["filename"]), "全部 all"):
            lines[name][0] += file["line_covered"]
            lines[name][1] += file["line_total"]
    for name, (covered, total) in sorted(lines.items()):
        print(f"{name:28} {100 * covered / max(total, 1):5.1f} %  {covered} / {total}")


if __name__ == "__main__":
    main()
