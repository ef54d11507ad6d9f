#pragma once

#include "gouji/base/result.hpp"

#include <memory>
#include <string_view>

#include <gumbo.h>

namespace gouji {

/// A page as gumbo parses it, within container_limits: pages on which gumbo would spend much time
/// or memory are refused. For sources of this module only.
class HtmlTree {
public:
    /// `page` is well-formed UTF-8 and outlives the tree.
    static Result<HtmlTree> parse(std::string_view page);

    [[nodiscard]] const GumboNode* root() const { return root_; }

    /// Gumbo's memory.
    struct Arena;

private:
    struct Release {
        void operator()(Arena* arena) const;
    };
    std::unique_ptr<Arena, Release> arena_;
    const GumboNode* root_ = nullptr;
};

}  // namespace gouji
