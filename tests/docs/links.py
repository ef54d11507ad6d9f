"""links.py ROOT: every relative link of every Markdown page leads to a file."""
import pathlib
import re
import subprocess
import sys

root = pathlib.Path(sys.argv[1])
pages = [p for pattern in ("*.md", "docs/**/*.md", "editors/*/*.md", "plugins/*/*.md", "rules/**/*.md") for p in root.glob(pattern)]
broken = [
    f"{page.relative_to(root)}: {target}"
    for page in pages
    for target in re.findall(r"\]\(([^)#\s]+)", re.sub(r"^(`{3,}).*?^\1", "", page.read_text("utf-8"), flags=re.M | re.S))
    if not re.match(r"[a-z]+:", target) and not (page.parent / target).exists()
]
print(len(pages), "pages")
sys.exit("\n".join(broken) or 0)
