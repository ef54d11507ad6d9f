#include "place.hpp"

#include <gouji/utf8.hpp>

#include <array>
#include <optional>

#include "../prose/lexicon.hpp"
#include "../prose/line.hpp"

namespace gouji::consistency {
namespace {

using namespace std::string_view_literals;
using sdk::Span;

using Suffix = prose::Entry<Level>;

const Suffix* suffix_at(std::string_view text, std::size_t at) {
    static constexpr auto words = std::to_array<Suffix>({{"自治县", Level::county},
                                                         {"自治州", Level::city},
                                                         {"自治旗", Level::county},
                                                         {"街道", Level::town},
                                                         {"省", Level::province},
                                                         {"市", Level::city},
                                                         {"县", Level::county},
                                                         {"区", Level::county},
                                                         {"镇", Level::town},
                                                         {"乡", Level::town}});
    static const prose::Lexicon<Level> lexicon(words);
    return lexicon.at(text, at);
}

/// 旗 and 州 end too many other words to be sought in running text; in an agency's name they are
/// divisions unless the name goes on: 库勒旗教育局, but 红旗街道 and 兰州市.
const Suffix* rare_suffix_at(std::string_view text, std::size_t at) {
    static constexpr auto words =
        std::to_array<Suffix>({{"旗", Level::county}, {"州", Level::city}});
    for (const Suffix& suffix : words) {
        if (!text.substr(at).starts_with(suffix.word)) continue;
        const std::size_t end = at + suffix.word.size();
        return end < text.size() && suffix_at(text, end) == nullptr ? &suffix : nullptr;
    }
    return nullptr;
}

/// What stands before a suffix in words that are no names: 社|区, 城|市, 我|县.
bool generic(std::string_view before, std::string_view suffix) {
    if (prose::ends_with_any(
            before, {"我"sv, "本"sv, "全"sv, "各"sv, "该"sv, "每"sv, "两"sv, "几"sv, "多"sv, "外"sv,
                     "跨"sv, "某"sv, "此"sv, "其"sv, "和"sv, "与"sv, "及"sv, "、"sv, "个"sv, "的"sv,
                     "省"sv, "市"sv, "县"sv, "区"sv, "乡"sv, "镇"sv, "州"sv, "级"sv, "由"sv, "在"sv,
                     "是"sv, "为"sv, "所"sv, "地"sv, "经"sv, "对"sv, "向"sv, "到"sv, "一"sv})) {
        return true;
    }
    if (suffix == "区"sv) {
        return prose::ends_with_any(
            before,
            {"社"sv,   "园"sv,   "辖"sv,   "景"sv,   "小"sv,   "城"sv,   "郊"sv,   "片"sv,
             "山"sv,   "牧"sv,   "林"sv,   "校"sv,   "库"sv,   "灾"sv,   "老"sv,   "新"sv,
             "开发"sv, "高新"sv, "经开"sv, "示范"sv, "功能"sv, "保护"sv, "分"sv,   "专"sv,
             "展"sv,   "服务"sv, "办公"sv, "体验"sv, "等候"sv, "特"sv,   "战"sv,   "军"sv,
             "厂"sv,   "矿"sv,   "港"sv,   "度假"sv, "试验"sv, "自治"sv, "合作"sv, "保税"sv,
             "住宅"sv, "公开"sv, "咨询"sv, "查阅"sv, "查询"sv, "阅览"sv, "互动"sv, "留言"sv,
             "农"sv,   "工业"sv, "产业"sv, "集聚"sv, "管理"sv, "疫"sv,   "禁"sv,   "湖"sv,
             "风景"sv, "中心"sv, "公共"sv, "自助"sv, "窗口"sv, "误"sv,   "盲"sv,   "时"sv,
             "聚居"sv, "街"sv,   "生活"sv, "阅读"sv, "申报"sv, "办事"sv, "休息"sv, "宣传"sv,
             "信息"sv, "发布"sv, "检索"sv, "政策"sv, "引导"sv, "等待"sv, "书报"sv, "资料"sv});
    }
    if (suffix == "市"sv) {
        return prose::ends_with_any(
            before, {"城"sv, "都"sv, "上"sv, "超"sv, "集"sv, "股"sv, "门"sv, "楼"sv, "街"sv, "夜"sv,
                     "早"sv, "农贸"sv, "菜"sv, "闹"sv, "入"sv, "退"sv, "后"sv});
    }
    if (suffix == "镇"sv) {
        return prose::ends_with_any(
            before, {"城"sv, "村"sv, "古"sv, "小"sv, "集"sv, "重"sv, "特色"sv, "中心"sv, "建制"sv,
                     "强"sv, "名"sv, "大"sv, "坐"sv});
    }
    if (suffix == "乡"sv) {
        return prose::ends_with_any(
            before, {"城"sv, "家"sv, "故"sv, "老"sv, "他"sv, "同"sv, "下"sv, "回"sv, "返"sv, "入"sv,
                     "美丽"sv, "民族"sv, "水"sv, "侨"sv, "还"sv, "离"sv});
    }
    if (suffix == "街道"sv) return prose::ends_with_any(before, {"条"sv, "主"sv, "沿"sv, "示范"sv});
    return false;
}

/// Words that end where a name may begin.
enum class Edge : std::uint8_t { word };

const prose::Lexicon<Edge>& edges() {
    static constexpr auto words = std::to_array<prose::Entry<Edge>>(
        {{"通过", Edge::word}, {"依托", Edge::word}, {"利用", Edge::word}, {"借助", Edge::word},
         {"登录", Edge::word}, {"关注", Edge::word}, {"运用", Edge::word}, {"按照", Edge::word},
         {"根据", Edge::word}, {"依据", Edge::word}, {"关于", Edge::word}, {"现将", Edge::word},
         {"以及", Edge::word}, {"我们", Edge::word}, {"年度", Edge::word}, {"平安", Edge::word},
         {"美丽", Edge::word}, {"幸福", Edge::word}, {"生态", Edge::word}, {"文明", Edge::word},
         {"智慧", Edge::word}, {"活力", Edge::word}, {"魅力", Edge::word}, {"大美", Edge::word},
         {"印象", Edge::word}, {"和谐", Edge::word}, {"法治", Edge::word}, {"宜居", Edge::word},
         {"诚信", Edge::word}, {"发布", Edge::word}, {"年", Edge::word},   {"在", Edge::word},
         {"由", Edge::word},   {"向", Edge::word},   {"和", Edge::word},   {"与", Edge::word},
         {"及", Edge::word},   {"的", Edge::word},   {"是", Edge::word},   {"为", Edge::word},
         {"了", Edge::word},   {"我", Edge::word},   {"微", Edge::word},   {"本", Edge::word},
         {"全", Edge::word},   {"省", Edge::word},   {"市", Edge::word},   {"县", Edge::word},
         {"区", Edge::word},   {"州", Edge::word},   {"制定", Edge::word}, {"印发", Edge::word},
         {"出台", Edge::word}, {"加强", Edge::word}, {"推进", Edge::word}, {"做好", Edge::word},
         {"完善", Edge::word}, {"优化", Edge::word}, {"建设", Edge::word}, {"打造", Edge::word},
         {"镇", Edge::word},   {"乡", Edge::word},   {"从", Edge::word},   {"至", Edge::word},
         {"到", Edge::word},   {"并入", Edge::word}, {"接入", Edge::word}, {"进入", Edge::word},
         {"纳入", Edge::word}, {"列入", Edge::word}, {"嵌入", Edge::word}, {"融入", Edge::word},
         {"录入", Edge::word}, {"迁入", Edge::word}, {"改版", Edge::word}, {"升级", Edge::word},
         {"改造", Edge::word}, {"迁移", Edge::word}, {"整合", Edge::word}, {"归并", Edge::word},
         {"对接", Edge::word}, {"链接", Edge::word}, {"上传", Edge::word}, {"上线", Edge::word},
         {"报送", Edge::word}, {"报请", Edge::word}, {"抄送", Edge::word}, {"提交", Edge::word},
         {"访问", Edge::word}, {"浏览", Edge::word}, {"查询", Edge::word}, {"查阅", Edge::word},
         {"打开", Edge::word}, {"点击", Edge::word}, {"使用", Edge::word}, {"采用", Edge::word},
         {"借用", Edge::word}, {"选用", Edge::word}, {"用好", Edge::word}, {"用活", Edge::word},
         {"管好", Edge::word}, {"办好", Edge::word}, {"抓好", Edge::word}, {"建好", Edge::word},
         {"维护", Edge::word}, {"更新", Edge::word}, {"规范", Edge::word}, {"开通", Edge::word},
         {"开设", Edge::word}, {"设置", Edge::word}, {"指导", Edge::word}, {"督促", Edge::word},
         {"配合", Edge::word}, {"协助", Edge::word}, {"协调", Edge::word}, {"会同", Edge::word},
         {"落实", Edge::word}, {"贯彻", Edge::word}, {"接受", Edge::word}, {"召开", Edge::word},
         {"参加", Edge::word}, {"组织", Edge::word}, {"学习", Edge::word}, {"明确", Edge::word},
         {"结合", Edge::word}, {"围绕", Edge::word}, {"聚焦", Edge::word}, {"遵照", Edge::word},
         {"经过", Edge::word}, {"针对", Edge::word}, {"同步", Edge::word}, {"统一", Edge::word},
         {"原有", Edge::word}, {"现有", Edge::word}, {"集中", Edge::word}, {"公布", Edge::word},
         {"公开", Edge::word}, {"以", Edge::word},   {"将", Edge::word},   {"把", Edge::word},
         {"被", Edge::word},   {"并", Edge::word},   {"于", Edge::word},   {"各", Edge::word},
         {"该", Edge::word},   {"经", Edge::word},   {"其", Edge::word},   {"各级", Edge::word},
         {"分别", Edge::word}, {"同时", Edge::word}, {"此外", Edge::word}, {"另外", Edge::word},
         {"联系", Edge::word}, {"致电", Edge::word}, {"咨询", Edge::word}});
    static const prose::Lexicon<Edge> lexicon(words);
    return lexicon;
}

/// Where the core of a name that ends at `end` begins, at or after `floor`: at most five Han
/// characters back, and after the last word that is no part of a name.
std::uint32_t core_begin(std::string_view text, std::size_t floor, std::size_t end) {
    std::size_t at = end;
    for (int count = 0; count < 5 && at > floor; ++count) {
        const Char c = char_before(text, at);
        if (!is_han(c.code)) break;
        at -= c.size;
    }
    std::size_t begin = at;
    edges().scan(text.substr(at, end - at), [&](const prose::Hit<Edge>& hit) {
        // A name may end in 和 or 至 (永和县), never in 依托: nothing is left of it then.
        const bool character = hit.end - hit.begin == 3;
        if (!character || at + hit.end < end) begin = at + hit.end;
    });
    return static_cast<std::uint32_t>(begin);
}

bool pair_character(char32_t c) {
    constexpr std::u32string_view characters = U"东南西北上下";
    return characters.find(c) != std::u32string_view::npos;
}

}  // namespace

std::vector<Place> places_in_front(std::string_view agency) {
    std::vector<Place> out;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < agency.size();) {
        const Suffix* suffix = suffix_at(agency, at);
        if (suffix == nullptr) suffix = rare_suffix_at(agency, at);
        const std::string_view core = agency.substr(begin, at - begin);
        // A core has two characters or more; those of one (“沙县”) read “县” as a word of the unit.
        if (suffix != nullptr && length(core) >= 2 && !generic(core, suffix->word)) {
            if (length(core) > 6) break;
            out.push_back({core, agency.substr(at, suffix->word.size()), suffix->kind});
            at += suffix->word.size();
            begin = at;
        } else {
            at += std::max<std::uint32_t>(1, char_at(agency, at).size);
        }
        if (length(agency.substr(begin, at - begin)) > 6) break;  // the unit has begun
    }
    return out;
}

