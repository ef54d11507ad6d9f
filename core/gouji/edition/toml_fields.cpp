#include "gouji/edition/toml_fields.hpp"

#include "gouji/edition/distance.hpp"

#include <algorithm>
#include <utility>

namespace gouji {
namespace {

std::string quoted(std::string_view word) { return "“" + std::string(word) + "”"; }

std::string hint(std::string_view word, const std::vector<std::string_view>& known) {
    if (const std::string_view near = nearest(word, known); !near.empty()) {
        return "；是不是 " + quoted(near) + "？ / did you mean \"" + std::string(near) + "\"?";
    }
    std::string all;
    for (const std::string_view name : known) all += (all.empty() ? "" : ", ") + std::string(name);
    return "；可用 / known: " + all;
}

}  // namespace

TomlFile::TomlFile(std::string_view toml, std::string file) : file_(std::move(file)) {
    toml::parse_result result = toml::parse(toml, std::string_view(file_));
    if (result) {
        table_ = std::move(result).table();
    } else {
        fail_at(result.error().source(), std::string(result.error().description()));
    }
}

Fields TomlFile::root() { return {*this, table_}; }

void TomlFile::fail_at(const toml::source_region& where, const std::string& what) {
    if (!error_.empty()) return;
    const auto line = std::max<std::uint32_t>(where.begin.line, 1);
    const auto column = std::max<std::uint32_t>(where.begin.column, 1);
    error_ = file_ + ":" + std::to_string(line) + ":" + std::to_string(column) + ": " + what;
}

const toml::node* Fields::find(std::string_view key) {
    asked_.push_back(key);
    return table_->get(key);
}

void Fields::wrong(std::string_view key, const std::string& what) {
    const toml::node* node = table_->get(key);
    file_->fail_at(node != nullptr ? node->source() : table_->source(),
                   std::string(key) + ": " + what);
}

void Fields::unknown(std::string_view key, std::string_view value,
                     const std::vector<std::string_view>& known) {
    wrong(key, "没有 " + quoted(value) + hint(value, known));
}

void Fields::missing(std::string_view key) {
    // A misspelt key is the likely reason: name that one.
    const std::string_view near = nearest(key, keys());
    const toml::node* node = near.empty() ? nullptr : table_->get(near);
    if (node != nullptr && std::find(asked_.begin(), asked_.end(), near) == asked_.end()) {
        file_->fail_at(node->source(), "未知的键 / unknown key " + quoted(near) +
                                           hint(near, std::vector<std::string_view>{key}));
    }
    file_->fail_at(table_->source(), "缺少键 / missing key " + quoted(key));
}

std::string Fields::text(std::string_view key) {
    if (table_->get(key) == nullptr) missing(key);
    std::string out = text_or(key);
    if (out.empty()) wrong(key, "不能为空 / must not be empty");
    return out;
}

std::string Fields::text_or(std::string_view key) {
    const toml::node* node = find(key);
    if (node == nullptr) return {};
    if (const auto* value = node->as_string()) return value->get();
    wrong(key, "应为字符串 / must be a string");
    return {};
}

std::int64_t Fields::integer(std::string_view key, std::int64_t low, std::int64_t high) {
    if (table_->get(key) == nullptr) missing(key);
    return integer_or(key, low, high, low);
}

std::int64_t Fields::integer_or(std::string_view key, std::int64_t low, std::int64_t high,
                                std::int64_t otherwise) {
    const toml::node* node = find(key);
    if (node == nullptr) return otherwise;
    const auto* value = node->as_integer();
    if (value != nullptr && value->get() >= low && value->get() <= high) return value->get();
    wrong(key, "应为 " + std::to_string(low) + " 至 " + std::to_string(high) +
                   " 的整数 / must be a whole number in that range");
    return otherwise;
}

bool Fields::boolean_or(std::string_view key) {
    const toml::node* node = find(key);
    if (node == nullptr) return false;
    if (const auto* value = node->as_boolean()) return value->get();
    wrong(key, "应为 true 或 false / must be true or false");
    return false;
}

std::uint32_t Fields::choice_or(std::string_view key,
                                std::initializer_list<std::string_view> choices) {
    if (table_->get(key) == nullptr) {
        asked_.push_back(key);
        return 0;
    }
    const std::string value = text_or(key);
    const auto* const found = std::find(choices.begin(), choices.end(), value);
    if (found != choices.end()) return static_cast<std::uint32_t>(found - choices.begin());
    unknown(key, value, std::vector<std::string_view>(choices));
    return 0;
}

std::vector<std::string> Fields::list_or(std::string_view key) {
    const toml::node* node = find(key);
    if (node == nullptr) return {};
    std::vector<std::string> out;
    const auto* array = node->as_array();
    if (array == nullptr) {
        wrong(key, "应为字符串的数组 / must be an array of strings");
        return {};
    }
    for (const toml::node& item : *array) {
        if (const auto* value = item.as_string()) {
            out.push_back(value->get());
        } else {
            file_->fail_at(item.source(), std::string(key) + ": 应为字符串 / must be a string");
        }
    }
    return out;
}

std::optional<Fields> Fields::table_or(std::string_view key) {
    const toml::node* node = find(key);
    if (node == nullptr) return std::nullopt;
    if (const auto* table = node->as_table()) return Fields(*file_, *table);
    wrong(key, "应为表 / must be a table");
    return std::nullopt;
}

void Fields::each(std::string_view key, const std::function<void(Fields)>& take) {
    const toml::node* node = find(key);
    if (node == nullptr) return;
    const auto* array = node->as_array();
    if (array == nullptr) {
        wrong(key, "应为表的数组 / must be an array of tables");
        return;
    }
    for (const toml::node& item : *array) {
        if (const auto* table = item.as_table()) {
            take(Fields(*file_, *table));
        } else {
            file_->fail_at(item.source(), std::string(key) + ": 应为表 / must be a table");
        }
    }
}

std::vector<std::string_view> Fields::keys() const {
    std::vector<std::string_view> out;
    for (const auto& [key, value] : *table_) out.push_back(key.str());
    return out;
}

void Fields::end() {
    for (const auto& [key, value] : *table_) {
        if (std::find(asked_.begin(), asked_.end(), key.str()) == asked_.end()) {
            file_->fail_at(key.source(),
                           "未知的键 / unknown key " + quoted(key.str()) + hint(key.str(), asked_));
        }
    }
}

}  // namespace gouji
