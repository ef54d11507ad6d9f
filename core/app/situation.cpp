#include "app/situation.hpp"

#include "gouji/base/nearest.hpp"

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

}  // namespace

Result<Situation> read_situation(const Example& example, const std::string& file) {
    static const std::vector<std::string> places{"overview", "disclosure", "requests", "disputes",
                                                 "problems", "other",      "preface",  "title",
                                                 "end",      "whole"};
    const std::string at = file + ":" + std::to_string(example.line) + ":1: ";
    Situation out;
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
            out.message = value;
        } else if (key.starts_with("option.")) {
            out.options.emplace_back(key.substr(7), value);
        } else if (key != "year" || !to_number(value, out.year)) {
            std::vector<std::string> known = places;
            for (const char* more : {"edition", "agency", "file", "message", "year"})
                known.emplace_back(more);
            const std::string near = nearest(key, known);
            return fail(at + "例子里不认识“" + word + "”" +
                            (near.empty() ? "" : "，最接近的是“" + near + "”"),
                        at + "unknown word '" + word + "' in an example" +
                            (near.empty() ? "" : "; did you mean '" + near + "'?"));
        }
    }
    return out;
}

Result<Page> with_options(const Page& page, const Situation& situation) {
    Page out = page;
    for (const auto& [key, text] : situation.options) {
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
