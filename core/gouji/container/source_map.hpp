#pragma once

#include "gouji/base/span.hpp"

#include <cstdint>
#include <vector>

namespace gouji {

/// How a stretch of extracted text relates to the bytes of its source.
enum class PieceKind : std::uint8_t {
    bytes,  ///< the same bytes stand in the source
    unit,   ///< one character or element stands for it: `&amp;`, `<w:tab/>`
    made,   ///< nothing stands for it: automatic numbers, ends of paragraphs and cells
};

inline constexpr std::uint32_t no_node = UINT32_MAX;

/// A stretch of extracted text and the place that it came from.
struct Piece {
    Span text;                     ///< in the extracted text
    Span source;                   ///< in the bytes of the part or page; empty where made
    std::uint32_t run = no_node;   ///< .docx: node of w:r
    std::uint32_t node = no_node;  ///< .docx: node of w:t; where made, of the paragraph
    std::uint32_t host =
        no_node;  ///< .docx: run of the main part that a comment goes around instead
    std::uint32_t paragraph = 0;   ///< .docx: number of the paragraph in its part, from 1
    std::uint32_t run_number = 0;  ///< .docx: number of the run in its paragraph, from 1
    std::uint16_t part = 0;        ///< .docx: index of the part
    PieceKind kind = PieceKind::made;
    bool fixed =
        false;  ///< can be commented, not edited: field results, text boxes, locked controls
};

/// Every byte of an extracted text with its place in the source: pieces in the order of the text
/// that cover it without gaps.
class SourceMap {
public:
    SourceMap() = default;
    explicit SourceMap(std::vector<Piece> pieces) : pieces_(std::move(pieces)) {}

    [[nodiscard]] const std::vector<Piece>& pieces() const { return pieces_; }
    [[nodiscard]] bool empty() const { return pieces_.empty(); }
    /// The piece that holds the byte at `offset`; null after the text.
    [[nodiscard]] const Piece* at(std::uint32_t offset) const;
    /// The pieces that the span touches, in order.
    [[nodiscard]] std::vector<const Piece*> touching(Span span) const;

    /// For a source of one part: the stretch of it that the words came from. An empty span gives an
    /// empty one. Where nothing stands for the words, the nearest place before them.
    [[nodiscard]] Span source(Span span) const;
    /// For replacing the words: the stretches of the source that hold them, in order, with only
    /// markup between them. The first takes the new words, the others are deleted. Nothing when
    /// some of the words are made or fixed, or the span cuts a unit.
    [[nodiscard]] std::vector<Span> editable_sources(Span span) const;

private:
    std::vector<Piece> pieces_;
};

}  // namespace gouji
