#include "gouji/report/baseline_reader.hpp"
#include "gouji/report/checkout.hpp"
#include "gouji/report/format.hpp"
#include "gouji/report/output.hpp"
#include "gouji/report/uri.hpp"

#include <csignal>

#include "app/arguments.hpp"
#include "app/changed_lines.hpp"
#include "app/command.hpp"
#include "app/console.hpp"
#include "app/installation.hpp"
#include "app/progress.hpp"
#include "app/regimes.hpp"

namespace gouji {
namespace {

namespace po = boost::program_options;

std::atomic<bool> interrupted{false};

extern "C" void interrupt(int signal_number) {
    interrupted.store(true);
    std::signal(signal_number, SIG_DFL);  // the second time ends it at once
}

po::options_description options() {
    po::options_description out;
    add_values(out,
               {"paths",    "format",     "output",    "fail-on",     "select",       "ignore",
                "edition",  "year",       "jobs",      "lang",        "color",        "encoding",
                "max-size", "stdin-name", "isolate",   "time-limit",  "memory-limit", "config",
                "pack",     "baseline",   "diff-base", "max-findings"});
    add_switches(out, {"help", "quiet", "assume-report", "no-config", "trust"});
    add_rule_sources(out);
    return out;
}

/// What the command line asks for, once it makes sense.
struct Wanted {
    Overrides overrides;
    LoadOptions load;
    RunOptions run;
    Level fail_on = Level::error;
    std::vector<std::pair<std::string, std::string>> outputs;  ///< format and file
    std::string baseline;
    std::string diff_base;
    std::uint64_t max_findings = UINT64_MAX;
    std::string isolate = "auto";
    bool color = false;
    bool quiet = false;
};

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
                option + " wants bytes or a size like 64M, not '" + words + "'");
}

Result<void> read_outputs(const Arguments& arguments, Wanted& wanted) {
    std::vector<std::string> formats = arguments.texts("format");
    const std::vector<std::string> files = arguments.texts("output");
    if (formats.empty()) formats.emplace_back("text");
    const std::vector<std::string> known = format_names();
    for (const std::string& format : formats) {
        if (std::find(known.begin(), known.end(), format) == known.end()) {
            std::string all;
            for (const std::string& name : known) all += (all.empty() ? "" : ", ") + name;
            return fail("--format 不能是“" + format + "”，可用：" + all,
                        "--format cannot be '" + format + "'; choose from " + all);
        }
    }
    if (files.size() > formats.size() ||
        (formats.size() > 1 && files.size() + 1 < formats.size())) {
        return fail(
            "--format 与 --output 要成对写：--format sarif --output a.sarif --format text",
            "--format and --output come in pairs: --format sarif --output a.sarif --format text");
    }
    for (std::size_t i = 0; i < formats.size(); ++i) {
        wanted.outputs.emplace_back(formats[i], i < files.size() ? files[i] : "");
    }
    return {};
}

