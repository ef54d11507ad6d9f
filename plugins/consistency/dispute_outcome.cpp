#include <gouji/sdk.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "../prose/folded.hpp"
#include "../prose/line.hpp"
#include "claims/comparison.hpp"
#include "claims/words.hpp"
#include "dispute_outcome.page.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::page::dispute_outcome;
using namespace gouji::consistency;
using namespace std::string_view_literals;

/// “维持 2 件” where the dispute form has another figure under 结果维持; “均被维持” where it has
/// cases that ended in another way.
class DisputeOutcome {
public:
    explicit DisputeOutcome(Options) {}

    void check(Document document, Sink sink) const {
        for (const gouji_sentence& sentence : document.sentences()) {
            const std::string_view raw = document.text(sentence.span);
            if (prose::has_any(raw, {"维持"sv, "纠正"sv})) all_alike(document, sink, sentence);
        }
        const auto wanted = [](const Claim& claim) { return claim.topic == Topic::outcome; };
        const auto readings = [&](const Claim& claim) {
            const std::string_view column = outcome_column(claim.detail);
            const auto review = disputes(document, "review", column);
            const auto direct = disputes(document, "direct", column);
            const auto after = disputes(document, "after_review", column);
            if (!review || !direct || !after) return Readings();
            switch (claim.subject) {
                case Topic::review:
                    return readings_of({review, sum({review, direct, after})});
                case Topic::direct:
                    return readings_of({direct});
                case Topic::after_review:
                    return readings_of({after});
                default:
                    return readings_of(
                        {sum({direct, after}), direct, after, sum({review, direct, after})});
            }
        };
        const auto& claims = read_claims(document);
        each_contradiction(
            claims, wanted, readings, [&](const Claim& claim, const Readings& possible) {
                const Figure& figure = possible[0];
                sink.report(claim.where, message::differs{.column = view(figure.cell->column_label),
                                                          .said = claim.value,
                                                          .table = figure.value})
                    .also(figure.cell->span,
                          message::cell{.column = view(figure.cell->column_label),
                                        .table = Decimal(figure.cell->value)});
            });
    }

private:
    /// “行政复议结果均为维持”: every case that was decided.
    static void all_alike(Document document, Sink sink, const gouji_sentence& sentence) {
        const prose::Folded folded(document.text(), sentence.span);
        const std::string_view text = folded.text();
        const bool disputes_part = prose::in_chapter(document, sentence, "disputes"sv);
        if (!disputes_part && text.find("信息公开"sv) == std::string_view::npos) return;
        for (const auto& [word, column] :
             {std::pair{"维持"sv, "upheld"sv}, std::pair{"纠正"sv, "corrected"sv}}) {
            const std::size_t at = text.find(word);
            if (at == std::string_view::npos) continue;
            const std::string_view before = text.substr(0, at);
            const std::size_t comma = before.rfind("，"sv);
            const std::string_view clause =
                comma == std::string_view::npos ? before : before.substr(comma + "，"sv.size());
            // 均 governs the outcome, and nothing is denied, old or somebody else's.
            if (!prose::has_any(clause, {"均"sv, "全部"sv, "都被"sv, "一律"sv}) ||
                prose::has_any(before,
                               {"未"sv, "没有"sv, "无"sv, "不"sv, "上年"sv, "去年"sv, "往年"sv,
                                "历年"sv, "一审"sv, "二审"sv, "审理"sv, "其中"sv}))
                continue;
            const std::size_t review = before.rfind("复议"sv);
            const std::size_t suit = std::max(last(before, "诉讼"sv), last(before, "起诉"sv));
            if (review == std::string_view::npos || suit != 0) continue;  // suits end in other ways
            const auto all = disputes(document, "review", "total");
            const auto alike = disputes(document, "review", column);
            const auto pending = disputes(document, "review", "pending");
            if (!all || !alike || !pending || all->value == Decimal(0)) continue;
            if (alike->value + pending->value == all->value) continue;
            sink.report(folded.source(at, at + word.size()),
                        message::all{.column = view(alike->cell->column_label),
                                     .table = alike->value,
                                     .total = all->value})
                .also(alike->cell->span, message::cell{.column = view(alike->cell->column_label),
                                                       .table = alike->value});
        }
    }
    static std::size_t last(std::string_view text, std::string_view word) {
        const std::size_t at = text.rfind(word);
        return at == std::string_view::npos ? 0 : at;
    }
};

}  // namespace

GOUJI_RULE(dispute_outcome, DisputeOutcome);
