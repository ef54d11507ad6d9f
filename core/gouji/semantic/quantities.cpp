#include "gouji/scan/counted.hpp"
#include "gouji/semantic/analysis.hpp"
#include <gouji/utf8.hpp>

#include <algorithm>

namespace gouji {
namespace {

bool is_separator(char32_t c) {
    switch (c) {
        case U'，':
        case U'。':
        case U'；':
        case U'：':
        case U'、':
        case U'！':
        case U'？':
        case ',':
        case ';':
        case ':':
        case '\n':
            return true;
        default:
            return false;
    }
}

bool is_plain_han(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }
bool is_open(char32_t c) { return c == U'（' || c == '('; }
bool is_close(char32_t c) { return c == U'）' || c == ')'; }

class Quantities {
public:
    explicit Quantities(Analysis& analysis)
        : analysis_(analysis), model_(analysis.model), prose_(analysis.prose()) {}

    void read() {
        const std::span<const Node> nodes = analysis_.document.nodes();
        for (std::size_t i = 0; i < model_.paragraphs.size(); ++i) {
            const gouji_kind kind = nodes[model_.paragraph_nodes[i]].kind;
            if (kind == GOUJI_KIND_PARAGRAPH || kind == GOUJI_KIND_HEADING)
                read(model_.paragraphs[i]);
        }
    }

private:
    /// A pair of brackets around the place being read.
    struct Around {
        std::uint32_t close;     ///< where it closes
        std::uint32_t label;     ///< where the label in front of it began
        std::size_t quantities;  ///< found before it opened
    };

    void read(Span paragraph) {
        pair_brackets(paragraph);
        around_.clear();
        label_ = paragraph.begin;
        quoted_ = false;
        for (std::uint32_t at = paragraph.begin; at < paragraph.end;) {
            if (const std::uint32_t past = protected_end(at); past > at) {
                at = past;
                continue;
            }
            const Char c = char_at(prose_, at);
            const std::uint32_t next = at + c.size;
            if (starts_counted(c.code)) {
                at = figure(paragraph, at);
                continue;
            }
            if (is_plain_han(c.code)) {  // no mark
                at = next;
                continue;
            }
            if (c.code == U'“') quoted_ = true;
            if (c.code == U'”') quoted_ = false;
            if (is_open(c.code)) {
                open(at, next);
            } else if (is_close(c.code)) {
                close(at, next);
            } else if (is_separator(c.code)) {
                label_ = next;
            }
            at = next;
        }
    }

    /// Which brackets have a partner: one that was forgotten encloses nothing.
    void pair_brackets(Span paragraph) {
        pairs_.clear();
        next_pair_ = 0;
        open_.clear();
        const std::string_view text = prose_.substr(0, paragraph.end);
        for (std::size_t place = behind_han(text, paragraph.begin); place < text.size();) {
            const auto at = static_cast<std::uint32_t>(place);
            const Char c = char_at(text, at);
            if (is_open(c.code)) {
                open_.push_back(at);
            } else if (is_close(c.code) && !open_.empty()) {
                pairs_.push_back({open_.back(), at});
                open_.pop_back();
            }
            place = behind_han(text, place + c.size);
        }
        std::ranges::sort(pairs_, {}, [](Span pair) { return pair.begin; });
    }

    void open(std::uint32_t at, std::uint32_t next) {
        while (next_pair_ < pairs_.size() && pairs_[next_pair_].begin < at) ++next_pair_;
        const bool paired = next_pair_ < pairs_.size() && pairs_[next_pair_].begin == at;
        if (paired) around_.push_back({pairs_[next_pair_].end, label_, model_.quantities.size()});
        label_ = next;
    }

    void close(std::uint32_t at, std::uint32_t next) {
        while (!around_.empty() && around_.back().close < at) around_.pop_back();
        if (around_.empty() || around_.back().close != at) return;
        // Figures inside ended the label in front; a mere remark is part of it.
        label_ =
            around_.back().quantities == model_.quantities.size() ? around_.back().label : next;
        around_.pop_back();
    }

    /// After the date, title or document number that starts or goes on at `at`.
    std::uint32_t protected_end(std::uint32_t at) {
        const auto pass = [at](const std::vector<Span>& spans, std::size_t& index,
                               std::uint32_t& end) {
            while (index < spans.size() && spans[index].begin <= at)
                end = std::max(end, spans[index++].end);
        };
        pass(analysis_.citations, citation_, protected_);
        pass(analysis_.dates, date_, protected_);
        return protected_;
    }

    /// Reads the figure at `at`; returns where to go on.
    std::uint32_t figure(Span paragraph, std::uint32_t at) {
        const Counted found = counted_at(prose_, paragraph, at, quoted_);
        if (found.span.end == 0) return found.past;
        gouji_quantity out{};
        // The qualifier stands in front of the number, and the label in front of both.
        const Span label = trimmed_label({label_, std::max(label_, found.span.begin)});
        out.span = model_.source(found.span);
        out.number = model_.source(found.number);
        out.label = model_.source(label);
        out.unit = raw(found.unit);
        out.value = found.value.raw();
        out.exactness = found.exactness;
        while (!around_.empty() && around_.back().close < at) around_.pop_back();
        out.depth = static_cast<std::uint32_t>(around_.size());
        out.sentence = analysis_.sentence_at(at, sentence_);
        out.han = found.han ? 1 : 0;
        model_.quantities.push_back(out);
        label_ = found.span.end;
        return found.span.end;
    }

    /// Without blanks and closing marks of what stood in front.
    Span trimmed_label(Span label) const {
        for (Char c = char_at(prose_, label.begin); label.begin < label.end;
             c = char_at(prose_, label.begin)) {
            if (!is_close(c.code) && c.code != U'”' && c.code != ' ' && c.code != U'》') break;
            label.begin += c.size;
        }
        return label.begin <= label.end ? label : Span{label.end, label.end};
    }

    Analysis& analysis_;
    SemanticModel& model_;
    std::string_view prose_;
    std::vector<Span> pairs_;
    std::vector<std::uint32_t> open_;
    std::vector<Around> around_;
    std::size_t next_pair_ = 0;
    std::size_t citation_ = 0;
    std::size_t date_ = 0;
    std::uint32_t protected_ = 0;
    std::uint32_t sentence_ = 0;
    std::uint32_t label_ = 0;
    bool quoted_ = false;
};

}  // namespace

void find_quantities(Analysis& analysis) { Quantities(analysis).read(); }

}  // namespace gouji
