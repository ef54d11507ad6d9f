#include "no_substance.page.hpp"
#include "outline.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::no_substance;

/// Prose that names neither the agency nor itself and has no figures.
class NoSubstance {
public:
    explicit NoSubstance(Options) {}

    void check(Document document, Sink sink) const {
        const gouji_facts& facts = document.facts();
        const gouji_chapter* overview = structure::chapter(document, "overview");
        if (facts.report != GOUJI_REPORT_ANNUAL || overview == nullptr || facts.agency.size == 0)
            return;
        const std::span<const Hit> selves = document.hits();
        std::size_t characters = 0;
        std::size_t figures = 0;
        for (const structure::Paragraph& paragraph : structure::paragraphs(document)) {
            if (paragraph.kind == Kind::title) continue;
            if (!inside(selves, paragraph.folded).empty() || names(facts, paragraph.text)) return;
            if (paragraph.chapter == GOUJI_NONE) continue;  // the preface has dates only
            characters += gouji::length(paragraph.text);
            for (std::size_t i = 0; i < paragraph.text.size(); ++i) {
                const bool starts =
                    i == 0 || !gouji::is_digit(static_cast<unsigned char>(paragraph.text[i - 1]));
                figures += starts && gouji::is_digit(static_cast<unsigned char>(paragraph.text[i]))
                               ? 1
                               : 0;
            }
        }
        if (characters < 200 || figures >= 3) return;
        sink.report(overview->heading, message::hollow{.agency = view(document.facts().agency)});
    }

private:
    static bool names(const gouji_facts& facts, std::string_view text) {
        for (const std::string_view name :
             {view(facts.agency), view(facts.unit), view(facts.division)}) {
            if (name.size() >= 6 && text.find(name) != std::string_view::npos) return true;
        }
        return false;
    }
};

}  // namespace

GOUJI_RULE(no_substance, NoSubstance);
