#!/usr/bin/env python3
"""How fast `gouji lsp` answers: lsp.py GOUJI [ROUNDS]

initialize      from the start of the process to the answer
change          from didChange to the diagnostics, one character typed, at 10 KB and 100 KB: median and 95th percentile
action, hover   answered from what is kept
processor time  of the server for one change
memory          resident, after all of that
Targets: initialize 15 ms; change, 95th percentile: 3 ms at 10 KB, 12 ms at 100 KB; action 1 ms; 25 MB.
"""
import os
import pathlib
import statistics
import sys
import tempfile
import time

root = pathlib.Path(__file__).resolve().parents[2]
os.environ["GOUJI"] = str(pathlib.Path(sys.argv[1]).resolve())
os.environ["GOUJI_ROOT"] = str(root)
sys.path.insert(0, str(root / "tests/lsp"))
from client import Client, draft, place  # noqa: E402

ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 200


def milliseconds(call):
    begun = time.perf_counter()
    call()
    return (time.perf_counter() - begun) * 1000


def percentile(times, part):
    return sorted(times)[min(len(times) - 1, int(len(times) * part))]


def processor_time(pid):
    """Seconds."""
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident(pid):
    line = next(one for one in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines() if one.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def text_of(size):
    """A report of about so many bytes: sentences of its own are repeated in its second part."""
    text = draft("faulty-2022.txt")
    line = max(text.split("\n"), key=len)
    more = (size - len(text.encode())) // (len(line.encode()) + 1)
    return text.replace(line, "\n".join([line] * max(1, more + 1)), 1)


def main():
    starts = []
    for _ in range(10):
        begun = time.perf_counter()
        client = Client()
        client.start()
        starts.append((time.perf_counter() - begun) * 1000)
        client.stop()
    print(f"initialize       {statistics.median(starts):8.2f} ms median {max(starts):8.2f} ms most")
    with tempfile.TemporaryDirectory() as folder:
        for size in (10_000, 100_000):
            client = Client(cwd=folder)
            client.start()
            uri = (pathlib.Path(folder) / "年报.txt").as_uri()
            text = text_of(size)
            first = milliseconds(lambda: (client.open(uri, text), client.sees(uri)))
            spot = place(text, "一、总体情况")["end"]
            name = f"{len(text.encode()) / 1000:.0f} KB"
            print(f"open    {name:>7}  {first:8.2f} ms, {len(client.diagnostics[uri])} findings")
            times, before = [], processor_time(client.process.pid)
            for i in range(ROUNDS):
                put = {"range": {"start": spot, "end": spot}, "text": "公"}
                away = {"range": {"start": spot, "end": {**spot, "character": spot["character"] + 1}}, "text": ""}
                times.append(milliseconds(lambda: (client.change(uri, i + 2, away if i % 2 else put), client.sees(uri))))
            used = (processor_time(client.process.pid) - before) * 1000 / ROUNDS
            print(f"change  {name:>7}  {statistics.median(times):8.2f} ms median {percentile(times, 0.95):8.2f} ms p95 {used:8.2f} ms of processor")
            where = client.diagnostics[uri][0]["range"]
            for method, more in (("codeAction", {"range": where, "context": {"diagnostics": []}}), ("hover", {"position": where["start"]}),
                                 ("documentSymbol", {}), ("codeLens", {})):
                times = [milliseconds(lambda: client.request("textDocument/" + method, {"textDocument": {"uri": uri}, **more})) for _ in range(ROUNDS)]
                print(f"{method:<14} {statistics.median(times):10.2f} ms median {percentile(times, 0.95):8.2f} ms p95")
            print(f"memory  {name:>7}  {resident(client.process.pid):8.1f} MB resident")
            client.stop()


if __name__ == "__main__":
    main()