Result<Wanted> read(const Arguments& arguments, const std::vector<Edition>& editions) {
    Wanted out;
    if (auto done = read_outputs(arguments, out); !done) return Failure(done.error());
    const auto fail_on =
        arguments.one_of("fail-on", "error", {"error", "warning", "note", "never"});
    if (!fail_on) return Failure(fail_on.error());
    out.fail_on = *fail_on == "error"     ? Level::error
                  : *fail_on == "warning" ? Level::warning
                  : *fail_on == "note"    ? Level::note
                                          : Level::off;
    std::vector<std::string> known{"auto"};
    for (const Edition& edition : editions) known.push_back(edition.id);
    const auto edition = arguments.one_of("edition", "auto", known);
    if (!edition) return Failure(edition.error());
    if (*edition != "auto") out.overrides.glean.edition = *edition;
    const auto year = arguments.number("year", 0, 1990, 2100);
    if (!year) return Failure(year.error());
    out.overrides.glean.year = static_cast<std::int32_t>(*year);
    out.overrides.glean.assume_report = arguments.on("assume-report");
    const auto jobs = arguments.number("jobs", 0, 1, 256);
    if (!jobs) return Failure(jobs.error());
    out.run.jobs = static_cast<unsigned>(*jobs);
    if (arguments.has("max-size")) {
        const auto size = size_in_bytes(arguments.text("max-size"), "--max-size");
        if (!size) return Failure(size.error());
        out.load.max_size = *size;
    }
    const auto isolate = arguments.one_of("isolate", "auto", {"auto", "on", "off"});
    if (!isolate) return Failure(isolate.error());
    out.isolate = *isolate;
    const auto milliseconds = arguments.number("time-limit", 10'000, 1, 3'600'000);
    if (!milliseconds) return Failure(milliseconds.error());
    out.run.limits.milliseconds = static_cast<std::uint32_t>(*milliseconds);
    const auto memory = size_in_bytes(
        arguments.has("memory-limit") ? arguments.text("memory-limit") : "1G", "--memory-limit");
    if (!memory) return Failure(memory.error());
    out.run.limits.memory_bytes = *memory;
    out.overrides.packs = arguments.list("pack");
    out.baseline = arguments.text("baseline");
    out.diff_base = arguments.text("diff-base");
    const auto most = arguments.number("max-findings", UINT64_MAX, 1, UINT64_MAX);
    if (!most) return Failure(most.error());
    out.max_findings = *most;
    out.load.encoding = arguments.text("encoding");
    out.load.digest = std::any_of(out.outputs.begin(), out.outputs.end(),
                                  [](const auto& output) { return output.first == "sarif"; });
    const auto color = arguments.one_of("color", "auto", {"auto", "always", "never"});
    if (!color) return Failure(color.error());
    const auto lang = arguments.one_of("lang", "zh", {"zh", "en"});
    if (!lang) return Failure(lang.error());
    out.overrides.selection = {arguments.list("select"), arguments.list("ignore")};
    out.color = colors_wanted(*color) && (out.outputs.back().second.empty() || *color == "always");
    out.quiet = arguments.on("quiet");
    return out;
}

/// A notice as one line on standard error.
void say(const Notice& notice, std::span<const Input> inputs, std::span<const Rule> rules,
         bool english) {
    std::string head;
    if (notice.file) head += inputs[*notice.file].name + (english ? ": " : "：");
    if (notice.rule) {
        const std::string& id = rules[*notice.rule].page.id;
        head += english ? "rule " + id + ": " : "规则 " + id + "：";
    }
    complain({head + notice.what.in(false), head + notice.what.in(true)}, english);
}

struct Sinks {
    std::vector<std::unique_ptr<Format>> formats;
    std::vector<Output> outputs;
};

Result<Sinks> open(const Wanted& wanted, const RunView& view) {
    Sinks out;
    for (const auto& [format, file] : wanted.outputs) {
        auto output = Output::open(file);
        if (!output) return Failure(output.error());
        out.outputs.push_back(std::move(*output));
        out.formats.push_back(make_format(format, view));
    }
    return out;
}

std::vector<Notice> notices_before(const Catalogue& catalogue, const Regimes& regimes,
                                   const Configurations& found) {
    std::vector<Notice> out;
    for (const auto* errors : {&found.refused}) {
        for (const Error& error : *errors)
            out.push_back({Notice::Kind::refused, error, std::nullopt, std::nullopt});
    }
    for (const Error& error : catalogue.refused()) {
        out.push_back({Notice::Kind::refused, error, std::nullopt, std::nullopt});
    }
    for (const Suppression& one : regimes.suppressions) {
        if (one.expires.empty() || one.expires >= utc_now().substr(0, 10)) continue;
        out.push_back({Notice::Kind::suppression,
                       {one.place + "：这条登记已于 " + one.expires + " 到期，不再有效",
                        one.place + ": this suppression expired on " + one.expires},
                       std::nullopt,
                       std::nullopt});
    }
    for (const Regime& regime : regimes.regimes) {
        for (const RuleFailure& failure : regime.checkers->failed()) {
            out.push_back({Notice::Kind::rule_failed, failure.reason, std::nullopt, failure.rule});
        }
    }
    return out;
}

/// Suppressions that covered nothing: what they were for is mended, or they are misspelt.
std::vector<Notice> unused(const Regimes& regimes, const std::vector<bool>& used) {
    std::vector<Notice> out;
    const std::string today = utc_now().substr(0, 10);
    for (std::size_t i = 0; i < used.size(); ++i) {
        const Suppression& one = regimes.suppressions[i];
        if (used[i] || (!one.expires.empty() && one.expires < today)) continue;
        out.push_back({Notice::Kind::suppression,
                       {one.place + "：这条登记没有用到，可以删去",
                        one.place + ": this suppression covered nothing and can go"},
                       std::nullopt,
                       std::nullopt});
    }
    return out;
}

/// By itself where results go to machines and somebody else's code takes part.
bool isolation_wanted(const Wanted& wanted, const Catalogue& catalogue) {
    if (wanted.isolate != "auto") return wanted.isolate == "on";
    const auto components = catalogue.components();
    const bool foreign = std::any_of(components.begin(), components.end(),
                                     [](const Component& c) { return c.foreign; });
    return foreign && std::any_of(wanted.outputs.begin(), wanted.outputs.end(),
                                  [](const auto& o) { return o.first != "text"; });
}

/// What the run is held against: an earlier run, and the lines that changed.
struct Past {
    std::optional<Baseline> baseline;
};

Result<Past> read_past(const Wanted& wanted, std::span<const Input> inputs, Regimes& regimes) {
    Past out;
    const std::string base = result_base();
    std::vector<std::string> uris;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        regimes.inputs[i].uri = result_uri(inputs[i], base);
        uris.push_back(regimes.inputs[i].uri);
    }
    if (!wanted.baseline.empty()) {
        auto entries = read_baseline(wanted.baseline);
        if (!entries) return Failure(entries.error());
        out.baseline.emplace(std::move(*entries), uris);
    }
    if (!wanted.diff_base.empty()) {
        auto changed = changed_lines(wanted.diff_base, inputs);
        if (!changed) return Failure(changed.error());
        for (std::size_t i = 0; i < inputs.size(); ++i)
            regimes.inputs[i].lines = std::move((*changed)[i]);
    }
    return out;
}

