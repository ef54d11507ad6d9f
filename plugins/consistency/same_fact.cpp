#include <gouji/sdk.hpp>
#include <gouji/utf8.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include "../prose/lexicon.hpp"
#include "../prose/line.hpp"
#include "same_fact.page.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::page::same_fact;
using namespace std::string_view_literals;

/// What a word says of the fact that a figure states.
enum class Part : std::uint8_t { filler, verb, channel, object, bar };

/// The same fact, said twice with two figures. A fact is told by its verb, its channel and what it
/// counts; one word that the grammar does not know makes it another fact.
class SameFact {
public:
    explicit SameFact(Options) : lexicon_(entries()) {}

    void check(Document document, Sink sink) const {
        std::vector<Fact> facts;
        prose::each_line(document, [&](const prose::Line& line) {
            if (!prose::has_any(line.text(), {"公开"sv, "发布"sv, "推送"sv, "召开"sv, "举办"sv,
                                              "开展"sv, "组织"sv}))
                return;
            const std::size_t part =
                std::min(seek(line.text(), "其中"sv), seek(line.text(), "包括"sv));
            // Parts of what was counted before are other facts.
            for (std::size_t i = 0; i < line.quantities.size() && line.begin(i) <= part; ++i)
                read(document, line, i, facts);
        });
        std::unordered_map<std::string_view, const Fact*> first;
        for (const Fact& fact : facts) {
            const Fact& before = *first.try_emplace(fact.key, &fact).first->second;
            if (before.value == fact.value) continue;
            sink.report(
                    fact.where,
                    message::differs{.first = before.value, .said = fact.value, .unit = fact.unit})
                .also(before.where, message::first{.first = before.value, .unit = fact.unit});
        }
    }

private:
    struct Fact {
        std::string key;
        Decimal value;
        std::string_view unit;
        Span where;
    };

    void read(Document document, const prose::Line& line, std::size_t i,
              std::vector<Fact>& facts) const {
        const gouji_quantity& quantity = line.quantities[i];
        const std::string_view unit = view(quantity.unit);
        if (quantity.exactness != GOUJI_EXACTNESS_EXACT || quantity.depth != 0) return;
        if (unit != "条"sv && unit != "篇"sv && unit != "件"sv && unit != "份"sv &&
            unit != "场"sv && unit != "场次"sv && unit != "次"sv && unit != "期"sv)
            return;
        // From the sentence's start or the last mark that ends a thought.
        std::string_view lead = line.before(i);
        for (const std::string_view mark : {"；"sv, "。"sv, "：“"sv}) {
            for (std::size_t at = seek(lead, mark); at != std::string_view::npos;
                 at = seek(lead, mark))
                lead = lead.substr(at + 3);
        }
        if (prose::other_year(lead, document.facts().year)) return;
        Fact fact{key(without_years(lead)), Decimal(quantity.value), unit, quantity.span};
        if (fact.key.empty()) return;
        fact.key += unit;
        facts.push_back(std::move(fact));
    }

    /// The lead without “2023年” and “2023年度”: another year than the report's has been ruled out.
    static std::string without_years(std::string_view lead) {
        std::string out;
        for (std::size_t at = 0; at < lead.size();) {
            std::size_t end = at;
            while (end < lead.size() && is_digit(static_cast<unsigned char>(lead[end]))) ++end;
            constexpr std::size_t digits = 4;
            if (end == at + digits && lead.substr(end).starts_with("年"sv)) {
                at = end + "年"sv.size();
                if (lead.substr(at).starts_with("度"sv)) at += "度"sv.size();
                continue;
            }
            end = std::max(end, at + std::max<std::size_t>(1, char_at(lead, at).size));
            out.append(lead.substr(at, end - at));
            at = end;
        }
        return out;
    }

