#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace gouji {

/// Why something the outside world asked for could not be done.
struct Error {
    std::string what;  ///< One sentence naming the thing and, where there is one, the remedy.
};

template <class T>
using Result = tl::expected<T, Error>;
using Failure = tl::unexpected<Error>;

[[nodiscard]] inline Failure fail(std::string what) { return Failure(Error{std::move(what)}); }

}  // namespace gouji
