#pragma once

#include <gouji/sdk.hpp>

#include <array>
#include <string_view>

namespace gouji::consistency {

/// The chapter where a report says what it charged for information; null without.
[[nodiscard]] inline const gouji_chapter* fee_chapter(sdk::Document document) {
    const gouji_chapter* found = nullptr;
    for (const gouji_chapter& chapter : document.chapters()) {
        if (chapter.level == 1 && sdk::view(chapter.kind) == "other") found = &chapter;
    }
    return found;
}

/// Where the first of the words stands in the folded prose of a chapter's body: its source span,
/// empty when none does. Line breaks and blanks inside a word do not hide it.
template <std::size_t N>
[[nodiscard]] gouji_span find_in(sdk::Document document, gouji_span body,
                                 const std::array<std::string_view, N>& words) {
    const sdk::Prose prose = document.prose();
    const std::string_view text = prose.text();
    for (const std::string_view word : words) {
        for (std::size_t at = seek(text, word); at != std::string_view::npos;
             at = seek(text, word, at + 1)) {
            const gouji_span source = prose.source(at, word.size());
            if (sdk::contains(body, source)) return source;
        }
    }
    return {};
}

}  // namespace gouji::consistency
