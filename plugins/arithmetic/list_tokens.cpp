#include "list_tokens.hpp"

#include <algorithm>
#include <charconv>

namespace gouji::arithmetic {

using namespace std::string_view_literals;

ListTokens::ListTokens(const sdk::Document& document, gouji_span span,
                       std::span<const gouji_quantity> quantities)
    : folded_(document.text(), span), quantities_(quantities) {
    std::uint32_t at = 0;
    for (std::size_t i = 0; i < quantities.size(); ++i) {
        const std::uint32_t begin = std::max(at, folded_.fold(quantities[i].span.begin));
        const std::uint32_t end = std::max(begin, folded_.fold(quantities[i].span.end));
        gap(at, begin);
        put(begin, end, ListWord::quantity, static_cast<std::uint16_t>(i));
        at = end;
    }
    gap(at, folded_.text().size());
    drop_remarks();
    depths_.reserve(tokens_.size());
    std::uint32_t depth = 0;
    for (const ListToken& token : tokens_) {
        if (token.kind == ListWord::close && depth > 0) --depth;
        depths_.push_back(depth);
        if (token.kind == ListWord::open) ++depth;
    }
}

/// “工作动态（含通知公告）135 条”: brackets without a figure explain a name; what they say of lists
/// is not said of this one.
void ListTokens::drop_remarks() {
    const auto speaks_of_lists = [](const ListToken& token) {
        return token.kind == ListWord::among || token.kind == ListWord::each_is ||
               token.kind == ListWord::rest || token.kind == ListWord::ends;
    };
    std::vector<std::size_t> open;  // brackets that hold no figure so far
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
        if (tokens_[i].kind == ListWord::quantity) {
            open.clear();
        } else if (tokens_[i].kind == ListWord::open) {
            open.push_back(i);
        } else if (tokens_[i].kind == ListWord::close && !open.empty()) {
            const auto begin = tokens_.begin() + static_cast<std::ptrdiff_t>(open.back());
            const auto end = tokens_.begin() + static_cast<std::ptrdiff_t>(i);
            const auto kept = std::remove_if(begin, end, speaks_of_lists);
            i -= static_cast<std::size_t>(end - kept);
            tokens_.erase(kept, end);
            open.pop_back();
        }
    }
}

bool ListTokens::has_quantity(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i) {
        if (tokens_[i].kind == ListWord::quantity) return true;
    }
    return false;
}

void ListTokens::gap(std::size_t begin, std::size_t end) {
    const std::string_view text = folded_.text().substr(0, end);
    for (std::size_t at = begin; at < end;) {
        if (text[at] >= '0' && text[at] <= '9') {
            int value = 0;
            const auto [stop, error] = std::from_chars(text.data() + at, text.data() + end, value);
            const auto size = static_cast<std::size_t>(stop - text.data()) - at;
            if (error == std::errc() && size == 4 && text.substr(at + size).starts_with("年"sv)) {
                put(at, at + size, ListWord::year, static_cast<std::uint16_t>(value));
            }
            at += std::max<std::size_t>(1, size);
        } else if (text.substr(at).starts_with("《"sv)) {
            const std::size_t close = text.find("》"sv, at);
            at = close == std::string_view::npos ? at + 3 : close + 3;
        } else if (const auto* entry = list_words().at(text, at)) {
            put(at, at + entry->word.size(), entry->kind, entry->detail);
            at += entry->word.size();
        } else {
            at += std::max<std::uint32_t>(1, char_at(text, at).size);
        }
    }
}

void ListTokens::put(std::size_t begin, std::size_t end, ListWord kind, std::uint16_t detail) {
    tokens_.push_back(
        {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), kind, detail});
}

}  // namespace gouji::arithmetic
