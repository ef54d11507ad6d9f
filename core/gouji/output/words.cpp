#include "gouji/output/words.hpp"

#include "gouji/rule/placeholders.hpp"
#include "gouji/text/excerpt.hpp"

#include <algorithm>

namespace gouji {

std::string listed(std::span<const std::string> names, Language language) {
    constexpr std::size_t most = 10;
    std::string out;
    for (std::size_t i = 0; i < std::min(names.size(), most); ++i) {
        if (i > 0) out += pick(language, "、", ", ");
        out += escape_controls(names[i]);
    }
    if (names.size() <= most) return out;
    const std::string all = std::to_string(names.size());
    return out +
           (language == Language::en ? " and others, " + all + " in all" : " 等 " + all + " 个");
}

std::string format_message(std::string_view words, const Finding::Arguments& arguments) {
    std::string out;
    walk_placeholders(
        words, [&](std::string_view text) { out.append(text); },
        [&](std::string_view name) {
            const auto found =
                std::find_if(arguments.begin(), arguments.end(),
                             [&](const auto& argument) { return argument.first == name; });
            if (found != arguments.end()) {
                out.append(found->second);
            } else {
                out.append("{").append(name).append("}");
            }
        });
    return out;
}

Numbered numbered(std::string_view words) {
    Numbered out;
    walk_placeholders(
        words,
        [&](std::string_view text) {
            for (std::size_t at = 0; at < text.size();) {
                const std::size_t brace = std::min(text.find_first_of("{}", at), text.size());
                out.text.append(text, at, brace - at);
                if (brace < text.size()) out.text.append(2, text[brace]);
                at = brace + 1;
            }
        },
        [&](std::string_view name) {
            auto found = std::find(out.names.begin(), out.names.end(), name);
            if (found == out.names.end()) found = out.names.emplace(out.names.end(), name);
            out.text.append("{").append(std::to_string(found - out.names.begin())).append("}");
        });
    return out;
}

const std::string& words_of(const Page& page, std::string_view message, Language language) {
    static const std::string none;
    const Message* found = page.message(message);
    return found != nullptr ? found->words.in(language) : none;
}

std::string_view level_name(Level level) {
    switch (level) {
        case Level::error:
            return "error";
        case Level::warning:
            return "warning";
        case Level::note:
            return "note";
        case Level::off:
            break;
    }
    return "none";
}

std::string_view level_word(Level level, Language language) {
    if (language == Language::en) return level_name(level);
    switch (level) {
        case Level::error:
            return "错误";
        case Level::warning:
            return "警告";
        case Level::note:
            return "提示";
        case Level::off:
            break;
    }
    return "关闭";
}

std::string advice(const Page& page, Language language) {
    const std::string_view heading = pick(language, "\n## 怎么改\n", "\n## What to do\n");
    const std::size_t at = page.body.find(heading);
    if (at == std::string::npos) return {};
    std::string_view rest = page.body.substr(at + heading.size());
    rest.remove_prefix(std::min(rest.find_first_not_of('\n'), rest.size()));
    rest = rest.substr(0, std::min(rest.find("\n\n"), rest.find("\n#")));
    std::string out;
    while (!rest.empty()) {
        const std::size_t mark = std::min(rest.find_first_of("\n`*"), rest.size());
        out.append(rest, 0, mark);
        if (mark < rest.size() && rest[mark] == '\n' && language == Language::en && !out.empty())
            out.push_back(' ');
        rest.remove_prefix(std::min(mark + 1, rest.size()));
    }
    while (!out.empty() && (out.back() == ' ' || out.back() == '\r')) out.pop_back();
    return out;
}

}  // namespace gouji
