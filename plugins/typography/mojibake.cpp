#include <gouji/paragraph.hpp>

#include <algorithm>
#include <array>

namespace gouji::typography {
namespace {

using namespace gouji::sdk;

/// What wrongly decoded bytes look like.
class Mojibake {
public:
    explicit Mojibake(Options) {}

    void check(Document document, Report report) const {
        const Span extent = document.extent();
        const std::string_view text = document.text(extent);
        std::size_t end = 0;
        for (std::size_t at = next(text, 0); at < text.size(); at = next(text, end)) {
            end = at + size_at(text, at);
            while (end < text.size() && size_at(text, end) != 0) end += size_at(text, end);
            report.at(part(extent, at, end - at), "garbled")
                .with("found", text.substr(at, end - at));
        }
    }

private:
    /// Replacement characters; UTF-8 read as GBK twice over; fresh stack and heap memory as GBK;
    /// UTF-8 read as Latin-1.
    static constexpr std::array<std::string_view, 11> signs{
        "\xEF\xBF\xBD", "锟斤拷", "锟斤",     "斤拷", "烫烫烫", "屯屯屯",
        "锘锘",         "â€œ",    "â€\u009D", "ï»¿",  "ï¼"};

    /// How many garbled bytes begin at `at`; 0 when none do.
    static std::size_t size_at(std::string_view text, std::size_t at) {
        const std::string_view rest = text.substr(at);
        for (const std::string_view sign : signs) {
            if (rest.starts_with(sign)) return sign.size();
        }
        if (!rest.starts_with("???")) return 0;
        const std::size_t marks = std::min(rest.find_first_not_of('?'), rest.size());
        // Question marks are what is left of characters that a code page lacks.
        const bool among_han =
            is_han(char_before(text, at).code) || is_han(char_at(text, at + marks).code);
        return among_han ? marks : 0;
    }

    static std::size_t next(std::string_view text, std::size_t from) {
        // Most text holds none of these first bytes beside Han characters; one search each.
        std::size_t best = text.size();
        for (const std::string_view sign : signs)
            best = std::min(best, std::min(seek(text, sign, from), best));
        for (std::size_t at = text.find("???", from); at < best; at = text.find("???", at + 1)) {
            if (size_at(text, at) != 0) return at;
        }
        return best;
    }
};

}  // namespace
}  // namespace gouji::typography

GOUJI_RULE(mojibake, gouji::typography::Mojibake);
