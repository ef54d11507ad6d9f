#include <gouji/sdk.hpp>

#include "law_name.page.hpp"
#include "law_names.hpp"

namespace gouji::wording {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::law_name;

/// A title in 《》 that misspells the name of a law or document that reports cite.
class LawName {
public:
    explicit LawName(Options) {}

    void check(Document document, Sink sink) const {
        for (const gouji_citation& citation : document.citations()) {
            if (citation.kind != GOUJI_CITATION_TITLE || citation.depth > 1) continue;
            const std::string_view printed = document.text(citation.name);
            const auto slip = law_names_.misspelt(printed);
            if (!slip) continue;
            if (slip->sure) {
                const Span wrong = character(citation.name, printed, slip->place);
                const std::string right = right_character(slip->right, slip->place);
                // The title as it is printed, marks and all, but for the one character.
                const std::uint32_t at = wrong.begin - citation.name.begin;
                const std::string title =
                    without_blanks(std::string(printed.substr(0, at)) + right +
                                   std::string(printed.substr(wrong.end - citation.name.begin)));
                sink.report(citation.span,
                            message::misspelt{.found = without_blanks(printed), .right = title})
                    .fix(Safety::safe, message::replace{.right = title})
                    .replace(wrong, right);
                continue;
            }
            Finding finding = sink.report(
                citation.span,
                message::misspelt{.found = without_blanks(printed), .right = slip->right});
            if (!has_marks(printed)) {
                finding.fix(Safety::unsafe, message::replace{.right = slip->right})
                    .replace(citation.name, slip->right);
            }
        }
    }

private:
    static std::string without_blanks(std::string_view printed) {
        std::string title;
        for (std::size_t at = 0; at < printed.size();) {
            const Char c = char_at(printed, at);
            if (!is_blank(c.code) && !is_line_end(c.code)) title.append(printed.substr(at, c.size));
            at += c.size;
        }
        return title;
    }

    /// Where the character stands in the document, counted as LawNames::bare counts.
    static Span character(Span name, std::string_view printed, std::size_t place) {
        std::size_t at = 0;
        while (at < printed.size()) {
            const Char c = char_at(printed, at);
            if (!LawNames::bare(printed.substr(at, c.size)).empty() && place-- == 0) {
                const auto begin = name.begin + static_cast<std::uint32_t>(at);
                return {begin, begin + c.size};
            }
            at += c.size;
        }
        return {name.end, name.end};
    }
    static std::string right_character(std::string_view right, std::size_t place) {
        std::size_t at = 0;
        for (; place != 0; --place) at += char_at(right, at).size;
        return std::string(right.substr(at, char_at(right, at).size));
    }

    /// Whether the title holds another in its marks: replaced as a whole, it would lose them.
    static bool has_marks(std::string_view printed) {
        return LawNames::bare(printed).size() != length(without_blanks(printed));
    }

    LawNames law_names_;
};

}  // namespace
}  // namespace gouji::wording

GOUJI_RULE(law_name, gouji::wording::LawName);
