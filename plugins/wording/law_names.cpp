#include "law_names.hpp"

#include <gouji/utf8.hpp>

#include <algorithm>
#include <array>

#include "../registry/documents.hpp"
#include "near_miss.hpp"

namespace gouji::wording {
namespace {

using Wide = std::u16string;
using WideView = std::u16string_view;

constexpr WideView country = u"中华人民共和国";

/// Laws whose names are shorter lie one character apart (统计法, 审计法; 教育法, 教师法).
constexpr std::size_t least_name = 5;

std::string narrowed(WideView text) {
    std::string out;
    for (const char16_t c : text) append(out, c);
    return out;
}

bool is_title_mark(char32_t c) {
    return c == U'《' || c == U'》' || c == U'〈' || c == U'〉' || c == '<' || c == '>' ||
           c == U'＜' || c == U'＞';
}

/// What documents are called; one of them in place of another names another document.
bool is_kind(WideView word) {
    static constexpr auto kinds = std::to_array<WideView>(
        {u"条例", u"办法", u"规定", u"规则", u"细则", u"意见", u"通知", u"方案", u"规程",
         u"指南", u"目录", u"标准", u"解释", u"决定", u"制度", u"解读", u"问答", u"释义",
         u"草案", u"全文", u"修订", u"要点", u"指引", u"清单", u"通报", u"公告", u"原文",
         u"读本", u"手册", u"讲义", u"试行", u"议案", u"报告", u"格式", u"修正", u"准则"});
    return std::ranges::find(kinds, word) != kinds.end();
}

/// The one place where two names of equal length differ; their length where more do.
std::size_t only_difference(WideView cited, WideView name) {
    std::size_t place = name.size();
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (cited[i] == name[i]) continue;
        if (place != name.size()) return name.size();
        place = i;
    }
    return place;
}

/// One character for another that looks or sounds like it, after a beginning that is right.
bool confused(WideView cited, WideView name, std::size_t place) {
    if (place == name.size() || name.size() < least_name) return false;
    if (place < 2 && !name.starts_with(country)) return false;
    return confusions.between(name[place], cited[place]) >= Likeness::shape;
}

/// 条令 for 条例: the kind of document lost one of its two characters, and is none now.
bool broken_kind(WideView cited, WideView name, std::size_t place) {
    constexpr std::size_t kind = 2;
    return place != name.size() && name.size() >= least_name && place + kind >= name.size() &&
           is_kind(name.substr(name.size() - kind)) && !is_kind(cited.substr(cited.size() - kind));
}

/// `shorter` with one to two characters lost from `name`, the first and the last being right.
bool lost(WideView shorter, WideView name) {
    constexpr std::size_t most = 2;
    if (shorter.size() >= name.size() || shorter.size() + most < name.size()) return false;
    if (shorter.empty() || shorter.front() != name.front() || shorter.back() != name.back())
        return false;
    std::size_t at = 0;
    for (const char16_t c : name) {
        if (at < shorter.size() && shorter[at] == c) ++at;
    }
    return at == shorter.size();
}

/// A law of the state, printed with 中华人民共和国 or what is left of it, that has lost or gained
/// characters: no other law is that close. Local titles go on where national ones end (实施意见).
bool state_law_in_pieces(WideView cited, WideView name) {
    constexpr std::size_t least = 5;  // characters of the name after 中华人民共和国
    if (!name.starts_with(country) || name.size() < country.size() + least) return false;
    constexpr std::size_t head = 3;
    if (cited.substr(0, head) != country.substr(0, head)) return false;
    constexpr std::size_t spacious = 8;
    const bool roomy = name.size() >= country.size() + spacious;
    if (lost(cited, name)) return roomy || cited.size() + 1 == name.size();
    return cited.size() == name.size() + 1 && lost(name, cited);
}

/// The same characters in another order: 规范化标准化 for 标准化规范化, in a national title.
bool reordered(WideView cited, WideView name) {
    constexpr WideView office = u"国务院";
    return cited.size() == name.size() && cited.starts_with(office) && name.starts_with(office) &&
           std::ranges::is_permutation(name, cited);
}

}  // namespace

std::u16string LawNames::bare(std::string_view title) {
    Wide out;
    for (std::size_t at = 0; at < title.size();) {
        const Char c = char_at(title, at);
        if (!is_title_mark(c.code) && !is_blank(c.code) && !is_line_end(c.code))
            out.push_back(c.code > 0xFFFF ? u'\xFFFD' : static_cast<char16_t>(c.code));
        at += c.size;
    }
    return out;
}

LawNames::LawNames() {
    const TermIndex& index = laws.index;
    for (std::uint32_t i = 0; i < index.buckets[std::size_t{1} << index.bucket_bits]; ++i)
        add(bare(index.term(index.terms[i])));
    for (const registry::Document& document : registry::documents()) {
        add(bare(document.title));
        // Without its office, as most reports cite it.
        const std::size_t subject = document.title.find("关于");
        if (subject != std::string_view::npos) add(bare(document.title.substr(subject)));
        const std::size_t open = document.title.find("〈");
        const std::size_t close = document.title.rfind("〉");
        if (open != std::string_view::npos && close != std::string_view::npos)
            add(bare(document.title.substr(open, close - open)));
    }
    std::ranges::sort(names_);
    const auto rest = std::ranges::unique(names_);
    names_.erase(rest.begin(), rest.end());
}

void LawNames::add(Wide name) {
    longest_ = std::max(longest_, name.size());
    if (name.starts_with(country)) names_.push_back(name.substr(country.size()));
    names_.push_back(std::move(name));
}

std::optional<LawSlip> LawNames::misspelt(std::string_view title) const {
    constexpr std::size_t bytes = 3;    // of a Han character
    constexpr std::size_t printed = 2;  // blanks and marks at most double a title
    if (title.size() > (longest_ + 1) * bytes * printed) return std::nullopt;
    const Wide cited = bare(title);
    if (cited.size() < 2 || cited.size() > longest_ + 1) return std::nullopt;
    if (std::ranges::binary_search(names_, cited)) return std::nullopt;
    const Wide* meant = nullptr;
    for (const Wide& name : names_) {
        if (name.size() == cited.size()) {
            const std::size_t place = only_difference(cited, name);
            if (confused(cited, name, place)) return LawSlip{narrowed(name), true, place};
            if (broken_kind(cited, name, place) || reordered(cited, name)) meant = &name;
        } else if (state_law_in_pieces(cited, name)) {
            meant = &name;
        }
    }
    if (meant != nullptr) return LawSlip{narrowed(*meant)};
    // 条列 at the end of a title is 条例 for any subject.
    constexpr WideView wrong = u"条列";
    if (!cited.ends_with(wrong)) return std::nullopt;
    const std::size_t place = cited.size() - 1;
    return LawSlip{narrowed(WideView(cited).substr(0, place)) + "例", true, place};
}

}  // namespace gouji::wording
