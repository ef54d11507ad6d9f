#include <gouji/paragraph.hpp>

#include "document_number.page.hpp"
#include "repeated_marks.hpp"

namespace gouji::typography {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::document_number;

/// Numbers of documents: 国办发〔2021〕12号. The year stands in hexagonal brackets, the number ends
/// in 号.
class DocumentNumber {
public:
    explicit DocumentNumber(Options) {}

    void check(Document document, Sink sink) const {
        each_paragraph(document, [&](const Paragraph& paragraph) {
            for (const std::size_t i : paragraph.marks()) {
                brackets(paragraph, sink, i);
                lost_brackets(paragraph, sink, i);
                order(paragraph, sink, i);
            }
        });
    }

private:
    static constexpr std::u16string_view opening = u"〔[【﹝（(［〖";
    static constexpr std::u16string_view closing = u"〕]】﹞）)］〗";
    /// What the code of an issuing agency ends in.
    static constexpr std::u16string_view code_ends = u"函发办字令电规文通告";

    static bool year(const Paragraph& paragraph, std::size_t at) {
        return (paragraph.at(at) == u'2' && paragraph.at(at + 1) == u'0' &&
                is_digit(paragraph.at(at + 2)) && is_digit(paragraph.at(at + 3))) ||
               (paragraph.at(at) == u'1' && paragraph.at(at + 1) == u'9' &&
                is_digit(paragraph.at(at + 2)) && is_digit(paragraph.at(at + 3)));
    }

    static std::size_t digits_end(const Paragraph& paragraph, std::size_t at) {
        while (is_digit(paragraph.at(at))) ++at;
        return at;
    }

    /// “国办发[2021]12号”, “国办发〔2021〕12”.
    static void brackets(const Paragraph& paragraph, const Sink& sink, std::size_t i) {
        if (opening.find(paragraph.at(i)) == std::u16string_view::npos ||
            !is_han(paragraph.before(i)))
            return;
        if (!year(paragraph, i + 1) ||
            closing.find(paragraph.at(i + 5)) == std::u16string_view::npos)
            return;
        std::size_t from = i + 6;
        const bool extra =
            paragraph.at(from) == u'第';  // “〔2021〕第12号” belongs to orders and old numbers
        if (extra) ++from;
        const std::size_t to = digits_end(paragraph, from);
        if (to == from || to - from > 4) return;
        const bool ends = paragraph.at(to) == u'号';
        const bool hexagonal = paragraph.at(i) == u'〔' && paragraph.at(i + 5) == u'〕';
        if (!ends && code_ends.find(paragraph.before(i)) == std::u16string_view::npos) return;
        if (!hexagonal && (ends || paragraph.at(i) != u'（')) {
            sink.report(paragraph.source(i, i + 6),
                        message::brackets{.found = text(paragraph, i, i + 6),
                                          .year = text(paragraph, i + 1, i + 5)})
                .fix(Safety::safe, message::hexagonal{})
                .replace(paragraph.source(i, i + 1), "〔")
                .replace(paragraph.source(i + 5, i + 6), "〕");
        }
        if (!ends && hexagonal) {
            sink.report(paragraph.source(i, to),
                        message::unfinished{.found = text(paragraph, i, to)})
                .fix(Safety::safe, message::append{})
                .replace(paragraph.source(to, to), "号");
        }
    }

    /// “国办函202130号”: the brackets got lost on the way.
    static void lost_brackets(const Paragraph& paragraph, const Sink& sink, std::size_t i) {
        if (code_ends.find(paragraph.before(i)) == std::u16string_view::npos || !year(paragraph, i))
            return;
        const std::size_t to = digits_end(paragraph, i);
        if (paragraph.at(to) != u'号' || to - i < 5 || to - i > 8) return;
        const std::string right =
            "〔" + text(paragraph, i, i + 4) + "〕" + text(paragraph, i + 4, to);
        sink.report(paragraph.source(i, to + 1),
                    message::lost{.found = text(paragraph, i, to + 1), .right = right + "号"})
            .fix(Safety::unsafe, message::insert{.right = right + "号"})
            .replace(paragraph.source(i, to), right);
    }

    /// “国务院令第711条”: an order has a number, an article has not.
    static void order(const Paragraph& paragraph, const Sink& sink, std::size_t i) {
        if (i < 2 || paragraph.at(i - 2) != u'令' || paragraph.at(i - 1) != u'第') return;
        const std::size_t to = digits_end(paragraph, i);
        if (to == i || paragraph.at(to) != u'条') return;
        sink.report(paragraph.source(i - 1, to + 1),
                    message::order{.found = text(paragraph, i - 1, to + 1)})
            .fix(Safety::safe, message::number{})
            .replace(paragraph.source(to, to + 1), "号");
    }

    static std::string text(const Paragraph& paragraph, std::size_t from, std::size_t to) {
        return utf8(paragraph.codes().substr(from, to - from));
    }
};

}  // namespace
}  // namespace gouji::typography

GOUJI_RULE(document_number, gouji::typography::DocumentNumber);
