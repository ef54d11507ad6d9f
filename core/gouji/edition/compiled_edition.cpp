#include "gouji/edition/compiled_edition.hpp"

#include "gouji/base/record_fields.hpp"

#include <type_traits>

namespace gouji {
namespace {

struct EditionFields {
    template <class Each, class T>
    static void of(Each& each, T& value) {
        using Kind = std::remove_const_t<T>;
        if constexpr (std::is_same_v<Kind, Edition::Chapter>) {
            each(value.kind);
            each(value.ordinal);
            each(value.title);
            each(value.form);
            each(value.variants);
            each(value.noted);
        } else if constexpr (std::is_same_v<Kind, Edition::Column>) {
            each(value.key);
            each(value.label);
            each(value.variants);
            each(value.type);
        } else if constexpr (std::is_same_v<Kind, Edition::Row>) {
            each(value.key);
            each(value.label);
            each(value.group);
            each(value.variants);
            each(value.columns);
        } else if constexpr (std::is_same_v<Kind, Edition::Group>) {
            each(value.key);
            each(value.label);
            each(value.parent);
            each(value.variants);
        } else if constexpr (std::is_same_v<Kind, Edition::Form>) {
            each(value.id);
            each(value.name);
            each(value.chapter);
            each(value.fixed);
            each(value.groups);
            each(value.rows);
            each(value.values_in_one_row);
        } else if constexpr (std::is_same_v<Kind, Edition::Identity>) {
            each(value.id);
            each(value.form);
            each(value.along_rows);
            each(value.only);
            each(value.relation);
            each(value.left);
            each(value.right);
        } else if constexpr (std::is_same_v<Kind, Edition::Identity::Term>) {
            each(value.key);
            each(value.sign);
        } else {
            static_assert(std::is_same_v<Kind, Edition>);
            each(value.id);
            each(value.from);
            each(value.to);
            each(value.marks);
            each(value.chapters);
            each(value.legacy_chapters);
            each(value.forms);
            each(value.identities);
            each(value.sample);
        }
    }
};

}  // namespace

std::string compile_edition(const Edition& edition) {
    RecordWriter out;
    PutFields<EditionFields>{out}(edition);
    return out.take();
}

std::optional<Edition> compiled_edition(std::string_view record) {
    RecordReader in(record);
    Edition edition;
    TakeFields<EditionFields>{in}(edition);
    return in.done() ? std::optional(std::move(edition)) : std::nullopt;
}

}  // namespace gouji
