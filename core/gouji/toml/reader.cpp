#include "gouji/toml/reader.hpp"

#include <gouji/utf8.hpp>

#include <algorithm>

namespace gouji {

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

std::vector<std::string> TomlReader::unasked() const {
    std::vector<std::string> out;
    for (const auto& [key, value] : *table_) {
        if (value.is_table() && !asked_.contains(key.str())) out.emplace_back(key.str());
    }
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

std::string TomlReader::text(std::string_view key, std::string_view fallback) {
    const auto* value = typed<toml::value<std::string>>(key, "文字（加引号）", "text in quotes");
    return value != nullptr ? value->get() : std::string(fallback);
}

std::int64_t TomlReader::count(std::string_view key, std::optional<std::int64_t> fallback) {
    const std::int64_t value = integer(key, fallback);
    if (value < 0)
        wrong(key, "“" + path_ + std::string(key) + "”不能是负数",
              "'" + path_ + std::string(key) + "' cannot be negative");
    return value;
}

std::int64_t TomlReader::integer(std::string_view key, std::optional<std::int64_t> fallback) {
    if (!has(key) && !fallback) {
        wrong(key, "缺少“" + path_ + std::string(key) + "”",
              "'" + path_ + std::string(key) + "' is missing");
    }
    const auto* value = typed<toml::value<std::int64_t>>(key, "整数", "a whole number");
    return value != nullptr ? value->get() : fallback.value_or(0);
}

bool TomlReader::boolean(std::string_view key, bool fallback) {
    const auto* value = typed<toml::value<bool>>(key, " true 或 false", "true or false");
    return value != nullptr ? value->get() : fallback;
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
                               std::optional<std::size_t> fallback) {
    const std::string value = fallback && !has(key) ? "" : text(key);
    if (fallback && !has(key)) {
        asked_.emplace(key);
        return *fallback;
    }
    std::size_t index = 0;
    for (const std::string_view word : words) {
        if (word == value) return index;
        ++index;
    }
    if (!reading_->error) {
        std::vector<std::string> known(words.begin(), words.end());
        const std::string all = join(known, ", ");
        const Localized near = did_you_mean(value, known);
        wrong(key, "“" + value + "”不是可用的值，可用：" + all + near.zh,
              "'" + value + "' is none of: " + all + near.en);
    }
    return fallback.value_or(0);
}

std::optional<TomlReader> TomlReader::table(std::string_view key) {
    const auto* found = typed<toml::table>(key,
                                           "一节 ["
                                           "…]",
                                           "a table");
    if (found == nullptr) return std::nullopt;
    return TomlReader(*found, *reading_, path_ + std::string(key) + ".");
}

std::vector<TomlReader> TomlReader::tables(std::string_view key) {
    const auto* list = typed<toml::array>(key, "若干节 [[…]]", "an array of tables");
    std::vector<TomlReader> out;
    if (list == nullptr) return out;
    for (const toml::node& item : *list) {
        if (const auto* found = item.as_table()) {
            out.emplace_back(*found, *reading_, path_ + std::string(key) + ".");
        } else {
            wrong_at(item, "这里应为一节 [[" + path_ + std::string(key) + "]]",
                     "this should be a table");
        }
    }
    return out;
}

void TomlReader::wrong(std::string_view key, const std::string& zh, const std::string& en) {
    const toml::node* found = table_->get(key);
    if (!reading_->error) reading_->about_absence = found == nullptr;
    wrong_at(found != nullptr ? *found : static_cast<const toml::node&>(*table_), zh, en);
}

void TomlReader::wrong_key(std::string_view key, const std::string& zh, const std::string& en) {
    for (const auto& [name, value] : *table_) {
        if (name.str() == key && !reading_->error)
            reading_->error = source().frame(name.source()).around(zh, en);
    }
}

void TomlReader::wrong_part(std::string_view key, std::string_view part, const std::string& zh,
                            const std::string& en) {
    const toml::node* found = table_->get(key);
    if (found == nullptr || reading_->error) {
        wrong(key, zh, en);
        return;
    }
    toml::source_region region = found->source();
    const std::string_view rest = source().text_at(region.begin);
    const std::size_t at = part.empty() ? std::string_view::npos : rest.find(part);
    if (at != std::string_view::npos && region.begin.line == region.end.line) {
        region.begin.column += static_cast<std::uint32_t>(length(rest.substr(0, at)));
        region.end.column = region.begin.column + static_cast<std::uint32_t>(length(part));
    }
    reading_->error = source().frame(region).around(zh, en);
}

SourceSnippet TomlReader::frame(std::string_view key) const {
    const toml::node* found = table_->get(key);
    return source().frame(found != nullptr ? found->source() : table_->source());
}

void TomlReader::wrong_at(const toml::node& at, const std::string& zh, const std::string& en) {
    if (!reading_->error) reading_->error = source().frame(at.source()).around(zh, en);
}

std::pair<std::uint32_t, std::uint32_t> TomlReader::place(std::string_view key) const {
    const toml::node* found = table_->get(key);
    const toml::source_region& region = found != nullptr ? found->source() : table_->source();
    return {region.begin.line + source().first_line - 1, region.begin.column};
}

void TomlReader::finish() {
    for (const auto& [key, value] : *table_) {
        if (!asked_.contains(key.str())) unknown(key.str());
    }
}

void TomlReader::unknown(std::string_view key) {
    if (reading_->error && !reading_->about_absence) return;
    reading_->about_absence = false;
    const std::vector<std::string> known(asked_.begin(), asked_.end());
    const std::string all = join(known, ", ");
    const Localized near = did_you_mean(key, known, {"，可用：" + all, "; there are: " + all});
    for (const auto& [name, value] : *table_) {
        if (name.str() != key) continue;
        reading_->error = source()
                              .frame(name.source())
                              .around("不认识的键“" + path_ + std::string(key) + "”" + near.zh,
                                      "unknown key '" + path_ + std::string(key) + "'" + near.en);
    }
}

}  // namespace gouji
