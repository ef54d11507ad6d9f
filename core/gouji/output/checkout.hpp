#pragma once

#include <optional>
#include <string>

namespace gouji {

/// The git checkout that a folder lies in.
struct Checkout {
    std::string root;  ///< the checkout's folder
    std::string
        repository;  ///< URI: of the remote “origin” without name and password, else of root
    std::string revision;  ///< the commit; "" before the first, or when git is not installed
    std::string branch;    ///< "" when none is checked out, or when git is not installed
};

/// The nearest folder upward that has a .git; "" when there is none. Does not run git, so that URIs
/// of results are the same where git is not installed.
[[nodiscard]] std::string checkout_root(const std::string& folder);

/// Asks git.
[[nodiscard]] std::optional<Checkout> find_checkout(const std::string& folder);
[[nodiscard]] std::optional<Checkout> current_checkout();  ///< around the working folder

/// What URIs of results are relative to: the root of the checkout around the working folder, which
/// is what code hosts expect; without one the working folder. As a file: URI.
[[nodiscard]] std::string result_base();

}  // namespace gouji
