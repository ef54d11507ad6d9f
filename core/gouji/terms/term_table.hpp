#pragma once

#include <gouji/term_index.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace gouji {

/// The lists of one rule in a TermTable.
struct TermGroup {
    std::uint32_t first = 0;  ///< slot of the first list
    std::uint32_t lists = 0;  ///< one slot each
    std::uint32_t all = 0;    ///< slot that has the hits of all of them; `first` where there is one
};

/// The words of the lists of many rules in one index, so that one pass over a text finds all of
/// them. Filled and compiled before a run; immutable during it and shared by all threads.
class TermTable {
public:
    /// Adds the lists of a rule. A list without words keeps its place. Words have three bytes
    /// or more.
    TermGroup add(std::span<const std::span<const std::string>> lists);
    /// Builds the index. To be called once, after the last add().
    void compile();

private:
    friend class TermHits;

    /// What a record of the index stands for.
    struct Entry {
        std::uint32_t slot;
        std::uint32_t all;   ///< slot of the rule's merged hits
        std::uint32_t list;  ///< among the rule's lists
        std::uint32_t word;  ///< in its list
    };

    std::vector<Entry> entries_;
    std::vector<std::string> words_;  ///< one an entry; gone once compiled
    TermTables index_;
    std::uint32_t slots_ = 0;
};

}  // namespace gouji
