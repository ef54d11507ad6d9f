#include "gouji/pack/term_table.hpp"

#include <gouji/utf8.hpp>

#include <algorithm>
#include <limits>
#include <numeric>

namespace gouji {
namespace {

constexpr auto none = std::numeric_limits<std::uint32_t>::max();

bool ends_with_any(std::string_view text, const std::vector<std::string>& words) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& w) { return text.ends_with(w); });
}

bool starts_with_any(std::string_view text, const std::vector<std::string>& words) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& w) { return text.starts_with(w); });
}

}  // namespace

std::uint32_t TermTable::key(std::string_view text, std::size_t at) {
    const Char first = char_at(text, at);
    const Char second = char_at(text, at + first.size);
    if (second.size == 0) return none;
    const std::uint32_t mixed = (first.code * 0x9E3779B1U) ^ (second.code * 0x85EBCA6BU);
    return (mixed ^ (mixed >> 15)) & 0x7FFFFFFFU;
}

TermTable::TermTable(std::vector<TermEntry> entries) {
    std::vector<std::uint32_t> keys;
    keys.reserve(entries.size());
    for (const TermEntry& entry : entries) keys.push_back(key(entry.wrong, 0));
    std::uint32_t slots = 64;
    while (slots < entries.size() * 4) slots *= 2;
    mask_ = slots - 1;

    std::vector<std::uint32_t> order(entries.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        const auto slot = [&](std::uint32_t i) { return keys[i] & mask_; };
        if (slot(a) != slot(b)) return slot(a) < slot(b);
        if (entries[a].wrong.size() != entries[b].wrong.size()) return entries[a].wrong.size() > entries[b].wrong.size();
        return a < b;
    });
    first_.assign(slots, none);
    for (const std::uint32_t i : order) {
        const std::uint32_t slot = keys[i] & mask_;
        if (first_[slot] == none) first_[slot] = static_cast<std::uint32_t>(entries_.size());
        keys_.push_back(keys[i]);
        entries_.push_back(std::move(entries[i]));
    }
}

const TermEntry* TermTable::match(std::string_view text, std::size_t at) const {
    const std::uint32_t wanted = key(text, at);
    if (wanted == none) return nullptr;
    const std::uint32_t slot = wanted & mask_;
    for (std::size_t i = first_[slot]; i < entries_.size() && (keys_[i] & mask_) == slot; ++i) {
        const TermEntry& entry = entries_[i];
        if (keys_[i] != wanted || !text.substr(at).starts_with(entry.wrong)) continue;
        if (ends_with_any(text.substr(0, at), entry.not_after)) continue;
        if (starts_with_any(text.substr(at + entry.wrong.size()), entry.not_before)) continue;
        return &entry;
    }
    return nullptr;
}

}  // namespace gouji
