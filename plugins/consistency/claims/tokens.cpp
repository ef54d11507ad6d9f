#include "tokens.hpp"

#include <gouji/utf8.hpp>

#include <algorithm>
#include <charconv>
#include <string_view>

#include "../../prose/line.hpp"

namespace gouji::consistency {
namespace {

using namespace std::string_view_literals;

/// The number that starts at `at`; 0 digits when there is none.
std::size_t digits(std::string_view text, std::size_t at, int& value) {
    std::size_t end = at;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    value = 0;
    std::from_chars(text.data() + at, text.data() + end, value);
    return end - at;
}

/// Whether 未 or 无 denies what follows (未收到, 无任何申请), or is the first half of another word
/// (未来, 无障碍). All other words stand for themselves.
bool applies(std::string_view word, std::string_view rest) {
    if (word != "未"sv && word != "无"sv) return true;
    const auto* next = rest.empty() ? nullptr : claim_words().at(rest, 0);
    if (next != nullptr && next->kind != Word::neutral) return true;
    return prose::starts_with_any(
        rest, {"因"sv, "有"sv, "被"sv, "曾"sv, "再"sv, "向"sv, "就"sv, "对"sv, "任何"sv, "相关"sv,
               "此类"sv, "该类"sv, "一"sv, "新"sv});
}

class Tokenizer {
public:
    Tokenizer(std::string_view text, std::vector<Token>& out) : text_(text), out_(out) {}

    void gap(std::size_t begin, std::size_t end) {
        const std::string_view text = text_.substr(0, end);
        for (std::size_t at = begin; at < end;) {
            if (text[at] >= '0' && text[at] <= '9') {
                at += number(text, at);
            } else if (text.substr(at).starts_with("《"sv)) {
                const std::size_t close = text_.find("》"sv, at);
                at = close == std::string_view::npos ? at + "《"sv.size() : close + "》"sv.size();
            } else if (const auto* entry = claim_words().at(text, at);
                       entry != nullptr &&
                       applies(entry->word, text.substr(at + entry->word.size()))) {
                put(at, at + entry->word.size(), entry->kind, entry->detail);
                at += entry->word.size();
            } else {
                at += std::max<std::uint32_t>(1, char_at(text, at).size);
            }
        }
    }

    void put(std::size_t begin, std::size_t end, Word kind, std::uint16_t detail) {
        out_.push_back(
            {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), kind, detail});
    }

private:
    /// A year speaks of when; a month, unless it is the first or last day of the year, narrows
    /// the figure to a part of it.
    std::size_t number(std::string_view text, std::size_t at) {
        int value = 0;
        const std::size_t size = digits(text, at, value);
        std::size_t end = at + size;
        const std::string_view rest = text.substr(end);
        if (size == 4 && value >= 2000 && value < 2100 && rest.starts_with("年"sv)) {
            put(at, end + "年"sv.size(), Word::year, static_cast<std::uint16_t>(value));
            return size + "年"sv.size();
        }
        if (size <= 2 && rest.starts_with("月"sv) && value >= 1 && value <= 12) {
            end += "月"sv.size();
            int day = 0;
            const std::size_t more = digits(text, end, day);
            const bool whole_year =
                (value == 1 && more != 0 && day == 1) ||
                (value == 12 && (day == 31 || text.substr(end).starts_with("底"sv)));
            if (!whole_year) put(at, end, Word::period, 0);
            return end - at + more;
        }
        return size;
    }

    std::string_view text_;
    std::vector<Token>& out_;
};

}  // namespace

std::vector<Token> tokens(const prose::Folded& sentence,
                          std::span<const gouji_quantity> quantities) {
    std::vector<Token> out;
    out.reserve(32);
    Tokenizer tokenizer(sentence.text(), out);
    std::uint32_t at = 0;
    for (std::size_t i = 0; i < quantities.size(); ++i) {
        const std::uint32_t begin = std::max(at, sentence.fold(quantities[i].span.begin));
        const std::uint32_t end = std::max(begin, sentence.fold(quantities[i].span.end));
        tokenizer.gap(at, begin);
        tokenizer.put(begin, end, Word::quantity, static_cast<std::uint16_t>(i));
        at = end;
    }
    tokenizer.gap(at, sentence.text().size());
    return out;
}

bool ends_clause(Word kind) {
    switch (kind) {
        case Word::comma:
        case Word::colon:
        case Word::semicolon:
        case Word::stop:
        case Word::open:
        case Word::close:
        case Word::quantity:
            return true;
        default:
            return false;
    }
}

}  // namespace gouji::consistency
