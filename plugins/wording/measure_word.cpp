#include <gouji/grouped.hpp>
#include <gouji/sdk.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "measure_word.page.hpp"

namespace gouji::wording {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::measure_word;

/// Requests are counted by 件.
class MeasureWord {
public:
    explicit MeasureWord(Options options)
        : units_(options.words(list::units)), requests_(options.words(list::requests)) {}

    void check(Document document, Sink sink) const {
        std::vector<Correction> places;
        for (const gouji_quantity& quantity : document.quantities()) {
            const bool wrong = std::ranges::find(units_, view(quantity.unit)) != units_.end();
            if (!wrong || !counts_requests(document, quantity)) continue;
            places.push_back({{quantity.number.end, quantity.span.end}, "件"});
        }
        report_grouped<message>(document, sink, places, Safety::unsafe);
    }

private:
    [[nodiscard]] bool counts_requests(const Document& document,
                                       const gouji_quantity& quantity) const {
        const std::string_view label = trimmed(document.text(quantity.label));
        if (label.ends_with("申请")) return true;
        const std::string_view after = document.text().substr(quantity.span.end, 60);
        return std::ranges::any_of(
            requests_, [&](const std::string& word) { return after.starts_with(word); });
    }

    std::vector<std::string> units_;
    std::vector<std::string> requests_;
};

}  // namespace
}  // namespace gouji::wording

GOUJI_RULE(measure_word, gouji::wording::MeasureWord);
