#include <gouji/paragraph.hpp>

#include <array>
#include <optional>
#include <vector>

#include "unbalanced.page.hpp"

namespace gouji::typography {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::unbalanced;

struct Mark {
    char16_t open;
    char16_t close;
    int kind;
};

/// Half-width and full-width brackets are one kind here; their width is another rule's business.
constexpr std::array<Mark, 11> marks{{{u'（', u'）', 1},
                                      {u'(', u')', 1},
                                      {u'《', u'》', 2},
                                      {u'〈', u'〉', 3},
                                      {u'【', u'】', 4},
                                      {u'〔', u'〕', 5},
                                      {u'[', u']', 6},
                                      {u'［', u'］', 6},
                                      {u'“', u'”', 7},
                                      {u'‘', u'’', 8},
                                      {u'「', u'」', 9}}};
constexpr int double_quote = 7;
constexpr int single_quote = 8;

const Mark* mark_of(char16_t c) {
    for (const Mark& mark : marks) {
        if (c == mark.open || c == mark.close) return &mark;
    }
    return nullptr;
}

struct Open {
    const Mark* mark;
    char16_t printed;
    Span where;
};

constexpr bool is_latin(char16_t c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); }

/// “做到1）公开目录；2）公开流程”: the figure before or after it stands after a word as well.
bool counts_on(const Paragraph& paragraph, std::size_t digit, std::size_t close) {
    constexpr std::size_t reach = 100;  // characters
    const char16_t number = paragraph.at(digit);
    if (number < u'1' || number > u'9') return false;
    const std::size_t begin = digit < reach ? 0 : digit - reach;
    const std::u16string_view near = paragraph.codes().substr(begin, close + reach - begin);
    for (const int step : {-1, 1}) {
        const std::u16string other{static_cast<char16_t>(number + step), paragraph.at(close)};
        if (near.find(other) != std::u16string_view::npos) return true;
    }
    return false;
}

/// “1）”, “一)”: the bracket after an ordinal has no partner.
bool closes_ordinal(const Paragraph& paragraph, std::size_t at) {
    constexpr std::u16string_view digits =
        u"0123456789０１２３４５６７８９一二三四五六七八九十abcdefABCDEF";
    std::size_t from = at;
    while (from > 0 && at - from < 3 &&
           digits.find(paragraph.at(from - 1)) != std::u16string_view::npos)
        --from;
    if (from == at) return false;
    if (at - from == 1 && counts_on(paragraph, from, at)) return true;
    constexpr std::u16string_view boundaries = u"。；：，、;:,. ";
    return from == 0 || boundaries.find(paragraph.at(from - 1)) != std::u16string_view::npos;
}

/// Brackets, quotation marks and title marks without a partner.
class Unbalanced {
public:
    explicit Unbalanced(Options) {}

    void check(Document document, Sink sink) const {
        std::vector<Open> open;
        bool ended = false;
        each_paragraph(document, [&](const Paragraph& paragraph) {
            if (sink.cancelled()) return;
            if (ended && !begins_inside(paragraph)) tell_unclosed(sink, open);
            read(paragraph, sink, open);
            ended = !goes_on(document, paragraph);
        });
        tell_unclosed(sink, open);
    }

private:
    /// No paragraph begins with a closing mark or a pause: its line was broken in the middle.
    static bool begins_inside(const Paragraph& paragraph) {
        constexpr std::u16string_view inner = u"》）”’〉】〕，。；、";
        return paragraph.size() > 0 && inner.find(paragraph.at(0)) != std::u16string_view::npos;
    }

    /// A line that stops in the middle goes on in the next one.
    static bool goes_on(const Document& document, const Paragraph& paragraph) {
        if (document.kind(paragraph.node()) == Kind::heading) return false;
        const char16_t last = paragraph.before(paragraph.size());
        return last == 0 || !is_han_mark(last) || last == u'，' || last == u'、';
    }

    static void tell_unclosed(const Sink& sink, std::vector<Open>& open) {
        for (const Open& each : open) {
            if (sink.cancelled()) break;
            sink.report(each.where, message::unclosed{.mark = shown(each.printed),
                                                      .partner = shown(each.mark->close)});
        }
        open.clear();
    }

    static void read(const Paragraph& paragraph, const Sink& sink, std::vector<Open>& open) {
        for (const std::size_t i : paragraph.marks()) {
            const char16_t c = paragraph.at(i);
            const Mark* mark = mark_of(c);
            if (mark == nullptr) continue;
            if (sink.cancelled()) return;
            if (c == mark->open) {
                open_mark(paragraph, sink, open, i, *mark);
            } else {
                close_mark(paragraph, sink, open, i, *mark);
            }
        }
    }

    static void open_mark(const Paragraph& paragraph, const Sink& sink, std::vector<Open>& open,
                          std::size_t i, const Mark& mark) {
        const bool turned =
            mark.kind == double_quote && !open.empty() && open.back().mark->kind == double_quote;
        if (turned) {  // “…“: the second should close
            sink.report(paragraph.source(i, i + 1),
                        message::direction{.partner = shown(mark.close)});
            open.pop_back();
            return;
        }
        open.push_back({&mark, paragraph.at(i), paragraph.source(i, i + 1)});
    }

    static void close_mark(const Paragraph& paragraph, const Sink& sink, std::vector<Open>& open,
                           std::size_t i, const Mark& mark) {
        const char16_t c = paragraph.at(i);
        const auto partner = std::find_if(open.rbegin(), open.rend(), [&](const Open& each) {
            return each.mark->kind == mark.kind;
        });
        if (partner == open.rend()) {
            const bool apostrophe = mark.kind == single_quote && is_latin(paragraph.before(i));
            if (apostrophe || (mark.kind == 1 && closes_ordinal(paragraph, i))) return;
            sink.report(paragraph.source(i, i + 1),
                        message::unopened{.mark = shown(c), .partner = shown(mark.open)});
            return;
        }
        // What was opened inside and not closed before its surrounding was.
        const auto inside = partner.base();
        for (auto each = inside; each != open.end() && !sink.cancelled(); ++each) {
            sink.report(each->where, message::unclosed{.mark = shown(each->printed),
                                                       .partner = shown(each->mark->close)});
        }
        open.erase(std::prev(inside), open.end());
    }

    static std::string shown(char16_t mark) {
        std::string out;
        append(out, mark);
        return out;
    }
};

}  // namespace
}  // namespace gouji::typography

GOUJI_RULE(unbalanced, gouji::typography::Unbalanced);
