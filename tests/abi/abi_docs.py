#!/usr/bin/env python3
"""Make docs/abi.md from abi.h: the header is the one description of the boundary.

usage: abi_docs.py HEADER PAGE [--check]
With --check nothing is written; the exit code is 1 when the page is not what would be written.
"""
import re
import sys

TAG = re.compile(r"\[(main|create|check|any)\]")


def clean(comment):
    text = re.sub(r"^/\*+|\*+/$", "", comment.strip())
    lines = [re.sub(r"^\s*\*? ?", "", line).rstrip() for line in text.split("\n")]
    return "\n".join(lines).strip()


def tokens(source):
    """(kind, text) for comments, blank lines and statements, in order."""
    at = 0
    while at < len(source):
        if source.startswith("/*", at):
            end = source.index("*/", at) + 2
            yield "comment", source[at:end]
            at = end
        elif source[at] == "#":
            end = at
            while True:
                end = source.index("\n", end)
                if source[end - 1] != "\\":
                    break
                end += 1
            yield "macro", source[at:end]
            at = end
        elif source[at].isspace():
            end = at
            while end < len(source) and source[end].isspace():
                end += 1
            if source.count("\n", at, end) > 1:
                yield "gap", ""
            elif "\n" in source[at:end]:
                yield "line", ""
            at = end
        else:
            depth, end = 0, at
            while end < len(source):
                c = source[end]
                depth += c == "{"
                depth -= c == "}"
                if source.startswith("/*", end):
                    end = source.index("*/", end) + 2
                    continue
                end += 1
                if c == ";" and depth == 0:
                    break
            yield "code", source[at:end]
            at = end


def members(body):
    """[(declaration, comment)] of a struct or enum body; a comment stands above or behind."""
    out, above, last = [], "", None
    fresh = True
    for kind, text in tokens(body + "\n"):
        if kind == "comment":
            if last is not None and not fresh:
                out[last] = (out[last][0], (out[last][1] + " " + clean(text)).strip())
            else:
                above = clean(text)
        elif kind in ("line", "gap"):
            fresh = True
        elif kind == "code":
            out.append((" ".join(re.sub(r"/\*.*?\*/", "", text, flags=re.S).split()), above))
            above, last, fresh = "", len(out) - 1, False
    return out


def enum_members(body):
    out = []
    for line in body.split("\n"):
        m = re.match(r"\s*(GOUJI_\w+) = (\w+),?\s*(?:/\*\s*(.*?)\s*\*/)?", line)
        if m:
            out.append((m.group(1), m.group(2), m.group(3) or ""))
        for extra in re.finditer(r",\s+(GOUJI_\w+) = (\w+)", line):
            out.append((extra.group(1), extra.group(2), ""))
    return out


def cell(text):
    return text.replace("\n", " ").replace("|", "\\|").strip()


def page(source):
    top = clean(re.match(r"/\*.*?\*/", source, re.S).group(0))
    out = ["# The plugin boundary", "",
           "This page is made from `core/sdk/gouji/abi.h` by `tests/abi/abi_docs.py`; edit the header.", "",
           "```text", top, "```", ""]
    source = source[source.index("/* -- "):]
    comment = ""
    for kind, text in tokens(source):
        if kind == "comment":
            words = clean(text)
            if words.startswith("-- "):
                out += ["## " + words.strip("- ").strip(), ""]
                comment = ""
            else:
                comment = words
        elif kind == "gap":
            if comment:
                out += [comment.replace("\n", " "), ""]
            comment = ""
        elif kind == "macro":
            m = re.match(r'#define (GOUJI_SERVICE_\w+) "(.*)"', text)
            if m:
                if comment:
                    out += [comment.replace("\n", " "), ""]
                out += [f"Service `{m.group(2)}` (`{m.group(1)}`).", ""]
                comment = ""
        elif kind == "code":
            if comment:
                out += [comment.replace("\n", " "), ""]
                comment = ""
            struct = re.match(r"typedef struct (\w+) \{(.*)\}", text, re.S)
            enum = re.match(r"enum \{(.*)\}", text, re.S)
            if struct:
                functions = "GOUJI_CALL*" in struct.group(2)
                out += [f"### `{struct.group(1)}`", "", "| Member | Where | Meaning |" if functions else "| Member | Meaning |",
                        "|---|---|---|" if functions else "|---|---|"]
                for declaration, words in members(struct.group(2)):
                    tag = TAG.search(words)
                    words = TAG.sub("", words, 1).strip()
                    row = f"| `{cell(declaration.rstrip(';').replace('GOUJI_CALL* ', '*').replace('GOUJI_CALL*', '*'))}` |"
                    if functions:
                        row += f" {tag.group(1) if tag else ''} |"
                    out.append(row + f" {cell(words)} |")
                out.append("")
            elif enum:
                out += ["| Constant | Value | Meaning |", "|---|---|---|"]
                out += [f"| `{n}` | {v} | {cell(w)} |" for n, v, w in enum_members(enum.group(1))]
                out.append("")
            elif "GOUJI_EXPORT" in text or text.startswith("typedef"):
                out += ["```c", " ".join(text.split()), "```", ""]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(out)).rstrip() + "\n"


def main():
    source = open(sys.argv[1], encoding="utf8").read()
    source = source[:source.index("#ifdef __cplusplus\n}")]
    source = re.sub(r'#ifdef __cplusplus\nextern "C" \{\n#endif\n', "", source)
    made = page(source)
    if "--check" in sys.argv:
        try:
            there = open(sys.argv[2], encoding="utf8").read()
        except OSError:
            there = ""
        if there != made:
            sys.exit(f"{sys.argv[2]} is not what abi.h says; run: python3 tests/abi/abi_docs.py core/sdk/gouji/abi.h docs/abi.md")
        print("docs/abi.md is what abi.h says")
    else:
        open(sys.argv[2], "w", encoding="utf8").write(made)


main()
