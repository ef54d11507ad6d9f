#include "gouji/fix/edits.hpp"
#include "gouji/output/output.hpp"
#include "gouji/parse/parse.hpp"

#include <algorithm>

#include <sys/stat.h>

#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/resolve_configs.hpp"
#include "cli/run_command.hpp"

namespace gouji {
namespace {

namespace po = boost::program_options;

/// Mending may bring a further mend to light; a text that does not come to rest is left as it is.
constexpr int most_rounds = 10;

po::options_description options() {
    po::options_description out;
    add_values(out, {"paths", "select", "ignore", "edition", "year", "lang", "encoding", "config"});
    add_switches(out, {"help", "diff", "assume-report", "no-config", "trust"});
    add_rule_sources(out);
    return out;
}

/// The safe edits of every report in a text.
std::vector<Finding::Edit> edits_of(const std::shared_ptr<const File>& file, std::uint32_t input,
                                    const RunContext& setup) {
    static const std::atomic<bool> never{false};
    std::vector<Finding::Edit> out;
    std::uint32_t ordinal = 0;
    for (std::uint32_t at = 0; at < file->text().view().size();) {
        const Span extent = next_report(file->text(), at, setup.lexicon);
        if (extent.end <= at) break;
        const AnalyzedReport analyzed =
            analyze_report(file, extent, ordinal++, input, setup, never);
        std::vector<const Finding*> findings;
        for (const Diagnostic& diagnostic : analyzed.diagnostics) {
            if (diagnostic.counts()) findings.push_back(&diagnostic.finding);
        }
        const auto edits = safe_edits(findings);
        out.insert(out.end(), edits.begin(), edits.end());
        at = extent.end;
    }
    return out;
}

struct Mended {
    std::vector<Finding::Edit> edits;  ///< of the text as it was
    std::string text;                  ///< as it is now
};

Result<Mended> mend(const std::shared_ptr<const File>& file, std::uint32_t input,
                    const RunContext& setup) {
    Mended out{{}, std::string(file->text().view())};
    auto now = file;
    for (int round = 0; round < most_rounds; ++round) {
        const auto edits = edits_of(now, input, setup);
        if (edits.empty()) return out;
        out.text = applied(out.text, edits);
        out.edits = composed(out.edits, edits);
        auto text = Text::decode(out.text, "UTF-8");
        if (!text) return Failure(text.error());
        now = std::make_shared<const File>(file->name(), std::move(*text), out.text.size());
    }
    return fail("改了 " + std::to_string(most_rounds) +
                    " 遍仍有新的改动，文件没有动；请用 gouji check 逐条查看",
                "still changing after " + std::to_string(most_rounds) +
                    " rounds; the file is left as it was. See gouji check");
}

/// Replaces the file at once or not at all; its permissions stay.
Result<void> store(const std::string& path, const Text& was, const std::string& text) {
    GOUJI_TRY(const auto bytes, was.encode(text));
    struct stat status {};
    const bool known = ::stat(path.c_str(), &status) == 0;
    GOUJI_TRY(auto output, Output::open(path));
    output.write(bytes);
    if (auto done = output.commit(); !done) return done;
    if (known) ::chmod(path.c_str(), status.st_mode & 07777U);
    return {};
}

int work(const Installation& installation, const ResolvedConfigs& resolved_configs,
         std::span<const Input> inputs, const LoadOptions& load, bool show_diff,
         Language language) {
    const RunContext setup{*installation.lexicon,
                           installation.catalogue,
                           resolved_configs.resolved_configs,
                           resolved_configs.inputs,
                           load,
                           nullptr};
    bool failed = false;
    std::size_t changed = 0;
    std::size_t places = 0;
    const auto problem = [&](const Input& input, const Error& error) {
        complain({input.name + "：" + error.zh, input.name + ": " + error.en}, language);
        failed = true;
    };
    for (std::uint32_t i = 0; i < inputs.size(); ++i) {
        const Input& input = inputs[i];
        if (input.problem) {
            problem(input, *input.problem);
            continue;
        }
        const auto file = File::load(input, load);
        if (!file) {
            problem(input, file.error());
            continue;
        }
        const auto mended = mend(*file, i, setup);
        if (!mended) {
            problem(input, mended.error());
            continue;
        }
        if (mended->edits.empty()) {
            if (input.path == "-" && !show_diff) print((*file)->text().view());
            continue;
        }
        ++changed;
        places += mended->edits.size();
        if (show_diff) {
            print(unified_diff((*file)->text().view(), mended->edits, input.name));
        } else if (input.path == "-") {
            print(mended->text);
        } else if (auto done = store(input.path, (*file)->text(), mended->text); !done) {
            problem(input, done.error());
        }
    }
    if (!show_diff && !(inputs.size() == 1 && inputs[0].path == "-")) {
        const std::string files = std::to_string(changed);
        const std::string edits = std::to_string(places);
        print(language == Language::en ? files + " files changed in " + edits + " places\n"
                                       : "改了 " + files + " 个文件，共 " + edits + " 处\n");
    }
    return failed ? exit_failed : exit_clean;
}

Result<int> mend_files(const Arguments& arguments, Language language) {
    if (arguments.paths().empty()) {
        return fail("没有说要改哪个文件，例如：gouji fix --diff 年报.txt",
                    "nothing to fix; for example: gouji fix --diff report.txt");
    }
    auto inputs = collect_inputs(arguments.paths(), "");
    GOUJI_TRY(const auto found, find_configurations(arguments, inputs));
    GOUJI_TRY(const auto installation, load_installation(arguments, found));
    GOUJI_TRY(const auto overrides, read_overrides(arguments, *installation.editions));
    GOUJI_TRY(const auto resolved_configs, resolve_configs(installation, found, overrides, inputs));
    LoadOptions load;
    load.encoding = arguments.text("encoding");
    return work(installation, resolved_configs, inputs, load, arguments.on("diff"), language);
}

int run_fix(const std::vector<std::string>& words, Language language) {
    return open_command(fix_command, options(), words, language, [&](const Arguments& arguments) {
        return mend_files(arguments, language);
    });
}

}  // namespace

const Command fix_command{
    "fix",
    {"改掉只有一种正确写法的问题", "mend what has one right answer"},
    {R"(用法：gouji fix [--diff] [选项] 文件或文件夹…      （- 从标准输入读，写到标准输出）

只改标为“安全”的：标点、括号、文号、章标题、序号、法规名称、词表里的错字、文档残留等。
编码、换行和其余文字一概不动；写完才替换原文件；再运行一遍不会有新的改动。

      --diff                只显示会改什么，不写文件
      --select --ignore --plugin --plugin-path --pack --config --no-config --trust
      --edition --year --assume-report --encoding      同 gouji check

例：  gouji fix --diff 年报.txt
      gouji fix 年报.txt

返回  0 完成；2 有文件没能处理
)",
     R"(Usage: gouji fix [--diff] [options] FILE|FOLDER…      (- reads standard input, writes output)

Applies the fixes marked safe: punctuation, brackets, document numbers, chapter titles, ordinals,
names of laws, listed slips, boilerplate. Encoding, line ends and all other words stay; the old file is
replaced only when the new one is whole; a second run changes nothing.

      --diff                show what would change; write nothing
      --select --ignore --plugin --plugin-path --pack --config --no-config --trust
      --edition --year --assume-report --encoding      as for gouji check

For example: gouji fix --diff report.txt
             gouji fix report.txt

Returns 0: done; 2: a file could not be handled
)"},
    run_fix};

}  // namespace gouji
