#pragma once

#include "gouji/base/result.hpp"
#include "gouji/base/span.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace gouji {

/// How a file's bytes stand for characters.
enum class Encoding { utf8, utf16le, utf16be, gb18030 };

[[nodiscard]] std::string_view name(Encoding encoding);  ///< IANA's: “UTF-8”, “GB18030”

/// Text that is known to be well-formed UTF-8, and never changes. Holding one is the proof:
/// nothing after this type checks encoding again. Line ends are kept as they were.
class Text {
public:
    /// `encoding` empty: detected (byte order mark, then UTF-8, then ICU). Fails, naming the byte
    /// offset and the remedy, when the bytes are in no encoding gouji can recognise.
    static Result<Text> decode(std::string bytes, std::string_view encoding = {});
    /// Text that is UTF-8 already; a byte order mark is part of it.
    static Result<Text> of_utf8(std::string bytes);

    [[nodiscard]] std::string_view view() const { return utf8_; }
    [[nodiscard]] std::string_view at(Span span) const {
        return view().substr(span.begin, size(span));
    }
    [[nodiscard]] Encoding encoding() const { return encoding_; }
    [[nodiscard]] bool byte_order_mark() const { return mark_; }
    /// A number that no other text of this process has; never 0.
    [[nodiscard]] std::uint64_t serial() const { return serial_; }

    /// Other text in this one's encoding, with its byte order mark if it had one.
    [[nodiscard]] Result<std::string> encode(std::string_view utf8) const;

private:
    Text(std::string utf8, Encoding encoding, bool mark);

    std::string utf8_;
    Encoding encoding_;
    bool mark_;
    std::uint64_t serial_;
};

}  // namespace gouji
