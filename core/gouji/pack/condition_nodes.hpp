#pragma once

#include "gouji/pack/condition.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace gouji {

/// A part of a condition. Null stands for one that could not be read.
struct Condition::Node {
    /// The report, the condition's phrases, and where places go.
    struct Context {
        const ReportView& report;
        const TermGroup& phrases;
        std::vector<Bound>& bound;
    };

    virtual ~Node() = default;
    /// Nullopt when the report does not tell.
    [[nodiscard]] virtual std::optional<bool> holds(const Context& context) const = 0;
};

using ConditionNode = std::unique_ptr<const Condition::Node>;

[[nodiscard]] ConditionNode either(ConditionNode left, ConditionNode right);
[[nodiscard]] ConditionNode both(ConditionNode left, ConditionNode right);
[[nodiscard]] ConditionNode negation(ConditionNode of);
[[nodiscard]] ConditionNode compared(Comparison comparison);
/// One of the cells is left blank, in this report or in that of the year before.
[[nodiscard]] ConditionNode blank_cell(FieldPath path, bool previous);
[[nodiscard]] ConditionNode edition_is(std::string id, bool equal);
[[nodiscard]] ConditionNode agency_is(std::string kind, bool equal);
/// A phrase stands in one of the parts, or anywhere.
[[nodiscard]] ConditionNode stands(std::uint32_t list, std::vector<std::string> parts);
/// Both phrases stand there, the first of one in front of the first of the other.
[[nodiscard]] ConditionNode stands_before(std::uint32_t first, std::uint32_t second,
                                          std::vector<std::string> parts);

}  // namespace gouji
