#pragma once

#include <gouji/sdk.hpp>

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

}  // namespace gouji::consistency
