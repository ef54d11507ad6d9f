#include "sample/prose.hpp"

#include <iterator>
#include <string>
#include <string_view>

namespace gouji::sample {
namespace {

std::string number(int value) { return std::to_string(value); }

constexpr std::string_view work[] = {
    "围绕农田水利、道路养护等民生工程，开工前公布建设内容和资金来源，完工后公布验收结果，群众可以在"
    "公示栏和网站上对照查看。",
    "推行政策文件与解读材料同步起草、同步审签、同步发布，解读多用问答和图表，少用术语，方便老年人阅"
    "读。",
    "依托便民服务大厅设立政务公开体验区，安排志愿者引导群众查询办事指南，现场收集的意见转交相关科室"
    "研究。",
    "结合“政府开放日”活动，邀请人大代表、政协委员和企业代表走进机关，了解预算编制和项目审批流程，听"
    "取意见建议。",
    "对照基层政务公开标准目录，逐项核对公开事项的名称、内容和时限，补齐缺项，删去已经取消的事项。",
    "加强政务新媒体管理，关停长期不更新的账号，发布前由专人校对文字、图片和链接，防止差错。",
    "在村（社区）设置信息公开查阅点，定期更新低保、救助、补贴等名单的公示内容，公示时遮挡身份证号等"
    "个人信息。",
    "健全依申请公开办理流程，登记、审核、答复、归档各环节责任到人，疑难事项会同法律顾问研究后答复"
    "。",
    "做好网民留言办理工作，收到留言后当日分办，按期答复，重复反映的问题集中研究解决。",
    "组织新入职人员学习政府信息公开法规，通过案例讲解帮助大家掌握公开与保密的界限。",
    "财政预算、决算及“三公”经费情况在规定时间内统一公布，表格附有说明，便于理解各项支出的用途。",
    "建立政策咨询窗口，对惠企补贴、就业创业等常见问题整理问答口径，电话和窗口的答复口径保持一致。",
    "历史文件数字化整理工作有序推进，已完成纸质文件扫描和目录编制，后续将按主题逐步上网。",
    "突出应急、防汛、森林防火等时段的信息发布，预警信息通过广播、短信和微信群同时传达到户。",
};

class Writer {
public:
    Writer(Report& report, Chance& chance) : report_(report), chance_(chance) {}

    void add(Kind kind, std::string text) { report_.blocks.push_back({kind, std::move(text), {}}); }

    /// A part of chapter one: in one report its heading stands alone, in another the prose runs on.
    void part(std::string_view heading, const std::string& text) {
        if (run_in_) {
            add(Kind::paragraph, std::string(heading) + "。" + text);
        } else {
            add(Kind::part, std::string(heading));
            add(Kind::paragraph, text);
        }
    }

