#include "gouji/output/own_result.hpp"

#include "gouji/container/docx_writer.hpp"
#include "gouji/engine/own_page.hpp"
#include "gouji/output/docx_comment.hpp"
#include "gouji/output/words.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>

namespace gouji {
namespace {

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

bool is_rule_id(std::string_view text) {
    return contains(text, "/") && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '/';
           });
}

/// Whether the text ends as the text format closes a run, or names a rule as it does:
/// “错误[wording/law-name]”.
bool is_text_of_results(std::string_view text) {
    std::string_view body = text;
    while (body.ends_with('\n')) body.remove_suffix(1);
    const std::string_view last = body.substr(body.rfind('\n') + 1);
    if ((last.starts_with("检查了 ") && contains(last, " 份年报：")) ||
        last.starts_with("没有检查任何年报") || last.starts_with("no report checked") ||
        contains(last, " checked: "))
        return true;
    for (const Level level : {Level::error, Level::warning, Level::note}) {
        for (const Language language : {Language::zh, Language::en}) {
            const std::string head = std::string(level_word(level, language)) + "[";
            const std::size_t at = text.find(head);
            if (at == std::string_view::npos) continue;
            const std::string_view id = text.substr(at + head.size());
            if (is_rule_id(id.substr(0, id.find(']')))) return true;
        }
    }
    return false;
}

bool is_result(const std::string& path, std::string_view head) {
    if (head.starts_with("PK")) {
        std::ifstream file(path, std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        return is_as_annotated_by(bytes, docx_author);
    }
    if (head.starts_with("{\"$schema\"")) return contains(head, "\"name\":\"gouji\"");
    if (head.starts_with("<!doctype html>")) return contains(head, own_page_mark);
    if (head.starts_with("<?xml"))
        return contains(head, "<testsuites name=\"gouji\"") ||
               contains(head, "<checkstyle version=");
    if (head.starts_with("[")) return head == "[]\n" || contains(head, "\"check_name\":");
    if (head.starts_with("{\"file\":") || head.starts_with("{\"rule\":")) return true;
    for (const std::string_view command : {"::error ", "::warning ", "::notice "}) {
        if (head.starts_with(command)) return true;
    }
    return is_text_of_results(head);
}

}  // namespace

bool may_be_replaced(const std::string& path) {
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(path, ignored)) return true;
    constexpr std::size_t much = 1U << 18U;
    std::ifstream file(path, std::ios::binary);
    std::string head(much, '\0');
    file.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
    return head.empty() ? std::filesystem::file_size(path, ignored) == 0 : is_result(path, head);
}

}  // namespace gouji
