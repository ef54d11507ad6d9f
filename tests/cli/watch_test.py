"""gouji test --watch: runs again when something was saved, rests in between, ends with Ctrl-C."""
import os
import pathlib
import select
import signal
import subprocess
import time
import unittest

from cli import CommandLine, GOUJI

PACK = 'id = "mine"\nname = { zh = "本地" }\nversion = "1.0.0"\n'
PAGE = """+++
id = "mine/banned"
name = { zh = "名", en = "n" }
summary = { zh = "总", en = "s" }
level = "warning"
kind = "term"
[term]
banned = ["网站专栏"]
[messages.found]
zh = "不用“{wrong}”"
en = "do not use '{wrong}'"
+++

```invalid
维护⟦网站专栏⟧。
```

```valid
维护网站。
```
"""


class Watch(CommandLine):
    def start(self):
        self.write("mine/pack.toml", PACK)
        self.write("mine/banned.md", PAGE)
        process = subprocess.Popen([GOUJI, "test", "--watch", "mine", "--lang", "en"], cwd=self.folder,
                                   stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        return process

    def shown(self, process, seconds=60):
        """What it prints up to the line that ends a run."""
        out = b""
        end = time.monotonic() + seconds
        while b"Ctrl-C" not in out:
            self.assertTrue(select.select([process.stdout], [], [], max(0, end - time.monotonic()))[0], out.decode())
            more = os.read(process.stdout.fileno(), 65536)
            self.assertTrue(more, out.decode())
            out += more
        return out.decode()

    def test_runs_again_when_a_file_is_saved(self):
        process = self.start()
        self.assertIn("all hold", self.shown(process))
        self.write("mine/banned.md", PAGE.replace("⟦网站专栏⟧", "网站⟦专栏⟧"))
        again = self.shown(process)
        self.assertIn("1 do not hold", again)
        self.assertIn("without ⟦ ⟧ around it:", again)
        self.write("mine/banned.md", PAGE.replace('id = "mine', 'idd = "mine'))
        self.assertIn("mine/banned.md:2:", self.shown(process))
        self.write("mine/banned.md", PAGE)
        self.assertIn("all hold", self.shown(process))
        used = lambda: sum(map(int, pathlib.Path(f"/proc/{process.pid}/stat").read_text().rsplit(")")[-1].split()[11:13]))
        before = used()
        time.sleep(2)
        self.assertLess(used() - before, 20)  # hundredths of a second: it does not busy-wait
        process.send_signal(signal.SIGINT)
        self.assertEqual(process.wait(30), 0)

    def test_wants_to_know_what_to_watch(self):
        code, _, errors = self.text("test", "--watch")
        self.assertEqual(code, 2)
        self.assertIn("--watch", errors)


if __name__ == "__main__":
    unittest.main()
