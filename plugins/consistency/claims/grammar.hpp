#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "claims.hpp"
#include "tokens.hpp"

namespace gouji::consistency {

template <class... Kinds>
[[nodiscard]] bool is(const Token& token, Kinds... kinds) {
    return ((token.kind == kinds) || ...);
}

template <class... Kinds>
[[nodiscard]] bool has(std::span<const Token> tokens, Kinds... kinds) {
    return std::any_of(tokens.begin(), tokens.end(),
                       [&](const Token& token) { return is(token, kinds...); });
}

template <class... Kinds>
[[nodiscard]] std::size_t last(std::span<const Token> tokens, Kinds... kinds) {
    for (std::size_t i = tokens.size(); i-- > 0;) {
        if (is(tokens[i], kinds...)) return i;
    }
    return tokens.size();
}

[[nodiscard]] inline bool is_object(const Token& token) {
    return is(token, Word::request, Word::review, Word::litigation, Word::direct,
              Word::after_review, Word::other_object);
}

[[nodiscard]] inline bool is_predicate(const Token& token) {
    return is(token, Word::new_ones, Word::receive, Word::accept, Word::handle, Word::answer,
              Word::carry, Word::result, Word::withdrawn, Word::outcome, Word::open_case,
              Word::lost, Word::compare, Word::authority);
}

[[nodiscard]] inline bool counts_cases(std::string_view unit) {
    constexpr std::array<std::string_view, 9> units{"件", "份", "条", "起", "个",
                                                    "宗", "项", "例", "笔"};
    return std::find(units.begin(), units.end(), unit) != units.end();
}

/// Words that say a figure covers one channel or one group of applicants only.
[[nodiscard]] inline bool narrowed(std::span<const Token> clause) {
    if (has(clause, Word::channel) && !has(clause, Word::all_channels)) return true;
    return has(clause, Word::person) != has(clause, Word::legal_person);
}

[[nodiscard]] inline std::size_t last_predicate(std::span<const Token> tokens) {
    for (std::size_t i = tokens.size(); i-- > 0;) {
        if (is_predicate(tokens[i])) return i;
    }
    return tokens.size();
}

[[nodiscard]] inline std::size_t predicate_in(std::span<const Token> tokens) {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (is_predicate(tokens[i])) return i;
    }
    return tokens.size();
}

[[nodiscard]] inline std::size_t last_object(std::span<const Token> tokens) {
    for (std::size_t i = tokens.size(); i-- > 0;) {
        if (is_object(tokens[i])) return i;
    }
    return tokens.size();
}

/// The one row of the request form that the words name. A row beside its own group is that row:
/// “因本机关不掌握相关政府信息无法提供”. Null when they name several, or none.
[[nodiscard]] inline const Token* one_result(std::span<const Token> tokens) {
    const Token* found = nullptr;
    const auto inside = [](std::string_view row, std::string_view group) {
        return row.size() > group.size() && row.starts_with(group) && row[group.size()] == '.';
    };
    for (const Token& token : tokens) {
        if (token.kind != Word::result) continue;
        const std::string_view key = result_row(token.detail).key;
        if (found == nullptr || inside(key, result_row(found->detail).key)) {
            found = &token;
        } else if (!inside(result_row(found->detail).key, key) && token.detail != found->detail) {
            return nullptr;
        }
    }
    return found;
}

[[nodiscard]] inline bool counted_requests(Word counted) {
    return counted == Word::request || counted == Word::neutral;
}

[[nodiscard]] inline bool dispute(Word counted) {
    return counted == Word::review || counted == Word::litigation || counted == Word::direct ||
           counted == Word::after_review;
}

/// Whether a comma stands between the two objects: then only the nearer one is counted.
[[nodiscard]] inline bool separated(std::span<const Token> window) {
    const std::size_t review = last(window, Word::review);
    const std::size_t litigation = last(window, Word::litigation);
    const std::size_t from = std::min(review, litigation);
    const std::size_t to = std::max(review, litigation);
    return has(window.subspan(from, to - from), Word::comma);
}

[[nodiscard]] inline Topic dispute_topic(Word counted) {
    switch (counted) {
        case Word::litigation:
            return Topic::litigation;
        case Word::direct:
            return Topic::direct;
        case Word::after_review:
            return Topic::after_review;
        default:
            return Topic::review;
    }
}

/// 结转: the years beside it say whether it comes or goes; `after` is looked at second.
[[nodiscard]] inline Topic direction(int report_year, std::span<const Token> here,
                                     std::span<const Token> after) {
    const auto year = [&](std::span<const Token> tokens, int wanted) {
        return report_year != 0 &&
               std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
                   return token.kind == Word::year && token.detail == wanted;
               });
    };
    if (has(here, Word::after) || year(here, report_year + 1)) return Topic::carried_out;
    if (has(after, Word::after) || year(after, report_year + 1)) return Topic::carried_out;
    if (has(here, Word::before) || year(here, report_year - 1)) return Topic::carried_in;
    if (has(after, Word::before) || year(after, report_year - 1)) return Topic::carried_in;
    return Topic::carried;
}

}  // namespace gouji::consistency
