#include "cli/check_options.hpp"
#include "cli/check_run.hpp"
#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/run_command.hpp"

namespace gouji {
namespace {

/// A baseline is the SARIF log of a run: `update` is a run that writes one and gates nothing.
Result<int> baseline(const Arguments& arguments, Language language) {
    const std::vector<std::string>& words = arguments.words();
    if (words.size() < 3 || words[0] != "update" || words[1].starts_with("-")) {
        return fail("写法：gouji baseline update 基线.sarif 文件或文件夹…",
                    "write: gouji baseline update FILE.sarif PATH…");
    }
    const std::string& file = words[1];
    std::vector<std::string> check{"--format", "sarif", "--output", file, "--fail-on", "never"};
    check.insert(check.end(), words.begin() + 2, words.end());
    Command run = check_command;
    run.run = update_baseline;
    const int code = run_command(run, check, language);
    if (code != exit_clean) return code;
    print(language == Language::en
              ? file + " written; use it with gouji check --baseline " + file + "\n"
              : "已写入 " + file + "；以后用 gouji check --baseline " + file + " 只看新问题\n");
    return code;
}

}  // namespace

const Command baseline_command{
    "baseline",
    {"记下现有的问题，以后只看新问题", "store the present findings, to gate on new ones"},
    {R"(用法：gouji baseline update 基线.sarif [选项] 文件或文件夹…

把现在的结果记为基线。以后 gouji check --baseline 基线.sarif 只报告新的问题，也只按新的问题
决定返回值；增删行、改章序号、换行方式、移动文件都认得出原来的问题。选项同 gouji check。
)",
     R"(Usage: gouji baseline update FILE.sarif [options] PATH…

Stores the present findings. gouji check --baseline FILE.sarif then shows and gates on new ones
alone; inserted and deleted lines, renumbered chapters, other line ends and moved files do not
matter. The options are those of gouji check.
)"},
    {R"(例：  gouji baseline update 基线.sarif 各单位年报/
      gouji check --baseline 基线.sarif 各单位年报/
)",
     R"(For example: gouji baseline update base.sarif reports/
             gouji check --baseline base.sarif reports/
)"},
    add_check_options,
    baseline};

}  // namespace gouji
