#include "doubled_scan.hpp"

#include <gouji/paragraph.hpp>
#include <gouji/utf8.hpp>

#include <algorithm>

#include "near_miss.hpp"
#include "slip_table.hpp"
#include "word_guard.hpp"

namespace gouji::wording {
namespace {

/// Words of grammar that never stand twice.
constexpr std::u16string_view function_characters =
    u"的了在是和与及对为将把被并或从由向以于而就都所其这";
/// After 在 these make an attribute: 在建, 在校, 在册.
constexpr std::u16string_view states = u"建校册岗职线编逃场押位籍读研途售营产孵谈库";
/// … and after 对: 对口, 对标.
constexpr std::u16string_view opposites = u"口方手象比接岸照策偶账应立标表外内";
/// Between two uses of an adverb these begin something new.
constexpr std::u16string_view joints = u"和与或及而的、";
constexpr std::size_t longest_stretch = 40;
/// After these a word is part of a name: 县政府|政府网站.
constexpr std::u16string_view heads = u"省市县区州旗镇乡村街各我本该";
/// With these a word makes a longer one: 规范|规范性.
constexpr std::u16string_view tails = u"性化型员者率度力权制局厅部委办处科站所院会组期类量品";
constexpr std::size_t shortest_stretch = 4;
constexpr std::size_t most_times = 8;

bool is_core_word(char16_t first, char16_t second) {
    return std::ranges::binary_search(phrases.words_by_first, pair_key(first, second));
}

bool holds(const WordList& list, std::string_view word) {
    bool found = false;
    list.index.scan(word, [&](std::size_t at, const TermRecord& term) {
        found = found || (at == 0 && term.size == word.size());
    });
    return found;
}

class Scan {
public:
    Scan(const sdk::Document& document, std::string_view text)
        : document_(document),
          text_(text),
          wide_(sdk::once<sdk::wide_prose>(document).wide),
          codes_(wide_.codes) {}

    std::vector<Doubling> run() {
        characters();
        words();
        stretches();
        clauses();
        adverbs();
        return std::move(found_);
    }

private:
    [[nodiscard]] std::size_t byte(std::size_t place) const { return wide_.offsets[place]; }
    [[nodiscard]] std::string_view part(std::size_t from, std::size_t to) const {
        return text_.substr(byte(from), byte(to) - byte(from));
    }

    void add(std::size_t from, std::size_t to, std::string_view once, Doubling::Kind kind) {
        found_.push_back({byte(from), byte(to) - byte(from), once, kind});
    }

    void characters() {
        for (std::size_t i = 0; i + 1 < codes_.size(); ++i) {
            if (codes_[i] != codes_[i + 1] || !is_han(codes_[i])) continue;
            if (typed_twice(i)) add(i, i + 2, part(i, i + 1), Doubling::character);
        }
    }

    /// The word around a place, as bytes.
    [[nodiscard]] static sdk::Span word_at(const std::vector<sdk::Span>& words, std::size_t at) {
        for (const sdk::Span word : words) {
            if (sdk::contains(word, static_cast<std::uint32_t>(at))) return word;
        }
        return {};
    }

    [[nodiscard]] bool typed_twice(std::size_t i) const {
        const char16_t c = codes_[i];
        const bool grammar = function_characters.find(c) != std::u16string_view::npos;
        const bool opens = i + 2 < codes_.size() && is_core_word(codes_[i + 1], codes_[i + 2]);
        const bool closes = i > 0 && is_core_word(codes_[i - 1], codes_[i]);
        if (!grammar && !opens && !closes) return false;
        if (!grammar && is_loner(c)) return false;
        // Three of a kind is a pattern of its own (哈哈哈), and so is AABB.
        if (i + 2 < codes_.size() && codes_[i + 2] == c) return false;
        if (i + 3 < codes_.size() && codes_[i + 2] == codes_[i + 3] && is_han(codes_[i + 2]))
            return false;
        if (i >= 2 && codes_[i - 1] == codes_[i - 2] && is_han(codes_[i - 1])) return false;

        const std::vector<sdk::Span> words = words_around(document_, text_, byte(i), byte(i + 2));
        const sdk::Span one = word_at(words, byte(i));
        const sdk::Span two = word_at(words, byte(i + 1));
        if (one.begin == two.begin) {  // one word holds both
            return !grammar && one.end - one.begin == byte(i + 2) - byte(i) &&
                   !holds(reduplications, part(i, i + 2));
        }
        const bool first_alone = one.end - one.begin == byte(i + 1) - byte(i);
        const bool second_alone = two.end - two.begin == byte(i + 2) - byte(i + 1);
        // Two words meet: 会议|议程. The dictionary may not know both.
        if ((!first_alone || (closes && !grammar)) && (!second_alone || (opens && !grammar)))
            return false;
        if (grammar) {
            // 实实在在, 一对对: what is legitimate has a character in front; or the second begins
            // a word that no dictionary has: 在|在建工程.
            const bool legit = (i > 0 && is_han(codes_[i - 1]) && may_reduplicate(i) &&
                                holds(reduplications, part(i, i + 2))) ||
                               (i + 2 < codes_.size() && begins_word(c, codes_[i + 2]));
            return first_alone && second_alone && !legit;
        }
        return !known_boundary(one, two) && !two_words_meet(i + 1);
    }

