#include <gouji/phrases.hpp>

#include <algorithm>

#include "context.hpp"
#include "wrong_year.page.hpp"
#include "year_words.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::wrong_year;
using gouji::Phrases;

/// A sentence that tells this report's own work under another year. A year is judged by what its
/// sentence does with it, not by being another: comparing, planning, carrying over, citing and
/// signing all name other years rightly.
class WrongYear {
public:
    explicit WrongYear(Options options) : words_(options) {}

    void check(Document document, Sink sink) const {
        const gouji_facts& facts = document.facts();
        if (facts.year == 0 || facts.report != GOUJI_REPORT_ANNUAL) return;
        const auto dates = document.dates();
        for (std::size_t i = 0; i < dates.size(); ++i) {
            const gouji_date& date = dates[i];
            if (date.year == 0 || date.year == facts.year || date.year_implied != 0) continue;
            if (date.sentence >= document.sentences().size() || i == facts.signed_date) continue;
            if (in_period(document, i)) continue;
            switch (judge(document, date)) {
                case Fault::none:
                    break;
                case Fault::report:
                    tell(document, sink, date,
                         message::report{.found = date.year, .year = facts.year});
                    break;
                case Fault::heading:
                    tell(document, sink, date,
                         message::heading{.found = date.year, .year = facts.year});
                    break;
                case Fault::future:
                    tell(document, sink, date,
                         message::future{.found = date.year, .year = facts.year});
                    break;
                case Fault::past:
                    tell(document, sink, date,
                         message::past{.found = date.year, .year = facts.year});
                    break;
            }
        }
    }

private:
    /// What is wrong with a year.
    enum class Fault : std::uint8_t { none, report, heading, future, past };

    [[nodiscard]] Fault judge(Document document, const gouji_date& date) const {
        const gouji_sentence& sentence = document.sentences()[date.sentence];
        const Kind kind = document.kind(sentence.node);
        if (kind == Kind::title || kind == Kind::signature) return Fault::none;
        const std::string_view chapter = dates::chapter_kind(document, sentence);
        dates::Context around = dates::context(document, date);
        if (around.after.starts_with("度")) around.after.erase(0, std::string_view("度").size());

        const bool preface = sentence.chapter == GOUJI_NONE;
        if (preface && names_this_report(around)) return Fault::report;
        if (date.quoted != 0 || mentions_own_year(document, date)) return Fault::none;
        if (kind == Kind::heading && around.after.size() < heading_limit) {
            return headed(around, date.year > document.facts().year) ? Fault::heading : Fault::none;
        }
        if (cut_off(document, date, around)) return Fault::past;
        if (!opens_clause(around.before) || !own_subject(document, around.after))
            return Fault::none;
        if (date.month != 0) return Fault::none;
        return date.year > document.facts().year ? judge_future(around, chapter)
                                                 : judge_past(document, date, around);
    }

    /// A coming year is for plans. “将…公开” plans; “共收到…规划类” does not.
    [[nodiscard]] Fault judge_future(const dates::Context& around, std::string_view chapter) const {
        const Phrases::Hit result = words_.results.next(around.after);
        const std::string_view words = around.after;
        if (result && !words_.plans.in(words.substr(0, result.at))) return Fault::future;
        const bool outlook = chapter == "problems" || chapter == "other";
        return !outlook && words_.claims.in(words) && !words_.plans.in(words) ? Fault::future
                                                                              : Fault::none;
    }

    [[nodiscard]] Fault judge_past(Document document, const gouji_date& date,
                                   const dates::Context& around) const {
        if (words_.past.in(around.before) || words_.own_words.in(around.before) ||
            words_.own_words.in(around.after))
            return Fault::none;
        const std::string_view opening = std::string_view(around.after).substr(0, opening_size);
        if (words_.honours.in(around.after) || words_.history.in(opening)) return Fault::none;
        const bool counts = date.year + 1 == document.facts().year &&
                            words_.sums.in(around.after) && has_figure(document, date);
        if ((!counts && !words_.claims.in(around.after)) || compared(document, date))
            return Fault::none;
        return Fault::past;
    }

    /// “截至2022年12月31日，共公开信息…”: the figures of the report's year end a year early.
    [[nodiscard]] bool cut_off(Document document, const gouji_date& date,
                               const dates::Context& around) const {
        std::string_view after = around.after;
        const bool eve = date.month == 0 && (after.starts_with("底") || after.starts_with("末"));
        if (eve) after.remove_prefix(std::string_view("底").size());
        const bool year_end = eve || (date.month == 12 && (date.day == 31 || date.day == 0));
        if (date.year + 1 != document.facts().year || !year_end) return false;
        // “…，截至2022年底现行有效31件”: what is in force at the end goes with its year.
        const bool stock = after.starts_with("现行有效");
        std::string_view before = around.before;
        for (const std::string_view until : {"截至到", "截止到", "截至", "截止", "截止于"}) {
            if (!before.ends_with(until)) continue;
            before.remove_suffix(until.size());
            const bool statistics = before.ends_with("数据") || before.ends_with("统计") ||
                                    before.ends_with("时限") || before.ends_with("期限");
            const bool own = opens_clause(before) && has_figure(document, date) &&
                             (stock || (after.starts_with("，") && words_.sums.in(after) &&
                                        !words_.unfinished.in(after)));
            return (statistics || own) && !compared(document, date);
        }
        return false;
    }

