// What the server does with each notification and request.
#include "gouji/lsp/code_actions.hpp"
#include "gouji/lsp/completion.hpp"
#include "gouji/lsp/draft_json.hpp"
#include "gouji/lsp/file_uri.hpp"
#include "gouji/lsp/hover.hpp"
#include "gouji/lsp/outline.hpp"
#include "gouji/lsp/protocol_json.hpp"
#include "gouji/lsp/server.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace gouji {
namespace {

namespace fs = std::filesystem;

Failure not_open() { return fail("文档没有打开", "the document is not open"); }

Failure no_place() { return fail("请求没有位置", "the request has no place"); }

}  // namespace

const std::map<std::string_view, Server::Request>& Server::requests() {
    static const std::map<std::string_view, Request> all{
        {"textDocument/diagnostic", &Server::diagnostics},
        {"textDocument/codeAction", &Server::code_actions},
        {"textDocument/hover", &Server::hover},
        {"textDocument/documentSymbol", &Server::symbols},
        {"textDocument/foldingRange", &Server::folding},
        {"textDocument/codeLens", &Server::lenses},
        {"textDocument/completion", &Server::completions},
        {"workspace/executeCommand", &Server::execute},
        {"gouji/form", &Server::form},
        {"gouji/status", &Server::status},
        {"gouji/sarif", &Server::sarif}};
    return all;
}

const std::map<std::string_view, Server::Notification>& Server::notifications() {
    static const std::map<std::string_view, Notification> all{
        {"initialized", &Server::initialized},
        {"textDocument/didOpen", &Server::did_open},
        {"textDocument/didChange", &Server::did_change},
        {"textDocument/didClose", &Server::did_close},
        {"textDocument/didSave", &Server::did_save},
        {"workspace/didChangeWatchedFiles", &Server::files_changed},
        {"workspace/didChangeWorkspaceFolders", &Server::folders_changed}};
    return all;
}

void Server::did_open(const JsonValue& params) {
    const auto document = documents_.open(params);
    if (!document) return log(document.error());
    // What lies on the disk may have changed while nobody looked.
    refresh_at_ = Clock::now();
}

void Server::did_change(const JsonValue& params) {
    const auto document = documents_.change(params);
    if (!document) return log(document.error());
    if ((*document)->kind == DocumentKind::configuration)
        refresh_at_ = Clock::now() + HoldBack::quiet;
}

void Server::did_close(const JsonValue& params) {
    const std::string uri = text_of(member(params, "textDocument"), "uri");
    const OpenDocument* const document = documents_.find(uri);
    if (document == nullptr) return;
    if (document->kind != DocumentKind::draft) refresh_at_ = Clock::now();
    documents_.close(uri);
    notify("textDocument/publishDiagnostics", {{"uri", uri}, {"diagnostics", JsonValue::array()}});
}

void Server::did_save(const JsonValue& params) {
    if (OpenDocument* const saved = documents_.find(text_of(member(params, "textDocument"), "uri")))
        saved->hold_back.settle();
    refresh_at_ = Clock::now();
}

void Server::files_changed(const JsonValue&) { refresh_at_ = Clock::now(); }

void Server::folders_changed(const JsonValue& params) {
    const JsonValue& event = member(params, "event");
    if (member(event, "removed").is_array()) {
        for (const JsonValue& folder : member(event, "removed"))
            std::erase(client_.folders, path_of(text_of(folder, "uri")));
    }
    if (member(event, "added").is_array()) {
        for (const JsonValue& folder : member(event, "added"))
            client_.folders.push_back(path_of(text_of(folder, "uri")));
    }
}

OpenDocument* Server::document_of(const JsonValue& params) {
    OpenDocument* const found = documents_.find(text_of(member(params, "textDocument"), "uri"));
    if (found != nullptr && documents_.freshen(*found, Clock::now())) publish(*found);
    return found;
}

JsonValue Server::diagnostics_of(OpenDocument& document) {
    if (document.kind != DocumentKind::draft) {
        return authoring_diagnostics_json(document.kind, document.text, document.path, *rules_,
                                          client_.language);
    }
    JsonValue out = JsonValue::array();
    for (const std::uint32_t i : document.shown) {
        out.push_back(
            diagnostic_json(document.analysis.findings[i], document.text, document.uri, client_));
    }
    if (document.analysis.unreadable) {
        out.push_back(error_diagnostic_json(*document.analysis.unreadable, document.path,
                                            document.text, client_.language));
    }
    return out;
}

Result<std::string> Server::diagnostics(const JsonValue& params) {
    OpenDocument* const document = document_of(params);
    if (document == nullptr) return not_open();
    // Who cannot be told that there is more to ask for is told everything now.
    if (!client_.refreshes_diagnostics && document->hold_back.due()) {
        document->hold_back.settle();
        documents_.show(*document, Clock::now());
    }
    const std::string id = std::to_string(document->serial);
    if (text_of(params, "previousResultId") == id)
        return written({{"kind", "unchanged"}, {"resultId", id}});
    return written({{"kind", "full"}, {"resultId", id}, {"items", diagnostics_of(*document)}});
}

