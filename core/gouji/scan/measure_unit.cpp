#include "gouji/scan/measure_unit.hpp"

#include <algorithm>
#include <array>

namespace gouji {
namespace {

using Words = std::string_view;

/// How a unit stands after Chinese numerals: never, always, or only from two upwards, because
/// with 一 it makes another word (一起, 一批).
enum class Han : std::uint8_t { never, from_two, always };

struct Unit {
    Words words;
    Words not_before = {};  ///< characters, three bytes each, with which it makes another word
    Han han = Han::never;
};

/// Longer before shorter where one starts the other.
constexpr std::array units{
    Unit{"%"},
    Unit{"％"},
    Unit{"‰"},
    Unit{"个百分点", {}, Han::always},
    Unit{"个工作日", {}, Han::always},
    Unit{"工作日", {}, Han::always},
    Unit{"个", "月", Han::always},
    Unit{"万元"},
    Unit{"亿元"},
    Unit{"千元"},
    Unit{"万美元"},
    Unit{"亿美元"},
    Unit{"美元"},
    Unit{"元", "旦月", Han::always},
    Unit{"平方公里"},
    Unit{"平方米"},
    Unit{"立方米"},
    Unit{"公里"},
    Unit{"公顷"},
    Unit{"公斤"},
    Unit{"千米"},
    Unit{"千克"},
    Unit{"吨"},
    Unit{"亩"},
    Unit{"米"},
    Unit{"小时"},
    Unit{"分钟"},
    Unit{"天", {}, Han::always},
    Unit{"人次", {}, Han::always},
    Unit{"人", "大民口均", Han::always},
    Unit{"件次", {}, Han::always},
    Unit{"件", {}, Han::always},
    Unit{"条次", {}, Han::always},
    Unit{"条", "例款", Han::always},
    Unit{"篇次", {}, Han::always},
    Unit{"篇", {}, Han::always},
    Unit{"份", "额", Han::always},
    Unit{"次", "性日年要序", Han::always},
    Unit{"项", {}, Han::always},
    Unit{"期", "间限末满内", Han::always},
    Unit{"场次", {}, Han::always},
    Unit{"场", "所景合面", Han::always},
    Unit{"批次", {}, Han::always},
    Unit{"批", "准复示评阅", Han::from_two},
    Unit{"起", "到来草步", Han::from_two},
    Unit{"家次", {}, Han::always},
    Unit{"家", "庭园长乡", Han::from_two},
    Unit{"宗", "旨", Han::always},
    Unit{"部门", {}, Han::always},
    Unit{"部分", {}, Han::from_two},
    Unit{"部", "署队", Han::from_two},
    Unit{"页", "面", Han::always},
    Unit{"大类", {}, Han::always},
    Unit{"大项", {}, Han::always},
    Unit{"类", "似别型", Han::always},
    Unit{"种", "植", Han::always},
    Unit{"方面", {}, Han::from_two},
    Unit{"户次"},
    Unit{"户", "外籍", Han::always},
    Unit{"村"},
    Unit{"所", "属有在列以", Han::from_two},
    Unit{"名", "单称录为义", Han::always},
    Unit{"位", "于置数", Han::from_two},
    Unit{"幅", "度", Han::from_two},
    Unit{"块", {}, Han::from_two},
    Unit{"张", {}, Han::always},
    Unit{"册", {}, Han::always},
    Unit{"本", "年局机级单县区市镇乡辖报办", Han::never},
    Unit{"辆", {}, Han::always},
    Unit{"台次"},
    Unit{"台", "账帐湾", Han::from_two},
    Unit{"套", {}, Han::always},
    Unit{"处", "理置罚分于长", Han::from_two},
    Unit{"组", "织长成", Han::from_two},
    Unit{"款", "项", Han::from_two},
    Unit{"例", "如会", Han::always},
    Unit{"则", {}, Han::always},
    Unit{"封", {}, Han::always},
    Unit{"通", "过知报告道俗", Han::never},
    Unit{"段", "时", Han::from_two},
    Unit{"支", "持出付撑部", Han::from_two},
    Unit{"座", "谈", Han::from_two},
    Unit{"笔", {}, Han::always},
    Unit{"轮", {}, Han::from_two},
    Unit{"倍", {}, Han::always},
    Unit{"字", "样号"},
    Unit{"分", "别之钟类析管级为成发"},
};

constexpr std::size_t wide = 3;  // bytes of a Han character

bool fits(const Unit& unit, Words text) {
    // Most differ in the first character's last byte: worth asking before comparing.
    if (unit.words.size() >= wide && (text.size() < wide || text[2] != unit.words[2])) return false;
    if (!text.starts_with(unit.words)) return false;
    const Words next = text.substr(unit.words.size(), wide);
    if (next.size() < wide) return true;
    for (std::size_t at = 0; at < unit.not_before.size(); at += wide) {
        if (unit.not_before.substr(at, wide) == next) return false;
    }
    return true;
}

const Unit* find(Words text) {
    const auto found =
        std::ranges::find_if(units, [&](const Unit& unit) { return fits(unit, text); });
    return found == units.end() ? nullptr : &*found;
}

}  // namespace

std::string_view unit_at(std::string_view text) {
    const Unit* unit = find(text);
    if (unit == nullptr) return {};
    return unit->words == "％" ? Words("%") : unit->words;
}

std::string_view unit_after_han(std::string_view text, std::int64_t value) {
    const Unit* unit = find(text);
    if (unit == nullptr || unit->han == Han::never) return {};
    return unit->han == Han::always || value >= 2 ? unit->words : Words{};
}

}  // namespace gouji
