#pragma once

#include "gouji/edition/edition.hpp"
#include "gouji/rule/page.hpp"
#include "gouji/terms/term_table.hpp"
#include "gouji/toml/reader.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// The page around a kind's own table, as the kind's maker sees it.
class KindPage {
public:
    /// Without editions, what the page says of them and of the form's fields is believed.
    KindPage(const Page& page, TomlReader& root, std::span<const Edition> editions,
             TermTable& terms)
        : page_(&page), root_(&root), editions_(editions), terms_(&terms) {}

    [[nodiscard]] const Page& page() const { return *page_; }
    [[nodiscard]] std::span<const Edition> editions() const { return editions_; }
    /// Where a kind adds the words that it looks for.
    [[nodiscard]] TermTable& terms() const { return *terms_; }

    /// A message that the kind may write, and the arguments that its {…} may name. One that is
    /// needed must be there.
    void says(std::string_view message, std::vector<std::string> arguments, bool needed = true);
    /// Reports messages that the kind never writes, and unknown editions.
    void finish();

private:
    void check_placeholders(const Message& message, const std::vector<std::string>& arguments);

    const Page* page_;
    TomlReader* root_;
    std::span<const Edition> editions_;
    TermTable* terms_;
    std::vector<std::string> said_;
};

}  // namespace gouji
