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

bool sound_alike(const HanCharacter& a, const HanCharacter& b) { return share(a.sounds, b.sounds); }

bool nearly_sound_alike(const HanCharacter& a, const HanCharacter& b) {
    return std::ranges::any_of(a.sounds, [&](const std::string& x) {
        return std::ranges::any_of(b.sounds,
                                   [&](const std::string& y) { return blurred(x) == blurred(y); });
    });
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
    // Both keep a part of their own: 责 QMBO does not hold 页 MBO, whatever the codes say.
    const std::size_t shorter = std::min(a.size(), b.size());
    return (tail >= enough && tail < shorter) || (head >= enough && head < shorter) ||
           (a.size() == b.size() && a.size() >= 4 && head + tail + 1 >= a.size());
}

/// A common sound component or the same four corners count where a good part of the shape agrees.
bool look_alike(const HanCharacter& a, const HanCharacter& b) {
    if (built_alike(a.cangjie, b.cangjie)) return true;
    const bool akin =
        shared_tail(a.cangjie, b.cangjie) >= 2 || shared_head(a.cangjie, b.cangjie) >= 2;
    const bool corners = a.four_corner.size() == 6 && a.four_corner == b.four_corner;
    return akin && (corners || share(a.phonetics, b.phonetics));
}

Likeness likeness(const HanCharacter& a, const HanCharacter& b) {
    if (a.sounds.empty() || b.sounds.empty()) return Likeness::none;
    if (sound_alike(a, b)) return Likeness::sound;
    if (look_alike(a, b)) return Likeness::shape;
    return nearly_sound_alike(a, b) ? Likeness::near_sound : Likeness::none;
}

}  // namespace

ConfusionSets confusion_sets(const HanTable& table, std::u16string_view rights,
                             const std::vector<std::u16string>& look_alikes) {
    ConfusionSets sets;
    for (const char16_t right : rights) {
        const auto found = table.find(right);
        if (found == table.end()) continue;
        auto& set = sets[right];
        for (const auto& [code, han] : table) {
            if (code == right || !han.in_gb2312) continue;
            const Likeness how = likeness(found->second, han);
            if (how != Likeness::none) set.emplace(code, how);
        }
        for (const std::u16string& group : look_alikes) {
            if (group.find(right) == std::u16string::npos) continue;
            for (const char16_t wrong : group) {
                if (wrong != right) set.emplace(wrong, Likeness::shape);
            }
        }
    }
    return sets;
}

}  // namespace gouji::wording