    /// The known words of the lead in the order of the list; empty when it has a word that is not
    /// known, no verb, or no object.
    [[nodiscard]] std::string key(std::string_view lead) const {
        std::vector<std::string_view> words;
        std::size_t at = 0;
        bool known = true;
        bool verb = false;
        bool object = false;
        bool channel = false;
        lexicon_.scan(lead, [&](const prose::Hit<Part>& hit) {
            // “某某水利”微信公众号: an account's own name is part of what the fact is about.
            if (const std::size_t end = quoted_end(lead, at); end > at) {
                if (hit.begin < end) return;
                words.push_back(lead.substr(at, end - at));
                at = end;
            }
            known = known && hit.begin == at && hit.kind != Part::bar;
            at = hit.end;
            if (hit.kind == Part::filler) return;
            verb = verb || hit.kind == Part::verb;
            object = object || hit.kind == Part::object;
            channel = channel || hit.kind == Part::channel;
            words.push_back(names[hit.detail]);
        });
        if (!known || at != lead.size() || !verb || !(object || channel)) return {};
        std::sort(words.begin(), words.end());
        words.erase(std::unique(words.begin(), words.end()), words.end());
        std::string out;
        for (const std::string_view word : words) (out += word) += '/';
        return out;
    }

    /// Behind the name in quotation marks that starts at `at`; `at` itself when none does.
    static std::size_t quoted_end(std::string_view lead, std::size_t at) {
        if (!lead.substr(at).starts_with("“"sv)) return at;
        const std::size_t close = lead.find("”"sv, at);
        return close == std::string_view::npos ? at : close + "”"sv.size();
    }

    static constexpr std::array<std::string_view, 15> names{
        "",       "publish", "push",  "site",   "wechat",   "weibo",   "information", "article",
        "column", "hold",    "press", "course", "open day", "meeting", "steering"};

    static std::vector<prose::Entry<Part>> entries() {
        std::vector<prose::Entry<Part>> out;
        const auto add = [&](Part part, std::uint16_t name,
                             std::initializer_list<std::string_view> words) {
            for (const std::string_view word : words) out.push_back({word, part, name});
        };
        add(Part::filler, 0,
            {"，",     "共",       "共计", "累计",     "总共",     "全年",     "本年度",
             "本年",   "年内",     "通过", "依托",     "利用",     "在",       "我局",
             "我镇",   "我乡",     "我县", "我区",     "我市",     "我单位",   "本机关",
             "我街道", "我中心",   "我委", "全镇",     "全县",     "全区",     "全市",
             "上",     "平台",     "各类", "的",       "了",       "及时",     "对外",
             "主动",   "：",       "依法", "为",       "数量",     "总数",     "总计",
             "达",     "、",       "方面", "按渠道看", "从渠道看", "按载体看", "从载体看",
             "向社会", "面向社会", "县",   "市",       "区",       "镇"});
        add(Part::verb, 1, {"公开", "发布", "主动公开", "公布"});
        add(Part::verb, 2, {"推送", "推送发布"});
        add(Part::verb, 9, {"召开", "举办", "开展", "组织召开", "组织开展", "组织", "举行"});
        add(Part::object, 10, {"新闻发布会", "政府新闻发布会"});
        add(Part::object, 11, {"业务培训", "政务公开培训", "政务公开业务培训", "政府信息公开培训"});
        add(Part::object, 12, {"政府开放日", "政府开放日活动", "“政府开放日”活动"});
        add(Part::object, 13, {"政务公开工作会议", "政务公开工作推进会", "政务公开推进会"});
        add(Part::object, 14, {"政务公开领导小组会议", "政务公开工作领导小组会议"});
        add(Part::channel, 3,
            {"政府门户网站", "门户网站", "政府网站", "网站", "官方网站", "县政府网站", "区政府网站",
             "市政府网站", "县政府门户网站", "区政府门户网站", "市政府门户网站", "人民政府网站"});
        add(Part::channel, 4, {"微信公众号", "公众号", "政务微信", "官方微信", "微信公众平台"});
        add(Part::channel, 5, {"微博", "政务微博", "官方微博"});
        add(Part::channel, 8, {"政府信息公开专栏", "信息公开专栏", "政务公开专栏"});
        add(Part::object, 6, {"政府信息", "信息", "政务信息", "各类信息", "各类政府信息"});
        add(Part::object, 7, {"文章", "图文", "推文"});
        return out;
    }

    prose::Lexicon<Part> lexicon_;
};

}  // namespace

GOUJI_RULE(same_fact, SameFact);
