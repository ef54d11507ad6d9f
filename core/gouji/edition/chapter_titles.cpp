#include "gouji/edition/chapter_titles.hpp"

#include "gouji/base/distance.hpp"
#include <gouji/utf8.hpp>

#include <algorithm>

namespace gouji {
namespace {

constexpr std::size_t longest_title = 40;  // characters; what is longer is prose

bool closes_title(char32_t c) {
    return c == U'。' || c == U'：' || c == ':' || c == U'、' || c == U'，' || c == '.' ||
           c == U'；';
}

/// The words without blanks and without marks at the end. Short, so that it seldom allocates.
std::string plain(std::string_view words) {
    std::string out;
    out.reserve(words.size());
    for (std::size_t at = 0; at < words.size();) {
        const Char c = char_at(words, at);
        if (!is_blank(c.code) && !is_line_end(c.code)) out.append(words.substr(at, c.size));
        at += c.size;
    }
    for (Char c = char_before(out, out.size()); c.size != 0 && closes_title(c.code);
         c = char_before(out, out.size())) {
        out.resize(out.size() - c.size);
    }
    return out;
}

bool subsequence(const std::u32string& part, const std::u32string& whole) {
    std::size_t at = 0;
    for (const char32_t c : whole) {
        if (at < part.size() && part[at] == c) ++at;
    }
    return at == part.size();
}

}  // namespace

ChapterTitles::ChapterTitles(std::span<const Edition> editions) {
    for (auto at = editions.rbegin(); at != editions.rend(); ++at) {
        const Edition& edition = *at;
        for (const Edition::Chapter& chapter : edition.chapters) {
            add(chapter, chapter.title, GOUJI_TITLE_EXACT);
            for (const std::string& words : chapter.variants)
                add(chapter, words, GOUJI_TITLE_VARIANT);
            for (const std::string& words : chapter.noted) add(chapter, words, GOUJI_TITLE_NOTED);
        }
        for (const std::string& words : edition.legacy_chapters) legacy_.emplace_back(words);
    }
}

void ChapterTitles::add(const Edition::Chapter& chapter, std::string_view words,
                        std::uint32_t match) {
    const auto same = [&](const Entry& entry) {
        return entry.words == words && entry.chapter->kind == chapter.kind;
    };
    if (length(words) > longest_title || std::ranges::any_of(entries_, same)) return;
    entries_.push_back({&chapter, words, characters(words), match});
}

TitleMatch ChapterTitles::match(std::string_view words, std::uint32_t ordinal) const {
    if (words.size() > longest_title * 4) return {};
    const std::string title = plain(words);
    if (title.empty()) return {};
    for (const Entry& entry : entries_) {
        if (entry.words == title) return {entry.chapter, entry.match, 0, 0};
    }
    const TitleMatch legacy{nullptr, GOUJI_TITLE_LEGACY, 0, 0};
    if (std::ranges::find(legacy_, title) != legacy_.end()) return legacy;
    if (const TitleMatch near = similar(title, ordinal); near.known()) return near;
    const auto inside = [&](std::string_view known) {
        return title.find(known) != std::string::npos;
    };
    return std::ranges::any_of(legacy_, inside) ? legacy : TitleMatch{};
}

TitleMatch ChapterTitles::similar(std::string_view words, std::uint32_t ordinal) const {
    const std::u32string title = characters(words);
    if (title.size() < 4 || title.size() > longest_title) return {};
    TitleMatch best;
    for (const Entry& entry : entries_) {
        const std::size_t full = entry.characters.size();
        const bool in_place = ordinal == entry.chapter->ordinal;
        std::size_t allowed = in_place       ? full / 2
                              : ordinal != 0 ? std::min<std::size_t>(4, full / 4)
                                             : std::min<std::size_t>(3, full / 5);
        const bool whole_inside = (in_place || (ordinal != 0 && full >= 9)) &&
                                  title.size() <= full + 16 &&
                                  words.find(entry.words) != std::string_view::npos;
        const bool shortened =
            in_place && title.size() * 5 >= full * 2 && subsequence(title, entry.characters);
        if (whole_inside || shortened) allowed = std::max(full, title.size());
        const auto limit = static_cast<std::uint32_t>(allowed);
        const std::uint32_t apart = distance(title, entry.characters, limit);
        if (apart > limit || (best.known() && apart >= best.distance)) continue;
        best = {entry.chapter, GOUJI_TITLE_SIMILAR, apart, 0};
    }
    return best;
}

TitleMatch ChapterTitles::leading(std::string_view words, std::uint32_t ordinal) const {
    TitleMatch best;
    for (const Entry& entry : entries_) {
        if (entry.words.size() <= best.size || !words.starts_with(entry.words)) continue;
        const Char next = char_at(words, entry.words.size());
        const bool ends = next.size == 0 || closes_title(next.code) || is_blank(next.code) ||
                          is_digit(half_width(next.code));
        if (!ends) continue;
        best = {entry.chapter, entry.match, 0, static_cast<std::uint32_t>(entry.words.size())};
    }
    if (best.known()) return best;
    const std::size_t end = std::min(words.find("："), words.find("。"));
    if (end == std::string_view::npos || end > longest_title * 3) return best;
    best = match(words.substr(0, end), ordinal);
    best.size = static_cast<std::uint32_t>(end);
    return best.known() ? best : TitleMatch{};
}

}  // namespace gouji
