#include "place.hpp"

#include <gouji/utf8.hpp>

#include <array>
#include <optional>

#include "../prose/lexicon.hpp"
#include "../prose/line.hpp"

namespace gouji::consistency::places {

/// What a word says of the name of a place after it.
enum class Word : std::uint8_t {
    edge  ///< it is no part of the name
};

}  // namespace gouji::consistency::places

#include "places.hpp"

namespace gouji::consistency {
namespace {

using namespace places;

using namespace std::string_view_literals;
using sdk::Span;

using Suffix = prose::Entry<Level>;

const Suffix* suffix_at(std::string_view text, std::size_t at) {
    static constexpr auto words = std::to_array<Suffix>({{"自治县", Level::county},
                                                         {"自治州", Level::city},
                                                         {"自治旗", Level::county},
                                                         {"街道", Level::town},
                                                         {"省", Level::province},
                                                         {"市", Level::city},
                                                         {"县", Level::county},
                                                         {"区", Level::county},
                                                         {"镇", Level::town},
                                                         {"乡", Level::town}});
    static const prose::Lexicon<Level> lexicon(words);
    return lexicon.at(text, at);
}

/// 旗 and 州 end too many other words to be sought in running text; in an agency's name they are
/// divisions unless the name goes on: 库勒旗教育局, but 红旗街道 and 兰州市.
const Suffix* rare_suffix_at(std::string_view text, std::size_t at) {
    static constexpr auto words =
        std::to_array<Suffix>({{"旗", Level::county}, {"州", Level::city}});
    for (const Suffix& suffix : words) {
        if (!text.substr(at).starts_with(suffix.word)) continue;
        const std::size_t end = at + suffix.word.size();
        return end < text.size() && suffix_at(text, end) == nullptr ? &suffix : nullptr;
    }
    return nullptr;
}

/// What stands before a suffix in words that are no names: 社|区, 城|市, 我|县.
bool generic(std::string_view before, std::string_view suffix) {
    if (prose::ends_with_any(before, before_any)) return true;
    if (suffix == "区"sv) return prose::ends_with_any(before, before_district);
    if (suffix == "市"sv) return prose::ends_with_any(before, before_city);
    if (suffix == "镇"sv) return prose::ends_with_any(before, before_town);
    if (suffix == "乡"sv) return prose::ends_with_any(before, before_township);
    return suffix == "街道"sv && prose::ends_with_any(before, before_street);
}

const prose::Lexicon<Word>& edges() {
    static const prose::Lexicon<Word> lexicon(grammar_words);
    return lexicon;
}

/// Where the core of a name that ends at `end` begins, at or after `floor`: at most five Han
/// characters back, and after the last word that is no part of a name.
std::uint32_t core_begin(std::string_view text, std::size_t floor, std::size_t end) {
    std::size_t at = end;
    for (int count = 0; count < 5 && at > floor; ++count) {
        const Char c = char_before(text, at);
        if (!is_han(c.code)) break;
        at -= c.size;
    }
    std::size_t begin = at;
    edges().scan(text.substr(at, end - at), [&](const prose::Hit<Word>& hit) {
        // A name may end in 和 or 至 (永和县), never in 依托: nothing is left of it then.
        const bool character = hit.end - hit.begin == 3;
        if (!character || at + hit.end < end) begin = at + hit.end;
    });
    return static_cast<std::uint32_t>(begin);
}

bool pair_character(char32_t c) {
    constexpr std::u32string_view characters = U"东南西北上下";
    return characters.find(c) != std::u32string_view::npos;
}

}  // namespace

std::vector<Place> places_in_front(std::string_view agency) {
    std::vector<Place> out;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < agency.size();) {
        const Suffix* suffix = suffix_at(agency, at);
        if (suffix == nullptr) suffix = rare_suffix_at(agency, at);
        const std::string_view core = agency.substr(begin, at - begin);
        // A core has two characters or more; those of one (“沙县”) read “县” as a word of the unit.
        if (suffix != nullptr && length(core) >= 2 && !generic(core, suffix->word)) {
            if (length(core) > 6) break;
            out.push_back({core, agency.substr(at, suffix->word.size()), suffix->kind});
            at += suffix->word.size();
            begin = at;
        } else {
            at += std::max<std::uint32_t>(1, char_at(agency, at).size);
        }
        if (length(agency.substr(begin, at - begin)) > 6) break;  // the unit has begun
    }
    return out;
}

std::vector<PlaceMention> places_named(std::string_view text) {
    std::vector<PlaceMention> out;
    std::size_t floor = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const Suffix* suffix = lead >= 0xE4 ? suffix_at(text, at) : nullptr;
        if (suffix == nullptr) {
            at += lead < 0x80 ? 1 : std::max<std::uint32_t>(1, char_at(text, at).size);
            continue;
        }
        const std::string_view before = text.substr(floor, at - floor);
        if (!generic(before, suffix->word)) {
            const std::uint32_t begin = core_begin(text, floor, at);
            // “86万元改版县政府网站”: a unit is no beginning of a name.
            const bool counted = is_digit(char_before(text, begin).code);
            if (!counted && length(text.substr(begin, at - begin)) >= 2) {
                const std::size_t end = at + suffix->word.size();
                out.push_back({begin, static_cast<std::uint32_t>(at),
                               static_cast<std::uint32_t>(end), suffix->kind});
                floor = end;
            }
        }
        at += suffix->word.size();
    }
    return out;
}

bool brothers(std::string_view one, std::string_view other) {
    if (one.size() != other.size() || one == other) return false;
    std::size_t at = 0;
    int apart = 0;
    bool pair = false;
    while (at < one.size()) {
        const Char a = char_at(one, at);
        const Char b = char_at(other, at);
        if (a.size != b.size) return false;
        if (a.code != b.code) {
            ++apart;
            pair = pair_character(a.code) && pair_character(b.code);
        }
        at += a.size;
    }
    return apart == 1 && pair;
}

}  // namespace gouji::consistency
