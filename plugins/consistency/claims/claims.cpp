#include "claims.hpp"

#include <gouji/once.hpp>

#include <algorithm>
#include <array>
#include <string_view>

#include "../../prose/lexicon.hpp"
#include "../../prose/line.hpp"
#include "denials.hpp"
#include "figures.hpp"

namespace gouji::consistency {
namespace {

using namespace std::string_view_literals;

/// Sentences about nothing that the grammar knows are not even folded.
bool promising(std::string_view text) {
    static constexpr auto words = std::to_array<prose::Entry<int>>({{"申请", 0},
                                                                    {"复议", 0},
                                                                    {"诉讼", 0},
                                                                    {"转", 0},
                                                                    {"顺延", 0},
                                                                    {"办件", 0},
                                                                    {"办结", 0},
                                                                    {"答复", 0}});
    static const prose::Lexicon<int> lexicon(words);
    for (std::size_t at = 0; at < text.size();) {
        if (lexicon.at(text, at) != nullptr) return true;
        at += std::max<std::uint32_t>(1, char_at(text, at).size);
    }
    return false;
}

std::vector<Claim> gather_claims(const sdk::Document& document) {
    std::vector<Claim> out;
    Figures figures(document, out);
    Denials denials(document.facts().year, out);
    const auto sentences = document.sentences();
    const auto quantities = document.quantities();
    std::size_t first = 0;
    gouji_node node = GOUJI_NONE;
    bool on_requests = false;
    for (std::uint32_t i = 0; i < sentences.size(); ++i) {
        while (first < quantities.size() && quantities[first].sentence < i) ++first;
        std::size_t end = first;
        while (end < quantities.size() && quantities[end].sentence == i) ++end;
        if (document.kind(sentences[i].node) == sdk::Kind::title) continue;
        if (sentences[i].node != node) {
            node = sentences[i].node;
            // “依申请公开方面。”: a few words that open a paragraph are its heading.
            constexpr std::size_t longest_opening = 45;
            const std::string_view opening = document.text(sentences[i].span);
            on_requests = end == first && opening.size() <= longest_opening &&
                          prose::has_any(opening, {"依申请"sv, "公开申请"sv});
        }
        const bool part =
            end > first && (on_requests || prose::has_any(prose::heading(document, sentences[i]),
                                                          {"申请"sv, "复议"sv}));
        if (!part && !promising(document.text(sentences[i].span))) continue;
        const prose::Folded folded(document.text(), sentences[i].span);
        const auto here = quantities.subspan(first, end - first);
        const auto words = tokens(folded, here);
        figures.read(i, folded, here, words);
        denials.read(i, folded, words);
    }
    return out;
}

}  // namespace

const std::vector<Claim>& read_claims(const sdk::Document& document) {
    return sdk::once<gather_claims>(document);
}

}  // namespace gouji::consistency
