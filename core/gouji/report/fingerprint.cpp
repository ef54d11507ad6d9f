#include "gouji/report/fingerprint.hpp"

#include "gouji/report/whereabouts.hpp"

#include <gouji/utf8.hpp>

#include <algorithm>
#include <unordered_map>

namespace gouji {
namespace {

/// FNV-1a, 64 bits: stable for ever and on every machine, which is all that is asked of it.
class Hash {
public:
    void add(std::string_view text) {
        for (const char c : text) step(static_cast<unsigned char>(c));
        step(0xFF);  // no UTF-8 has this byte: parts cannot run into each other
    }
    /// The text without blanks and line ends: reflowing or indenting changes nothing.
    void add_folded(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            const Char c = char_at(text, at);
            if (!is_blank(c.code) && !is_line_end(c.code)) {
                for (std::uint32_t i = 0; i < c.size; ++i) step(static_cast<unsigned char>(text[at + i]));
            }
            at += c.size;
        }
        step(0xFF);
    }
    [[nodiscard]] std::uint64_t value() const { return value_; }

private:
    void step(unsigned char byte) { value_ = (value_ ^ byte) * 0x100000001B3U; }

    std::uint64_t value_ = 0xCBF29CE484222325U;
};

std::string hex(std::uint64_t value) {
    constexpr char digits[] = "0123456789abcdef";
    std::string out(16, '0');
    for (std::size_t i = 16; i-- > 0; value >>= 4U) out[i] = digits[value & 0xFU];
    return out;
}

/// The sentence around a place, or nothing outside prose.
Span sentence_around(const Facts& facts, Span where) {
    const auto& sentences = facts.sentences;
    auto after = std::upper_bound(sentences.begin(), sentences.end(), where.begin,
                                  [](std::uint32_t at, const gouji_sentence& s) { return at < s.span.begin; });
    if (after == sentences.begin()) return {};
    const Span span = std::prev(after)->span;
    return where.begin <= span.end ? span : Span{};
}

bool has_digit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::vector<std::string> fingerprints(const Examined& examined, const Catalogue& catalogue) {
    std::unordered_map<std::uint64_t, std::uint32_t> seen;
    std::vector<std::string> out;
    out.reserve(examined.verdicts.size());
    const gouji_facts& facts = examined.facts.facts;
    for (const Verdict& verdict : examined.verdicts) {
        const Finding& finding = verdict.finding;
        const Whereabouts at = whereabouts(examined, finding.where);
        Hash hash;
        hash.add(catalogue.rules()[finding.rule].page.id);
        hash.add(finding.message);
        if (examined.ordinal > 0) {  // one of several in a file
            hash.add(view(facts.agency));
            hash.add(std::to_string(facts.year));
        }
        hash.add(at.chapter_kind);
        if (!at.form.empty()) {
            hash.add(at.form);
            hash.add(at.row);
            hash.add(at.column);
        } else {
            hash.add_folded(examined.document.at(finding.where));
            hash.add_folded(examined.document.at(sentence_around(examined.facts, finding.where)));
            // Words tell two findings at one place apart; figures come and go with other lines.
            for (const auto& [name, value] : finding.arguments) {
                if (!has_digit(value)) hash.add(value);
            }
        }
        out.push_back(hex(hash.value()) + ":" + std::to_string(++seen[hash.value()]));
    }
    return out;
}

}  // namespace gouji
