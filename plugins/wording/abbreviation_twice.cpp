#include <gouji/sdk.hpp>

namespace gouji::wording {
namespace {

using namespace gouji::sdk;

/// The same short name defined again.
class AbbreviationTwice {
public:
    explicit AbbreviationTwice(Options) {}

    void check(Document document, Report report) const {
        const auto all = document.abbreviations();
        for (std::size_t i = 1; i < all.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                const std::string_view name = document.text(all[i].shortened);
                if (name.empty() || name != document.text(all[j].shortened)) continue;
                report.at(all[i].span, "again").with("name", name).also(all[j].span, "first");
                break;
            }
        }
    }
};

}  // namespace
}  // namespace gouji::wording

GOUJI_RULE(abbreviation_twice, gouji::wording::AbbreviationTwice);
