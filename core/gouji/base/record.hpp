#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace gouji {

/// Values one after the other as bytes. Only the build that wrote them is sure to read them.
class RecordWriter {
public:
    /// `buffer`: of an earlier record; only its memory is used.
    explicit RecordWriter(std::string buffer = {}) : bytes_(std::move(buffer)) { bytes_.clear(); }

    void number(std::uint64_t value) {
        bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    void text(std::string_view words) {
        number(words.size());
        bytes_ += words;
    }
    void optional(const std::optional<std::uint32_t>& value) {
        number(value ? std::uint64_t{*value} + 1 : 0);
    }
    template <class T, class Each>
    void list(const std::vector<T>& items, Each&& each) {
        number(items.size());
        for (const T& item : items) each(item);
    }
    /// Values as they lie in memory; for what has no pointer in it.
    template <class T>
    void array(std::span<const T> items) {
        static_assert(std::is_trivially_copyable_v<T>);
        number(items.size());
        bytes_.append(reinterpret_cast<const char*>(items.data()), items.size_bytes());
    }
    /// The same for values that `change` makes ready first, each a copy.
    template <class T, class Change>
    void array(const std::vector<T>& items, Change&& change) {
        static_assert(std::is_trivially_copyable_v<T>);
        number(items.size());
        bytes_.reserve(bytes_.size() + items.size() * sizeof(T));
        for (T item : items) {
            change(item);
            bytes_.append(reinterpret_cast<const char*>(&item), sizeof item);
        }
    }
    [[nodiscard]] std::string take() { return std::move(bytes_); }

private:
    std::string bytes_;
};

/// Reads them back. Believes nothing: once something is amiss it answers with nothing, and done()
/// says so.
class RecordReader {
public:
    explicit RecordReader(std::string_view bytes) : bytes_(bytes) {}

    std::uint64_t number() {
        std::uint64_t value = 0;
        if (bytes_.size() < sizeof value) {
            good_ = false;
            return 0;
        }
        std::memcpy(&value, bytes_.data(), sizeof value);
        bytes_.remove_prefix(sizeof value);
        return value;
    }
    std::uint32_t small() { return static_cast<std::uint32_t>(number()); }
    std::string_view view() {
        const std::uint64_t size = number();
        if (size > bytes_.size()) {
            good_ = false;
            return {};
        }
        const std::string_view out = bytes_.substr(0, size);
        bytes_.remove_prefix(size);
        return out;
    }
    std::string text() { return std::string(view()); }
    std::optional<std::uint32_t> optional() {
        const std::uint64_t value = number();
        return value == 0 ? std::nullopt : std::optional(static_cast<std::uint32_t>(value - 1));
    }
    template <class Each>
    void list(Each&& each) {
        const std::uint64_t count = number();
        for (std::uint64_t i = 0; i < count && good_; ++i) each();
    }
    template <class T>
    std::vector<T> array() {
        static_assert(std::is_trivially_copyable_v<T>);
        const std::uint64_t count = number();
        if (count > bytes_.size() / sizeof(T)) {
            good_ = false;
            return {};
        }
        std::vector<T> out(count);
        if (count != 0) std::memcpy(out.data(), bytes_.data(), count * sizeof(T));
        bytes_.remove_prefix(count * sizeof(T));
        return out;
    }
    /// What stands there is not believed.
    void spoil() { good_ = false; }
    [[nodiscard]] bool done() const { return good_ && bytes_.empty(); }

private:
    std::string_view bytes_;
    bool good_ = true;
};

}  // namespace gouji
