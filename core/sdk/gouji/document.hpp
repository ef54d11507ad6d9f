// gouji/document.hpp - what a rule may ask about one document, as C++ views over the services.
#ifndef GOUJI_DOCUMENT_HPP
#define GOUJI_DOCUMENT_HPP

#include <gouji/abi.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace gouji::sdk {

using Span = gouji_span;
using Node = gouji_node;

[[nodiscard]] inline std::string_view view(gouji_text text) { return {text.data, text.size}; }
[[nodiscard]] inline gouji_text raw(std::string_view text) { return {text.data(), text.size()}; }

/// The stretch of `size` bytes that starts `at` bytes into `whole`.
[[nodiscard]] constexpr Span part(Span whole, std::size_t at, std::size_t size) {
    const auto begin = whole.begin + static_cast<std::uint32_t>(at);
    return {begin, begin + static_cast<std::uint32_t>(size)};
}
[[nodiscard]] constexpr bool empty(Span span) { return span.begin == span.end; }
[[nodiscard]] constexpr bool contains(Span outer, Span inner) {
    return outer.begin <= inner.begin && inner.end <= outer.end;
}
[[nodiscard]] constexpr bool contains(Span outer, std::uint32_t offset) {
    return outer.begin <= offset && offset < outer.end;
}

enum class Kind : gouji_kind {
    other = GOUJI_KIND_OTHER,
    document = GOUJI_KIND_DOCUMENT,
    heading = GOUJI_KIND_HEADING,
    paragraph = GOUJI_KIND_PARAGRAPH,
    table = GOUJI_KIND_TABLE,
    row = GOUJI_KIND_ROW,
    cell = GOUJI_KIND_CELL,
    title = GOUJI_KIND_TITLE,
    residue = GOUJI_KIND_RESIDUE,
    signature = GOUJI_KIND_SIGNATURE,
};

namespace detail {

struct Services {
    const gouji_host* host;
    const gouji_document_service* document;
    const gouji_tables_service* tables;
    const gouji_form_service* form;
    const gouji_chapters_service* chapters;
    const gouji_dates_service* dates;
    const gouji_facts_service* facts;
    const gouji_sentences_service* sentences;
    const gouji_quantities_service* quantities;
    const gouji_citations_service* citations;
    const gouji_prose_service* prose;
    const gouji_terms_service* terms;
    const gouji_serial_service* serial;
    const gouji_unicode_service* unicode;
    const gouji_options_service* options;
    const gouji_sink_service* sink;
    const gouji_rank_service* rank;
    const gouji_previous_service* previous;
    const gouji_log_service* log;
};

/// Thrown through a rule once the host asks it to stop: what it reported until then stays. It is no
/// std::exception, so that a rule that handles those does not swallow it.
struct Stopped {};

/// Ends the check that `sink` belongs to if the host asks for it.
inline void stop_if_asked(const gouji_sink* sink, const Services* services) {
    if (sink != nullptr && services->sink->cancelled(sink) != 0) throw Stopped{};
}

/// A service that this host lacks fails the rule that asks for it, by name, and no other.
template <class Service>
const Service& need(const Service* service, const char* id) {
    if (service == nullptr) throw std::runtime_error(std::string("this host does not offer ") + id);
    return *service;
}

}  // namespace detail

/// The folded prose; spans inside `text` are turned into document spans by `source`.
class Prose {
public:
    Prose(const gouji_document* document, const gouji_prose_service* service)
        : document_(document), service_(service) {}

    [[nodiscard]] std::string_view text() const { return view(service_->text(document_)); }
    [[nodiscard]] std::string_view text(Span folded) const {
        return text().substr(folded.begin, folded.end - folded.begin);
    }
    [[nodiscard]] Span source(Span folded) const { return service_->source(document_, folded); }
    [[nodiscard]] Span source(std::size_t at, std::size_t size) const {
        return source(part({}, at, size));
    }
    [[nodiscard]] std::span<const Span> paragraphs() const {
        std::size_t count = 0;
        const gouji_node* nodes = nullptr;
        const Span* spans = service_->paragraphs(document_, &nodes, &count);
        return {spans, count};
    }
    /// The nodes of paragraphs(), one each.
    [[nodiscard]] std::span<const Node> nodes() const {
        std::size_t count = 0;
        const gouji_node* nodes = nullptr;
        service_->paragraphs(document_, &nodes, &count);
        return {nodes, count};
    }

private:
    const gouji_document* document_;
    const gouji_prose_service* service_;
};

