#include <gouji/grouped.hpp>
#include <gouji/paragraph.hpp>

#include <string_view>

#include "extraction_damage.page.hpp"

namespace gouji::typography {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::extraction_damage;

/// Digits run together and brackets lost all over the text: a bad conversion, told once.
class ExtractionDamage {
public:
    explicit ExtractionDamage(Options options)
        : least_(static_cast<std::size_t>(options.integer("least"))) {}

    void check(Document document, Sink sink) const {
        std::vector<Correction> places;
        each_paragraph(document, [&](const Paragraph& paragraph) {
            for (const std::size_t i : paragraph.marks()) {
                if (!is_digit(paragraph.at(i)) || is_digit(paragraph.before(i))) continue;
                std::size_t to = i;
                while (is_digit(paragraph.at(to))) ++to;
                if (damaged(paragraph, i, to)) places.push_back({paragraph.source(i, to + 1), {}});
            }
        });
        if (places.size() >= least_) report_grouped<message>(document, sink, places);
    }

private:
    /// “20231月1日”, “函202130号”, “2023政务”.
    static bool damaged(const Paragraph& paragraph, std::size_t from, std::size_t to) {
        const bool year = paragraph.at(from) == u'2' && paragraph.at(from + 1) == u'0';
        if (!year || to - from < 4 || paragraph.in_address(from)) return false;
        const char16_t next = paragraph.at(to);
        if (to - from == 4) return is_han(next) && bare_year(paragraph, to);
        if (next == u'月') return to - from <= 6;
        return next == u'号' && to - from <= 8 && is_han(paragraph.before(from));
    }

    /// A year that stands where 年 is missing: in front of what years stand in front of.
    static bool bare_year(const Paragraph& paragraph, std::size_t to) {
        const std::u16string_view after = paragraph.codes().substr(to);
        for (const std::u16string_view word :
             {u"政务", u"政府", u"度", u"我局", u"我镇", u"我县", u"全年"}) {
            if (after.starts_with(word)) return true;
        }
        return false;
    }

    std::size_t least_;
};

}  // namespace
}  // namespace gouji::typography

GOUJI_RULE(extraction_damage, gouji::typography::ExtractionDamage);
