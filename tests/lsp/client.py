"""A client of `gouji lsp` for tests: frames, requests, what the server sends by itself."""
import json
import os
import pathlib
import select
import subprocess
import tempfile
import time
import unittest

GOUJI = os.environ["GOUJI"]
ROOT = pathlib.Path(os.environ["GOUJI_ROOT"])

CAPABILITIES = {
    "general": {"positionEncodings": ["utf-16"]},
    "textDocument": {
        "publishDiagnostics": {"relatedInformation": True, "versionSupport": True},
        "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix", "source.fixAll"]}}, "isPreferredSupport": True},
        "documentSymbol": {"hierarchicalDocumentSymbolSupport": True},
        "hover": {"contentFormat": ["markdown", "plaintext"]},
        "completion": {"completionItem": {"snippetSupport": True}},
    },
    "workspace": {"workspaceEdit": {"documentChanges": True, "resourceOperations": ["create", "rename", "delete"]}},
    "window": {"showDocument": {"support": True}},
}

LAW = "按照《中华人民共和国政府信息公开条列》要求公开信息。"


def draft(name="clean-2023.txt"):
    return (ROOT / "tests/reports/demo" / name).read_text(encoding="utf-8")


class Timeout(Exception):
    pass


class Client:
    """One server process. Positions are UTF-16, as strings of Python are not: see `units`."""

    def __init__(self, *words, cwd=None, env=None):
        environment = {key: value for key, value in os.environ.items() if not key.startswith("LC_") and key != "LANG"}
        environment.update(env or {})
        self.process = subprocess.Popen([GOUJI, "lsp", *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, cwd=cwd, env=environment, bufsize=0)
        self.buffer = b""
        self.next_id = 0
        self.answers = {}
        self.notes = []      # notifications and requests of the server
        self.diagnostics = {}  # the last published, by URI
        self.published = {}  # how often, by URI

    def write(self, message):
        content = json.dumps(message).encode()
        self.send_bytes(b"Content-Length: %d\r\n\r\n" % len(content) + content)

    def send_bytes(self, content):
        while content:
            content = content[self.process.stdin.write(content):]

    def notify(self, method, params=None):
        self.write({"jsonrpc": "2.0", "method": method, "params": params if params is not None else {}})

    def ask(self, method, params=None):
        self.next_id += 1
        self.write({"jsonrpc": "2.0", "id": self.next_id, "method": method, "params": params})
        return self.next_id

    def read(self, timeout=20):
        """One message of the server; None at the end of its output."""
        end = time.monotonic() + timeout
        while True:
            head, mark, rest = self.buffer.partition(b"\r\n\r\n")
            if mark:
                length = int(head.split(b":")[1])
                if len(rest) >= length:
                    self.buffer = rest[length:]
                    return self.take(json.loads(rest[:length]))
            left = end - time.monotonic()
            if left <= 0 or not select.select([self.process.stdout], [], [], left)[0]:
                raise Timeout(f"nothing came within {timeout} s")
            got = os.read(self.process.stdout.fileno(), 1 << 16)
            if not got:
                return None
            self.buffer += got

    def take(self, message):
        if "method" in message:
            self.notes.append(message)
            if message["method"] == "textDocument/publishDiagnostics":
                uri = message["params"]["uri"]
                self.diagnostics[uri] = message["params"]["diagnostics"]
                self.published[uri] = self.published.get(uri, 0) + 1
            elif "id" in message:
                self.write({"jsonrpc": "2.0", "id": message["id"], "result": None})
        else:
            self.answers[message["id"]] = message
        return message

    def answer(self, number, timeout=20):
        """The whole response."""
        while number not in self.answers:
            if self.read(timeout) is None:
                raise EOFError(self.process.stderr.read().decode())
        return self.answers.pop(number)

    def request(self, method, params=None, timeout=20):
        response = self.answer(self.ask(method, params), timeout)
        if "error" in response:
            raise AssertionError(f"{method}: {response['error']}")
        return response["result"]

    def wait(self, holds, timeout=20):
        end = time.monotonic() + timeout
        while not holds():
            if self.read(max(0.01, end - time.monotonic())) is None:
                raise EOFError(self.process.stderr.read().decode())

    def drain(self, seconds):
        """Takes what comes within a time."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                self.read(max(0.001, end - time.monotonic()))
            except Timeout:
                return

    def start(self, capabilities=CAPABILITIES, options=None, folders=(), **more):
        params = {"processId": os.getpid(), "rootUri": None, "capabilities": capabilities,
                  "workspaceFolders": [{"uri": pathlib.Path(one).as_uri(), "name": "x"} for one in folders] or None}
        if options is not None:
            params["initializationOptions"] = options
        params.update(more)
        result = self.request("initialize", params)
        self.notify("initialized", {})
        return result

    def open(self, uri, text, version=1, language="plaintext"):
        self.notify("textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": language, "version": version, "text": text}})

    def change(self, uri, version, *changes):
        self.notify("textDocument/didChange", {"textDocument": {"uri": uri, "version": version}, "contentChanges": list(changes)})

    def sees(self, uri):
        """The diagnostics of the next publication for a document."""
        before = self.published.get(uri, 0)
        self.wait(lambda: self.published.get(uri, 0) > before)
        return self.diagnostics[uri]

    def stop(self):
        """Says goodbye as the protocol wants it; the exit code."""
        if self.process.poll() is None:
            self.request("shutdown")
            self.notify("exit")
        return self.end()

    def end(self, timeout=20):
        code = self.process.wait(timeout)
        self.close()
        return code

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            stream.close()


def units(text):
    return len(text.encode("utf-16-le")) // 2


def position(text, offset):
    """The protocol's position of an index into a Python string."""
    line = text.count("\n", 0, offset)
    return {"line": line, "character": units(text[text.rfind("\n", 0, offset) + 1:offset])}


def place(text, words, start=0):
    """The range of the first occurrence of words."""
    at = text.index(words, start)
    return {"start": position(text, at), "end": position(text, at + len(words))}


def at(text, range_):
    """The words in a range."""
    lines = text.split("\n")

    def offset(where):
        before = lines[where["line"]].encode("utf-16-le")[:2 * where["character"]]
        return sum(len(line) + 1 for line in lines[:where["line"]]) + len(before.decode("utf-16-le"))
    return text[offset(range_["start"]):offset(range_["end"])]


def edited(text, edits):
    """The text after TextEdits."""
    for edit in sorted(edits, key=lambda one: (one["range"]["start"]["line"], one["range"]["start"]["character"]), reverse=True):
        before, after = edit["range"]["start"], edit["range"]["end"]
        start = len(at(text, {"start": {"line": 0, "character": 0}, "end": before}))
        end = len(at(text, {"start": {"line": 0, "character": 0}, "end": after}))
        text = text[:start] + edit["newText"] + text[end:]
    return text


class Server(unittest.TestCase):
    """A test with a folder and a server of its own."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def client(self, *words, started=True, **more):
        client = Client(*words, cwd=self.folder)
        self.addCleanup(client.close)
        if started:
            client.start(folders=[self.folder], **more)
        return client

    def uri(self, name):
        return (self.folder / name).as_uri()

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path


def of_rule(diagnostics, rule):
    return [one for one in diagnostics if one.get("code") == rule]
