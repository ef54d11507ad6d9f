#include "gouji/parse/outline.hpp"

#include "gouji/edition/chapter_titles.hpp"
#include "gouji/parse/boilerplate.hpp"
#include "gouji/parse/heading_line.hpp"
#include "gouji/parse/prose_line.hpp"
#include "gouji/parse/title_lines.hpp"
#include "gouji/parse/wrapping.hpp"
#include "gouji/scan/agency.hpp"
#include "gouji/scan/closing_date.hpp"
#include <gouji/utf8.hpp>

#include <algorithm>
#include <vector>

namespace gouji {
namespace {

constexpr std::size_t longest_front = 60;  // lines searched for a title where no chapter is found

/// Takes a Markdown heading's marks off a block.
void narrow(std::string_view text, Block& block) {
    std::string_view words = text.substr(block.span.begin, size(block.span));
    std::size_t hashes = 0;
    while (hashes < words.size() && words[hashes] == '#') ++hashes;
    if (hashes == 0 || hashes > 6) return;
    const std::string_view rest = trimmed(words.substr(hashes));
    if (rest.empty() || rest.data() == words.data() + hashes) return;
    block.span.begin = static_cast<std::uint32_t>(rest.data() - text.data());
    block.span.end = block.span.begin + static_cast<std::uint32_t>(rest.size());
}

ProseLine look_at(std::string_view text, Block& block) {
    narrow(text, block);
    ProseLine line;
    line.block = &block;
    line.words = text.substr(block.span.begin, size(block.span));
    line.words.remove_prefix(leading_boilerplate(line.words));
    for (std::size_t at = 0; at < line.words.size();) {
        const Char c = char_at(line.words, at);
        at += c.size;
        ++line.chars;
        line.columns += c.code < 0x300 ? 1 : 2;
        line.last = c.code;
        line.sentence |= c.code == U'。' && at < line.words.size();
    }
    line.ordinal = read_ordinal(line.words);
    return line;
}

/// A chapter's title printed once more in the cell above its table: the table's caption.
void mark_captions(std::span<ProseLine> lines) {
    for (std::size_t i = 1; i < lines.size(); ++i) {
        ProseLine& line = lines[i];
        const ProseLine& heading = lines[i - 1];
        const bool again = line.chapter && heading.chapter && line.words == heading.words &&
                           heading.block + 1 == line.block;
        // The cell's tab sets it off from the heading.
        if (!again || line.block->indent == heading.block->indent) continue;
        line.is(GOUJI_KIND_RESIDUE);
        line.chapter = false;
    }
}

/// The lines of a table of contents: headings that come back further down.
void mark_contents(std::span<ProseLine> lines) {
    const auto is_contents = [](const ProseLine& line) {
        return line.chars <= 4 && (line.words == "目录" ||
                                   (line.words.starts_with("目") && line.words.ends_with("录")));
    };
    const auto from = std::ranges::find_if(lines, is_contents);
    if (from == lines.end()) return;
    from->is(GOUJI_KIND_RESIDUE);
    constexpr std::ptrdiff_t longest = 60;  // entries: what is longer lists no report's chapters
    const auto last = lines.end() - from <= longest ? lines.end() : from + longest;
    for (auto line = from + 1; line != last; ++line) {
        const bool entry = line->ordinal.style != GOUJI_ORDINAL_NONE && line->chars <= 60 &&
                           !line->sentence && line->last != U'。';
        // The first title that was listed already is the text's own.
        const bool again = std::any_of(
            from + 1, line, [&](const ProseLine& listed) { return listed.words == line->words; });
        if (!entry || again) break;
        line->is(GOUJI_KIND_RESIDUE);
    }
}

/// Rows of a table that no cutter could read, after the first chapter.
void mark_row_remains(std::span<ProseLine> lines) {
    for (ProseLine& line : lines) {
        if (line.open() && is_row_remains(line.words)) line.is(GOUJI_KIND_RESIDUE);
    }
}

/// Around the report: a page's data and navigation above, its footer below.
void mark_page(std::span<ProseLine> lines, std::size_t title_end, std::size_t first_chapter,
               std::size_t last_chapter) {
    for (std::size_t i = title_end; i < std::min(first_chapter, lines.size()); ++i) {
        ProseLine& line = lines[i];
        if (line.open() && (is_page_boilerplate(line.words) || is_date_alone(line.words)))
            line.is(GOUJI_KIND_RESIDUE);
    }
    bool footer = false;
    for (std::size_t i = std::max(last_chapter, title_end); i < lines.size(); ++i) {
        ProseLine& line = lines[i];
        if (!line.open()) continue;
        footer |= opens_page_footer(line.words);
        const bool furniture = is_page_boilerplate(line.words);
        footer |= furniture;
        if (furniture || (footer && !line.sentence && line.last != U'。' && line.chars <= 80) ||
            opens_page_footer(line.words)) {
            line.is(GOUJI_KIND_RESIDUE);
        }
    }
}

bool is_signed_name(const ProseLine& line) {
    constexpr std::uint32_t longest_name = 40;
    return line.chars >= 3 && line.chars <= longest_name && !line.sentence &&
           line.words.find("，") == std::string_view::npos &&
           line.words.find("：") == std::string_view::npos && ends_like_agency(line.words) &&
           line.ordinal.style == GOUJI_ORDINAL_NONE;
}

/// The agency and the date below the text, each on its line or both on one.
void mark_signature(std::span<ProseLine> lines, std::size_t last_chapter) {
    constexpr std::size_t most_lines = 6;
    std::size_t seen = 0;
    bool date = false;
    for (std::size_t i = lines.size(); i > last_chapter && seen < most_lines;) {
        ProseLine& line = lines[--i];
        if (line.block->kind == GOUJI_KIND_RESIDUE) continue;
        if (!line.open()) break;
        ++seen;
        if (!date && is_date_alone(line.words)) {
            date = true;
            line.is(GOUJI_KIND_SIGNATURE);
            continue;
        }
        const std::string_view name = before_closing_date(line.words);
        if (!date && !name.empty() && line.chars <= 50 && ends_like_agency(name) &&
            !line.sentence && name.find("，") == std::string_view::npos) {
            line.is(GOUJI_KIND_SIGNATURE);
            break;
        }
        // Without a date, a name must be set apart to be a signature.
        const bool set_apart = date || line.block->indent >= 8 || line.block->blank_lines >= 2;
        if (!is_signed_name(line) || !set_apart) break;
        line.is(GOUJI_KIND_SIGNATURE);
    }
}

}  // namespace

void outline(const Text& text, std::span<Block> blocks, const ChapterTitles& titles,
             Wrapping wrapping) {
    std::vector<ProseLine> lines;
    lines.reserve(blocks.size());
    for (Block& block : blocks) {
        if (block.kind != GOUJI_KIND_TABLE) lines.push_back(look_at(text.view(), block));
    }
    for (ProseLine& line : lines) {
        if (is_debris(trimmed(text.at(line.block->span)))) line.is(GOUJI_KIND_RESIDUE);
    }
    mark_contents(lines);

    mark_headings(lines, titles);
    mark_captions(lines);
    const auto is_chapter = [](const ProseLine& line) { return line.chapter; };
    const auto first = std::ranges::find_if(lines, is_chapter);
    const bool chapters = first != lines.end();
    const auto first_chapter = static_cast<std::size_t>(first - lines.begin());
    std::size_t last_chapter = 0;
    for (std::size_t i = first_chapter; i < lines.size(); ++i) {
        if (lines[i].chapter) last_chapter = i + 1;
    }
    const std::size_t front = chapters ? first_chapter : std::min(lines.size(), longest_front);
    const std::size_t title_end = mark_title(std::span(lines).first(front), chapters);
    mark_page(lines, title_end, front, last_chapter);
    mark_row_remains(std::span(lines).subspan(front));
    mark_signature(lines, std::max(last_chapter, title_end));
    if (wrapping == Wrapping::possible) join_wrapped(lines, blocks);
    for (const ProseLine& line : lines) line.block->chapter = line.chapter;
}

}  // namespace gouji
