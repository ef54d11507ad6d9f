#include <gouji/sdk.hpp>

#include "pair_scan.hpp"

namespace gouji::wording {
namespace {

using namespace gouji::sdk;

/// A list that is off by default.
class HouseStyle {
public:
    explicit HouseStyle(Options) {}

    void check(Document document, Report report) const {
        const Prose prose = document.prose();
        const std::string_view text = prose.text();
        for (const PairHit& hit : scan_pairs(style_pairs, text, document)) {
            const std::string_view right = style_pairs.text(hit.pair->right);
            const Span where = prose.source(hit.at, hit.size);
            report.at(where, "form")
                .with("found", text.substr(hit.at, hit.size))
                .with("right", right)
                .fix(Safety::unsafe, "replace")
                .with("right", right)
                .replace(where, right);
        }
    }
};

}  // namespace
}  // namespace gouji::wording

GOUJI_RULE(house_style, gouji::wording::HouseStyle);