int work(const Wanted& wanted, const Installation& installation, const Configurations& found,
         std::span<const Input> inputs, bool english) {
    const auto rules = installation.catalogue.rules();
    auto regimes = make_regimes(installation, found, wanted.overrides, inputs);
    if (!regimes) {
        complain(regimes.error(), english);
        return exit_failed;
    }
    const auto past = read_past(wanted, inputs, *regimes);
    if (!past) {
        complain(past.error(), english);
        return exit_failed;
    }
    const Setup setup{*installation.lexicon, installation.catalogue,
                      regimes->regimes,      regimes->inputs,
                      wanted.load,           past->baseline ? &*past->baseline : nullptr};
    RunView view{setup,
                 inputs,
                 notices_before(installation.catalogue, *regimes, found),
                 regimes->suppressions,
                 utc_now(),
                 english,
                 wanted.color,
                 wanted.quiet};
    auto sinks = open(wanted, view);
    if (!sinks) {
        complain(sinks.error(), english);
        return exit_failed;
    }
    bool failed = std::any_of(view.notices.begin(), view.notices.end(),
                              [](const Notice& notice) { return notice.fatal(); });
    std::vector<bool> used(regimes->suppressions.size());
    std::atomic<bool> stop{false};
    Progress progress(inputs.size(), wanted.quiet, english);
    for (const Notice& notice : view.notices) say(notice, inputs, rules, english);
    for (std::size_t i = 0; i < sinks->formats.size(); ++i)
        sinks->outputs[i].write(sinks->formats[i]->begin());

    Ending ending;
    ending.files = inputs.size();
    const auto render = [&](const Examined& examined, std::uint32_t file) {
        std::vector<std::string> out;
        for (const auto& format : sinks->formats) out.push_back(format->render(examined, file));
        return out;
    };
    const auto deliver = [&](Delivery&& delivery) {
        if (stop.load()) return;
        ending.tally.add(delivery.tally);
        for (const std::uint32_t one : delivery.used) used[one] = true;
        progress.at(delivery.file);
        if (delivery.source) ++ending.reports;
        for (const Notice& notice : delivery.notices) {
            failed = failed || notice.fatal();
            if (notice.kind == Notice::Kind::no_report) --ending.reports;
            if (notice.fatal() || !wanted.quiet) say(notice, inputs, rules, english);
        }
        delivery.rendered.resize(sinks->formats.size());
        for (std::size_t i = 0; i < sinks->formats.size(); ++i) {
            sinks->outputs[i].write(
                sinks->formats[i]->deliver(delivery, std::move(delivery.rendered[i])));
        }
        if (ending.tally.total() >= wanted.max_findings || interrupted.load()) stop.store(true);
    };
    std::signal(SIGINT, interrupt);
    RunOptions run_options = wanted.run;
    run_options.stop = &stop;
    run_options.isolate = isolation_wanted(wanted, installation.catalogue);
    run(inputs, setup, run_options, render, deliver);

    progress.done();
    ending.interrupted = interrupted.load();
    ending.capped = !ending.interrupted && stop.load();
    if (ending.capped) {
        const std::string most = std::to_string(wanted.max_findings);
        complain({"已达到 --max-findings " + most + "，后面的报告没有检查",
                  "--max-findings " + most + " reached; later reports were not checked"},
                 english);
    }
    if (!ending.interrupted && !ending.capped) ending.notices = unused(*regimes, used);
    for (const Notice& notice : ending.notices) {
        if (!wanted.quiet) say(notice, inputs, rules, english);
    }
    if (ending.interrupted) {
        complain({"检查被中断，已写出此前的结果", "interrupted; the results so far are written"},
                 english);
    }
    failed = failed || ending.interrupted;
    ending.exit_code = failed                                      ? exit_failed
                       : ending.tally.at_least(wanted.fail_on) > 0 ? exit_found
                                                                   : exit_clean;
    ending.ended = utc_now();
    for (std::size_t i = 0; i < sinks->formats.size(); ++i) {
        sinks->outputs[i].write(sinks->formats[i]->end(ending));
        if (auto done = sinks->outputs[i].commit(); !done) {
            complain(done.error(), english);
            ending.exit_code = exit_failed;
        }
    }
    return ending.exit_code;
}

