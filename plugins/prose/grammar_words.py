"""Writes the words of a grammar as a C++ header: grammar_words.py HEADER NAMESPACE WORDS.toml

WORDS.toml says under [words] which words are of which kind, an enumerator of `Word`. A kind that is
a table, [words.result], has its words by key: the key's number, from 1, becomes the word's detail,
and <kind>_details holds each key with its first word. [lists], where there is one, has plain lists of words by name.
Compiled in, the words cost nothing at start."""
import json
import pathlib
import sys
import tomllib

header, namespace, file = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
fields = tomllib.loads(file.read_text(encoding="utf-8"))
for key in ("zh", "en", "source", "words"):
    if not fields.get(key):
        sys.exit(f"{file}: {key} is missing or empty")

entries, details, kinds = [], [], {}


def add(kind, words, detail):
    for word in words:
        if word in kinds:
            sys.exit(f"{file}: {word} is there twice, under {kinds[word]} and {kind}")
        kinds[word] = kind
        entries.append(f"    {{{json.dumps(word, ensure_ascii=False)}, Word::{kind}, {detail}}},")


for kind, words in fields["words"].items():
    if isinstance(words, list):
        add(kind, words, 0)
        continue
    details += [f"constexpr prose::Detail {kind}_details[] = {{"]
    for number, (key, of_key) in enumerate(words.items(), 1):
        add(kind, of_key, number)
        details.append(f"    {{{json.dumps(key)}, {json.dumps(of_key[0], ensure_ascii=False)}}},")
    details += ["};", ""]

lists = []
for name, words in fields.get("lists", {}).items():
    lists += [f"constexpr std::string_view {name}[] = {{",
              *(f"    {json.dumps(word, ensure_ascii=False)}," for word in words), "};", ""]

pathlib.Path(header).write_text("\n".join([
    "#pragma once", "", '#include "prose/lexicon.hpp"', "", f"namespace {namespace} {{", "",
    f"/// {fields['en']}.", "constexpr prose::Entry<Word> grammar_words[] = {", *entries, "};", "",
    *details, *lists, f"}}  // namespace {namespace}", ""]), encoding="utf-8")
