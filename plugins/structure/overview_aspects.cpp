#include <algorithm>

#include "aspects.hpp"
#include "outline.hpp"
#include "overview_aspects.page.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::overview_aspects;

/// The five aspects of 总体情况; one finding names all that are missing.
class OverviewAspects {
public:
    explicit OverviewAspects(Options options)
        : aspects_(options.words(list::aspects), options.values(list::aspects)) {}

    void check(Document document, Sink sink) const {
        const gouji_facts& facts = document.facts();
        if (facts.report != GOUJI_REPORT_ANNUAL) return;
        const gouji_chapter* overview = structure::chapter(document, "overview");
        if (overview == nullptr || structure::nothing_below(document, *overview)) return;
        // A text that ends in this chapter may break off in the middle of it; that chapters are
        // missing is reported by structure/missing-chapter.
        if (is_last(document, *overview)) return;
        // Before 2021 nobody asked for them; a report that is divided by them is still uneven.
        const bool wanted = view(facts.edition) == "2021";
        if (!wanted && aspects_.headed(document, *overview).count() + 1 != Aspects::count) return;
        const auto found = aspects_.in(document, *overview);
        if (found.all()) return;
        std::string missing;
        for (std::size_t i = 0; i < Aspects::count; ++i) {
            if (found[i]) continue;
            if (!missing.empty()) missing += "、";
            missing += Aspects::name(i);
        }
        const std::size_t count = Aspects::count - found.count();
        // A part that is missing between headed parts shows; in running text an aspect may stand in
        // words of its own, so that one or two are asked for only.
        const bool certain = aspects_.headed(document, *overview).count() >= 3 || count >= 3;
        if (!wanted) {
            sink.report(overview->heading, message::uneven{.missing = missing});
        } else if (certain) {
            sink.report(overview->heading, message::missing{.count = count, .missing = missing});
        } else {
            sink.report(overview->heading, message::unseen{.missing = missing});
        }
    }

private:
    static bool is_last(Document document, const gouji_chapter& overview) {
        const auto chapters = document.chapters();
        return std::none_of(chapters.begin(), chapters.end(), [&](const gouji_chapter& other) {
            return other.level == 1 && other.heading.begin > overview.heading.begin &&
                   structure::known(other);
        });
    }

    using Aspects = structure::Aspects;
    Aspects aspects_;
};

}  // namespace

GOUJI_RULE(overview_aspects, OverviewAspects);
