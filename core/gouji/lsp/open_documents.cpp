#include "gouji/lsp/open_documents.hpp"

#include "gouji/lsp/file_uri.hpp"
#include "gouji/lsp/protocol_json.hpp"

#include <utility>

namespace gouji {
namespace {

Failure too_much(const std::string& name) {
    return fail(
        name + "：打开的文稿合计超过 256 MiB，这一份不检查，请关闭一些文稿",
        name + ": the open documents exceed 256 MiB, so this one is not checked; close some");
}

}  // namespace

Result<OpenDocument*> OpenDocuments::open(const JsonValue& params) {
    const JsonValue& given = member(params, "textDocument");
    const std::string uri = text_of(given, "uri");
    if (uri.empty()) return fail("didOpen 没有 uri", "didOpen has no uri");
    close(uri);
    std::string text = text_of(given, "text");
    if (bytes_ + text.size() > most_bytes) return too_much(name_of(uri));
    bytes_ += text.size();
    const std::string path = path_of(uri);
    const std::string name = name_of(uri);
    const DocumentKind kind = document_kind(name, text);
    OpenDocument document{.uri = uri,
                          .path = path,
                          .name = name,
                          .version = member(given, "version"),
                          .kind = kind,
                          .text = TextDocument(std::move(text), client_.encoding),
                          .analysis = {},
                          .shown = {},
                          .hold_back = {}};
    document.stale_since = Clock::now();
    return &documents_.emplace(uri, std::move(document)).first->second;
}

Result<OpenDocument*> OpenDocuments::named(const JsonValue& params) {
    const std::string uri = text_of(member(params, "textDocument"), "uri");
    if (OpenDocument* const found = find(uri)) return found;
    return fail("没有打开 " + uri, uri + " is not open");
}

Result<OpenDocument*> OpenDocuments::change(const JsonValue& params) {
    GOUJI_TRY(OpenDocument * document, named(params));
    document->version = member(member(params, "textDocument"), "version");
    const JsonValue& changes = member(params, "contentChanges");
    if (!changes.is_array())
        return fail("didChange 没有 contentChanges", "didChange has no changes");
    const auto now = Clock::now();
    bytes_ -= document->text.text().size();
    for (const JsonValue& change : changes) {
        if (const auto range = read_range(member(change, "range"))) {
            const auto edit = document->text.replace(*range, text_of(change, "text"));
            document->hold_back.edited(document->text, edit, now);
        } else {
            document->text.replace_all(text_of(change, "text"));
            document->hold_back.settle();
        }
    }
    bytes_ += document->text.text().size();
    if (!document->stale) document->stale_since = now;
    document->stale = true;
    document->kind = document_kind(document->name, document->text.text());
    if (bytes_ > most_bytes) {
        const std::string name = document->name;
        close(document->uri);
        return too_much(name);
    }
    return document;
}

void OpenDocuments::close(const std::string& uri) {
    const auto found = documents_.find(uri);
    if (found == documents_.end()) return;
    bytes_ -= found->second.text.text().size();
    documents_.erase(found);
}

OpenDocument* OpenDocuments::find(const std::string& uri) {
    const auto found = documents_.find(uri);
    return found != documents_.end() ? &found->second : nullptr;
}

OpenDocument* OpenDocuments::find_path(const std::string& path) {
    for (auto& [uri, document] : documents_) {
        if (document.path == path) return &document;
    }
    return nullptr;
}

bool OpenDocuments::freshen(OpenDocument& document, Clock::time_point now) {
    if (!document.stale) return false;
    document.stale = false;
    document.analysis = {};
    if (document.kind == DocumentKind::draft) {
        const auto rules = rules_->rules_for(document.path, document.name);
        if (rules)
            document.analysis = analyze_draft(document.text.text(), *rules, client_.language);
    }
    show(document, now);
    return true;
}

void OpenDocuments::show(OpenDocument& document, Clock::time_point now) {
    document.shown = document.hold_back.shown(document.analysis.findings, now);
    ++document.serial;
}

void OpenDocuments::rules_changed(Clock::time_point now) {
    for (auto& [uri, document] : documents_) {
        if (!document.stale) document.stale_since = now;
        document.stale = true;
    }
}

}  // namespace gouji