/// A list of words that the rule's page declares and gouji looks for; the page's header names them.
struct TermList {
    std::string_view name;
    std::uint32_t index;  ///< as in Hit::list
};

/// A list of words that gouji does not look for (scan = false): the rule gets the words alone.
struct PlainList {
    std::string_view name;
};

using Hit = gouji_hit;

/// The hits that begin inside a stretch of the folded prose.
[[nodiscard]] inline std::span<const Hit> inside(std::span<const Hit> hits, Span where) {
    const auto before = [](const Hit& hit, std::uint32_t at) { return hit.span.begin < at; };
    const auto first = std::lower_bound(hits.begin(), hits.end(), where.begin, before);
    const auto last = std::lower_bound(first, hits.end(), where.end, before);
    return {first, last};
}

/// Of hits that overlap, the one that begins first, and of those the longest.
[[nodiscard]] inline std::vector<Hit> without_overlaps(std::span<const Hit> hits) {
    std::vector<Hit> out;
    for (const Hit& hit : hits) {
        if (out.empty() || hit.span.begin >= out.back().span.end) out.push_back(hit);
    }
    return out;
}

/// One report: its tree, its tables, the form, and what the prose says.
class Document {
public:
    /// `sink`, if not null, can end the check when a stretch of text is asked for.
    Document(const gouji_document* document, const detail::Services* services,
             const gouji_sink* sink = nullptr)
        : document_(document), services_(services), sink_(sink) {}

    // The tree.
    [[nodiscard]] std::string_view text() const { return view(tree().text(document_)); }
    [[nodiscard]] std::string_view text(Span span) const {
        detail::stop_if_asked(sink_, services_);
        return text().substr(span.begin, span.end - span.begin);
    }
    [[nodiscard]] Span extent() const { return tree().extent(document_); }
    [[nodiscard]] std::string_view file_name() const { return view(tree().file_name(document_)); }
    [[nodiscard]] Kind kind(Node node) const { return Kind{tree().kind(document_, node)}; }
    [[nodiscard]] Span span(Node node) const { return tree().span(document_, node); }
    [[nodiscard]] Node parent(Node node) const { return tree().parent(document_, node); }
    [[nodiscard]] Node first_child(Node node) const { return tree().first_child(document_, node); }
    [[nodiscard]] Node next_sibling(Node node) const {
        return tree().next_sibling(document_, node);
    }
    /// Every node of one kind, in reading order.
    [[nodiscard]] std::span<const Node> all(Kind kind) const {
        std::size_t count = 0;
        const Node* nodes = tree().nodes(document_, static_cast<gouji_kind>(kind), &count);
        return {nodes, count};
    }

    // Tables.
    [[nodiscard]] std::uint32_t rows(Node table) const { return tables().rows(document_, table); }
    [[nodiscard]] std::uint32_t columns(Node table) const {
        return tables().columns(document_, table);
    }
    [[nodiscard]] std::span<const gouji_cell> cells(Node table) const {
        std::size_t count = 0;
        const gouji_cell* cells = tables().cells(document_, table, &count);
        return {cells, count};
    }

    // The form.
    [[nodiscard]] std::span<const gouji_form> forms() const { return list(form().forms); }
    [[nodiscard]] std::span<const gouji_field> fields() const { return list(form().fields); }
    [[nodiscard]] std::span<const gouji_label> labels() const { return list(form().labels); }
    [[nodiscard]] std::span<const gouji_identity> identities() const {
        return list(form().identities);
    }
    [[nodiscard]] std::span<const gouji_term> terms() const { return list(form().terms); }
    [[nodiscard]] std::span<const gouji_term> left(const gouji_identity& identity) const {
        return terms().subspan(identity.first_term, identity.left);
    }
    [[nodiscard]] std::span<const gouji_term> right(const gouji_identity& identity) const {
        return terms().subspan(identity.first_term + identity.left, identity.right);
    }
    /// Null when the edition has no such field.
    [[nodiscard]] const gouji_field* field(std::string_view form_id, std::string_view row,
                                           std::string_view column) const {
        return form().field(document_, raw(form_id), raw(row), raw(column));
    }

