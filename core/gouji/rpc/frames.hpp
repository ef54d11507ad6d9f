#pragma once

#include "gouji/base/result.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace gouji {

/// A message's bytes with the header that the base protocol puts in front: Content-Length, a blank
/// line, the content.
[[nodiscard]] std::string framed(std::string_view content);

/// Cuts a stream of bytes into the contents of its frames. Bytes come from outside: headers and
/// contents are bounded, and after an error the stream cannot be read any further.
class FrameReader {
public:
    static constexpr std::size_t longest_header = 4096;         ///< bytes
    static constexpr std::size_t longest_content = 64U << 20U;  ///< bytes

    void add(std::string_view bytes) { buffer_.append(bytes); }
    /// The content of the next frame; nothing until all of it has been added.
    Result<std::optional<std::string>> next();

private:
    Result<bool> read_header();

    std::string buffer_;
    std::size_t read_ = 0;                ///< bytes of the buffer that are done with
    std::optional<std::size_t> content_;  ///< length of the content that follows
};

}  // namespace gouji