    /// “现将2020年政府信息公开工作情况报告如下”, “编制了《2020年…年度报告》”.
    [[nodiscard]] bool names_this_report(const dates::Context& around) const {
        if (!words_.report_topics.in(std::string_view(around.after).substr(0, 60))) return false;
        // Only the words right in front count: “按照2020年…通知要求，现将…” cites.
        const std::size_t comma = around.before.rfind("，");
        const std::string_view clause =
            std::string_view(around.before).substr(comma == std::string::npos ? 0 : comma);
        return words_.presents.in(clause) && !words_.bases.in(clause);
    }

    [[nodiscard]] bool headed(const dates::Context& around, bool future) const {
        if (future && (words_.plans.in(around.after) || words_.outlooks.in(around.after)))
            return false;
        return words_.heading_topics.in(around.after) && !words_.past.in(around.before);
    }

    /// The year stands where a sentence says when: at its start or after a mark.
    static bool opens_clause(std::string_view before) {
        if (before.empty() || before.ends_with("，") || before.ends_with("。") ||
            before.ends_with("；") || before.ends_with("：") || before.ends_with("是") ||
            before.ends_with("过去的") || before.ends_with(",")) {
            return true;
        }
        return before.size() <= 12 && (before.ends_with("）") || before.ends_with("、") ||
                                       before.ends_with(".") || before.ends_with(")"));
    }

    /// What follows the year is the agency's doing: “，我局…”, “全镇…”, “共收到…”.
    [[nodiscard]] bool own_subject(Document document, std::string_view after) const {
        if (after.starts_with("，") || after.starts_with(",") || words_.subjects.begin(after))
            return true;
        const gouji_facts& facts = document.facts();
        for (const std::string_view name :
             {view(facts.agency), view(facts.unit), view(facts.division)}) {
            if (name.size() >= 6 && after.starts_with(name)) return true;
        }
        return false;
    }

    /// The dates around one. Those further away say nothing about it, however long the sentence is.
    static std::span<const gouji_date> near(Document document, const gouji_date& date) {
        constexpr std::size_t reach = 30;
        const auto dates = document.dates();
        const auto at = static_cast<std::size_t>(&date - dates.data());
        const std::size_t begin = at < reach ? 0 : at - reach;
        return dates.subspan(begin, std::min(dates.size(), at + reach) - begin);
    }

    /// The same sentence names the report's year, or a neighbour opens with it: then the other
    /// year is there for contrast.
    static bool mentions_own_year(Document document, const gouji_date& date) {
        for (const gouji_date& other : near(document, date)) {
            const bool own = other.year == document.facts().year && other.quoted == 0;
            if (own && other.sentence == date.sentence) return true;
        }
        return false;
    }
    static bool compared(Document document, const gouji_date& date) {
        for (const gouji_date& other : near(document, date)) {
            const bool own = other.year == document.facts().year && other.quoted == 0;
            if (!own || other.month != 0 || other.sentence == GOUJI_NONE) continue;
            const bool beside =
                other.sentence + 1 == date.sentence || date.sentence + 1 == other.sentence;
            if (beside && dates::same_paragraph(document, other.sentence, date.sentence) &&
                dates::context(document, other).before.empty()) {
                return true;
            }
        }
        return false;
    }

    static bool has_figure(Document document, const gouji_date& date) {
        const auto quantities = document.quantities();
        const auto behind = std::partition_point(
            quantities.begin(), quantities.end(),
            [&](const gouji_quantity& each) { return each.span.begin <= date.span.begin; });
        return behind != quantities.end() && behind->sentence == date.sentence;
    }

    static bool in_period(Document document, std::size_t date) {
        const auto periods = document.periods();
        const auto behind =
            std::partition_point(periods.begin(), periods.end(),
                                 [&](const gouji_period& each) { return each.from <= date; });
        return behind != periods.begin() &&
               (std::prev(behind)->from == date || std::prev(behind)->to == date);
    }

    template <Message M>
    static void tell(Document document, Sink sink, const gouji_date& date, const M& what) {
        const std::int32_t year = document.facts().year;
        Finding finding = sink.report(date.span, what);
        const std::string digits = std::to_string(date.year);
        if (document.text(date.span).starts_with(digits)) {
            finding.fix(Safety::unsafe, message::write{.year = year})
                .replace(part(date.span, 0, digits.size()), std::to_string(year));
        }
    }

    static constexpr std::size_t heading_limit = 60;
    static constexpr std::size_t opening_size = 60;  // some twenty characters

    dates::YearWords words_;
};

}  // namespace

GOUJI_RULE(wrong_year, WrongYear);
