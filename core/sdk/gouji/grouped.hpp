// gouji/grouped.hpp - one finding a file for what occurs many times: the first place, how often,
// and the others beside it.
#ifndef GOUJI_GROUPED_HPP
#define GOUJI_GROUPED_HPP

#include <gouji/sdk.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace gouji::sdk {

/// A stretch of the document and what should stand there.
struct Correction {
    Span where;
    std::string by;
};

namespace detail {

/// The message `found` of a page: it counts the places and may show the first.
template <class M>
[[nodiscard]] Finding open_grouped(const Document& document, const Sink& sink,
                                   const std::vector<Correction>& places) {
    const Span first = places.front().where;
    if constexpr (requires(typename M::found found) { found.first; }) {
        return sink.report(
            first, typename M::found{.count = places.size(), .first = document.text(first)});
    } else {
        return sink.report(first, typename M::found{.count = places.size()});
    }
}

template <class M>
void add_places(Finding& finding, const std::vector<Correction>& places) {
    constexpr std::size_t most_related = 20;
    for (std::size_t i = 1; i < places.size() && i <= most_related; ++i)
        finding.also(places[i].where, typename M::place{});
}

}  // namespace detail

/// One finding for all places, nothing where there are none. `M` are the messages of the rule's
/// page, of which it uses `found` (with {count} and perhaps {first}) and `place`.
template <class M>
void report_grouped(const Document& document, const Sink& sink,
                    const std::vector<Correction>& places) {
    if (places.empty()) return;
    Finding finding = detail::open_grouped<M>(document, sink, places);
    detail::add_places<M>(finding, places);
}

/// The same with one fix that corrects all places; the page's `fix-all` describes it.
template <class M>
void report_grouped(const Document& document, const Sink& sink,
                    const std::vector<Correction>& places, Safety safety) {
    if (places.empty()) return;
    Finding finding = detail::open_grouped<M>(document, sink, places);
    detail::add_places<M>(finding, places);
    finding.fix(safety, typename M::fix_all{});
    for (const Correction& correction : places) finding.replace(correction.where, correction.by);
}

}  // namespace gouji::sdk

#endif  // GOUJI_GROUPED_HPP
