#include "gouji/rule/compiled_page.hpp"

#include "gouji/base/record.hpp"
#include "gouji/base/version.hpp"

#include <type_traits>
#include <utility>

namespace gouji {
namespace {

/// The fields of a page, listed once for both directions.
template <class Each, class T>
void fields(Each& each, T& of) {
    using Kind = std::remove_const_t<T>;
    if constexpr (std::is_same_v<Kind, Localized>) {
        each(of.zh);
        each(of.en);
    } else if constexpr (std::is_same_v<Kind, Message>) {
        each(of.id);
        each(of.words);
        each(of.level);
    } else if constexpr (std::is_same_v<Kind, Option>) {
        each(of.key);
        each(of.words);
        each(of.value);
    } else if constexpr (std::is_same_v<Kind, WordList>) {
        each(of.name);
        each(of.words);
        each(of.values);
        each(of.about);
        each(of.extend);
        each(of.scan);
    } else {
        static_assert(std::is_same_v<Kind, Page>);
        each(of.id);
        each(of.name);
        each(of.summary);
        each(of.level);
        each(of.enabled);
        each(of.native);
        each(of.precision);
        each(of.kind);
        each(of.tags);
        each(of.editions);
        each(of.aliases);
        each(of.messages);
        each(of.options);
        each(of.lists);
        each(of.front_matter_line);
    }
}

class Put {
public:
    explicit Put(RecordWriter& out) : out_(&out) {}

    void operator()(const std::string& words) { out_->text(words); }
    void operator()(const OptionValue& value) {
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
            fields(*this, value);
        } else {
            out_->number(static_cast<std::uint64_t>(value));
        }
    }

private:
    RecordWriter* out_;
};

class Take {
public:
    explicit Take(RecordReader& in) : in_(&in) {}

    void operator()(std::string& words) { words = in_->view(); }
    void operator()(bool& value) { value = in_->number() != 0; }
    void operator()(Level& level) { level = static_cast<Level>(in_->number() & 3U); }
    void operator()(OptionValue& value) {
        switch (in_->number()) {
            case 0:
                return (*this)(value.emplace<0>());
            case 1:
                return (*this)(value.emplace<1>());
            case 2:
                return (*this)(value.emplace<2>());
            default:
                return (*this)(value.emplace<3>());
        }
    }
    template <class T>
    void operator()(std::vector<T>& items) {
        in_->list([&] { (*this)(items.emplace_back()); });
    }
    template <class T>
    void operator()(T& value) {
        if constexpr (std::is_class_v<T>) {
            fields(*this, value);
        } else {
            value = static_cast<T>(in_->number());
        }
    }

private:
    RecordReader* in_;
};

}  // namespace

std::string compile_page(const Page& page) {
    RecordWriter out;
    out.text(version);
    out.number(static_cast<std::uint64_t>(page.front_matter.data() - page.text->data()));
    out.number(page.front_matter.size());
    out.number(page.body.size());
    Put{out}(page);
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
    Take{in}(page);
    return in.done() ? std::optional(std::move(page)) : std::nullopt;
}

}  // namespace gouji
