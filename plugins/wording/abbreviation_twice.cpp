#include <gouji/sdk.hpp>

#include "abbreviation_twice.page.hpp"

namespace gouji::wording {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::abbreviation_twice;

/// The same short name defined again.
class AbbreviationTwice {
public:
    explicit AbbreviationTwice(Options) {}

    void check(Document document, Sink sink) const {
        const auto all = document.abbreviations();
        for (std::size_t i = 1; i < all.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                const std::string_view name = document.text(all[i].shortened);
                if (name.empty() || name != document.text(all[j].shortened)) continue;
                sink.report(all[i].span, message::again{.name = name})
                    .also(all[j].span, message::first{});
                break;
            }
        }
    }
};

}  // namespace
}  // namespace gouji::wording

GOUJI_RULE(abbreviation_twice, gouji::wording::AbbreviationTwice);
