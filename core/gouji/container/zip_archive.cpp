#include "gouji/container/zip_archive.hpp"

#include "gouji/container/limits.hpp"

#include <algorithm>

#include <zlib.h>

namespace gouji {
namespace {

constexpr std::size_t end_record_size = 22;
constexpr std::size_t longest_comment = 0xFFFF;
constexpr std::uint32_t in_zip64 = 0xFFFFFFFF;

std::uint64_t little_endian(std::string_view bytes, std::size_t at, std::size_t count) {
    std::uint64_t value = 0;
    for (std::size_t i = count; i-- > 0;) {
        value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
    }
    return value;
}
std::uint16_t u16(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint16_t>(little_endian(bytes, at, 2));
}
std::uint32_t u32(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint32_t>(little_endian(bytes, at, 4));
}
std::uint64_t u64(std::string_view bytes, std::size_t at) { return little_endian(bytes, at, 8); }

Failure damaged(const std::string& what, const std::string& english) {
    return fail("文件已损坏（" + what + "）", "the file is damaged (" + english + ")");
}

/// Where the end record stands; only its own comment follows it.
std::optional<std::size_t> find_end_record(std::string_view bytes) {
    if (bytes.size() < end_record_size) return std::nullopt;
    const std::size_t last = bytes.size() - end_record_size;
    const std::size_t first = last > longest_comment ? last - longest_comment : 0;
    for (std::size_t at = last + 1; at-- > first;) {
        if (bytes.substr(at, 4) == "PK\5\6" &&
            at + end_record_size + u16(bytes, at + 20) <= bytes.size()) {
            return at;
        }
    }
    return std::nullopt;
}

struct Directory {
    std::uint64_t count = 0;
    std::uint64_t size = 0;
    std::uint64_t begin = 0;
};

Directory directory_of(std::string_view bytes, std::size_t end) {
    Directory out{u16(bytes, end + 10), u32(bytes, end + 12), u32(bytes, end + 16)};
    if (end < 20 || bytes.substr(end - 20, 4) != "PK\6\7") return out;
    const std::uint64_t at = u64(bytes, end - 20 + 8);
    if (at <= bytes.size() && bytes.size() - at >= 56 && bytes.substr(at, 4) == "PK\6\6") {
        out = {u64(bytes, at + 32), u64(bytes, at + 40), u64(bytes, at + 48)};
    }
    return out;
}

/// Sizes and offset that did not fit into the record's 32 bits.
void read_zip64(std::string_view extra, ZipArchive::Entry& entry) {
    while (extra.size() >= 4) {
        const std::size_t size = std::min<std::size_t>(u16(extra, 2), extra.size() - 4);
        std::string_view field = extra.substr(4, size);
        if (u16(extra, 0) == 1) {
            for (std::uint64_t* value : {&entry.size, &entry.packed, &entry.local}) {
                if (*value != in_zip64 || field.size() < 8) continue;
                *value = u64(field, 0);
                field.remove_prefix(8);
            }
        }
        extra.remove_prefix(4 + size);
    }
}

/// The record at `at`; nothing when it is not one, or does not agree with its local header.
std::optional<ZipArchive::Entry> read_record(std::string_view bytes, std::uint64_t at,
                                             std::uint64_t directory) {
    constexpr std::size_t fixed = 46, local_fixed = 30;
    if (at > bytes.size() || bytes.size() - at < fixed || bytes.substr(at, 4) != "PK\1\2")
        return std::nullopt;
    ZipArchive::Entry entry;
    entry.flags = u16(bytes, at + 8);
    entry.method = u16(bytes, at + 10);
    entry.time = u32(bytes, at + 12);
    entry.crc = u32(bytes, at + 16);
    entry.packed = u32(bytes, at + 20);
    entry.size = u32(bytes, at + 24);
    entry.local = u32(bytes, at + 42);
    const std::size_t name = u16(bytes, at + 28), extra = u16(bytes, at + 30);
    constexpr std::uint16_t made_on_unix = 3;
    if (u16(bytes, at + 4) >> 8U == made_on_unix) entry.mode = u16(bytes, at + 40);
    entry.central = at;
    entry.central_size = fixed + name + extra + u16(bytes, at + 32);
    if (entry.central_size > bytes.size() - at) return std::nullopt;
    entry.name = bytes.substr(at + fixed, name);
    entry.comment = bytes.substr(at + fixed + name + extra, u16(bytes, at + 32));
    read_zip64(bytes.substr(at + fixed + name, extra), entry);

    if (entry.local > directory || directory - entry.local < local_fixed ||
        bytes.substr(entry.local, 4) != "PK\3\4") {
        return std::nullopt;
    }
    const std::size_t local_name = u16(bytes, entry.local + 26);
    entry.data = entry.local + local_fixed + local_name + u16(bytes, entry.local + 28);
    if (entry.data > directory || entry.packed > directory - entry.data ||
        bytes.substr(entry.local + local_fixed, local_name) != entry.name) {
        return std::nullopt;
    }
    return entry;
}

/// Sets where each entry ends; false when one reaches into the next.
bool set_ends(std::vector<ZipArchive::Entry>& entries, std::uint64_t directory) {
    std::vector<ZipArchive::Entry*> order;
    for (ZipArchive::Entry& entry : entries) order.push_back(&entry);
    std::ranges::sort(order, {}, &ZipArchive::Entry::local);
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i]->local_end = i + 1 < order.size() ? order[i + 1]->local : directory;
        if (order[i]->data + order[i]->packed > order[i]->local_end) return false;
    }
    return true;
}

