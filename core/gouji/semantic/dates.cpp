#include "gouji/scan/date_scan.hpp"
#include "gouji/scan/numeral.hpp"
#include "gouji/semantic/analysis.hpp"
#include <gouji/utf8.hpp>

#include <algorithm>
#include <optional>

namespace gouji {
namespace {

using Words = std::string_view;

bool starts_figure(const Char& c) {
    if (c.code < 0x80) return is_digit(c.code);
    return is_han_numeral(c.code);
}

/// Whether the words between two dates make a stretch of them: “起至”, “—”, “ ～ ”, “起，至”.
bool is_range(Words between) {
    constexpr Words befores[] = {"起始", "开始", "起", "始", ""};
    constexpr Words commas[] = {"，", ",", "、", ""};
    constexpr Words links[] = {"截止到", "截止至", "截止", "截至", "至", "到", "止", "—", "–",
                               "－",     "-",      "─",    "―",    "~",  "～", "〜", "∼"};
    const auto take = [&](const auto& words) {
        for (const Words word : words) {
            if (!between.starts_with(word)) continue;
            between.remove_prefix(word.size());
            return !word.empty();
        }
        return false;
    };
    take(befores);
    take(commas);
    if (!take(links)) return false;
    take(links);  // “——”
    return between.empty() || between == "本年" || between == "当年" || between == "同年";
}

bool has(Words words, std::initializer_list<Words> any) {
    for (const Words word : any) {
        if (words.find(word) != Words::npos) return true;
    }
    return false;
}

/// Where the first of the words ends; npos when there is none.
std::size_t first_end(Words words, std::initializer_list<Words> any) {
    std::size_t out = Words::npos;
    for (const Words word : any) {
        const std::size_t at = words.find(word);
        if (at != Words::npos) out = std::min(out, at + word.size());
    }
    return out;
}

/// What a sentence says of figures and times, read once for all of its dates.
struct Subject {
    explicit Subject(Words sentence)
        : statistics(first_end(sentence, {"统计"})),
          of_report(first_end(sentence, {"所列数据", "报告期", "本报告", "年度报告"})),
          report(first_end(sentence, {"报告", "年报"})),
          covers(first_end(sentence, {"涵盖", "覆盖"})),
          about(has(sentence, {"期限", "时限", "时段", "时间", "期间", "区间", "周期", "起止",
                               "范围", "截止"})),
          figures(has(sentence, {"统计", "数据", "报告期"})) {}

    // Where the first of such words ends; npos without one.
    std::size_t statistics;
    std::size_t of_report;
    std::size_t report;
    std::size_t covers;
    // Whether there is one.
    bool about;  ///< a stretch of time
    bool figures;
};

class Dates {
public:
    explicit Dates(Analysis& analysis)
        : analysis_(analysis), model_(analysis.model), prose_(analysis.prose()) {}

    void read() {
        for (const Span paragraph : model_.paragraphs) read(paragraph);
        find_periods();
    }

private:
    void read(Span paragraph) {
        quotes_ = 0;
        previous_ = {};
        for (std::uint32_t at = paragraph.begin; at < paragraph.end;) {
            const Char c = char_at(prose_, at);
            if (c.code == U'“') ++quotes_;
            if (c.code == U'”' && quotes_ != 0) --quotes_;
            if (starts_figure(c)) {
                const PrintedDate date = read_at(paragraph, at);
                if (date.end != 0) {
                    at = date.end;
                    continue;
                }
                at = figure_end(at);
                continue;
            }
            at += c.size;
        }
    }

    PrintedDate read_at(Span paragraph, std::uint32_t at) {
        const Char before = at > paragraph.begin ? char_before(prose_, at) : Char{};
        // “12.31” behind “2021.1.1-”.
        if (previous_.separator != 0 && at > previous_end_ &&
            is_range(prose_.substr(previous_end_, at - previous_end_))) {
            const PrintedDate rest = rest_at(prose_, at, previous_.separator);
            if (rest.end != 0) return add(at, rest);
        }
        if (before.code == '.' && behind_ordinal(paragraph, at)) {
            const PrintedDate date = date_at(prose_, at);
            if (date.end == 0 || date.end > paragraph.end || date.year == 0 || date.separator != 0)
                return {};
            return add(at, date);
        }
        if (before.code == '.' || before.code == '/' ||
            (before.code < 0x80 && before.code > ' ' && before.code != '(' && before.code != '-' &&
             before.code != '~' && before.code != ',' && before.code != ':' &&
             before.code != '[')) {
            return {};
        }
        const PrintedDate date = date_at(prose_, at);
        return date.end == 0 || date.end > paragraph.end ? PrintedDate{} : add(at, date);
    }

