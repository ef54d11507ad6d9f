#include "gouji/scan/agency.hpp"

#include "gouji/scan/date_scan.hpp"
#include "gouji/scan/ordinal.hpp"
#include <gouji/utf8.hpp>

#include <algorithm>
#include <array>

namespace gouji {
namespace {

using Words = std::string_view;

constexpr std::size_t wide = 3;

/// How the names of public bodies end.
constexpr std::array<std::string_view, 51> endings{
    "局",     "委员会", "委",   "办公室", "办事处", "办",       "厅",   "部",     "人民政府",
    "政府",   "院",     "中心", "站",     "所",     "馆",       "镇",   "乡",     "街道",
    "县",     "区",     "市",   "省",     "州",     "旗",       "盟",   "公司",   "集团",
    "学校",   "大学",   "学院", "中学",   "小学",   "医院",     "大队", "支队",   "总队",
    "队",     "社",     "处",   "科",     "联合会", "协会",     "法院", "检察院", "银行",
    "管委会", "组",     "园",   "场",     "基地",   "政府机关",
};

/// Where the organisation's own name begins at the latest.
constexpr std::array organisations{
    Words("人民政府"), Words("政府"), Words("局"),   Words("厅"),     Words("委员会"),
    Words("委办"),     Words("中心"), Words("办公"), Words("办事处"), Words("学校"),
    Words("医院"),     Words("公司"), Words("法院"), Words("检察"),   Words("管委会"),
};

/// A sign of a division's level that is part of another word where these stand around it.
struct Level {
    Words mark;
    Words not_after;  ///< characters
    Words not_before;
};

constexpr std::array levels{
    Level{"街道", "", ""},
    Level{"省", "", "级直"},
    Level{"市", "城门超集都全夜", "场政容民区级直"},
    Level{"州", "", ""},
    Level{"县", "", "级域直"},
    Level{"区", "社城市街山林牧灾库校辖片", "域划级直"},
    Level{"旗", "", ""},
    Level{"盟", "联", ""},
    Level{"镇", "城集乡", ""},
    Level{"乡", "城返归", "村镇"},
};

bool has_character(Words characters, Words one) {
    for (std::size_t at = 0; one.size() == wide && at < characters.size(); at += wide) {
        if (characters.substr(at, wide) == one) return true;
    }
    return false;
}

/// Bytes of the division in front.
std::size_t division_size(Words name) {
    std::size_t stop = name.size();
    for (const Words organisation : organisations)
        stop = std::min(stop, name.find(organisation, wide));
    std::size_t end = 0;
    for (const Level& level : levels) {
        for (std::size_t at = name.find(level.mark, wide); at < stop;
             at = name.find(level.mark, at + wide)) {
            const std::size_t behind = at + level.mark.size();
            const Words before = name.substr(at - wide, wide);
            const Words after = name.substr(behind, wide);
            if (has_character(level.not_after, before)) continue;
            // 市政府 is a city's government; 市政管理处 is none.
            const bool another_word = has_character(level.not_before, after);
            if (another_word && !name.substr(behind).starts_with("政府")) continue;
            end = std::max(end, behind);
        }
    }
    return end;
}

Words kind_of(Words division, Words unit) {
    const auto unit_has = [&](Words words) { return unit.find(words) != Words::npos; };
    const auto level = [&](Words mark) { return division.ends_with(mark); };
    const bool governs = unit.empty() || unit == "人民政府" || unit == "政府" || unit == "办事处" ||
                         unit == "人民政府办事处";
    if (governs && level("街道")) return "street";
    if (governs && (level("镇") || level("乡"))) return "town";
    if (governs && (!division.empty() || unit == "人民政府")) return "government";
    if (unit.ends_with("办公室") || unit.ends_with("办公厅") || unit.ends_with("办"))
        return "office";
    if (unit.ends_with("中心")) return "centre";
    if (unit.ends_with("街道办事处")) return "street";
    if (unit_has("管理委员会") || unit.ends_with("管委会") || unit.ends_with("公司") ||
        unit.ends_with("学校") || unit.ends_with("医院") || unit.ends_with("学院") ||
        unit.ends_with("大学")) {
        return "other";
    }
    for (const Words ending :
         {"局", "委员会", "委", "厅", "部", "队", "处", "院", "行署", "署", "分局", "所", "站"}) {
        if (unit.ends_with(ending)) return "department";
    }
    return division.empty() && unit.empty() ? "" : "other";
}

Words strip_front(Words words) {
    for (bool again = true; again;) {
        again = false;
        words.remove_prefix(leading_boilerplate(words));
        constexpr Words attachment = "附件";
        if (words.starts_with(attachment)) {
            std::size_t at = attachment.size();
            for (Char c = char_at(words, at);
                 c.size != 0 && (is_digit(half_width(c.code)) || c.code == U'：' || c.code == ':' ||
                                 is_blank(c.code));
                 c = char_at(words, at)) {
                at += c.size;
            }
            words.remove_prefix(at);
            again = true;
        }
    }
    return words;
}

Words strip_back(Words words) {
    for (bool again = true; again && !words.empty();) {
        again = false;
        for (const Words tail : {"关于", "的", "度", "（", "(", "—", "-", "：", ":", "《", "“"}) {
            if (!words.ends_with(tail)) continue;
            words.remove_suffix(tail.size());
            again = true;
        }
        // “（本级机关）” is a remark.
        for (const auto& [open, close] :
             {std::pair{Words("（"), Words("）")}, std::pair{Words("("), Words(")")}}) {
            const std::size_t at = words.rfind(open);
            if (!words.ends_with(close) || at == Words::npos || at == 0) continue;
            words = words.substr(0, at);
            again = true;
        }
    }
    return words;
}

}  // namespace

bool ends_like_agency(std::string_view words) {
    words = trimmed(words);
    for (const std::string_view ending : endings) {
        if (words.ends_with(ending) && words.size() > ending.size()) return true;
    }
    return false;
}

Agency take_apart(std::string_view name) {
    // “国家税务总局云岭县税务局” sits in 云岭县.
    std::size_t from = 0;
    constexpr Words bureau = "总局";
    if (const std::size_t at = name.find(bureau);
        name.starts_with("国家") && at != Words::npos && at + bureau.size() < name.size()) {
        from = at + bureau.size();
    }
    const Words local = name.substr(from);
    const std::size_t size = division_size(local);
    Agency out;
    out.division = local.substr(0, size);
    out.unit = local.substr(size);
    out.kind = kind_of(out.division, out.unit);
    return out;
}

TitleYear year_of_title(std::string_view title) {
    for (std::uint32_t at = 0; at < title.size();) {
        const PrintedDate date = date_at(title, at);
        if (date.end != 0 && date.year != 0) {
            std::uint32_t end = at;
            while (end < date.end && title.substr(end, wide) != "年" && title[end] != '-' &&
                   title[end] != '.' && title[end] != '/')
                ++end;
            return {date.year, at, end - at};
        }
        at += char_at(title, at).size;
    }
    return {};
}

std::string_view agency_of_title(std::string_view title) {
    title = strip_front(title);
    const auto subject_in = [](Words words) {
        std::size_t at = words.size();
        for (const Words subject : {"政府信息公开", "政务信息公开", "政务公开", "信息公开"})
            at = std::min(at, words.find(subject));
        return at;
    };
    const TitleYear year = year_of_title(title);
    if (year.size != 0) {
        const Words front = strip_back(title.substr(0, year.at));
        if (!front.empty() && subject_in(front) == front.size()) return front;
        if (!front.empty()) return strip_back(front.substr(0, subject_in(front)));
        title.remove_prefix(year.at + year.size);
        for (const Words word : {"年度", "年"}) {
            if (title.starts_with(word)) title.remove_prefix(word.size());
        }
    }
    std::size_t end = subject_in(title);
    if (end == title.size()) {
        for (const Words word : {"关于", "年度报告", "工作", "年报", "报告"})
            end = std::min(end, title.find(word));
    }
    Words agency = title.substr(0, std::min(end, title.size()));
    // “人民政府信息公开”: one 政府 for two.
    constexpr Words people = "人民";
    if (agency.ends_with(people) && title.substr(agency.size()).starts_with("政府"))
        agency = title.substr(0, agency.size() + 2 * wide);
    return strip_back(agency);
}

}  // namespace gouji
