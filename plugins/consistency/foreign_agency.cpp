#include <gouji/sdk.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "../prose/folded.hpp"
#include "../prose/lexicon.hpp"
#include "../prose/line.hpp"
#include "foreign_agency.page.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::page::foreign_agency;
using namespace std::string_view_literals;

/// What a word takes the reporting agency for. `kind` is the character that such an agency's
/// name must contain.
struct Calling {
    std::string_view word;
    std::string_view kind;
    bool leads;  ///< “局长”: counts only where nothing names the office in front of it
};

constexpr auto callings = std::to_array<Calling>({
    {"我局", "局", false},     {"我镇", "镇", false},        {"我乡", "乡", false},
    {"我街道", "街道", false}, {"我委", "委", false},        {"我厅", "厅", false},
    {"我中心", "中心", false}, {"我院", "院", false},        {"我校", "校", false},
    {"我站", "站", false},     {"我所", "所", false},        {"我大队", "队", false},
    {"我支队", "队", false},   {"本局", "局", false},        {"本镇", "镇", false},
    {"本乡", "乡", false},     {"本街道", "街道", false},    {"本中心", "中心", false},
    {"本委", "委", false},     {"局长", "局", true},         {"副局长", "局", true},
    {"镇长", "镇", true},      {"副镇长", "镇", true},       {"乡长", "乡", true},
    {"副乡长", "乡", true},    {"局办公室", "局", true},     {"镇办公室", "镇", true},
    {"局党组", "局", true},    {"局党委", "局", true},       {"镇党委", "镇", true},
    {"乡党委", "乡", true},    {"局机关", "局", true},       {"镇机关", "镇", true},
    {"局领导", "局", true},    {"镇领导", "镇", true},       {"厅长", "厅", true},
    {"厅办公室", "厅", true},  {"厅党组", "厅", true},       {"委党组", "委", true},
    {"局属", "局", true},      {"局务会", "局", true},       {"镇政府", "镇", true},
    {"乡政府", "乡", true},    {"街道党工委", "街道", true}, {"街道办事处", "街道", true},
    {"我县", "县", false},     {"局各科室", "局", true},     {"局各股室", "局", true},
    {"镇属", "镇", true},
});

/// The report takes its own agency for another kind of office: 我局 in a centre's report.
class ForeignAgency {
public:
    explicit ForeignAgency(Options) : lexicon_(entries()) {}

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
        std::vector<prose::Hit<int>> found;
        std::array<bool, callings.size()> known{};
        lexicon_.scan(text, [&](const prose::Hit<int>& hit) {
            const Calling& calling = callings[hit.detail];
            if (known[hit.detail] || fits(agency, calling.kind)) return;
            // A bureau's or a town's name need not hold its county's.
            if (calling.kind == "县"sv && !government) return;
            if (calling.leads && (government || !alone(text, hit.begin))) return;
            // A town's people call the street what it was before, and the other way round.
            if (town && calling.leads && divides(calling.kind)) return;
            if (!calling.leads && !own_words(text, hit.begin, hit.end)) return;
            known[hit.detail] = true;
            found.push_back(hit);
        });
        // One finding for each kind of office that the report takes itself for.
        for (std::size_t i = 0; i < found.size(); ++i) {
            const Calling& calling = callings[found[i].detail];
            const auto same = [&](const prose::Hit<int>& hit) {
                return callings[hit.detail].kind == calling.kind;
            };
            if (std::find_if(found.begin(), found.end(), same) !=
                found.begin() + static_cast<std::ptrdiff_t>(i))
                continue;
            Finding finding =
                calling.leads
                    ? sink.report(place(prose, found[i]),
                                  message::office{.agency = agency, .words = calling.word})
                    : sink.report(place(prose, found[i]),
                                  message::self{.agency = agency, .words = calling.word});
            finding.also(facts.agency_span, message::own{.agency = agency});
            for (std::size_t k = i + 1; k < found.size(); ++k) {
                if (same(found[k]))
                    finding.also(place(prose, found[k]),
                                 message::again{.words = callings[found[k].detail].word});
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

    static std::vector<prose::Entry<int>> entries() {
        std::vector<prose::Entry<int>> out;
        out.reserve(callings.size());
        for (std::size_t i = 0; i < callings.size(); ++i) {
            out.push_back({callings[i].word, 0, static_cast<std::uint16_t>(i)});
        }
        return out;
    }

    static Span place(const Prose& prose, const prose::Hit<int>& hit) {
        return prose.source(hit.begin, hit.end - hit.begin);
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

    prose::Lexicon<int> lexicon_;
};

}  // namespace

GOUJI_RULE(foreign_agency, ForeignAgency);