    /// 先行先试|试点: the dictionary of words may not know what the lexicon does.
    [[nodiscard]] bool two_words_meet(std::size_t boundary) const {
        bool ends = false;
        bool begins = false;
        for (std::size_t size = 2; size <= 4; ++size) {
            ends = ends || (boundary >= size && knows(boundary - size, boundary));
            begins =
                begins || (boundary + size <= codes_.size() && knows(boundary, boundary + size));
        }
        return ends && begins;
    }

    /// AABB apart, these are said twice only in fixed words: 不甚了了, 是是非非, 在在.
    [[nodiscard]] bool may_reduplicate(std::size_t i) const {
        const char16_t c = codes_[i];
        if (c == u'了') return codes_[i - 1] == u'甚' || codes_[i - 1] == u'草';
        return c != u'是' && c != u'和' && c != u'在' && c != u'与';
    }

    static bool begins_word(char16_t c, char16_t next) {
        const std::u16string_view after = c == u'在' ? states : opposites;
        return (c == u'在' || c == u'对') && after.find(next) != std::u16string_view::npos;
    }

    [[nodiscard]] bool known_boundary(sdk::Span one, sdk::Span two) const {
        std::string boundary(text_.substr(one.begin, one.end - one.begin));
        boundary += '|';
        boundary += text_.substr(two.begin, two.end - two.begin);
        return holds(doubled_boundaries, boundary);
    }

    /// A word of two characters said again at once: 严格审核审核程序.
    void words() {
        for (std::size_t i = 2; i + 1 < codes_.size(); ++i) {
            if (codes_[i] == codes_[i - 2] && codes_[i + 1] == codes_[i - 1] && word_twice(i - 2))
                add(i - 2, i + 2, part(i - 2, i), Doubling::stretch);
        }
    }

    /// 一件一件 is no slip, nor is a word that the second time begins or the first time ends a
    /// longer one: 县政府|政府信息.
    [[nodiscard]] bool word_twice(std::size_t at) const {
        const std::size_t middle = at + 2;
        const std::size_t end = at + 4;
        if (codes_[at] == u'一' || codes_[at] == codes_[at + 1] || !knows(at, middle)) return false;
        if (at > 0 && heads.find(codes_[at - 1]) != std::u16string_view::npos) return false;
        if (end < codes_.size() && tails.find(codes_[end]) != std::u16string_view::npos)
            return false;
        for (std::size_t more = 1; more <= 4; ++more) {
            if (end + more <= codes_.size() && knows(middle, end + more)) return false;
            if (at >= more && knows(at - more, middle)) return false;
        }
        return true;
    }
    [[nodiscard]] bool knows(std::size_t begin, std::size_t end) const {
        if (slip_table().empty()) return false;
        return slip_table()
                   .word(SlipHash::of(std::span(codes_).subspan(begin, end - begin)))
                   .count != 0;
    }

    /// A stretch of four to forty characters said again at once: 主动公开主动公开.
    void stretches() {
        for (std::size_t size = shortest_stretch; size <= longest_stretch; ++size) {
            // Characters that are said again `size` later, as many on end, cover a multiple of it.
            for (std::size_t i = size; i < codes_.size(); i += size) {
                if (!said_again(i, size)) continue;
                std::size_t from = i;
                while (from > size && said_again(from - 1, size)) --from;
                while (i < codes_.size() && said_again(i, size)) ++i;
                // What is said over and over is an ornament or damage: its begin is enough.
                const std::size_t last = std::min(i, from + most_times * size);
                for (std::size_t to = from + size; to <= last; to += size) add_stretch(to, size);
                i -= i % size;
            }
        }
    }

