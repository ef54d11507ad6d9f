#pragma once

#include "gouji/lsp/open_documents.hpp"
#include "gouji/lsp/suppression_edit.hpp"
#include "gouji/rpc/connection.hpp"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace gouji {

struct ServerOptions {
    Language language = Language::zh;
    bool language_is_fixed = false;    ///< by --lang: whatever the client's locale is
    std::function<std::string()> now;  ///< the time, as SARIF writes it
};

/// The language server: answers one client until it leaves. One thread; another one reads.
class Server {
public:
    Server(Connection& connection, RuleSource& rules, ServerOptions options);

    /// The exit code: 0 when the client said goodbye as the protocol wants it, else 1.
    int run();

private:
    using Clock = OpenDocuments::Clock;
    /// The result as JSON text; an error is one of the parameters.
    using Request = Result<std::string> (Server::*)(const JsonValue& params);
    using Notification = void (Server::*)(const JsonValue& params);

    void take(Inbox::Entry entry);
    void answer(const RpcMessage& request);
    /// What is to be done when no message waits, or it has waited too long.
    void work_off(Clock::time_point now, bool idle);
    [[nodiscard]] std::optional<Clock::time_point> next_work() const;

    // Lifecycle.
    std::string initialize(const JsonValue& params);
    void initialized(const JsonValue& params);

    // Notifications.
    void did_open(const JsonValue& params);
    void did_change(const JsonValue& params);
    void did_close(const JsonValue& params);
    void did_save(const JsonValue& params);
    void files_changed(const JsonValue& params);
    void folders_changed(const JsonValue& params);

    // Requests.
    Result<std::string> diagnostics(const JsonValue& params);
    Result<std::string> code_actions(const JsonValue& params);
    Result<std::string> hover(const JsonValue& params);
    Result<std::string> symbols(const JsonValue& params);
    Result<std::string> folding(const JsonValue& params);
    Result<std::string> lenses(const JsonValue& params);
    Result<std::string> completions(const JsonValue& params);
    Result<std::string> execute(const JsonValue& params);
    Result<std::string> form(const JsonValue& params);
    Result<std::string> status(const JsonValue& params);
    Result<std::string> sarif(const JsonValue& params);
    static const std::map<std::string_view, Request>& requests();
    static const std::map<std::string_view, Notification>& notifications();

    /// The open document that a request is about, analyzed.
    [[nodiscard]] OpenDocument* document_of(const JsonValue& params);
    [[nodiscard]] std::optional<ConfigurationTarget> configuration_for(const OpenDocument& draft);
    /// Diagnostic[] of what is shown.
    [[nodiscard]] JsonValue diagnostics_of(OpenDocument& document);
    void publish(OpenDocument& document);
    /// Shows the errors of files that are not open, and clears those that are gone.
    void publish_file_errors();
    void refresh_rules();
    void log(const Error& error);
    void ask(std::string_view method, const JsonValue& params);
    void notify(std::string_view method, const JsonValue& params);

    Connection* connection_;
    RuleSource* rules_;
    ServerOptions options_;
    Client client_;
    OpenDocuments documents_;
    std::optional<Clock::time_point> refresh_at_;   ///< when the rules are to be looked at again
    std::map<std::string, JsonValue> file_errors_;  ///< Diagnostic[] shown for files, by URI
    std::set<std::string> logged_;
    std::int64_t next_id_ = 1;
    bool initialized_ = false;
    bool shut_down_ = false;
    bool exit_ = false;
};

}  // namespace gouji
