#include "cli/console.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include <unistd.h>

namespace gouji {

Language language_of(const std::vector<std::string>& arguments) {
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--") break;
        if (arguments[i] == "--lang" && i + 1 < arguments.size())
            return arguments[i + 1] == "en" ? Language::en : Language::zh;
        if (arguments[i].starts_with("--lang="))
            return arguments[i] == "--lang=en" ? Language::en : Language::zh;
    }
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value != nullptr && *value != '\0')
            return std::string_view(value).starts_with("en") ? Language::en : Language::zh;
    }
    return Language::zh;
}

void complain(const Error& error, Language language) {
    const std::string& words = error.in(language);
    std::fprintf(stderr, "gouji: %.*s\n", static_cast<int>(words.size()), words.data());
}

void print(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

bool colors_wanted(std::string_view color) {
    if (color != "auto") return color == "always";
    const char* none = std::getenv("NO_COLOR");
    return ::isatty(STDOUT_FILENO) != 0 && (none == nullptr || *none == '\0');
}

std::string utc_now() {
    using namespace std::chrono;
    const auto now = system_clock::now();
    const std::time_t seconds = system_clock::to_time_t(now);
    const auto millis = duration_cast<milliseconds>(now.time_since_epoch()).count() % 1000;
    std::tm parts{};
    ::gmtime_r(&seconds, &parts);
    char text[40];
    const std::size_t size = std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S", &parts);
    std::snprintf(text + size, sizeof text - size, ".%03dZ", static_cast<int>(millis));
    return text;
}

}  // namespace gouji
