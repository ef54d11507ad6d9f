#include "gouji/lsp/hover.hpp"

#include "gouji/lsp/protocol_json.hpp"
#include "gouji/output/words.hpp"

#include <algorithm>
#include <set>

namespace gouji {
namespace {

/// Characters of the page that a hover shows.
constexpr std::size_t most_of_page = 1500;

/// Text that Markdown shows as it stands.
std::string plain(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (std::string_view("\\`*_{}[]<>#~|").find(c) != std::string_view::npos)
            out.push_back('\\');
        out.push_back(c == '\n' || c == '\r' ? ' ' : c);
    }
    return out;
}

std::string shortened(std::string_view text, std::size_t most) {
    if (text.size() <= most) return std::string(text);
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) --most;
    return std::string(text.substr(0, most)) + "…";
}

/// What a fix puts there: “改为……” with its words where it has one edit.
std::string fix_words(const LiveFinding& live, const Client& client) {
    std::string out;
    for (const Finding::Fix& fix : live.finding.fixes) {
        if (!out.empty()) out += pick(client.language, "；或", "; or ");
        out += format_message(words_of(*live.page, fix.message, client.language), fix.arguments);
    }
    return out;
}

/// The figures that the finding compares, one row each.
std::string figures(const LiveFinding& live, const TextDocument& document, const Client& client) {
    constexpr std::size_t most_rows = 12;
    if (live.finding.related.empty()) return {};
    const std::string_view text = document.text();
    std::string out = pick(client.language, "| 所涉 | 原文 | 行 |\n| :-- | --: | --: |\n",
                           "| About | As printed | Line |\n| :-- | --: | --: |\n");
    const auto row = [&](std::string_view name, Span where) {
        out += "| " + plain(name) + " | " +
               plain(shortened(text.substr(where.begin, size(where)), 90)) + " | " +
               std::to_string(document.line_at(where.begin) + 1) + " |\n";
    };
    std::size_t rows = 0;
    for (const Finding::Related& related : live.finding.related) {
        if (rows++ == most_rows) break;
        row(format_message(words_of(*live.page, related.message, client.language),
                           related.arguments),
            related.where);
    }
    if (live.finding.related.size() > most_rows) {
        const std::string left = std::to_string(live.finding.related.size() - most_rows);
        out += pick<std::string>(client.language, "\n另有 " + left + " 处。\n",
                                 "\n" + left + " more places.\n");
    }
    return out;
}

/// The page's first paragraph below its title: what the rule is about.
std::string about(const Page& page, Language language) {
    std::string_view body = page.body;
    while (!body.empty() && body.front() == '\n') body.remove_prefix(1);
    if (language == Language::en || !body.starts_with("# "))
        return plain(page.summary.in(language));
    body.remove_prefix(std::min(body.find('\n'), body.size()));
    body = body.substr(0, std::min(body.find("\n## "), body.size()));
    while (!body.empty() && body.front() == '\n') body.remove_prefix(1);
    while (!body.empty() && body.back() == '\n') body.remove_suffix(1);
    return body.empty() ? plain(page.summary.in(language)) : shortened(body, most_of_page);
}

std::string hover_words(const LiveFinding& live, const TextDocument& document,
                        const Client& client) {
    const Language language = client.language;
    std::string remedy = advice(*live.page, language);
    if (const std::string fix = fix_words(live, client); !fix.empty())
        remedy = fix + (remedy.empty() ? "" : pick(language, "。", ". ") + remedy);
    std::string out;
    if (!remedy.empty())
        out +=
            pick<std::string>(language, "**怎么改** ", "**What to do** ") + plain(remedy) + "\n\n";
    out += plain(live.words) + " `" + live.page->id + "`\n\n";
    if (!live.place.empty()) out += plain(live.place) + "\n\n";
    if (const std::string table = figures(live, document, client); !table.empty())
        out += table + "\n";
    out += "**" + plain(live.page->name.in(language)) + "** " + about(*live.page, language);
    return out;
}

/// The same without tables and marks, for clients that show text alone.
std::string plain_words(const LiveFinding& live, const Client& client) {
    const std::string fix = fix_words(live, client);
    const std::string remedy = fix.empty() ? advice(*live.page, client.language) : fix;
    return (remedy.empty() ? ""
                           : pick(client.language, "怎么改：", "What to do: ") + remedy + "\n") +
           live.words + " [" + live.page->id + "]";
}

}  // namespace

JsonValue hover_json(const Analysis& analysis, std::span<const std::uint32_t> shown,
                     std::uint32_t offset, const TextDocument& document, const Client& client) {
    constexpr std::size_t most_findings = 5;
    std::string words;
    std::optional<Span> where;
    std::set<std::string_view> told;
    for (const std::uint32_t i : shown) {
        const LiveFinding& live = analysis.findings[i];
        const Span at = live.finding.where;
        if (offset < at.begin || offset > at.end || told.size() == most_findings) continue;
        // Two findings of one rule at one place differ in their figures alone.
        if (!told.insert(live.page->id).second && live.finding.related.empty()) continue;
        if (!words.empty()) words += client.markdown ? "\n\n---\n\n" : "\n\n";
        words += client.markdown ? hover_words(live, document, client) : plain_words(live, client);
        if (!where || size(at) < size(*where)) where = at;
    }
    if (!where) return nullptr;
    return {{"contents", {{"kind", client.markdown ? "markdown" : "plaintext"}, {"value", words}}},
            {"range", range_json(document.range(*where))}};
}

}  // namespace gouji
