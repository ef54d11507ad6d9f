#pragma once

#include "gouji/config/configuration.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// The suppressions of one configuration, prepared for matching.
class Suppressions {
public:
    Suppressions() = default;
    /// `first` is the number of the first one in the whole run; `today` reads 2026-01-31:
    /// suppressions that expired before it are left out.
    Suppressions(const Configuration& configuration, std::span<const Page* const> pages,
                 std::uint32_t first, std::string_view today);

    /// The run's number of the first suppression that covers a finding, or UINT32_MAX. `path` is
    /// the file's below the configuration's folder.
    [[nodiscard]] std::uint32_t covering(std::uint32_t rule, std::string_view path,
                                         std::string_view fingerprint) const;

private:
    struct Entry {
        std::uint32_t number = 0;
        std::vector<std::size_t> rules;  ///< ascending; empty: any
        std::string file;
        std::string fingerprint;
    };
    std::vector<Entry> entries_;
};

}  // namespace gouji
