#include <gouji/sdk.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "../prose/folded.hpp"
#include "../prose/line.hpp"
#include "foreign_agency.page.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::page::foreign_agency;
using namespace std::string_view_literals;

/// A word that takes the reporting agency for another kind of office.
struct Calling {
    Hit hit;
    std::string_view word;
    std::string_view kind;  ///< the character that such an agency's name must contain
    bool leads = false;  ///< “局长”: counts only where nothing names the office in front of it
};

/// The report takes its own agency for another kind of office: 我局 in a centre's report.
class ForeignAgency {
public:
    explicit ForeignAgency(Options options)
        : self_kinds_(options.values(list::selves)), office_kinds_(options.values(list::offices)) {}

    void check(Document document, Sink sink) const {
        const gouji_facts& facts = document.facts();
        const std::string_view agency = view(facts.agency);
        const std::string_view kind = view(facts.agency_kind);
        if (!agency.empty() && !view(facts.division).empty()) presented(document, sink, agency);
        if (!agency.empty()) addressed(document, sink, agency);
        // A government's report speaks of its bureaus and towns by their short names.
        if (agency.empty() || kind.empty() || kind == "other"sv) return;
        const bool government = kind == "government"sv;
        const bool town = kind == "town"sv || kind == "street"sv;
        const auto prose = document.prose();
        const std::string_view text = prose.text();
        std::vector<Calling> found;
        for (const Hit& hit : without_overlaps(document.hits())) {
            const bool leads = hit.list == list::offices.index;
            const std::string_view calls = leads ? office_kinds_[hit.word] : self_kinds_[hit.word];
            const std::string_view word = prose.text(hit.span);
            if (fits(agency, calls) ||
                std::ranges::find(found, word, &Calling::word) != found.end())
                continue;
            // A bureau's or a town's name need not hold its county's.
            if (calls == "县"sv && !government) continue;
            if (leads && (government || !alone(text, hit.span.begin))) continue;
            // A town's people call the street what it was before, and the other way round.
            if (town && leads && divides(calls)) continue;
            if (!leads && !own_words(text, hit.span.begin, hit.span.end)) continue;
            found.push_back({hit, word, calls, leads});
        }
        // One finding for each kind of office that the report takes itself for.
        for (auto calling = found.begin(); calling != found.end(); ++calling) {
            const auto first = std::ranges::find(found, calling->kind, &Calling::kind);
            if (first != calling) continue;
            const Span where = prose.source(calling->hit.span);
            Finding finding =
                calling->leads
                    ? sink.report(where, message::office{.agency = agency, .words = calling->word})
                    : sink.report(where, message::self{.agency = agency, .words = calling->word});
            finding.also(facts.agency_span, message::own{.agency = agency});
            for (auto other = calling + 1; other != found.end(); ++other) {
                if (other->kind == calling->kind)
                    finding.also(prose.source(other->hit.span),
                                 message::again{.words = other->word});
            }
        }
    }

private:
    /// The preface presents another agency's report: “现公布南屏县水利局2023年…年度报告”, “由石门县
    /// 教育局汇总编制”.
    static void presented(Document document, Sink sink, std::string_view agency) {
        const std::string year = std::to_string(document.facts().year) + "年";
        for (const gouji_sentence& sentence : document.sentences()) {
            if (sentence.chapter != GOUJI_NONE) return;  // the preface stands first
            if (document.kind(sentence.node) != Kind::paragraph) continue;
            const prose::Folded folded(document.text(), sentence.span);
            const std::string_view text = folded.text();
            for (const std::string_view anchor :
                 {std::string_view(year), "汇总编制"sv, "编制"sv, "编写"sv}) {
                const std::size_t at = text.find(anchor);
                if (at == std::string_view::npos) continue;
                if (anchor == year && !names_report(text.substr(at + anchor.size()))) continue;
                const std::size_t from = name_before(text, at, anchor == year);
                const std::string_view name = text.substr(from, at - from);
                if (!foreign(name, agency)) continue;
                sink.report(folded.source(from, at),
                            message::presented{.agency = agency, .words = name})
                    .also(document.facts().agency_span, message::own{.agency = agency});
                return;
            }
        }
    }
    /// “向市政府及市政府办公室提出的申请”: only the reports of a government's office count so.
    static void addressed(Document document, Sink sink, std::string_view agency) {
        if (agency.ends_with("政府"sv) || prose::has_any(agency, {"办公厅"sv, "办公室"sv})) return;
        const auto prose = document.prose();
        const std::string_view text = prose.text();
        constexpr std::string_view toward = "向"sv;
        for (const std::string_view office : {"政府办公室提"sv, "政府办公厅提"sv}) {
            const std::size_t at = seek(text, office);
            if (at == std::string_view::npos) continue;
            constexpr std::size_t reach = 60;  // bytes
            const std::size_t from = at > reach ? at - reach : 0;
            const std::string_view clause = prose::last_clause(text.substr(from, at - from));
            const std::size_t start = clause.rfind(toward);
            if (start == std::string_view::npos) continue;
            const std::string_view name = clause.substr(start + toward.size());
            if (!prose::has_any(name, {"政府及"sv, "政府和"sv, "政府、"sv, "政府以及"sv})) continue;
            const std::size_t begin = at - name.size();
            const std::size_t size = name.size() + office.size() - "提"sv.size();
            sink.report(prose.source(begin, size),
                        message::addressed{.agency = agency, .words = text.substr(begin, size)})
                .also(document.facts().agency_span, message::own{.agency = agency});
            return;
        }
    }

