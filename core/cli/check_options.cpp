#include "cli/check_options.hpp"

#include "gouji/base/nearest.hpp"
#include "gouji/output/format.hpp"

#include <algorithm>

#include "cli/console.hpp"

namespace gouji {
namespace {

Result<std::uint64_t> size_in_bytes(const std::string& words, const std::string& option) {
    std::size_t digits = 0;
    std::uint64_t value = 0;
    while (digits < words.size() && words[digits] >= '0' && words[digits] <= '9' &&
           value < (1ULL << 32U)) {
        value = value * 10 + static_cast<std::uint64_t>(words[digits++] - '0');
    }
    const std::string unit = words.substr(digits);
    const bool known = unit.empty() || unit == "K" || unit == "M" || unit == "G" || unit == "KiB" ||
                       unit == "MiB" || unit == "GiB";
    constexpr std::uint64_t most = 0xFFFF'FFFFU;  // offsets have 32 bits
    if (known && digits > 0) {
        const unsigned shift = unit.empty()     ? 0U
                               : unit[0] == 'K' ? 10U
                               : unit[0] == 'M' ? 20U
                                                : 30U;
        if (value > 0 && value <= (most >> shift)) return value << shift;
        if (value > 0) return most;
    }
    return fail(option + " 应写作字节数或 64M 这样的大小，不能是“" + words + "”",
                option + " expects bytes or a size like 64M, not '" + words + "'");
}

}  // namespace

Result<std::vector<std::pair<std::string, std::string>>> read_outputs(const Arguments& arguments) {
    std::vector<std::string> formats = arguments.texts("format");
    const std::vector<std::string> files = arguments.texts("output");
    if (formats.empty()) formats.emplace_back("text");
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
    options.choice("isolate", {"auto", "on", "off"})
        .value("time-limit", {"毫秒", "MS"}, {"每份报告", "for one report"})
        .value("memory-limit", {"1G"}, {"隔离时每份报告的上限", "for one report, when isolated"})
        .group({"门槛", "Gate"})
        .choice("fail-on", {"error", "warning", "note", "never"})
        .value("baseline", {"旧结果.sarif", "OLD.sarif"}, {"只看新问题", "new findings alone"})
        .value("diff-base", {"版本", "REV"}, {"只看改过的行", "changed lines alone"})
        .value("max-findings", {"N"});
    add_configuration(options);
    add_report(options);
    options.flag("assume-report", {"看着不像年报也检查", "even if it does not look like one"})
        .flag("allow-non-reports", {"指名的文件可以不是年报", "also when named"})
        .group({"文件", "Files"})
        .value("encoding", {"编码", "NAME"})
        .value("max-size", {"64M"})
        .value("stdin-name", {"名称", "NAME"}, {"标准输入的文件名", "of standard input"})
        .value("jobs", {"N"}, {"线程数", "threads"})
        .group({"输出", "Output"})
        .choice("format,f", format_names())
        .value("output,o", {"文件", "FILE"},
               {"与 --format 成对，可写多次；写完才替换旧文件", "one for each --format"})
        .flag("force", {"可替换别的文件", "replace any file"})
        .choice("color", {"auto", "always", "never"})
        .flag("quiet,q", {"不显示进度、提示和汇总", "no progress, notices or summary"});
}

bool isolate_external(const Arguments& arguments) {
    const std::string isolate = arguments.text("isolate", "auto");
    const auto formats = arguments.texts("format");
    return isolate == "on" ||
           (isolate == "auto" && std::any_of(formats.begin(), formats.end(),
                                             [](const auto& one) { return one != "text"; }));
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
        GOUJI_TRY(const auto size, size_in_bytes(arguments.text("max-size"), "--max-size"));
        out.load.max_size = size;
    }
    const std::string isolate = arguments.text("isolate", "auto");
    out.isolate = isolate == "on";
    out.isolate_external = isolate_external(arguments);
    const auto milliseconds = arguments.number("time-limit", 10'000, 1, 3'600'000);
    if (!milliseconds) return Failure(milliseconds.error());
    out.run.limits.milliseconds = static_cast<std::uint32_t>(*milliseconds);
    GOUJI_TRY(const auto memory,
              size_in_bytes(arguments.has("memory-limit") ? arguments.text("memory-limit") : "1G",
                            "--memory-limit"));
    out.run.limits.memory_bytes = memory;
    out.baseline = arguments.text("baseline");
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
