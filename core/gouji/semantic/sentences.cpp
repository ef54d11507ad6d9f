#include "gouji/semantic/analysis.hpp"
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

void find_sentences(Analysis& analysis) {
    SemanticModel& model = analysis.model;
    const std::string_view prose = analysis.prose();
    for (std::size_t i = 0; i < model.paragraphs.size(); ++i) {
        const Span paragraph = model.paragraphs[i];
        const auto end_at = [&](std::uint32_t begin, std::uint32_t end) {
            const Span span = model.source({begin, end});
            analysis.sentences.push_back({begin, end});
            model.sentences.push_back(
                {span, model.paragraph_nodes[i], model.chapter_at(span.begin)});
        };
        const std::string_view text = prose.substr(0, paragraph.end);
        std::uint32_t begin = paragraph.begin;
        std::uint32_t at = begin;
        while (true) {
            at = static_cast<std::uint32_t>(behind_han(text, at));
            if (at == text.size()) break;
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
