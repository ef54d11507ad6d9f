#include "gouji/output/uri.hpp"

#include "gouji/base/hash.hpp"

#include <filesystem>

namespace gouji {

std::string encoded_path(std::string_view path) {
    constexpr std::string_view plain =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/!$&'()*+,;=@";
    std::string out;
    out.reserve(path.size());
    for (const char c : path) {
        if (plain.find(c) != std::string_view::npos) {
            out.push_back(c);
            continue;
        }
        out.push_back('%');
        for (const char digit : hexadecimal(static_cast<unsigned char>(c), 2))
            out.push_back(digit >= 'a' ? static_cast<char>(digit - 'a' + 'A') : digit);
    }
    return out;
}

std::string current_folder() {
    std::error_code ignored;
    const std::string here = std::filesystem::current_path(ignored).string();
    return folder_uri(here);
}

std::string folder_uri(std::string_view folder) {
    return "file://" + encoded_path(folder) + (folder.ends_with('/') ? "" : "/");
}

std::string relative_uri(std::string_view path, std::string_view base) {
    namespace fs = std::filesystem;
    std::error_code ignored;
    std::string absolute =
        "file://" + encoded_path(fs::absolute(path, ignored).lexically_normal().string());
    if (absolute.starts_with(base)) absolute.erase(0, base.size());
    return absolute;
}

std::string result_uri(const Input& input, std::string_view base) {
    return relative_uri(input.path == "-" && input.name == "<stdin>" ? "stdin" : input.name, base);
}

}  // namespace gouji
