#include <gouji/grouped.hpp>
#include <gouji/sdk.hpp>

#include <algorithm>
#include <array>

#include "prose_pairs.hpp"
#include "vague.page.hpp"

namespace gouji::wording {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::vague;

/// 部分地区, 一些部门: said without a figure.
class Vague {
public:
    explicit Vague(Options) {}

    void check(Document document, Sink sink) const {
        const ProsePairs& there = once<prose_pairs>(document);
        if (std::ranges::none_of(vague,
                                 [&](std::string_view words) { return there.may_hold(words); }))
            return;
        std::vector<Correction> places;
        for (const gouji_sentence& sentence : document.sentences()) {
            const std::string_view text = document.text(sentence.span);
            if (text.find_first_of("0123456789") != std::string_view::npos) continue;
            for (const std::string_view words : vague) {
                const std::size_t at = seek(text, words);
                if (at != std::string_view::npos)
                    places.push_back({part(sentence.span, at, words.size()), {}});
            }
        }
        report_grouped<message>(document, sink, places);
    }

private:
    static constexpr std::array<std::string_view, 8> vague{"部分地区", "一些部门", "一些地方",
                                                           "某些部门", "有的部门", "个别地方",
                                                           "部分部门", "一些地区"};
};

}  // namespace
}  // namespace gouji::wording

GOUJI_RULE(vague, gouji::wording::Vague);
