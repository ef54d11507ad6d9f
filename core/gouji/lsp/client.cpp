#include "gouji/lsp/client.hpp"

#include "gouji/lsp/file_uri.hpp"

namespace gouji {
namespace {

std::vector<std::string> folders_of(const JsonValue& params) {
    std::vector<std::string> out;
    const auto add = [&](const std::string& path) {
        if (!path.empty()) out.push_back(path);
    };
    if (const JsonValue& folders = member(params, "workspaceFolders"); folders.is_array()) {
        for (const JsonValue& folder : folders) add(path_of(text_of(folder, "uri")));
    }
    if (out.empty()) add(path_of(text_of(params, "rootUri")));
    if (out.empty()) add(text_of(params, "rootPath"));
    return out;
}

/// The first that the client offers of those that the server has; UTF-16 is always understood.
PositionEncoding encoding_of(const JsonValue& capabilities) {
    const JsonValue& offered = member(capabilities, {"general", "positionEncodings"});
    if (!offered.is_array()) return PositionEncoding::utf16;
    for (const JsonValue& one : offered) {
        if (one == "utf-8") return PositionEncoding::utf8;
        if (one == "utf-16") return PositionEncoding::utf16;
    }
    return PositionEncoding::utf16;
}

Language language_in(const std::string& locale, Language otherwise) {
    if (locale.starts_with("zh")) return Language::zh;
    return locale.empty() ? otherwise : Language::en;
}

}  // namespace

Client read_client(const JsonValue& params, Language language, bool language_is_fixed) {
    const JsonValue& all = member(params, "capabilities");
    const JsonValue& text = member(all, "textDocument");
    const JsonValue& workspace = member(all, "workspace");
    const JsonValue& given = member(params, "initializationOptions");
    Client out;
    out.encoding = encoding_of(all);
    out.language = language;
    if (!language_is_fixed) {
        const std::string asked = text_of(given, "language");
        out.language = language_in(asked.empty() ? text_of(params, "locale") : asked, language);
    }
    if (const JsonValue& trusted = member(given, "trusted"); trusted.is_boolean())
        out.trust = trusted.get<bool>() ? Trust::everything : Trust::nothing;
    out.folders = folders_of(params);

    out.pulls = member(text, "diagnostic").is_object();
    out.refreshes_diagnostics = is_true(workspace, {"diagnostics", "refreshSupport"});
    out.refreshes_lenses = is_true(workspace, {"codeLens", "refreshSupport"});
    out.related = is_true(text, {"publishDiagnostics", "relatedInformation"}) ||
                  is_true(text, {"diagnostic", "relatedInformation"});
    out.nested_symbols = is_true(text, {"documentSymbol", "hierarchicalDocumentSymbolSupport"});
    out.markdown = lists(member(text, {"hover", "contentFormat"}), "markdown");
    out.snippets = is_true(text, {"completion", "completionItem", "snippetSupport"});
    out.literal_actions = member(text, {"codeAction", "codeActionLiteralSupport"}).is_object();
    out.preferred_actions = is_true(text, {"codeAction", "isPreferredSupport"});
    out.document_changes = is_true(workspace, {"workspaceEdit", "documentChanges"});
    out.creates_files = lists(member(workspace, {"workspaceEdit", "resourceOperations"}), "create");
    out.shows_documents = is_true(all, {"window", "showDocument", "support"});
    out.watches_files = is_true(workspace, {"didChangeWatchedFiles", "dynamicRegistration"});
    out.wants_status = is_true(given, {"status"});
    return out;
}

}  // namespace gouji
