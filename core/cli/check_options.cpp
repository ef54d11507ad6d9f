#include "cli/check_options.hpp"

#include "gouji/base/nearest.hpp"
#include "gouji/output/format.hpp"

#include <algorithm>

#include "cli/console.hpp"

namespace gouji {
namespace {}  // namespace

namespace {

/// The format that a file's name asks for where no --format does.
std::string format_of(const std::string& file) {
    static constexpr std::pair<std::string_view, const char*> endings[] = {
        {".docx", "docx"}, {".docm", "docx"},   {".html", "html"},
        {".htm", "html"},  {".sarif", "sarif"}, {".ndjson", "ndjson"}};
    for (const auto& [ending, format] : endings) {
        if (file.ends_with(ending)) return format;
    }
    return "text";
}

}  // namespace

Result<std::vector<std::pair<std::string, std::string>>> read_outputs(const Arguments& arguments) {
    std::vector<std::string> formats = arguments.texts("format");
    const std::vector<std::string> files = arguments.texts("output");
    if (formats.empty()) formats.push_back(files.empty() ? "text" : format_of(files.front()));
    if (files.size() > formats.size() ||
        (formats.size() > 1 && files.size() + 1 < formats.size())) {
        return fail(
            "--format 与 --output 要成对写：--format sarif --output a.sarif --format text",
            "--format and --output come in pairs: --format sarif --output a.sarif --format text");
    }
    std::vector<std::pair<std::string, std::string>> out;
    for (std::size_t i = 0; i < formats.size(); ++i) {
        const bool file = i < files.size() && files[i] != "-";
        out.emplace_back(formats[i], file ? files[i] : "");
    }
    return out;
}

void add_check_options(Options& options) {
    add_rule_selection(options);
    add_isolation(options);
    options.group({"门槛", "Gate"})
        .choice("fail-on", {"error", "warning", "note", "never"})
        .value("baseline", {"旧结果.sarif", "OLD.sarif"}, {"只看新问题", "new findings alone"})
        .value("diff-base", {"版本", "REV"}, {"只看改过的行", "changed lines alone"})
        .value("max-findings", {"N"});
    add_configuration(options);
    add_report(options);
    options.flag("assume-report", {"看着不像年报也检查", "even if it does not look like one"})
        .flag("allow-non-reports", {"指名的文件可以不是年报", "also when named"})
        .value("previous", {"上年年报", "FOLDER"}, {"逐份对照，可写多次", "of last year"})
        .group({"文件", "Files"})
        .value("encoding", {"编码", "NAME"})
        .value("max-size", {"64M"})
        .value("stdin-name", {"名称", "NAME"}, {"标准输入的文件名", "of standard input"})
        .value("jobs", {"N"}, {"线程数", "threads"})
        .group({"输出", "Output"})
        .choice("format,f", format_names())
        .value("output,o", {"文件", "FILE"},
               {"格式看文件名结尾；可与 --format 成对写多次", "ending, or --format, says how"})
        .flag("force", {"可替换别的文件", "replace any file"})
        .choice("color", {"auto", "always", "never"})
        .flag("quiet,q", {"不显示进度、提示和汇总", "no progress, notices or summary"});
}

Result<CheckOptions> read_check_options(const Arguments& arguments,
                                        const std::vector<Edition>& editions) {
    CheckOptions out;
    GOUJI_TRY(out.outputs, read_outputs(arguments));
    const std::string fail_on = arguments.text("fail-on", "error");
    out.fail_on = fail_on == "error"     ? Level::error
                  : fail_on == "warning" ? Level::warning
                  : fail_on == "note"    ? Level::note
                                         : Level::off;
    auto overrides = read_overrides(arguments, editions);
    if (!overrides) return Failure(overrides.error());
    out.overrides = std::move(*overrides);
    const auto jobs = arguments.number("jobs", 0, 1, 256);
    if (!jobs) return Failure(jobs.error());
    out.run.jobs = static_cast<unsigned>(*jobs);
    if (arguments.has("max-size")) {
        GOUJI_TRY(out.load.max_size, arguments.bytes("max-size", 0));
    }
    out.baseline = arguments.text("baseline");
    out.previous = arguments.texts("previous");
    out.diff_base = arguments.text("diff-base");
    GOUJI_TRY(const auto most, arguments.number("max-findings", UINT64_MAX, 1, UINT64_MAX));
    out.max_findings = most;
    out.load.encoding = arguments.text("encoding");
    out.load.digest = std::any_of(out.outputs.begin(), out.outputs.end(),
                                  [](const auto& output) { return output.first == "sarif"; });
    const std::string color = arguments.text("color", "auto");
    out.color = colors_wanted(color) && (out.outputs.back().second.empty() || color == "always");
    out.quiet = arguments.on("quiet");
    out.force = arguments.on("force");
    out.allow_non_reports = arguments.on("allow-non-reports");
    return out;
}

}  // namespace gouji
