#include "gouji/scan/counted.hpp"

#include "gouji/scan/measure_unit.hpp"
#include "gouji/scan/numeral.hpp"
#include <gouji/utf8.hpp>

#include <array>

namespace gouji {
namespace {

using Words = std::string_view;

struct Qualifier {
    Words words;
    std::uint32_t exactness;
    Words not_after = {};  ///< characters, three bytes each, with which it makes another word
};

/// Longer before shorter where one ends the other.
constexpr std::array qualifiers_before{
    Qualifier{"不足", GOUJI_EXACTNESS_LESS_THAN},
    Qualifier{"不到", GOUJI_EXACTNESS_LESS_THAN},
    Qualifier{"将近", GOUJI_EXACTNESS_LESS_THAN},
    Qualifier{"接近", GOUJI_EXACTNESS_LESS_THAN},
    Qualifier{"近", GOUJI_EXACTNESS_LESS_THAN, "最附临新远靠亲邻"},
    Qualifier{"大约", GOUJI_EXACTNESS_ABOUT},
    Qualifier{"约为", GOUJI_EXACTNESS_ABOUT},
    Qualifier{"大概", GOUJI_EXACTNESS_ABOUT},
    Qualifier{"约", GOUJI_EXACTNESS_ABOUT, "节预签违合公条邀履"},
    Qualifier{"超过", GOUJI_EXACTNESS_MORE_THAN},
    Qualifier{"多于", GOUJI_EXACTNESS_MORE_THAN},
    Qualifier{"至少", GOUJI_EXACTNESS_MORE_THAN},
    Qualifier{"不少于", GOUJI_EXACTNESS_MORE_THAN},
    Qualifier{"不低于", GOUJI_EXACTNESS_MORE_THAN},
    Qualifier{"突破", GOUJI_EXACTNESS_MORE_THAN},
    Qualifier{"超", GOUJI_EXACTNESS_MORE_THAN},
    Qualifier{"逾", GOUJI_EXACTNESS_MORE_THAN},
};

constexpr std::array qualifiers_after{
    Qualifier{"左右", GOUJI_EXACTNESS_ABOUT},     Qualifier{"上下", GOUJI_EXACTNESS_ABOUT},
    Qualifier{"以上", GOUJI_EXACTNESS_MORE_THAN}, Qualifier{"以内", GOUJI_EXACTNESS_LESS_THAN},
    Qualifier{"以下", GOUJI_EXACTNESS_LESS_THAN},
};

/// After these a Chinese numeral is an ordinal or the end of a word: 第十二条, 统一部署.
constexpr Words not_in_front_of_han = "第统唯";
/// …and so is 一 after these: 每一项, 进一步.
constexpr Words not_in_front_of_one = "单专逐每任某这那哪另同进之万合归划不";

constexpr std::size_t wide = 3;

bool any_of(Words characters, Words one) {
    for (std::size_t at = 0; !one.empty() && at < characters.size(); at += wide) {
        if (characters.substr(at, wide) == one) return true;
    }
    return false;
}

bool is_ascii_word(char32_t c) {
    return c < 0x80 && (is_digit(c) || ((c | 0x20U) >= 'a' && (c | 0x20U) <= 'z') || c == '_' ||
                        c == '.' || c == '/');
}

bool is_dash(char32_t c) {
    return c == '-' || c == U'—' || c == U'–' || c == U'－' || c == '~' || c == U'～' ||
           c == U'至' || c == U'到';
}

class Reader {
public:
    Reader(Words prose, Span paragraph, std::uint32_t at)
        : prose_(prose.substr(0, paragraph.end)), begin_(paragraph.begin), at_(at) {}

