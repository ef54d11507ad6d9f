"""A day of typing: 100,000 edits leave the same findings as opening their result, and no memory behind."""
import random
import sys
import unittest

from client import LAW, Server, draft, position

EDITS = int(sys.argv.pop(1)) if len(sys.argv) > 1 and sys.argv[1].isdigit() else 100_000


def resident(pid):
    """KiB."""
    with open(f"/proc/{pid}/status", encoding="ascii") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))


class Edits(Server):
    def test_findings_are_those_of_the_whole_text_and_memory_stays(self):
        client = self.client()
        text = draft().replace("一、总体情况\n", "一、总体情况\n" + LAW + "\n", 1)
        uri, whole = self.uri("年报.txt"), self.uri("全文.txt")
        client.open(uri, text)
        client.sees(uri)
        dice = random.Random(20231121)
        words = ["甲", "😀", "1", "，", "\n", "《", "》", "公开", ""]
        version, early, batch = 1, None, 100
        for done in range(0, EDITS, batch):
            changes = []
            for _ in range(batch):
                # Short stretches near each other, and as many taken out as put in.
                start = dice.randrange(len(text))
                end = min(len(text), start + dice.choice((0, 0, 1, 2)))
                by = dice.choice(words) if len(text) < 12_000 else ""
                changes.append({"range": {"start": position(text, start), "end": position(text, end)}, "text": by})
                text = text[:start] + by + text[end:]
                if len(text) < 4_000:
                    text += draft()
                    changes.append({"text": text})
            version += 1
            # Each edit is a message, as an editor sends it; one in a hundred is waited for.
            for change in changes:
                client.change(uri, version, change)
            if done // batch % 50 == 0:
                client.open(whole, text)
                expected = client.request("gouji/sarif", {"textDocument": {"uri": whole}}, 60)["runs"][0]["results"]
                found = client.request("gouji/sarif", {"textDocument": {"uri": uri}}, 60)["runs"][0]["results"]
                strip = lambda results: [(r["ruleId"], r["locations"][0]["physicalLocation"]["region"]) for r in results]  # noqa: E731
                self.assertEqual(strip(found), strip(expected))
                client.notify("textDocument/didClose", {"textDocument": {"uri": whole}})
            else:
                client.request("textDocument/foldingRange", {"textDocument": {"uri": uri}}, 60)
            if early is None and done >= EDITS // 5:
                early = resident(client.process.pid)
        late = resident(client.process.pid)
        print(f"{EDITS} edits: {early} KiB resident after a fifth, {late} KiB at the end", file=sys.stderr)
        self.assertLess(late, early + 4096)
        self.assertEqual(client.stop(), 0)


if __name__ == "__main__":
    unittest.main()
