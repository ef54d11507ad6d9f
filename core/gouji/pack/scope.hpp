#pragma once

#include "gouji/document/document.hpp"
#include "gouji/pack/condition.hpp"
#include "gouji/pack/kind_page.hpp"
#include "gouji/semantic/semantic_model.hpp"
#include "gouji/toml/reader.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// Where and when a declarative rule looks: the keys that every kind shares.
///
///     in = ["overview", "preface"]     chapters, and title, preface, end; absent: all prose
///     agency = ["town", "government"]  kinds of agency; absent: all
///     years = { from = 2021, to = 2023 }
///     when = "requests.denied.total > 0"   a Condition; unknown counts as not met
class Scope {
public:
    /// Chapters that no edition has are wrong; where no editions are given they are believed.
    static Scope read(TomlReader& in, KindPage& page);

    /// Whether the rule has anything to say about this report.
    [[nodiscard]] bool covers(const ReportView& report) const;
    /// Whether prose at an offset of the document is checked.
    [[nodiscard]] bool contains(const SemanticModel& model, std::uint32_t offset) const;
    [[nodiscard]] const std::vector<std::string>& chapters() const { return chapters_; }

    /// The folded paragraphs to check, with headings or without; title and signature only where
    /// `in` names them.
    [[nodiscard]] std::vector<Span> paragraphs(const Document& document, const SemanticModel& model,
                                               bool headings) const;
    /// Where something missing should have stood: the heading of the first chapter in scope, or
    /// the title, or the end of the report.
    [[nodiscard]] Span home(const Document& document, const SemanticModel& model) const;

private:
    std::vector<std::string> chapters_;
    std::vector<std::string> agencies_;
    std::int64_t from_ = 0;
    std::int64_t to_ = 0;
    Condition when_;
};

/// The characters of a text that count towards its length: no blanks.
[[nodiscard]] std::size_t characters(std::string_view text);

}  // namespace gouji
