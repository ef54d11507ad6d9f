#include "gouji/container/docx_writer.hpp"
#include "gouji/fix/edits.hpp"
#include "gouji/output/docx_comment.hpp"
#include "gouji/output/output.hpp"
#include "gouji/output/words.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

#include <sys/stat.h>

#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/fix_file.hpp"
#include "cli/notices.hpp"
#include "cli/resolve_configs.hpp"

namespace gouji {
namespace {

void add_options(Options& options) {
    options.flag("diff", {"只显示会改什么，不写文件", "show what would change; write nothing"});
    add_rule_selection(options);
    add_isolation(options);
    add_configuration(options);
    add_report(options);
    options.flag("assume-report", {"看着不像年报也检查", "even if it does not look like one"})
        .value("encoding", {"编码", "NAME"})
        .value("stdin-name", {"名称", "NAME"}, {"标准输入的文件名", "of standard input"});
}

/// Replaces the file at once or not at all; its permissions stay.
Result<void> store(const std::string& path, const std::string& bytes) {
    struct stat status {};
    const bool known = ::stat(path.c_str(), &status) == 0;
    GOUJI_TRY(auto output, Output::open(path));
    output.write(bytes);
    if (auto done = output.commit(); !done) return done;
    if (known) ::chmod(path.c_str(), status.st_mode & 07777U);
    return {};
}

/// Where the tracked changes of a .docx go: 年报.docx stays, 年报.修订.docx is written. Fails when
/// a file has that name that gouji did not write, or that somebody has saved since.
Result<std::string> revision_of(const std::string& path) {
    const std::filesystem::path original(path);
    std::filesystem::path revision = original;
    revision.replace_filename(original.stem().string() + ".修订" + original.extension().string());
    std::ifstream old(revision, std::ios::binary);
    if (!old) return revision.string();
    const std::string bytes{std::istreambuf_iterator<char>(old), {}};
    if (is_as_annotated_by(bytes, docx_author)) return revision.string();
    return fail(
        "已有 " + revision.string() +
            "，不是 gouji 写的，或写出后又有人保存过，未改写；请先改名或移走",
        revision.string() +
            " exists and is not by gouji, or somebody has saved it since, so it was left alone; "
            "rename or move it");
}

/// Fixes one file after the other and keeps count.
class Fixing {
public:
    Fixing(const RunContext& context, bool show_diff, Language language)
        : context_(context), show_diff_(show_diff), language_(language), date_(utc_seconds()) {}

    void fix(const Input& input, std::uint32_t index) {
        const auto file = File::load(input, context_.load);
        if (!file) return problem(input, file.error());
        const auto fixed = fix_file(*file, index, context_, date_, language_);
        if (!fixed) return problem(input, fixed.error());
        for (const RuleFailure& failure : fixed->failures) {
            const std::string& rule = context_.catalogue.rules()[failure.rule].page.id;
            complain(at_place(input.name, at_place(rule, failure.reason)), language_);
            failed_ = true;
        }
        if (fixed->edits.empty() && fixed->comments == 0) {
            if (input.path == "-" && !show_diff_) print(unchanged(**file));
            if (!fixed->report) no_report(input);
            return;
        }
        const bool docx = (*file)->kind() == ContainerKind::docx;
        if (show_diff_) {
            const Text& was = docx ? (*file)->text() : (*file)->source();
            print(unified_diff(was.view(), fixed->edits, input.name));
        } else if (input.path == "-") {
            print(docx ? fixed->bytes : fixed->source);
        } else if (auto done = save(input, docx, fixed->bytes); !done) {
            return problem(input, done.error());
        }
        ++files_;
        places_ += fixed->edits.size();
        comments_ += fixed->comments;
    }

    void notice(const Notice& notice, std::span<const Input> inputs) {
        if (notice.kind == Notice::Kind::suppression) return;
        say(notice, inputs, context_.catalogue.rules(), language_);
        failed_ = failed_ || notice.fatal();
    }

    void problem(const Input& input, const Error& error) {
        complain(at_place(input.name, error), language_);
        undone_.push_back(input.name);
    }

    void skip(const Input& input) { skipped_.push_back(input.name); }

    void no_report(const Input& input) {
        if (input.walked) return skip(input);
        problem(input,
                {"看不出是政府信息公开工作年度报告，没有改；确是年报请加 --assume-report",
                 "does not look like an annual report on open government information and was left "
                 "alone; use --assume-report if it is one"});
    }

