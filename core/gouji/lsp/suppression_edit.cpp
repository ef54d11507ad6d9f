#include "gouji/lsp/suppression_edit.hpp"

#include "gouji/lsp/protocol_json.hpp"
#include "gouji/lsp/text_document.hpp"
#include "gouji/text/lines.hpp"

#include <algorithm>
#include <filesystem>

namespace gouji {
namespace {

/// A TOML basic string.
std::string quoted(std::string_view words) {
    constexpr char digits[] = "0123456789ABCDEF";
    std::string out = "\"";
    for (const char c : words) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out.append("\\").push_back(c);
        } else if (byte < 0x20 || byte == 0x7F) {
            out.append("\\u00").push_back(digits[byte >> 4U]);
            out.push_back(digits[byte & 0xFU]);
        } else {
            out.push_back(c);
        }
    }
    return out + "\"";
}

/// Whether the suppressions are written as a value, `suppress = [`, so that no table can follow.
bool is_closed(std::string_view toml) {
    for (std::uint32_t at = 0; at < toml.size();) {
        const TextLine line = line_at(toml, at);
        std::string_view words = toml.substr(line.span.begin, size(line.span));
        words.remove_prefix(std::min(words.find_first_not_of(" \t"), words.size()));
        if (words.starts_with("suppress")) {
            words.remove_prefix(8);
            words.remove_prefix(std::min(words.find_first_not_of(" \t"), words.size()));
            if (words.starts_with('=') || words.starts_with('.')) return true;
        }
        at = line.next;
    }
    return false;
}

/// The draft as a glob below the configuration's folder; `?` stands for what would be a wildcard.
std::string glob_of(const std::string& draft, const std::string& configuration) {
    namespace fs = std::filesystem;
    std::string out =
        fs::path(draft).lexically_relative(fs::path(configuration).parent_path()).generic_string();
    for (char& c : out) c = c == '*' ? '?' : c;
    return out;
}

JsonValue action(const std::string& title, const SuppressionLines& lines,
                 const JsonValue& diagnostic, const ConfigurationTarget& target,
                 const Client& client) {
    const TextDocument text(target.text.value_or(""), client.encoding);
    const TextPosition end = text.position(static_cast<std::uint32_t>(text.text().size()));
    JsonValue out = {
        {"title", title}, {"kind", "quickfix"}, {"diagnostics", JsonValue::array({diagnostic})}};
    JsonValue edits =
        JsonValue::array({{{"range", range_json({end, end})}, {"newText", lines.lines}}});
    out["edit"] = workspace_edit_json(target.uri, target.version, std::move(edits), client,
                                      !target.text.has_value());
    if (client.shows_documents) {
        // Afterwards the reason is shown, selected, to be written.
        const std::uint32_t line = end.line + lines.reason_line;
        const std::string_view words = missing_reason(client.language);
        const TextDocument reason("reason = \"" + std::string(words) + "\"", client.encoding);
        const Span span = span_of(10, 10 + words.size());
        const TextRange range{{line, reason.position(span.begin).character},
                              {line, reason.position(span.end).character}};
        out["command"] = {{"title", title},
                          {"command", "gouji.writeReason"},
                          {"arguments", {target.uri, range_json(range)}}};
    }
    return out;
}

}  // namespace

std::string_view missing_reason(Language language) {
    return pick(language, "请写明为什么不改", "say why it stays");
}

std::optional<SuppressionLines> suppression_lines(std::string_view toml, std::string_view rule,
                                                  std::string_view file,
                                                  std::string_view fingerprint, Language language) {
    if (is_closed(toml)) return std::nullopt;
    const std::string newline = toml.find("\r\n") != std::string_view::npos ? "\r\n" : "\n";
    SuppressionLines out;
    const auto add = [&](const std::string& line) {
        out.lines += line + newline;
        ++out.reason_line;
    };
    if (!toml.empty() && !toml.ends_with('\n')) add("");
    if (!toml.empty()) add("");
    add("[[suppress]]");
    add("rule = " + quoted(rule));
    if (!file.empty()) add("file = " + quoted(file));
    if (!fingerprint.empty()) add("fingerprint = " + quoted(fingerprint));
    add("reason = " + quoted(missing_reason(language)));
    --out.reason_line;
    return out;
}

void add_suppression_actions(const LiveFinding& live, const JsonValue& diagnostic,
                             const std::string& draft, const ConfigurationTarget& target,
                             const Client& client, JsonValue& out) {
    const std::string file = glob_of(draft, target.path);
    const std::string& rule = live.page->id;
    const auto add = [&](const std::string& title, std::string_view fingerprint) {
        const auto lines =
            suppression_lines(target.text.value_or(""), rule, file, fingerprint, client.language);
        if (lines) out.push_back(action(title, *lines, diagnostic, target, client));
    };
    const std::string& name = live.page->name.in(client.language);
    add(pick<std::string>(client.language, "忽略此处，并写明理由（" + name + "）",
                          "Ignore here, with a reason (" + name + ")"),
        live.fingerprint);
    add(pick<std::string>(client.language, "在本文件忽略这条规则，并写明理由（" + name + "）",
                          "Ignore the rule in this file, with a reason (" + name + ")"),
        "");
}

}  // namespace gouji
