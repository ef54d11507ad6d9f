"""Speaks gouji's protocol (docs/protocol.md) with nothing but Python's standard library."""
import json
import struct
import sys
import traceback


def run(make):
    """Answers gouji until it closes the channel.

    `make(options, lists)` returns the rule: a function that is given a document (docs/model.schema.json) and yields
    its findings, each a dict.
    """
    source, target = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # the channel carries frames alone; what a rule prints is shown to the user
    rule = None
    while len(head := source.read(8)) == 8:
        mark, kind, size = struct.unpack("<3scI", head)
        if mark != b"GJ1":
            sys.exit("another version of the protocol")
        payload = json.loads(source.read(size))
        try:
            if kind == b"S":
                rule = make(payload["options"], payload["lists"])
                answer, lines = b"R", [{}]
            else:
                answer, lines = b"F", list(rule(payload))
        except Exception as error:  # the rule fails for this document, and says why
            traceback.print_exc()
            lines = [{"failed": f"{type(error).__name__}: {error}"}]
            answer = b"R" if kind == b"S" else b"F"
        text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode()
        target.write(b"GJ1" + answer + struct.pack("<I", len(text)) + text)
        target.flush()