    [[nodiscard]] int end(bool silent) const {
        const auto tell = [&](const char* zh, const char* en,
                              const std::vector<std::string>& names) {
            if (!names.empty())
                complain({zh + listed(names, Language::zh), en + listed(names, Language::en)},
                         language_);
        };
        tell("没有处理，文件保持原样：", "not handled and left as they were: ", undone_);
        tell("没有读 ", "not read: ", skipped_);
        if (!silent) {
            const std::string files = std::to_string(files_), edits = std::to_string(places_);
            const std::string proposals = std::to_string(comments_);
            print(
                language_ == Language::en
                    ? files + " files changed in " + edits + " places" +
                          (comments_ > 0 ? ", " + proposals + " proposals as comments" : "") + "\n"
                    : "改了 " + files + " 个文件，共 " + edits + " 处" +
                          (comments_ > 0 ? "，另有 " + proposals + " 条建议写成批注" : "") + "\n");
        }
        return undone_.empty() && !failed_ ? exit_clean : exit_failed;
    }

private:
    static std::string_view unchanged(const File& file) {
        return file.kind() == ContainerKind::docx ? std::string_view(file.stored())
                                                  : file.source().view();
    }

    Result<void> save(const Input& input, bool docx, const std::string& bytes) {
        if (!docx) return store(input.path, bytes);
        GOUJI_TRY(const std::string revision, revision_of(input.path));
        if (auto done = store(revision, bytes); !done) return done;
        print(language_ == Language::en ? "written: " + revision + "\n"
                                        : "已写出 " + revision + "\n");
        return {};
    }

    /// 2026-01-31T08:00:00Z
    static std::string utc_seconds() { return utc_now().substr(0, 19) + "Z"; }

    const RunContext& context_;
    bool show_diff_;
    Language language_;
    std::string date_;
    bool failed_ = false;                        ///< a rule did
    std::vector<std::string> undone_, skipped_;  ///< names of files
    std::size_t files_ = 0, places_ = 0, comments_ = 0;
};

int fix_all(const Installation& installation, const ResolvedConfigs& resolved_configs,
            std::span<const Notice> notices, std::span<const Input> inputs, const LoadOptions& load,
            bool show_diff, Language language) {
    const RunContext context{*installation.lexicon,
                             installation.catalogue,
                             resolved_configs.resolved_configs,
                             resolved_configs.inputs,
                             load,
                             nullptr};
    Fixing fixing(context, show_diff, language);
    for (const Notice& notice : notices) fixing.notice(notice, inputs);
    for (std::uint32_t i = 0; i < inputs.size(); ++i) {
        if (inputs[i].skipped) {
            fixing.skip(inputs[i]);
        } else if (inputs[i].problem) {
            fixing.problem(inputs[i], *inputs[i].problem);
        } else {
            fixing.fix(inputs[i], i);
        }
    }
    return fixing.end(show_diff || (inputs.size() == 1 && inputs[0].path == "-"));
}

Result<int> fix_files(const Arguments& arguments, Language language) {
    if (arguments.paths().empty()) {
        return fail("没有说要改哪个文件，例如：gouji fix --diff 年报.docx",
                    "nothing to fix; for example: gouji fix --diff report.docx");
    }
    auto inputs = collect_inputs(arguments.paths(), arguments.text("stdin-name"));
    GOUJI_TRY(const auto found, find_configurations(arguments, inputs));
    GOUJI_TRY(const auto installation, load_installation(arguments, found));
    GOUJI_TRY(const auto overrides, read_overrides(arguments, *installation.editions));
    GOUJI_TRY(const auto resolved_configs, resolve_configs(installation, found, overrides, inputs));
    LoadOptions load;
    load.encoding = arguments.text("encoding");
    load.lexicon = installation.lexicon.get();
    return fix_all(installation, resolved_configs,
                   notices_before(installation.catalogue, resolved_configs, found), inputs, load,
                   arguments.on("diff"), language);
}

}  // namespace

const Command fix_command{
    "fix",
    {"改掉只有一种正确写法的问题", "fix what has one right answer"},
    {R"(用法：gouji fix [选项] 文件或文件夹…      （- 从标准输入读，写到标准输出）

只改标为“安全”的：标点、括号、文号、章标题、序号、法规名称、词表里的错字、文档残留等。
编码、换行和其余文字一概不动；写完才替换原文件；再运行一遍不会有新的改动。
.docx 的原文件不改写：改动作为修订写进“年报.修订.docx”，需要您决定的改法写成批注。网页改在页面源码里。
)",
     R"(Usage: gouji fix [options] FILE|FOLDER…      (- reads standard input, writes output)

Applies the fixes marked safe: punctuation, brackets, document numbers, chapter titles, ordinals,
names of laws, listed slips, boilerplate. Encoding, line ends and all other words stay; the old
file is replaced only when the new one is whole; a second run changes nothing. A .docx is never
replaced: its changes are tracked in NAME.修订.docx, with fixes that need a decision as comments.
Pages are fixed in their source.
)"},
    {R"(例：  gouji fix --diff 年报.txt
      gouji fix 年报.txt

返回  0 完成；2 有文件没能处理
)",
     R"(For example: gouji fix --diff report.txt
             gouji fix report.txt

Returns 0: done; 2: a file could not be handled
)"},
    add_options,
    fix_files};

}  // namespace gouji
