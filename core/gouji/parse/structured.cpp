#include "gouji/parse/structured.hpp"

#include "gouji/parse/block.hpp"
#include "gouji/parse/geometry.hpp"
#include "gouji/parse/outline.hpp"
#include <gouji/utf8.hpp>

#include <algorithm>
#include <utility>
#include <vector>

namespace gouji {
namespace {

/// Tables that a spreadsheet or a converter wrote without merged cells: a blank cell stands in
/// front of a name, where the cell above should reach down. Which cells belong together is found
/// from the words, as in plain text.
class LostMerges {
public:
    LostMerges(const Text& text, const Lexicon& lexicon, const Structure::Table& table)
        : source_(text.view(), table.span, lexicon), lexicon_(lexicon), table_(table) {}

    [[nodiscard]] static bool in(const Text& text, const Lexicon& lexicon,
                                 const Structure::Table& table) {
        if (std::uint64_t{table.rows} * table.columns > most_places) return false;
        std::string folded;
        bool blanks = false;  // nothing but blank cells in the row so far, and at least one
        for (std::size_t i = 0; i < table.cells.size(); ++i) {
            const Structure::Cell& cell = table.cells[i];
            const bool first = i == 0 || table.cells[i - 1].row != cell.row;
            const bool named = blanks && !first && !empty(cell.span);
            blanks = (first || blanks) && empty(cell.span) && cell.row_span == 1 &&
                     cell.column_span == 1;
            if (!named) continue;
            fold(text.at(cell.span), folded);
            if (!lexicon.find(folded).empty()) return true;
        }
        return false;
    }

    void build(DocumentBuilder& builder) {
        CutTable cut;
        cut.span = table_.span;
        auto cell = table_.cells.begin();
        std::uint32_t last = table_.span.begin;
        for (std::uint32_t row = 0; row < table_.rows; ++row) {
            cut.rows.push_back(static_cast<std::uint32_t>(cut.cells.size()));
            for (std::uint32_t column = 0; column < table_.columns; ++column) {
                const bool here =
                    cell != table_.cells.end() && cell->row == row && cell->column == column;
                cut.cells.push_back(source_.cell(here ? cell->span : Span{last, last}));
                if (here) last = (cell++)->span.end;
            }
        }
        gouji::add_table(builder, cut, lexicon_);
    }

private:
    static constexpr std::uint64_t most_places = 4096;  // ten times the longest form

    Source source_;
    const Lexicon& lexicon_;
    const Structure::Table& table_;
};

class StructuredParser {
public:
    StructuredParser(const Text& text, Span extent, const Structure& structure)
        : text_(text), structure_(structure) {
        for (const Structure::Block& block : structure.blocks) {
            if (block.table) {
                add_table(extent, block.index);
            } else {
                add_line(extent, structure.lines[block.index]);
            }
        }
    }

    Document parse(Span extent, std::string file_name, const Lexicon& lexicon) {
        outline(text_, prose_, lexicon.titles(), Wrapping::none);
        DocumentBuilder builder(text_, extent, std::move(file_name));
        for (const Part& part : parts_) {
            if (part.prose == none) {
                builder.add(part.kind, part.span);
            } else if (const Block& block = prose_[part.prose]; block.kind == GOUJI_KIND_TABLE) {
                const Structure::Table& table = structure_.tables[block.table];
                if (LostMerges::in(text_, lexicon, table)) {
                    LostMerges(text_, lexicon, table).build(builder);
                } else {
                    build(builder, table);
                }
            } else {
                const gouji_node node = builder.add(block.kind, block.span);
                if (block.chapter) builder.mark_chapter(node);
            }
        }
        return std::move(builder).build();
    }

private:
    static constexpr std::size_t none = SIZE_MAX;
    /// A block in reading order: one of prose_, or a line whose kind is known.
    struct Part {
        std::size_t prose = none;
        Span span{};
        gouji_kind kind = GOUJI_KIND_PARAGRAPH;
    };

    void add_table(Span extent, std::uint32_t index) {
        if (!contains(extent, structure_.tables[index].span)) return;
        Block block;
        block.kind = GOUJI_KIND_TABLE;
        block.table = index;
        block.span = structure_.tables[index].span;
        add(block);
    }

    void add_line(Span extent, const Structure::Line& line) {
        if (!contains(extent, line.span)) return;
        const std::string_view whole = text_.at(line.span);
        const std::string_view words = trimmed(whole);
        if (words.empty()) {
            ++blank_lines_;
            return;
        }
        const auto lead = static_cast<std::uint32_t>(words.data() - whole.data());
        const std::uint32_t begin = line.span.begin + lead;
        const Span span{begin, begin + static_cast<std::uint32_t>(words.size())};
        // Entries of a table of contents are no headings, and notes stand after the signature.
        if (line.boilerplate || line.note) {
            parts_.push_back(
                {none, span, line.boilerplate ? GOUJI_KIND_RESIDUE : GOUJI_KIND_PARAGRAPH});
            return;
        }
        Block block;
        block.span = span;
        block.indent = columns_of(whole.substr(0, lead));
        add(block);
    }

    void add(Block block) {
        block.blank_lines = std::exchange(blank_lines_, 0);
        parts_.push_back({prose_.size(), block.span, block.kind});
        prose_.push_back(block);
    }

    static void build(DocumentBuilder& builder, const Structure::Table& table) {
        builder.open_table(table.span);
        auto cell = table.cells.begin();
        std::uint32_t last = table.span.begin;
        for (std::uint32_t row = 0; row < table.rows; ++row) {
            const auto end = std::find_if(cell, table.cells.end(),
                                          [&](const Structure::Cell& c) { return c.row != row; });
            builder.open_row(cell == end ? Span{last, last}
                                         : Span{cell->span.begin, std::prev(end)->span.end});
            for (; cell != end; ++cell) {
                builder.cell({cell->span, cell->column, cell->row_span, cell->column_span,
                              static_cast<std::uint32_t>(empty(cell->span) ? GOUJI_CELL_BLANK
                                                                           : GOUJI_CELL_FILLED)});
                last = cell->span.end;
            }
        }
        builder.close_table();
    }

    const Text& text_;
    const Structure& structure_;
    std::vector<Block> prose_;  ///< tables among them
    std::vector<Part> parts_;
    std::uint32_t blank_lines_ = 0;
};

}  // namespace

Document parse_structured(const Text& text, Span extent, std::string file_name,
                          const Lexicon& lexicon, const Structure& structure) {
    return StructuredParser(text, extent, structure).parse(extent, std::move(file_name), lexicon);
}

}  // namespace gouji