    Counted digits() {
        out_.past = at_;
        skip_digits(out_.past);
        const Char before = char_before(prose_.substr(begin_), at_ - begin_);
        const bool in_word = is_ascii_word(before.code);
        if (in_word || before.code == U'第' || !number()) return none();
        out_.past = std::max(out_.past, cursor_);
        const bool ranged =
            is_dash(before.code) && is_digit(char_before(prose_, at_ - before.size).code);
        if (ranged) {  // “3—5件” is about 5
            out_.exactness = GOUJI_EXACTNESS_ABOUT;
            std::uint32_t from = at_ - before.size;
            while (from > begin_ && (is_digit(static_cast<unsigned char>(prose_[from - 1])) ||
                                     prose_[from - 1] == '.'))
                --from;
            out_.span.begin = from;
        }
        more_than();
        // A unit may start with 万 or 千: 万元, 千米.
        out_.unit = unit_at(rest());
        std::int32_t power = 0;
        if (out_.unit.empty()) {
            power = powers();
            more_than();
            out_.unit = unit_at(rest());
            if (power >= 4 && (out_.unit == "元" || out_.unit == "美元")) {
                // “12万余元” is 12 万元, and more.
                const bool dollars = out_.unit == "美元";
                cursor_ += static_cast<std::uint32_t>(out_.unit.size());
                out_.unit =
                    power == 8 ? (dollars ? "亿美元" : "亿元") : (dollars ? "万美元" : "万元");
                if (power == 4 || power == 8) power = 0;
                return finish(power);
            }
            if (out_.unit.empty() && power < 4) return none();
        }
        cursor_ += static_cast<std::uint32_t>(rest().starts_with("％") ? wide : out_.unit.size());
        return finish(power);
    }

    Counted han(bool quoted) {
        const HanNumeral numeral = han_numeral(prose_, at_);
        cursor_ = at_ + static_cast<std::uint32_t>(numeral.size);
        out_.past = std::max(cursor_, at_ + char_at(prose_, at_).size);
        if (numeral.size == 0 || quoted) return none();
        const bool plain = numeral.positional && numeral.size > wide;  // “二三件” counts nothing
        const Char first = char_at(prose_, at_);
        const bool bare = first.code == U'百' || first.code == U'千' || first.code == U'万' ||
                          first.code == U'亿';
        out_.han = true;
        out_.number = {at_, cursor_};
        out_.value = Decimal(numeral.value);
        const Words before = at_ >= begin_ + wide ? prose_.substr(at_ - wide, wide) : Words{};
        if (plain || any_of(not_in_front_of_han, before)) return none();
        if (numeral.value == 1 && any_of(not_in_front_of_one, before)) return none();
        if (percent_in_front()) {
            out_.unit = "%";
            out_.span = {at_ - static_cast<std::uint32_t>(percent.size()), cursor_};
            return finish(0);
        }
        more_than();
        out_.unit = unit_after_han(rest(), numeral.value);
        if (out_.unit.empty()) return none();
        cursor_ += static_cast<std::uint32_t>(out_.unit.size());
        if (bare && before == "上") {
            out_.exactness = GOUJI_EXACTNESS_ABOUT;
            out_.span = {at_ - static_cast<std::uint32_t>(wide), cursor_};
            return finish(0);
        }
        const Counted done = finish(0);
        // “近万件” counts, “千家万户” does not.
        return bare && done.exactness == GOUJI_EXACTNESS_EXACT ? none() : done;
    }

private:
    static constexpr Words percent = "百分之";

    Words rest() const { return prose_.substr(std::min<std::size_t>(cursor_, prose_.size())); }

    Counted none() {
        Counted nothing;
        nothing.past = out_.past;
        return nothing;
    }

    void skip_digits(std::uint32_t& at) const {
        while (at < prose_.size() && is_digit(static_cast<unsigned char>(prose_[at]))) ++at;
    }

    std::uint32_t digits_from(std::uint32_t at) const {
        std::uint32_t end = at;
        skip_digits(end);
        return end - at;
    }

    /// Bytes of what may part thousands here: a comma, or a blank as the standard has it (1 234).
    std::uint32_t thousands_mark() const {
        const Char c = char_at(prose_, cursor_);
        return c.code == ',' || is_blank(c.code) ? c.size : 0;
    }

