#include "cli/console.hpp"

#include "gouji/base/system_error.hpp"
#include "gouji/text/excerpt.hpp"

#include <algorithm>
#include <cerrno>
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
    // Names of files, lines of pages and reasons of rules come from outside: a terminal must not
    // obey what stands in them. An error may have several lines.
    std::string words = "gouji: ";
    for (std::string_view rest = error.in(language); !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        words += escape_controls(rest.substr(0, end));
        if (end < rest.size()) words += '\n';
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    words += '\n';
    std::fwrite(words.data(), 1, words.size(), stderr);
}

namespace {
int write_error = 0;  ///< of standard output; the first is kept
}

void print(std::string_view text) {
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() && write_error == 0)
        write_error = errno;
}

std::optional<Error> standard_output_failure() {
    if (std::fflush(stdout) != 0 && write_error == 0) write_error = errno;
    if (write_error == 0 || write_error == EPIPE) return std::nullopt;
    const Localized why = system_words(write_error);
    return Error{"标准输出写不进去：" + why.zh + "，请检查磁盘空间",
                 "standard output cannot be written: " + why.en + "; check the disk's space"};
}

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
