#include "sample/history.hpp"

#include <algorithm>
#include <string_view>

namespace gouji::sample {
namespace {

/// A name that no other seed has.
std::string agency_of(std::uint32_t seed) {
    constexpr std::string_view counties[] = {"云岭县", "石泉县", "白鹭县", "东屏县", "清溪县"};
    constexpr std::string_view first[] = {"柳", "沙", "梅", "竹", "松",
                                          "枫", "桃", "杏", "荷", "兰"};
    constexpr std::string_view second[] = {"河", "湾", "坪", "坞", "岭",
                                           "桥", "塘", "沟", "田", "洲"};
    std::string out(counties[seed % 5]);
    out += first[seed / 5 % 10];
    out += second[seed / 50 % 10];
    for (std::uint32_t rest = seed / 500; rest > 0; rest /= 10) out += second[rest % 10];
    return out + "镇";
}

/// Puts a paragraph at the end of the chapter whose heading begins so.
void add(Report& report, std::string_view chapter, const std::string& text) {
    auto& blocks = report.blocks;
    auto at = std::find_if(blocks.begin(), blocks.end(), [&](const Block& block) {
        return block.kind == Kind::chapter && block.text.starts_with(chapter);
    });
    if (at != blocks.end()) ++at;
    at = std::find_if(at, blocks.end(), [](const Block& block) {
        return block.kind == Kind::chapter || block.kind == Kind::signature;
    });
    blocks.insert(at, {Kind::paragraph, text, {}});
}

void rename(Report& report, const std::string& agency) {
    for (Block& block : report.blocks) {
        for (std::size_t at = block.text.find(report.agency); at != std::string::npos;
             at = block.text.find(report.agency, at + agency.size()))
            block.text.replace(at, report.agency.size(), agency);
    }
    report.agency = agency;
}

/// What last year's report would have to say for this year's to follow.
Report but_for(Report last, int requests, int documents) {
    for (auto& [key, counts] : last.requests) {
        if (key != "carried_out") continue;
        counts.front() += requests;
        counts.back() += requests;
    }
    last.in_force += documents;
    return last;
}

std::string growth(const Report& last, const Report& now, int off) {
    const int difference = now.row("new").back() - last.row("new").back() + off;
    return std::to_string(now.year) + "年共收到政府信息公开申请" +
           std::to_string(now.row("new").back()) + "件，较上年" +
           (difference < 0 ? "减少" : "增加") + std::to_string(std::abs(difference)) + "件。";
}

constexpr std::string_view report_of_work =
    "年，通过赶集日现场咨询、村广播和公示栏把惠农补贴的标准和名单讲到户，群众当场提出的疑问当场解答"
    "。";
constexpr std::string_view problems =
    "主要问题：一是村级公示栏更新不及时，二是解读材料专业词语多。改进措施：一是每月查看公示栏，二是"
    "请村干部试"
    "读解读材料，读不懂的重新写。";

}  // namespace

History make_history(std::uint32_t seed) {
    Report last = make_report(2 * seed, 2022);
    last.we = "我镇";
    rename(last, agency_of(seed));
    const auto follow = [&](const Report& from) { return make_next_report(2 * seed + 1, from); };
    History out{last, follow(last), "-", ""};
    const std::uint32_t kind = seed % 12;
    switch (kind) {
        case 0:
        case 1:
            out.kind = "as it should be";
            break;
        case 2:
            out = {last, follow(but_for(last, 1 + static_cast<int>(seed % 3), 0)),
                   "previous/carried-over", "another figure carried in"};
            break;
        case 3:
            out = {last, follow(but_for(last, 2, 0)), "-", "restated with a note"};
            add(out.now, "六、", "上一年度报告中的结转数统计有误，少计2件，本年度已作更正。");
            break;
        case 4:
            out = {last, follow(but_for(last, 5, 0)), "-", "agencies merged"};
            add(out.now, "六、",
                "根据机构改革方案，原便民服务中心并入我镇，未办结的申请一并接续办理。");
            break;
        case 5:
            add(out.now, "一、", growth(out.last, out.now, 3));
            out.rule = "previous/stated-figure";
            out.kind = "a growth that is not";
            break;
        case 6:
            add(out.now, "一、", growth(out.last, out.now, 0));
            out.kind = "the right growth";
            break;
        case 7:
            out = {last, follow(but_for(last, 0, 60)), "previous/stock", "documents from nowhere"};
            break;
        case 8:
            out = {last, follow(but_for(last, 0, 60)), "-", "stock counted anew, with a note"};
            add(out.now, "六、", "行政规范性文件按新的统计口径重新统计，与上年不能直接比较。");
            break;
        case 9:
            add(out.last, "一、", "2022" + std::string(report_of_work));
            add(out.now, "一、", "2022" + std::string(report_of_work));
            out.rule = "previous/repeated-text";
            out.kind = "a paragraph of last year";
            break;
        case 10: {
            const auto only = [](Report& report) {
                auto& blocks = report.blocks;
                const auto from =
                    std::find_if(blocks.begin(), blocks.end(),
                                 [](const Block& block) { return block.text.starts_with("五、"); });
                const auto to = std::find_if(from + 1, blocks.end(), [](const Block& block) {
                    return block.kind == Kind::chapter;
                });
                blocks.erase(from + 1, to);
                add(report, "五、", std::string(problems));
            };
            only(out.last);
            only(out.now);
            out.rule = "previous/repeated-problems";
            out.kind = "the problems of last year";
            break;
        }
        default:
            rename(out.last, "原" + out.last.agency.substr(0, 9) + "城关镇");
            out.kind = "another name last year";
    }
    // Nobody's chapter on problems stays as it was, but where that is what was planted.
    if (kind != 10)
        add(out.now, "五、", "上年提出的改进事项已经完成" + std::to_string(2 + seed % 7) + "项。");
    return out;
}

}  // namespace gouji::sample
