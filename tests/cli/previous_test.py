"""Last year's reports beside this year's: pairs, what has none, and what does not follow."""
import collections
import json
import os
import subprocess
import unittest

from cli import CommandLine, GOUJI

OWN = "previous/"


def report(agency, year, *, carried_in=0, carried_out=0, note="无。"):
    def row(label, figure):
        return f"\t{label}\n" + f"\t{figure}\n" + "\t0\n" * 5 + f"\t{figure}\n\n"

    new = 5 + carried_out - carried_in
    return f"""{agency}{year}年政府信息公开工作年度报告

根据《中华人民共和国政府信息公开条例》编制。统计期限为{year}年1月1日至{year}年12月31日。
一、总体情况
{year}年公开信息30条。
三、收到和处理政府信息公开申请情况
\t申请人情况

\t自然人
\t法人或其他组织
\t总计

\t商业企业
\t科研机构
\t社会公益组织
\t法律服务机构
\t其他

""" + row("一、本年新收政府信息公开申请数量", new) + row("二、上年结转政府信息公开申请数量", carried_in) \
        + row("三、本年度办理结果\n\t（一）予以公开", 5) + row("（七）总计", 5) \
        + row("四、结转下年度继续办理", carried_out) + f"""
五、存在的主要问题及改进情况
{note}
"""


