#include "gouji/toml/reader.hpp"

#include <gouji/utf8.hpp>

#include <algorithm>

namespace gouji {
namespace {

std::string_view line_of(std::string_view text, std::uint32_t line) {
    for (std::uint32_t at = 1; at < line; ++at) {
        const std::size_t end = text.find('\n');
        if (end == std::string_view::npos) return {};
        text.remove_prefix(end + 1);
    }
    text = text.substr(0, text.find('\n'));
    if (text.ends_with('\r')) text.remove_suffix(1);
    return text;
}

/// “FILE:LINE:COLUMN: what”, the line, and a row of carets under the value.
Error shown(const TomlSource& source, const toml::source_region& region, const std::string& zh,
            const std::string& en) {
    const auto line = std::max<std::uint32_t>(1, region.begin.line);
    const auto column = std::max<std::uint32_t>(1, region.begin.column);
    const std::string number = std::to_string(line + source.first_line - 1);
    std::string head = source.file + ":" + number + ":" + std::to_string(column) + ": ";
    const std::string_view words = line_of(source.text, line);
    const std::size_t characters = length(words);
    std::size_t wide = 1;
    if (region.end.line == line && region.end.column > column) wide = region.end.column - column;
    if (column <= characters) wide = std::min(wide, characters - column + 1);
    std::string picture = "\n  " + number + " | " + std::string(words) + "\n  " +
                          std::string(number.size(), ' ') + " | ";
    std::size_t at = 0;
    for (std::uint32_t i = 1; i < column && at < words.size(); ++i) {
        const Char c = char_at(words, at);
        picture += c.code == '\t' ? "\t" : c.code >= 0x1100 ? "  " : " ";
        at += c.size;
    }
    for (std::size_t i = 0; i < wide; ++i) {
        const Char c = char_at(words, at);
        picture += c.code >= 0x1100 ? "^^" : "^";
        at += c.size;
    }
    return {head + zh + picture, head + en + picture};
}

}  // namespace

Result<toml::table> parse_toml(TomlSource& source) {
    toml::parse_result parsed = toml::parse(std::string_view(source.text), source.file);
    if (!parsed) {
        const std::string why(parsed.error().description());
        return Failure(shown(source, parsed.error().source(), "TOML 写法有误：" + why,
                             "not valid TOML: " + why));
    }
    return std::move(parsed).table();
}

std::vector<std::string> TomlReader::keys() const {
    std::vector<std::pair<toml::source_position, std::string>> found;
    for (const auto& [key, value] : *table_)
        found.emplace_back(key.source().begin, std::string(key.str()));
    std::sort(found.begin(), found.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::string> out;
    for (auto& [at, key] : found) out.push_back(std::move(key));
    return out;
}

const toml::node* TomlReader::node(std::string_view key) {
    asked_.emplace(key);
    return table_->get(key);
}

template <class T>
const T* TomlReader::typed(std::string_view key, const char* zh, const char* en) {
    const toml::node* found = node(key);
    if (found == nullptr) return nullptr;
    const T* value = found->as<T>();
    if (value == nullptr) {
        wrong_at(*found, "“" + path_ + std::string(key) + "”应为" + zh,
                 "'" + path_ + std::string(key) + "' should be " + en);
    }
    return value;
}

std::string TomlReader::text(std::string_view key) {
    if (!has(key)) {
        wrong(key, "缺少“" + path_ + std::string(key) + "”",
              "'" + path_ + std::string(key) + "' is missing");
        asked_.emplace(key);
        return {};
    }
    return text(key, "");
}

std::string TomlReader::text(std::string_view key, std::string_view otherwise) {
    const auto* value = typed<toml::value<std::string>>(key, "文字（加引号）", "text in quotes");
    return value != nullptr ? value->get() : std::string(otherwise);
}

std::int64_t TomlReader::integer(std::string_view key, std::optional<std::int64_t> otherwise) {
    if (!has(key) && !otherwise) {
        wrong(key, "缺少“" + path_ + std::string(key) + "”",
              "'" + path_ + std::string(key) + "' is missing");
    }
    const auto* value = typed<toml::value<std::int64_t>>(key, "整数", "a whole number");
    return value != nullptr ? value->get() : otherwise.value_or(0);
}

bool TomlReader::boolean(std::string_view key, bool otherwise) {
    const auto* value = typed<toml::value<bool>>(key, " true 或 false", "true or false");
    return value != nullptr ? value->get() : otherwise;
}

std::vector<std::string> TomlReader::texts(std::string_view key) {
    const auto* list =
        typed<toml::array>(key, "文字的列表 [\"…\", \"…\"]", "a list of texts [\"…\", \"…\"]");
    std::vector<std::string> out;
    if (list == nullptr) return out;
    for (const toml::node& item : *list) {
        if (const auto* value = item.as_string()) {
            out.push_back(value->get());
        } else {
            wrong_at(item, "列表里应为文字（加引号）", "the list should hold texts in quotes");
        }
    }
    return out;
}

std::size_t TomlReader::one_of(std::string_view key, std::initializer_list<std::string_view> words,
                               std::optional<std::size_t> otherwise) {
    const std::string value = otherwise && !has(key) ? "" : text(key);
    if (otherwise && !has(key)) {
        asked_.emplace(key);
        return *otherwise;
    }
    std::size_t index = 0;
    for (const std::string_view word : words) {
        if (word == value) return index;
        ++index;
    }
    if (!source_->error) {
        std::vector<std::string> known(words.begin(), words.end());
        std::string all;
        for (const std::string& word : known) all += (all.empty() ? "" : ", ") + word;
        const std::string near = nearest(value, known);
        wrong(key,
              "“" + value + "”不是可用的值，可用：" + all +
                  (near.empty() ? "" : "；最接近的是“" + near + "”"),
              "'" + value + "' is none of: " + all +
                  (near.empty() ? "" : "; did you mean '" + near + "'?"));
    }
    return otherwise.value_or(0);
}

std::optional<TomlReader> TomlReader::table(std::string_view key) {
    const auto* found = typed<toml::table>(key,
                                           "一节 ["
                                           "…]",
                                           "a table");
    if (found == nullptr) return std::nullopt;
    return TomlReader(*found, *source_, path_ + std::string(key) + ".");
}

std::vector<TomlReader> TomlReader::tables(std::string_view key) {
    const auto* list = typed<toml::array>(key, "若干节 [[…]]", "an array of tables");
    std::vector<TomlReader> out;
    if (list == nullptr) return out;
    for (const toml::node& item : *list) {
        if (const auto* found = item.as_table()) {
            out.emplace_back(*found, *source_, path_ + std::string(key) + ".");
        } else {
            wrong_at(item, "这里应为一节 [[" + path_ + std::string(key) + "]]",
                     "this should be a table");
        }
    }
    return out;
}

void TomlReader::wrong(std::string_view key, const std::string& zh, const std::string& en) {
    const toml::node* found = table_->get(key);
    if (!source_->error) source_->about_absence = found == nullptr;
    wrong_at(found != nullptr ? *found : static_cast<const toml::node&>(*table_), zh, en);
}

void TomlReader::wrong_at(const toml::node& at, const std::string& zh, const std::string& en) {
    if (!source_->error) source_->error = shown(*source_, at.source(), zh, en);
}

std::pair<std::uint32_t, std::uint32_t> TomlReader::place(std::string_view key) const {
    const toml::node* found = table_->get(key);
    const toml::source_region& region = found != nullptr ? found->source() : table_->source();
    return {region.begin.line + source_->first_line - 1, region.begin.column};
}

void TomlReader::finish() {
    for (const auto& [key, value] : *table_) {
        if (!asked_.contains(key.str())) unknown(key.str());
    }
}

void TomlReader::unknown(std::string_view key) {
    if (source_->error && !source_->about_absence) return;
    source_->about_absence = false;
    const std::string near = nearest(key, {asked_.begin(), asked_.end()});
    for (const auto& [name, value] : *table_) {
        if (name.str() != key) continue;
        source_->error = shown(*source_, name.source(),
                               "不认识的键“" + path_ + std::string(key) + "”" +
                                   (near.empty() ? "" : "，最接近的是“" + near + "”"),
                               "unknown key '" + path_ + std::string(key) + "'" +
                                   (near.empty() ? "" : "; did you mean '" + near + "'?"));
    }
}

}  // namespace gouji
