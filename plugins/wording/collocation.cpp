#include <gouji/grouped.hpp>
#include <gouji/phrases.hpp>

#include "collocation.page.hpp"

namespace gouji::wording {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::collocation;

/// Verbs and objects that do not go together. The page has the pairs.
class Collocation {
public:
    explicit Collocation(Options options) : others_(options.words(list::others)) {
        for (std::string& objects : options.values(list::verbs)) {
            std::vector<std::string> each;
            for (std::size_t from = 0; from < objects.size();) {
                const std::size_t to = std::min(objects.find(' ', from), objects.size());
                each.push_back(objects.substr(from, to - from));
                from = to + 1;
            }
            objects_.push_back(std::move(each));
        }
    }

    void check(Document document, Sink sink) const {
        const std::span<const Hit> hits = document.hits();
        if (hits.empty()) return;
        const Prose prose = document.prose();
        std::vector<Correction> places;
        for (const Hit& hit : hits) {
            const Span words = hit.list == list::verbs.index
                                   ? clash(prose.text(), hit.span, objects_[hit.word])
                                   : hit.span;
            if (!empty(words)) places.push_back({prose.source(words), {}});
        }
        report_grouped<message>(document, sink, places);
    }

private:
    static constexpr std::size_t reach = 30;  ///< bytes between verb and object

    /// Verb and object where the object ends its clause and nothing between them begins another;
    /// an empty span elsewhere.
    [[nodiscard]] Span clash(std::string_view text, Span verb,
                             const std::vector<std::string>& objects) const {
        std::size_t to = verb.end;
        while (to < text.size() && to - verb.end < reach + 12) {
            const Char c = char_at(text, to);
            if (c.code == U'的' || !is_han(c.code)) break;
            to += c.size;
        }
        const bool clause_ends =
            to >= text.size() || ends.find(char_at(text, to).code) != std::u32string_view::npos;
        const std::string_view clause = text.substr(verb.end, to - verb.end);
        if (!clause_ends) return {};
        for (const std::string& object : objects) {
            if (!clause.ends_with(object)) continue;
            const std::string_view between = clause.substr(0, clause.size() - object.size());
            if (between.size() <= reach && !others_.in(between))
                return {verb.begin, static_cast<std::uint32_t>(to)};
        }
        return {};
    }

    static constexpr std::u32string_view ends = U"，。；、\n";

    Phrases others_;
    std::vector<std::vector<std::string>> objects_;  ///< of each verb of the page
};

}  // namespace
}  // namespace gouji::wording

GOUJI_RULE(collocation, gouji::wording::Collocation);
