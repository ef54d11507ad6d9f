#include <gouji/grouped.hpp>
#include <gouji/phrases.hpp>

#include <algorithm>
#include <string_view>

#include "de.page.hpp"

namespace gouji::wording {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::de;

/// 准确的公开信息: an adverb takes 地. 做的不够: a complement of degree takes 得.
class De {
public:
    explicit De(Options options)
        : whole_(options.words(list::whole)),
          verbs_(options.words(list::verbs)),
          transitive_(options.words(list::transitive)),
          nouns_(options.words(list::nouns)),
          objects_(options.words(list::objects)),
          carriers_(options.words(list::carriers)),
          done_(options.words(list::done)) {}

    void check(Document document, Sink sink) const {
        const std::span<const Hit> hits = document.hits();
        if (hits.empty()) return;
        const Prose prose = document.prose();
        const std::string_view text = prose.text();
        std::vector<Correction> places;
        std::size_t last = 0;  // the 的 that was judged last: words of manner may overlap
        for (const Hit& hit : hits) {
            const bool degree = hit.list == list::degrees.index;
            const std::size_t at = degree ? hit.span.begin : hit.span.end;
            if (at == last || !text.substr(at).starts_with(de)) continue;
            last = at;
            const Span where = prose.source(at, de.size());
            if (!degree) {
                if (modifies_verb(text, hit.span.begin, at + de.size()))
                    places.push_back({where, "地"});
            } else if (complements_verb(text, at, hit.span.end)) {
                sink.report(where, message::complement{})
                    .fix(Safety::unsafe, message::de{})
                    .replace(where, "得");
            }
        }
        report_grouped<message>(document, sink, places, Safety::unsafe);
    }

private:
    static constexpr std::string_view de = "的";

    /// “做的不够”: the verb stands right before 的. “做的很好的工作” describes a noun.
    [[nodiscard]] bool complements_verb(std::string_view text, std::size_t at,
                                        std::size_t end) const {
        const std::string_view before = text.substr(0, at);
        return std::ranges::any_of(done_,
                                   [&](std::string_view verb) { return before.ends_with(verb); }) &&
               !describes_noun(text.substr(end));
    }

    /// “提高的非常明显的指标”: another 的 soon after the words of degree.
    static bool describes_noun(std::string_view after) {
        constexpr std::size_t reach = 12;  // bytes
        return after.substr(0, reach + de.size()).find(de) != std::string_view::npos;
    }

    /// “得到有效的贯彻落实”: these verbs make a noun of the verb that follows.
    [[nodiscard]] bool nominal(std::string_view text, std::size_t at) const {
        constexpr std::size_t reach = 42;  // bytes
        std::string_view clause = text.substr(at < reach ? 0 : at - reach, std::min(at, reach));
        for (const std::string_view stop : {"，", "。", "；", "：", "\n"}) {
            const std::size_t mark = clause.rfind(stop);
            if (mark != std::string_view::npos) clause.remove_prefix(mark + stop.size());
        }
        return carriers_.in(clause);
    }

    /// The words after 的 are a verb with its object.
    [[nodiscard]] bool modifies_verb(std::string_view text, std::size_t manner,
                                     std::size_t after) const {
        const std::string_view words = text.substr(after);
        if (nominal(text, manner)) return false;
        if (whole_.begin(words)) return true;
        if (const auto verb = transitive_.prefix(words)) {
            const std::string_view rest = words.substr(verb.size);
            return is_han(char_at(rest, 0).code) && !nouns_.begin(rest);
        }
        const auto verb = verbs_.prefix(words);
        if (!verb) return false;
        const std::string_view rest = words.substr(verb.size);
        // “较好的完成了”: what takes 了 is a verb.
        return rest.starts_with("了") || objects_.begin(rest);
    }

    Phrases whole_;
    Phrases verbs_;
    Phrases transitive_;
    Phrases nouns_;
    Phrases objects_;
    Phrases carriers_;
    std::vector<std::string> done_;
};

}  // namespace
}  // namespace gouji::wording

GOUJI_RULE(de, gouji::wording::De);