    // What the prose says.
    [[nodiscard]] std::span<const gouji_chapter> chapters() const {
        return list(outline().chapters);
    }
    [[nodiscard]] std::span<const gouji_expected_chapter> expected_chapters() const {
        return list(outline().expected);
    }
    /// The innermost chapter around an offset, or GOUJI_NONE.
    [[nodiscard]] std::uint32_t chapter_at(std::uint32_t offset) const {
        return outline().at(document_, offset);
    }
    [[nodiscard]] std::span<const gouji_date> dates() const { return list(calendar().dates); }
    [[nodiscard]] std::span<const gouji_period> periods() const { return list(calendar().periods); }
    [[nodiscard]] const gouji_facts& facts() const {
        return *detail::need(services_->facts, GOUJI_SERVICE_FACTS).facts(document_);
    }
    [[nodiscard]] std::span<const gouji_evidence> evidence() const {
        return list(detail::need(services_->facts, GOUJI_SERVICE_FACTS).evidence);
    }
    [[nodiscard]] std::span<const gouji_sentence> sentences() const {
        return list(detail::need(services_->sentences, GOUJI_SERVICE_SENTENCES).sentences);
    }
    [[nodiscard]] std::span<const gouji_quantity> quantities() const {
        return list(detail::need(services_->quantities, GOUJI_SERVICE_QUANTITIES).quantities);
    }
    [[nodiscard]] std::span<const gouji_citation> citations() const {
        return list(detail::need(services_->citations, GOUJI_SERVICE_CITATIONS).citations);
    }
    [[nodiscard]] std::span<const gouji_abbreviation> abbreviations() const {
        return list(detail::need(services_->citations, GOUJI_SERVICE_CITATIONS).abbreviations);
    }
    [[nodiscard]] Prose prose() const {
        return {document_, &detail::need(services_->prose, GOUJI_SERVICE_PROSE)};
    }

    // The lists of the rule's page.
    /// Where the words of a list stand in the folded prose: in order, at one place the longest
    /// first, overlapping ones too.
    [[nodiscard]] std::span<const Hit> hits(TermList of) const { return hits_of(of.name); }
    /// The same for all lists of the page together.
    [[nodiscard]] std::span<const Hit> hits() const { return hits_of({}); }

    /// The same agency's report about the year before, where the user gives it.
    [[nodiscard]] std::optional<Document> previous() const {
        if (services_->previous == nullptr) return std::nullopt;
        const gouji_document* found = services_->previous->document(document_);
        if (found == nullptr) return std::nullopt;
        return Document(found, services_, sink_);
    }

    /// Differs for every document of the process; 0 where the host gives no numbers.
    [[nodiscard]] std::uint64_t serial() const {
        return services_->serial != nullptr ? services_->serial->number(document_) : 0;
    }

    /// Columns in a terminal.
    [[nodiscard]] std::uint32_t width(std::string_view words) const {
        return detail::need(services_->unicode, GOUJI_SERVICE_UNICODE)
            .width(services_->host, raw(words));
    }
    /// The words of a text by Unicode's rules and ICU's dictionary, as spans inside it.
    [[nodiscard]] std::vector<Span> words(std::string_view of) const {
        std::vector<Span> out;
        detail::need(services_->unicode, GOUJI_SERVICE_UNICODE)
            .words(services_->host, raw(of), &out, [](void* user, gouji_span word) {
                static_cast<std::vector<Span>*>(user)->push_back(word);
            });
        return out;
    }

private:
    [[nodiscard]] const gouji_document_service& tree() const { return *services_->document; }
    [[nodiscard]] const gouji_tables_service& tables() const {
        return detail::need(services_->tables, GOUJI_SERVICE_TABLES);
    }
    [[nodiscard]] const gouji_form_service& form() const {
        return detail::need(services_->form, GOUJI_SERVICE_FORM);
    }
    [[nodiscard]] const gouji_chapters_service& outline() const {
        return detail::need(services_->chapters, GOUJI_SERVICE_CHAPTERS);
    }
    [[nodiscard]] const gouji_dates_service& calendar() const {
        return detail::need(services_->dates, GOUJI_SERVICE_DATES);
    }
    [[nodiscard]] std::span<const Hit> hits_of(std::string_view name) const {
        std::size_t count = 0;
        const Hit* hits =
            detail::need(services_->terms, GOUJI_SERVICE_TERMS).hits(document_, raw(name), &count);
        return {hits, count};
    }
    template <class T>
    [[nodiscard]] std::span<const T> list(const T*(GOUJI_CALL* of)(const gouji_document*,
                                                                   std::size_t*)) const {
        std::size_t count = 0;
        const T* items = of(document_, &count);
        return {items, count};
    }

    const gouji_document* document_;
    const detail::Services* services_;
    const gouji_sink* sink_;
};

}  // namespace gouji::sdk

#endif  // GOUJI_DOCUMENT_HPP