    /// “1.2020年…” at the start of a paragraph or a clause: a point and a year, no decimal.
    bool behind_ordinal(Span paragraph, std::uint32_t at) const {
        std::uint32_t digits = at - 1;
        while (digits > paragraph.begin && is_digit(static_cast<unsigned char>(prose_[digits - 1])))
            --digits;
        if (digits + 1 > at - 1 || at - 1 - digits > 2) return false;
        if (digits == paragraph.begin) return true;
        const Char before = char_before(prose_, digits);
        return before.code == U'。' || before.code == U'；' || before.code == U'：';
    }

    /// RunBaseline a figure that is no date, so that its tail is not taken for one.
    std::uint32_t figure_end(std::uint32_t at) const {
        const std::uint32_t from = at;
        while (at < prose_.size() && is_digit(static_cast<unsigned char>(prose_[at]))) ++at;
        return at != from ? at : at + char_at(prose_, at).size;
    }

    PrintedDate add(std::uint32_t at, const PrintedDate& date) {
        gouji_date out{};
        out.span = model_.source({at, date.end});
        out.year = date.year;
        out.month = date.month;
        out.day = date.day;
        if (date.year == 0) {
            out.year_implied = 1;
            out.year = previous_.year;
        }
        out.exists =
            exists(out.year, out.month, out.day) && (date.month != 0 || date.day == 0) ? 1 : 0;
        out.sentence = analysis_.sentence_at(at, sentence_);
        out.quoted = quotes_ != 0 || cited(at) ? 1 : 0;
        model_.dates.push_back(out);
        analysis_.dates.push_back({at, date.end});
        previous_ = date;
        previous_.year = out.year;
        previous_end_ = date.end;
        return date;
    }

    bool cited(std::uint32_t at) {
        const auto& citations = analysis_.citations;
        while (citation_ < citations.size() && citations[citation_].begin <= at) {
            cited_end_ = std::max(cited_end_, citations[citation_].end);
            ++citation_;
        }
        return at < cited_end_;
    }

    /// Two dates that make a stretch, in a sentence that speaks of the report's figures.
    void find_periods() {
        const auto& spans = analysis_.dates;
        for (std::uint32_t i = 0; i + 1 < spans.size(); ++i) {
            const gouji_date& from = model_.dates[i];
            const gouji_date& to = model_.dates[i + 1];
            if (from.month == 0 || to.month == 0 || from.sentence != to.sentence ||
                from.quoted != 0)
                continue;
            if (!is_range(prose_.substr(spans[i].end, spans[i + 1].begin - spans[i].end))) continue;
            if (!speaks_of_figures(i)) continue;
            model_.periods.push_back({{from.span.begin, to.span.end}, i, i + 1});
        }
    }

    bool speaks_of_figures(std::uint32_t first) {
        const gouji_date& date = model_.dates[first];
        if (date.sentence == GOUJI_NONE) return false;
        const Span sentence = analysis_.sentences[date.sentence];
        if (date.sentence != subject_of_) {
            subject_.emplace(analysis_.folded(sentence));
            subject_of_ = date.sentence;
        }
        const std::size_t before = analysis_.dates[first].begin - sentence.begin;
        if (subject_->statistics <= before) return true;
        // Outside of the first and last words of a report, stretches of time are mostly of
        // something else.
        const std::uint32_t chapter = model_.sentences[date.sentence].chapter;
        const bool edge = chapter == GOUJI_NONE || is_last_chapter(chapter);
        if (edge) {
            if (subject_->figures || (subject_->about && subject_->report != Words::npos))
                return true;
            // “本报告涵盖 1 月 1 日至 12 月 21 日的情况”.
            if (subject_->covers <= before && subject_->report <= before) return true;
            return from_new_year_to_its_eve(first);
        }
        return subject_->about && subject_->of_report <= before;
    }

    bool is_last_chapter(std::uint32_t chapter) const {
        while (model_.chapters[chapter].parent != GOUJI_NONE)
            chapter = model_.chapters[chapter].parent;
        return view(model_.chapters[chapter].kind) == "other";
    }

    bool from_new_year_to_its_eve(std::uint32_t first) const {
        const gouji_date& from = model_.dates[first];
        const gouji_date& to = model_.dates[first + 1];
        return from.month == 1 && from.day == 1 && to.month == 12 && to.day == 31;
    }

    Analysis& analysis_;
    SemanticModel& model_;
    std::string_view prose_;
    PrintedDate previous_;
    std::uint32_t previous_end_ = 0;
    std::uint32_t sentence_ = 0;
    std::uint32_t quotes_ = 0;
    std::uint32_t citation_ = 0;
    std::uint32_t cited_end_ = 0;
    std::optional<Subject> subject_;
    std::uint32_t subject_of_ = GOUJI_NONE;  ///< index of the sentence
};

}  // namespace

void find_dates(Analysis& analysis) { Dates(analysis).read(); }

}  // namespace gouji
