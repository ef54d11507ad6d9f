#include <gouji/phrases.hpp>

#include "outline.hpp"

namespace {

using namespace gouji::sdk;

/// Prose that names neither the agency nor itself and has no figures.
class NoSubstance {
public:
    explicit NoSubstance(Options)
        : selves_{"我局",   "我镇",   "我乡",   "我县",   "我市",   "我区",   "我委", "我办",
                  "我街道", "我中心", "我单位", "我厅",   "我院",   "我省",   "我州", "我旗",
                  "我所",   "我会",   "我队",   "本局",   "本镇",   "本乡",   "本县", "本市",
                  "本区",   "本委",   "本单位", "本机关", "本街道", "本中心", "本级", "全局",
                  "全镇",   "全乡",   "全县",   "全市",   "全区",   "全街道", "全省"} {}

    void check(Document document, Report report) const {
        const gouji_facts& facts = document.facts();
        const gouji_chapter* overview = structure::chapter(document, "overview");
        if (facts.report != GOUJI_REPORT_ANNUAL || overview == nullptr || facts.agency.size == 0)
            return;
        std::size_t characters = 0;
        std::size_t figures = 0;
        for (const structure::Paragraph& paragraph : structure::paragraphs(document)) {
            if (paragraph.chapter == GOUJI_NONE) continue;
            if (selves_.in(paragraph.text) || names(facts, paragraph.text)) return;
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
        report.at(overview->heading, "hollow").with("agency", view(document.facts().agency));
    }

private:
    static bool names(const gouji_facts& facts, std::string_view text) {
        for (const std::string_view name :
             {view(facts.agency), view(facts.unit), view(facts.division)}) {
            if (name.size() >= 6 && text.find(name) != std::string_view::npos) return true;
        }
        return false;
    }

    gouji::Phrases selves_;
};

}  // namespace

GOUJI_RULE(no_substance, NoSubstance);
