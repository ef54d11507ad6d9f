#include <gouji/grouped.hpp>
#include <gouji/sdk.hpp>

#include "measure_word.page.hpp"

namespace gouji::wording {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::measure_word;

/// Requests are counted by 件.
class MeasureWord {
public:
    explicit MeasureWord(Options) {}

    void check(Document document, Sink sink) const {
        std::vector<Correction> places;
        for (const gouji_quantity& quantity : document.quantities()) {
            const std::string_view unit = view(quantity.unit);
            if (!wrong(unit) || !counts_requests(document, quantity)) continue;
            places.push_back({{quantity.number.end, quantity.span.end}, "件"});
        }
        report_grouped<message>(document, sink, places, Safety::unsafe);
    }

private:
    static bool wrong(std::string_view unit) {
        return unit == "条" || unit == "份" || unit == "起" || unit == "个" || unit == "宗";
    }

    static bool counts_requests(const Document& document, const gouji_quantity& quantity) {
        const std::string_view label = trimmed(document.text(quantity.label));
        if (label.ends_with("申请")) return true;
        const std::string_view behind = document.text().substr(quantity.span.end, 60);
        return behind.starts_with("政府信息公开申请") || behind.starts_with("信息公开申请") ||
               behind.starts_with("依申请公开申请");
    }
};

}  // namespace
}  // namespace gouji::wording

GOUJI_RULE(measure_word, gouji::wording::MeasureWord);
