// Any bytes as a report, checked by every rule that comes with gouji: none fails, and what they say
// lies in the report.
#include "gouji/parse/parse.hpp"
#include "gouji/rule/collector.hpp"
#include "gouji/terms/term_hits.hpp"

#include "fuzz/reports.hpp"
#include "fuzz/target.hpp"
#include "rules/all_rules.hpp"

std::string gouji::fuzz::seed(std::uint32_t number) { return report_with_example(number); }

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace gouji;
    const testing::AllRules& all = fuzz::all_rules();
    const auto text = Text::decode(std::string(reinterpret_cast<const char*>(data), size));
    if (!text || text->view().empty()) return 0;
    const std::atomic<bool> stop{false};
    for (std::uint32_t at = 0; at < text->view().size();) {
        Span extent = next_report(*text, at, all.lexicon());
        extent.end = std::max(extent.end, at + 1);
        const Document document = parse_report(*text, extent, "2023年报.txt", all.lexicon());
        const SemanticModel model = analyze(document, all.lexicon(), all.config().analysis);
        const TermHits hits(all.config().checkers->terms(), model.prose);
        Collector collector(text->view(), extent, stop);
        for (const Active& active :
             all.config().checkers->looking_at(view(model.summary.edition))) {
            collector.begin(active.rule, all.catalogue().rules()[active.rule].page);
            active.checker->check({document, model, hits}, collector);
            collector.end();
        }
        for (const RuleFailure& failure : collector.failures) {
            fuzz::demand(false, (all.catalogue().rules()[failure.rule].page.id +
                                 " failed: " + failure.reason.en)
                                    .c_str());
        }
        at = extent.end;
    }
    return 0;
}
