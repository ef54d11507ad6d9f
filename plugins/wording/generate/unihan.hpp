// The few fields of the Unicode Han database that say which characters are mistaken for which.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace gouji::wording {

struct HanCharacter {
    std::vector<std::string> sounds;     ///< syllables without tones, most frequent first
    std::vector<std::string> phonetics;  ///< groups that share a sound component
    std::string four_corner;
    std::string cangjie;  ///< the parts it is typed by
    int strokes = 0;
    bool in_gb2312 = false;
};

using HanTable = std::map<char16_t, HanCharacter>;

/// Reads Unihan_Readings.txt, Unihan_DictionaryLikeData.txt, Unihan_IRGSources.txt and
/// Unihan_OtherMappings.txt in `folder`.
[[nodiscard]] HanTable read_unihan(const std::string& folder);

}  // namespace gouji::wording
