#include <gouji/sdk.hpp>

#include "law_names.hpp"
#include "pair_scan.hpp"
#include "slips.hpp"
#include "typo.page.hpp"

namespace gouji::wording {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::typo;

/// Wrong characters: listed ones, and stretches one character away from a phrase of the genre.
class Typo {
public:
    explicit Typo(Options options) : near_phrases_(options.boolean("near-phrases")) {}

    void check(Document document, Sink sink) const {
        const Prose prose = document.prose();
        const std::string_view text = prose.text();
        const std::vector<Span> left_to_law_name = misspelt_titles(document);
        const auto elsewhere = [&](Span where) {
            return std::ranges::any_of(left_to_law_name,
                                       [&](Span title) { return contains(title, where); });
        };
        const std::vector<PairHit> listed = scan_pairs(typo_pairs, text, document);
        for (const PairHit& hit : listed) {
            const Span where = prose.source(hit.at, hit.size);
            if (!elsewhere(where)) tell(sink, where, text.substr(hit.at, hit.size), *hit.pair);
        }
        if (!near_phrases_) return;
        for (const Slip& slip : find_slips(document)) {
            const bool told = std::ranges::any_of(listed, [&](const PairHit& hit) {
                return hit.at < slip.at + slip.size && slip.at < hit.at + hit.size;
            });
            const Span where = prose.source(slip.at, slip.size);
            if (told || elsewhere(where)) continue;
            tell(sink, prose, where, slip);
        }
    }

private:
    static void tell(const Sink& sink, Span where, std::string_view wrong, const Pair& pair) {
        const bool doubtful = pair.tag.size != 0;
        const std::string_view right = typo_pairs.text(pair.right);
        Finding finding =
            doubtful ? sink.report(where, message::doubtful{.right = right, .wrong = wrong})
                     : sink.report(where, message::listed{.right = right, .wrong = wrong});
        if (right.find('/') != std::string_view::npos) return;  // two right answers
        // What was left out has to be read again by somebody who knows what was meant.
        const bool safe = !doubtful && length(wrong) == length(right);
        finding.fix(safe ? Safety::safe : Safety::unsafe, message::replace{.right = right})
            .replace(where, right);
    }

    static void tell(const Sink& sink, const Prose& prose, Span where, const Slip& slip) {
        switch (slip.kind) {
            case SlipKind::shape:
                return slip.sure ? tell_as<message::shape>(sink, prose, where, slip)
                                 : tell_as<message::maybe_shape>(sink, prose, where, slip);
            case SlipKind::swapped:
                return slip.sure ? tell_as<message::swapped>(sink, prose, where, slip)
                                 : tell_as<message::maybe_swapped>(sink, prose, where, slip);
            case SlipKind::near_sound:
                return slip.sure ? tell_as<message::near_sound>(sink, prose, where, slip)
                                 : tell_as<message::maybe_near_sound>(sink, prose, where, slip);
            case SlipKind::sound:
            case SlipKind::homophone:
                return slip.sure ? tell_as<message::sound>(sink, prose, where, slip)
                                 : tell_as<message::maybe_sound>(sink, prose, where, slip);
        }
    }

    template <class Message>
    static void tell_as(const Sink& sink, const Prose& prose, Span where, const Slip& slip) {
        const std::string_view text = prose.text();
        sink.report(where, Message{.meant = slip.right_characters,
                                   .right = slip.right,
                                   .typed = text.substr(slip.changed_at, slip.changed_size),
                                   .wrong = text.substr(slip.at, slip.size)})
            .rank(slip.rank)
            .fix(Safety::unsafe, message::replace{.right = slip.right})
            .replace(prose.source(slip.changed_at, slip.changed_size), slip.right_characters);
    }

    [[nodiscard]] std::vector<Span> misspelt_titles(const Document& document) const {
        std::vector<Span> titles;
        for (const gouji_citation& citation : document.citations()) {
            if (citation.kind == GOUJI_CITATION_TITLE &&
                law_names_.misspelt(document.text(citation.name))) {
                titles.push_back(citation.span);
            }
        }
        return titles;
    }

    bool near_phrases_;
    LawNames law_names_;
};

}  // namespace
}  // namespace gouji::wording

GOUJI_RULE(typo, gouji::wording::Typo);
