#include "cli/command.hpp"
#include "cli/console.hpp"

namespace gouji {
namespace {

/// A baseline is the SARIF of a run: so `update` is a run that writes one and gates nothing.
int run_baseline(const std::vector<std::string>& words, Language language) {
    for (const std::string& word : words) {
        if (word != "--help" && word != "-h") continue;
        print(baseline_command.help.in(language));
        return exit_clean;
    }
    if (words.size() < 3 || words[0] != "update" || words[1].starts_with("-")) {
        complain({"写法：gouji baseline update 基线.sarif 文件或文件夹…",
                  "write: gouji baseline update FILE.sarif PATH…"},
                 language);
        return exit_failed;
    }
    std::vector<std::string> check{"--format", "sarif", "--output", words[1], "--fail-on", "never"};
    check.insert(check.end(), words.begin() + 2, words.end());
    const int code = check_command.run(check, language);
    if (code == exit_clean) {
        print(language == Language::en
                  ? words[1] + " written; use it with gouji check --baseline " + words[1] + "\n"
                  : "已写入 " + words[1] + "；以后用 gouji check --baseline " + words[1] +
                        " 只看新问题\n");
    }
    return code;
}

}  // namespace

const Command baseline_command{
    "baseline",
    {"记下现有的问题，以后只看新问题", "remember what there is, to gate on what is new"},
    {R"(用法：gouji baseline update 基线.sarif [gouji check 的选项] 文件或文件夹…

把现在的结果记为基线。以后 gouji check --baseline 基线.sarif 只报告新的问题，也只按新的问题
决定返回值；增删行、改章序号、换行方式、移动文件都认得出原来的问题。

例：  gouji baseline update 基线.sarif 各单位年报/
      gouji check --baseline 基线.sarif 各单位年报/
)",
     R"(Usage: gouji baseline update FILE.sarif [options of gouji check] PATH…

Remembers the present findings. gouji check --baseline FILE.sarif then shows and gates on new ones
alone; inserted and deleted lines, renumbered chapters, other line ends and moved files do not
matter.

For example: gouji baseline update base.sarif reports/
             gouji check --baseline base.sarif reports/
)"},
    run_baseline};

}  // namespace gouji
