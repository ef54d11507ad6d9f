#include "gouji/lsp/server.hpp"

#include <csignal>

#include <unistd.h>

#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/editor_rules.hpp"

namespace gouji {
namespace {

void add_lsp_options(Options& options) {
    options.flag("stdio", {"本来就是，供编辑器照写", "always; for editors that pass it"});
    add_rule_selection(options);
    add_isolation(options);
    add_configuration(options);
    add_report(options);
    options.flag("assume-report", {"看着不像年报也检查", "even if it does not look like one"});
}

Result<int> serve(const Arguments& arguments, Language language) {
    if (!arguments.paths().empty()) {
        return fail("gouji lsp 不接文件，文稿由编辑器送来",
                    "gouji lsp takes no files: the editor sends the drafts");
    }
    // The client says only later whether the folders are trusted.
    Options options(language);
    add_lsp_options(options);
    std::vector<std::string> words = arguments.words();
    words.emplace_back("--trust");
    GOUJI_TRY(const auto trusted, Arguments::parse(words, options));
    GOUJI_TRY(const auto rules, EditorRules::start(arguments, trusted));
    std::signal(SIGPIPE, SIG_IGN);
    Connection connection(STDIN_FILENO, STDOUT_FILENO);
    const int code = Server(connection, *rules, {language, arguments.has("lang"), utc_now}).run();
    if (connection.inbox().ended() && connection.failure()) return fail(*connection.failure());
    return code;
}

}  // namespace

const Command lsp_command{
    "lsp",
    {"给编辑器用的语言服务器（LSP）", "the language server for editors (LSP)"},
    {R"(用法：gouji lsp [选项]

在标准输入、标准输出上与编辑器对话：边写边查、改正、说明、大纲、三张表的勾稽。由编辑器启动，
各编辑器怎么写见 docs/editors.md。
)",
     R"(Usage: gouji lsp [options]

Talks with an editor on standard input and output: findings while you type, fixes, explanations, the
outline and the identities of the forms. Editors start it; docs/editors.md says how.
)"},
    {R"(返回  0 编辑器照规矩道别；1 编辑器没有道别就走了；2 出错
)",
     R"(Returns 0: the editor said goodbye; 1: it left without; 2: an error
)"},
    add_lsp_options,
    serve};

}  // namespace gouji
