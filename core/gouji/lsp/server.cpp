#include "gouji/lsp/server.hpp"

#include "gouji/base/version.hpp"
#include "gouji/lsp/draft_json.hpp"
#include "gouji/lsp/file_uri.hpp"
#include "gouji/lsp/protocol_json.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace gouji {
namespace {

/// How long a change may wait while messages keep coming.
constexpr std::chrono::milliseconds longest_wait{100};

JsonValue capabilities(const Client& client) {
    JsonValue out = {
        {"positionEncoding", client.encoding == PositionEncoding::utf8 ? "utf-8" : "utf-16"},
        {"textDocumentSync", {{"openClose", true}, {"change", 2}, {"save", true}}},
        {"diagnosticProvider",
         {{"identifier", "gouji"},
          {"interFileDependencies", false},
          {"workspaceDiagnostics", false}}},
        {"codeActionProvider", {{"codeActionKinds", {"quickfix", "source.fixAll.gouji"}}}},
        {"hoverProvider", true},
        {"documentSymbolProvider", true},
        {"foldingRangeProvider", true},
        {"codeLensProvider", {{"resolveProvider", false}}},
        {"completionProvider", {{"triggerCharacters", {"[", "\"", "="}}}},
        {"executeCommandProvider", {{"commands", {"gouji.writeReason"}}}},
        {"workspace",
         {{"workspaceFolders", {{"supported", true}, {"changeNotifications", true}}}}}};
    return out;
}

std::optional<std::string> read_file(const std::string& path) {
    constexpr std::size_t most = 1U << 20U;
    std::ifstream stream(path, std::ios::binary);
    if (!stream) return std::nullopt;
    std::string out(most, '\0');
    stream.read(out.data(), static_cast<std::streamsize>(most));
    out.resize(static_cast<std::size_t>(stream.gcount()));
    return out;
}

}  // namespace

Server::Server(Connection& connection, RuleSource& rules, ServerOptions options)
    : connection_(&connection), rules_(&rules), options_(std::move(options)), documents_(rules) {
    rules.set_open_texts([this](const std::string& path) -> std::optional<std::string> {
        OpenDocument* const open = documents_.find_path(path);
        return open != nullptr ? std::optional(open->text.text()) : std::nullopt;
    });
}

int Server::run() {
    Inbox& inbox = connection_->inbox();
    while (!exit_ && !inbox.ended()) {
        const auto now = Clock::now();
        work_off(now, inbox.empty());
        if (auto entry = inbox.take(next_work())) take(std::move(*entry));
    }
    return shut_down_ && exit_ ? 0 : 1;
}

std::optional<Server::Clock::time_point> Server::next_work() const {
    std::optional<Clock::time_point> out = refresh_at_;
    const auto earlier = [&](std::optional<Clock::time_point> at) {
        if (at && (!out || *at < *out)) out = at;
    };
    for (const auto& [uri, document] : const_cast<Server*>(this)->documents_.all()) {
        earlier(document.hold_back.due());
        if (document.stale) earlier(Clock::time_point{});
    }
    return out;
}

void Server::work_off(Clock::time_point now, bool idle) {
    if (refresh_at_ && *refresh_at_ <= now) refresh_rules();
    for (auto& [uri, document] : documents_.all()) {
        const bool late = now - document.stale_since > longest_wait;
        if (document.stale && (idle || late)) {
            documents_.freshen(document, now);
            publish(document);
        } else if (const auto due = document.hold_back.due();
                   !document.stale && due && *due <= now) {
            documents_.show(document, now);
            publish(document);
            if (client_.pulls && client_.refreshes_diagnostics)
                ask("workspace/diagnostic/refresh", nullptr);
        }
    }
}

void Server::take(Inbox::Entry entry) {
    if (!entry.message) {
        connection_->send(
            rpc_error(nullptr, RpcError::parse_error, entry.message.error().in(options_.language)));
        return;
    }
    const RpcMessage& message = *entry.message;
    if (message.method.empty()) return;  // what the client answers to registrations and refreshes
    if (message.is_request()) {
        if (entry.cancelled) {
            connection_->send(rpc_error(message.id, RpcError::request_cancelled, "cancelled"));
        } else {
            answer(message);
        }
        return;
    }
    if (message.method == "exit") {
        exit_ = true;
        return;
    }
    if (!initialized_ || shut_down_) return;
    const auto found = notifications().find(message.method);
    if (found != notifications().end()) (this->*found->second)(message.params);
}

