"""找出标着“待核实”的数。年报有哪些成员，见 gouji model --format json。"""
import gouji_rule


def make(options, lists):
    mark = ("（" + options["mark"] + "）").encode()

    def check(document):
        text = document["text"].encode()  # 位置都是 UTF-8 的字节
        begin = text.find(mark)
        while begin >= 0:
            end = begin + len(mark)
            yield {
                "message": "found",
                "span": [begin, end],
                "arguments": {"words": text[begin:end].decode()},
                "fixes": [{"message": "remove", "safe": False, "edits": [{"span": [begin, end], "text": ""}]}],
            }
            begin = text.find(mark, end)

    return check


gouji_rule.run(make)