class Previous(CommandLine):
    def own(self, run):
        return [result for result in run["results"] if result["ruleId"].startswith(OWN)]

    def notices(self, run):
        return [(notice["descriptor"]["id"], notice["message"]["text"])
                for notice in run["invocations"][0]["toolExecutionNotifications"]]

    def test_a_finding_names_the_place_in_last_years_file(self):
        self.write("2022/柳河镇.txt", report("云岭县柳河镇人民政府", 2022, carried_out=3))
        self.write("2023/a.txt", report("云岭县柳河镇", 2023, carried_in=1))
        code, run, err = self.sarif("--previous", "2022", "2023/a.txt", "--jobs", "1")
        (found,) = self.own(run)
        self.assertEqual(found["ruleId"], "previous/carried-over")
        self.assertEqual(found["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "2023/a.txt")
        there = found["relatedLocations"][0]["physicalLocation"]
        self.assertEqual(there["artifactLocation"]["uri"], "2022/%E6%9F%B3%E6%B2%B3%E9%95%87.txt")
        self.assertEqual(there["region"]["snippet"]["text"], "3")
        _, out, _ = self.text("check", "--previous", "2022", "2023/a.txt")
        self.assertRegex(out, r"相关：2022/柳河镇\.txt:\d+:\d+ ")
        _, page, _ = self.text("check", "--previous", "2022", "2023/a.txt", "-f", "html")
        self.assertIn("2022/柳河镇.txt", page)

    def test_an_office_is_not_taken_for_the_place_it_belongs_to(self):
        self.write("2022/a.txt", report("青禾市南浦区", 2022, carried_out=3))
        self.write("2022/b.txt", report("青禾市南浦区桐花街道办事处", 2022, carried_out=1))
        self.write("2023/b.txt", report("青禾市南浦区桐花街道", 2023, carried_in=1))
        self.write("2023/c.txt", report("青禾市南浦区水务局", 2023, carried_in=1))
        _, run, err = self.sarif("--previous", "2022", "2023")
        self.assertEqual(self.own(run), [])
        self.assertIn("c.txt：没有找到青禾市南浦区水务局 2022 年的年报", err)
        self.assertNotIn("b.txt：", err)

    def test_without_it_nothing_is_compared(self):
        self.write("2023/a.txt", report("云岭县柳河镇", 2023, carried_in=1))
        _, run, err = self.sarif("2023/a.txt")
        self.assertEqual(self.own(run), [])
        self.assertNotIn("上年", err)

    def test_what_has_no_counterpart_is_told_and_why(self):
        self.write("2022/柳河镇.txt", report("云岭县柳河镇", 2022, carried_out=3))
        self.write("2022/双塘乡.txt", report("云岭县双塘乡", 2022))
        self.write("2022/沙坪镇.txt", report("云岭县沙坪镇", 2022, carried_out=1))
        self.write("2022/沙坪镇2.txt", report("云岭县沙坪镇", 2022, carried_out=2))
        self.write("2022/梅坞镇.txt", report("云岭县梅坞镇", 2022))
        self.write("2022/梅坞镇2.txt", report("云岭县梅坞镇", 2022))
        self.write("2022/说明.pdf", b"%PDF-1.4")
        self.write("2022/通知.txt", "关于召开会议的通知\n各单位：请按时参加。\n")
        self.write("2023/沙坪镇.txt", report("云岭县沙坪镇", 2023, carried_in=3))
        self.write("2023/桐花镇.txt", report("云岭县桐花镇", 2023, carried_in=3))
        self.write("2023/梅坞镇.txt", report("云岭县梅坞镇", 2023, carried_in=1))
        code, run, err = self.sarif("--previous", "2022", "2023")
        self.assertEqual([one["ruleId"] for one in self.own(run)], ["previous/carried-over"])
        told = "\n".join(text for _, text in self.notices(run))
        for words in ("没有找到云岭县桐花镇 2022 年的年报", "云岭县沙坪镇 2022 年的年报有几份", "内容相同，只用一份：2022/梅坞镇2.txt",
                      "都没有用：2022/沙坪镇.txt、2022/沙坪镇2.txt", "今年没有对应的：2022/双塘乡.txt、2022/柳河镇.txt",
                      "没有读：2022/说明.pdf", "看不出是年报，没有用：2022/通知.txt"):
            self.assertIn(words, told)
        self.assertIn("gouji/unpaired", [kind for kind, _ in self.notices(run)])
        self.assertIn("没有找到云岭县桐花镇", err)
        _, out, _ = self.text("check", "--previous", "2022", "2023")
        self.assertIn("2 份没有与上年对照", out)
        self.assertNotEqual(code, 2)

    def test_the_configuration_names_the_folder(self):
        self.write("2022/柳河镇.txt", report("云岭县柳河镇", 2022, carried_out=3))
        self.write("2023/gouji.toml", 'previous = ["../2022"]\n')
        self.write("2023/a.txt", report("云岭县柳河镇", 2023, carried_in=1))
        _, run, _ = self.sarif("2023")
        self.assertEqual([one["ruleId"] for one in self.own(run)], ["previous/carried-over"])
        self.write("2023/gouji.toml", 'previous = ["../2021"]\n')
        code, _, err = self.text("check", "2023")
        self.assertEqual(code, 2)
        self.assertRegex(err, r"gouji\.toml:1.*2021.*没有这个文件夹")

    def test_a_folder_that_is_not_there_is_an_error(self):
        self.write("a.txt", report("云岭县柳河镇", 2023))
        code, _, err = self.text("check", "--previous", "nowhere", "a.txt")
        self.assertEqual(code, 2)
        self.assertIn("--previous nowhere：没有这个文件夹或文件", err)

    def test_declarative_rules_know_last_years_figures(self):
        self.write("pack/pack.toml", 'id = "town"\nversion = "1.0"\nname = { zh = "镇", en = "town" }\n')
        self.write("pack/tenfold.md", """+++
id = "town/tenfold"
name = { zh = "十倍", en = "Tenfold" }
summary = { zh = "新收是上年的几倍。", en = "New requests have multiplied." }
level = "note"
precision = "medium"
kind = "requirement"
[requirement]
when = "previous.requests.new.total > 0"
that = "requests.new.total <= previous.requests.new.total + previous.requests.new.total"
[messages.unmet]
zh = "不满足 {requirement}"
en = "not {requirement}"
+++

# 十倍

## 例

```previous requests
new = 5 0 0 0 0 0 5
```

```invalid requests
new = 12 0 0 0 0 0 ⟦12⟧
```

```valid requests
new = 12 0 0 0 0 0 12
```
""")
        done = self.gouji("test", "pack")
        self.assertEqual(done.returncode, 0, done.stdout.decode() + done.stderr.decode())
        self.write("2022/a.txt", report("云岭县柳河镇", 2022, carried_out=3))
        self.write("2023/a.txt", report("云岭县柳河镇", 2023, carried_in=3, carried_out=60))
        _, run, _ = self.sarif("--pack", "pack", "--select", "town", "--previous", "2022", "2023/a.txt")
        (found,) = run["results"]
        self.assertEqual(found["ruleId"], "town/tenfold")
        uris = [one["physicalLocation"]["artifactLocation"]["uri"] for one in found["relatedLocations"]]
        self.assertIn("2022/a.txt", uris)

    def test_planted_breaks_are_found_and_innocent_histories_are_not(self):
        count = 240
        subprocess.run([os.environ["MAKE_REPORTS"], self.folder, str(count), "--history"], check=True)
        expected = {}
        kinds = collections.Counter()
        for line in (self.folder / "history.tsv").read_text("utf-8").splitlines():
            name, rule, kind = line.split("\t")
            expected[name] = [] if rule == "-" else [rule]
            kinds[kind] += 1
        self.assertEqual(len(kinds), 11)
        results = []
        for jobs in ("1", "2"):
            _, run, _ = self.sarif("--previous", "2022", "2023", "--jobs", jobs, "--no-config")
            results.append((run["results"], run["invocations"][0]["toolExecutionNotifications"]))
        self.assertEqual(results[0], results[1])
        found = collections.defaultdict(list)
        for result in results[0][0]:
            if result["ruleId"].startswith(OWN):
                uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
                found[uri.rsplit("/", 1)[-1]].append(result["ruleId"])
        wrong = {name: (rules, found[name]) for name, rules in expected.items() if rules != found[name]}
        self.assertEqual(wrong, {})
        told = [notice["message"]["text"] for notice in results[0][1] if notice["descriptor"]["id"] == "gouji/unpaired"]
        self.assertEqual(sum("没有找到" in text for text in told), kinds["another name last year"])


if __name__ == "__main__":
    unittest.main()
