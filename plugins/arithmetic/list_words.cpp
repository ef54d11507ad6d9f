#include "list_words.hpp"

namespace gouji::arithmetic {
namespace {

using W = ListWord;
using prose::Entry;

// A longer word hides the shorter ones inside it: “一并” is listed so that “并” does not end a
// list.
// clang-format off
constexpr auto words = std::to_array<Entry<ListWord>>({
    {"，", W::comma}, {",", W::comma},
    {"、", W::enumerate},
    {"：", W::colon}, {":", W::colon},
    {"；", W::semicolon}, {";", W::semicolon},
    {"。", W::stop}, {"！", W::stop}, {"？", W::stop}, {"!", W::stop}, {"?", W::stop},
    {"（", W::open}, {"(", W::open}, {"〔", W::open}, {"[", W::open},
    {"）", W::close}, {")", W::close}, {"〕", W::close}, {"]", W::close},
    {"其中", W::among}, {"其中包括", W::among}, {"包括", W::among}, {"包含", W::among}, {"主要包括", W::among},
    {"涵盖", W::among}, {"含", W::among}, {"主要有", W::among}, {"其中有", W::among}, {"具体包括", W::among},
    {"其中含", W::among}, {"主要是", W::among}, {"其中主要", W::among}, {"包括有", W::among}, {"内含", W::among},
    {"其中：", W::among},
    {"分别为", W::each_is}, {"分别是", W::each_is}, {"分别", W::each_is}, {"具体为", W::each_is},
    {"具体是", W::each_is}, {"分为", W::each_is}, {"细分为", W::each_is}, {"依次为", W::each_is},
    {"依次是", W::each_is}, {"具体如下", W::each_is}, {"构成为", W::each_is}, {"分布为", W::each_is},
    {"其他", W::rest}, {"其它", W::rest}, {"其余", W::rest}, {"剩余", W::rest},
    {"同时", W::ends}, {"另", W::ends}, {"另外", W::ends}, {"此外", W::ends}, {"还", W::ends},
    {"并", W::ends}, {"下一步", W::ends}, {"共", W::ends}, {"共计", W::ends}, {"总计", W::ends},
    {"合计", W::ends}, {"累计", W::ends}, {"全年", W::ends}, {"截至", W::ends}, {"截止", W::ends},
    {"平均", W::ends}, {"较", W::ends}, {"同比", W::ends}, {"环比", W::ends}, {"增长", W::ends},
    {"下降", W::ends}, {"增加", W::ends}, {"减少", W::ends}, {"上升", W::ends}, {"上年", W::ends},
    {"去年", W::ends}, {"往年", W::ends}, {"历年", W::ends}, {"以来", W::ends}, {"至今", W::ends},
    {"阅读", W::ends}, {"阅读量", W::ends}, {"点击", W::ends}, {"浏览", W::ends}, {"访问", W::ends},
    {"访问量", W::ends}, {"浏览量", W::ends}, {"点击量", W::ends}, {"粉丝", W::ends}, {"关注", W::ends},
    {"覆盖", W::ends}, {"组织", W::ends}, {"开展", W::ends}, {"举办", W::ends}, {"召开", W::ends},
    {"召集", W::ends}, {"一年来", W::ends}, {"期间", W::ends}, {"除此", W::ends}, {"最终", W::ends},
    {"均", W::ends}, {"全部", W::ends}, {"总共", W::ends}, {"相比", W::ends}, {"达到", W::ends},
    {"超过", W::ends}, {"位居", W::ends}, {"排名", W::ends}, {"受理", W::ends}, {"收到", W::ends},
    {"接到", W::ends}, {"累计至", W::ends}, {"以及通过", W::ends},
    {"一并", W::neutral}, {"合并", W::neutral}, {"并联", W::neutral}, {"并列", W::neutral}, {"归还", W::neutral},
    {"返还", W::neutral}, {"偿还", W::neutral}, {"对比", W::neutral}, {"公共", W::neutral}, {"共青团", W::neutral},
    {"共享", W::neutral}, {"共同", W::neutral}, {"共建", W::neutral}, {"包含量", W::neutral},
    {"比较", W::neutral}, {"含义", W::neutral}, {"含金量", W::neutral}, {"关注度", W::neutral},
    {"均衡", W::neutral}, {"平均每", W::neutral}, {"另行", W::neutral}, {"另案", W::neutral},
    {"全部公开", W::neutral}, {"社会关注", W::neutral}, {"关注热点", W::neutral}, {"群众关注", W::neutral},
    {"社会关切", W::neutral}, {"公众关注", W::neutral}, {"关注的", W::neutral}, {"社会关注的", W::neutral},
    {"部门组织", W::neutral}, {"社会组织", W::neutral}, {"组织机构", W::neutral}, {"组织人事", W::neutral},
    {"党组织", W::neutral}, {"机构组织", W::neutral}, {"并联审批", W::neutral}, {"共产党", W::neutral},
    {"共治", W::neutral}, {"中共", W::neutral}, {"共性", W::neutral}, {"组织领导", W::neutral},
    {"组织架构", W::neutral}, {"组织部", W::neutral}, {"法人或其他组织", W::neutral}, {"其他组织", W::neutral},
    {"群众组织", W::neutral}, {"公益组织", W::neutral}, {"社会公益组织", W::neutral}, {"覆盖面", W::neutral},
    {"召开会议类", W::neutral}, {"受理类", W::neutral}, {"财政收支", W::neutral}, {"收到来信", W::neutral},
    {"还款", W::neutral}, {"还建", W::neutral}, {"另类", W::neutral}, {"均等", W::neutral}, {"均未", W::neutral},
    {"已收到", W::neutral}, {"组织类", W::neutral}, {"开展情况", W::neutral},
    {"结转", W::carry}, {"转结", W::carry}, {"转接", W::carry}, {"接转", W::carry}, {"顺延", W::carry},
    {"转入", W::carry}, {"滚存", W::carry}, {"延续", W::carry}, {"转至", W::carry}, {"转到", W::carry},
    {"申请", W::request}, {"依申请", W::request}, {"办件", W::request},
    {"通过", W::goes_on},
    {"网络", W::dimension, 1}, {"网上", W::dimension, 1}, {"在线", W::dimension, 1}, {"线上", W::dimension, 1},
    {"线下", W::dimension, 1}, {"信函", W::dimension, 1}, {"邮寄", W::dimension, 1}, {"当面", W::dimension, 1},
    {"传真", W::dimension, 1}, {"电子邮件", W::dimension, 1}, {"邮箱", W::dimension, 1}, {"窗口", W::dimension, 1},
    {"现场", W::dimension, 1}, {"来函", W::dimension, 1}, {"书面", W::dimension, 1}, {"信件", W::dimension, 1},
    {"网站", W::dimension, 1}, {"公众号", W::dimension, 1}, {"微信", W::dimension, 1}, {"微博", W::dimension, 1},
    {"公示栏", W::dimension, 1}, {"公开栏", W::dimension, 1}, {"报刊", W::dimension, 1}, {"电视", W::dimension, 1},
    {"广播", W::dimension, 1}, {"抖音", W::dimension, 1}, {"客户端", W::dimension, 1}, {"平台", W::dimension, 1},
    {"政府公报", W::dimension, 1}, {"显示屏", W::dimension, 1}, {"公开屏", W::dimension, 1}, {"专栏", W::dimension, 1},
    {"电话", W::dimension, 1}, {"自然人", W::dimension, 2}, {"公民", W::dimension, 2}, {"个人", W::dimension, 2},
    {"法人", W::dimension, 2}, {"企业", W::dimension, 2}, {"科研机构", W::dimension, 2}, {"法律服务机构", W::dimension, 2},
    {"商业企业", W::dimension, 2}, {"律师", W::dimension, 2}, {"答复", W::dimension, 3}, {"办结", W::dimension, 3},
    {"予以公开", W::dimension, 3}, {"部分公开", W::dimension, 3}, {"不予公开", W::dimension, 3},
    {"无法提供", W::dimension, 3}, {"不予处理", W::dimension, 3}, {"其他处理", W::dimension, 3},
    {"撤回", W::dimension, 3}, {"同意公开", W::dimension, 3}, {"不予", W::dimension, 3}, {"正在办理", W::dimension, 3},
    {"办理中", W::dimension, 3}, {"未办结", W::dimension, 3}, {"已办", W::dimension, 3}, {"驳回", W::dimension, 3},
    {"维持", W::dimension, 3}, {"纠正", W::dimension, 3}, {"尚未审结", W::dimension, 3}, {"一季度", W::dimension, 4},
    {"二季度", W::dimension, 4}, {"三季度", W::dimension, 4}, {"四季度", W::dimension, 4}, {"第一季度", W::dimension, 4},
    {"第二季度", W::dimension, 4}, {"第三季度", W::dimension, 4}, {"第四季度", W::dimension, 4},
    {"上半年", W::dimension, 4}, {"下半年", W::dimension, 4}, {"新收", W::dimension, 5}, {"新增", W::dimension, 5},
    {"新受理", W::dimension, 5}, {"上年度", W::dimension, 5},
    {"占", W::percent}, {"占比", W::percent},
});
// clang-format on

}  // namespace

const prose::Lexicon<ListWord>& list_words() {
    // Built by the first rule that is created; never changed after.
    static const prose::Lexicon<ListWord> lexicon(words);
    return lexicon;
}

}  // namespace gouji::arithmetic
