// gouji/once.hpp - what several rules of a plugin need from a document, computed once for all of
// them.
#ifndef GOUJI_ONCE_HPP
#define GOUJI_ONCE_HPP

#include <gouji/sdk.hpp>

#include <cstdint>
#include <optional>
#include <type_traits>

namespace gouji::sdk {

/// What `make(document)` returns, remembered on this thread until another document is asked about.
/// `make` is a function or a captureless lambda, so that its type alone says what is computed; what
/// it computes may depend on the document only. The result lives as long as the check that asks.
template <auto make>
[[nodiscard]] const auto& once(const Document& document) {
    using Value = std::remove_cvref_t<decltype(make(document))>;
    thread_local std::uint64_t serial = 0;
    thread_local std::optional<Value> value;
    const std::uint64_t wanted = document.serial();
    if (wanted == 0 || wanted != serial || !value) {
        serial = 0;  // should `make` throw, nothing is remembered
        value.emplace(make(document));
        serial = wanted;
    }
    return *value;
}

}  // namespace gouji::sdk

#endif  // GOUJI_ONCE_HPP
