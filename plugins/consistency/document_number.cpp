#include <gouji/sdk.hpp>

#include <map>
#include <string>

#include "../prose/folded.hpp"
#include "../prose/line.hpp"
#include "../registry/documents.hpp"
#include "document_number.page.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::page::document_number;
using namespace std::string_view_literals;

using Registered = registry::Document;

/// The number of a registered document that does not go with its title or its issuer. Documents
/// that are not registered are left alone.
class DocumentNumber {
public:
    explicit DocumentNumber(Options) {}

    void check(Document document, Sink sink) const {
        const auto citations = document.citations();
        Subjects subjects;
        for (std::size_t i = 0; i < citations.size(); ++i) {
            if (citations[i].kind != GOUJI_CITATION_NUMBER || citations[i].number == 0) continue;
            if (const gouji_citation* title = title_of(document, citations, i)) {
                check_title(document, sink, citations[i], *title);
            } else if (citations[i].year != 0) {
                check_issuer(document, sink, citations[i], subjects);
            }
        }
    }

private:
    /// Which documents' subjects a sentence names: it is searched once for each document, however
    /// many numbers it has.
    struct Subjects {
        std::uint32_t sentence = 0;
        std::map<const Registered*, bool> named;
    };

    /// A title followed by another document's number.
    static void check_title(Document document, Sink sink, const gouji_citation& number,
                            const gouji_citation& title) {
        if (title.name.end - title.name.begin > registry::longest_title) return;
        const prose::Folded name(document.text(), title.name);
        const Registered* known = registry::find_title(name.text());
        if (known == nullptr) return;
        const prose::Folded issuer(document.text(), number.name);
        // The regulations of 2007 and of 2019 bear one title.
        const Registered* other = registry::find_number(issuer.text(), number.year, number.number);
        if (other != nullptr && other->key == known->key) return;
        // Provinces publish papers of the same name under their own numbers.
        if (!registry::national_issuer(issuer.text()) && !lacks_one(issuer.text(), known->issuer))
            return;
        const prose::Folded printed(document.text(), number.span);
        sink.report(number.span,
                    message::title{
                        .printed = printed.text(), .right = known->citation, .title = known->title})
            .also(title.span, message::cited{.right = known->citation});
    }

    /// No title: the right year and number after the wrong issuer, where the sentence says what is
    /// meant.
    static void check_issuer(Document document, Sink sink, const gouji_citation& number,
                             Subjects& subjects) {
        const prose::Folded issuer(document.text(), number.name);
        if (!registry::national_issuer(issuer.text())) return;
        for (const Registered& known : registry::documents()) {
            if (known.subject.empty() || known.year != number.year || known.number != number.number)
                continue;
            if (issuer.text() == known.issuer) return;
            if (!names_subject(document, number.sentence, known, subjects)) return;
            const prose::Folded printed(document.text(), number.span);
            sink.report(number.span,
                        message::issuer{.printed = printed.text(), .right = known.citation});
            return;
        }
    }

    /// The title that the number belongs to: the number follows at once, in brackets or not.
    static const gouji_citation* title_of(Document document,
                                          std::span<const gouji_citation> citations,
                                          std::size_t at) {
        constexpr std::size_t nested_titles = 4;  // titles inside the title follow it in the list
        const gouji_citation& number = citations[at];
        for (std::size_t i = at; i-- > 0 && at - i <= nested_titles;) {
            const gouji_citation& title = citations[i];
            if (title.kind != GOUJI_CITATION_TITLE || title.depth > 1) continue;
            if (title.sentence != number.sentence || title.span.end > number.span.begin)
                return nullptr;
            constexpr std::uint32_t furthest = 30;  // bytes
            if (number.span.begin - title.span.end > furthest) return nullptr;
            const prose::Folded between(document.text(), {title.span.end, number.span.begin});
            return joins(between.text()) ? &title : nullptr;
        }
        return nullptr;
    }

    /// What may stand between a title and its number: “《…》（”, “《…》文件（”.
    static bool joins(std::string_view words) {
        for (const std::string_view open : {"（"sv, "("sv}) {
            if (words.ends_with(open)) words.remove_suffix(open.size());
        }
        return words.empty() || words == "文件"sv || words == "通知"sv || words == "的通知"sv;
    }

    static bool names_subject(Document document, std::uint32_t index, const Registered& known,
                              Subjects& subjects) {
        const auto sentences = document.sentences();
        if (index >= sentences.size()) return false;
        if (subjects.sentence != index) subjects = {.sentence = index, .named = {}};
        const auto [entry, unknown] = subjects.named.try_emplace(&known, false);
        if (unknown) {
            const prose::Folded sentence(document.text(), sentences[index].span);
            entry->second = names_subject(sentence.text(), known.subject);
        }
        return entry->second;
    }
    static bool names_subject(std::string_view sentence, std::string_view subject) {
        for (std::size_t at = 0; at < subject.size();) {
            const std::size_t end = std::min(subject.find(' ', at), subject.size());
            if (sentence.find(subject.substr(at, end - at)) != std::string_view::npos) return true;
            at = end + 1;
        }
        return false;
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
};

}  // namespace

GOUJI_RULE(document_number, DocumentNumber);
