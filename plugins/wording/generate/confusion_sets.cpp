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
    return std::ranges::any_of(a, [&](const std::string& x) { return std::ranges::find(b, x) != b.end(); });
}

bool sound_alike(const HanCharacter& a, const HanCharacter& b) { return share(a.sounds, b.sounds); }

bool nearly_sound_alike(const HanCharacter& a, const HanCharacter& b) {
    return std::ranges::any_of(a.sounds, [&](const std::string& x) {
        return std::ranges::any_of(b.sounds, [&](const std::string& y) { return blurred(x) == blurred(y); });
    });
}

/// The same parts but for the first or the last: 读 IVJNK and 渎 EJNK.
bool built_alike(std::string_view a, std::string_view b) {
    constexpr std::size_t enough = 3;
    if (a.size() < enough || b.size() < enough) return false;
    if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > 2) return false;
    const auto tail = static_cast<std::size_t>(
        std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend()).first - a.rbegin());
    const auto head = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
    return tail >= enough || head >= enough || (a.size() == b.size() && a.size() >= 4 && head + tail + 1 >= a.size());
}

bool look_alike(const HanCharacter& a, const HanCharacter& b) {
    if (share(a.phonetics, b.phonetics)) return true;
    if (a.four_corner.size() == 6 && a.four_corner == b.four_corner) return true;
    return built_alike(a.cangjie, b.cangjie);
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
