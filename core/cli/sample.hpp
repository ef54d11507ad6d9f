#pragma once

#include "gouji/edition/lexicon.hpp"
#include "gouji/rule/finding.hpp"
#include "gouji/semantic/analyze.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/example_context.hpp"

namespace gouji {

/// A text without its ⟦ ⟧ marks, and the spans that they enclosed.
struct Marked {
    std::string text;
    std::vector<Span> marks;  ///< in order; an empty one is a place without text
};
[[nodiscard]] Marked unmarked(std::string_view text);

/// An edition's clean sample with its semantic model, into which examples are set.
class Sample {
public:
    /// `lexicon` outlives the sample.
    static Result<Sample> make(const Edition& edition, const Lexicon& lexicon);

    /// The sample with an example's text in its place, marks still in it.
    [[nodiscard]] Result<std::string> with(const std::string& text,
                                           const ExampleContext& context) const;

    /// The year that it is about where an example sets none.
    [[nodiscard]] std::int32_t year() const { return model_.summary.year; }

private:
    using Changes = std::vector<Finding::Edit>;

    Sample(std::unique_ptr<Text> text, Document document, SemanticModel model)
        : text_(std::move(text)), document_(std::move(document)), model_(std::move(model)) {}

    void set_year(std::int32_t year, Changes& changes) const;
    void set_agency(const std::string& agency, Changes& changes) const;
    [[nodiscard]] Result<void> set_place(const std::string& text, const std::string& place,
                                         Changes& changes) const;
    [[nodiscard]] Result<void> set_cells(const std::string& lines, const std::string& form,
                                         Changes& changes) const;
    void set_row(const std::vector<const gouji_field*>& cells,
                 const std::vector<std::string_view>& values, Changes& changes) const;
    [[nodiscard]] Result<Span> prose_of(std::string_view kind) const;

    std::unique_ptr<Text> text_;
    Document document_;
    SemanticModel model_;
};

}  // namespace gouji
