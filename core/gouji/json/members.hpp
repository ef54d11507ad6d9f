#pragma once

#include "gouji/base/span.hpp"
#include "gouji/json/json_text.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace gouji {

/// Takes the members of JSON objects one after the other, each with what it is: the one description
/// from which both the values and their schema are written.
class Members {
public:
    using Describe = std::function<void()>;

    virtual ~Members() = default;
    virtual void text(std::string_view name, const char* about, std::string_view value) = 0;
    /// Null where the value is empty.
    virtual void text_or_null(std::string_view name, const char* about, std::string_view value) = 0;
    /// Null where there is none, as in all that follow.
    virtual void integer(std::string_view name, const char* about,
                         std::optional<std::int64_t> value) = 0;
    /// A number with the digits that were printed.
    virtual void decimal(std::string_view name, const char* about,
                         const std::optional<std::string>& value) = 0;
    virtual void boolean(std::string_view name, const char* about, std::optional<bool> value) = 0;
    /// [begin, end], or null.
    virtual void span(std::string_view name, const char* about, std::optional<Span> value) = 0;
    /// An object; `inside` gives its members. Null where `there` is false.
    virtual void object(std::string_view name, const char* about, bool there,
                        const Describe& inside) = 0;
    /// An array of objects or texts, begun here; item by item between begin_list and end_list.
    virtual void begin_list(std::string_view name, const char* about) = 0;
    virtual void end_list() = 0;
    virtual void item(const Describe& inside) = 0;
    virtual void text_item(std::string_view value) = 0;
    /// An object whose names are data; entry by entry.
    virtual void begin_map(std::string_view name, const char* about) = 0;
    virtual void end_map() = 0;
    /// Whether a description is wanted and no values: then a list is given one item of each sort.
    [[nodiscard]] virtual bool describes() const = 0;

    /// A list of objects; `inside(item)` gives the members of each.
    template <class Items, class Inside>
    void list(std::string_view name, const char* about, const Items& items, const Inside& inside) {
        begin_list(name, about);
        if (describes()) {
            const std::remove_cvref_t<decltype(*std::begin(items))> none{};
            item([&] { inside(none); });
        } else {
            for (const auto& one : items) item([&] { inside(one); });
        }
        end_list();
    }
};

/// Writes the members' values.
class MemberValues final : public Members {
public:
    explicit MemberValues(JsonText& out) : out_(&out) {}
    void text(std::string_view, const char*, std::string_view) override;
    void text_or_null(std::string_view, const char*, std::string_view) override;
    void integer(std::string_view, const char*, std::optional<std::int64_t>) override;
    void decimal(std::string_view, const char*, const std::optional<std::string>&) override;
    void boolean(std::string_view, const char*, std::optional<bool>) override;
    void span(std::string_view, const char*, std::optional<Span>) override;
    void object(std::string_view, const char*, bool, const Describe&) override;
    void begin_list(std::string_view, const char*) override;
    void end_list() override { out_->close(']'); }
    void item(const Describe& inside) override;
    void text_item(std::string_view value) override { out_->string(value); }
    void begin_map(std::string_view, const char*) override;
    void end_map() override { out_->close('}'); }
    [[nodiscard]] bool describes() const override { return false; }

private:
    JsonText* out_;
};

/// Writes their JSON Schema (2020-12), indented.
[[nodiscard]] std::string members_schema(const char* title,
                                         const std::function<void(Members&)>& describe);

}  // namespace gouji
