#include "gouji/base/nearest.hpp"
#include "gouji/pack/expression.hpp"
#include "gouji/pack/kind.hpp"
#include "gouji/pack/parts.hpp"
#include "gouji/rule/findable.hpp"
#include "gouji/terms/term_hits.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <span>
#include <utility>

namespace gouji {
namespace {

/// [presence] any (phrases, one of which counts) or match (an expression), with (what must stand in
/// the same paragraph for it to count), at_least, at_most: how often it stands in the chapters
/// looked at. Too few is one finding (`missing`), each one too many a finding (`found`).
class PresenceChecker final : public Checker {
public:
    PresenceChecker(TomlReader& in, KindPage& page)
        : scope_(Scope::read(in, page)),
          phrases_(in.texts("any")),
          match_(read_expression(in, "match", false)),
          with_(in.texts("with")),
          headings_(in.boolean("headings", true)),
          at_least_(in.count("at_least", in.has("at_most") ? 0 : 1)),
          at_most_(in.count("at_most", std::numeric_limits<std::int64_t>::max())) {
        if (phrases_.empty() && !in.has("match"))
            in.wrong("any", "写明 any（词语）或 match（正则表达式）", "'any' or 'match' is wanted");
        if (!phrases_.empty() && in.has("match"))
            in.wrong("match", "any 和 match 只写一个", "'any' or 'match', not both");
        for (const auto& [key, words] : {std::pair("any", &phrases_), std::pair("with", &with_)}) {
            for (const std::string& word : *words) {
                if (const auto error = unfindable(word)) in.wrong(key, error->zh, error->en);
            }
        }
        const std::array<std::span<const std::string>, 2> lists{phrases_, with_};
        terms_ = page.terms().add(lists);
        if (match_ != nullptr && match_->Match("", 0, 0, RE2::UNANCHORED, nullptr, 0))
            in.wrong("match", "这个表达式能匹配空文字；请收紧", "this expression matches nothing");
        if (at_least_ > at_most_)
            in.wrong("at_least", "at_least 大于 at_most", "at_least is more than at_most");
        page.says("missing",
                  phrases_.empty() ? std::vector<std::string>{"count", "limit"}
                                   : std::vector<std::string>{"phrases", "count", "limit"},
                  at_least_ > 0);
        page.says("found", {"phrase", "limit"}, in.has("at_most"));
    }

    void check(const ReportView& checked, Sink& sink) const override {
        const auto& document = checked.document;
        const auto& model = checked.model;
        const auto& hits = checked.hits;
        if (!scope_.covers(checked)) return;
        std::int64_t count = 0;
        for (const Span paragraph : scope_.paragraphs(document, model, headings_)) {
            // Whether a paragraph has what must stand beside the phrase.
            if (!with_.empty() && inside(hits.of(terms_, 1), paragraph).empty()) continue;
            for (const Span where : places(model, hits, paragraph)) {
                if (++count <= at_most_) continue;
                sink.open(model.source(where), "found");
                sink.argument("phrase",
                              std::string_view(model.prose).substr(where.begin, size(where)));
                sink.argument("limit", std::to_string(at_most_));
                sink.close();
            }
        }
        if (count >= at_least_ || !chapter_there(model)) return;
        sink.open(scope_.home(document, model), "missing");
        const std::string all = join(phrases_, "、");
        sink.argument("phrases", all);
        sink.argument("count", std::to_string(count));
        sink.argument("limit", std::to_string(at_least_));
        sink.close();
    }

private:
    /// Where the phrases or the expression stand in a paragraph, none inside another; of phrases
    /// that begin together the longest.
    [[nodiscard]] std::vector<Span> places(const SemanticModel& model, const TermHits& hits,
                                           Span paragraph) const {
        std::vector<Span> out;
        for (const gouji_hit& hit : inside(hits.of(terms_, 0), paragraph)) {
            if (out.empty() || hit.span.begin >= out.back().end) out.push_back(hit.span);
        }
        if (match_ == nullptr) return out;
        const re2::StringPiece text(model.prose.data() + paragraph.begin, size(paragraph));
        re2::StringPiece hit;
        for (std::size_t at = 0;
             match_->Match(text, at, text.size(), RE2::UNANCHORED, &hit, 1) && !hit.empty();) {
            const auto begin = static_cast<std::size_t>(hit.data() - text.data());
            at = begin + hit.size();
            out.push_back(span_of(paragraph.begin + begin, paragraph.begin + at));
        }
        return out;
    }

    /// A phrase is not missing from a chapter that is missing itself: that is reported elsewhere.
    [[nodiscard]] bool chapter_there(const SemanticModel& model) const {
        if (scope_.chapters().empty()) return true;
        return std::any_of(
            scope_.chapters().begin(), scope_.chapters().end(), [&](const std::string& kind) {
                return is_fixed_part(kind) ||
                       std::any_of(model.chapters.begin(), model.chapters.end(),
                                   [&](const gouji_chapter& c) { return view(c.kind) == kind; });
            });
    }

    Scope scope_;
    std::vector<std::string> phrases_;
    std::unique_ptr<RE2> match_;
    std::vector<std::string> with_;
    TermGroup terms_;  ///< the phrases, and what must stand beside them
    bool headings_;
    std::int64_t at_least_;
    std::int64_t at_most_;
};

std::unique_ptr<Checker> make(TomlReader& in, KindPage& page) {
    return std::make_unique<PresenceChecker>(in, page);
}

}  // namespace

const Kind presence_kind{"presence", make};

}  // namespace gouji
