#include <gouji/sdk.hpp>

#include <array>
#include <string>
#include <vector>

#include "../prose/lexicon.hpp"
#include "../prose/line.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace std::string_view_literals;

constexpr auto selves = std::to_array<std::string_view>(
    {"我局",   "我镇",   "我乡",   "我街道", "我办",   "我委",   "我中心", "我厅", "我单位",
     "本单位", "本机关", "我机关", "本局",   "本镇",   "本乡",   "本街道", "本办", "本委",
     "本中心", "本厅",   "我院",   "本院",   "我部门", "本部门", "我处",   "本处"});

/// One report calls its agency by many names.
class SelfReference {
public:
    explicit SelfReference(Options options) : most_(options.integer("most")), lexicon_(entries()) {}

    void check(Document document, Report report) const {
        const auto prose = document.prose();
        const std::string_view text = prose.text();
        std::vector<prose::Hit<int>> first;
        lexicon_.scan(text, [&](const prose::Hit<int>& hit) {
            if (!own_word(text, hit)) return;
            for (const auto& known : first) {
                if (known.detail == hit.detail) return;
            }
            first.push_back(hit);
        });
        if (first.size() <= static_cast<std::size_t>(most_)) return;
        std::string names;
        for (const auto& hit : first) {
            if (!names.empty()) names += "、";
            names += selves[hit.detail];
        }
        const auto source = [&](const prose::Hit<int>& hit) {
            return prose.source(hit.begin, hit.end - hit.begin);
        };
        const auto at = static_cast<std::size_t>(most_);
        Finding finding = report.at(source(first[at]), "mixed");
        finding.with("names", names).with("count", first.size());
        for (std::size_t i = 0; i < first.size(); ++i) {
            if (i != at)
                finding.also(source(first[i]), "other").with("name", selves[first[i].detail]);
        }
    }

private:
    static std::vector<prose::Entry<int>> entries() {
        std::vector<prose::Entry<int>> out;
        for (std::size_t i = 0; i < selves.size(); ++i)
            out.push_back({selves[i], 0, static_cast<std::uint16_t>(i)});
        return out;
    }

    /// “基本单位”, “自我办理”, “本机关不掌握”: not the report speaking of itself.
    static bool own_word(std::string_view text, const prose::Hit<int>& hit) {
        const std::string_view before = text.substr(0, hit.begin);
        const std::string_view after = text.substr(hit.end);
        return !prose::ends_with_any(
                   before, {"基"sv, "根"sv, "原"sv, "样"sv, "文"sv, "版"sv, "成"sv, "资"sv, "书"sv,
                            "自"sv, "日"sv, "范"sv, "副"sv, "要求"sv}) &&
               !prose::starts_with_any(
                   after, {"限"sv, "面"sv, "部"sv, "势"sv, "理"sv, "法"sv, "事"sv, "不掌握"sv,
                           "不属于"sv, "学"sv, "托"sv, "罚"sv});
    }

    std::int64_t most_;
    prose::Lexicon<int> lexicon_;
};

}  // namespace

GOUJI_RULE(self_reference, SelfReference);
