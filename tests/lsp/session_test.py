"""`gouji lsp` as editors speak with it."""
import json
import os
import subprocess
import sys
import time
import unittest

from client import CAPABILITIES, GOUJI, LAW, Client, Server, at, draft, edited, of_rule, place, position


def with_law(text):
    return text.replace("一、总体情况\n", "一、总体情况\n" + LAW + "\n", 1)


def changed(capabilities, path, value):
    out = json.loads(json.dumps(capabilities))
    here = out
    for name in path[:-1]:
        here = here.setdefault(name, {})
    here[path[-1]] = value
    return out


class Drafts(Server):
    def opened(self, text, name="年报.txt", **more):
        client = self.client(**more)
        client.open(self.uri(name), text)
        return client, client.sees(self.uri(name))

    def test_finds_marks_fixes_and_lets_go(self):
        text = with_law(draft()).replace("一、总体情况\n", "一、总体情况\n𠮷祥社区😀", 1)
        client, found = self.opened(text)
        (law,) = of_rule(found, "wording/law-name")
        self.assertEqual(at(text, law["range"]), "《中华人民共和国政府信息公开条列》")
        self.assertEqual((law["severity"], law["source"]), (1, "gouji"))
        actions = client.request("textDocument/codeAction", {
            "textDocument": {"uri": self.uri("年报.txt")}, "range": law["range"], "context": {"diagnostics": [law]}})
        fix = actions[0]
        self.assertEqual(fix["kind"], "quickfix")
        (change,) = fix["edit"]["documentChanges"]
        after = edited(text, change["edits"])
        self.assertIn("信息公开条例》要求", after)
        client.change(self.uri("年报.txt"), 2, *[{"range": one["range"], "text": one["newText"]} for one in change["edits"]])
        self.assertEqual(of_rule(client.sees(self.uri("年报.txt")), "wording/law-name"), [])
        self.assertEqual(client.stop(), 0)

    def test_says_the_same_as_check(self):
        text = draft("faulty-2022.txt")
        path = self.write("年报.txt", text)
        run = json.loads(subprocess.run([GOUJI, "check", path, "--format", "sarif"], capture_output=True, cwd=self.folder).stdout)["runs"][0]
        expected = sorted((r["ruleId"], r["locations"][0]["physicalLocation"]["region"]["startLine"] - 1, r["message"]["text"]) for r in run["results"])
        client, found = self.opened(text)
        self.assertEqual(sorted((d["code"], d["range"]["start"]["line"], d["message"]) for d in found), expected)
        self.assertGreater(len(expected), 3)
        log = client.request("gouji/sarif", {"textDocument": {"uri": self.uri("年报.txt")}})
        self.assertEqual(log["runs"][0]["results"], run["results"])
        self.assertEqual(log["runs"][0]["tool"], run["tool"])

    def test_the_log_is_that_of_check_when_nothing_was_checked(self):
        client = self.client()
        for name, text in {"通知.txt": "关于开会的通知\n请到会。\n", "图.txt": "\0\0"}.items():
            run = json.loads(subprocess.run([GOUJI, "check", self.write(name, text), "--allow-non-reports", "--format", "sarif"],
                                            capture_output=True, cwd=self.folder).stdout)["runs"][0]
            client.open(self.uri(name), text)
            (same,) = client.request("gouji/sarif", {"textDocument": {"uri": self.uri(name)}})["runs"]
            for one in run, same:
                for time in "startTimeUtc", "endTimeUtc":
                    del one["invocations"][0][time]
            self.assertEqual(same["invocations"], run["invocations"])
            self.assertEqual(len(run["invocations"][0]["toolExecutionNotifications"]), 1)

    def test_safe_fixes_are_preferred_and_all_are_made_at_once(self):
        text = with_law(draft("faulty-2022.txt"))
        client, found = self.opened(text)
        whole = {"start": {"line": 0, "character": 0}, "end": position(text, len(text))}
        ask = {"textDocument": {"uri": self.uri("年报.txt")}, "range": whole, "context": {"diagnostics": []}}
        actions = client.request("textDocument/codeAction", ask)
        safe = [one for one in actions if one.get("isPreferred")]
        self.assertTrue(safe)
        self.assertTrue(all(one["kind"] == "quickfix" for one in safe))
        ask["context"]["only"] = ["source.fixAll"]
        (everything,) = client.request("textDocument/codeAction", ask)
        self.assertEqual(everything["kind"], "source.fixAll.gouji")
        after = edited(text, everything["edit"]["documentChanges"][0]["edits"])
        path = self.write("年报.txt", text)
        diff = subprocess.run([GOUJI, "fix", path], capture_output=True, cwd=self.folder)
        self.assertEqual(diff.returncode, 0, diff.stderr)
        self.assertEqual(path.read_text(encoding="utf-8"), after)
        ask["context"]["only"] = ["refactor"]
        self.assertEqual(client.request("textDocument/codeAction", ask), [])

    def test_a_newcomer_on_the_line_being_typed_waits_and_others_do_not(self):
        text = draft()
        client, _ = self.opened(text)
        uri = self.uri("年报.txt")
        typed = place(text, "一、总体情况")["end"]
        begun = time.monotonic()
        client.change(uri, 2, {"range": {"start": typed, "end": typed}, "text": "\n按照《中华人民共和国政府信息公开条例》"})
        self.assertEqual(of_rule(client.sees(uri), "wording/law-name"), [])
        spot = {"line": typed["line"] + 1, "character": len("按照《中华人民共和国政府信息公开条")}
        client.change(uri, 3, {"range": {"start": spot, "end": {**spot, "character": spot["character"] + 1}}, "text": "列"})
        self.assertEqual(of_rule(client.sees(uri), "wording/law-name"), [], "shown while it is typed")
        self.assertEqual(len(of_rule(client.sees(uri), "wording/law-name")), 1)
        self.assertGreater(time.monotonic() - begun, 0.29)
        # What is shown stays while its line is edited, and goes at once.
        client.change(uri, 4, {"range": {"start": {"line": spot["line"], "character": 0}, "end": {"line": spot["line"], "character": 0}}, "text": "我们"})
        (kept,) = of_rule(client.sees(uri), "wording/law-name")
        self.assertEqual(kept["range"]["start"]["character"], 4)
        client.change(uri, 5, {"range": {"start": {"line": spot["line"], "character": spot["character"] + 2}, "end": {"line": spot["line"], "character": spot["character"] + 3}}, "text": "例"})
        self.assertEqual(of_rule(client.sees(uri), "wording/law-name"), [])
        # A paste of another line's fault is nobody's unfinished word once the caret has left it.
        client.change(uri, 6, {"range": {"start": typed, "end": typed}, "text": "\n" + LAW},
                      {"range": {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}, "text": ""})
        self.assertEqual(len(of_rule(client.sees(uri), "wording/law-name")), 1)

    def test_clients_that_pull_are_answered(self):
        pulling = changed(CAPABILITIES, ["textDocument", "diagnostic"], {})
        client = self.client(capabilities=pulling)
        uri = self.uri("年报.txt")
        client.open(uri, with_law(draft()))
        full = client.request("textDocument/diagnostic", {"textDocument": {"uri": uri}})
        self.assertEqual(full["kind"], "full")
        self.assertEqual(len(of_rule(full["items"], "wording/law-name")), 1)
        again = client.request("textDocument/diagnostic", {"textDocument": {"uri": uri}, "previousResultId": full["resultId"]})
        self.assertEqual(again, {"kind": "unchanged", "resultId": full["resultId"]})
        self.assertNotIn(uri, client.published)

    def test_columns_count_bytes_where_the_client_offers_that(self):
        client = self.client(started=False)
        result = client.start(capabilities=changed(CAPABILITIES, ["general", "positionEncodings"], ["utf-8", "utf-16"]))
        self.assertEqual(result["capabilities"]["positionEncoding"], "utf-8")
        uri = self.uri("年报.txt")
        client.open(uri, "云岭县水利局2022年政府信息公开工作年度报告\n一、总体情况\n😀" + LAW + "\n")
        (law,) = of_rule(client.sees(uri), "wording/law-name")
        self.assertEqual(law["range"]["start"], {"line": 2, "character": len("😀按照".encode())})

    def test_hover_begins_with_the_remedy(self):
        text = with_law(draft("faulty-2022.txt"))
        client, found = self.opened(text)
        ask = {"textDocument": {"uri": self.uri("年报.txt")}}
        law = of_rule(found, "wording/law-name")[0]
        hover = client.request("textDocument/hover", {**ask, "position": law["range"]["start"]})
        self.assertTrue(hover["contents"]["value"].startswith("**怎么改** "), hover["contents"]["value"])
        self.assertEqual(hover["range"], law["range"])
        sums = [one for one in found if one["code"].startswith("arithmetic/") and one.get("relatedInformation")]
        hover = client.request("textDocument/hover", {**ask, "position": sums[0]["range"]["start"]})
        self.assertIn("| 所涉 |", hover["contents"]["value"])
        self.assertIsNone(client.request("textDocument/hover", {**ask, "position": {"line": 1, "character": 0}}))

    def test_outline_folding_and_lenses(self):
        text = draft("faulty-2022.txt")
        client, _ = self.opened(text)
        ask = {"textDocument": {"uri": self.uri("年报.txt")}}
        symbols = client.request("textDocument/documentSymbol", ask)
        self.assertEqual([one["name"][:2] for one in symbols], ["一、", "二、", "三、", "四、", "五、", "其他"])
        inside = [child["name"] for one in symbols for child in one.get("children", [])]
        self.assertIn("收到和处理政府信息公开申请情况", inside)

        def check(one, around=None):
            start, end = one["range"]["start"], one["range"]["end"]
            inner = one["selectionRange"]
            key = lambda p: (p["line"], p["character"])  # noqa: E731
            self.assertTrue(key(start) <= key(inner["start"]) <= key(inner["end"]) <= key(end), one["name"])
            if around:
                self.assertTrue(key(around["start"]) <= key(start) and key(end) <= key(around["end"]), one["name"])
            for child in one.get("children", []):
                check(child, one["range"])
        for one in symbols:
            check(one)
        folds = client.request("textDocument/foldingRange", ask)
        self.assertGreaterEqual(len(folds), 9)
        self.assertTrue(all(one["startLine"] < one["endLine"] for one in folds))
        lenses = client.request("textDocument/codeLens", ask)
        titles = [one["command"]["title"] for one in lenses]
        self.assertEqual(len(titles), 3)
        self.assertTrue(any("不成立" in one for one in titles), titles)
        self.assertTrue(any("全部成立" in one for one in titles), titles)

    def test_a_compilation_has_an_outline_for_each_report(self):
        client, _ = self.opened(draft() + "\n" + draft("older-2020.txt"))
        symbols = client.request("textDocument/documentSymbol", {"textDocument": {"uri": self.uri("年报.txt")}})
        self.assertEqual(len(symbols), 2)
        self.assertTrue(all(one["children"] for one in symbols))

    def test_form_and_status(self):
        text = draft("faulty-2022.txt")
        path = self.write("年报.txt", text)
        client, found = self.opened(text)
        ask = {"textDocument": {"uri": self.uri("年报.txt")}}
        form = client.request("gouji/form", ask)
        model = json.loads(subprocess.run([GOUJI, "model", path, "--format", "json"], capture_output=True).stdout)
        self.assertEqual(form["reports"], [model])
        self.assertEqual(form["version"], 1)
        status = client.request("gouji/status", ask)
        self.assertTrue(status["checked"])
        self.assertEqual(status["errors"] + status["warnings"] + status["notes"], len(found))
        self.assertGreater(status["rules"], 50)
        self.assertEqual(status["reports"][0]["year"], model["year"])

    def test_what_is_no_report_and_what_is_no_text(self):
        client, found = self.opened("今天天气很好。\n")
        self.assertEqual(found, [])
        status = client.request("gouji/status", {"textDocument": {"uri": self.uri("年报.txt")}})
        self.assertFalse(status["reports"][0]["isReport"])
        client.open(self.uri("空.txt"), "")
        self.assertEqual(client.sees(self.uri("空.txt")), [])
        client.open("untitled:Untitled-1", with_law(draft()))
        self.assertEqual(len(of_rule(client.sees("untitled:Untitled-1"), "wording/law-name")), 1)

    def test_a_byte_order_mark_moves_nothing(self):
        text = "\ufeff" + with_law(draft())
        _, found = self.opened(text)
        (law,) = of_rule(found, "wording/law-name")
        self.assertEqual(at(text, law["range"]), "《中华人民共和国政府信息公开条列》")

    def test_languages(self):
        client, found = self.opened(with_law(draft()), options={"language": "en"})
        self.assertTrue(of_rule(found, "wording/law-name")[0]["message"].isascii() or "should" in found[0]["message"])


