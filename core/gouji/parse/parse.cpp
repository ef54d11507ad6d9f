#include "gouji/parse/parse.hpp"

#include "gouji/parse/cut.hpp"
#include "gouji/parse/geometry.hpp"
#include "gouji/parse/outline.hpp"

#include <utility>

namespace gouji {

Document parse_report(const Text& text, Span extent, std::string file_name,
                      const Lexicon& lexicon) {
    Source source(text.view(), extent, lexicon);
    Pieces pieces = cut(source);
    outline(text, pieces.blocks, lexicon.titles());
    DocumentBuilder builder(text, extent, std::move(file_name));
    gouji_node last = GOUJI_NONE;
    for (const Block& block : pieces.blocks) {
        if (block.kind == GOUJI_KIND_TABLE && block.table < pieces.tables.size()) {
            add_table(builder, pieces.tables[block.table], lexicon);
            last = GOUJI_NONE;
        } else if (block.continues && last != GOUJI_NONE) {
            builder.extend(last, block.span.end);
        } else {
            last = builder.add(block.kind, block.span);
            if (block.chapter) builder.mark_chapter(last);
        }
    }
    return std::move(builder).build();
}

std::vector<Document> read(const Text& text, const std::string& file_name,
                           const std::vector<Edition>& editions) {
    const Lexicon lexicon(editions);
    std::vector<Document> out;
    const auto end = static_cast<std::uint32_t>(text.view().size());
    std::uint32_t at = 0;
    do {
        const Span extent = next_report(text, at, lexicon);
        out.push_back(parse_report(text, extent, file_name, lexicon));
        at = extent.end;
    } while (at < end);
    return out;
}

}  // namespace gouji
