#include <gouji/sdk.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "../prose/line.hpp"
#include "percent_total.page.hpp"
#include "percentage.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::page::percent_total;
using namespace gouji::arithmetic;
using namespace std::string_view_literals;

/// Shares that claim to be all of them and do not add up to 100 %.
class PercentTotal {
public:
    explicit PercentTotal(Options) {}

    void check(Document document, Sink sink) const {
        prose::each_line(document, [&](const prose::Line& line) {
            std::vector<std::size_t> run;
            for (std::size_t i = 0; i < line.quantities.size(); ++i) {
                if (view(line.quantities[i].unit) != "%"sv) continue;
                const bool first = run.empty();
                if (!share_of_one(line, i, first)) {
                    judge(sink, line, run);
                    run.clear();
                    if (!share_of_one(line, i, true)) continue;
                }
                run.push_back(i);
            }
            judge(sink, line, run);
        });
    }

private:
    /// Said as a share: 占, 占比; the later ones of a list may leave the word out.
    static bool share_of_one(const prose::Line& line, std::size_t i, bool first) {
        const gouji_quantity& quantity = line.quantities[i];
        const std::string_view words = line.before(i);
        if (quantity.exactness != GOUJI_EXACTNESS_EXACT || quantity.depth > 1) return false;
        if (prose::has_any(words, {"增长"sv, "下降"sv, "同比"sv, "率"sv, "满意"sv, "提高"sv,
                                   "上升"sv, "达到"sv, "。"sv, "；"sv}))
            return false;
        return !first || prose::has_any(words, {"占"sv, "比例"sv, "比重"sv});
    }

    /// “甲占50%、乙占45%、丙占15%”: nothing but marks of a list between the shares.
    static bool next_to_each_other(const prose::Line& line, const std::vector<std::size_t>& run) {
        for (std::size_t k = 1; k < run.size(); ++k) {
            const std::string_view between = line.before(run[k]);
            if (run[k] != run[k - 1] + 1 || !between.starts_with("、"sv) ||
                prose::has_any(between, {"，"sv, "其中"sv}))
                return false;
        }
        return true;
    }

    static void judge(Sink sink, const prose::Line& line, const std::vector<std::size_t>& run) {
        if (run.size() < 2) return;
        // Complete only when it says so: 分别占 in front, or 其他 at the end.
        const std::string_view front = line.before(run.front());
        const std::string_view end = line.before(run.back());
        const bool complete = front.find("分别"sv) != std::string_view::npos ||
                              prose::has_any(end, {"其他"sv, "其它"sv, "其余"sv, "剩余"sv});
        // A list whose every share is said with 占 holds no more than the whole.
        const auto said = [&](std::size_t i) { return line.before(i).ends_with("占"sv); };
        const bool of_one = run.size() > 2 && std::all_of(run.begin(), run.end(), said) &&
                            next_to_each_other(line, run);
        if (!complete && !of_one) return;
        Decimal sum = 0;
        Decimal slack = 0;
        std::string spelled;
        for (const std::size_t i : run) {
            const Decimal value(line.quantities[i].value);
            sum = sum + value;
            slack = slack + last_digit(value) * Decimal(5, -1);
            if (!spelled.empty()) spelled += '+';
            spelled += value.text() + "%";
        }
        slack = std::max(slack, Decimal(3, -1));
        if (absolute(sum - Decimal(100)) <= slack || (!complete && sum < Decimal(100))) return;
        Finding finding = sink.report(line.quantities[run.back()].span,
                                      message::total{.parts = spelled, .sum = sum});
        for (const std::size_t i : run) {
            finding.also(line.quantities[i].span,
                         message::part{.part = Decimal(line.quantities[i].value)});
        }
    }
};

}  // namespace

GOUJI_RULE(percent_total, PercentTotal);