std::vector<PlaceMention> places_named(std::string_view text) {
    std::vector<PlaceMention> out;
    std::size_t floor = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const Suffix* suffix = lead >= 0xE4 ? suffix_at(text, at) : nullptr;
        if (suffix == nullptr) {
            at += lead < 0x80 ? 1 : std::max<std::uint32_t>(1, char_at(text, at).size);
            continue;
        }
        const std::string_view before = text.substr(floor, at - floor);
        if (!generic(before, suffix->word)) {
            const std::uint32_t begin = core_begin(text, floor, at);
            // “86万元改版县政府网站”: a unit is no beginning of a name.
            const bool counted = is_digit(char_before(text, begin).code);
            if (!counted && length(text.substr(begin, at - begin)) >= 2) {
                const std::size_t end = at + suffix->word.size();
                out.push_back({begin, static_cast<std::uint32_t>(at),
                               static_cast<std::uint32_t>(end), suffix->kind});
                floor = end;
            }
        }
        at += suffix->word.size();
    }
    return out;
}

bool brothers(std::string_view one, std::string_view other) {
    if (one.size() != other.size() || one == other) return false;
    std::size_t at = 0;
    int apart = 0;
    bool pair = false;
    while (at < one.size()) {
        const Char a = char_at(one, at);
        const Char b = char_at(other, at);
        if (a.size != b.size) return false;
        if (a.code != b.code) {
            ++apart;
            pair = pair_character(a.code) && pair_character(b.code);
        }
        at += a.size;
    }
    return apart == 1 && pair;
}

}  // namespace gouji::consistency
