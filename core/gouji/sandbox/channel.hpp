#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace gouji {

/// A message of the protocol (docs/protocol.md): what it is, and its bytes.
struct Frame {
    char kind = 0;
    std::string payload;
};

/// A frame that is sent.
struct Outgoing {
    char kind = 0;
    std::string_view payload;
};

/// Frames over a stream socket. Bytes from the other side are untrusted, and it may end or stop
/// reading at any time: both functions then fail, and never raise a signal.
class Channel {
public:
    using Clock = std::chrono::steady_clock;
    static constexpr Clock::time_point for_ever = Clock::time_point::max();
    enum class Outcome : std::uint8_t { done, gone, late, malformed };

    /// `most`: bytes of a frame that is taken from the other side.
    Channel(int descriptor, std::uint32_t most) : descriptor_(descriptor), most_(most) {}

    [[nodiscard]] Outcome send(char kind, std::string_view payload, Clock::time_point until) const {
        const Outgoing one{kind, payload};
        return send({&one, 1}, until);
    }
    /// One or two frames, for which the other side wakes up once.
    [[nodiscard]] Outcome send(std::span<const Outgoing> frames, Clock::time_point until) const;
    /// `frame` may be an earlier one: its memory is used again.
    [[nodiscard]] Outcome receive(Frame& frame, Clock::time_point until);
    [[nodiscard]] int descriptor() const { return descriptor_; }

private:
    [[nodiscard]] Outcome fill(char* to, std::size_t size, Clock::time_point until);

    int descriptor_;
    std::uint32_t most_;
    std::string waiting_;  ///< a buffer; between these two lies what was received and not yet taken
    std::size_t taken_ = 0;
    std::size_t received_ = 0;
};

}  // namespace gouji
