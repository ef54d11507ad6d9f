#include "gouji/engine/fingerprint.hpp"

#include "gouji/base/hash.hpp"
#include "gouji/engine/analyzed_report.hpp"
#include "gouji/engine/logical_location.hpp"

#include <algorithm>
#include <unordered_map>

namespace gouji {
namespace {

/// Bytes of a place or of the text on either side of it that are hashed. No sentence is so
/// long; a text without full stops is one, and is not to be read anew for each of its findings.
constexpr std::uint32_t reach = 2048;

/// The sentence around a place, or nothing outside prose.
Span sentence_around(const SemanticModel& model, Span where) {
    const auto& sentences = model.sentences;
    auto after = std::upper_bound(
        sentences.begin(), sentences.end(), where.begin,
        [](std::uint32_t at, const gouji_sentence& s) { return at < s.span.begin; });
    if (after == sentences.begin()) return {};
    const Span span = std::prev(after)->span;
    return where.begin <= span.end ? span : Span{};
}

/// As much of a span as lies near a place in it.
Span near(const Document& document, Span span, std::uint32_t at) {
    const std::string_view text = document.view();
    const auto boundary = [&](std::uint32_t i) {
        return i >= text.size() || (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U;
    };
    if (at - span.begin > reach && at > span.begin) {
        span.begin = at - reach;
        while (!boundary(span.begin)) ++span.begin;
    }
    if (span.end > at && span.end - at > reach) {
        span.end = at + reach;
        while (!boundary(span.end)) --span.end;
    }
    return span;
}

bool has_digit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// One that a rule's older names share, so that a renamed rule's findings stay the same.
const std::string& oldest_name(const Page& page) {
    return page.aliases.empty() ? page.id : page.aliases.front();
}

class Prints {
public:
    Prints(const AnalyzedReport& analyzed, const Catalogue& catalogue)
        : analyzed_(&analyzed), catalogue_(&catalogue) {}

    Fingerprint of(const Finding& finding) {
        const LogicalLocation at = logical_location(*analyzed_, finding.where);
        const Document& document = analyzed_->document;
        const Span where = near(document, finding.where, finding.where.begin);
        const Span sentence =
            near(document, sentence_around(analyzed_->model, finding.where), finding.where.begin);
        return {context(finding, at, where, sentence), detail(finding),
                similarity_key(finding, at, where, sentence)};
    }

private:
    void add_report(Hash& hash) const {
        if (analyzed_->ordinal == 0) return;
        const gouji_facts& model = analyzed_->model.summary;  // one of several in a file
        hash.add(view(model.agency));
        hash.add(std::to_string(model.year));
    }

    std::string context(const Finding& finding, const LogicalLocation& at, Span where,
                        Span sentence) {
        Hash hash;
        hash.add(catalogue_->rules()[finding.rule].page.id);
        hash.add(finding.message);
        add_report(hash);
        hash.add(at.chapter_kind);
        if (!at.form.empty()) {
            hash.add(at.form);
            hash.add(at.row);
            hash.add(at.column);
        } else {
            hash.add_folded(analyzed_->document.at(where));
            hash.add_folded(analyzed_->document.at(sentence));
            // Words distinguish two findings at one place; figures come and go with other lines.
            for (const auto& [name, value] : finding.arguments) {
                if (!has_digit(value)) hash.add(value);
            }
        }
        return hash.text() + ":" + std::to_string(++seen_[hash.value()]);
    }

    static std::string detail(const Finding& finding) {
        Hash hash;
        for (const auto& [name, value] : finding.arguments) {
            hash.add(name);
            hash.add(value);
        }
        return hash.text();
    }

    SimilarityKey similarity_key(const Finding& finding, const LogicalLocation& at, Span where,
                                 Span sentence) {
        const Document& document = analyzed_->document;
        Hash kind;
        kind.add(oldest_name(catalogue_->rules()[finding.rule].page));
        kind.add(finding.message);
        add_report(kind);
        Hash chapter;
        chapter.add(at.chapter_kind);
        if (!at.form.empty()) {  // a cell is itself or another
            Hash cell;
            cell.add(at.form);
            cell.add(at.row);
            cell.add(at.column);
            return {kind.small(), chapter.small(), cell.small(), spread(cell.value())};
        }
        Hash words;
        words.add(std::string_view(hexadecimal(sketch(document.at(where)), 16)));
        return {kind.small(), chapter.small(), words.small(),
                empty(sentence) ? sketch(document.at(where)) : sketch_of(sentence)};
    }

    /// Findings stand in order: those of one sentence follow each other.
    std::uint64_t sketch_of(Span sentence) {
        if (!same(sentence, sketched_)) {
            sketched_ = sentence;
            sketch_ = sketch(analyzed_->document.at(sentence));
        }
        return sketch_;
    }

    const AnalyzedReport* analyzed_;
    const Catalogue* catalogue_;
    std::unordered_map<std::uint64_t, std::uint32_t> seen_;
    Span sketched_{};
    std::uint64_t sketch_ = 0;
};

}  // namespace

std::vector<Fingerprint> fingerprints(const AnalyzedReport& analyzed, const Catalogue& catalogue) {
    std::vector<Fingerprint> out;
    out.reserve(analyzed.diagnostics.size());
    Prints prints(analyzed, catalogue);
    for (const Diagnostic& diagnostic : analyzed.diagnostics)
        out.push_back(prints.of(diagnostic.finding));
    return out;
}

}  // namespace gouji