    /// Digits with thousands separators and decimals.
    bool number() {
        constexpr std::uint32_t most_digits = 17;
        cursor_ = at_;
        std::uint32_t count = digits_from(at_);
        Decimal value;
        const auto add = [&](std::uint32_t digits) {
            for (std::uint32_t i = 0; i < digits; ++i) {
                value.coefficient = value.coefficient * 10 + (prose_[cursor_ + i] - '0');
            }
            cursor_ += digits;
        };
        if (count > most_digits) return false;
        std::uint32_t total = count;
        add(count);
        if (count <= 3) {
            for (std::uint32_t mark = thousands_mark();
                 mark != 0 && digits_from(cursor_ + mark) == 3 && total + 3 <= most_digits;
                 mark = thousands_mark()) {
                cursor_ += mark;
                add(3);
                total += 3;
            }
        }
        const Char point = char_at(prose_, cursor_);
        if (point.code == '.' || point.code == U'．') {
            const std::uint32_t places = digits_from(cursor_ + point.size);
            if (places != 0 && total + places <= most_digits) {
                cursor_ += point.size;
                add(places);
                value.exponent = -static_cast<std::int32_t>(places);
                // 2.1.3 is a clause, not a figure.
                if (cursor_ < prose_.size() && prose_[cursor_] == '.' &&
                    digits_from(cursor_ + 1) != 0)
                    return false;
            }
        }
        out_.number = {at_, cursor_};
        out_.value = value;
        return true;
    }

    /// 余, 多 and 来 between the figure and its unit.
    void more_than() {
        for (const Words word : {"余", "多", "来"}) {
            if (!rest().starts_with(word)) continue;
            cursor_ += static_cast<std::uint32_t>(word.size());
            out_.exactness = GOUJI_EXACTNESS_MORE_THAN;
            return;
        }
    }

    /// 十 to 亿 after digits, as a power of ten.
    std::int32_t powers() {
        std::int32_t power = 0;
        for (;;) {
            const Char c = char_at(prose_, cursor_);
            switch (c.code) {
                case U'百':
                    power += 2;
                    break;
                case U'千':
                    power += 3;
                    break;
                case U'万':
                    power += 4;
                    break;
                case U'亿':
                    power += 8;
                    break;
                default:
                    return power;
            }
            cursor_ += c.size;
        }
    }

    bool percent_in_front() const {
        return at_ >= begin_ + percent.size() &&
               prose_.substr(at_ - percent.size()).starts_with(percent);
    }

    /// Qualifiers on both sides, and the spans.
    Counted finish(std::int32_t power) {
        out_.value.exponent += power;
        if (out_.span.begin == 0) out_.span.begin = at_;
        const Words front = prose_.substr(begin_, out_.span.begin - begin_);
        for (const Qualifier& qualifier : qualifiers_before) {
            if (!front.ends_with(qualifier.words)) continue;
            const Words ahead = front.substr(0, front.size() - qualifier.words.size());
            if (ahead.size() >= wide &&
                any_of(qualifier.not_after, ahead.substr(ahead.size() - wide)))
                break;
            out_.span.begin -= static_cast<std::uint32_t>(qualifier.words.size());
            out_.exactness = qualifier.exactness;
            break;
        }
        for (const Qualifier& qualifier : qualifiers_after) {
            if (!rest().starts_with(qualifier.words)) continue;
            cursor_ += static_cast<std::uint32_t>(qualifier.words.size());
            if (out_.exactness == GOUJI_EXACTNESS_EXACT) out_.exactness = qualifier.exactness;
            break;
        }
        out_.span.end = cursor_;
        return out_;
    }

    Words prose_;
    std::uint32_t begin_;
    std::uint32_t at_;
    std::uint32_t cursor_ = 0;
    Counted out_;
};

}  // namespace

bool starts_counted(char32_t c) {
    switch (c) {
        case U'一':
        case U'二':
        case U'两':
        case U'三':
        case U'四':
        case U'五':
        case U'六':
        case U'七':
        case U'八':
        case U'九':
        case U'十':
        case U'百':
        case U'千':
        case U'万':
        case U'零':
            return true;
        default:
            return is_digit(c);
    }
}

Counted counted_at(std::string_view prose, Span paragraph, std::uint32_t at, bool quoted) {
    Reader reader(prose, paragraph, at);
    return is_digit(static_cast<unsigned char>(prose[at])) ? reader.digits() : reader.han(quoted);
}

}  // namespace gouji
