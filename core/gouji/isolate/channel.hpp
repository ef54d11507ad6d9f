#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gouji {

/// Messages over a stream socket: a length, a check word, the bytes. The other side may be gone or
/// mad at any time; then these say no, and never raise a signal.
class Channel {
public:
    explicit Channel(int descriptor) : descriptor_(descriptor) {}

    [[nodiscard]] bool send(std::string_view message) const;
    /// Why no message came.
    enum class Silence : std::uint8_t { gone, late, mad };
    /// Waits at most `milliseconds` (0: for ever) for a whole message.
    [[nodiscard]] std::optional<std::string> receive(unsigned milliseconds, Silence& why) const;
    [[nodiscard]] int descriptor() const { return descriptor_; }

private:
    int descriptor_;
};

}  // namespace gouji
