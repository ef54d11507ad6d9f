#include <gouji/paragraph.hpp>

#include <algorithm>
#include <array>

#include "mojibake.page.hpp"

namespace gouji::typography {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::mojibake;

/// What wrongly decoded bytes look like.
class Mojibake {
public:
    explicit Mojibake(Options) {}

    void check(Document document, Sink sink) const {
        const Span extent = document.extent();
        const std::string_view text = document.text(extent);
        Places places(text);
        std::size_t end = 0;
        for (std::size_t at = places.next(0); at < text.size(); at = places.next(end)) {
            end = at + size_at(text, at);
            while (end < text.size() && size_at(text, end) != 0) end += size_at(text, end);
            sink.report(part(extent, at, end - at),
                        message::garbled{.found = text.substr(at, end - at)});
        }
    }

private:
    /// Replacement characters; UTF-8 read as GBK twice over; fresh stack and heap memory as GBK;
    /// UTF-8 read as Latin-1.
    static constexpr std::array<std::string_view, 11> signs{
        "\xEF\xBF\xBD", "锟斤拷", "锟斤",     "斤拷", "烫烫烫", "屯屯屯",
        "锘锘",         "â€œ",    "â€\u009D", "ï»¿",  "ï¼"};

    /// What a byte above 0x7F becomes when UTF-8 is read as Windows' Latin-1, after the first.
    static bool is_tail(char32_t c) {
        constexpr std::u32string_view windows = U"€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";
        return (c >= 0x80 && c <= 0xBF) || windows.find(c) != std::u32string_view::npos;
    }

    /// Bytes of two or more Han characters that were read so: ä¸­å›½. One alone may be a word's é.
    static std::size_t twice_encoded(std::string_view rest) {
        std::size_t at = 0;
        int characters = 0;
        for (;; ++characters) {
            const Char lead = char_at(rest, at);
            if (lead.code < 0xE3 || lead.code > 0xE9) break;
            const Char second = char_at(rest, at + lead.size);
            const Char third = char_at(rest, at + lead.size + second.size);
            if (!is_tail(second.code) || !is_tail(third.code)) break;
            at += lead.size + second.size + third.size;
        }
        return characters >= 2 ? at : 0;
    }

    /// How many garbled bytes begin at `at`; 0 when none do.
    static std::size_t size_at(std::string_view text, std::size_t at) {
        const std::string_view rest = text.substr(at);
        for (const std::string_view sign : signs) {
            if (rest.starts_with(sign)) return sign.size();
        }
        if (const std::size_t size = twice_encoded(rest); size != 0) return size;
        if (!rest.starts_with("???")) return 0;
        const std::size_t marks = std::min(rest.find_first_not_of('?'), rest.size());
        // Question marks are what is left of characters that a code page lacks.
        const bool among_han =
            is_han(char_before(text, at).code) || is_han(char_at(text, at + marks).code);
        return among_han ? marks : 0;
    }

    /// The places where garbled bytes begin, in reading order. What was found behind a place is
    /// kept for the next one: no byte is searched twice for the same sign.
    class Places {
    public:
        explicit Places(std::string_view text) : text_(text) {
            // Most text holds none of these first bytes beside Han characters; one search each.
            for (std::size_t i = 0; i < signs.size(); ++i) signs_[i] = seek(text, signs[i]);
            letters_ = letters(0);
            marks_ = marks(0);
        }

        /// The first at `from` or after it; npos without.
        std::size_t next(std::size_t from) {
            std::size_t best = std::string_view::npos;
            for (std::size_t i = 0; i < signs.size(); ++i) {
                if (signs_[i] < from) signs_[i] = seek(text_, signs[i], from);
                best = std::min(best, signs_[i]);
            }
            if (letters_ < from) letters_ = letters(from);
            if (marks_ < from) marks_ = marks(from);
            return std::min({best, letters_, marks_});
        }

    private:
        /// ã … é, one of which is first of a garbled character.
        [[nodiscard]] std::size_t letters(std::size_t from) const {
            std::size_t at = text_.find('\xC3', from);
            while (at != std::string_view::npos && twice_encoded(text_.substr(at)) == 0)
                at = text_.find('\xC3', at + 1);
            return at;
        }
        /// A row of question marks is garbled from its first mark on, or nowhere.
        [[nodiscard]] std::size_t marks(std::size_t from) const {
            std::size_t at = text_.find("???", from);
            while (at != std::string_view::npos && size_at(text_, at) == 0)
                at = text_.find("???", text_.find_first_not_of('?', at));
            return at;
        }

        std::string_view text_;
        std::array<std::size_t, signs.size()> signs_{};
        std::size_t letters_ = 0;
        std::size_t marks_ = 0;
    };
};

}  // namespace
}  // namespace gouji::typography

GOUJI_RULE(mojibake, gouji::typography::Mojibake);
