#include <gouji/sdk.hpp>

#include <string_view>

#include "all_with_one.page.hpp"

namespace gouji::wording {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::all_with_one;

/// “1件，均已办结”: one is not all.
class AllWithOne {
public:
    explicit AllWithOne(Options) {}

    void check(Document document, Sink sink) const {
        for (const gouji_quantity& quantity : document.quantities()) {
            if (quantity.han != 0 || quantity.exactness != GOUJI_EXACTNESS_EXACT ||
                quantity.value.coefficient != 1 || quantity.value.exponent != 0)
                continue;
            const std::string_view after = document.text().substr(quantity.span.end, reach);
            for (const std::string_view word :
                 {"，均", "，全部", "，分别", "，都", "均", "全部", "分别"}) {
                if (!after.starts_with(word)) continue;
                const Span where{quantity.span.begin,
                                 quantity.span.end + static_cast<std::uint32_t>(word.size())};
                sink.report(where, message::one{.found = document.text(where)});
                break;
            }
        }
    }

private:
    static constexpr std::size_t reach = 12;
};

}  // namespace
}  // namespace gouji::wording

GOUJI_RULE(all_with_one, gouji::wording::AllWithOne);
