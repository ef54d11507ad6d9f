"""configuration_page.py SCHEMA [PAGE]: writes the reference of gouji.toml from its schema, or says where PAGE differs from that."""
import json
import pathlib
import sys

schema = json.loads(pathlib.Path(sys.argv[1]).read_text("utf-8"))
TYPES = {"string": "文字", "integer": "整数", "boolean": "`true` 或 `false`", "object": "表"}


def toml(value):
    return json.dumps(value, ensure_ascii=False)


def kind(key):
    if "enum" in key:
        return "、".join(f"`{toml(word)}`" for word in key["enum"])
    if "const" in key:
        return f"`{toml(key['const'])}`"
    if key.get("type") == "array":
        return "文字的列表"
    return TYPES.get(key.get("type"), "日期")


def cell(words):
    return words.replace("|", "\\|").replace("\n", " ")


def row(name, key):
    default = f"`{cell(toml(key['default']))}`" if "default" in key else ""
    return f"| `{name}` | {kind(key)} | {default} | {cell(key.get('description', ''))} |"


def table(properties, skip=()):
    head = ["| 键 | 值 | 默认 | 意思 |", "|---|---|---|---|"]
    return head + [row(name, key) for name, key in properties.items() if name not in skip]


def page():
    top = schema["properties"]
    rules = top["rules"]["properties"]
    groups = [name for name in rules if "/" not in name]
    out = [
        "# gouji.toml 的每一个键", "",
        "本页由 [gouji.schema.json](gouji.schema.json) 生成；`gouji config --schema` 给出所装 gouji 和规则包的同一份。用法见[放进流水线](ci.md)。", "",
        "一份文件对它所在的文件夹和下面的文件夹有效；离年报最近的一份说了算，不叠加。`--config 文件` 指定用哪一份，加 `--locked` 时年报旁边的一律不用。"
        "文件名样式（如 `乡镇/**`）从 `gouji.toml` 所在的文件夹算起；年报不在那个文件夹下面时，从运行 gouji 的文件夹算起。写错的键、规则和值是错误，指出行列和最接近的写法。", "",
        "## 顶层", "", *table(top, ("rules", "override", "suppress", "convert")), "",
        "## [rules]：规则的级别和选项", "",
        "一条规则写成 `\"wording/typo\" = \"off\"`；还有选项时写成一张表，其中 `level` 是级别：", "",
        "```toml", "[rules]", "privacy = \"error\"                    # 一个插件或规则包的全部规则", "\"wording/typo\" = \"off\"               # 单条规则以单条为准", "",
        "[rules.\"dates/late\"]", "level = \"warning\"", "```", "",
        f"级别是 {kind(rules[next(name for name in rules if '/' in name)]['anyOf'][0])}。整组可用的名称：" + "、".join(f"`{name}`" for name in groups)
        + "。默认关闭的规则要写它自己的名称才启用。", "",
        "有选项的规则：", "",
    ]
    for name, rule in rules.items():
        options = next((one["properties"] for one in rule.get("anyOf", []) if "properties" in one), {})
        flat = {}
        for key, value in options.items():
            if key == "lists":
                flat.update({f"lists.{one}": about for one, about in value["properties"].items()})
            elif key != "level":
                flat[key] = value
        if flat:
            out += [f"### {name}", "", rule["description"], "", *table(flat), ""]
    out += ["其余规则只有级别。`gouji rules` 列出全部规则，`gouji explain 规则` 说明一条。", "",
            "## [[override]]：只对一部分文件", "", "按先后逐个套用，后面的为准。`rules` 同上。", "",
            *table(top["override"]["items"]["properties"], ("rules",)), "",
            "## [convert]：转换别的格式", "", top["convert"]["description"] + "。", "", *table(top["convert"]["properties"]), "",
            "## [[suppress]]：不改的问题", "",
            "`reason` 必写；`rule` 和 `fingerprint` 至少写一个。过了 `expires` 那天就不再有效，没有用到的会提醒删去。", "",
            *table(top["suppress"]["items"]["properties"]), ""]
    return "\n".join(out)


if len(sys.argv) < 3:
    sys.stdout.write(page())
elif pathlib.Path(sys.argv[2]).read_text("utf-8") != page():
    sys.exit(f"{sys.argv[2]} is not what the schema gives; write it anew: {sys.argv[0]} {sys.argv[1]} > {sys.argv[2]}")
