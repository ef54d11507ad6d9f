#include "gouji/terms/term_table.hpp"

#include <string_view>

namespace gouji {

TermGroup TermTable::add(std::span<const std::span<const std::string>> lists) {
    TermGroup group;
    if (lists.empty()) return group;
    group.first = slots_;
    group.lists = static_cast<std::uint32_t>(lists.size());
    slots_ += group.lists;
    group.all = group.lists == 1 ? group.first : slots_++;
    for (std::uint32_t list = 0; list < group.lists; ++list) {
        for (std::uint32_t word = 0; word < lists[list].size(); ++word) {
            entries_.push_back({group.first + list, group.all, list, word});
            words_.push_back(lists[list][word]);
        }
    }
    return group;
}

void TermTable::compile() {
    const std::vector<std::string_view> words(words_.begin(), words_.end());
    index_ = TermTables(words);
    words_.clear();
    words_.shrink_to_fit();
}

}  // namespace gouji
