#include "gouji/engine/file.hpp"
#include "gouji/engine/file_reports.hpp"
#include "gouji/json/report_json.hpp"
#include "gouji/semantic/analyze.hpp"

#include <algorithm>

#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/convert_inputs.hpp"
#include "cli/installation.hpp"
#include "cli/model.hpp"

namespace gouji {
namespace {

void add_options(Options& options) {
    options.choice("format,f", {"text", "json"})
        .flag("schema", {"输出 JSON 的 JSON Schema", "write the JSON Schema of the JSON"})
        .value("encoding", {"编码", "NAME"})
        .value("stdin-name", {"名称", "NAME"}, {"标准输入的文件名", "of standard input"});
    add_report(options);
}

/// Prints the reports of one file, one after the other.
Result<void> show(const Input& input, const Arguments& arguments, const Lexicon& lexicon, bool json,
                  Language language) {
    std::vector<std::string> known{"auto"};
    for (const Edition& edition : lexicon.editions()) known.push_back(edition.id);
    GOUJI_TRY(const auto edition, arguments.one_of("edition", "auto", known));
    GOUJI_TRY(const auto year, arguments.number("year", 0, 1990, 2100));
    LoadOptions load;
    load.encoding = arguments.text("encoding");
    load.lexicon = &lexicon;
    const auto file = File::load(input, load);
    if (!file) {
        return fail(input.name + "：" + file.error().zh, input.name + ": " + file.error().en);
    }
    const auto end = static_cast<std::uint32_t>((*file)->text().view().size());
    for (std::uint32_t at = 0; at < end;) {
        const Span extent = next_report(**file, at, lexicon);
        const Document document = parse_report(**file, extent, lexicon);
        const SemanticModel model =
            analyze(document, lexicon,
                    {edition == "auto" ? "" : edition, static_cast<std::int32_t>(year), false});
        print(
            json ? report_json(document, model, (*file)->lines(), lexicon.editions(), JsonFor::user)
                 : model_text(document, model, language));
        at = extent.end;
    }
    if (const std::uint32_t headers = (*file)->headers(); headers > 0 && !json) {
        const std::string count = std::to_string(headers);
        print(language == Language::en ? "\nNot checked: " + count + " headers and footers\n"
                                       : "\n未检查：页眉、页脚 " + count + " 处\n");
    }
    return {};
}

Result<int> show_models(const Arguments& arguments, Language language) {
    if (arguments.on("schema")) {
        print(report_json_schema());
        return exit_clean;
    }
    if (arguments.paths().empty()) {
        return fail("要看哪个文件？例如：gouji model 年报.txt",
                    "which file? for example: gouji model report.txt");
    }
    GOUJI_TRY(const auto editions, installed_editions());
    const Lexicon lexicon(editions);
    int code = exit_clean;
    auto inputs = collect_inputs(arguments.paths(), arguments.text("stdin-name"));
    Configurations none;  // no file's configuration holds here
    GOUJI_TRY(const auto converted, convert_inputs(arguments, none, inputs));
    for (const Input& input : inputs) {
        if (input.skipped) continue;
        if (auto done =
                show(input, arguments, lexicon, arguments.text("format") == "json", language);
            !done) {
            complain(done.error(), language);
            code = exit_failed;
        }
    }
    return code;
}

}  // namespace

const Command model_command{"model",
                            {"显示从年报里读出了什么：机关、年份、章节、三张表",
                             "show what was read: agency, year, chapters, forms"},
                            {R"(用法：gouji model [选项] 文件…

显示程序从年报里读出的机关、年份、格式版本、统计期、各章和三张表的每一格。检查结果出人意料时，
先看这里。
)",
                             R"(Usage: gouji model [options] FILE…

Shows what was read from a report: agency, year, edition, period, chapters and every field of the
three forms. The first place to look when a finding surprises.
)"},
                            {R"(例：  gouji model 年报.txt
      gouji model 年报.txt --format json
)",
                             R"(For example: gouji model report.txt
             gouji model report.txt --format json
)"},
                            add_options,
                            show_models};

}  // namespace gouji
