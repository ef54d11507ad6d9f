#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <tl/expected.hpp>

namespace gouji {

/// Why something the outside world asked for could not be done: one sentence that names the thing
/// and, where there is one, the remedy; in Chinese and in English.
struct Error {
    std::string what;
    std::string english = {};

    [[nodiscard]] const std::string& in(bool as_english) const {
        return as_english && !english.empty() ? english : what;
    }
};

template <class T>
using Result = tl::expected<T, Error>;
using Failure = tl::unexpected<Error>;

[[nodiscard]] inline Failure fail(std::string what, std::string english = {}) {
    return Failure(Error{std::move(what), std::move(english)});
}

}  // namespace gouji
