#include <gouji/grouped.hpp>
#include <gouji/paragraph.hpp>

#include <string>

#include "range_dash.page.hpp"

namespace gouji::typography {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::range_dash;

/// Ranges written with different dashes in one report.
class RangeDash {
public:
    explicit RangeDash(Options) {}

    void check(Document document, Sink sink) const {
        std::vector<Range> ranges;
        each_paragraph(document, [&](const Paragraph& paragraph) {
            for (const std::size_t i : paragraph.marks()) {
                const std::size_t size = dash_size(paragraph, i);
                if (size == 0 || !joins_figures(paragraph, i, i + size)) continue;
                ranges.push_back({paragraph.source(i, i + size),
                                  std::u16string(paragraph.codes().substr(i, size))});
            }
        });
        std::vector<Correction> others;
        for (const Range& range : ranges) {
            if (range.dash != ranges.front().dash) others.push_back({range.where, {}});
        }
        report_grouped<message>(document, sink, others);
    }

private:
    struct Range {
        Span where;
        std::u16string dash;
    };

    static std::size_t dash_size(const Paragraph& paragraph, std::size_t i) {
        constexpr std::u16string_view dashes = u"-—–~～－";
        if (dashes.find(paragraph.at(i)) == std::u16string_view::npos) return 0;
        return paragraph.at(i) == u'—' && paragraph.at(i + 1) == u'—' ? 2 : 1;
    }

    /// Between two dates: “1月1日-12月31日”, “2021年-2023年”. Bare figures may be phone or document
    /// numbers.
    static bool joins_figures(const Paragraph& paragraph, std::size_t from, std::size_t to) {
        constexpr std::u16string_view date_ends = u"年月日";
        return date_ends.find(paragraph.before(from)) != std::u16string_view::npos &&
               is_digit(paragraph.at(to));
    }
};

}  // namespace
}  // namespace gouji::typography

GOUJI_RULE(range_dash, gouji::typography::RangeDash);
