#include "gouji/base/system_error.hpp"
#include "gouji/corpus/facts_table.hpp"
#include "gouji/engine/run.hpp"
#include "gouji/output/words.hpp"

#include <algorithm>
#include <atomic>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <set>

#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/installation.hpp"
#include "cli/notices.hpp"
#include "cli/progress.hpp"

namespace gouji {
namespace {

namespace fs = std::filesystem;

std::atomic<bool> interrupted{false};

extern "C" void interrupt_facts(int signal_number) {
    interrupted.store(true);
    std::signal(signal_number, SIG_DFL);
}

void add_options(Options& options) {
    options
        .value("output,o", {"文件", "FILE"},
               {"写到 .ndjson、.csv、.sqlite 或 .xlsx，不写为标准输出",
                "an .ndjson, .csv, .sqlite or .xlsx; standard output without"})
        .flag("force", {"可以覆盖已有的文件", "the file may exist already"})
        .value("jobs", {"数目", "N"}, {"同时处理几份", "reports at once"})
        .value("encoding", {"编码", "NAME"});
    add_report(options);
}

bool is_shard(const std::string& path) { return fs::path(path).extension() == ".ndjson"; }

/// What became of the inputs.
struct Count {
    std::uint64_t reports = 0;
    std::uint64_t others = 0;               ///< that are no reports
    std::uint64_t unreadable = 0;           ///< that should have been read
    std::vector<std::string> skipped = {};  ///< files of other kinds in a folder
};

/// The reports below some paths, one row each.
class Extraction {
public:
    Extraction(const Lexicon& lexicon, const FactColumns& columns, FactsTable& table,
               Language language)
        : lexicon_(lexicon), columns_(columns), table_(table), language_(language) {
        ResolvedConfig& config =
            configs_.emplace_back(ResolvedConfig{Profile({}), nullptr, {}, nullptr});
        config.checkers = std::make_unique<const Checkers>(catalogue_, config.profile);
    }

    AnalysisOptions& analysis() { return configs_.front().analysis; }
    LoadOptions& load() { return load_; }
    [[nodiscard]] const Count& count() const { return count_; }

    Result<void> add_reports(const std::vector<std::string>& paths, unsigned jobs) {
        const std::vector<Input> inputs = collect_inputs(paths, "<stdin>");
        const std::vector<InputContext> contexts(inputs.size());
        load_.lexicon = &lexicon_;
        const RunContext context{lexicon_, catalogue_, configs_, contexts, load_, nullptr};
        RunOptions options;
        options.jobs = jobs;
        options.stop = &stop_;
        Progress progress(inputs.size(), false, language_);
        std::optional<Error> failure;
        run(
            inputs, context, options,
            [&](const AnalyzedReport& analyzed, std::uint32_t file) {
                return std::vector<Rendered>{row(analyzed, inputs[file].name)};
            },
            [&](ReportResult&& result) {
                progress.at(result.file);
                for (const Notice& notice : result.notices) {
                    if (notice.kind == Notice::Kind::skipped) {
                        count_.skipped.push_back(inputs[result.file].name);
                        continue;
                    }
                    ++(notice.kind == Notice::Kind::no_report ? count_.others : count_.unreadable);
                    progress.done();
                    say(notice, inputs, {}, language_);
                }
                for (const Rendered& rendered : result.rendered) {
                    if (rendered.text.empty() || failure) continue;
                    if (auto done = add_line(rendered.text); !done) {
                        failure = done.error();
                        stop_.store(true);
                    }
                }
                if (interrupted.load()) stop_.store(true);
            });
        progress.done();
        if (failure) return Failure(*failure);
        if (interrupted.load())
            return fail("被中断，没有写完", "interrupted; the table is not complete");
        return {};
    }

