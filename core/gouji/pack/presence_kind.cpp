#include "gouji/pack/expression.hpp"
#include "gouji/pack/kind.hpp"

#include <algorithm>
#include <limits>

namespace gouji {
namespace {

/// [presence] any (phrases, one of which counts) or match (an expression), with (what must stand in
/// the same paragraph for it to count), at_least, at_most: how often it stands in the chapters
/// looked at. Too few is one finding (`missing`), each one too many a finding (`found`).
class PresenceChecker final : public Checker {
public:
    PresenceChecker(TomlReader& in, KindPage& page)
        : scope_(Scope::read(in)),
          phrases_(in.texts("any")),
          match_(read_expression(in, "match", false)),
          with_(in.texts("with")),
          headings_(in.boolean("headings", true)),
          at_least_(in.count("at_least", in.has("at_most") ? 0 : 1)),
          at_most_(in.count("at_most", std::numeric_limits<std::int64_t>::max())) {
        const auto empty = [](const std::string& phrase) { return phrase.empty(); };
        if (phrases_.empty() && !in.has("match"))
            in.wrong("any", "写明 any（词语）或 match（正则表达式）", "'any' or 'match' is wanted");
        if (!phrases_.empty() && in.has("match"))
            in.wrong("match", "any 和 match 只写一个", "'any' or 'match', not both");
        if (std::any_of(phrases_.begin(), phrases_.end(), empty))
            in.wrong("any", "any 里的词语不能为空", "a phrase of 'any' is empty");
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

    void check(const Document& document, const SemanticModel& model, Sink& sink) const override {
        if (!scope_.covers(model)) return;
        std::int64_t count = 0;
        const std::string_view prose(model.prose);
        for (const Span paragraph : scope_.paragraphs(document, model, headings_)) {
            const std::string_view text = prose.substr(paragraph.begin, size(paragraph));
            if (!counts(text)) continue;
            for (std::size_t at = 0; at < text.size();) {
                const auto [found, phrase] = next(text, at);
                if (found == std::string_view::npos) break;
                at = found + phrase.size();
                if (++count > at_most_) {
                    sink.open(model.source(span_of(paragraph.begin + found, paragraph.begin + at)),
                              "found");
                    sink.argument("phrase", phrase);
                    sink.argument("limit", std::to_string(at_most_));
                    sink.close();
                }
            }
        }
        if (count >= at_least_ || !chapter_there(model)) return;
        sink.open(scope_.home(document, model), "missing");
        std::string all;
        for (const std::string& phrase : phrases_) all += (all.empty() ? "" : "、") + phrase;
        sink.argument("phrases", all);
        sink.argument("count", std::to_string(count));
        sink.argument("limit", std::to_string(at_least_));
        sink.close();
    }

private:
    /// Whether a paragraph has what must stand beside the phrase.
    [[nodiscard]] bool counts(std::string_view text) const {
        return with_.empty() || std::any_of(with_.begin(), with_.end(), [&](const auto& word) {
                   return text.find(word) != std::string_view::npos;
               });
    }

    /// The earliest phrase from `at` on; the longest of those that start there.
    [[nodiscard]] std::pair<std::size_t, std::string_view> next(std::string_view text,
                                                                std::size_t at) const {
        std::pair<std::size_t, std::string_view> best{std::string_view::npos, {}};
        re2::StringPiece hit;
        if (match_ != nullptr &&
            match_->Match(re2::StringPiece(text.data(), text.size()), at, text.size(),
                          RE2::UNANCHORED, &hit, 1) &&
            !hit.empty()) {
            best = {static_cast<std::size_t>(hit.data() - text.data()), {hit.data(), hit.size()}};
        }
        for (const std::string& phrase : phrases_) {
            const std::size_t found = text.find(phrase, at);
            if (found < best.first || (found == best.first && found != std::string_view::npos &&
                                       phrase.size() > best.second.size())) {
                best = {found, phrase};
            }
        }
        return best;
    }

    /// A phrase is not missing from a chapter that is missing itself: that is reported elsewhere.
    [[nodiscard]] bool chapter_there(const SemanticModel& model) const {
        if (scope_.chapters().empty()) return true;
        return std::any_of(
            scope_.chapters().begin(), scope_.chapters().end(), [&](const std::string& kind) {
                return is_part(kind) ||
                       std::any_of(model.chapters.begin(), model.chapters.end(),
                                   [&](const gouji_chapter& c) { return view(c.kind) == kind; });
            });
    }

    Scope scope_;
    std::vector<std::string> phrases_;
    std::unique_ptr<RE2> match_;
    std::vector<std::string> with_;
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
