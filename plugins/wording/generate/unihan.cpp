#include "unihan.hpp"

#include <gouji/utf8.hpp>

#include <algorithm>
#include <array>
#include <sstream>
#include <string_view>

#include "lists.hpp"

namespace gouji::wording {
namespace {

/// “zhòng(1823)” or “zhòng” as “zhong”.
std::string toneless(std::string_view reading) {
    static constexpr std::array<std::pair<std::u32string_view, char>, 6> vowels{{{U"āáǎà", 'a'},
                                                                                 {U"ēéěèê", 'e'},
                                                                                 {U"īíǐì", 'i'},
                                                                                 {U"ōóǒò", 'o'},
                                                                                 {U"ūúǔù", 'u'},
                                                                                 {U"ǖǘǚǜü", 'v'}}};
    std::string out;
    for (std::size_t at = 0; at < reading.size();) {
        const Char c = char_at(reading, at);
        at += c.size;
        if (c.code == '(') break;
        if (c.code < 0x80) {
            out.push_back(static_cast<char>(c.code));
            continue;
        }
        for (const auto& [forms, plain] : vowels) {
            if (forms.find(c.code) != std::u32string_view::npos) out.push_back(plain);
        }
        if (c.code == U'ń' || c.code == U'ň' || c.code == U'ǹ') out.push_back('n');
    }
    return out;
}

void add(std::vector<std::string>& to, std::string value) {
    if (!value.empty() && std::ranges::find(to, value) == to.end()) to.push_back(std::move(value));
}

void read_file(const std::string& path, HanTable& table) {
    for (const Row& row : read_rows(path)) {
        if (row.size() < 3 || !row[0].starts_with("U+") || row[0].size() != 6) continue;
        const auto code = static_cast<char16_t>(std::stoul(row[0].substr(2), nullptr, 16));
        const std::string& field = row[1];
        std::istringstream values(row[2]);
        HanCharacter& han = table[code];
        if (field == "kHanyuPinlu" || field == "kMandarin") {
            for (std::string value; values >> value;) add(han.sounds, toneless(value));
        } else if (field == "kPhonetic") {
            for (std::string value; values >> value;) {
                std::erase(value, '*');
                add(han.phonetics, value);
            }
        } else if (field == "kFourCornerCode") {
            values >> han.four_corner;
        } else if (field == "kCangjie") {
            values >> han.cangjie;
        } else if (field == "kTotalStrokes") {
            values >> han.strokes;
        } else if (field == "kGB0") {
            han.in_gb2312 = true;
        }
    }
}

}  // namespace

HanTable read_unihan(const std::string& folder) {
    HanTable table;
    for (const char* name : {"Readings", "DictionaryLikeData", "IRGSources", "OtherMappings"}) {
        read_file(folder + "/Unihan_" + name + ".txt", table);
    }
    return table;
}

}  // namespace gouji::wording
