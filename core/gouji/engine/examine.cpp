#include "gouji/engine/examine.hpp"

#include "gouji/read/read.hpp"

namespace gouji {

Examined examine(std::shared_ptr<const File> file, Span extent, std::uint32_t ordinal,
                 const Setup& setup, const std::atomic<bool>& stop, Watch* watch) {
    Document document = read_report(file->text(), extent, file->base_name(), setup.lexicon);
    Facts facts = glean(document, setup.lexicon, setup.glean);
    Collector collector(file->text().view(), extent, stop);
    if (facts.facts.report != GOUJI_REPORT_NONE) {
        const auto rules = setup.catalogue.rules();
        for (const Active& active : setup.checkers.looking_at(view(facts.facts.edition))) {
            if (watch != nullptr && !watch->before(active.rule)) continue;
            collector.begin(active.rule, rules[active.rule].page);
            active.checker->check(document, facts, collector);
            collector.end();
            if (watch != nullptr)
                watch->after(active.rule, setup.catalogue.component_of(rules[active.rule]).foreign);
        }
    }
    auto verdicts = judge(std::move(collector.findings), setup.catalogue.rules(), setup.profile);
    return {std::move(file),
            ordinal,
            std::move(document),
            std::move(facts),
            std::move(verdicts),
            std::move(collector.failures),
            std::move(collector.overflows)};
}

}  // namespace gouji
