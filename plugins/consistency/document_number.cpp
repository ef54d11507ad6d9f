#include <gouji/sdk.hpp>

#include <string>

#include "../prose/folded.hpp"
#include "../prose/line.hpp"
#include "registered_documents.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::consistency;
using namespace std::string_view_literals;

/// The number of a well-known document that does not go with its title or its issuer. Documents
/// that are not registered are left alone.
class DocumentNumber {
public:
    explicit DocumentNumber(Options) {}

    void check(Document document, Report report) const {
        const auto citations = document.citations();
        for (std::size_t i = 0; i < citations.size(); ++i) {
            if (citations[i].kind != GOUJI_CITED_NUMBER || citations[i].number == 0) continue;
            if (citations[i].year == 0) {
                check_order(document, report, citations, i);
                continue;
            }
            check_number(document, report, citations, i);
        }
    }

private:
    static void check_number(Document document, Report report,
                             std::span<const gouji_citation> citations, std::size_t at) {
        const gouji_citation& number = citations[at];
        const prose::Folded issuer(document.text(), number.name);
        if (const gouji_citation* title = title_of(document, citations, at)) {
            const prose::Folded words(document.text(), title->span);
            for (const RegisteredDocument& known : registered_documents) {
                if (words.text().find(known.title) == std::string_view::npos) continue;
                if (matches(known, number, issuer.text())) return;
                // Provinces publish papers of the same name under their own numbers.
                if (!issuer.text().starts_with("国办"sv) && !lacks_one(issuer.text(), known.issuer))
                    return;
                tell(document, report, number, known, title);
                return;
            }
            return;  // another title: nothing is registered for it
        }
        // Without a title: the right year and number under the wrong issuer, where the sentence
        // says what is meant.
        for (const RegisteredDocument& known : registered_documents) {
            if (known.subject.empty() || known.year != number.year || known.number != number.number)
                continue;
            if (issuer.text() == known.issuer || !issuer.text().starts_with("国办"sv)) return;
            const auto sentences = document.sentences();
            if (number.sentence >= sentences.size()) return;
            const prose::Folded sentence(document.text(), sentences[number.sentence].span);
            if (sentence.text().find(known.subject) == std::string_view::npos &&
                (known.sign.empty() || sentence.text().find(known.sign) == std::string_view::npos))
                return;
            tell(document, report, number, known, nullptr);
            return;
        }
    }

    /// The regulations were issued as order 492 and reissued as order 711.
    static void check_order(Document document, Report report,
                            std::span<const gouji_citation> citations, std::size_t at) {
        const gouji_citation& number = citations[at];
        const prose::Folded issuer(document.text(), number.name);
        if (number.number == 711 || number.number == 492 ||
            issuer.text().find("国"sv) == std::string_view::npos)
            return;
        const gouji_citation* title = title_of(document, citations, at);
        if (title == nullptr) return;
        constexpr std::string_view regulations = "中华人民共和国政府信息公开条例"sv;
        const prose::Folded words(document.text(), title->span);
        // The name alone: another paper may hold it in its own title.
        if (words.text().find(regulations) == std::string_view::npos ||
            words.text().size() > regulations.size() + "《》"sv.size())
            return;
        const prose::Folded printed(document.text(), number.span);
        report.at(number.span, "title")
            .with("printed", printed.text())
            .with("right", "国务院令第711号")
            .with("title", regulations)
            .with("subject", "")
            .also(title->span, "cited")
            .with("right", "国务院令第711号");
    }

    static bool matches(const RegisteredDocument& known, const gouji_citation& number,
                        std::string_view issuer) {
        return known.year == number.year && known.number == number.number && issuer == known.issuer;
    }

    /// The title that the number stands behind: nothing but a bracket, or words like 文件, between.
    static const gouji_citation* title_of(Document document,
                                          std::span<const gouji_citation> citations,
                                          std::size_t at) {
        const gouji_citation& number = citations[at];
        for (std::size_t i = at; i-- > 0;) {
            const gouji_citation& title = citations[i];
            if (title.kind != GOUJI_CITED_TITLE || title.depth > 1) continue;
            if (title.sentence != number.sentence || title.span.end > number.span.begin)
                return nullptr;
            const prose::Folded between(document.text(), {title.span.end, number.span.begin});
            return between.text().size() <= "（以下简称"sv.size() ? &title : nullptr;
        }
        return nullptr;
    }

    /// “国公开办函” is 国办公开办函 without one of its characters.
    static bool lacks_one(std::string_view printed, std::string_view issuer) {
        constexpr std::size_t least = 5;  // characters: 国办函 and 国函 are both issuers
        if (length(issuer) < least) return false;
        for (std::size_t at = 0; at < issuer.size(); at += char_at(issuer, at).size) {
            std::string shorter(issuer);
            shorter.erase(at, char_at(issuer, at).size);
            if (printed == shorter) return true;
        }
        return false;
    }

    static std::string right(const RegisteredDocument& known) {
        return std::string(known.issuer) + "〔" + std::to_string(known.year) + "〕" +
               std::to_string(known.number) + "号";
    }

    static void tell(Document document, Report report, const gouji_citation& number,
                     const RegisteredDocument& known, const gouji_citation* title) {
        const prose::Folded printed(document.text(), number.span);
        Finding finding = report.at(number.span, title != nullptr ? "title" : "issuer");
        finding.with("printed", printed.text())
            .with("right", right(known))
            .with("title", known.title)
            .with("subject", known.subject);
        if (title != nullptr) finding.also(title->span, "cited").with("right", right(known));
    }
};

}  // namespace

GOUJI_RULE(document_number, DocumentNumber);
