#include "gouji/lsp/text_document.hpp"

#include <gouji/utf8.hpp>

#include <random>
#include <vector>

#include <gtest/gtest.h>

namespace gouji {
namespace {

constexpr char32_t lone = 0xFFFD;

/// A text as an editor has it: UTF-16 units. What JSON cannot carry, half a character, is U+FFFD.
class Units {
public:
    explicit Units(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            const Char c = char_at(text, at);
            add(c.code, units_);
            at += c.size;
        }
    }
    void replace(std::size_t from, std::size_t to, std::string_view by) {
        const Units words(by);
        units_.erase(units_.begin() + static_cast<std::ptrdiff_t>(from),
                     units_.begin() + static_cast<std::ptrdiff_t>(to));
        units_.insert(units_.begin() + static_cast<std::ptrdiff_t>(from), words.units_.begin(),
                      words.units_.end());
        for (std::size_t i = 0; i < units_.size(); ++i) {
            const bool pair = high(i) && i + 1 < units_.size() && low(i + 1);
            if (pair) {
                ++i;
            } else if (high(i) || low(i)) {
                units_[i] = lone;
            }
        }
    }
    [[nodiscard]] TextPosition position(std::size_t unit) const {
        TextPosition out;
        for (std::size_t i = 0; i < unit; ++i) {
            const bool ends =
                units_[i] == '\n' ||
                (units_[i] == '\r' && (i + 1 == units_.size() || units_[i + 1] != '\n'));
            out = ends ? TextPosition{out.line + 1, 0} : TextPosition{out.line, out.character + 1};
        }
        return out;
    }
    /// Between \r and \n there is no position.
    [[nodiscard]] bool has_position(std::size_t unit) const {
        return unit == 0 || unit >= units_.size() || units_[unit - 1] != '\r' ||
               units_[unit] != '\n';
    }
    [[nodiscard]] std::size_t size() const { return units_.size(); }
    [[nodiscard]] std::string text() const {
        std::string out;
        for (std::size_t i = 0; i < units_.size(); ++i) {
            char32_t code = units_[i];
            if (high(i)) code = 0x10000 + ((code - 0xD800) << 10U) + (units_[++i] - 0xDC00);
            append(out, code);
        }
        return out;
    }

private:
    static void add(char32_t code, std::vector<char32_t>& out) {
        if (code <= 0xFFFF) return out.push_back(code);
        out.push_back(0xD800 + ((code - 0x10000) >> 10U));
        out.push_back(0xDC00 + ((code - 0x10000) & 0x3FFU));
    }
    [[nodiscard]] bool high(std::size_t i) const {
        return units_[i] >= 0xD800 && units_[i] < 0xDC00;
    }
    [[nodiscard]] bool low(std::size_t i) const {
        return units_[i] >= 0xDC00 && units_[i] < 0xE000;
    }

    std::vector<char32_t> units_;
};

TEST(TextDocument, CountsUtf16OrBytes) {
    const TextDocument text("甲😀乙\r\n丙\rd\n", PositionEncoding::utf16);
    EXPECT_EQ(text.lines(), 4U);
    EXPECT_EQ(text.offset({0, 3}), 7U);
    EXPECT_EQ(text.offset({0, 2}), 3U) << "inside the pair";
    EXPECT_EQ(text.offset({0, 99}), 10U) << "behind the line";
    EXPECT_EQ(text.offset({9, 0}), text.text().size());
    EXPECT_EQ(text.position(7), (TextPosition{0, 3}));
    EXPECT_EQ(text.position(12), (TextPosition{1, 0}));
    EXPECT_EQ(text.position(999), (TextPosition{3, 0}));
    const TextDocument bytes("甲😀乙\n", PositionEncoding::utf8);
    EXPECT_EQ(bytes.position(7), (TextPosition{0, 7}));
    EXPECT_EQ(bytes.offset({0, 7}), 7U);
    EXPECT_EQ(TextDocument("", PositionEncoding::utf16).position(0), (TextPosition{0, 0}));
}

TEST(TextDocument, EditsGiveWhatReplacingTheWholeTextGives) {
    std::mt19937 random(20231121);  // NOLINT: the same on every run
    const std::vector<std::string> words{"甲", "😀", "a", "\n", "\r", "\r\n", "，", "年报", ""};
    const auto pick = [&](std::size_t end) {
        return std::uniform_int_distribution<std::size_t>(0, end)(random);
    };
    for (int round = 0; round < 200; ++round) {
        std::string start;
        for (std::size_t i = pick(30); i > 0; --i) start += words[pick(words.size() - 1)];
        Units expected(start);
        TextDocument text(start, PositionEncoding::utf16);
        for (int step = 0; step < 60; ++step) {
            std::size_t from = pick(expected.size()),
                        to = from + pick(std::min<std::size_t>(6, expected.size() - from));
            if (!expected.has_position(from) || !expected.has_position(to)) continue;
            std::string by;
            for (std::size_t i = pick(3); i > 0; --i) by += words[pick(words.size() - 1)];
            const std::uint32_t before = static_cast<std::uint32_t>(text.text().size());
            const auto edit = text.replace({expected.position(from), expected.position(to)}, by);
            expected.replace(from, to, by);
            ASSERT_EQ(text.text(), expected.text());
            ASSERT_EQ(edit.replaced.begin, edit.inserted.begin);
            ASSERT_EQ(before - size(edit.replaced) + size(edit.inserted), text.text().size());
            const TextDocument whole(text.text(), PositionEncoding::utf16);
            ASSERT_EQ(text.lines(), whole.lines());
            for (std::uint32_t line = 0; line < whole.lines(); ++line)
                ASSERT_TRUE(same(text.line(line), whole.line(line)));
        }
        // Every position there and back.
        for (std::size_t unit = 0; unit <= expected.size(); ++unit) {
            if (!expected.has_position(unit)) continue;
            const TextPosition position = expected.position(unit);
            const std::uint32_t offset = text.offset(position);
            const TextPosition back = text.position(offset);
            ASSERT_TRUE(back == position || back.character + 1 == position.character);
        }
    }
}

}  // namespace
}  // namespace gouji
