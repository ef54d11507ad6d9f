#include "gouji/lsp/authoring.hpp"

#include "gouji/base/version.hpp"
#include "gouji/lsp/protocol_json.hpp"
#include "gouji/lsp/suppression_edit.hpp"
#include "gouji/pack/kind.hpp"
#include "gouji/pack/pack.hpp"
#include <gouji/utf8.hpp>

#include <array>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace gouji {
namespace {

namespace fs = std::filesystem;

std::optional<Error> page_error(const std::string& text, const std::string& path,
                                RuleSource& rules) {
    auto page = parse_page(text, path);
    if (!page) return page.error();
    add_default_messages(*page);
    const std::array<fs::path, 2> folders{fs::path(path).parent_path() / "lists",
                                          fs::path(rules.shared_lists())};
    if (const auto done = load_shared_lists(*page, folders); !done) return done.error();
    if (!page->kind.empty()) {
        TermTable terms;
        if (auto checker = make_checker(*page, rules.editions(), terms); !checker)
            return checker.error();
    }
    if (auto examples = parse_examples(*page); !examples) return examples.error();
    // A page of a pack has the pack's name in its id.
    std::ifstream stream(fs::path(path).parent_path() / "pack.toml", std::ios::binary);
    if (!stream) return std::nullopt;
    const std::string pack_toml{std::istreambuf_iterator<char>(stream), {}};
    const auto pack = parse_pack(pack_toml, path, version);
    if (pack && !page->id.starts_with(pack->id + "/")) {
        return page->error_at(
            "id", {"规则 id“" + page->id + "”应以“" + pack->id + "/”开头",
                   "the rule's id '" + page->id + "' should begin with '" + pack->id + "/'"});
    }
    return std::nullopt;
}

std::optional<Error> configuration_error(const std::string& text, const std::string& path,
                                         RuleSource& rules) {
    const auto file = ConfigurationFile::parse(text, path);
    if (!file) return file.error();
    std::vector<const Page*> pages;
    for (const Rule& rule : rules.catalogue_for(path).rules()) pages.push_back(&rule.page);
    const auto read = file->read(pages);
    return read ? std::nullopt : std::optional(read.error());
}

/// “:12:5: ” at the beginning of a text: line and column from 1, and how long it is.
struct Place {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
    std::size_t size = 0;
};

std::optional<std::uint32_t> number_at(std::string_view text, std::size_t& at) {
    std::uint32_t number = 0;
    const char* const begin = text.data() + at;
    const auto [end, error] = std::from_chars(begin, text.data() + text.size(), number);
    if (error != std::errc() || end == begin || number == 0) return std::nullopt;
    at += static_cast<std::size_t>(end - begin);
    return number;
}

Place place_at(std::string_view text) {
    Place out;
    std::size_t at = 1;
    if (!text.starts_with(':')) return out;
    const auto line = number_at(text, at);
    if (!line) return out;
    std::optional<std::uint32_t> column;
    if (at < text.size() && text[at] == ':') {
        std::size_t behind = at + 1;
        column = number_at(text, behind);
        if (column) at = behind;
    }
    if (!text.substr(at).starts_with(": ")) return out;
    return {*line, column.value_or(1), at + 2};
}

/// The stretch of a line from a column on, both in characters from 1, that as many carets stand
/// under as the last line of the error has.
Span marked(const TextDocument& document, Place place, std::string_view error) {
    const Span line = document.line(place.line - 1);
    const std::string& text = document.text();
    std::uint32_t begin = line.begin;
    for (std::uint32_t i = 1; i < place.column && begin < line.end; ++i)
        begin += char_at(text, begin).size;
    std::size_t carets = 0;
    while (!error.empty() && error.back() == '^') {
        ++carets;
        error.remove_suffix(1);
    }
    std::uint32_t end = begin;
    while (carets > 0 && end < line.end) {
        const Char c = char_at(text, end);
        carets -= std::min<std::size_t>(carets, c.code >= 0x1100 ? 2 : 1);
        end += c.size;
    }
    return {begin, end};
}

JsonValue diagnostic(TextRange range, int severity, std::string_view message) {
    return {{"range", range_json(range)},
            {"severity", severity},
            {"source", "gouji"},
            {"message", message}};
}

/// Suppressions whose reason nobody has written yet.
void add_missing_reasons(const TextDocument& document, Language language, JsonValue& out) {
    const std::string& text = document.text();
    for (const Language each : {Language::zh, Language::en}) {
        const std::string words = "reason = \"" + std::string(missing_reason(each)) + "\"";
        for (std::size_t at = text.find(words); at != std::string::npos;
             at = text.find(words, at + words.size())) {
            const Span span = span_of(at + 10, at + words.size() - 1);
            out.push_back(diagnostic(document.range(span), 3,
                                     pick(language, "请写明为什么不改，以便日后复核",
                                          "say why the finding stays, for those who review it")));
        }
    }
}

}  // namespace

DocumentKind document_kind(std::string_view path, std::string_view text) {
    const std::string name = fs::path(path).filename().string();
    if (name == "gouji.toml") return DocumentKind::configuration;
    if (name == "pack.toml") return DocumentKind::pack;
    if (name.ends_with(".md") && (text.starts_with("+++\n") || text.starts_with("+++\r\n")))
        return DocumentKind::rule_page;
    return DocumentKind::draft;
}

std::optional<Error> authoring_error(DocumentKind kind, const std::string& text,
                                     const std::string& path, RuleSource& rules) {
    switch (kind) {
        case DocumentKind::rule_page:
            return page_error(text, path, rules);
        case DocumentKind::pack: {
            const auto pack = parse_pack(text, path, version);
            return pack ? std::nullopt : std::optional(pack.error());
        }
        case DocumentKind::configuration:
            return configuration_error(text, path, rules);
        case DocumentKind::draft:
            break;
    }
    return std::nullopt;
}

JsonValue error_diagnostic_json(const Error& error, const std::string& path,
                                const TextDocument& document, Language language) {
    const std::string& whole = error.in(language);
    std::string_view words = whole;
    Place place;
    if (words.starts_with(path)) {
        place = place_at(words.substr(path.size()));
        if (place.size > 0) words.remove_prefix(path.size() + place.size);
    }
    const Span where = place.size > 0 ? marked(document, place, words) : Span{};
    words = words.substr(0, words.find('\n'));
    return diagnostic(document.range(where), 1, words);
}

JsonValue authoring_diagnostics_json(DocumentKind kind, const TextDocument& document,
                                     const std::string& path, RuleSource& rules,
                                     Language language) {
    JsonValue out = JsonValue::array();
    if (const auto error = authoring_error(kind, document.text(), path, rules))
        out.push_back(error_diagnostic_json(*error, path, document, language));
    if (kind == DocumentKind::configuration) add_missing_reasons(document, language, out);
    return out;
}

}  // namespace gouji
