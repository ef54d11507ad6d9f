#include "law_names.hpp"

#include <gouji/utf8.hpp>

#include <algorithm>
#include <array>
#include <vector>

#include "near_miss.hpp"

namespace gouji::wording {
namespace {

constexpr std::u16string_view country = u"中华人民共和国";

using Wide = std::u16string;

Wide widened(std::string_view text) {
    const WideText wide(text);
    return {wide.codes.begin(), wide.codes.end()};
}

std::string narrowed(std::u16string_view text) {
    std::string out;
    for (const char16_t c : text) append(out, c);
    return out;
}

/// Levenshtein's distance; `far` above `limit`.
constexpr std::size_t far = 100;

std::size_t distance(std::u16string_view a, std::u16string_view b, std::size_t limit) {
    if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > limit) return far;
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j < row.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        std::size_t best = row[0];
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i - 1] != b[j - 1] ? 1 : 0);
            diagonal = row[j];
            row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
            best = std::min(best, row[j]);
        }
        if (best > limit) return far;
    }
    return row.back() <= limit ? row.back() : far;
}

/// How far a name of this length may be off and still mean the registered one: short names of
/// different laws lie close together (行政许可法, 行政处罚法).
std::size_t tolerance(std::size_t size) { return size >= 9 ? 2 : size >= 5 ? 1 : 0; }

constexpr std::size_t surely_meant = 6;

/// The same characters in another order: 规范化标准化 for 标准化规范化.
bool reordered(std::u16string_view name, std::u16string_view cited) {
    constexpr std::size_t least = 12;
    return name.size() == cited.size() && name.size() >= least &&
           std::ranges::is_permutation(name, cited);
}

/// What documents are called; one of them in place of another names another document.
bool is_kind(std::u16string_view word) {
    static constexpr auto kinds = std::to_array<std::u16string_view>(
        {u"条例", u"办法", u"规定", u"规则", u"细则", u"意见", u"通知", u"方案", u"规程",
         u"指南", u"目录", u"标准", u"解释", u"决定", u"制度", u"解读", u"问答", u"释义",
         u"草案", u"全文", u"修订", u"要点", u"指引", u"清单", u"通报", u"公告", u"原文",
         u"读本", u"手册", u"讲义", u"试行", u"议案", u"报告", u"格式", u"修正", u"准则"});
    return std::ranges::find(kinds, word) != kinds.end();
}

/// 条列 and 条理 in a title are never right.
std::optional<std::string> broken_kind(std::string_view title) {
    for (const std::string_view wrong : {"条列", "条理", "条例例", "办法法"}) {
        if (!title.ends_with(wrong)) continue;
        const std::string_view right = wrong.starts_with("办") ? "办法" : "条例";
        return std::string(title.substr(0, title.size() - wrong.size())) + std::string(right);
    }
    return std::nullopt;
}

}  // namespace

LawNames::LawNames() {
    const TermIndex& index = laws.index;
    for (std::uint32_t i = 0; i < index.buckets[std::size_t{1} << index.bucket_bits]; ++i) {
        Wide name = widened(index.term(index.terms[i]));
        national_.push_back(name.starts_with(country));
        if (national_.back()) name.erase(0, country.size());
        names_.push_back(std::move(name));
    }
}

std::optional<std::string> LawNames::misspelt(std::string_view title) const {
    const Wide whole = widened(title);
    const bool national = whole.starts_with(country);
    const std::u16string_view cited =
        std::u16string_view(whole).substr(national ? country.size() : 0);
    if (cited.size() < 2) return std::nullopt;
    // A slip in 中华人民共和国 itself leaves it in front of the name.
    const std::u16string_view kind = cited.substr(cited.size() - 2);
    const Wide* nearest = nullptr;
    bool with_country = national;
    std::size_t best = 3;
    for (std::size_t i = 0; i < names_.size(); ++i) {
        const Wide& name = names_[i];
        if (name == cited) return std::nullopt;
        // 中华人民共和国 in front leaves no doubt that a law of the state is meant.
        constexpr std::size_t spacious = 8;
        const bool stately = national && national_[i] && name.size() >= spacious;
        const std::size_t limit = stately ? 2 : tolerance(name.size());
        if (limit == 0) continue;
        if (reordered(name, cited)) {
            best = 0;
            nearest = &name;
            continue;
        }
        if (!name.ends_with(kind)) {
            // Another kind of document is another document; a kind that is none is a slip.
            if (is_kind(kind) || name.size() < surely_meant || distance(name, cited, 1) > 1)
                continue;
        }
        const std::size_t bare = distance(name, cited, limit);
        const std::size_t full =
            national_[i] && !national ? distance(Wide(country) + name, whole, 1) : far;
        if (std::min(bare, full) >= best || std::min(bare, full) > limit) continue;
        best = std::min(bare, full);
        nearest = &name;
        with_country = national || full < bare;
    }
    if (nearest == nullptr) return broken_kind(title);
    return narrowed((with_country ? Wide(country) : Wide()) + *nearest);
}

}  // namespace gouji::wording