    /// The rows of an earlier run: a shard.
    Result<void> add_shard(const std::string& path) {
        std::ifstream in(path, std::ios::binary);
        if (!in) return fail(path + "：打不开", path + ": cannot be opened");
        constexpr std::size_t longest = 1U << 20U;  // bytes; a row has some ten thousand
        std::string line;
        for (std::uint64_t number = 1; std::getline(in, line); ++number) {
            auto done =
                line.size() > longest ? fail("这一行太长", "the line is too long") : add_line(line);
            if (!done) {
                const std::string place = path + ":" + std::to_string(number);
                return Failure(at_place(place, done.error()));
            }
        }
        if (in.bad()) return fail(path + "：读取出错", path + ": cannot be read");
        return {};
    }

private:
    Rendered row(const AnalyzedReport& analyzed, const std::string& name) const {
        Rendered out;
        if (!analyzed.is_report()) return out;
        const auto line = [&](std::uint32_t offset) {
            return analyzed.file->position(offset).line;
        };
        out.text = to_ndjson(
            facts_of(analyzed.document, analyzed.model, columns_, name, analyzed.ordinal, line),
            columns_);
        return out;
    }

    Result<void> add_line(std::string_view line) {
        GOUJI_TRY(const auto facts, from_ndjson(line, columns_));
        GOUJI_TRY_VOID(table_.add(facts));
        ++count_.reports;
        return {};
    }

