#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gouji {

/// Messages over a stream socket: a check word, a token, a length, the bytes. A reply bears the
/// token of its request, so that what foreign code writes in between is not taken for one.
/// Bytes from the other side are untrusted, and it may end at any time: both functions then fail,
/// and never raise a signal.
class Channel {
public:
    explicit Channel(int descriptor) : descriptor_(descriptor) {}

    [[nodiscard]] bool send(std::string_view message, std::uint64_t token) const;
    /// Why no message came.
    enum class Silence : std::uint8_t { gone, late, protocol_error };
    /// Waits at most `milliseconds` (0: for ever) for a whole message that bears this token; `any`
    /// accepts every token and returns it in `token`.
    [[nodiscard]] std::optional<std::string> receive(unsigned milliseconds, std::uint64_t& token,
                                                     Silence& why) const;
    static constexpr std::uint64_t any = 0;
    [[nodiscard]] int descriptor() const { return descriptor_; }

private:
    int descriptor_;
};

}  // namespace gouji
