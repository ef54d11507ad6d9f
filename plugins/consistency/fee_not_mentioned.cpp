#include <gouji/sdk.hpp>

#include <array>

#include "../prose/folded.hpp"
#include "../prose/line.hpp"
#include "fee_chapter.hpp"
#include "fee_not_mentioned.page.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::page::fee_not_mentioned;
using namespace gouji::consistency;
using namespace std::string_view_literals;

/// Nothing in the whole report says what was charged for information.
class FeeNotMentioned {
public:
    explicit FeeNotMentioned(Options) {}

    void check(Document document, Sink sink) const {
        // The form asks for it since 2021; where the chapter is missing, structure/missing-chapter
        // reports.
        const gouji_chapter* chapter = fee_chapter(document);
        if (chapter == nullptr) return;
        const std::string_view prose = document.prose().text();
        for (const std::string_view mention :
             {"处理费"sv, "收费通知"sv, "信息公开费"sv, "信息公开收费"sv}) {
            if (prose.find(mention) != std::string_view::npos) return;
        }
        for (const gouji_sentence& sentence : document.sentences()) {
            if (speaks_of_fees(document, *chapter, sentence)) return;
        }
        // Point at what the chapter says instead, or at its heading when it says nothing.
        Span where = chapter->heading;
        for (const gouji_sentence& sentence : document.sentences()) {
            if (contains(chapter->body, sentence.span)) {
                where = sentence.span;
                break;
            }
        }
        sink.report(where, message::missing{.chapter = document.text(chapter->heading)});
    }

private:
    /// “未收取费用” in the chapter, or said of requests; leaflets are free of charge as well.
    static bool speaks_of_fees(Document document, const gouji_chapter& chapter,
                               const gouji_sentence& sentence) {
        constexpr std::array words{"未收费"sv,   "未收取"sv,     "没有收取"sv, "未产生费用"sv,
                                   "不收取"sv,   "收取费用"sv,   "不收费"sv,   "无收费"sv,
                                   "没有收费"sv, "未发生收费"sv, "免费"sv,     "收取任何费用"sv,
                                   "收费情况"sv, "未产生收费"sv, "零收费"sv,   "未进行收费"sv};
        const prose::Folded folded(document.text(), sentence.span);
        const std::string_view text = folded.text();
        if (!prose::has_any(text, words)) return false;
        return contains(chapter.body, sentence.span) ||
               prose::has_any(text, {"申请"sv, "政府信息"sv, "信息公开"sv});
    }
};

}  // namespace

GOUJI_RULE(fee_not_mentioned, FeeNotMentioned);
