#include <gouji/grouped.hpp>

#include <span>

#include "mixed_separators.page.hpp"

namespace gouji::typography {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::mixed_separators;

/// 制度1条、分工1条、任免2条，文件2条: one row, two separators.
class MixedSeparators {
public:
    explicit MixedSeparators(Options) {}

    void check(Document document, Sink sink) const {
        std::vector<Correction> odd;
        const auto all = document.quantities();
        for (std::size_t i = 0; i < all.size();) {
            std::size_t to = i + 1;
            while (to < all.size() && follows(document, all[to - 1], all[to])) ++to;
            if (to - i >= least) examine(document, all.subspan(i, to - i), odd);
            i = to;
        }
        report_grouped<message>(document, sink, odd);
    }

private:
    static constexpr std::size_t least = 4;

    /// The next item of the same row: the same unit, and only a separator and a plain label
    /// between.
    static bool follows(const Document& document, const gouji_quantity& a,
                        const gouji_quantity& b) {
        if (a.sentence != b.sentence || a.depth != b.depth || view(a.unit) != view(b.unit) ||
            view(a.unit).empty())
            return false;
        const std::string_view between = document.text({a.span.end, b.span.begin});
        const Char mark = char_at(between, 0);
        if (mark.code != U'、' && mark.code != U'，') return false;
        const std::string_view label = between.substr(mark.size);
        constexpr std::size_t longest = 60;
        if (label.empty() || label.size() > longest) return false;
        // Another mark or a verb of comparison begins something else.
        for (const std::string_view other :
             {"，", "；", "。", "：", "（", "其中", "包括", "分别", "涉及", "较", "比", "增", "减",
              "占", "共", "同时", "另"}) {
            if (label.find(other) != std::string_view::npos) return false;
        }
        // “，办理建议30件、提案20件” is a clause of its own with a list inside.
        for (const std::string_view verb :
             {"办理", "制定", "制发", "受理", "开展", "举办", "公开", "发布",
              "收到", "答复", "完成", "提请", "修改", "修订", "废止", "组织",
              "印发", "审议", "起草", "回应", "处理", "召开"}) {
            if (label.starts_with(verb)) return false;
        }
        return true;
    }

    static void examine(const Document& document, std::span<const gouji_quantity> row,
                        std::vector<Correction>& odd) {
        std::vector<Span> marks[2];
        for (std::size_t i = 0; i + 1 < row.size(); ++i) {
            const std::uint32_t at = row[i].span.end;
            const Char mark = char_at(document.text(), at);
            marks[mark.code == U'，' ? 1 : 0].push_back({at, at + mark.size});
        }
        if (marks[0].empty() || marks[1].empty()) return;
        for (const Span where : marks[0].size() < marks[1].size() ? marks[0] : marks[1])
            odd.push_back({where, {}});
    }
};

}  // namespace
}  // namespace gouji::typography

GOUJI_RULE(mixed_separators, gouji::typography::MixedSeparators);