int run_check(const std::vector<std::string>& words, bool english) {
    const auto arguments = Arguments::parse(words, options());
    if (!arguments) {
        complain(arguments.error(), english);
        return exit_failed;
    }
    if (arguments->on("help")) {
        print(check_command.help.in(english));
        return exit_clean;
    }
    if (arguments->paths().empty()) {
        complain({"没有说要检查哪个文件，例如：gouji check 年报.txt",
                  "nothing to check; for example: gouji check report.txt"},
                 english);
        return exit_failed;
    }
    auto inputs = collect_inputs(arguments->paths(), arguments->text("stdin-name"));
    const auto found = find_configurations(*arguments, inputs);
    if (!found) {
        complain(found.error(), english);
        return exit_failed;
    }
    std::vector<std::string> packs = found->packs;
    for (const std::string& name : arguments->list("pack")) packs.push_back(pack_folder(name, "."));
    const auto installation = load_installation(*arguments, found->plugins, packs);
    if (!installation) {
        complain(installation.error(), english);
        return exit_failed;
    }
    auto wanted = read(*arguments, *installation->editions);
    if (!wanted) {
        complain(wanted.error(), english);
        return exit_failed;
    }
    // A run has one gate and one language: the command line's, else the first configuration's.
    for (auto head = found->heads.rbegin(); head != found->heads.rend(); ++head) {
        if (head->fail_on && !arguments->has("fail-on")) wanted->fail_on = head->fail_on->value;
        if (head->language && !arguments->has("lang")) english = head->language->value == "en";
    }
    return work(*wanted, *installation, *found, inputs, english);
}

}  // namespace

const Command check_command{
    "check",
    {"检查年报，报告发现的问题", "check reports and say what was found"},
    {R"(用法：gouji check [选项] 文件、文件夹、"通配/**/*.txt"、@清单…      （- 为标准输入）

例：  gouji check 年报.txt
      gouji check --format sarif --output 结果.sarif --format html --output 结果.html 各单位年报/

输出  --format text|sarif|html|github|gitlab|junit|checkstyle|ndjson   可与 --output 成对写多次
      --output 文件（写完才替换旧文件）   --color auto|always|never   --quiet   --lang zh|en
规则  --select 规则,插件   --ignore 规则,插件   --pack 地区包或文件夹
      --plugin 文件   --plugin-path 文件夹   --isolate auto|on|off   --time-limit 毫秒
      --memory-limit 1G（隔离时每份报告的上限）
门槛  --fail-on error|warning|note|never   --baseline 旧结果.sarif（只看新问题）
      --diff-base 版本（只看改过的行）   --max-findings N
配置  --config 文件   --no-config   --trust（允许配置载入插件）      默认用最近的 gouji.toml
年报  --edition auto|2019|2021   --year 年份   --assume-report（看着不像年报也检查）
文件  --encoding 编码   --max-size 64M   --stdin-name 名称   --jobs N

返回  0 没有达到门槛的问题；1 有；2 有文件、插件、规则或配置出错（其余结果照常给出）
)",
     R"(Usage: gouji check [options] FILE|FOLDER|"GLOB/**/*.txt"|@LIST…      (- is standard input)

For example: gouji check report.txt
             gouji check --format sarif --output out.sarif --format html --output out.html reports/

Output   --format text|sarif|html|github|gitlab|junit|checkstyle|ndjson   in pairs with --output
         --output FILE (replaced when complete)   --color auto|always|never   --quiet   --lang zh|en
Rules    --select RULE,PLUGIN   --ignore RULE,PLUGIN   --pack REGION|FOLDER
         --plugin FILE   --plugin-path DIR   --isolate auto|on|off   --time-limit MS
         --memory-limit 1G (for one report, when isolated)
Gate     --fail-on error|warning|note|never   --baseline OLD.sarif (new findings alone)
         --diff-base REV (changed lines alone)   --max-findings N
Config   --config FILE   --no-config   --trust (let it load plugins)     default: nearest gouji.toml
Report   --edition auto|2019|2021   --year N   --assume-report
Files    --encoding NAME   --max-size 64M   --stdin-name NAME   --jobs N

Returns 0: nothing at the gate's level; 1: something; 2: a file, plugin, rule or configuration
failed (everything else is still written)
)"},
    run_check};

}  // namespace gouji
