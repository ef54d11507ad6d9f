#pragma once

#include "gouji/container/xml_tree.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace gouji {

/// Something that is put between two bytes of a run's text.
struct RunMark {
    /// In the order in which marks at one place are written.
    enum class Kind : std::uint8_t {
        close_range,
        end_deletion,
        insertion,
        open_range,
        begin_deletion
    };

    std::uint32_t at = 0;  ///< offset in the part
    Kind kind = Kind::open_range;
    std::string xml;  ///< written as it is; for begin_deletion, w:del's attributes but for the id
};

/// The prefix of w: attributes in this part: attributes need one even where elements have none.
[[nodiscard]] std::string attribute_prefix(const XmlTree& tree);

/// A run's properties for one more run of the same looks; a tracked change of them is left out.
[[nodiscard]] std::string copied_properties(const XmlTree& tree, std::uint32_t properties);

/// The bytes of a w:r that is cut at its marks: start tag, properties and characters are copied
/// from the part, so that only where it is cut anything changes. Deletions take ids from `next_id`.
[[nodiscard]] std::string rewritten_run(const XmlTree& tree, std::uint32_t run,
                                        std::vector<RunMark> marks, std::uint32_t& next_id);

}  // namespace gouji
