#include "gouji/rule/compiled_page.hpp"

#include "gouji/base/record_fields.hpp"
#include "gouji/base/version.hpp"

#include <type_traits>

namespace gouji {
namespace {

struct PageFields {
    template <class Each, class T>
    static void of(Each& each, T& value) {
        using Kind = std::remove_const_t<T>;
        if constexpr (std::is_same_v<Kind, Localized>) {
            each(value.zh);
            each(value.en);
        } else if constexpr (std::is_same_v<Kind, Message>) {
            each(value.id);
            each(value.words);
            each(value.level, Level::error);
        } else if constexpr (std::is_same_v<Kind, Option>) {
            each(value.key);
            each(value.words);
            each(value.value);
        } else if constexpr (std::is_same_v<Kind, WordList>) {
            each(value.name);
            each(value.words);
            each(value.values);
            each(value.about);
            each(value.extend);
            each(value.scan);
        } else {
            static_assert(std::is_same_v<Kind, Page>);
            each(value.id);
            each(value.name);
            each(value.summary);
            each(value.level, Level::error);
            each(value.enabled);
            each(value.native);
            each(value.precision);
            each(value.kind);
            each(value.tags);
            each(value.editions);
            each(value.aliases);
            each(value.deprecated);
            each(value.messages);
            each(value.options);
            each(value.lists);
            each(value.front_matter_line);
        }
    }
};

}  // namespace

std::string compile_page(const Page& page) {
    RecordWriter out;
    out.text(version);
    out.number(static_cast<std::uint64_t>(page.front_matter.data() - page.text->data()));
    out.number(page.front_matter.size());
    out.number(page.body.size());
    PutFields<PageFields>{out}(page);
    return out.take();
}

std::optional<Page> compiled_page(std::string_view compiled, std::string_view text,
                                  const std::string& file) {
    RecordReader in(compiled);
    if (in.view() != version) return std::nullopt;
    const std::uint64_t begin = in.number();
    const std::uint64_t front = in.number();
    const std::uint64_t body = in.number();
    if (begin > text.size() || front > text.size() - begin || body > text.size())
        return std::nullopt;
    Page page;
    page.file = file;
    page.front_matter = text.substr(begin, front);
    page.body = text.substr(text.size() - body);
    TakeFields<PageFields>{in}(page);
    return in.done() ? std::optional(std::move(page)) : std::nullopt;
}

}  // namespace gouji
