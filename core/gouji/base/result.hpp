#pragma once

#include "gouji/base/localized.hpp"

#include <string>
#include <utility>

#include <tl/expected.hpp>

namespace gouji {

/// Why something the outside world asked for could not be done: one sentence that names the thing
/// and, where there is one, the remedy.
using Error = Localized;

template <class T>
using Result = tl::expected<T, Error>;
using Failure = tl::unexpected<Error>;

[[nodiscard]] inline Failure fail(std::string zh, std::string en = {}) {
    return Failure(Error{std::move(zh), std::move(en)});
}
[[nodiscard]] inline Failure fail(Error why) { return Failure(std::move(why)); }

}  // namespace gouji

#define GOUJI_JOINED_(a, b) a##b
#define GOUJI_JOINED(a, b) GOUJI_JOINED_(a, b)

/// GOUJI_TRY(auto value, work()): declares `value` as what work() returned, or returns its error
/// from the function around. C++ has no expression for this.
#define GOUJI_TRY(declaration, ...)                                                 \
    auto GOUJI_JOINED(tried_, __LINE__) = __VA_ARGS__;                              \
    if (!GOUJI_JOINED(tried_, __LINE__))                                            \
        return ::gouji::Failure(std::move(GOUJI_JOINED(tried_, __LINE__)).error()); \
    declaration = *std::move(GOUJI_JOINED(tried_, __LINE__))

/// The same for work that returns no value.
#define GOUJI_TRY_VOID(...) \
    if (auto tried = __VA_ARGS__; !tried) return ::gouji::Failure(std::move(tried).error())
