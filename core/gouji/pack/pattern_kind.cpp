#include "gouji/pack/expression.hpp"
#include "gouji/pack/kind.hpp"
#include "gouji/rule/placeholders.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace gouji {
namespace {

/// [pattern] match, unless, headings, replace, safe; named groups are the message's arguments, and
/// a group named `at` is what gets underlined.
class PatternChecker final : public Checker {
public:
    PatternChecker(TomlReader& in, KindPage& page)
        : scope_(Scope::read(in, page)),
          match_(read_expression(in, "match", true)),
          unless_(read_expression(in, "unless", false)),
          headings_(in.boolean("headings", false)),
          replaces_(in.has("replace")),
          replace_(in.text("replace", "")),
          safe_(in.boolean("safe", false)) {
        if (match_ == nullptr) return;
        for (const auto& [number, name] : match_->CapturingGroupNames())
            names_.emplace_back(number, name);
        if (match_->Match("", 0, 0, RE2::UNANCHORED, nullptr, 0)) {
            in.wrong("match", "这个表达式能匹配空文字，会处处报告；请收紧",
                     "this expression matches nothing at all, everywhere");
        }
        std::vector<std::string> arguments{"match"};
        for (const auto& [number, name] : names_) arguments.push_back(name);
        page.says("found", arguments);
        page.says("replace", {"to"}, false);
        check_replacement(in, arguments);
    }

    void check(const ReportView& checked, Sink& sink) const override {
        const auto& document = checked.document;
        const auto& model = checked.model;
        if (!scope_.covers(checked)) return;
        const re2::StringPiece prose(model.prose);
        const int groups = match_->NumberOfCapturingGroups() + 1;
        std::vector<re2::StringPiece> found(static_cast<std::size_t>(groups));
        for (const Span paragraph : scope_.paragraphs(document, model, headings_)) {
            Sentence sentence;
            std::size_t at = paragraph.begin;
            while (match_->Match(prose, at, paragraph.end, RE2::UNANCHORED, found.data(), groups)) {
                const Span whole = folded(model, found[0]);
                if (whole.begin == whole.end) break;
                at = whole.end;
                if (!excused(model, paragraph, whole, sentence)) report(model, found, sink);
                if (sink.cancelled()) return;
            }
        }
    }

private:
    static Span folded(const SemanticModel& model, re2::StringPiece piece) {
        const auto begin = static_cast<std::size_t>(piece.data() - model.prose.data());
        return span_of(begin, begin + piece.size());
    }

    void check_replacement(TomlReader& in, const std::vector<std::string>& groups) const {
        const auto name = [&](std::string_view word) {
            if (word != "match" && std::find(groups.begin(), groups.end(), word) != groups.end())
                return;
            const std::string placeholder = "{" + std::string(word) + "}";
            const std::string near = nearest(word, groups);
            in.wrong_part("replace", placeholder,
                          "match 里没有叫“" + std::string(word) + "”的组" +
                              (near.empty() ? "" : "，最接近的是“{" + near + "}”"),
                          "match has no group '" + std::string(word) + "'" +
                              (near.empty() ? "" : "; did you mean '{" + near + "}'?"));
        };
        walk_placeholders(
            replace_, [](std::string_view) {}, name);
    }

    /// What was last asked about: where it ends, and what `unless` says of it.
    struct Sentence {
        std::uint32_t end = 0;
        bool excused = false;
    };

    /// Whether the sentence around a match says that it is none. Matches come in order, so that
    /// each sentence is read once; one that a match leads into another belongs to the first.
    [[nodiscard]] bool excused(const SemanticModel& model, Span paragraph, Span match,
                               Sentence& last) const {
        if (unless_ == nullptr) return false;
        if (match.end <= last.end) return last.excused;
        static constexpr std::string_view stop = "。";
        const std::string_view text =
            std::string_view(model.prose).substr(paragraph.begin, size(paragraph));
        const std::size_t before = text.substr(0, match.begin - paragraph.begin).rfind(stop);
        const std::size_t begin = before == std::string_view::npos ? 0 : before + stop.size();
        const std::size_t end = std::min(text.find(stop, match.end - paragraph.begin), text.size());
        last.end = paragraph.begin + static_cast<std::uint32_t>(end);
        last.excused =
            RE2::PartialMatch(re2::StringPiece(text.data() + begin, end - begin), *unless_);
        return last.excused;
    }

    void report(const SemanticModel& model, const std::vector<re2::StringPiece>& found,
                Sink& sink) const {
        Span where = folded(model, found[0]);
        for (const auto& [number, name] : names_) {
            const auto index = static_cast<std::size_t>(number);
            if (name == "at" && found[index].data() != nullptr) where = folded(model, found[index]);
        }
        const Span source = model.source(where);
        sink.open(source, "found");
        sink.argument("match", std::string_view(model.prose).substr(where.begin, size(where)));
        for (const auto& [number, name] : names_) {
            const re2::StringPiece piece = found[static_cast<std::size_t>(number)];
            sink.argument(name, {piece.data() == nullptr ? "" : piece.data(), piece.size()});
        }
        if (replaces_) {
            const std::string to = filled(found);
            sink.fix(safe_, "replace");
            sink.argument("to", to);
            sink.edit(source, to);
        }
        sink.close();
    }

    /// `replace` with {group} filled in.
    [[nodiscard]] std::string filled(const std::vector<re2::StringPiece>& found) const {
        std::string out = replace_;
        for (const auto& [number, name] : names_) {
            const std::string placeholder = "{" + name + "}";
            const re2::StringPiece piece = found[static_cast<std::size_t>(number)];
            for (std::size_t at = out.find(placeholder); at != std::string::npos;
                 at = out.find(placeholder, at + piece.size())) {
                out.replace(at, placeholder.size(), piece.data() == nullptr ? "" : piece.data(),
                            piece.size());
            }
        }
        return out;
    }

    Scope scope_;
    std::unique_ptr<RE2> match_;
    std::unique_ptr<RE2> unless_;
    std::vector<std::pair<int, std::string>> names_;
    bool headings_;
    bool replaces_;
    std::string replace_;
    bool safe_;
};

/// How a replacement is put into words when the page does not say.
constexpr DefaultMessage replacement[] = {{"replace", "改为“{to}”", "change to '{to}'"}};

std::unique_ptr<Checker> make(TomlReader& in, KindPage& page) {
    return std::make_unique<PatternChecker>(in, page);
}

}  // namespace

const Kind pattern_kind{"pattern", make, replacement};

}  // namespace gouji
