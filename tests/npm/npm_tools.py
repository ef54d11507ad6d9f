"""Programs from npm that tests use: installed once, by their lock file, into a cache outside the tree."""
import fcntl
import os
import pathlib
import shutil
import subprocess
import sys


def skip(why):
    print("skipped:", why)
    sys.exit(77)


def installed(folder):
    """The node_modules that hold what the folder's package-lock.json names; skips the test when they cannot be had."""
    folder = pathlib.Path(folder)
    if not shutil.which("node") or not shutil.which("npm"):
        skip("node and npm are not installed (apt-get install nodejs npm)")
    cache = os.environ.get("GOUJI_TEST_CACHE")
    cache = pathlib.Path(cache) if cache else pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "gouji-test"
    home = cache / folder.name
    home.mkdir(parents=True, exist_ok=True)
    lock = (folder / "package-lock.json").read_bytes()
    with open(home / ".install.lock", "w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        mark = home / "node_modules" / ".gouji-lock"
        if not mark.exists() or mark.read_bytes() != lock:
            for name in ("package.json", "package-lock.json"):
                shutil.copy(folder / name, home / name)
            done = subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
                                  cwd=home, capture_output=True, text=True)
            if done.returncode:
                skip("npm could not install the tools: " + (done.stderr.strip().splitlines() or ["?"])[-1])
            mark.write_bytes(lock)
    return home / "node_modules"
