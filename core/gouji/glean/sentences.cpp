#include "gouji/glean/gleaning.hpp"
#include <gouji/utf8.hpp>

namespace gouji {
namespace {

bool is_stop(char32_t c) { return c == U'。' || c == U'！' || c == U'？' || c == '!' || c == '?'; }

/// Marks that stay with the sentence they close.
bool is_closer(char32_t c) {
    switch (c) {
        case U'”':
        case U'’':
        case U'」':
        case U'』':
        case U'）':
        case ')':
        case U'】':
        case U'》':
        case U'〉':
        case '"':
            return true;
        default:
            return false;
    }
}

}  // namespace

void glean_sentences(Gleaning& gleaning) {
    Facts& facts = gleaning.facts;
    const std::string_view prose = gleaning.prose();
    for (std::size_t i = 0; i < facts.paragraphs.size(); ++i) {
        const Span paragraph = facts.paragraphs[i];
        const auto end_at = [&](std::uint32_t begin, std::uint32_t end) {
            const Span span = facts.source({begin, end});
            gleaning.sentences.push_back({begin, end});
            facts.sentences.push_back(
                {span, facts.paragraph_nodes[i], facts.chapter_at(span.begin)});
        };
        std::uint32_t begin = paragraph.begin;
        std::uint32_t at = begin;
        while (at < paragraph.end) {
            Char c = char_at(prose, at);
            at += c.size;
            if (!is_stop(c.code)) continue;
            for (c = char_at(prose, at);
                 at < paragraph.end && (is_stop(c.code) || is_closer(c.code));
                 c = char_at(prose, at)) {
                at += c.size;
            }
            end_at(begin, at);
            begin = at;
        }
        if (begin < paragraph.end) end_at(begin, paragraph.end);
    }
}

}  // namespace gouji
