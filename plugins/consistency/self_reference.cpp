#include <gouji/sdk.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "../prose/line.hpp"
#include "self_reference.page.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::page::self_reference;
using namespace std::string_view_literals;

/// One report calls its agency by many names.
class SelfReference {
public:
    explicit SelfReference(Options options) : most_(options.integer("most")) {}

    void check(Document document, Sink sink) const {
        const std::span<const Hit> hits = document.hits(list::selves);
        if (hits.size() <= static_cast<std::size_t>(most_)) return;
        const Prose prose = document.prose();
        const std::string_view text = prose.text();
        std::vector<Hit> first;  // of each name
        for (const Hit& hit : without_overlaps(hits)) {
            if (std::ranges::find(first, hit.word, &Hit::word) == first.end() &&
                own_word(text, hit.span)) {
                first.push_back(hit);
            }
        }
        if (first.size() <= static_cast<std::size_t>(most_)) return;
        std::string names;
        for (const Hit& hit : first) {
            if (!names.empty()) names += "、";
            names += prose.text(hit.span);
        }
        const auto at = static_cast<std::size_t>(most_);
        Finding finding = sink.report(prose.source(first[at].span),
                                      message::mixed{.count = first.size(), .names = names});
        for (std::size_t i = 0; i < first.size(); ++i) {
            if (i == at) continue;
            finding.also(prose.source(first[i].span),
                         message::other{.name = prose.text(first[i].span)});
        }
    }

private:
    /// “基本单位”, “自我办理”, “本机关不掌握”: not the report speaking of itself.
    static bool own_word(std::string_view text, Span where) {
        const std::string_view before = text.substr(0, where.begin);
        const std::string_view after = text.substr(where.end);
        return !prose::ends_with_any(
                   before, {"基"sv, "根"sv, "原"sv, "样"sv, "文"sv, "版"sv, "成"sv, "资"sv, "书"sv,
                            "自"sv, "日"sv, "范"sv, "副"sv, "要求"sv}) &&
               !prose::starts_with_any(
                   after, {"限"sv, "面"sv, "部"sv, "势"sv, "理"sv, "法"sv, "事"sv, "不掌握"sv,
                           "不属于"sv, "学"sv, "托"sv, "罚"sv});
    }

    std::int64_t most_;
};

}  // namespace

GOUJI_RULE(self_reference, SelfReference);
