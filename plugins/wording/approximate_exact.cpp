#include <gouji/sdk.hpp>

#include "approximate_exact.page.hpp"

namespace gouji::wording {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::approximate_exact;

/// 1867余条: an exact figure needs no “odd”.
class ApproximateExact {
public:
    explicit ApproximateExact(Options) {}

    void check(Document document, Sink sink) const {
        for (const gouji_quantity& quantity : document.quantities()) {
            if (quantity.han != 0 || quantity.exactness == GOUJI_EXACTNESS_EXACT ||
                !exact(document.text(quantity.number)))
                continue;
            const std::string_view printed = document.text(quantity.span);
            if (!hedged(document, quantity)) continue;
            sink.report(quantity.span, message::hedged{.found = printed});
        }
    }

private:
    /// Three digits or more that do not end in zero.
    static bool exact(std::string_view number) {
        std::size_t digits = 0;
        char last = '0';
        for (const char c : number) {
            if (c == ',') continue;
            if (c < '0' || c > '9') return false;
            ++digits;
            last = c;
        }
        return digits >= 3 && last != '0';
    }

    /// 余, 多 directly after the digits or 近, 约 directly in front: “超过1867条” compares.
    static bool hedged(const Document& document, const gouji_quantity& quantity) {
        const std::string_view text = document.text();
        const std::string_view after = text.substr(quantity.number.end, 3);
        const std::string_view before = text.substr(0, quantity.number.begin);
        return after == "余" || after == "多" || before.ends_with("近") || before.ends_with("约");
    }
};

}  // namespace
}  // namespace gouji::wording

GOUJI_RULE(approximate_exact, gouji::wording::ApproximateExact);