class Configuration(Server):
    def test_the_nearest_configuration_holds_and_changes_are_seen(self):
        self.write("gouji.toml", '[rules]\n"wording/law-name" = "note"\n')
        self.write("乡镇/gouji.toml", '[rules]\n"wording/law-name" = "off"\n')
        client = self.client()
        uri, below = self.uri("年报.txt"), self.uri("乡镇/年报.txt")
        client.open(uri, with_law(draft()))
        self.assertEqual(of_rule(client.sees(uri), "wording/law-name")[0]["severity"], 3)
        client.open(below, with_law(draft()))
        self.assertEqual(of_rule(client.sees(below), "wording/law-name"), [])
        self.write("gouji.toml", '[rules]\n"wording/law-name" = "warning"\n')
        client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": self.uri("gouji.toml"), "type": 2}]})
        client.wait(lambda: [one["severity"] for one in of_rule(client.diagnostics[uri], "wording/law-name")] == [2])
        # An unsaved text counts, too.
        client.open(self.uri("gouji.toml"), '[rules]\n"wording/law-name" = "warning"\n', language="toml")
        client.change(self.uri("gouji.toml"), 2, {"text": '[rules]\n"wording/law-name" = "error"\n'})
        client.wait(lambda: [one["severity"] for one in of_rule(client.diagnostics[uri], "wording/law-name")] == [1])

    def test_a_broken_one_shows_its_error_and_leaves_the_last_good(self):
        self.write("gouji.toml", '[rules]\n"wording/law-name" = "note"\n')
        client = self.client()
        uri, toml = self.uri("年报.txt"), self.uri("gouji.toml")
        client.open(uri, with_law(draft()))
        self.assertEqual(of_rule(client.sees(uri), "wording/law-name")[0]["severity"], 3)
        self.write("gouji.toml", '[rules]\n"wording/law-nam" = "error"\n')
        client.notify("workspace/didChangeWatchedFiles", {"changes": []})
        client.wait(lambda: client.diagnostics.get(toml))
        (error,) = client.diagnostics[toml]
        self.assertEqual(error["range"], {"start": {"line": 1, "character": 0}, "end": {"line": 1, "character": 17}})
        self.assertIn("wording/law-name", error["message"])
        self.assertNotIn("\n", error["message"])
        client.drain(0.3)
        self.assertEqual(of_rule(client.diagnostics[uri], "wording/law-name")[0]["severity"], 3)
        self.assertIn("gouji.toml", client.request("gouji/status", {"textDocument": {"uri": uri}})["fileErrors"][0]["file"])
        (run,) = client.request("gouji/sarif", {"textDocument": {"uri": uri}})["runs"]
        self.assertEqual([one["level"] for one in run["results"] if one["ruleId"] == "wording/law-name"], ["note"])
        self.assertEqual(run["invocations"][0]["exitCode"], 2)
        self.assertIn("wording/law-nam", run["invocations"][0]["toolConfigurationNotifications"][0]["message"]["text"])
        self.write("gouji.toml", "")
        client.notify("workspace/didChangeWatchedFiles", {"changes": []})
        client.wait(lambda: client.diagnostics[toml] == [])

    def test_one_that_was_never_good_checks_nothing_and_says_so(self):
        self.write("gouji.toml", "rules = 3\n")
        client = self.client()
        uri = self.uri("年报.txt")
        client.open(uri, with_law(draft()))
        self.assertEqual(client.sees(uri), [])
        client.wait(lambda: client.diagnostics.get(self.uri("gouji.toml")))
        self.assertFalse(client.request("gouji/status", {"textDocument": {"uri": uri}})["checked"])
        self.assertIn("gouji.toml:1:9", client.answer(client.ask("gouji/sarif", {"textDocument": {"uri": uri}}))["error"]["message"])
        # The log is of the files as they are, also where no client says that they have changed.
        self.write("gouji.toml", "")
        self.assertTrue(client.request("gouji/sarif", {"textDocument": {"uri": uri}})["runs"][0]["results"])

    def test_a_pack_of_the_command_line_is_read_anew(self):
        self.write("规则/pack.toml", 'id = "yunling"\nname = { zh = "云岭" }\nversion = "1"\n')
        page = ('+++\nid = "yunling/motto"\nname = { zh = "口号", en = "Motto" }\nsummary = { zh = "不写口号", en = "No mottos" }\nlevel = "warning"\nkind = "term"\n'
                '[messages.found]\nzh = "不写“{wrong}”"\nen = "no {wrong}"\n[term]\nbanned = ["砥砺前行"]\n+++\n\n# 口号\n')
        self.write("规则/motto.md", page)
        client = self.client("--pack", str(self.folder / "规则"))
        uri = self.uri("年报.txt")
        client.open(uri, draft().replace("一、总体情况\n", "一、总体情况\n我们砥砺前行，扬帆起航。\n", 1))
        ask = {"textDocument": {"uri": uri}}
        words = lambda: [one["message"]["text"] for one in client.request("gouji/sarif", ask)["runs"][0]["results"] if one["ruleId"] == "yunling/motto"]
        self.assertEqual(words(), ["不写“砥砺前行”"])
        self.write("规则/motto.md", page.replace("砥砺前行", "扬帆起航"))
        self.assertEqual(words(), ["不写“扬帆起航”"])

    def test_an_untrusted_workspace_loads_nothing_of_its_own(self):
        self.write("gouji.toml", '[rules]\n"wording/law-name" = "off"\n')
        client = self.client(options={"trusted": False})
        uri = self.uri("年报.txt")
        client.open(uri, with_law(draft()))
        self.assertEqual(len(of_rule(client.sees(uri), "wording/law-name")), 1)
        status = client.request("gouji/status", {"textDocument": {"uri": uri}})
        self.assertEqual((status["configuration"], status["trust"]), ("", "nothing"))

    def test_a_pack_beside_the_draft_and_a_page_of_it_that_breaks(self):
        self.write("gouji.toml", 'packs = ["./规则"]\n')
        self.write("规则/pack.toml", 'id = "yunling"\nname = { zh = "云岭" }\nversion = "1"\n')
        page = ('+++\nid = "yunling/motto"\nname = { zh = "口号", en = "Motto" }\nsummary = { zh = "不写口号", en = "No mottos" }\nlevel = "warning"\nkind = "term"\n'
                '[messages.found]\nzh = "不写“{wrong}”"\nen = "no {wrong}"\n[term]\nbanned = ["砥砺前行"]\n+++\n\n# 口号\n')
        self.write("规则/motto.md", page)
        client = self.client()
        uri = self.uri("年报.txt")
        text = draft().replace("一、总体情况\n", "一、总体情况\n我们砥砺前行。\n", 1)
        client.open(uri, text)
        found = client.sees(uri)
        self.assertEqual([at(text, one["range"]) for one in of_rule(found, "yunling/motto")], ["砥砺前行"], [one["code"] for one in found])
        self.write("规则/motto.md", page.replace('kind = "term"', 'kind = "tern"'))
        client.notify("workspace/didChangeWatchedFiles", {"changes": []})
        motto = self.uri("规则/motto.md")
        client.wait(lambda: client.diagnostics.get(motto), 30)
        self.assertEqual(client.diagnostics[motto][0]["range"]["start"]["line"], 5)
        client.drain(0.3)
        self.assertEqual(len(of_rule(client.diagnostics[uri], "yunling/motto")), 1, "the last good pack is gone")

    def test_ignoring_a_finding_writes_a_reason_into_a_new_file(self):
        client = self.client()
        uri, toml = self.uri("年报.txt"), self.uri("gouji.toml")
        client.open(uri, with_law(draft()))
        (law,) = of_rule(client.sees(uri), "wording/law-name")
        actions = client.request("textDocument/codeAction", {"textDocument": {"uri": uri}, "range": law["range"], "context": {"diagnostics": [law]}})
        ignore = [one for one in actions if one["title"].startswith("忽略此处")][0]
        create, change = ignore["edit"]["documentChanges"]
        self.assertEqual((create["kind"], create["uri"]), ("create", toml))
        lines = change["edits"][0]["newText"]
        self.write("gouji.toml", lines)
        client.open(toml, lines, language="toml")
        client.wait(lambda: toml in client.diagnostics and of_rule(client.diagnostics[uri], "wording/law-name") == [])
        self.assertEqual(client.diagnostics[toml][0]["severity"], 3)
        self.assertEqual(at(lines, client.diagnostics[toml][0]["range"]), "请写明为什么不改")
        # The command shows where the reason is to be written.
        client.request("workspace/executeCommand", {"command": ignore["command"]["command"], "arguments": ignore["command"]["arguments"]})
        shown = [one for one in client.notes if one["method"] == "window/showDocument"][0]["params"]
        self.assertEqual(at(lines, shown["selection"]), "请写明为什么不改")
        # Another one is appended.
        whole = [one for one in actions if one["title"].startswith("在本文件忽略")][0]
        self.assertIn('rule = "wording/law-name"', json.dumps(whole, ensure_ascii=False).replace('\\"', '"'))


