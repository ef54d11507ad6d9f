#include "gouji/lsp/file_uri.hpp"

#include "gouji/output/uri.hpp"
#include "gouji/text/utf8_check.hpp"

namespace gouji {
namespace {

int digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::string decoded(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const int high = text[at] == '%' && at + 2 < text.size() ? digit(text[at + 1]) : -1;
        const int low = high >= 0 ? digit(text[at + 2]) : -1;
        if (low >= 0) {
            out.push_back(static_cast<char>(high * 16 + low));
            at += 2;
        } else {
            out.push_back(text[at]);
        }
    }
    return out;
}

}  // namespace

std::string path_of(std::string_view uri) {
    constexpr std::string_view scheme = "file://";
    if (!uri.starts_with(scheme)) return {};
    uri.remove_prefix(scheme.size());
    uri = uri.substr(uri.find('/') == std::string_view::npos ? uri.size() : uri.find('/'));
    std::string path = decoded(uri);
    return path.find('\0') == std::string::npos ? path : std::string();
}

std::string file_uri(std::string_view path) { return "file://" + encoded_path(path); }

std::string name_of(std::string_view uri) {
    if (std::string path = path_of(uri); !path.empty()) return path;
    const std::string whole = replace_invalid_utf8(decoded(uri));
    return whole.substr(whole.find_last_of(":/") + 1);
}

}  // namespace gouji
