#include "cli/check_options.hpp"
#include "cli/check_outputs.hpp"
#include "cli/check_run.hpp"
#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/convert_inputs.hpp"

namespace gouji {
namespace {

Result<int> run_check(const Arguments& arguments, Language language, bool whole_or_nothing) {
    if (arguments.paths().empty()) {
        return fail("没有说要检查哪个文件，例如：gouji check 年报.docx",
                    "nothing to check; for example: gouji check report.docx");
    }
    auto inputs = collect_inputs(arguments.paths(), arguments.text("stdin-name"));
    forget_outputs(arguments, inputs);
    GOUJI_TRY(auto found, find_configurations(arguments, inputs));
    GOUJI_TRY(const auto converted, convert_inputs(arguments, found, inputs));
    GOUJI_TRY(const auto installation, load_installation(arguments, found));
    GOUJI_TRY(auto options, read_check_options(arguments, *installation.editions));
    options.language = language;
    options.whole_or_nothing = whole_or_nothing;
    // A run has one gate and one language: the command line's, else the first configuration's.
    for (auto head = found.heads.rbegin(); head != found.heads.rend(); ++head) {
        if (head->fail_on && !arguments.has("fail-on")) options.fail_on = head->fail_on->value;
        if (head->language && !arguments.has("lang"))
            options.language = head->language->value == "en" ? Language::en : Language::zh;
    }
    return check_run(options, installation, found, inputs);
}

}  // namespace

Result<int> update_baseline(const Arguments& arguments, Language language) {
    return run_check(arguments, language, true);
}

namespace {

Result<int> check(const Arguments& arguments, Language language) {
    auto code = run_check(arguments, language, false);
    if (!code) withdraw_results(arguments, language);
    return code;
}

}  // namespace

const Command check_command{
    "check",
    {"检查年报，报告发现的问题", "check reports and list the findings"},
    {R"(用法：gouji check [选项] 文件、文件夹、"通配/**/*.txt"、@清单…      （- 为标准输入）

读 .docx、.docm、.html、.htm、.txt 和 .md；原文件从不改写。--format docx 把问题写成批注，一次一个文件。

例：  gouji check 年报.docx
      gouji check 年报.docx -f docx -o 年报.批注.docx
      gouji check -f sarif -o 结果.sarif -f html -o 结果.html 各单位年报/
)",
     R"(Usage: gouji check [options] FILE|FOLDER|"GLOB/**/*.txt"|@LIST…      (- is standard input)

Reads .docx, .docm, .html, .htm, .txt and .md; originals are never overwritten.
--format docx writes findings as comments, one file at a time.

For example: gouji check report.docx
             gouji check report.docx -f docx -o report.comments.docx
             gouji check -f sarif -o out.sarif -f html -o out.html reports/
)"},
    {R"(返回  0 没有达到门槛的问题；1 有；2 没有检查完整，原因见提示（其余结果照常给出）
)",
     R"(Returns 0: nothing at the gate's level; 1: something; 2: not all was checked, and why
)"},
    add_check_options,
    check};

}  // namespace gouji
