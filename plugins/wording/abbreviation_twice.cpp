#include <gouji/sdk.hpp>

#include <unordered_map>

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
        std::unordered_map<std::string_view, Span> first;
        for (const gouji_abbreviation& defined : document.abbreviations()) {
            const std::string_view name = document.text(defined.shortened);
            if (name.empty()) continue;
            const auto [seen, is_new] = first.emplace(name, defined.span);
            if (is_new) continue;
            sink.report(defined.span, message::again{.name = name})
                .also(seen->second, message::first{});
        }
    }
};

}  // namespace
}  // namespace gouji::wording

GOUJI_RULE(abbreviation_twice, gouji::wording::AbbreviationTwice);