class Authoring(Server):
    def test_errors_stand_in_the_file_at_their_place(self):
        client = self.client()
        cases = {
            "gouji.toml": ('[rules]\n"wording/law-name" = "eror"\n', 1, '"eror"'),
            "规则/pack.toml": ('id = "云岭"\nname = { zh = "云岭" }\nversion = "1"\n', 0, '"云岭"'),
            "规则/page.md": ('+++\nid = "yunling/x"\nname = { zh = "口号", en = "Motto" }\nsummary = { zh = "短", en = "Short" }\nlevel = "warming"\n[messages.a]\nzh = "a"\nen = "a"\n+++\n# x\n', 4, '"warming"'),
        }
        for name, (text, line, words) in cases.items():
            with self.subTest(name):
                client.open(self.uri(name), text)
                (error,) = client.sees(self.uri(name))
                self.assertEqual((error["range"]["start"]["line"], at(text, error["range"])), (line, words))

    def complete(self, client, name, text):
        """Completions at the mark |."""
        offset = text.index("|")
        text = text.replace("|", "", 1)
        client.open(self.uri(name), text)
        items = client.request("textDocument/completion", {"textDocument": {"uri": self.uri(name)}, "position": position(text, offset)})
        return {one["label"]: one for one in items}, text

    def test_completions(self):
        client = self.client()
        rules, text = self.complete(client, "gouji.toml", '[rules]\n"word|\n')
        self.assertIn("wording/law-name", rules)
        item = rules["wording/law-name"]
        self.assertEqual(edited(text, [item["textEdit"]]).split("\n")[1], '"wording/law-name" = "${1|off,note,warning,error|}"')
        levels, text = self.complete(client, "gouji.toml", '[rules]\n"wording/law-name" = "|"\n')
        self.assertEqual(set(levels), {"off", "note", "warning", "error"})
        self.assertEqual(edited(text, [levels["off"]["textEdit"]]).split("\n")[1], '"wording/law-name" = "off"')
        tables, _ = self.complete(client, "gouji.toml", "[|")
        self.assertEqual(tables["suppress"]["textEdit"]["newText"], "[[suppress]]")
        keys, _ = self.complete(client, "gouji.toml", '[[suppress]]\nrule = "x"\n|\n')
        self.assertLessEqual({"file", "reason", "fingerprint"}, set(keys))
        self.assertNotIn("rule", keys)
        named, _ = self.complete(client, "gouji.toml", '[[suppress]]\nrule = "|\n')
        self.assertIn("arithmetic/row-total", named)
        kinds, _ = self.complete(client, "规则/page.md", '+++\nkind = "|"\n+++\n')
        self.assertIn("pattern", kinds)
        pack, _ = self.complete(client, "规则/pack.toml", "|")
        self.assertLessEqual({"id", "name", "version", "adjust"}, set(pack))
        outside, _ = self.complete(client, "规则/page.md", '+++\nkind = "term"\n+++\n|\n')
        self.assertEqual(outside, {})


