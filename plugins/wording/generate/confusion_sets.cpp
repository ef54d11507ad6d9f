#include "confusion_sets.hpp"

#include <algorithm>
#include <string_view>

namespace gouji::wording {
namespace {

/// What southern speakers and fuzzy input methods hear as one: zh/z, ch/c, sh/s, l/n, -ng/-n.
std::string blurred(std::string sound) {
    if (sound.size() > 1 && sound[1] == 'h') sound.erase(1, 1);
    if (sound.front() == 'l') sound.front() = 'n';
    if (sound.ends_with("ng") && !sound.ends_with("ong")) sound.pop_back();
    return sound;
}

bool share(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    return std::ranges::any_of(
        a, [&](const std::string& x) { return std::ranges::find(b, x) != b.end(); });
}

std::size_t shared_tail(std::string_view a, std::string_view b) {
    return static_cast<std::size_t>(
        std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend()).first - a.rbegin());
}

std::size_t shared_head(std::string_view a, std::string_view b) {
    return static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
}

/// The same parts but for the first or the last: 读 IVJNK and 渎 EJNK.
bool built_alike(std::string_view a, std::string_view b) {
    constexpr std::size_t enough = 3;
    if (a.size() < enough || b.size() < enough) return false;
    if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > 2) return false;
    const std::size_t tail = shared_tail(a, b);
    const std::size_t head = shared_head(a, b);
    // Both keep a part of their own: 责 QMBO does not hold 页 MBO, though the codes say so.
    const std::size_t shorter = std::min(a.size(), b.size());
    return (tail >= enough && tail < shorter) || (head >= enough && head < shorter) ||
           (a.size() == b.size() && a.size() >= 4 && head + tail + 1 >= a.size());
}

/// One letter more, less or other: 列 MNLN and 别 RSLN are two apart, 天 MK and 开 MT one.
bool one_letter_apart(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    if (a.size() < 2 || b.size() - a.size() > 1) return false;
    const std::size_t head = shared_head(a, b);
    if (head == a.size()) return true;
    return a.substr(head + 1) == b.substr(head + 1) || a.substr(head) == b.substr(head + 1);
}

/// The code of a character that is a part of another one: its first two letters and the last.
std::string as_part(const std::string& code) {
    return code.size() <= 3 ? code : code.substr(0, 2) + code.back();
}

/// One is the other with something small beside it: 列 MNLN in 例 O MNN, 户 HS in 房 HS YHS.
bool holds(const HanCharacter& whole, const HanCharacter& part) {
    constexpr std::size_t small = 3;
    if (part.cangjie.size() < 2 || whole.cangjie.size() <= 2 || whole.strokes <= part.strokes)
        return false;
    const std::string code = as_part(part.cangjie);
    return whole.cangjie.size() > code.size() && whole.cangjie.size() - code.size() <= small &&
           (whole.cangjie.ends_with(code) || whole.cangjie.starts_with(code));
}

/// A common sound component or the same four corners count where a good part of the shape agrees.
bool look_alike(const HanCharacter& a, const HanCharacter& b) {
    if (built_alike(a.cangjie, b.cangjie) || one_letter_apart(a.cangjie, b.cangjie) ||
        holds(a, b) || holds(b, a))
        return true;
    const bool akin =
        shared_tail(a.cangjie, b.cangjie) >= 2 || shared_head(a.cangjie, b.cangjie) >= 2;
    const bool corners = a.four_corner.size() == 6 && a.four_corner == b.four_corner;
    return akin && (corners || share(a.phonetics, b.phonetics));
}

using Characters = std::vector<std::pair<char16_t, const HanCharacter*>>;
using BySound = std::map<std::string, std::vector<char16_t>>;

void add_sounding(const BySound& by_sound, const std::string& sound, Likeness how,
                  std::map<char16_t, Likeness>& set) {
    if (const auto found = by_sound.find(sound); found != by_sound.end()) {
        for (const char16_t wrong : found->second) set.emplace(wrong, how);
    }
}

}  // namespace

ConfusionSets confusion_sets(const HanTable& table, std::u16string_view rights,
                             const std::vector<std::u16string>& look_alikes) {
    Characters typed;
    BySound by_sound;
    BySound by_blurred;
    for (const auto& [code, han] : table) {
        if (!han.in_gb2312 || han.sounds.empty()) continue;
        typed.emplace_back(code, &han);
        for (const std::string& sound : han.sounds) {
            by_sound[sound].push_back(code);
            by_blurred[blurred(sound)].push_back(code);
        }
    }
    ConfusionSets sets;
    for (const char16_t right : rights) {
        const auto found = table.find(right);
        if (found == table.end() || found->second.sounds.empty()) continue;
        // The likeliest first: what is in the set stays as it is.
        auto& set = sets[right];
        for (const std::string& sound : found->second.sounds)
            add_sounding(by_sound, sound, Likeness::sound, set);
        for (const std::u16string& group : look_alikes) {
            if (group.find(right) == std::u16string::npos) continue;
            for (const char16_t wrong : group) set.emplace(wrong, Likeness::shape);
        }
        for (const auto& [code, han] : typed) {
            if (look_alike(found->second, *han)) set.emplace(code, Likeness::shape);
        }
        for (const std::string& sound : found->second.sounds)
            add_sounding(by_blurred, blurred(sound), Likeness::near_sound, set);
        set.erase(right);
    }
    return sets;
}

}  // namespace gouji::wording
