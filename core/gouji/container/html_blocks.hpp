#pragma once

#include "gouji/container/text_builder.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

#include <gumbo.h>

namespace gouji {

/// Reads a page's elements in order into lines and tables, as a browser would show them: hidden
/// elements, scripts and controls left out, tables that only arrange others unwrapped. For sources
/// of this module only.
class HtmlBlocks {
public:
    HtmlBlocks(std::string_view page, TextBuilder& out) : page_(page), out_(out) {}

    void read(const GumboNode* root);
    /// For each block of the structure, the element that it stands in.
    [[nodiscard]] const std::vector<const GumboNode*>& elements() const { return elements_; }

private:
    void flow(const GumboNode* node);
    void element(const GumboNode* node);
    void end_line(const GumboNode* at);
    bool table(const GumboNode* node);
    void row(const GumboNode* row, std::uint32_t rows_left, std::vector<std::uint32_t>& free_from);
    void text(const GumboNode* node);
    void unmapped(std::string_view words);
    void add(PieceKind kind, std::string_view words, std::size_t at, std::size_t size);
    void blanks(std::size_t at, std::size_t size, bool line_end);

    std::string_view page_;
    TextBuilder& out_;
    std::vector<const GumboNode*> elements_;
    const GumboNode* line_element_ = nullptr;
    std::uint32_t line_begin_ = 0;
    struct Blanks {
        std::size_t at = 0;
        std::size_t size = 0;
        bool line_end = false;
    } pending_;  ///< blanks that show only when words follow on the line
    bool in_cell_ = false;
    int depth_ = 0;
};

}  // namespace gouji