    static bool names_report(std::string_view words) {
        if (words.starts_with("度"sv)) words.remove_prefix("度"sv.size());
        return words.starts_with("政府信息公开"sv) || words.starts_with("政务公开"sv);
    }

    /// Where the name that ends at `at` begins: after the word that presents it. `at` itself where
    /// nothing does.
    static std::size_t name_before(std::string_view text, std::size_t at, bool titled) {
        std::size_t from = at;
        const std::string_view before = text.substr(0, at);
        bool led = false;
        for (const std::string_view lead : {"公布"sv, "发布"sv, "现将"sv, "编制了"sv, "由"sv}) {
            if (!titled && lead != "由"sv) continue;
            const std::size_t found = before.rfind(lead);
            if (found == std::string_view::npos) continue;
            from = led ? std::max(from, found + lead.size()) : found + lead.size();
            led = true;
        }
        return led ? from : at;
    }

    /// A full name of an agency with its division, of which nothing stands in the report's agency.
    static bool foreign(std::string_view name, std::string_view agency) {
        constexpr std::size_t least = 5;     // characters
        constexpr std::size_t longest = 30;  // characters
        const std::size_t size = length(name);
        if (size < least || size > longest || agency.empty()) return false;
        if (!prose::ends_with_any(name, {"政府"sv, "局"sv, "厅"sv, "委员会"sv, "办公室"sv,
                                         "办事处"sv, "街道"sv, "支队"sv, "中心"sv}))
            return false;
        for (std::size_t at = 0; at < name.size(); at += char_at(name, at).size) {
            if (!is_han(char_at(name, at).code)) return false;
        }
        constexpr std::size_t two = 2 * "县"sv.size();
        const bool divided = prose::has_any(
            name.substr(two),
            {"省"sv, "市"sv, "县"sv, "区"sv, "州"sv, "旗"sv, "镇"sv, "乡"sv, "街道"sv});
        return divided && agency.size() > two &&
               agency.find(name.substr(0, two)) == std::string_view::npos &&
               name.find(agency.substr(0, two)) == std::string_view::npos;
    }

    static bool divides(std::string_view kind) {
        return kind == "镇"sv || kind == "乡"sv || kind == "街道"sv;
    }

    static bool fits(std::string_view agency, std::string_view kind) {
        return agency.find(kind) != std::string_view::npos ||
               // A party organ, which has 党 in its name, calls itself 我委.
               (kind == "委"sv && agency.find("党"sv) != std::string_view::npos);
    }

    /// “以局长为组长”, “设在局办公室”: no name stands before it, so it is the report's own.
    static bool alone(std::string_view text, std::size_t at) {
        constexpr std::size_t reach = 60;  // bytes
        const std::size_t from = at > reach ? at - reach : 0;
        const std::string_view before = text.substr(from, at - from);
        // “各镇党委、镇政府”: the list is about others.
        if (prose::has_any(prose::last_clause(before), {"各"sv, "辖区"sv, "有关"sv, "相关"sv}))
            return false;
        return before.empty() ||
               prose::ends_with_any(before,
                                    {"以"sv, "由"sv, "在"sv, "、"sv,   "，"sv,   "。"sv, "；"sv,
                                     "："sv, "任"sv, "\n"sv, "经"sv,   "在"sv,   "为"sv, "是"sv,
                                     "向"sv, "报"sv, "设"sv, "要求"sv, "明确"sv, "（"sv});
    }

    /// “自我局限”, “我所在”, “基本局面”: the letters are there, the word is not.
    static bool own_words(std::string_view text, std::size_t begin, std::size_t end) {
        const std::string_view before = text.substr(0, begin);
        const std::string_view after = text.substr(end);
        return !prose::ends_with_any(before, {"自"sv, "基"sv, "根"sv, "原"sv, "样"sv, "文"sv,
                                              "版"sv, "成"sv, "资"sv, "书"sv}) &&
               !prose::starts_with_any(
                   after, {"限"sv, "面"sv, "部"sv, "势"sv, "在"sv, "有"sv, "能"sv, "知"sv, "员"sv,
                           "托"sv, "长期"sv, "村"sv, "土"sv, "级"sv});
    }

    std::vector<std::string> self_kinds_;    ///< beside each word of the page's list
    std::vector<std::string> office_kinds_;  ///< the same
};

}  // namespace

GOUJI_RULE(foreign_agency, ForeignAgency);
