#include "sample/forms.hpp"

#include <algorithm>
#include <string_view>

namespace gouji::sample {
namespace {

/// A row of the request form: the group in front of it where it opens one, its own label, how deep
/// it stands, and how often a request ends there.
struct Line {
    std::string_view key;
    std::string_view group;
    std::string_view label;
    int depth;
    int weight;
};

constexpr Line lines[] = {
    {"new", "", "一、本年新收政府信息公开申请数量", 0, 0},
    {"carried_in", "", "二、上年结转政府信息公开申请数量", 0, 0},
    {"granted", "三、本年度办理结果", "（一）予以公开", 1, 24},
    {"partial", "", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", 1, 6},
    {"denied.secret", "（三）不予公开", "1.属于国家秘密", 2, 1},
    {"denied.law", "", "2.其他法律行政法规禁止公开", 2, 1},
    {"denied.safety", "", "3.危及“三安全一稳定”", 2, 1},
    {"denied.third_party", "", "4.保护第三方合法权益", 2, 2},
    {"denied.internal", "", "5.属于三类内部事务信息", 2, 1},
    {"denied.process", "", "6.属于四类过程性信息", 2, 2},
    {"denied.casefile", "", "7.属于行政执法案卷", 2, 2},
    {"denied.query", "", "8.属于行政查询事项", 2, 1},
    {"unavailable.not_held", "（四）无法提供", "1.本机关不掌握相关政府信息", 2, 9},
    {"unavailable.to_create", "", "2.没有现成信息需要另行制作", 2, 2},
    {"unavailable.unclear", "", "3.补正后申请内容仍不明确", 2, 1},
    {"refused.petition", "（五）不予处理", "1.信访举报投诉类申请", 2, 2},
    {"refused.repeat", "", "2.重复申请", 2, 1},
    {"refused.publication", "", "3.要求提供公开出版物", 2, 0},
    {"refused.mass", "", "4.无正当理由大量反复申请", 2, 0},
    {"refused.confirm", "", "5.要求行政机关确认或重新出具已获取信息", 2, 1},
    {"other.overdue_correction", "（六）其他处理",
     "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", 2, 1},
    {"other.overdue_fee", "",
     "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", 2, 0},
    {"other.other", "", "3.其他", 2, 2},
    {"other", "", "（六）其他处理", 1, 3},
    {"total", "", "（七）总计", 1, 0},
    {"carried_out", "", "四、结转下年度继续办理", 0, 0},
};

/// The edition of 2019 has one row for other results, that of 2021 three.
bool stands_in(const Line& line, std::string_view edition) {
    if (line.key == "other") return edition == "2019";
    return !(line.key.starts_with("other.") && edition == "2019");
}

std::string number(int value) { return std::to_string(value); }

Row merged_heading(std::string_view text) { return {{std::string(text), 4}}; }
Row wide_row(std::string_view label, std::string_view value) {
    return {{std::string(label)}, {std::string(value), 3}};
}

}  // namespace

void fill_requests(Report& report, Chance& chance, int size, const Counts* carried) {
    int weights = 0;
    for (const Line& line : lines) {
        if (!stands_in(line, report.edition)) continue;
        report.requests.emplace_back(line.key, Counts{});
        weights += line.weight;
    }
    const auto counts = [&](std::string_view key) -> Counts& {
        for (auto& [name, row] : report.requests) {
            if (name == key) return row;
        }
        return report.requests.front().second;
    };
    constexpr int scale[] = {0, 4, 25, 300};
    for (std::size_t column = 0; column + 1 < columns.size(); ++column) {
        const int most = column == 0 ? scale[size] : scale[size] / 12;
        const int open = carried != nullptr ? (*carried)[column] : 0;
        const int done = std::max(open, most == 0 ? 0 : chance.below(most + 1));
        for (int i = 0; i < done; ++i) {
            int at = chance.below(weights);
            for (const Line& line : lines) {
                if (!stands_in(line, report.edition)) continue;
                at -= line.weight;
                if (at < 0) {
                    ++counts(line.key)[column];
                    break;
                }
            }
        }
        const int later = chance.below(done / 6 + 1);
        const int drawn = chance.below((done + later) / 5 + 1);
        const int before = carried != nullptr ? open : drawn;
        counts("total")[column] = done;
        counts("carried_out")[column] = later;
        counts("carried_in")[column] = before;
        counts("new")[column] = done + later - before;
    }
    for (auto& [key, row] : report.requests) {
        for (std::size_t column = 0; column + 1 < columns.size(); ++column)
            row.back() += row[column];
    }
}

void fill_disputes(Report& report, Chance& chance, int size) {
    for (auto& group : report.disputes) {
        for (std::size_t i = 0; i < 4; ++i) {
            group[i] = size >= 2 && chance.one_in(3) ? chance.below(4) : 0;
            group[4] += group[i];
        }
    }
}

std::vector<Row> disclosure_table(Report& report, Chance& chance, const Report* last) {
    const int made = chance.below(6);
    const int repealed = chance.below(3);
    const int older = chance.below(40);
    // What is repealed was in force.
    const int in_force =
        last != nullptr ? std::max(last->in_force + made - repealed, made) : made + older;
    report.in_force = in_force;
    const std::string decisions = number(chance.below(900));
    const std::string penalties = number(chance.below(300));
    const std::string coercion = number(chance.below(20));
    if (report.edition == "2021") {
        return {
            merged_heading("第二十条第（一）项"),
            {{"信息内容"}, {"本年制发件数"}, {"本年废止件数"}, {"现行有效件数"}},
            {{"规章"}, {"0"}, {"0"}, {"0"}},
            {{"行政规范性文件"}, {number(made)}, {number(repealed)}, {number(in_force)}},
            merged_heading("第二十条第（五）项"),
            wide_row("信息内容", "本年处理决定数量"),
            wide_row("行政许可", decisions),
            merged_heading("第二十条第（六）项"),
            wide_row("信息内容", "本年处理决定数量"),
            wide_row("行政处罚", penalties),
            wide_row("行政强制", coercion),
            merged_heading("第二十条第（八）项"),
            wide_row("信息内容", "本年收费金额（单位：万元）"),
            wide_row("行政事业性收费", chance.one_in(2) ? "0" : number(chance.below(90)) + ".35")};
    }
    const Row heading = {{"信息内容"}, {"上一年项目数量"}, {"本年增/减"}, {"处理决定数量"}};
    return {
        merged_heading("第二十条第（一）项"),
        {{"信息内容"}, {"本年新制作数量"}, {"本年新公开数量"}, {"对外公开总数量"}},
        {{"规章"}, {"0"}, {"0"}, {"0"}},
        {{"规范性文件"}, {number(made)}, {number(made)}, {number(in_force)}},
        merged_heading("第二十条第（五）项"),
        heading,
        {{"行政许可"}, {"26"}, {"-2"}, {decisions}},
        {{"其他对外管理服务事项"}, {"11"}, {"+3"}, {number(chance.below(60))}},
        merged_heading("第二十条第（六）项"),
        heading,
        {{"行政处罚"}, {"48"}, {"0"}, {penalties}},
        {{"行政强制"}, {"5"}, {"+1"}, {coercion}},
        merged_heading("第二十条第（八）项"),
        {{"信息内容"}, {"上一年项目数量"}, {"本年增/减", 2}},
        {{"行政事业性收费"}, {"2"}, {"0", 2}},
        merged_heading("第二十条第（九）项"),
        {{"信息内容"}, {"采购项目数量"}, {"采购总金额", 2}},
        {{"政府集中采购"}, {number(chance.below(9))}, {number(chance.below(400)) + ".6万元", 2}}};
}

std::vector<Row> requests_table(const Report& report) {
    const Cell hole3{"", 3, true};
    const Cell covered{"", 1, true};
    std::vector<Row> rows = {
        {{"（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3},
         {"申请人情况", 7}},
        {hole3, {"自然人"}, {"法人或其他组织", 5}, {"总计"}},
        {hole3,
         covered,
         {"商业企业"},
         {"科研机构"},
         {"社会公益组织"},
         {"法律服务机构"},
         {"其他"},
         covered}};
    for (const Line& line : lines) {
        if (!stands_in(line, report.edition)) continue;
        Row row;
        if (line.depth == 2) row.push_back(covered);
        if (!line.group.empty()) {
            row.push_back({std::string(line.group)});
        } else if (line.depth > 0) {
            row.push_back(covered);
        }
        row.push_back({std::string(line.label), 3 - line.depth});
        for (const int value : report.row(std::string(line.key))) row.push_back({number(value)});
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<Row> disputes_table(const Report& report) {
    constexpr std::string_view results[] = {"结果维持", "结果纠正", "其他结果", "尚未审结", "总计"};
    std::vector<Row> rows(4);
    rows[0] = {{"行政复议", 5}, {"行政诉讼", 10}};
    for (const std::string_view result : results) {
        rows[1].push_back({std::string(result)});
        rows[2].push_back({"", 1, true});
    }
    rows[1].push_back({"未经复议直接起诉", 5});
    rows[1].push_back({"复议后起诉", 5});
    for (int group = 0; group < 2; ++group) {
        for (const std::string_view result : results) rows[2].push_back({std::string(result)});
    }
    for (const auto& group : report.disputes) {
        for (const int value : group) rows[3].push_back({number(value)});
    }
    return rows;
}

}  // namespace gouji::sample
