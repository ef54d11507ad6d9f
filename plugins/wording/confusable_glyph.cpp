#include <gouji/character_set.hpp>
#include <gouji/paragraph.hpp>
#include <gouji/sdk.hpp>

#include <array>
#include <utility>

#include "confusable_glyph.page.hpp"

namespace gouji::wording {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::confusable_glyph;

constexpr bool is_radical(char32_t c) { return c >= 0x2E80 && c <= 0x2FDF; }
constexpr bool is_compatible(char32_t c) { return c >= 0xF900 && c <= 0xFAFF; }
constexpr bool is_foreign_letter(char32_t c) {
    const bool cyrillic = c >= 0x400 && c <= 0x4FF;
    const bool greek = (c >= 0x391 && c <= 0x3A9) && c != U'Ω' && c != U'Σ' && c != U'Δ';
    return cyrillic || greek;
}

/// Characters that look like another one: 岀 for 出, a radical for its character, Cyrillic letters.
class ConfusableGlyph {
public:
    explicit ConfusableGlyph(Options) {}

    void check(Document document, Sink sink) const {
        const Prose prose = document.prose();
        const std::string_view text = prose.text();
        const auto& [codes, offsets] = once<wide_prose>(document).wide;
        for (std::size_t i = 0; i < codes.size(); ++i) {
            const char16_t c = codes[i];
            if (!suspects.holds(c)) continue;
            const std::size_t at = offsets[i];
            const std::size_t size = offsets[i + 1] - at;
            if (const char32_t right = meant(c); right != 0) {
                tell(sink, prose.source(at, size), text.substr(at, size), right);
            } else if (is_foreign_letter(c)) {
                if (beside_han(text, at, at + size))
                    sink.report(prose.source(at, size),
                                message::letter{.found = text.substr(at, size)});
            } else {
                digit_letter(prose, sink, text, at);
            }
        }
    }

private:
    /// “17O条”, “上年结转O件”: a letter where a digit is meant, in front of a unit.
    static void digit_letter(const Prose& prose, const Sink& sink, std::string_view text,
                             std::size_t at) {
        const char32_t before = char_before(text, at).code;
        const char32_t after = char_at(text, at + 1).code;
        const bool unit = after == U'件' || after == U'条' || after == U'次' || after == U'篇' ||
                          after == U'份' || after == U'项';
        const bool counts = is_digit(before) || is_han(before);
        if (!counts || (!unit && !(is_digit(before) && is_digit(after)))) return;
        const bool zero = text[at] == 'O' || text[at] == 'o';
        tell(sink, prose.source(at, 1), text.substr(at, 1), zero ? U'0' : U'1');
    }

    struct Glyph {
        char32_t looks;
        char32_t means;
    };

    static constexpr std::array<Glyph, 46> glyphs{
        {{U'岀', U'出'}, {U'巿', U'市'}, {U'囯', U'国'}, {U'囻', U'国'}, {U'亇', U'个'},
         {U'戸', U'户'}, {U'値', U'值'}, {U'晩', U'晚'}, {U'靑', U'青'}, {U'戱', U'戏'},
         {U'潅', U'灌'}, {U'逹', U'达'}, {U'黒', U'黑'}, {U'歩', U'步'}, {U'徳', U'德'},
         {U'毎', U'每'}, {U'涙', U'泪'}, {U'塩', U'盐'}, {U'査', U'查'}, {U'経', U'经'},
         {U'続', U'续'}, {U'総', U'总'}, {U'対', U'对'}, {U'実', U'实'}, {U'応', U'应'},
         {U'図', U'图'}, {U'関', U'关'}, {U'発', U'发'}, {U'単', U'单'}, {U'処', U'处'},
         {U'⼀', U'一'}, {U'⼈', U'人'}, {U'⼊', U'入'}, {U'⼒', U'力'}, {U'⼤', U'大'},
         {U'⼯', U'工'}, {U'⽂', U'文'}, {U'⽅', U'方'}, {U'⽇', U'日'}, {U'⽉', U'月'},
         {U'⽔', U'水'}, {U'⽣', U'生'}, {U'⽤', U'用'}, {U'⽬', U'目'}, {U'⽴', U'立'},
         {U'⾏', U'行'}}};

    /// What is worth a second look; hardly any character of a report is.
    static constexpr CharacterSet suspects = [] {
        std::array<char16_t, 2048> all{u'O', u'o', u'l', u'I'};
        std::size_t size = 4;
        for (const Glyph& glyph : glyphs) all[size++] = static_cast<char16_t>(glyph.looks);
        for (const auto& [first, last] :
             {std::pair{0x0370, 0x04FF}, {0x2E80, 0x2FDF}, {0xF900, 0xFAFF}}) {
            for (int c = first; c <= last; ++c) {
                const auto code = static_cast<char16_t>(c);
                if (is_radical(code) || is_compatible(code) || is_foreign_letter(code))
                    all[size++] = code;
            }
        }
        return CharacterSet({all.data(), size});
    }();

    /// What a look-alike stands for; 0 for a character that is itself, 0xFFFD when only the writer
    /// knows.
    static char32_t meant(char32_t c) {
        for (const Glyph& glyph : glyphs) {
            if (glyph.looks == c) return glyph.means;
        }
        return is_radical(c) || is_compatible(c) ? 0xFFFD : 0;
    }

    static void tell(const Sink& sink, Span where, std::string_view found, char32_t right) {
        if (right == 0xFFFD) {
            sink.report(where, message::block{.found = found});
            return;
        }
        std::string by;
        append(by, right);
        sink.report(where, message::glyph{.found = found, .right = by})
            .fix(Safety::safe, message::replace{.right = by})
            .replace(where, by);
    }

    /// A single letter among Han characters; several make a foreign word.
    static bool beside_han(std::string_view text, std::size_t at, std::size_t end) {
        if (is_foreign_letter(char_before(text, at).code) ||
            is_foreign_letter(char_at(text, end).code))
            return false;
        const auto beside = [](char32_t c) {
            return is_han(c) || (c | 0x20U) - U'a' < 26;  // a Latin letter: one word, two scripts
        };
        return beside(char_before(text, at).code) || beside(char_at(text, end).code);
    }
};

}  // namespace
}  // namespace gouji::wording

GOUJI_RULE(confusable_glyph, gouji::wording::ConfusableGlyph);