bool names_differ(const std::vector<ZipArchive::Entry>& entries) {
    std::vector<std::string_view> names;
    for (const ZipArchive::Entry& entry : entries) names.emplace_back(entry.name);
    std::ranges::sort(names);
    return std::ranges::adjacent_find(names) == names.end();
}

/// Raw deflate; nothing when the stream is broken or is not exactly `size` bytes.
std::optional<std::string> inflated(std::string_view packed, std::uint64_t size) {
    std::string out(size, '\0');
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return std::nullopt;
    // zlib does not write through next_in; its type is older than const.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int result = inflate(&stream, Z_FINISH);
    const bool whole = (result == Z_STREAM_END || (result == Z_BUF_ERROR && size == 0)) &&
                       stream.total_out == size;
    inflateEnd(&stream);
    if (!whole) return std::nullopt;
    return out;
}

}  // namespace

Result<ZipArchive> ZipArchive::open(std::string_view bytes) {
    const auto end = find_end_record(bytes);
    if (!end) return damaged("不完整，缺少结尾", "it is truncated: no end of the ZIP directory");
    ZipArchive out;
    out.bytes_ = bytes;
    out.comment_ = bytes.substr(*end + end_record_size, u16(bytes, *end + 20));
    const Directory directory = directory_of(bytes, *end);
    if (directory.count > container_limits::most_entries) {
        return damaged("压缩包内超过 4096 个文件", "more than 4096 entries in the ZIP archive");
    }
    if (directory.begin > *end || directory.size > *end - directory.begin)
        return damaged("目录位置有误", "the ZIP directory is out of range");
    std::uint64_t at = directory.begin;
    for (std::uint64_t i = 0; i < directory.count; ++i) {
        auto entry = read_record(bytes, at, directory.begin);
        if (!entry) return damaged("压缩包目录有误", "the ZIP directory is inconsistent");
        at += entry->central_size;
        out.entries_.push_back(std::move(*entry));
    }
    if (!set_ends(out.entries_, directory.begin))
        return damaged("压缩包内的文件互相重叠", "entries of the ZIP archive overlap");
    if (!names_differ(out.entries_))
        return damaged("压缩包内有同名文件", "two entries of the ZIP archive have one name");
    return out;
}

const ZipArchive::Entry* ZipArchive::find(std::string_view name) const {
    const auto found = std::ranges::find(entries_, name, &Entry::name);
    return found == entries_.end() ? nullptr : &*found;
}

Result<std::string> ZipArchive::read(const Entry& entry, std::uint64_t limit) const {
    if ((entry.flags & 1U) != 0)
        return damaged("“" + entry.name + "”已加密", "\"" + entry.name + "\" is encrypted");
    // Deflate packs at most about 1032 to 1: a declared size beyond that is a lie, told to make us
    // reserve memory.
    if (entry.size > limit || entry.size / 1040 > entry.packed) {
        return fail(
            "“" + entry.name + "”解压后过大（" + std::to_string(entry.size) + " 字节），不予读取",
            "\"" + entry.name + "\" is too large when unpacked (" + std::to_string(entry.size) +
                " bytes) and was not read");
    }
    const std::string_view packed = bytes_.substr(entry.data, entry.packed);
    constexpr std::uint16_t stored = 0, deflated = 8;
    std::optional<std::string> out;
    if (entry.method == stored && entry.size == entry.packed) out = std::string(packed);
    if (entry.method == deflated) out = inflated(packed, entry.size);
    if (!out || crc32_z(0, reinterpret_cast<const Bytef*>(out->data()), out->size()) != entry.crc) {
        return damaged("“" + entry.name + "”无法解压或校验不符",
                       "\"" + entry.name + "\" cannot be unpacked or fails its checksum");
    }
    return std::move(*out);
}

}  // namespace gouji
