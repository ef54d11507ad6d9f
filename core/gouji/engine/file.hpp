#pragma once

#include "gouji/base/result.hpp"
#include "gouji/engine/inputs.hpp"
#include "gouji/text/digest.hpp"
#include "gouji/text/line_index.hpp"
#include "gouji/text/text.hpp"

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace gouji {

struct LoadOptions {
    std::uint64_t max_size = std::uint64_t{64} << 20U;  ///< bytes
    std::string encoding;                               ///< "" : detected
    bool digest = false;                                ///< SHA-256 is wanted
};

/// A file that has been read: its text, for as long as one of its reports is looked at. Immutable;
/// safe for many threads.
class File {
public:
    /// One clear sentence for every way the world can be wrong; it does not repeat the name.
    static Result<std::shared_ptr<const File>> load(const Input& input, const LoadOptions& options);

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] std::string base_name()
        const;  ///< without folders; "" for nameless standard input
    [[nodiscard]] const Text& text() const { return text_; }
    [[nodiscard]] std::uint64_t bytes() const { return bytes_; }  ///< as stored
    /// Of the bytes as stored; nothing when it was not wanted.
    [[nodiscard]] const std::optional<Sha256>& digest() const { return digest_; }
    /// Built when first asked for: most files of a clean folder never are.
    [[nodiscard]] const LineIndex& lines() const;

    File(std::string name, Text text, std::uint64_t bytes,
         std::optional<Sha256> digest = std::nullopt)
        : name_(std::move(name)), text_(std::move(text)), bytes_(bytes), digest_(digest) {}

private:
    std::string name_;
    Text text_;
    std::uint64_t bytes_;
    std::optional<Sha256> digest_;
    mutable std::once_flag once_;
    mutable std::unique_ptr<LineIndex> lines_;
};

}  // namespace gouji
