"""Edits without effect on the findings: a report with known findings, and forty ways of editing it.

Each edit is a function of the report's text that returns the text, or bytes where the encoding is the edit.
An edit that leaves the text as it is fails the test that uses it.
"""
import re

TITLE = "云岭县柳河镇人民政府2022年政府信息公开工作年度报告"
EDITS = {}


def edit(words):
    """Registers an edit under what it is called."""
    def register(function):
        assert words not in EDITS, words
        EDITS[words] = function
        return function
    return register


def faulty(demo):
    """The demo report with more kinds of findings: at the end of a sentence, twice in one chapter, in the signature."""
    for old, new in (
        ("由值班人员协助查询。", "由值班人员协助查询。。"),
        ("限期补齐。", "限期补齐。，并在季度例会上通报。镇党政办公室每半年汇总汇总一次整改结果。"),
        ("2023年1月12日", "2022年1月12日"),
        ("| 行政许可 | 31 |", "| 行政许可 | 31.5 |"),
    ):
        assert demo.count(old) == 1, old
        demo = demo.replace(old, new)
    return demo


def lines(change):
    """An edit of each line."""
    return lambda text: "\n".join(change(line) for line in text.split("\n"))


def is_table(line):
    return line.startswith("|")


def is_prose(line):
    return len(line) > 40 and not is_table(line)


def cells(line):
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def swap(old, new):
    def change(text):
        assert text.count(old) == 1, old
        return text.replace(old, new)
    return change


def before(mark, more):
    return swap("\n" + mark, "\n" + more + mark)


# Bytes: line ends, encodings, marks.
edit("CRLF")(lambda text: text.replace("\n", "\r\n"))
edit("CR")(lambda text: text.replace("\n", "\r"))
edit("no last line end")(lambda text: text.rstrip("\n"))
edit("byte order mark")(lambda text: "\ufeff" + text)
edit("GB18030")(lambda text: text.encode("gb18030"))
edit("UTF-16, little end first")(lambda text: b"\xff\xfe" + text.encode("utf-16-le"))
edit("UTF-16, big end first, CRLF")(lambda text: b"\xfe\xff" + text.replace("\n", "\r\n").encode("utf-16-be"))

# Blanks and lines.
edit("blank lines in front")(lambda text: "\n\n\n" + text)
edit("blank lines after")(lambda text: text + "\n\n\n")
edit("a blank line between all paragraphs")(lines(lambda line: line if is_table(line) else line + "\n"))
edit("trailing blanks")(lines(lambda line: line + "  " if line and not is_table(line) else line))
edit("trailing full-width blanks")(lines(lambda line: line + "　" if is_prose(line) else line))
edit("indented prose")(lines(lambda line: "　　" + line if is_prose(line) else line))
edit("a blank inside the title")(swap("人民政府2022年政府信息公开", "人民政府 2022年政府信息公开"))
edit("tables set off by blank lines")(lambda text: re.sub(r"((?:^\|.*\n)+)", r"\n\1\n", text, flags=re.M))


@edit("prose wrapped at 34 characters")
def wrapped(text):
    return lines(lambda line: re.sub(r"(.{34})(?=..)", r"\1\n", line) if is_prose(line) else line)(text)


@edit("prose wrapped at 25 characters")
def wrapped_narrowly(text):
    return lines(lambda line: re.sub(r"(.{25})(?=..)", r"\1\n", line) if is_prose(line) else line)(text)


@edit("a title on two lines")
def folded_title(text):
    return swap("人民政府2022年政府信息公开", "人民政府\n2022年政府信息公开")(text)


# Tables drawn otherwise.
edit("tables by tabs")(lines(lambda line: "\t".join(cells(line)) if is_table(line) else line))
edit("tables with wide cells")(lines(lambda line: "|  " + "   |  ".join(cells(line)) + "   |" if is_table(line) else line))
edit("tables without outer bars")(lines(lambda line: " | ".join(cells(line)) if len(cells(line)) > 2 else line))
edit("full-width figures in a row")(lambda text: re.sub(r"^\| （七）总计.*$", lambda m: m[0].translate({ord("0") + i: ord("０") + i for i in range(10)}), text, flags=re.M))
edit("blanks inside row names")(lambda text: text.replace("| 行政许可 |", "| 行 政 许 可 |").replace("| 规章 |", "| 规 章 |"))
edit("a name split over blanks: 第二十条 第（一）项")(lambda text: text.replace("第二十条第（", "第二十条 第（"))

# Whole paragraphs.
PARAGRAPH = "各项日常工作按要求有序开展，没有发生差错。\n"
edit("a paragraph in front of the chapters")(before("一、总体情况", PARAGRAPH))
edit("a paragraph in the first chapter")(before("（三）政府信息管理", PARAGRAPH))
edit("a paragraph in the last chapters")(before("村级公开栏更新", PARAGRAPH))
edit("a paragraph after the forms")(before("五、存在的主要问题", PARAGRAPH))
edit("a paragraph less")(lambda text: re.sub(r"（五）监督保障。.*\n", "（五）监督保障。接受社会评议和考核，没有责任追究的情形。\n", text))
edit("paragraphs in another order")(lambda text: re.sub(r"(（四）政府信息公开平台建设)(.*\n)(（五）监督保障)(.*\n)", r"（四）监督保障\4（五）政府信息公开平台建设\2", text))

# Words.
edit("a neighbouring sentence")(swap("我镇没有收取信息处理费。", "我镇没有收取信息处理费。有关收费规定已在公开栏长期张贴。"))
edit("a sentence in front in the same paragraph")(swap("（三）政府信息管理。信息", "（三）政府信息管理。专人每周巡查一次。信息"))
edit("another word in the sentence of a finding")(swap("谁提供谁负责，镇党政办公室", "谁提供谁负责，镇综合办公室"))
edit("a word in front of a finding at the sentence's end")(swap("由值班人员协助查询。。", "由值班人员协助查找。。"))
edit("a figure in the sentence of a finding")(swap("每季度抽查，发现缺漏的", "每季度抽查2次，发现缺漏的"))
edit("half a sentence more")(swap("镇党政办公室每半年汇总汇总一次", "根据工作安排，镇党政办公室每半年汇总汇总一次"))
edit("half a sentence less")(swap("信息发布实行登记制度，谁提供谁负责，", "信息发布谁提供谁负责，"))
edit("another unit's name in the title")(lambda text: text.replace("柳河镇", "青柳镇"))
edit("another order of words in the title")(swap(TITLE, "2022年云岭县柳河镇人民政府政府信息公开工作年度报告"))

# Headings.
edit("a blank after a heading's number")(lambda text: re.sub(r"^([一二三四五])、", r"\1、 ", text, flags=re.M))
edit("headings as Markdown")(lambda text: re.sub(r"^([一二三四五]、)", r"## \1", text, flags=re.M))
edit("headings with another wording")(swap("四、政府信息公开行政复议、行政诉讼情况", "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况"))

# What a printer adds.
edit("page numbers")(lambda text: before("五、存在的主要问题", "— 3 —\n")(before("（四）政府信息公开平台", "— 1 —\n")(text)))
