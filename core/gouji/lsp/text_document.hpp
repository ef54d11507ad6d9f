#pragma once

#include "gouji/base/span.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// How the columns of positions count: the protocol's UTF-16 code units, or bytes where the client
/// offers that.
enum class PositionEncoding : std::uint8_t { utf16, utf8 };

/// A place as the protocol gives it: both from 0.
struct TextPosition {
    std::uint32_t line = 0;
    std::uint32_t character = 0;

    friend auto operator<=>(const TextPosition&, const TextPosition&) = default;
};

struct TextRange {
    TextPosition start;
    TextPosition end;
};

/// The text of an open document and its lines. Only \n, \r\n and \r end a line, as the protocol
/// says; in a Text of gouji more characters do. One thread.
class TextDocument {
public:
    TextDocument(std::string text, PositionEncoding encoding);

    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] std::uint32_t lines() const { return static_cast<std::uint32_t>(starts_.size()); }

    /// A position behind the end of its line is that end; one behind the last line the text's end.
    /// One inside a character is its beginning.
    [[nodiscard]] std::uint32_t offset(TextPosition position) const;
    [[nodiscard]] TextPosition position(std::uint32_t offset) const;
    [[nodiscard]] TextRange range(Span span) const {
        return {position(span.begin), position(span.end)};
    }
    [[nodiscard]] std::uint32_t line_at(std::uint32_t offset) const;
    /// The line's text without its end.
    [[nodiscard]] Span line(std::uint32_t line) const;

    /// What an edit did: `inserted` stands where `replaced` stood before.
    struct Edit {
        Span replaced;
        Span inserted;
    };
    /// Replaces a range. Where it begins or ends inside a surrogate pair, the half that stays
    /// becomes U+FFFD, so that the columns of both sides go on to agree.
    Edit replace(TextRange range, std::string_view by);
    void replace_all(std::string text);

private:
    /// The offset of a position, and whether it cut a character in two.
    struct Found {
        std::uint32_t offset = 0;
        bool splits = false;
    };
    [[nodiscard]] Found find(TextPosition position) const;

    std::string text_;
    PositionEncoding encoding_;
    std::vector<std::uint32_t> starts_;  ///< of the lines
    /// The last position that was asked for. Places are mostly asked for in reading order, so that
    /// a long line is walked through once.
    mutable std::uint32_t known_offset_ = 0;
    mutable TextPosition known_;
};

}  // namespace gouji
