#include "gouji/container/source_map.hpp"

#include <algorithm>
#include <optional>

namespace gouji {
namespace {

/// Where the byte of the text at `offset`, inside of or at the end of the piece, stands in the
/// source.
std::uint32_t place(const Piece& piece, std::uint32_t offset, bool end) {
    if (piece.kind == PieceKind::bytes) {
        return piece.source.begin + std::clamp(offset, piece.text.begin, piece.text.end) -
               piece.text.begin;
    }
    return end ? piece.source.end : piece.source.begin;
}

}  // namespace

const Piece* SourceMap::at(std::uint32_t offset) const {
    const auto piece =
        std::ranges::upper_bound(pieces_, offset, {}, [](const Piece& p) { return p.text.end; });
    return piece == pieces_.end() ? nullptr : &*piece;
}

std::vector<const Piece*> SourceMap::touching(Span span) const {
    std::vector<const Piece*> out;
    auto piece = std::ranges::upper_bound(pieces_, span.begin, {},
                                          [](const Piece& p) { return p.text.end; });
    for (; piece != pieces_.end() && piece->text.begin < span.end; ++piece) out.push_back(&*piece);
    return out;
}

Span SourceMap::source(Span span) const {
    std::optional<Span> out;
    for (const Piece* piece : touching(span)) {
        if (piece->kind == PieceKind::made) continue;
        const Span part{place(*piece, std::max(span.begin, piece->text.begin), false),
                        place(*piece, std::min(span.end, piece->text.end), true)};
        out = out ? Span{std::min(out->begin, part.begin), std::max(out->end, part.end)} : part;
    }
    if (out) return *out;
    // Nothing stands for these words: after the last words in front of them.
    auto piece = std::ranges::upper_bound(pieces_, span.begin, {},
                                          [](const Piece& p) { return p.text.end; });
    if (piece != pieces_.end() && piece->kind != PieceKind::made) {
        const std::uint32_t at = place(*piece, span.begin, false);
        return {at, at};
    }
    while (piece != pieces_.begin()) {
        --piece;
        if (piece->kind != PieceKind::made) return {piece->source.end, piece->source.end};
    }
    return {0, 0};
}

std::vector<Span> SourceMap::editable_sources(Span span) const {
    if (gouji::empty(span)) {
        // New words go on with those in front of them, else stand before those after.
        const Piece* before = span.begin == 0 ? nullptr : at(span.begin - 1);
        const Piece* after = at(span.begin);
        for (const Piece* piece : {before, after}) {
            if (piece == nullptr || piece->kind == PieceKind::made || piece->fixed) continue;
            if (piece->kind == PieceKind::unit && piece != before &&
                span.begin != piece->text.begin)
                continue;
            const std::uint32_t place_ = place(*piece, span.begin, piece == before);
            return {Span{place_, place_}};
        }
        return {};
    }
    std::vector<Span> out;
    for (const Piece* piece : touching(span)) {
        const bool cut = piece->kind == PieceKind::unit && !contains(span, piece->text);
        if (piece->kind == PieceKind::made || piece->fixed || cut) return {};
        const Span part{place(*piece, std::max(span.begin, piece->text.begin), false),
                        place(*piece, std::min(span.end, piece->text.end), true)};
        if (!out.empty() && out.back().end == part.begin) {
            out.back().end = part.end;
        } else {
            out.push_back(part);
        }
    }
    return out;
}

}  // namespace gouji
