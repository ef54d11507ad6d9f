"""follow.py GUIDE PREFIX: does what a guide says, word for word, in an empty folder.

Fences of `sh` are run in order, one shell for all of them; a file's name in backticks and a colon,
then a fence, is a file written into the folder where the shell stands. The installed gouji under
PREFIX is the one that the shell finds, and what the guide shows compiles without a warning. A line “会看到 `words`” must come true.
"""
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

guide, prefix = pathlib.Path(sys.argv[1]).read_text("utf-8"), pathlib.Path(sys.argv[2])
steps = re.compile(r"(?:^`([\w./-]+)`[：:]\n\n)?^(`{3,})([a-z]*)\n(.*?)^\2$|^会看到 `([^`]+)`", re.M | re.S)
script = ["set -eu"]
expected = []
commands = 0
for number, (name, _, language, text, seen) in enumerate(steps.findall(guide)):
    if name:
        script.append(f"cat > '{name}' <<'END_OF_FILE_{number}'\n{text}END_OF_FILE_{number}")
    elif language == "sh":
        for line in text.splitlines():
            commands += 1
            script.append(f"echo {shlex.quote(line)} | sed 's/^/$ /'\n{line}")
    elif seen:
        expected.append(re.sub(r"\s+", " ", seen))
if not commands:
    sys.exit("the guide has no commands")
with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as data:
    environment = dict(os.environ, XDG_DATA_HOME=data, PATH=f"{prefix}/bin:{os.environ['PATH']}", CMAKE_PREFIX_PATH=str(prefix),
                       CXXFLAGS="-Wall -Wextra -Wpedantic -Wconversion -Werror")
    done = subprocess.run(["bash", "-c", "\n".join(script)], cwd=folder, env=environment, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
print(done.stdout)
if done.returncode != 0:
    sys.exit(f"the guide's commands end with {done.returncode}")
shown = re.sub(r"\s+", " ", done.stdout)
at = 0
for words in expected:  # in order; a line that is promised twice is expected twice
    found = shown.find(words, at)
    if found < 0:
        sys.exit(f"the guide promises “{words}”; it is not there")
    at = found + len(words)
print(commands, "commands followed")
