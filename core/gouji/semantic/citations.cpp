#include "gouji/scan/document_number.hpp"
#include "gouji/semantic/analysis.hpp"
#include <gouji/utf8.hpp>

#include <algorithm>

namespace gouji {
namespace {

bool opens_title(char32_t c, bool inside) {
    return c == U'《' || c == U'〈' || (inside && (c == '<' || c == U'＜'));
}
bool closes_title(char32_t c, bool inside) {
    return c == U'》' || c == U'〉' || (inside && (c == '>' || c == U'＞'));
}

/// A citation as folded spans.
struct Cited {
    gouji_citation value{};
    Span span{};
};

class Citations {
public:
    explicit Citations(Analysis& analysis) : analysis_(analysis), prose_(analysis.prose()) {}

    void read() {
        for (const Span paragraph : analysis_.model.paragraphs) read(paragraph);
    }

private:
    void read(Span paragraph) {
        found_.clear();
        open_.clear();
        for (std::uint32_t at = paragraph.begin; at < paragraph.end;) {
            const Char c = char_at(prose_, at);
            const std::uint32_t next = at + c.size;
            if (opens_title(c.code, !open_.empty())) {
                open_.push_back(at);
            } else if (closes_title(c.code, !open_.empty()) && !open_.empty()) {
                title(open_.back(), next, c.size);
                open_.pop_back();
            } else if (may_open_number(c.code)) {
                if (const DocumentNumber number = document_number(prose_, paragraph, at);
                    number.span.end != 0) {
                    this->number(number);
                    // Numbers stand inside no title mark; go on after this one.
                    at = std::max(next, number.span.end);
                    continue;
                }
            }
            at = next;
        }
        std::ranges::sort(found_, [](const Cited& a, const Cited& b) {
            return a.span.begin != b.span.begin ? a.span.begin < b.span.begin
                                                : a.span.end > b.span.end;
        });
        deliver();
    }

    void title(std::uint32_t begin, std::uint32_t end, std::uint32_t mark) {
        Cited cited;
        cited.span = {begin, end};
        cited.value.kind = GOUJI_CITATION_TITLE;
        const std::uint32_t open = char_at(prose_, begin).size;
        cited.value.name = analysis_.model.source({begin + open, end - mark});
        cited.value.brackets = {cited.value.name.begin, cited.value.name.begin};
        found_.push_back(cited);
    }

    void number(const DocumentNumber& number) {
        Cited cited;
        cited.span = number.span;
        cited.value.kind = GOUJI_CITATION_NUMBER;
        cited.value.name = analysis_.model.source(number.issuer);
        cited.value.brackets = analysis_.model.source(number.brackets);
        cited.value.year = number.year;
        cited.value.number = number.number;
        found_.push_back(cited);
    }

    /// Depth counts the titles around that are closed: a mark left open encloses nothing.
    void deliver() {
        std::vector<std::uint32_t>& ends = open_;
        ends.clear();
        for (Cited& cited : found_) {
            while (!ends.empty() && ends.back() <= cited.span.begin) ends.pop_back();
            if (cited.value.kind == GOUJI_CITATION_TITLE) {
                ends.push_back(cited.span.end);
                cited.value.depth = static_cast<std::uint32_t>(ends.size());
            }
            cited.value.span = analysis_.model.source(cited.span);
            cited.value.sentence = analysis_.sentence_at(cited.span.begin, sentence_);
            analysis_.model.citations.push_back(cited.value);
            analysis_.citations.push_back(cited.span);
        }
    }

    Analysis& analysis_;
    std::string_view prose_;
    std::vector<Cited> found_;
    std::vector<std::uint32_t> open_;
    std::uint32_t sentence_ = 0;
};

bool is_open_bracket(char32_t c) { return c == U'（' || c == '('; }
bool is_close_bracket(char32_t c) { return c == U'）' || c == ')'; }

/// “（以下简称《条例》）” and its kin, in the three ways of marking the short form.
class Abbreviations {
public:
    explicit Abbreviations(Analysis& analysis) : analysis_(analysis), prose_(analysis.prose()) {}

