#pragma once

#include "gouji/base/result.hpp"

#include <filesystem>

namespace gouji {

/// A shared library that was loaded by name, such as a plugin. It is never closed again: its code
/// may be on some thread's stack, and no system unloads C++ code safely. A handle; cheap to copy.
class Library {
public:
    /// Runs the library's static initialisers and nothing else.
    static Result<Library> open(const std::filesystem::path& file);

    /// The address of an exported symbol, or null.
    [[nodiscard]] const void* symbol(const char* name) const;

private:
    explicit Library(const void* handle) : handle_(handle) {}

    const void* handle_;
};

}  // namespace gouji
