#include "gouji/lsp/code_actions.hpp"

#include "gouji/fix/edits.hpp"
#include "gouji/lsp/file_uri.hpp"
#include "gouji/lsp/protocol_json.hpp"
#include "gouji/output/words.hpp"

#include <algorithm>

namespace gouji {
namespace {

/// Whether a kind is asked for: “source” asks for “source.fixAll.gouji”, too.
bool wanted(const JsonValue& only, std::string_view kind) {
    if (!only.is_array() || only.empty()) return true;
    return std::ranges::any_of(only, [&](const JsonValue& one) {
        if (!one.is_string()) return false;
        const auto& asked = one.get_ref<const std::string&>();
        return asked.empty() || kind == asked ||
               (kind.starts_with(asked) && kind[asked.size()] == '.');
    });
}

JsonValue edits_json(const TextDocument& document, std::span<const Finding::Edit> edits) {
    JsonValue out = JsonValue::array();
    for (const Finding::Edit& edit : edits) out.push_back(text_edit_json(document, edit));
    return out;
}

void add_fixes(const ActionContext& context, const LiveFinding& live, const JsonValue& diagnostic,
               JsonValue& out) {
    const Client& client = context.client;
    bool preferred = client.preferred_actions;
    for (const Finding::Fix& fix : live.finding.fixes) {
        JsonValue action = {
            {"title",
             format_message(words_of(*live.page, fix.message, client.language), fix.arguments)},
            {"kind", "quickfix"},
            {"diagnostics", JsonValue::array({diagnostic})},
            {"edit", workspace_edit_json(context.uri, context.version,
                                         edits_json(context.document, fix.edits), client)}};
        if (preferred && fix.safe) {
            action["isPreferred"] = true;
            preferred = false;  // one of a finding's fixes
        }
        out.push_back(std::move(action));
    }
}

void add_fix_all(const ActionContext& context, JsonValue& out) {
    std::vector<const Finding*> findings;
    for (const std::uint32_t i : context.shown)
        findings.push_back(&context.analysis.findings[i].finding);
    const std::vector<Finding::Edit> edits = safe_edits(findings);
    if (edits.empty()) return;
    const std::string count = std::to_string(edits.size());
    out.push_back(
        {{"title", pick<std::string>(context.client.language, "改正全部可放心改的 " + count + " 处",
                                     "Apply all safe fixes (" + count + ")")},
         {"kind", "source.fixAll.gouji"},
         {"edit", workspace_edit_json(context.uri, context.version,
                                      edits_json(context.document, edits), context.client)}});
}

}  // namespace

JsonValue code_actions_json(const ActionContext& context, TextRange range, const JsonValue& only) {
    JsonValue out = JsonValue::array();
    if (!context.client.literal_actions) return out;
    const Span asked{context.document.offset(range.start), context.document.offset(range.end)};
    if (wanted(only, "quickfix")) {
        JsonValue suppressions = JsonValue::array();
        std::optional<ConfigurationTarget> target;
        for (const std::uint32_t i : context.shown) {
            const LiveFinding& live = context.analysis.findings[i];
            if (live.finding.where.begin > asked.end || live.finding.where.end < asked.begin)
                continue;
            const JsonValue diagnostic =
                diagnostic_json(live, context.document, context.uri, context.client);
            add_fixes(context, live, diagnostic, out);
            if (!target) target = context.configuration();
            if (target) {
                add_suppression_actions(live, diagnostic, path_of(context.uri), *target,
                                        context.client, suppressions);
            }
        }
        // Fixing comes before ignoring, whichever finding offers it.
        for (JsonValue& one : suppressions) out.push_back(std::move(one));
    }
    if (wanted(only, "source.fixAll.gouji")) add_fix_all(context, out);
    return out;
}

}  // namespace gouji
