#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// One listed term: what is wrong, what is right, and the neighbours that make it no hit.
struct TermEntry {
    std::string wrong;
    std::string right;                    ///< "": banned, with nothing to put in its place
    std::vector<std::string> not_after;   ///< text before the hit ends with one of these
    std::vector<std::string> not_before;  ///< text behind the hit starts with one of these
};

/// Finds any of many terms in one pass: the first two characters select a short chain of entries.
class TermTable {
public:
    /// Terms have at least two characters. The longest of those that start at a place is the hit.
    explicit TermTable(std::vector<TermEntry> entries);

    /// Calls `hit(entry, offset)` for every hit in `text`, left to right, without overlaps.
    template <class Hit>
    void scan(std::string_view text, Hit&& hit) const {
        for (std::size_t at = 0; at < text.size();) {
            const TermEntry* entry = match(text, at);
            if (entry != nullptr) {
                hit(*entry, at);
                at += entry->wrong.size();
            } else {
                at += step(static_cast<unsigned char>(text[at]));
            }
        }
    }

private:
    static constexpr std::size_t step(unsigned char lead) {
        return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    }
    [[nodiscard]] const TermEntry* match(std::string_view text, std::size_t at) const;
    [[nodiscard]] static std::uint32_t key(std::string_view text, std::size_t at);

    std::vector<TermEntry> entries_;       ///< by key, then longest first
    std::vector<std::uint32_t> keys_;      ///< of entries_
    std::vector<std::uint32_t> first_;     ///< slot -> first entry of the chain, or none
    std::uint32_t mask_ = 0;
};

}  // namespace gouji
