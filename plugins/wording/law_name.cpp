#include <gouji/sdk.hpp>

#include "law_names.hpp"

namespace gouji::wording {
namespace {

using namespace gouji::sdk;

/// A title in 《》 that is some characters away from the name of a law that reports cite.
class LawName {
public:
    explicit LawName(Options) {}

    void check(Document document, Report report) const {
        for (const gouji_citation& citation : document.citations()) {
            if (citation.kind != GOUJI_CITED_TITLE) continue;
            const std::string title = unbroken(document.text(citation.name));
            const auto right = law_names_.misspelt(title);
            if (!right) continue;
            report.at(citation.span, "misspelt")
                .with("found", title)
                .with("right", *right)
                .fix(Safety::safe, "replace")
                .with("right", *right)
                .replace(citation.name, *right);
        }
    }

private:
    /// The title without the blanks and line ends that it was printed with.
    [[nodiscard]] static std::string unbroken(std::string_view printed) {
        std::string title;
        for (std::size_t at = 0; at < printed.size();) {
            const Char c = char_at(printed, at);
            if (!is_blank(c.code) && !is_line_end(c.code)) title.append(printed.substr(at, c.size));
            at += c.size;
        }
        return title;
    }

    LawNames law_names_;
};

}  // namespace
}  // namespace gouji::wording

GOUJI_RULE(law_name, gouji::wording::LawName);
