#pragma once

#include "gouji/base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// A ZIP archive in memory (PKWARE APPNOTE 6.3; stored and deflated entries, zip64 for reading).
///
/// An archive whose entries overlap, share a name, or are named differently in the directory and in
/// front of the data is refused: readers disagree about what such an archive holds.
class ZipArchive {
public:
    struct Entry {
        std::string name;
        std::string_view comment;  ///< of the central directory
        std::uint16_t flags = 0;
        std::uint16_t method = 0;
        std::uint32_t time = 0;  ///< DOS date and time, as stored
        std::uint16_t mode = 0;  ///< of Unix, kind of file and permissions; 0 when not said
        std::uint32_t crc = 0;
        std::uint64_t packed = 0;     ///< bytes as stored
        std::uint64_t size = 0;       ///< bytes when unpacked, as declared
        std::uint64_t local = 0;      ///< offset of the local header
        std::uint64_t data = 0;       ///< offset of the stored bytes
        std::uint64_t local_end = 0;  ///< offset of what follows, a data descriptor included
        std::uint64_t central = 0;    ///< offset of the record in the central directory
        std::uint64_t central_size = 0;
    };

    /// `bytes` outlive the archive.
    static Result<ZipArchive> open(std::string_view bytes);

    [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
    [[nodiscard]] const Entry* find(std::string_view name) const;
    /// Unpacks one entry. Fails when it is larger than `limit` bytes, encrypted, packed in another
    /// way, or its checksum differs. The declared size is believed only as an upper bound.
    [[nodiscard]] Result<std::string> read(const Entry& entry, std::uint64_t limit) const;

    /// The whole archive with these entries replaced, or added at its end; they have `comment` in
    /// the directory. Every other entry keeps its local header and data byte for byte, and its
    /// central record except for the offset.
    [[nodiscard]] Result<std::string> rewritten(const std::map<std::string, std::string>& changed,
                                                std::string_view comment = {}) const;

private:
    std::string_view bytes_;
    std::string_view comment_;
    std::vector<Entry> entries_;
};

}  // namespace gouji