class Protocol(Server):
    def test_every_bad_message_gets_an_answer_and_the_server_lives(self):
        client = self.client(started=False)
        self.assertEqual(client.answer(client.ask("textDocument/hover", {}))["error"]["code"], -32002)
        client.start(folders=[self.folder])
        self.assertEqual(client.answer(client.ask("textDocument/rename", {}))["error"]["code"], -32601)
        self.assertEqual(client.answer(client.ask("textDocument/hover", {}))["error"]["code"], -32602)
        for content in (b"{", b"[]", b'{"jsonrpc":"2.0"}', b'{"jsonrpc":"2.0","id":{},"method":"x"}', b"\xff\xfe"):
            client.send_bytes(b"Content-Length: %d\r\n\r\n" % len(content) + content)
            while client.read().get("id", 0) is not None:
                pass
        for params in (None, [], 3, {"textDocument": 3}, {"textDocument": {"uri": 3}}, {"textDocument": {"uri": "file:///x"}, "contentChanges": [3]}):
            for method in ("textDocument/didOpen", "textDocument/didChange", "textDocument/didClose", "textDocument/didSave", "workspace/didChangeWorkspaceFolders"):
                client.notify(method, params)
        uri = self.uri("年报.txt")
        client.open(uri, with_law(draft()))
        client.change(uri, 2, {"range": {"start": {"line": -1, "character": 2 ** 40}, "end": {"line": 2 ** 63, "character": 0}}, "text": "x"})
        self.assertIsNotNone(client.request("textDocument/hover", {"textDocument": {"uri": uri}, "position": {"line": 10 ** 9, "character": 10 ** 9}}) or 1)
        self.assertEqual(client.stop(), 0)

    def test_half_a_character_keeps_columns_in_step(self):
        client = self.client()
        uri = self.uri("年报.txt")
        client.open(uri, "甲😀乙\n" + with_law(draft()))
        client.sees(uri)
        # As JavaScript sends it: a lone surrogate.
        content = json.dumps({"jsonrpc": "2.0", "method": "textDocument/didChange", "params": {
            "textDocument": {"uri": uri, "version": 2}, "contentChanges": [
                {"range": {"start": {"line": 0, "character": 2}, "end": {"line": 0, "character": 3}}, "text": "HALF"}]}}).replace("HALF", "\\udc00").encode()
        client.send_bytes(b"Content-Length: %d\r\n\r\n" % len(content) + content)
        found = client.sees(uri)
        client.change(uri, 3, {"range": {"start": {"line": 0, "character": 3}, "end": {"line": 0, "character": 4}}, "text": "丙"})
        self.assertEqual(len(of_rule(client.sees(uri), "wording/law-name")), len(of_rule(found, "wording/law-name")))

    def test_cancelled_requests_are_answered_as_such(self):
        client = self.client()
        uri = self.uri("年报.txt")
        client.open(uri, draft() * 40)  # long enough for the rest to wait
        number = client.ask("gouji/sarif", {"textDocument": {"uri": uri}})
        later = client.ask("gouji/sarif", {"textDocument": {"uri": uri}})
        client.notify("$/cancelRequest", {"id": later})
        self.assertIn("result", client.answer(number, 60))
        answer = client.answer(later, 60)
        self.assertEqual(answer.get("error", {}).get("code", -32800), -32800)

    def test_ends_with_its_input_and_with_its_client(self):
        client = self.client()
        client.process.stdin.close()
        self.assertEqual(client.process.wait(10), 1)
        client.process.stdin = open(os.devnull, "wb")
        # The client is gone, but the test itself holds the pipe open.
        child = subprocess.Popen(["sleep", "60"])
        orphan = Client(cwd=self.folder)
        self.addCleanup(orphan.close)
        orphan.start(processId=child.pid)
        child.kill()
        child.wait()
        self.assertEqual(orphan.process.wait(15), 1)

    def test_what_is_no_protocol_is_an_error(self):
        client = self.client(started=False)
        client.send_bytes(b"hello\r\n\r\n")
        self.assertEqual(client.process.wait(10), 2)
        self.assertIn("LSP", client.process.stderr.read().decode())
        client = self.client(started=False)
        client.send_bytes(b"Content-Length: 99999999999\r\n\r\n")
        self.assertEqual(client.process.wait(10), 2)
        done = subprocess.run([GOUJI, "lsp", "年报.txt"], capture_output=True)
        self.assertEqual(done.returncode, 2)


if __name__ == "__main__":
    unittest.main()
