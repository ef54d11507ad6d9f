#pragma once

#include "gouji/base/result.hpp"
#include "gouji/config/configuration.hpp"

#include <filesystem>
#include <string>

namespace gouji {

/// A new folder that only this user can read, removed with all that is in it.
class PrivateFolder {
public:
    static Result<PrivateFolder> make();
    PrivateFolder(PrivateFolder&& other) noexcept : path_(std::move(other.path_)) {
        other.path_.clear();
    }
    PrivateFolder& operator=(PrivateFolder&&) = delete;
    ~PrivateFolder();

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    explicit PrivateFolder(std::filesystem::path path) : path_(std::move(path)) {}

    std::filesystem::path path_;
};

/// Runs a converter on a copy of a document and returns the .docx that it wrote. The program sees
/// `folder`, which exists and is empty, as its home, its current and its temporary folder, so that
/// it neither meets the user's profile nor leaves files beside the document. It is ended, with all
/// that it started, after its time or when the user interrupts.
[[nodiscard]] Result<std::string> convert(const Conversion& conversion,
                                          const std::filesystem::path& document,
                                          const std::filesystem::path& folder);

}  // namespace gouji
