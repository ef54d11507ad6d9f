#pragma once

#include "gouji/pack/condition.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// Reads the condition or the comparison under a key of a page:
///
///     any     := all ('or' all)*
///     all     := test ('and' test)*
///     test    := 'not' test | '(' any ')' | 'blank' '(' path ')' | name sign text | phrase | sum
///     sign sum phrase  := text ['before' text] ['in' part] sum     := ['-'] figure (('+' | '-')
///     figure)* figure  := number | path | 'year' | 'prose' '(' text ')' | 'count' '(' text ['in'
///     part] ')' name    := 'edition' | 'agency'
class ConditionParser {
public:
    ConditionParser(TomlReader& in, std::string_view key, KindPage& page);

    /// Null after an error.
    std::unique_ptr<const Condition::Node> condition();
    /// The relation is null after an error.
    Comparison comparison();

    /// The phrases in the order of their lists.
    [[nodiscard]] const std::vector<std::string>& phrases() const { return phrases_; }

private:
    using Pointer = std::unique_ptr<const Condition::Node>;
    enum class Kind { word, number, text, sign, end, unknown };
    struct Token {
        Kind kind = Kind::end;
        std::string_view text;  ///< without the quotes of a text
        std::string_view whole;
    };

    Pointer any();
    Pointer all();
    Pointer test();
    Pointer blank();
    Pointer name();
    Pointer phrase();
    Pointer compare();
    FigureSum sum();
    std::optional<Figure> figure();
    std::optional<FieldPath> path();
    bool take_previous();             ///< the prefix of a field of the report of the year before
    std::vector<std::string> part();  ///< [“in” part], or none
    std::uint32_t list(std::string_view phrase);

    void next();
    [[nodiscard]] bool at(std::string_view text) const;  ///< a word or a sign, not a text
    bool take(std::string_view text);
    void expect(std::string_view text);
    const Relation* relation();
    void wrong(const Localized& expected, const std::vector<std::string>& near = {});

    TomlReader& in_;
    std::string key_;
    KindPage& page_;
    std::string source_;
    std::string_view rest_;
    Token token_;
    bool failed_ = false;
    int depth_ = 0;
    std::vector<std::string> phrases_;
};

}  // namespace gouji
