#include "gouji/container/zip_archive.hpp"

#include <algorithm>
#include <optional>

#include <zlib.h>

namespace gouji {
namespace {

constexpr std::uint32_t version_needed = 20;  // 2.0: deflate
constexpr std::uint32_t deflated = 8;
constexpr std::uint32_t first_dos_time = 0x00210000;  // 1980-01-01 00:00
constexpr std::size_t largest_archive = 0xF0000000;

void put16(std::string& out, std::size_t value) {
    out.push_back(static_cast<char>(value & 0xFFU));
    out.push_back(static_cast<char>(value >> 8U & 0xFFU));
}
void put32(std::string& out, std::size_t value) {
    put16(out, value & 0xFFFFU);
    put16(out, value >> 16U & 0xFFFFU);
}

/// A new entry, packed: its fields as both headers have them.
struct Packed {
    std::string name;
    std::string data;
    std::uint32_t crc = 0;
    std::size_t size = 0;
    std::uint32_t time = first_dos_time;
    std::size_t local = 0;

    void put_fields(std::string& out) const {  // from “version needed” to the length of extras
        put16(out, version_needed);
        put16(out, 0);
        put16(out, deflated);
        put32(out, time);
        put32(out, crc);
        put32(out, data.size());
        put32(out, size);
        put16(out, name.size());
        put16(out, 0);
    }
};

std::optional<Packed> packed(const std::string& name, std::string_view raw, std::uint32_t time) {
    Packed out;
    out.name = name;
    out.size = raw.size();
    out.time = time;
    out.crc = static_cast<std::uint32_t>(
        crc32_z(0, reinterpret_cast<const Bytef*>(raw.data()), raw.size()));
    z_stream stream{};
    constexpr int memory_level = 8;
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, memory_level,
                     Z_DEFAULT_STRATEGY) != Z_OK) {
        return std::nullopt;
    }
    out.data.resize(deflateBound(&stream, raw.size()));
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(raw.data()));
    stream.avail_in = static_cast<uInt>(raw.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data.data());
    stream.avail_out = static_cast<uInt>(out.data.size());
    const bool whole = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    out.data.resize(stream.total_out);
    deflateEnd(&stream);
    if (!whole) return std::nullopt;
    return out;
}

Failure too_large() { return fail("文件过大，无法写出", "the file is too large to be written"); }

}  // namespace

Result<std::string> ZipArchive::rewritten(const std::map<std::string, std::string>& changed,
                                          std::string_view comment) const {
    std::vector<const Entry*> order;
    for (const Entry& entry : entries_) order.push_back(&entry);
    std::ranges::stable_sort(order, {}, &Entry::local);

    std::string out;
    out.reserve(bytes_.size() + bytes_.size() / 8);
    if (!order.empty()) out.append(bytes_.substr(0, order.front()->local));
    std::map<std::string, Packed> fresh;
    std::map<const Entry*, std::size_t> moved;
    const auto add = [&](const std::string& name, const std::string& raw, std::uint32_t time) {
        auto entry = packed(name, raw, time);
        if (!entry) return false;
        entry->local = out.size();
        out += "PK\3\4";
        entry->put_fields(out);
        out += name;
        out += entry->data;
        fresh.emplace(name, std::move(*entry));
        return true;
    };
    for (const Entry* entry : order) {
        const auto replaced = changed.find(entry->name);
        if (replaced != changed.end()) {
            if (!add(entry->name, replaced->second, entry->time)) return too_large();
            continue;
        }
        moved[entry] = out.size();
        out.append(bytes_.substr(entry->local, entry->local_end - entry->local));
    }
    const std::uint32_t time = order.empty() ? first_dos_time : order.front()->time;
    for (const auto& [name, raw] : changed) {
        if (find(name) == nullptr && !add(name, raw, time)) return too_large();
    }

    const std::size_t directory = out.size();
    const auto put_record = [&](const Packed& entry) {
        out += "PK\1\2";
        put16(out, version_needed);  // made by
        entry.put_fields(out);
        put16(out, comment.size());
        put16(out, 0);  // disk
        put16(out, 0);  // internal attributes
        put32(out, 0);  // external attributes
        put32(out, entry.local);
        out += entry.name;
        out += comment;
    };
    for (const Entry& entry : entries_) {
        if (const auto it = fresh.find(entry.name); it != fresh.end()) {
            put_record(it->second);
            continue;
        }
        constexpr std::size_t offset_field = 42;
        std::string record(bytes_.substr(entry.central, entry.central_size));
        std::string offset;
        put32(offset, moved[&entry]);
        const std::string_view stored = std::string_view(record).substr(offset_field, 4);
        if (stored == std::string_view("\xFF\xFF\xFF\xFF", 4)) return too_large();  // zip64
        record.replace(offset_field, 4, offset);
        out += record;
    }
    for (const auto& [name, entry] : fresh) {
        if (find(name) == nullptr) put_record(entry);
    }
    const std::size_t count = moved.size() + fresh.size();
    const std::size_t size = out.size() - directory;
    if (out.size() > largest_archive || count > 0xFFFF) return too_large();
    out += "PK\5\6";
    put16(out, 0);
    put16(out, 0);
    put16(out, count);
    put16(out, count);
    put32(out, size);
    put32(out, directory);
    put16(out, comment_.size());
    out.append(comment_);
    return out;
}

}  // namespace gouji
