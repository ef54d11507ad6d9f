#include "gouji/edition/lexicon.hpp"

#include "gouji/base/distance.hpp"
#include <gouji/utf8.hpp>

#include <algorithm>
#include <cstring>

namespace gouji {
namespace {

/// Marks that are typed in several ways and mean the same in a form.
constexpr char32_t fold_mark(char32_t c) {
    switch (c) {
        case 0xFF08:  // （
        case 0x3014:
        case 0xFE35:
        case 0xFF3B:
        case '[':
            return '(';  // 〔
        case 0xFF09:     // ）
        case 0x3015:
        case 0xFE36:
        case 0xFF3D:
        case ']':
            return ')';
        case 0xFF1A:
        case 0xFE55:
            return ':';  // ：
        case 0xFF0C:
            return ',';  // ，
        case 0xFF0E:
            return '.';  // ．
        case 0xFF0F:
            return '/';  // ／
        case 0x201C:
        case 0x201D:
        case 0x2018:
        case 0x2019:
        case 0x300C:
        case 0x300D:
        case 0xFF02:
        case 0x300E:
        case 0x300F:
        case '\'':
            return '"';
        default:
            return half_width(c);
    }
}

/// Where to look for words first. Length and the last bytes tell nearly all labels apart.
std::size_t slot(std::string_view folded) {
    std::uint64_t tail = 0;
    const std::size_t size = std::min<std::size_t>(folded.size(), sizeof tail);
    std::memcpy(&tail, folded.data() + folded.size() - size, size);
    return static_cast<std::size_t>(((tail ^ folded.size()) * 0x9E3779B97F4A7C15U) >> 40U);
}

struct Draft {
    std::string folded;
    Entry entry;
};

}  // namespace

void fold(std::string_view words, std::string& out) {
    out.clear();
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t han = behind_han(words, at);  // never folded
        out.append(words, at, han - at);
        at = han;
        if (at == words.size()) break;
        const Char c = char_at(words, at);
        if (c.code == '<' && words.substr(at, 3) == "<br") {
            const std::size_t end = words.find('>', at);
            if (end != std::string_view::npos && end - at < 8) {
                at = end + 1;
                continue;
            }
            out.push_back('<');
        } else if (!is_blank(c.code) && !is_line_end(c.code)) {
            const char32_t folded = fold_mark(c.code);
            folded < 0x80 ? out.push_back(static_cast<char>(folded)) : append(out, folded);
        }
        at += c.size;
    }
}

Lexicon::Lexicon(const std::vector<Edition>& editions) : editions_(&editions), titles_(editions) {
    std::vector<Draft> drafts;
    std::string folded;
    Entry entry;
    const auto put = [&](const std::string& label, bool variant) {
        fold(label, folded);
        entry.variant = variant;
        drafts.push_back({folded, entry});
    };
    const auto put_all = [&](const std::string& label, const std::vector<std::string>& variants) {
        put(label, false);
        for (const std::string& variant : variants) put(variant, true);
    };
    const auto number = [](std::size_t i) { return static_cast<std::uint16_t>(i); };
    for (std::size_t e = 0; e < editions.size(); ++e) {
        for (std::size_t f = 0; f < editions[e].forms.size(); ++f) {
            const Edition::Form& form = editions[e].forms[f];
            entry = {number(e), number(f), 0, 0, Word::fixed, false};
            for (std::size_t i = 0; i < form.fixed.size(); ++i) {
                entry.index = number(i);
                put(form.fixed[i], false);
            }
            for (std::size_t i = 0; i < form.groups.size(); ++i) {
                entry.index = number(i);
                entry.word = Word::group;
                put_all(form.groups[i].label, form.groups[i].variants);
            }
            for (std::size_t i = 0; i < form.rows.size(); ++i) {
                entry.index = number(i);
                entry.word = Word::row;
                entry.column = 0;
                put_all(form.rows[i].label, form.rows[i].variants);
                entry.word = Word::header;
                for (std::size_t c = 0; c < form.rows[i].columns.size(); ++c) {
                    entry.column = number(c);
                    put_all(form.rows[i].columns[c].label, form.rows[i].columns[c].variants);
                }
            }
        }
        for (const std::string& words : editions[e].marks) {
            fold(words, folded);
            marks_.emplace_back(folded, static_cast<std::uint32_t>(e));
        }
        for (const Edition::Chapter& chapter : editions[e].chapters) {
            const auto title = [&](const std::string& words) {
                fold(words, folded);
                chapters_.emplace_back(folded, chapter.ordinal);
            };
            title(chapter.title);
            for (const std::string& words : chapter.variants) title(words);
            for (const std::string& words : chapter.noted) title(words);
        }
    }
    std::sort(chapters_.begin(), chapters_.end());
    std::sort(marks_.begin(), marks_.end());
    std::stable_sort(drafts.begin(), drafts.end(),
                     [](const Draft& a, const Draft& b) { return a.folded < b.folded; });
    for (Draft& draft : drafts) {
        if (labels_.empty() || labels_.back().folded != draft.folded) {
            longest_ = std::max(longest_, draft.folded.size());
            labels_.push_back({draft.folded, characters(draft.folded),
                               static_cast<std::uint32_t>(entries_.size()), 0});
        }
        entries_.push_back(draft.entry);
        ++labels_.back().count;
    }
    std::size_t size = 64;
    while (size < labels_.size() * 4) size *= 2;
    slots_.assign(size, 0);
    for (std::size_t i = 0; i < labels_.size(); ++i) {
        std::size_t at = slot(labels_[i].folded);
        while (slots_[at & (size - 1)] != 0) ++at;
        slots_[at & (size - 1)] = static_cast<std::uint16_t>(i + 1);
    }
    for (const Edition& edition : editions) {
        auto& forms = identities_.emplace_back();
        for (const Edition::Form& form : edition.forms)
            forms.push_back(bind_identities(edition, form));
    }
}

