#include "cli/example_context.hpp"

#include "gouji/base/nearest.hpp"
#include "gouji/text/source_snippet.hpp"
#include <gouji/utf8.hpp>

#include <algorithm>
#include <charconv>

namespace gouji {
namespace {

bool to_number(std::string_view text, auto& out) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    return error == std::errc() && end == text.data() + text.size();
}

std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(','), text.size());
        out.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

bool assign(OptionValue& value, const std::string& text) {
    if (auto* integer = std::get_if<std::int64_t>(&value)) return to_number(text, *integer);
    if (auto* boolean = std::get_if<bool>(&value)) {
        *boolean = text == "true";
        return text == "true" || text == "false";
    }
    if (auto* words = std::get_if<std::string>(&value)) {
        *words = text;
    } else {
        std::get<std::vector<std::string>>(value) = split(text);
    }
    return true;
}

/// An error about a word of an example's first line.
Failure wrong(const Page& page, const Example& example, const std::string& word,
              const std::string& zh, const std::string& en, const std::string& near) {
    const std::size_t at = std::min(example.opening.find(word), example.opening.size());
    const auto column =
        static_cast<std::uint32_t>(length(std::string_view(example.opening).substr(0, at)) + 1);
    const SourceSnippet frame{
        page.file + ":" + std::to_string(example.line) + ":" + std::to_string(column) + ": ",
        source_snippet(example.opening, example.line, column, length(word))};
    return Failure(frame.around(zh + (near.empty() ? "" : "，最接近的是“" + near + "”"),
                                en + (near.empty() ? "" : "; did you mean '" + near + "'?")));
}

/// Where an example may be set: a chapter or a form of any edition, or a part of every report.
std::vector<std::string> places_of(std::span<const Edition> editions) {
    std::vector<std::string> out{"preface", "title", "end", "whole"};
    const auto add = [&](const std::string& place) {
        if (std::find(out.begin(), out.end(), place) == out.end()) out.push_back(place);
    };
    for (const Edition& edition : editions) {
        for (const Edition::Chapter& chapter : edition.chapters) add(chapter.kind);
        for (const Edition::Form& form : edition.forms) add(form.id);
    }
    return out;
}

}  // namespace

Result<ExampleContext> read_example_context(const Example& example, const Page& page,
                                            std::span<const Edition> editions) {
    const std::vector<std::string> places = places_of(editions);
    std::vector<std::string> messages;
    for (const Message& message : page.messages) messages.push_back(message.id);
    ExampleContext out;
    for (const std::string& word : example.words) {
        if (std::find(places.begin(), places.end(), word) != places.end()) {
            out.place = word;
            continue;
        }
        const std::size_t equals = std::min(word.find('='), word.size());
        const std::string key = word.substr(0, equals);
        const std::string value = equals < word.size() ? word.substr(equals + 1) : "";
        if (key == "edition") {
            out.edition = value;
        } else if (key == "agency") {
            out.agency = value;
        } else if (key == "file") {
            out.file = value;
        } else if (key == "message") {
            if (page.message(value) == nullptr)
                return wrong(page, example, word, "页里没有消息“" + value + "”",
                             "the page has no message '" + value + "'", nearest(value, messages));
            out.message = value;
        } else if (key == "year") {
            if (!to_number(value, out.year))
                return wrong(page, example, word, "year= 后面是年份，如 year=2023",
                             "year= takes a year, like year=2023", "");
        } else if (key.starts_with("option.")) {
            out.options.emplace_back(key.substr(7), value);
        } else {
            std::vector<std::string> known = places;
            for (const char* more : {"edition", "agency", "file", "message", "year"})
                known.emplace_back(more);
            return wrong(page, example, word, "例子里不认识“" + word + "”",
                         "unknown word '" + word + "' in an example", nearest(key, known));
        }
    }
    return out;
}

Result<Page> with_options(const Page& page, const ExampleContext& context) {
    Page out = page;
    for (const auto& [key, text] : context.options) {
        const auto option = std::find_if(out.options.begin(), out.options.end(),
                                         [&](const Option& each) { return each.key == key; });
        if (option == out.options.end() || !assign(option->value, text)) {
            return fail(
                page.file + "：选项“" + key + "”不存在，或不能是“" + text + "”",
                page.file + ": there is no option '" + key + "', or it cannot be '" + text + "'");
        }
    }
    return out;
}

}  // namespace gouji