    std::string year(int offset = 0) const { return number(report_.year + offset) + "年"; }
    const std::string& we() const { return report_.we; }
    int total(const char* row) const { return report_.row(row).back(); }
    Chance& chance() { return chance_; }
    void run_in(bool yes) { run_in_ = yes; }

private:
    Report& report_;
    Chance& chance_;
    bool run_in_ = false;
};

std::string published(Writer& to) {
    const int a = 3 + to.chance().below(40);
    const int b = 3 + to.chance().below(90);
    const int c = 3 + to.chance().below(60);
    const std::string total = number(a + b + c);
    switch (to.chance().below(3)) {
        case 0:
            return to.we() + "围绕群众办事需要安排公开内容，" + to.year() +
                   "在政府门户网站发布信息" + total + "条，其中机构职能类" + number(a) +
                   "条、业务工作类" + number(b) + "条、财政资金类" + number(c) + "条。";
        case 1:
            return to.year() + "，" + to.we() + "公开信息" + total + "条。从渠道看，门户网站" +
                   number(b) + "条，政务新媒体" + number(c) + "条，线下公开栏" + number(a) +
                   "条。政策发布的同时附上办理流程，方便企业和群众对照。";
        default:
            return "全年主动公开政府信息" + total + "条，较好地回应了社会关切。" + to.we() +
                   "还把惠农补贴、农村危房改造等与群众关系密切的信息张贴到村，接受监督。";
    }
}

std::string requested(Writer& to) {
    if (to.total("new") + to.total("carried_in") == 0) {
        return to.chance().one_in(2)
                   ? to.year() + "，" + to.we() + "没有收到政府信息公开申请，也没有上年结转的申请。"
                   : "本年度未收到政府信息公开申请，上年度没有结转。";
    }
    std::string text =
        to.year() + "，" + to.we() + "新收到政府信息公开申请" + number(to.total("new")) + "件";
    if (to.total("carried_in") > 0) text += "，上年结转" + number(to.total("carried_in")) + "件";
    text += "，已答复" + number(to.total("total")) + "件";
    if (to.total("carried_out") > 0)
        text += "，结转下年度继续办理" + number(to.total("carried_out")) + "件";
    return text + "。每件申请都由专人登记、会商和答复，没有超过法定期限。";
}

}  // namespace

void name_agency(Report& report, Chance& chance) {
    constexpr std::string_view divisions[] = {"云岭县", "石泉县", "南浦区",
                                              "青禾市", "白鹭县", "东屏区"};
    constexpr std::string_view towns[] = {"柳河镇", "双塘乡", "桐花街道", "沙坪镇", "梅坞乡"};
    constexpr std::string_view bureaus[] = {"水务局", "农业农村局", "民政局", "文化和旅游局",
                                            "退役军人事务局"};
    report.agency = chance.pick(divisions);
    switch (chance.below(3)) {
        case 0:
            report.we = report.agency.ends_with("县")   ? "我县"
                        : report.agency.ends_with("区") ? "我区"
                                                        : "我市";
            report.agency += "人民政府";
            break;
        case 1: {
            const std::string_view town = chance.pick(towns);
            report.agency += town;
            if (town.ends_with("街道")) {
                report.agency += "办事处";
                report.we = "我街道";
            } else {
                report.we = town.ends_with("镇") ? "我镇" : "我乡";
                report.agency += "人民政府";
            }
            break;
        }
        default:
            report.agency += chance.pick(bureaus);
            report.we = "我局";
    }
}

void write_opening(Report& report, Chance& chance) {
    Writer to(report, chance);
    to.add(Kind::title, report.agency + to.year() + "政府信息公开工作年度报告");
    if (chance.one_in(2)) {
        to.add(Kind::paragraph, "根据《中华人民共和国政府信息公开条例》（以下简称《条例》）规定，" +
                                    report.agency + "编制了" + to.year() +
                                    "政府信息公开工作年度报告。所列数据的统计期限为" + to.year() +
                                    "1月1日至" + to.year() + "12月31日。");
    } else {
        to.add(Kind::paragraph, "现向社会公布" + report.agency + to.year() +
                                    "政府信息公开工作年度报告。报告中的数据统计期限自" + to.year() +
                                    "1月1日起，至" + to.year() + "12月31日止。");
    }
    to.add(Kind::chapter, "一、总体情况");
    to.run_in(chance.one_in(3));
    to.part("（一）主动公开", published(to));
    const int most = chance.below(static_cast<int>(std::size(work)) + 1);
    for (int i = 0; i < most; ++i) to.add(Kind::paragraph, std::string(work[i]));
    to.part("（二）依申请公开", requested(to));
    to.part("（三）政府信息管理",
            chance.one_in(2)
                ? "信息发布先审查、后公开，谁起草谁负责，全年清理过时栏目" +
                      number(2 + chance.below(9)) + "个。"
                : "文件印发前明确公开属性，已失效的文件及时标注，历年文件按主题归集，便于查找。");
    to.part(
        "（四）政府信息公开平台建设",
        chance.one_in(2)
            ? "对门户网站的公开栏目作了归并，检索入口移到首页，手机端也能查到全部文件。"
            : "政务服务大厅设有查阅点，配备电脑和打印设备；网站栏目由专人维护，失效链接当日处理。");
    to.part("（五）监督保障", "政府信息公开工作列入年度考核，全年组织培训" +
                                  number(2 + chance.below(4)) +
                                  "次；社会评议结果总体良好，没有发生责任追究的情形。");
}

void write_closing(Report& report, Chance& chance) {
    Writer to(report, chance);
    to.add(Kind::chapter, "五、存在的主要问题及改进情况");
    if (chance.one_in(2)) {
        to.add(Kind::paragraph,
               "主要问题有两个：一是个别栏目更新间隔较长；二是经办人员更换后业务不够熟练。");
        to.add(Kind::paragraph,
               to.year(1) + "，" + to.we() +
                   "将从两个方面改进：一是按月检查栏目更新情况；二是组织集中培训，编发操作手册。");
    } else {
        to.add(Kind::paragraph,
               "对照群众的期待，" + to.we() + "的政策解读还不够通俗，图表和短视频用得少。" +
                   "针对这一问题，已请业务科室与宣传人员共同起草解读材料，今后将继续改进。");
    }
    to.add(Kind::chapter, "六、其他需要报告的事项");
    to.add(Kind::paragraph,
           report.edition == "2019"
               ? "没有其他需要报告的事项。"
               : to.year() + "，" + to.we() + "没有收取信息处理费，也没有其他需要报告的事项。");
    if (chance.one_in(3)) {
        to.add(Kind::signature, report.agency);
        to.add(Kind::signature, to.year(1) + "1月" + number(6 + chance.below(20)) + "日");
    }
}

}  // namespace gouji::sample
