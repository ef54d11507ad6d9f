#include "sample/stored_zip.hpp"

#include <cstddef>

namespace gouji::sample {
namespace {

void put(std::string& out, std::size_t value, int bytes) {
    for (; bytes > 0; --bytes, value >>= 8U) out.push_back(static_cast<char>(value & 0xFFU));
}

/// The fields that the local header and the directory share.
void put_fields(std::string& out, const std::string& name, const std::string& content) {
    put(out, 20, 2);  // version needed
    put(out, 0, 2);   // flags
    put(out, 0, 2);   // stored
    put(out, 0x58210000, 4);
    put(out, crc32_of(content), 4);
    put(out, content.size(), 4);
    put(out, content.size(), 4);
    put(out, name.size(), 2);
    put(out, 0, 2);  // extra
}

}  // namespace

unsigned crc32_of(std::string_view bytes) {
    unsigned crc = 0xFFFFFFFFU;
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) crc = crc >> 1U ^ (0xEDB88320U & (0U - (crc & 1U)));
    }
    return ~crc;
}

std::string stored_zip(const std::vector<std::pair<std::string, std::string>>& entries) {
    std::string out, directory;
    for (const auto& [name, content] : entries) {
        directory += "PK\1\2";
        put(directory, 20, 2);
        put_fields(directory, name, content);
        put(directory, 0, 10);  // comment, disk, attributes
        put(directory, out.size(), 4);
        directory += name;
        out += "PK\3\4";
        put_fields(out, name, content);
        out += name;
        out += content;
    }
    const std::size_t begin = out.size();
    out += directory;
    out += "PK\5\6";
    put(out, 0, 4);
    put(out, entries.size(), 2);
    put(out, entries.size(), 2);
    put(out, directory.size(), 4);
    put(out, begin, 4);
    put(out, 0, 2);
    return out;
}

}  // namespace gouji::sample
