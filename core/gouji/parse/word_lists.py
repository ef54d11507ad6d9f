"""Writes lists of words as a C++ header: word_lists.py HEADER LIST.toml...

Each list becomes `constexpr std::string_view <file stem>[]`. Compiled in, the lists cost nothing at
the start of the program."""
import json
import pathlib
import sys
import tomllib

header, *files = map(pathlib.Path, sys.argv[1:])
out = ["#pragma once", "", "#include <string_view>", "", "namespace gouji {", ""]
for file in files:
    fields = tomllib.loads(file.read_text(encoding="utf-8"))
    for key in ("zh", "en", "source", "words"):
        if not fields.get(key):
            sys.exit(f"{file}: {key} is missing or empty")
    out.append(f"/// {fields['en']}.")
    out.append(f"constexpr std::string_view {file.stem}[] = {{")
    out += [f"    {json.dumps(word, ensure_ascii=False)}," for word in fields["words"]]
    out += ["};", ""]
header.write_text("\n".join([*out, "}  // namespace gouji", ""]), encoding="utf-8")