    void read() {
        for (const std::string_view lead : {"以下简称", "以下统称", "以下称", "下称"}) {
            for (std::size_t at = seek(prose_, lead); at != std::string_view::npos;
                 at = seek(prose_, lead, at + lead.size())) {
                if (lead == "下称" && at >= 3 && prose_.substr(at - 3).starts_with("以")) continue;
                define(static_cast<std::uint32_t>(at),
                       static_cast<std::uint32_t>(at + lead.size()));
            }
        }
        std::ranges::sort(analysis_.model.abbreviations, {},
                          [](const gouji_abbreviation& a) { return a.span.begin; });
    }

private:
    static constexpr std::uint32_t reach = 300;  // bytes searched for the bracket around

    void define(std::uint32_t lead, std::uint32_t at) {
        for (const std::string_view filler : {"为", "：", ":"}) {
            if (prose_.substr(at).starts_with(filler))
                at += static_cast<std::uint32_t>(filler.size());
        }
        const std::uint32_t end = short_end(at);
        if (end == at) return;
        const std::uint32_t open = bracket_before(lead);
        gouji_abbreviation out{};
        out.shortened = analysis_.model.source({at, end});
        const Char following = char_at(prose_, end);
        const bool bracketed = open != GOUJI_NONE;
        const std::uint32_t close =
            bracketed && is_close_bracket(following.code) ? end + following.size : end;
        out.span = analysis_.model.source({bracketed ? open : lead, close});
        const Span full = full_before(bracketed ? open : lead);
        out.full =
            empty(full) ? Span{out.span.begin, out.span.begin} : analysis_.model.source(full);
        analysis_.model.abbreviations.push_back(out);
    }

    /// End of the short form with its marks: up to the marks that close it, else to the bracket.
    std::uint32_t short_end(std::uint32_t at) const {
        std::uint32_t depth = 0;
        std::uint32_t end = at;
        for (Char c = char_at(prose_, end); c.size != 0 && c.code != '\n' && end - at < reach;
             c = char_at(prose_, end)) {
            const bool opener = c.code == U'《' || c.code == U'“' || (c.code == '"' && depth == 0);
            const bool closer = c.code == U'》' || c.code == U'”' || (c.code == '"' && depth != 0);
            if (opener) ++depth;
            if (closer) {
                end += c.size;
                if (depth <= 1) return end;
                --depth;
                continue;
            }
            if (depth == 0 &&
                (is_close_bracket(c.code) || c.code == U'，' || c.code == U'。' || c.code == U'；'))
                return end;
            end += c.size;
        }
        return depth == 0 ? end : at;
    }

    /// The open bracket that the definition stands in.
    std::uint32_t bracket_before(std::uint32_t at) const {
        std::uint32_t depth = 0;
        for (const std::uint32_t from = at; at != 0 && from - at < reach;) {
            const Char c = char_before(prose_, at);
            at -= c.size;
            if (c.code == '\n' || c.code == U'。') break;
            if (is_close_bracket(c.code)) ++depth;
            if (is_open_bracket(c.code) && depth-- == 0) return at;
        }
        return GOUJI_NONE;
    }

    /// The title or the quoted words that end here, brackets and commas between left out.
    Span full_before(std::uint32_t at) const {
        for (int skipped = 0; skipped < 3; ++skipped) {
            const Char c = char_before(prose_, at);
            if (c.code == U'》') return title_ending_at(at);
            if (c.code == U'”') {
                const std::uint32_t from = at > reach ? at - reach : 0;
                const std::size_t open = prose_.substr(from, at - from).rfind("“");
                if (open == std::string_view::npos) return {};
                return span_of(from + open, at);
            }
            if (c.code == U'，' || c.code == ',') {
                at -= c.size;
            } else if (is_close_bracket(c.code)) {
                const std::uint32_t open = bracket_before(at - c.size);
                if (open == GOUJI_NONE) return {};
                at = open;
            } else {
                return {};
            }
        }
        return {};
    }

    Span title_ending_at(std::uint32_t end) const {
        const auto& spans = analysis_.citations;
        // Sorted by begin, so the outermost that ends here comes first among the last few.
        auto after = std::ranges::lower_bound(spans, end, {}, [](Span span) { return span.begin; });
        Span out{};
        for (int looked = 0; after != spans.begin() && looked < 8; ++looked) {
            --after;
            if (after->end == end) out = *after;
        }
        return out;
    }

    Analysis& analysis_;
    std::string_view prose_;
};

}  // namespace

void find_citations(Analysis& analysis) {
    Citations(analysis).read();
    Abbreviations(analysis).read();
}

}  // namespace gouji
