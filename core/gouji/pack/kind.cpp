#include "gouji/pack/kind.hpp"

#include <array>

namespace gouji {

std::span<const Kind* const> kinds() {
    static constexpr std::array all{&term_kind,   &pattern_kind,  &presence_kind,
                                    &length_kind, &headings_kind, &deadline_kind,
                                    &cell_kind,   &equation_kind, &requirement_kind};
    return all;
}

void add_default_messages(Page& page) {
    for (const Kind* kind : kinds()) {
        if (kind->name != page.kind) continue;
        for (const DefaultMessage& one : kind->defaults) {
            if (page.message(one.id) != nullptr) continue;
            page.messages.push_back(
                {std::string(one.id), {std::string(one.zh), std::string(one.en)}, Level::off});
        }
    }
}

Result<std::unique_ptr<Checker>> make_checker(const Page& page, std::span<const Edition> editions,
                                              TermTable& terms) {
    return read_toml<std::unique_ptr<Checker>>(*page.front, [&](TomlReader& root) {
        std::vector<std::string> names;
        const Kind* kind = nullptr;
        for (const Kind* one : kinds()) {
            names.emplace_back(one->name);
            if (one->name == page.kind) kind = one;
        }
        std::unique_ptr<Checker> checker;
        if (kind == nullptr) {
            const std::string all = join(names, ", ");
            const Localized near = did_you_mean(page.kind, names);
            root.wrong("kind", "没有“" + page.kind + "”这种规则，可用：" + all + near.zh,
                       "no kind '" + page.kind + "'; there are: " + all + near.en);
        } else if (auto parameters = root.table(kind->name)) {
            KindPage around(page, root, editions, terms);
            checker = kind->make(*parameters, around);
            parameters->finish();
            around.finish();
        } else {
            root.wrong("kind", "kind = \"" + page.kind + "\" 需要一节 [" + page.kind + "]",
                       "kind = \"" + page.kind + "\" needs a table [" + page.kind + "]");
        }
        return checker;
    });
}

}  // namespace gouji
