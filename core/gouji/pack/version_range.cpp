#include "gouji/pack/version_range.hpp"

#include <gouji/utf8.hpp>

#include <array>
#include <charconv>
#include <compare>
#include <cstdint>

namespace gouji {
namespace {

using Version = std::array<std::uint32_t, 3>;

std::optional<Version> parse(std::string_view text) {
    Version out{};
    for (std::uint32_t& part : out) {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), part);
        if (error != std::errc{}) return std::nullopt;
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        if (text.empty()) return out;
        if (text.front() != '.') return text.front() == '-' ? std::optional(out) : std::nullopt;
        text.remove_prefix(1);
    }
    return std::nullopt;
}

/// The first version that “^” leaves out: the leftmost part that is not 0 may not change.
Version after_compatible(Version from) {
    for (std::size_t i = 0; i < from.size(); ++i) {
        if (from[i] == 0 && i + 1 < from.size()) continue;
        ++from[i];
        std::fill(from.begin() + static_cast<std::ptrdiff_t>(i) + 1, from.end(), 0U);
        break;
    }
    return from;
}

}  // namespace

std::optional<std::strong_ordering> compare_versions(std::string_view a, std::string_view b) {
    const auto left = parse(a);
    const auto right = parse(b);
    if (!left || !right) return std::nullopt;
    return *left <=> *right;
}

std::optional<bool> in_version_range(std::string_view version, std::string_view range) {
    const auto have = parse(version);
    if (!have) return std::nullopt;
    bool inside = true;
    while (!range.empty()) {
        const std::size_t end = std::min(range.find(','), range.size());
        std::string_view one = trimmed(range.substr(0, end));
        range.remove_prefix(std::min(end + 1, range.size()));
        std::string_view sign = one.substr(0, one.find_first_of("0123456789"));
        const auto wanted = parse(trimmed(one.substr(sign.size())));
        sign = trimmed(sign);
        if (!wanted) return std::nullopt;
        const auto order = *have <=> *wanted;
        if (sign == ">=")
            inside = inside && order >= 0;
        else if (sign == ">")
            inside = inside && order > 0;
        else if (sign == "<=")
            inside = inside && order <= 0;
        else if (sign == "<")
            inside = inside && order < 0;
        else if (sign == "=" || sign == "==" || sign.empty())
            inside = inside && order == 0;
        else if (sign == "^")
            inside = inside && order >= 0 && *have < after_compatible(*wanted);
        else
            return std::nullopt;
    }
    return inside;
}

}  // namespace gouji