std::optional<ConfigurationTarget> Server::configuration_for(const OpenDocument& draft) {
    if (draft.path.empty() || client_.trust == Trust::nothing) return std::nullopt;
    std::string path = draft.analysis.rules ? draft.analysis.rules->configuration : "";
    if (path.empty()) {
        // None holds: one is made in the workspace folder around the draft, else beside it.
        fs::path folder = fs::path(draft.path).parent_path();
        std::size_t longest = 0;
        for (const std::string& one : client_.folders) {
            const std::string prefix = one.ends_with('/') ? one : one + "/";
            if (!draft.path.starts_with(prefix) || prefix.size() < longest) continue;
            longest = prefix.size();
            folder = prefix;
        }
        path = (folder / "gouji.toml").lexically_normal().string();
    }
    ConfigurationTarget out{file_uri(path), path, std::nullopt, nullptr};
    if (const OpenDocument* const open = documents_.find_path(path)) {
        out.uri = open->uri;
        out.text = open->text.text();
        out.version = open->version;
    } else if (std::ifstream stream(path, std::ios::binary); stream) {
        out.text = std::string{std::istreambuf_iterator<char>(stream), {}};
    }
    return out;
}

Result<std::string> Server::code_actions(const JsonValue& params) {
    OpenDocument* const document = document_of(params);
    if (document == nullptr) return not_open();
    const auto range = read_range(member(params, "range"));
    if (!range) return no_place();
    const ActionContext context{document->analysis,
                                document->shown,
                                document->text,
                                document->uri,
                                document->version,
                                client_,
                                [&] { return configuration_for(*document); }};
    return written(code_actions_json(context, *range, member(params, {"context", "only"})));
}

Result<std::string> Server::hover(const JsonValue& params) {
    OpenDocument* const document = document_of(params);
    if (document == nullptr) return not_open();
    const auto position = read_position(member(params, "position"));
    if (!position) return no_place();
    return written(hover_json(document->analysis, document->shown, document->text.offset(*position),
                              document->text, client_));
}

Result<std::string> Server::symbols(const JsonValue& params) {
    OpenDocument* const document = document_of(params);
    if (document == nullptr) return not_open();
    return written(symbols_json(document->analysis, document->text, document->uri, client_));
}

Result<std::string> Server::folding(const JsonValue& params) {
    OpenDocument* const document = document_of(params);
    if (document == nullptr) return not_open();
    return written(folding_json(document->analysis, document->text));
}

Result<std::string> Server::lenses(const JsonValue& params) {
    OpenDocument* const document = document_of(params);
    if (document == nullptr) return not_open();
    return written(lenses_json(document->analysis, document->text, client_.language));
}

Result<std::string> Server::completions(const JsonValue& params) {
    OpenDocument* const document = document_of(params);
    if (document == nullptr) return not_open();
    const auto position = read_position(member(params, "position"));
    if (!position) return no_place();
    if (document->kind == DocumentKind::draft) return written(JsonValue::array());
    const JsonValue schema =
        JsonValue::parse(document->kind == DocumentKind::rule_page ? std::string(rule_page_schema)
                         : document->kind == DocumentKind::pack
                             ? std::string(pack_schema)
                             : rules_->configuration_schema(rules_->catalogue_for(document->path)),
                         nullptr, false);
    return written(completions_json(document->kind, schema, document->text, *position, client_));
}

Result<std::string> Server::execute(const JsonValue& params) {
    const JsonValue& arguments = member(params, "arguments");
    if (text_of(params, "command") != "gouji.writeReason" || !arguments.is_array() ||
        arguments.size() != 2 || !arguments[0].is_string()) {
        return fail("没有这个命令", "no such command");
    }
    const auto range = read_range(arguments[1]);
    if (!range) return no_place();
    ask("window/showDocument",
        {{"uri", arguments[0]}, {"takeFocus", true}, {"selection", range_json(*range)}});
    return std::string("null");
}

Result<std::string> Server::form(const JsonValue& params) {
    OpenDocument* const document = document_of(params);
    if (document == nullptr) return not_open();
    return form_json(*document, *rules_);
}

Result<std::string> Server::status(const JsonValue& params) {
    OpenDocument* const document = document_of(params);
    if (document == nullptr) return not_open();
    return written(status_json(*document, client_, *rules_));
}

Result<std::string> Server::sarif(const JsonValue& params) {
    // As `check` would, by the files as they are now: not every client sees all of them change.
    refresh_rules();
    OpenDocument* const document = document_of(params);
    if (document == nullptr) return not_open();
    return sarif_json(*document, *rules_, client_.language, options_.now());
}

}  // namespace gouji
