#pragma once

#include "gouji/pack/figure.hpp"
#include "gouji/pack/kind_page.hpp"
#include "gouji/terms/term_table.hpp"
#include "gouji/toml/reader.hpp"

#include <compare>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// How two sums or words are compared.
struct Relation {
    std::string_view sign;
    bool (*holds)(std::strong_ordering order);
};

/// left == right, and so on: two sums of figures.
struct Comparison {
    FigureSum left;
    const Relation* relation = nullptr;
    FigureSum right;
    TermGroup phrases;  ///< that it counts
};

/// What a page says of a report:
///
///     requests.denied.total > 0 and year >= 2023
///     not ("不予公开" in problems) or count("解读" in disclosure) >= 2
///     "《条例》" before "《办法》" in preface
///     blank(requests.new.total) or edition == "2019" or agency == "town"
///
/// What a report does not tell is neither true nor false.
class Condition {
public:
    /// A condition that always holds.
    Condition();
    Condition(Condition&&) noexcept;
    Condition& operator=(Condition&&) noexcept;
    ~Condition();

    /// The condition under a key of a page; an absent one always holds. Errors name the stretch
    /// that is not understood and the nearest name. Its phrases are added to the page's terms.
    static Condition read(TomlReader& in, std::string_view key, KindPage& page);

    /// Nullopt when the report does not tell. The places that it speaks of are added to `bound`.
    [[nodiscard]] std::optional<bool> holds(const ReportView& report,
                                            std::vector<Bound>& bound) const;
    [[nodiscard]] std::optional<bool> holds(const ReportView& report) const;

    struct Node;

private:
    std::unique_ptr<const Node> root_;
    TermGroup phrases_;
};

/// One comparison of figures under a key, at least one of them the report's. The relation is null
/// after an error.
[[nodiscard]] Comparison read_comparison(TomlReader& in, std::string_view key, KindPage& page);

}  // namespace gouji
