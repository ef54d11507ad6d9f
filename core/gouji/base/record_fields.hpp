#pragma once

#include "gouji/base/record.hpp"

#include <cstdint>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace gouji {

/// Writes structs field by field. `Fields` lists the fields of each struct once for both
/// directions:
///     template <class Each, class T> static void of(Each& each, T& value);
/// calls each(value.a), each(value.b) … for a T that is const or not. Fields are numbers, texts,
/// lists, variants and structs; an enumeration comes with its last value: each(value.level, last).
template <class Fields>
class PutFields {
public:
    explicit PutFields(RecordWriter& out) : out_(&out) {}

    void operator()(const std::string& words) { out_->text(words); }
    template <class... Kinds>
    void operator()(const std::variant<Kinds...>& value) {
        out_->number(value.index());
        std::visit(*this, value);
    }
    template <class T>
    void operator()(const std::vector<T>& items) {
        out_->list(items, *this);
    }
    template <class T>
    void operator()(const T& value) {
        if constexpr (std::is_class_v<T>) {
            Fields::of(*this, value);
        } else {
            out_->number(static_cast<std::uint64_t>(value));
        }
    }
    template <class Enumeration>
    void operator()(const Enumeration& value, Enumeration) {
        out_->number(static_cast<std::uint64_t>(value));
    }

private:
    RecordWriter* out_;
};

/// Reads them back. What is amiss leaves the rest empty; the reader's done() says so.
template <class Fields>
class TakeFields {
public:
    explicit TakeFields(RecordReader& in) : in_(&in) {}

    void operator()(std::string& words) { words = in_->view(); }
    void operator()(bool& value) { value = in_->number() != 0; }
    template <class... Kinds>
    void operator()(std::variant<Kinds...>& value) {
        const std::uint64_t which = in_->number();
        std::uint64_t kind = 0;
        (void)((kind++ == which && ((*this)(value.template emplace<Kinds>()), true)) || ...);
    }
    template <class T>
    void operator()(std::vector<T>& items) {
        in_->list([&] { (*this)(items.emplace_back()); });
    }
    template <class T>
    void operator()(T& value) {
        if constexpr (std::is_class_v<T>) {
            Fields::of(*this, value);
        } else {
            value = static_cast<T>(in_->number());
        }
    }
    template <class Enumeration>
    void operator()(Enumeration& value, Enumeration last) {
        const std::uint64_t number = in_->number();
        value =
            number <= static_cast<std::uint64_t>(last) ? static_cast<Enumeration>(number) : last;
    }

private:
    RecordReader* in_;
};

}  // namespace gouji
