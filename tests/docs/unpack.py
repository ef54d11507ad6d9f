"""unpack.py PAGE FOLDER: writes the files that a page of documentation shows.

A line that is a file's name in backticks and a colon, then a fence, is a file.
"""
import pathlib
import re
import sys

page, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
shown = re.findall(r"^`([\w./-]+)`[：:]\n\n(`{3,})[a-z]*\n(.*?)^\2$", page.read_text("utf-8"), re.M | re.S)
if not shown:
    sys.exit(f"{page}: shows no file")
for name, _, text in shown:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    print(file.relative_to(folder))