    const Lexicon& lexicon_;
    const FactColumns& columns_;
    FactsTable& table_;
    Language language_;
    Catalogue catalogue_;  ///< no rules: nothing is checked
    std::vector<ResolvedConfig> configs_;
    LoadOptions load_;
    std::atomic<bool> stop_{false};
    Count count_;
};

/// The format by the ending of the file; standard output is NDJSON.
Result<std::string> format_of(const std::string& output) {
    if (output.empty()) return std::string("ndjson");
    std::string ending = fs::path(output).extension().string();
    if (!ending.empty()) ending.erase(0, 1);
    const auto& known = facts_formats();
    if (std::find(known.begin(), known.end(), ending) != known.end()) return ending;
    return fail("--output " + output + "：文件名要以 .ndjson、.csv、.sqlite 或 .xlsx 结尾",
                "--output " + output + ": the name ends in .ndjson, .csv, .sqlite or .xlsx");
}

void sum_up(const Count& count, const std::string& output, Language language) {
    const std::string reports = std::to_string(count.reports);
    std::string zh = "读出 " + reports + " 份年报";
    std::string en = reports + " reports";
    if (count.others > 0) {
        zh += "，" + std::to_string(count.others) + " 份不是年报";
        en += ", " + std::to_string(count.others) + " other texts";
    }
    if (count.unreadable > 0) {
        zh += "，" + std::to_string(count.unreadable) + " 份未能读取";
        en += ", " + std::to_string(count.unreadable) + " not read";
    }
    if (!count.skipped.empty()) {
        zh += "，没有读 " + listed(count.skipped, Language::zh);
        en += ", left out: " + listed(count.skipped, Language::en);
    }
    if (!output.empty()) {
        zh += "，写入 " + output;
        en += "; written to " + output;
    }
    complain({zh, en}, language);
}

Result<int> facts(const Arguments& arguments, Language language) {
    const std::vector<std::string> paths = arguments.paths();
    if (paths.empty()) {
        return fail("要汇总哪些年报？例如：gouji facts 各单位年报/ --output 年报.xlsx",
                    "which reports? for example: gouji facts reports/ --output facts.xlsx");
    }
    const std::string output = arguments.text("output");
    GOUJI_TRY(const auto format, format_of(output));
    std::error_code error;
    std::set<fs::path> given;
    for (const std::string& path : paths) {
        if (const fs::path file = fs::canonical(path, error); error || given.insert(file).second)
            continue;
        return fail(path + "：写了两次，年报会重复计数；请删去一个",
                    path + ": given twice, so that its reports would count twice; leave one out");
    }
    if (!output.empty() && !arguments.on("force") && fs::exists(output, error)) {
        return fail(output + "：已有这个文件，没有改动；要覆盖请加 --force",
                    output + ": exists and was left as it is; --force overwrites it");
    }
    GOUJI_TRY(const auto editions, installed_editions());
    const Lexicon lexicon(editions);
    const FactColumns columns(editions);
    std::vector<std::string> known{"auto"};
    for (const Edition& edition : editions) known.push_back(edition.id);
    GOUJI_TRY(const auto edition, arguments.one_of("edition", "auto", known));
    GOUJI_TRY(const auto year, arguments.number("year", 0, 1990, 2100));
    GOUJI_TRY(const auto jobs, arguments.number("jobs", 0, 1, 256));

    // The table gets its name once it is complete.
    const std::string partial = output.empty() ? "/dev/stdout" : output + ".part";
    if (!output.empty()) fs::remove(partial, error);
    auto table = open_facts_table(format, partial, columns, prefix() / "lib" / "gouji");
    if (!table)
        return Failure(at_place(output.empty() ? "标准输出 stdout" : output, table.error()));
    Extraction extraction(lexicon, columns, **table, language);
    if (edition != "auto") extraction.analysis().edition = edition;
    extraction.analysis().year = static_cast<std::int32_t>(year);
    extraction.load().encoding = arguments.text("encoding");
    for (const int number : {SIGINT, SIGTERM}) std::signal(number, interrupt_facts);

    const auto work = [&]() -> Result<void> {
        std::vector<std::string>
            reports;  // since the last shard: rows are in the order of the paths
        for (const std::string& path : paths) {
            if (!is_shard(path)) {
                reports.push_back(path);
                continue;
            }
            if (!reports.empty())
                GOUJI_TRY_VOID(extraction.add_reports(reports, static_cast<unsigned>(jobs)));
            reports.clear();
            GOUJI_TRY_VOID(extraction.add_shard(path));
        }
        if (!reports.empty())
            GOUJI_TRY_VOID(extraction.add_reports(reports, static_cast<unsigned>(jobs)));
        return (*table)->end();
    };
    if (auto done = work(); !done) {
        table->reset();
        if (!output.empty()) fs::remove(partial, error);
        return Failure(done.error());
    }
    if (!output.empty()) {
        fs::rename(partial, output, error);
        if (error) return Failure(at_place(output, system_words(error.value())));
    }
    const Count& count = extraction.count();
    sum_up(count, output, language);
    return count.unreadable > 0 || count.reports == 0 ? exit_failed : exit_clean;
}

}  // namespace

const Command facts_command{
    "facts",
    {"把各份年报的数据汇总成一张表", "the figures of many reports in one table"},
    {R"(用法：gouji facts [选项] 文件、文件夹或 .ndjson…

每份年报一行，表格的每一格一列，另有机关、年度、版式、统计期、落款和所在的文件与行。读不出的
格为空。.ndjson 是以前汇总的结果，可以合在一起。列的含义和查询例子见 docs/facts.md。
)",
     R"(Usage: gouji facts [options] PATH…

One row a report, one column a field of the forms; besides agency, year, edition, period, signature,
file and line. What a report does not tell is empty. An .ndjson is an earlier result and is merged.
docs/facts.md has the columns and examples of queries.
)"},
    {R"(例：  gouji facts 各单位年报/ --output 年报.xlsx
      gouji facts 各单位年报/ | head -1
      gouji facts 甲市.ndjson 乙市.ndjson --output 全省.sqlite

返回  0 全部读出；2 有文件未能读取，或者一份年报也没有
)",
     R"(For example: gouji facts reports/ --output facts.xlsx
             gouji facts reports/ | head -1
             gouji facts one.ndjson two.ndjson --output all.sqlite

Returns 0: all were read; 2: a file could not be read, or there was no report
)"},
    add_options,
    facts};

}  // namespace gouji
