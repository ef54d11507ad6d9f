#pragma once

#include "gouji/lsp/draft_rules.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// A finding as editors show it: its spans are offsets into the document's text.
struct LiveFinding {
    Finding finding;
    Level level = Level::warning;
    const Page* page = nullptr;
    std::string words;        ///< its message, in the client's language
    std::string place;        ///< chapter, table, row and column; may be empty
    std::string fingerprint;  ///< unique in its report, see Fingerprint::context
};

/// A form of a report, with its identities.
struct FormVerdict {
    std::string name;
    Span where;
    bool readable = true;
    std::uint32_t identities = 0;
    std::vector<std::string> failing;  ///< “总计：5 ≠ 6”
};

/// A chapter or a part of one.
struct OutlineEntry {
    std::string title;
    Span heading;
    Span whole;               ///< heading and body
    std::uint32_t level = 1;  ///< 1 chapter, 2 part, 3 point
};

struct ReportOutline {
    std::string agency;
    std::int32_t year = 0;
    std::string edition;
    bool is_report = false;
    Span extent;
    std::string title;
    std::vector<OutlineEntry> chapters;  ///< in reading order
    std::vector<FormVerdict> forms;
};

/// What is kept of a checked text: all that requests are answered from.
struct Analysis {
    std::shared_ptr<const DraftRules> rules;  ///< keeps the pages alive
    std::vector<LiveFinding> findings;        ///< those that count, in reading order
    std::vector<ReportOutline> reports;
    std::vector<std::string> notices;  ///< failed rules and the like, in the client's language
    std::uint32_t accepted = 0;        ///< findings that a suppression covers
    std::optional<Error> unreadable;   ///< why the text was not checked
};

/// Calls `each` with every report of a text, parsed and checked. Fails when it is no text.
/// `digest`: its SHA-256 is wanted.
Result<void> each_report(std::string_view text, const DraftRules& rules,
                         const std::function<void(const AnalyzedReport&)>& each,
                         bool digest = false);

/// Everything that is kept of a text; `unreadable` says why it could not be checked.
[[nodiscard]] Analysis analyze_draft(std::string_view text,
                                     const std::shared_ptr<const DraftRules>& rules,
                                     Language language);

}  // namespace gouji
