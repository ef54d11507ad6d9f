#include <gouji/grouped.hpp>
#include <gouji/paragraph.hpp>

#include <string_view>

#include "enumeration_comma.page.hpp"

namespace gouji::typography {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::enumeration_comma;

/// 加强领导、为…提供保障: an enumeration comma between two clauses.
class EnumerationComma {
public:
    explicit EnumerationComma(Options) {}

    void check(Document document, Sink sink) const {
        std::vector<Correction> places;
        each_paragraph(document, [&](const Paragraph& paragraph) {
            for (const std::size_t i : paragraph.marks()) {
                if (i > 0 && paragraph.at(i) == u'、' && opens_clause(paragraph, i)) {
                    places.push_back({paragraph.source(i, i + 1), "，"});
                }
            }
        });
        report_grouped<message>(document, sink, places, Safety::unsafe);
    }

private:
    static bool opens_clause(const Paragraph& paragraph, std::size_t comma) {
        const std::u16string_view after = paragraph.codes().substr(comma + 1);
        for (const std::u16string_view joint : {u"从而", u"以便", u"因此", u"但是", u"因而"}) {
            if (after.starts_with(joint)) return true;
        }
        if (!after.starts_with(u"为") || after.starts_with(u"为民")) return false;
        // “为企业服务、为群众服务” is an enumeration: its other member begins alike.
        const std::u16string_view before = clause_before(paragraph, comma);
        if (before.find(u'为') != std::u16string_view::npos) return false;
        const std::u16string_view clause = after.substr(0, after.find_first_of(u"，。；、！？"));
        for (const std::u16string_view verb :
             {u"提供", u"奠定", u"打下", u"营造", u"创造", u"夯实"}) {
            if (clause.find(verb, 2) != std::u16string_view::npos) return true;
        }
        return false;
    }

    static std::u16string_view clause_before(const Paragraph& paragraph, std::size_t comma) {
        const std::u16string_view before = paragraph.codes().substr(0, comma);
        const std::size_t mark = before.find_last_of(u"，。；！？：");
        return mark == std::u16string_view::npos ? before : before.substr(mark + 1);
    }
};

}  // namespace
}  // namespace gouji::typography

GOUJI_RULE(enumeration_comma, gouji::typography::EnumerationComma);
