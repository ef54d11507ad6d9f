#include <gouji/phrases.hpp>

#include <unordered_set>

#include "abbreviation.page.hpp"
#include "cited_titles.hpp"

namespace gouji::wording {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::abbreviation;

/// 《办法》, 《通知》: a short name that nothing explains, or that no “以下简称” introduces.
class Abbreviation {
public:
    explicit Abbreviation(Options options) {
        for (std::string& kind : options.words(list::kinds)) kinds_.insert(std::move(kind));
    }

    void check(Document document, Sink sink) const {
        const CitedTitles& titles = once<cited_titles>(document);
        std::unordered_set<std::string_view> seen;
        for (const gouji_citation& citation : document.citations()) {
            if (citation.kind != GOUJI_CITATION_TITLE || citation.depth > 1) continue;
            const std::string_view name = trimmed(document.text(citation.name));
            if (titles.short_names.contains(name) || !seen.insert(name).second) continue;
            // 《纲要（草案）》 says more than a short name does.
            const bool full_name = titles.endings.contains(name) && all_han(name);
            const bool kind = kinds_.contains(std::string(name));
            if (full_name ? length(name) <= longest : kind && length(name) > shortest) {
                sink.report(citation.span, message::undefined{.name = name});
            } else if (!full_name && kind) {
                sink.report(citation.span, message::unexplained{.name = name});
            }
        }
    }

private:
    static bool all_han(std::string_view name) {
        for (std::size_t at = 0; at < name.size();) {
            const Char c = char_at(name, at);
            if (!is_han(c.code)) return false;
            at += c.size;
        }
        return true;
    }

    static constexpr std::size_t longest = 6;   ///< characters of a short name
    static constexpr std::size_t shortest = 2;  ///< what is longer may be explained by its sentence

    std::unordered_set<std::string> kinds_;
};

}  // namespace
}  // namespace gouji::wording

GOUJI_RULE(abbreviation, gouji::wording::Abbreviation);
