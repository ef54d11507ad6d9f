#include "gouji/lsp/protocol_json.hpp"

#include "gouji/output/words.hpp"

#include <algorithm>

namespace gouji {
namespace {

std::optional<std::uint32_t> unsigned_of(const JsonValue& value, std::string_view name) {
    const auto number = integer_of(value, name);
    if (!number || *number < 0) return std::nullopt;
    return static_cast<std::uint32_t>(std::min<std::int64_t>(*number, UINT32_MAX - 1));
}

int severity(Level level) { return level == Level::error ? 1 : level == Level::warning ? 2 : 3; }

}  // namespace

JsonValue position_json(TextPosition position) {
    return {{"line", position.line}, {"character", position.character}};
}

JsonValue range_json(TextRange range) {
    return {{"start", position_json(range.start)}, {"end", position_json(range.end)}};
}

std::optional<TextPosition> read_position(const JsonValue& value) {
    const auto line = unsigned_of(value, "line");
    const auto character = unsigned_of(value, "character");
    if (!line || !character) return std::nullopt;
    return TextPosition{*line, *character};
}

std::optional<TextRange> read_range(const JsonValue& value) {
    const auto start = read_position(member(value, "start"));
    const auto end = read_position(member(value, "end"));
    if (!start || !end) return std::nullopt;
    return TextRange{*start, *end};
}

JsonValue diagnostic_json(const LiveFinding& live, const TextDocument& document,
                          const std::string& uri, const Client& client) {
    // Editors draw this much of a finding's related places; a table can have hundreds.
    constexpr std::size_t most_related = 20;
    const Finding& finding = live.finding;
    JsonValue out = {{"range", range_json(document.range(finding.where))},
                     {"severity", severity(live.level)},
                     {"code", live.page->id},
                     {"source", "gouji"},
                     {"message", live.words},
                     {"data", {{"fingerprint", live.fingerprint}}}};
    if (client.related && !finding.related.empty()) {
        JsonValue& related = out["relatedInformation"] = JsonValue::array();
        for (const Finding::Related& one : finding.related) {
            if (related.size() == most_related) break;
            related.push_back(
                {{"location", {{"uri", uri}, {"range", range_json(document.range(one.where))}}},
                 {"message", format_message(words_of(*live.page, one.message, client.language),
                                            one.arguments)}});
        }
    }
    return out;
}

JsonValue text_edit_json(const TextDocument& document, const Finding::Edit& edit) {
    return {{"range", range_json(document.range(edit.replaced))}, {"newText", edit.by}};
}

JsonValue workspace_edit_json(const std::string& uri, const JsonValue& version, JsonValue edits,
                              const Client& client, bool create) {
    if (!client.document_changes) return {{"changes", {{uri, std::move(edits)}}}};
    JsonValue changes = JsonValue::array();
    if (create && client.creates_files) {
        changes.push_back(
            {{"kind", "create"}, {"uri", uri}, {"options", {{"ignoreIfExists", true}}}});
    }
    changes.push_back(
        {{"textDocument", {{"uri", uri}, {"version", version}}}, {"edits", std::move(edits)}});
    return {{"documentChanges", std::move(changes)}};
}

}  // namespace gouji
