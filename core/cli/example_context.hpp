#pragma once

#include "gouji/base/result.hpp"
#include "gouji/edition/edition.hpp"
#include "gouji/rule/page.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace gouji {

/// Where an example stands, read from the words after `invalid` or `valid`. See
/// docs/page-format.md.
struct ExampleContext {
    std::string
        place;  ///< chapter kind, preface, title, end, whole; "" is appended to the overview
    std::string edition;    ///< "" : the newest that the rule is for
    std::int32_t year = 0;  ///< 0: the sample's
    std::string agency;
    std::string file;
    std::string message;  ///< the id that the findings must have
    std::vector<std::pair<std::string, std::string>> options;
};

/// Unknown words are errors that name the nearest right one.
Result<ExampleContext> read_example_context(const Example& example, const Page& page,
                                            std::span<const Edition> editions);

/// The page with its options set as the context says.
Result<Page> with_options(const Page& page, const ExampleContext& context);

}  // namespace gouji
