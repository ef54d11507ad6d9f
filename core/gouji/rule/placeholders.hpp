#pragma once

#include <string_view>

namespace gouji {

/// Goes through a message's words: calls `text` for every literal stretch and `name` for every
/// {name}, in order.
template <class Text, class Name>
void walk_placeholders(std::string_view words, const Text& text, const Name& name) {
    const auto of_name = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '_' || c == '-';
    };
    std::size_t literal = 0;
    for (std::size_t at = words.find('{'); at != std::string_view::npos;
         at = words.find('{', at + 1)) {
        std::size_t end = at + 1;
        while (end < words.size() && of_name(words[end])) ++end;
        if (end == at + 1 || end == words.size() || words[end] != '}') continue;
        text(words.substr(literal, at - literal));
        name(words.substr(at + 1, end - at - 1));
        literal = end + 1;
        at = end;
    }
    text(words.substr(literal));
}

}  // namespace gouji
