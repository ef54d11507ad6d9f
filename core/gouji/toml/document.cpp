#include "gouji/toml/document.hpp"

#include "gouji/text/utf8_check.hpp"
#include <gouji/utf8.hpp>

#include <algorithm>

namespace gouji {
namespace {

/// What a Chinese keyboard writes where TOML wants the sign beside it.
std::string_view sign_for(char32_t code) {
    switch (code) {
        case U'“':
        case U'”':
        case U'＂':
            return "\"";
        case U'‘':
        case U'’':
            return "'";
        case U'，':
        case U'、':
            return ",";
        case U'＝':
            return "=";
        case U'［':
        case U'【':
            return "[";
        case U'］':
        case U'】':
            return "]";
        case U'｛':
            return "{";
        case U'｝':
            return "}";
        default:
            return {};
    }
}

Error not_toml(const TomlDocument& document, const toml::parse_error& error) {
    const std::string why(error.description());
    const SourceSnippet frame = document.frame(error.source());
    const std::string_view rest = document.text_at(error.source().begin);
    const Char sign = rest.empty() ? Char{} : char_at(rest, 0);
    if (const std::string_view right = sign_for(sign.code); !right.empty()) {
        const std::string found(rest.substr(0, sign.size));
        return frame.around(
            "TOML 写法有误：这里是中文的“" + found + "”，应为英文的 " + std::string(right),
            "not valid TOML: " + found + " should be " + std::string(right));
    }
    return frame.around("TOML 写法有误：" + why, "not valid TOML: " + why);
}

}  // namespace

std::string_view TomlDocument::text_at(const toml::source_position& position) const {
    const std::string_view line = line_of(text, position.line);
    std::size_t at = 0;
    for (std::uint32_t i = 1; i < position.column && at < line.size(); ++i)
        at += char_at(line, at).size;
    return line.substr(std::min(at, line.size()));
}

SourceSnippet TomlDocument::frame(const toml::source_region& region) const {
    const auto line = std::max<std::uint32_t>(1, region.begin.line);
    const auto column = std::max<std::uint32_t>(1, region.begin.column);
    const std::uint32_t number = line + first_line - 1;
    std::size_t wide = 1;
    if (region.end.line == line && region.end.column > column) wide = region.end.column - column;
    return {file + ":" + std::to_string(number) + ":" + std::to_string(column) + ": ",
            source_snippet(line_of(text, line), number, column, wide)};
}

SourceSnippet TomlDocument::frame(std::string_view key) const {
    const toml::node* found = table.get(key);
    return frame(found != nullptr ? found->source() : table.source());
}

Result<std::shared_ptr<const TomlDocument>> parse_toml(std::string_view text,
                                                       const std::string& file,
                                                       std::uint32_t first_line) {
    if (const std::size_t at = find_ill_formed(text); at != std::string_view::npos) {
        const auto lines = std::ranges::count(text.substr(0, at), '\n');
        const std::string place = file + ":" + std::to_string(first_line + lines);
        return fail(place + ": 不是 UTF-8 编码，请用编辑器另存为 UTF-8",
                    place + ": not UTF-8; save the file as UTF-8");
    }
    auto document =
        std::make_shared<TomlDocument>(TomlDocument{file, std::string(text), first_line, {}});
    toml::parse_result parsed = toml::parse(std::string_view(document->text), file);
    if (!parsed) return Failure(not_toml(*document, parsed.error()));
    document->table = std::move(parsed).table();
    return document;
}

}  // namespace gouji
