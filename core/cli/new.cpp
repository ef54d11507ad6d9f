#include "gouji/base/nearest.hpp"
#include "gouji/base/small_file.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <utility>

#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/scaffold.hpp"

namespace gouji {
namespace {

namespace fs = std::filesystem;
void add_options(Options& options) { options.value("kind", {"种类", "KIND"}); }

/// What a new rule goes into, told by what lies in the folder.
struct Home {
    bool pack = false;
    std::string owner;
    std::string list;  ///< a plugin's CMakeLists.txt
};

/// The word behind `before` in a text, up to one of `stops`.
std::string word_behind(const std::string& text, std::string_view before, const char* stops) {
    const std::size_t at = text.find(before);
    if (at == std::string::npos) return {};
    const std::size_t begin = text.find_first_not_of(" \t\r\n\"=", at + before.size());
    const std::size_t end = std::min(text.find_first_of(stops, begin), text.size());
    return begin == std::string::npos ? "" : text.substr(begin, end - begin);
}

Result<Home> home() {
    std::error_code error;
    if (fs::exists("pack.toml", error)) {
        // The first key that is `id`; comments and other keys do not begin a line with it.
        GOUJI_TRY(const auto pack, read_small_file("pack.toml"));
        const std::string owner = word_behind("\n" + pack, "\nid", "\"\n");
        if (!owner.empty()) return Home{true, owner, {}};
        return fail("pack.toml 里没有 id", "pack.toml has no id");
    }
    if (fs::exists("CMakeLists.txt", error)) {
        GOUJI_TRY(auto list, read_small_file("CMakeLists.txt"));
        Home out{false, {}, std::move(list)};
        out.owner = word_behind(out.list, "gouji_add_plugin(", " \t\r\n)");
        if (!out.owner.empty()) return out;
    }
    return fail(
        "这里不是插件也不是规则包的文件夹（没有 pack.toml，也没有写着 gouji_add_plugin 的 "
        "CMakeLists.txt）；先 gouji new plugin 名称 或 gouji new pack 名称，再进入那个文件夹",
        "this folder is neither a plugin nor a pack (no pack.toml, no CMakeLists.txt with "
        "gouji_add_plugin); run gouji new plugin NAME or gouji new pack NAME and go there");
}

/// A plugin's CMakeLists.txt with one more stem behind RULES.
Result<std::string> listed(const std::string& list, const std::string& stem) {
    const std::size_t call = list.find("gouji_add_plugin(");
    const std::size_t rules = list.find("RULES", call);
    const std::size_t end = list.find(')', call);
    if (rules == std::string::npos || rules > end) {
        return fail("CMakeLists.txt 的 gouji_add_plugin 里没有 RULES",
                    "CMakeLists.txt: gouji_add_plugin has no RULES");
    }
    std::size_t last = std::min(list.find("SOURCES", rules), end);
    while (last > rules && std::string_view(" \t\r\n").find(list[last - 1]) != std::string::npos)
        --last;
    std::string out = list;
    out.insert(last, "\n        " + stem);
    return out;
}

Result<std::vector<std::string>> new_rule(const std::string& name, const std::string& kind) {
    GOUJI_TRY(const auto where, home());
    GOUJI_TRY(const auto names, Names::of(where.owner, name));
    if (where.pack) return start("rule/" + (kind.empty() ? "term" : kind), ".", names);
    if (!kind.empty()) {
        return fail("插件里的规则是 C++ 代码，不用 --kind", "a plugin's rule is code; no --kind");
    }
    GOUJI_TRY(const auto list, listed(where.list, names.stem));
    auto written = start("rule/native", ".", names);
    if (!written) return written;
    std::ofstream out("CMakeLists.txt", std::ios::binary | std::ios::trunc);
    if (!(out << list << std::flush)) {
        return fail("CMakeLists.txt：写不进去", "CMakeLists.txt: cannot be written");
    }
    written->push_back("CMakeLists.txt");
    return written;
}

Result<std::vector<std::string>> new_folder(bool pack, const std::string& name,
                                            const std::string& kind) {
    GOUJI_TRY(const auto first, Names::of(name, pack ? "phrases" : "unverified"));
    std::error_code error;
    if (fs::exists(name, error)) {
        return fail(name + "：已经有了，不覆盖", name + ": is there already and is not touched");
    }
    auto written = start(pack ? "pack" : "plugin", name, first);
    if (!written) return written;
    const std::string page = !pack ? "rule/native" : "rule/" + (kind.empty() ? "term" : kind);
    auto rule = start(page, name, first);
    if (!rule) return rule;
    written->insert(written->end(), rule->begin(), rule->end());
    if (pack) return written;
    const fs::path list = fs::path(name) / "CMakeLists.txt";
    GOUJI_TRY(const auto before, read_small_file(list));
    GOUJI_TRY(const auto text, listed(before, first.stem));
    std::ofstream(list, std::ios::binary | std::ios::trunc) << text;
    return written;
}

void say_next(const std::string& what, const std::string& name, bool program, Language language) {
    const std::string trust = program ? "--trust " : "";
    if (what == "plugin") {
        print((pick(language, "\n接着：\n", "\nNow:\n")) + std::string("  cmake -S ") + name +
              " -B " + name + "/build -DCMAKE_PREFIX_PATH=" + install_prefix() +
              "\n  cmake --build " + name + "/build\n  gouji test " + name + "/build/" + name +
              ".gouji\n");
    } else if (what == "pack") {
        print((pick(language, "\n接着：\n  gouji test ", "\nNow:\n  gouji test ")) + trust + name +
              "\n");
    } else if (program) {
        print(pick(language,
                   "\n改好以后用 gouji test --trust . 跑一遍例子：规则是程序，确信安全才运行。\n",
                   "\nEdit them, then run gouji test --trust . again: the rule is a program, which "
                   "runs only when you trust it.\n"));
    } else {
        print(pick(language, "\n改好以后用 gouji test 跑一遍例子。\n",
                   "\nEdit them, then run gouji test again.\n"));
    }
}

Result<int> create(const Arguments& arguments, Language language) {
    const std::vector<std::string> paths = arguments.paths();
    const std::vector<std::string> things{"plugin", "pack", "rule"};
    const std::string kind = arguments.text("kind");
    if (paths.size() != 2) {
        return fail("写作 gouji new plugin|pack|rule 名称，例如 gouji new pack linze",
                    "write gouji new plugin|pack|rule NAME; for example gouji new pack linze");
    }
    if (std::find(things.begin(), things.end(), paths[0]) == things.end()) {
        const Localized near = did_you_mean(paths[0], things);
        return fail("不会新建“" + paths[0] + "”，可用：plugin、pack、rule" + near.zh,
                    "cannot make '" + paths[0] + "'; there are plugin, pack, rule" + near.en);
    }
    GOUJI_TRY(const auto written, paths[0] == "rule"
                                      ? new_rule(paths[1], kind)
                                      : new_folder(paths[0] == "pack", paths[1], kind));
    for (const std::string& file : written) print(file + "\n");
    say_next(paths[0], paths[1], kind == "external", language);
    return exit_clean;
}

}  // namespace

const Command new_command{
    "new",
    {"新建插件、规则包或规则", "start a plugin, a pack or a rule"},
    {R"(用法：gouji new plugin 名称
      gouji new pack 名称 [--kind 种类]
      gouji new rule 名称 [--kind 种类]      （在插件或规则包的文件夹里）

写出一个完整的起点：能编译，例子都能通过。已有的文件从不覆盖。名称用小写字母、数字和连字符。

规则包里的规则不用编程，种类有：
  term 用词（默认）  pattern 正则表达式  presence 必须提到  length 字数  headings 小标题
  deadline 落款期限  cell 单元格写法     equation 等式          requirement 应当成立的条件
要自己判断的写成程序（Python，只用标准库）：external
)",
     R"(Usage: gouji new plugin NAME
       gouji new pack NAME [--kind KIND]
       gouji new rule NAME [--kind KIND]      (inside a plugin's or pack's folder)

Writes a complete start that builds and whose examples hold. Never overwrites a file. Names have
lower-case letters, digits and hyphens.

Rules of a pack need no code. Kinds: term (default), pattern, presence, length, headings,
deadline, cell, equation, requirement. What needs code can be a program (Python): external
)"},
    {R"(例：  gouji new pack linze && cd linze && gouji new rule deadline --kind deadline

返回  0 写好了；2 没有写
)",
     R"(For example: gouji new pack linze && cd linze && gouji new rule deadline --kind deadline

Returns 0: written; 2: not
)"},
    add_options,
    create};

}  // namespace gouji