const Lexicon::Label* Lexicon::label(std::string_view folded) const {
    for (std::size_t at = slot(folded);; ++at) {
        const std::uint16_t found = slots_[at & (slots_.size() - 1)];
        if (found == 0) return nullptr;
        if (labels_[found - 1U].folded == folded) return &labels_[found - 1U];
    }
}

std::span<const Entry> Lexicon::find(std::string_view folded) const {
    if (folded.empty() || folded.size() > longest_) return {};
    const Label* found = label(folded);
    if (found == nullptr) return {};
    return std::span(entries_).subspan(found->first, found->count);
}

bool Lexicon::begins(std::string_view folded) const {
    if (folded.empty() || folded.size() >= longest_) return false;
    const auto at = std::upper_bound(
        labels_.begin(), labels_.end(), folded,
        [](std::string_view words, const Label& label) { return words < label.folded; });
    return at != labels_.end() && std::string_view(at->folded).starts_with(folded);
}

std::uint32_t only_edition(std::span<const Entry> entries) {
    if (entries.empty()) return GOUJI_NONE;
    const std::uint32_t edition = entries.front().edition;
    const bool only = std::all_of(entries.begin(), entries.end(),
                                  [&](const Entry& entry) { return entry.edition == edition; });
    return only ? edition : GOUJI_NONE;
}

std::uint32_t Lexicon::mark(std::string_view folded) const {
    const auto at = std::lower_bound(
        marks_.begin(), marks_.end(), folded,
        [](const auto& mark, std::string_view words) { return mark.first < words; });
    return at != marks_.end() && at->first == folded ? at->second : GOUJI_NONE;
}

std::uint32_t Lexicon::chapter(std::string_view folded) const {
    const auto at = std::lower_bound(
        chapters_.begin(), chapters_.end(), folded,
        [](const auto& chapter, std::string_view words) { return chapter.first < words; });
    return at != chapters_.end() && at->first == folded ? at->second : 0;
}

Lexicon::Near Lexicon::near(std::string_view folded) const {
    Near best;
    if (folded.empty() || folded.size() > longest_ * 2) return best;
    const std::u32string words = characters(folded);
    auto limit = static_cast<std::uint32_t>(words.size() * 4 / 10);
    if (limit == 0) return best;
    for (const Label& label : labels_) {
        const auto allowed =
            std::min(limit, static_cast<std::uint32_t>(label.characters.size() * 4 / 10));
        const std::uint32_t found = distance(words, label.characters, allowed);
        if (found > allowed) continue;
        best = {std::span(entries_).subspan(label.first, label.count), found};
        if (found <= 1) break;
        limit = found - 1;
    }
    return best;
}

}  // namespace gouji
