#include "gouji/lsp/outline.hpp"

#include "gouji/lsp/protocol_json.hpp"

#include <algorithm>

namespace gouji {
namespace {

/// The protocol's SymbolKind.
enum SymbolKind { module_kind = 2, namespace_kind = 3, string_kind = 15, array_kind = 18 };

/// Something that the outline shows.
struct OutlineNode {
    std::string name;
    std::string detail;
    SymbolKind kind = namespace_kind;
    Span whole;
    Span selection;
    std::vector<OutlineNode> inside;
};

/// Puts an entry into the innermost one that holds it.
void put(std::vector<OutlineNode>& into, OutlineNode entry) {
    std::vector<OutlineNode>* at = &into;
    while (!at->empty() && contains(at->back().whole, entry.whole) && at->back().kind != array_kind)
        at = &at->back().inside;
    at->push_back(std::move(entry));
}

std::string short_verdict(const FormVerdict& form, Language language) {
    if (!form.readable) return pick(language, "没有读全", "not read in full");
    if (form.failing.empty()) return {};
    const std::string count = std::to_string(form.failing.size());
    return pick<std::string>(language, count + " 处勾稽不符", count + " identities fail");
}

/// The entries of one report, each around what it holds.
std::vector<OutlineNode> entries_of(const ReportOutline& report, Language language) {
    std::vector<OutlineNode> flat;
    for (const OutlineEntry& one : report.chapters) {
        flat.push_back({one.title,
                        "",
                        one.level > 1 ? string_kind : namespace_kind,
                        one.whole,
                        one.heading,
                        {}});
    }
    for (const FormVerdict& form : report.forms) {
        flat.push_back({form.name,
                        short_verdict(form, language),
                        array_kind,
                        form.where,
                        {form.where.begin, form.where.begin},
                        {}});
    }
    std::ranges::stable_sort(flat, [](const OutlineNode& a, const OutlineNode& b) {
        return a.whole.begin != b.whole.begin ? a.whole.begin < b.whole.begin
                                              : size(a.whole) > size(b.whole);
    });
    std::vector<OutlineNode> out;
    for (OutlineNode& entry : flat) put(out, std::move(entry));
    return out;
}

std::vector<OutlineNode> entries_of(const Analysis& analysis, Language language) {
    std::vector<OutlineNode> out;
    for (const ReportOutline& report : analysis.reports) {
        if (!report.is_report) continue;
        std::vector<OutlineNode> inside = entries_of(report, language);
        if (analysis.reports.size() == 1) return inside;
        std::string name = !report.title.empty() ? report.title : report.agency;
        if (name.empty()) name = pick(language, "（无标题）", "(no title)");
        out.push_back({std::move(name),
                       report.year != 0 ? std::to_string(report.year) : "",
                       module_kind,
                       report.extent,
                       {report.extent.begin, report.extent.begin},
                       std::move(inside)});
    }
    return out;
}

JsonValue nested(const std::vector<OutlineNode>& entries, const TextDocument& document) {
    JsonValue out = JsonValue::array();
    for (const OutlineNode& entry : entries) {
        JsonValue one = {{"name", entry.name.empty() ? "…" : entry.name},
                         {"kind", static_cast<int>(entry.kind)},
                         {"range", range_json(document.range(entry.whole))},
                         {"selectionRange", range_json(document.range(entry.selection))}};
        if (!entry.detail.empty()) one["detail"] = entry.detail;
        if (!entry.inside.empty()) one["children"] = nested(entry.inside, document);
        out.push_back(std::move(one));
    }
    return out;
}

void add_flat(const std::vector<OutlineNode>& entries, const std::string& container,
              const TextDocument& document, const std::string& uri, JsonValue& out) {
    for (const OutlineNode& entry : entries) {
        JsonValue one = {
            {"name", entry.name.empty() ? "…" : entry.name},
            {"kind", static_cast<int>(entry.kind)},
            {"location", {{"uri", uri}, {"range", range_json(document.range(entry.whole))}}}};
        if (!container.empty()) one["containerName"] = container;
        out.push_back(std::move(one));
        add_flat(entry.inside, entry.name, document, uri, out);
    }
}

void add_folds(const std::vector<OutlineNode>& entries, const TextDocument& document,
               JsonValue& out) {
    for (const OutlineNode& entry : entries) {
        std::uint32_t end = entry.whole.end;
        const std::string& text = document.text();
        while (end > entry.whole.begin && (text[end - 1] == '\n' || text[end - 1] == '\r')) --end;
        const std::uint32_t first = document.line_at(entry.whole.begin);
        const std::uint32_t last = document.line_at(end);
        if (last > first)
            out.push_back({{"startLine", first}, {"endLine", last}, {"kind", "region"}});
        add_folds(entry.inside, document, out);
    }
}

std::string lens_title(const FormVerdict& form, Language language) {
    const std::string all = std::to_string(form.identities);
    if (!form.readable)
        return pick(language, "这张表没有读全，勾稽未核对",
                    "not read in full; identities unchecked");
    if (form.identities == 0) return pick(language, "没有勾稽关系", "no identities");
    if (form.failing.empty())
        return pick<std::string>(language, all + " 条勾稽关系全部成立",
                                 "all " + all + " identities hold");
    constexpr std::size_t shown = 2;
    const std::string failing = std::to_string(form.failing.size());
    std::string out = pick<std::string>(language, all + " 条勾稽关系，" + failing + " 条不成立：",
                                        failing + " of " + all + " identities fail: ");
    for (std::size_t i = 0; i < std::min(shown, form.failing.size()); ++i)
        out += (i > 0 ? pick(language, "；", "; ") : "") + form.failing[i];
    if (form.failing.size() > shown) out += pick(language, "……", " …");
    return out;
}

}  // namespace

JsonValue symbols_json(const Analysis& analysis, const TextDocument& document,
                       const std::string& uri, const Client& client) {
    const std::vector<OutlineNode> entries = entries_of(analysis, client.language);
    if (client.nested_symbols) return nested(entries, document);
    JsonValue out = JsonValue::array();
    add_flat(entries, "", document, uri, out);
    return out;
}

JsonValue folding_json(const Analysis& analysis, const TextDocument& document) {
    JsonValue out = JsonValue::array();
    add_folds(entries_of(analysis, Language::zh), document, out);
    return out;
}

JsonValue lenses_json(const Analysis& analysis, const TextDocument& document, Language language) {
    JsonValue out = JsonValue::array();
    for (const ReportOutline& report : analysis.reports) {
        for (const FormVerdict& form : report.forms) {
            const TextPosition at = document.position(form.where.begin);
            // A command without a name only shows its title.
            out.push_back({{"range", range_json({at, at})},
                           {"command", {{"title", lens_title(form, language)}, {"command", ""}}}});
        }
    }
    return out;
}

}  // namespace gouji
