"""picture.py GOUJI FOLDER LANG PAGE: what PAGE shows as output of the sample reports is what gouji writes."""
import pathlib
import re
import subprocess
import sys

gouji, folder, language, page = sys.argv[1:]
run = subprocess.run([gouji, "check", "--lang", language, "faulty-2022.txt"], cwd=folder, capture_output=True)
written = set(run.stdout.decode("utf-8").splitlines())
shown = re.findall(r"^```text\n(faulty-2022.*?)^```$", pathlib.Path(page).read_text("utf-8"), re.M | re.S)
if not shown:
    sys.exit(f"{page}: shows no output")
sys.exit("\n".join(line for block in shown for line in block.splitlines() if line not in written) or 0)
