// The titles in 《》 that a report cites, and where, computed once for the rules on short names.
#pragma once

#include <gouji/once.hpp>

#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace gouji::wording {

struct CitedTitles {
    /// The citations of each title, by its words without the marks, in reading order.
    std::unordered_map<std::string_view, std::vector<sdk::Span>> places;
    /// What other titles end in: “条例” where 《政府信息公开条例》 is cited.
    std::unordered_set<std::string_view> endings;
    /// What “以下简称” gives as short names, without marks.
    std::unordered_set<std::string_view> short_names;
};

/// The words of a short name without 《》 and quotation marks.
[[nodiscard]] inline std::string_view without_marks(std::string_view printed) {
    for (const std::string_view mark : {"“", "‘", "《"}) {
        if (printed.starts_with(mark)) printed.remove_prefix(mark.size());
    }
    for (const std::string_view mark : {"”", "’", "》"}) {
        if (printed.ends_with(mark)) printed.remove_suffix(mark.size());
    }
    return printed;
}

/// Ask for it with once<cited_titles>(document).
[[nodiscard]] inline CitedTitles cited_titles(const sdk::Document& document) {
    constexpr std::size_t longest_ending = 8;  // characters
    CitedTitles out;
    for (const gouji_citation& citation : document.citations()) {
        if (citation.kind != GOUJI_CITATION_TITLE) continue;
        const std::string_view name = trimmed(document.text(citation.name));
        out.places[name].push_back(citation.span);
        std::size_t from = name.size();
        for (std::size_t i = 0; i < longest_ending && from > 0; ++i) {
            from -= char_before(name, from).size;
            if (from > 0) out.endings.insert(name.substr(from));
        }
    }
    for (const gouji_abbreviation& defined : document.abbreviations()) {
        std::string_view name = document.text(defined.shortened);
        out.short_names.insert(without_marks(name));
        // “以下简称新《条例》”
        if (const std::size_t open = name.find("《"); open != std::string_view::npos)
            out.short_names.insert(without_marks(name.substr(open)));
    }
    return out;
}

}  // namespace gouji::wording
