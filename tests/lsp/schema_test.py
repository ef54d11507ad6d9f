"""What `gouji lsp` sends, against the protocol's types (vscode-languageserver-protocol) as a JSON Schema without additional properties."""
import json
import pathlib
import shutil
import subprocess
import sys
import unittest

here = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(here.parent / "npm"))
from client import CAPABILITIES, Server, draft, position  # noqa: E402
from npm_tools import installed  # noqa: E402
from session_test import changed, with_law  # noqa: E402


class Schema(Server):
    def test_everything_that_is_sent_fits_the_protocol(self):
        sent = {}
        watching = changed(CAPABILITIES, ["workspace", "didChangeWatchedFiles"], {"dynamicRegistration": True})
        self.write("gouji.toml", '[rules]\n"wording/law-nam" = "off"\n')
        for capabilities in (watching, changed(watching, ["textDocument", "diagnostic"], {})):
            client = self.client(started=False)
            sent.setdefault("initialize", []).append(client.start(capabilities=capabilities, folders=[self.folder]))
            uri, toml, page = self.uri("稿/年报.txt"), self.uri("稿/gouji.toml"), self.uri("稿/page.md")
            self.write("稿/gouji.toml", "")
            text = with_law(draft("faulty-2022.txt"))
            client.open(uri, text)
            client.open(self.uri("年报.txt"), text)
            client.open(toml, "[rules]\n\n")
            client.open(page, '+++\nid = "x/y"\nlevel = "warming"\n+++\n')
            whole = {"start": {"line": 0, "character": 0}, "end": position(text, len(text))}
            asks = [("codeAction", uri, {"range": whole, "context": {"diagnostics": []}}), ("documentSymbol", uri, {}),
                    ("foldingRange", uri, {}), ("codeLens", uri, {}), ("diagnostic", uri, {}), ("diagnostic", page, {}),
                    ("completion", toml, {"position": {"line": 1, "character": 0}}), ("completion", page, {"position": {"line": 2, "character": 9}}),
                    ("hover", uri, {"position": {"line": 0, "character": 0}})]
            for method, where, more in asks:
                sent.setdefault("textDocument/" + method, []).append(
                    client.request("textDocument/" + method, {"textDocument": {"uri": where}, **more}))
            full = sent["textDocument/diagnostic"][-2]
            for one in full["items"]:
                sent["textDocument/hover"].append(client.request("textDocument/hover", {"textDocument": {"uri": uri}, "position": one["range"]["start"]}))
            sent["textDocument/diagnostic"].append(client.request("textDocument/diagnostic", {
                "textDocument": {"uri": uri}, "previousResultId": full["resultId"]}))
            action = next(one for one in sent["textDocument/codeAction"][-1] if "command" in one)
            client.request("workspace/executeCommand", {"command": action["command"]["command"], "arguments": action["command"]["arguments"]})
            client.drain(0.3)
            for note in client.notes:
                if not note["method"].startswith("gouji/") and note["method"] != "workspace/diagnostic/refresh":
                    sent.setdefault(note["method"], []).append(note["params"])
            self.assertEqual(client.stop(), 0)
        for method in ("client/registerCapability", "window/showDocument", "window/logMessage", "textDocument/publishDiagnostics"):
            self.assertIn(method, sent)
        home = MODULES.parent
        shutil.copy(here / "protocol.ts", home / "protocol.ts")
        done = subprocess.run(["node", here / "schema.mjs", MODULES, home / "protocol.ts"], input=json.dumps(sent), capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        result = json.loads(done.stdout)
        self.assertEqual(result["wrong"], [], json.dumps(result["wrong"][:3], ensure_ascii=False, indent=1))
        self.assertGreater(result["checked"], 40)


if __name__ == "__main__":
    MODULES = installed(here)
    unittest.main()
