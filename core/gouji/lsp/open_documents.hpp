#pragma once

#include "gouji/lsp/analysis.hpp"
#include "gouji/lsp/authoring.hpp"
#include "gouji/lsp/client.hpp"
#include "gouji/lsp/hold_back.hpp"
#include "gouji/lsp/text_document.hpp"
#include "gouji/rpc/fields.hpp"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace gouji {

/// A document that is open in the editor, and what is known of its present text.
struct OpenDocument {
    std::string uri;
    std::string path;  ///< "" when it is no file
    std::string name;  ///< what results call it
    JsonValue version;
    DocumentKind kind = DocumentKind::draft;
    TextDocument text;

    Analysis analysis;                 ///< of a draft
    std::vector<std::uint32_t> shown;  ///< findings of `analysis` that are shown
    HoldBack hold_back;
    bool stale = true;  ///< the text or the rules have changed since it was analyzed
    HoldBack::Clock::time_point stale_since{};
    std::uint64_t serial = 0;  ///< grows with everything that is shown
};

/// The documents that are open. One thread.
class OpenDocuments {
public:
    using Clock = HoldBack::Clock;
    /// Bytes of text of all open documents.
    static constexpr std::size_t most_bytes = std::size_t{256} << 20U;

    explicit OpenDocuments(RuleSource& rules) : rules_(&rules) {}
    void set_client(const Client& client) { client_ = client; }

    /// didOpen, didChange and didClose; the error is for the log.
    Result<OpenDocument*> open(const JsonValue& params);
    Result<OpenDocument*> change(const JsonValue& params);
    void close(const std::string& uri);

    /// Null when it is not open.
    [[nodiscard]] OpenDocument* find(const std::string& uri);
    [[nodiscard]] OpenDocument* find_path(const std::string& path);
    [[nodiscard]] std::map<std::string, OpenDocument>& all() { return documents_; }

    /// Analyzes a draft that is stale, and decides what of it is shown. Whether it was stale.
    bool freshen(OpenDocument& document, Clock::time_point now);
    /// Shows what has waited long enough.
    void show(OpenDocument& document, Clock::time_point now);
    /// The rules have changed.
    void rules_changed(Clock::time_point now);

private:
    [[nodiscard]] Result<OpenDocument*> named(const JsonValue& params);

    RuleSource* rules_;
    Client client_;
    std::map<std::string, OpenDocument> documents_;  ///< by URI
    std::size_t bytes_ = 0;
};

}  // namespace gouji
