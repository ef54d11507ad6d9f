// The service of word lists: words going in, hits in the folded prose coming out.

#include "gouji/plugin/handles.hpp"
#include "gouji/plugin/host.hpp"

#include <algorithm>

namespace gouji {
namespace {

std::string_view sane(gouji_text text) {
    return text.data != nullptr ? view(text) : std::string_view{};
}

/// The place of a list among a page's, or their number.
std::size_t place_of(std::span<const WordList> lists, gouji_text name) {
    const auto found = std::find_if(lists.begin(), lists.end(),
                                    [&](const WordList& one) { return one.name == sane(name); });
    return static_cast<std::size_t>(found - lists.begin());
}

template <auto member>
const gouji_text* GOUJI_CALL texts(const gouji_options* options, gouji_text list,
                                   std::size_t* count) {
    const std::size_t at = place_of(options->word_lists, list);
    const std::vector<gouji_text>* found =
        at < (options->*member).size() ? &(options->*member)[at] : nullptr;
    *count = found != nullptr ? found->size() : 0;
    return found != nullptr ? found->data() : nullptr;
}

const gouji_hit* GOUJI_CALL hits(const gouji_document* document, gouji_text list,
                                 std::size_t* count) {
    std::span<const gouji_hit> out;
    if (document->hits != nullptr) {
        out = sane(list).empty()
                  ? document->hits->all(document->group)
                  : document->hits->of(document->group,
                                       static_cast<std::uint32_t>(place_of(document->lists, list)));
    }
    *count = out.size();
    return out.data();
}

}  // namespace

constinit const gouji_terms_service terms_service{texts<&gouji_options::words>,
                                                  texts<&gouji_options::values>, hits};

}  // namespace gouji