void Server::answer(const RpcMessage& request) {
    const auto send = [&](const std::string& content) { connection_->send(content); };
    if (request.method == "initialize" && !initialized_) {
        return send(rpc_raw_result(request.id, initialize(request.params)));
    }
    if (!initialized_) {
        return send(rpc_error(request.id, RpcError::not_initialized, "not initialized"));
    }
    if (shut_down_ || request.method == "initialize") {
        return send(rpc_error(request.id, RpcError::invalid_request, "not at this time"));
    }
    if (request.method == "shutdown") {
        shut_down_ = true;
        return send(rpc_result(request.id, nullptr));
    }
    const auto found = requests().find(request.method);
    if (found == requests().end()) {
        return send(rpc_error(request.id, RpcError::method_not_found, request.method));
    }
    const auto result = (this->*found->second)(request.params);
    if (!result) {
        return send(
            rpc_error(request.id, RpcError::invalid_params, result.error().in(client_.language)));
    }
    send(rpc_raw_result(request.id, *result));
}

std::string Server::initialize(const JsonValue& params) {
    client_ = read_client(params, options_.language, options_.language_is_fixed);
    rules_->set_trust(client_.trust);
    documents_.set_client(client_);
    initialized_ = true;
    return written({{"capabilities", capabilities(client_)},
                    {"serverInfo", {{"name", "gouji"}, {"version", version}}}});
}

void Server::initialized(const JsonValue&) {
    if (!client_.watches_files) return;
    JsonValue watchers = JsonValue::array();
    for (const char* glob : {"**/gouji.toml", "**/pack.toml", "**/*.md", "**/lists/*.toml"})
        watchers.push_back({{"globPattern", glob}});
    ask("client/registerCapability",
        {{"registrations", JsonValue::array({{{"id", "gouji-files"},
                                              {"method", "workspace/didChangeWatchedFiles"},
                                              {"registerOptions", {{"watchers", watchers}}}}})}});
}

void Server::refresh_rules() {
    refresh_at_.reset();
    if (rules_->refresh()) documents_.rules_changed(Clock::now());
    publish_file_errors();
    if (client_.pulls && client_.refreshes_diagnostics)
        ask("workspace/diagnostic/refresh", nullptr);
}

void Server::publish(OpenDocument& document) {
    if (!client_.pulls) {
        notify("textDocument/publishDiagnostics", {{"uri", document.uri},
                                                   {"version", document.version},
                                                   {"diagnostics", diagnostics_of(document)}});
    }
    if (client_.wants_status) notify("gouji/status", status_json(document, client_, *rules_));
    if (document.analysis.rules) {
        for (const Notice& notice : document.analysis.rules->notices) log(notice.what);
    }
    publish_file_errors();
}

void Server::publish_file_errors() {
    std::map<std::string, JsonValue> now;
    for (const FileError& error : rules_->errors()) {
        log(error.error);
        // A document that is open shows what is wrong with the text that the editor has.
        if (documents_.find_path(error.file) != nullptr) continue;
        const TextDocument text(read_file(error.file).value_or(""), client_.encoding);
        JsonValue& list = now[file_uri(error.file)];
        list.push_back(error_diagnostic_json(error.error, error.file, text, client_.language));
    }
    const auto send = [&](const std::string& uri, const JsonValue& list) {
        notify("textDocument/publishDiagnostics", {{"uri", uri}, {"diagnostics", list}});
    };
    for (const auto& [uri, list] : file_errors_) {
        const bool shown_otherwise =
            !client_.pulls && documents_.find_path(path_of(uri)) != nullptr;
        if (!now.contains(uri) && !shown_otherwise) send(uri, JsonValue::array());
    }
    for (const auto& [uri, list] : now) {
        const auto before = file_errors_.find(uri);
        if (before == file_errors_.end() || before->second != list) send(uri, list);
    }
    file_errors_ = std::move(now);
}

void Server::log(const Error& error) {
    constexpr std::size_t most = 1000;
    const std::string& words = error.in(client_.language);
    if (logged_.size() >= most || !logged_.insert(words).second) return;
    notify("window/logMessage", {{"type", 2}, {"message", words}});
}

void Server::notify(std::string_view method, const JsonValue& params) {
    connection_->send(rpc_notification(method, params));
}

void Server::ask(std::string_view method, const JsonValue& params) {
    connection_->send(rpc_request(next_id_++, method, params));
}

}  // namespace gouji
