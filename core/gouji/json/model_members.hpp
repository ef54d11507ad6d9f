#pragma once

#include "gouji/document/document.hpp"
#include "gouji/edition/edition.hpp"
#include "gouji/json/members.hpp"
#include "gouji/semantic/semantic_model.hpp"
#include "gouji/text/line_index.hpp"
#include <gouji/decimal.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// The word for a number of the boundary; the last for one that it does not have.
template <std::size_t size>
std::string_view word(std::uint32_t value, const std::array<std::string_view, size>& words) {
    return words[std::min<std::size_t>(value, size - 1)];
}
inline constexpr std::array<std::string_view, 5> field_states{"missing", "number", "blank",
                                                              "placeholder", "text"};

/// What the descriptions of a report's parts share: the report, and members that many have.
class ModelMembers {
public:
    ModelMembers(Members& out, const Document& document, const SemanticModel& model,
                 const LineIndex& lines)
        : out_(out), document_(document), model_(model), lines_(lines) {}

protected:
    /// In bytes of the report's text; null where it lies outside.
    void span(std::string_view name, const char* about, Span where) {
        const std::uint32_t begin = document_.extent().begin;
        const bool inside = contains(document_.extent(), where);
        out_.span(
            name, about,
            inside ? std::optional(Span{where.begin - begin, where.end - begin}) : std::nullopt);
    }
    void line(Span where) {
        out_.integer("line", "of the whole file, from 1", lines_.position(where.begin).line);
    }
    void region(std::optional<Span> where) {
        const Position from = lines_.position(where ? where->begin : 0);
        const Position to = lines_.position(where ? where->end : 0);
        out_.object("region", "where it is printed, from 1, in characters", where.has_value(), [&] {
            out_.integer("startLine", "of the whole file", from.line);
            out_.integer("startColumn", "", from.column);
            out_.integer("endLine", "", to.line);
            out_.integer("endColumn", "behind the last character", to.column);
        });
    }

    static std::optional<std::string> value(const gouji_field& field) {
        return field.state == GOUJI_FIELD_NUMBER ? std::optional(Decimal(field.value).text())
                                                 : std::nullopt;
    }

    /// The items, or one without values for a description.
    template <class T>
    const std::vector<T>& one_at_least(const std::vector<T>& items) const {
        static const std::vector<T> none(1);
        return out_.describes() ? none : items;
    }

    Members& out_;
    const Document& document_;
    const SemanticModel& model_;
    const LineIndex& lines_;
};

/// The list `tables`: the forms as tables to be drawn, with their groups and identities.
void describe_tables(const ModelMembers& report, std::span<const Edition> editions);

}  // namespace gouji