    [[nodiscard]] bool said_again(std::size_t i, std::size_t size) const {
        return codes_[i] == codes_[i - size] && is_han(codes_[i]);
    }

    void add_stretch(std::size_t to, std::size_t size) {
        const std::size_t from = to - 2 * size;
        // Columns of words with blanks between them are no prose.
        const sdk::Span printed = document_.prose().source(byte(from), byte(to) - byte(from));
        if (printed.end - printed.begin == byte(to) - byte(from))
            add(from, to, part(from, from + size), Doubling::stretch);
    }

    /// A clause said again after its mark: ，办复率100%，办复率100%，
    void clauses() {
        std::size_t last = 0;  // where the clause before begins
        std::size_t last_end = 0;
        for (std::size_t at = 0; at < codes_.size();) {
            const std::size_t end = clause_end(at);
            const std::size_t size = end - at;
            // The character in the middle says no to nearly all that are of one length.
            if (size != 0 && size == last_end - last &&
                codes_[at + size / 2] == codes_[last + size / 2] && tells(at, end) &&
                part(at, end) == part(last, last_end)) {
                found_.push_back(
                    {byte(last), byte(end) - byte(last), part(at, end), Doubling::stretch});
            }
            last = at;
            last_end = end;
            if (end < codes_.size() && (codes_[end] == u'\n' || codes_[end] == u'。'))
                last_end = last;
            at = end + 1;
        }
    }
    [[nodiscard]] std::size_t clause_end(std::size_t at) const {
        while (at < codes_.size() && codes_[at] != u'，' && codes_[at] != u'；' &&
               codes_[at] != u'。' && codes_[at] != u'\n') {
            ++at;
        }
        return at;
    }
    /// Long enough to be no refrain of a list: “0件，0件”, “无变化，无变化”.
    [[nodiscard]] bool tells(std::size_t at, std::size_t end) const {
        constexpr std::ptrdiff_t least = 4;
        const auto clause = std::span(codes_).subspan(at, end - at);
        const auto han = std::ranges::count_if(clause, is_han);
        return han >= least || (han + 1 >= least && std::ranges::count(clause, u'%') != 0);
    }

    void adverbs() {
        std::vector<std::pair<std::size_t, std::size_t>> places;
        repeated_adverbs.index.scan(text_, [&](std::size_t at, const TermRecord& term) {
            places.emplace_back(at, term.size);
        });
        std::ranges::sort(places);
        for (std::size_t i = 0; i + 1 < places.size(); ++i) {
            const auto [at, size] = places[i];
            const auto [again, again_size] = places[i + 1];
            if (size != again_size || again < at + size ||
                text_.substr(at, size) != text_.substr(again, size))
                continue;
            const std::string_view between = text_.substr(at + size, again - at - size);
            if (between.empty() || length(between) > 4 || !plain(between)) continue;
            if (is_preposition_too(text_.substr(at, size)) && !modal(between)) continue;
            found_.push_back({at, again + size - at, text_.substr(at, size), Doubling::adverb});
        }
    }

    /// 审议通过后通过网站公布: a verb and a preposition; 通过可以通过 can be neither.
    static bool is_preposition_too(std::string_view word) {
        return word == "通过" || word == "利用" || word == "依托" || word == "围绕";
    }
    static bool modal(std::string_view between) {
        constexpr std::array<std::string_view, 12> modals{"可以", "可",   "能够", "能",
                                                          "应当", "应",   "需要", "必须",
                                                          "已经", "主要", "均可", "也可以"};
        return std::ranges::find(modals, between) != modals.end();
    }

    static bool plain(std::string_view between) {
        for (std::size_t at = 0; at < between.size();) {
            const Char c = char_at(between, at);
            if (!is_han(c.code) ||
                joints.find(static_cast<char16_t>(c.code)) != std::u16string_view::npos)
                return false;
            at += c.size;
        }
        return true;
    }

    const sdk::Document& document_;
    std::string_view text_;
    const WideText& wide_;
    const std::vector<char16_t>& codes_;
    std::vector<Doubling> found_;
};

}  // namespace

std::vector<Doubling> find_doublings(const sdk::Document& document, std::string_view text) {
    return Scan(document, text).run();
}

}  // namespace gouji::wording
