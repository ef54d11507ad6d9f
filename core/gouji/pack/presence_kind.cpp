#include "gouji/pack/kind.hpp"

#include <algorithm>
#include <limits>

namespace gouji {
namespace {

/// [presence] any (phrases, one of which counts), at_least, at_most: how often the phrases stand in
/// the chapters looked at. Too few is one finding (`missing`), each one too many a finding
/// (`found`).
class PresenceChecker final : public Checker {
public:
    PresenceChecker(TomlReader& in, const Page& page)
        : scope_(Scope::read(in)),
          phrases_(in.texts("any")),
          headings_(in.boolean("headings", true)),
          at_least_(in.integer("at_least", in.has("at_most") ? 0 : 1)),
          at_most_(in.integer("at_most", std::numeric_limits<std::int64_t>::max())) {
        if (phrases_.empty() || std::any_of(phrases_.begin(), phrases_.end(),
                                            [](const auto& p) { return p.empty(); })) {
            in.wrong("any", "any 里至少写一个词语", "'any' wants at least one phrase");
        }
        if (at_least_ > at_most_)
            in.wrong("at_least", "at_least 大于 at_most", "at_least is more than at_most");
        need(in, page, "missing", at_least_ > 0);
        need(in, page, "found", in.has("at_most"));
    }

    void check(const Document& document, const Facts& facts, Sink& sink) const override {
        if (!scope_.covers(facts)) return;
        std::int64_t count = 0;
        const std::string_view prose(facts.prose);
        for (const Span paragraph : scope_.paragraphs(document, facts, headings_)) {
            const std::string_view text = prose.substr(paragraph.begin, size(paragraph));
            for (std::size_t at = 0; at < text.size();) {
                const auto [found, phrase] = next(text, at);
                if (found == std::string_view::npos) break;
                at = found + phrase.size();
                if (++count > at_most_) {
                    sink.open(facts.source(span_of(paragraph.begin + found, paragraph.begin + at)),
                              "found");
                    sink.argument("phrase", phrase);
                    sink.argument("limit", std::to_string(at_most_));
                    sink.close();
                }
            }
        }
        if (count >= at_least_ || !chapter_there(facts)) return;
        sink.open(scope_.home(document, facts), "missing");
        std::string all;
        for (const std::string& phrase : phrases_) all += (all.empty() ? "" : "、") + phrase;
        sink.argument("phrases", all);
        sink.argument("count", std::to_string(count));
        sink.argument("limit", std::to_string(at_least_));
        sink.close();
    }

private:
    static void need(TomlReader& in, const Page& page, std::string_view id, bool needed) {
        if (!needed || page.message(id) != nullptr) return;
        in.wrong("any", "缺少信息 [messages." + std::string(id) + "]",
                 "message '" + std::string(id) + "' is missing");
    }

    /// The earliest phrase from `at` on; the longest of those that start there.
    [[nodiscard]] std::pair<std::size_t, std::string_view> next(std::string_view text,
                                                                std::size_t at) const {
        std::pair<std::size_t, std::string_view> best{std::string_view::npos, {}};
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
    [[nodiscard]] bool chapter_there(const Facts& facts) const {
        if (scope_.chapters().empty()) return true;
        return std::any_of(
            scope_.chapters().begin(), scope_.chapters().end(), [&](const std::string& kind) {
                return kind == "preface" ||
                       std::any_of(facts.chapters.begin(), facts.chapters.end(),
                                   [&](const gouji_chapter& c) { return view(c.kind) == kind; });
            });
    }

    Scope scope_;
    std::vector<std::string> phrases_;
    bool headings_;
    std::int64_t at_least_;
    std::int64_t at_most_;
};

std::unique_ptr<Checker> make(TomlReader& in, const Page& page, std::span<const Edition>) {
    return std::make_unique<PresenceChecker>(in, page);
}

}  // namespace

const Kind presence_kind{"presence", {}, make};

}  // namespace gouji
