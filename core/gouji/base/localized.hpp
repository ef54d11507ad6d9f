#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace gouji {

/// The language of what is said to users: Chinese unless `--lang en` asks for English.
enum class Language : unsigned char { zh, en };

/// Of two expressions of one type, the one for the language.
template <class T>
[[nodiscard]] constexpr const T& pick(Language language, const T& zh, const T& en) {
    return language == Language::en ? en : zh;
}
[[nodiscard]] constexpr const char* pick(Language language, const char* zh, const char* en) {
    return language == Language::en ? en : zh;
}

/// A text for users in both languages. An empty `en` falls back to `zh`.
struct Localized {
    std::string zh;
    std::string en = {};

    [[nodiscard]] const std::string& in(Language language) const {
        return language == Language::en && !en.empty() ? en : zh;
    }
    Localized& operator+=(const Localized& more) {
        zh += more.zh;
        en += more.en;
        return *this;
    }
    friend Localized operator+(Localized text, const Localized& more) { return text += more; }
    friend bool operator==(const Localized&, const Localized&) = default;
};

/// The text after the place it is about: “FILE:3：…” and “FILE:3: …”.
[[nodiscard]] inline Localized at_place(std::string_view place, const Localized& text) {
    return {std::string(place) + "：" + text.zh,
            std::string(place) + ": " + (text.en.empty() ? text.zh : text.en)};
}

}  // namespace gouji
