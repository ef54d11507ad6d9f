#pragma once

#include <cstddef>
#include <string_view>

#include "enumeration.hpp"

namespace gouji::arithmetic {

/// The figures of one sentence, with the words between them.
class Sentence {
public:
    Sentence(const Passage& passage, std::size_t first, std::size_t last)
        : passage_(passage), first_(first), last_(last) {}

    [[nodiscard]] std::size_t size() const { return last_ - first_; }
    [[nodiscard]] const Figure& operator[](std::size_t i) const {
        return passage_.figures[first_ + i];
    }
    /// The words between figure `i` and the one before it, or the sentence's start.
    [[nodiscard]] std::string_view before(std::size_t i) const {
        std::string_view words = passage_.before(first_ + i);
        if (i > 0) return words;
        for (const std::string_view stop : {"。", "！", "？"}) {
            const std::size_t at = words.rfind(stop);
            if (at != std::string_view::npos) words.remove_prefix(at + stop.size());
        }
        return words;
    }
    /// The words between figure `i` and the next one, or the end of the paragraph.
    [[nodiscard]] std::string_view after(std::size_t i) const { return passage_.after(first_ + i); }
    /// The words of the sentence up to its last figure.
    [[nodiscard]] std::string_view text() const {
        const std::string_view lead = before(0);
        const std::size_t begin = (*this)[0].begin - lead.size();
        return passage_.text().substr(begin, (*this)[size() - 1].end - begin);
    }

private:
    const Passage& passage_;
    std::size_t first_;
    std::size_t last_;
};

/// Calls `read(sentence)` for every sentence that has figures, in reading order.
template <class Read>
void each_sentence(const Model& model, Read read) {
    for (const auto& passage : model.passages) {
        const auto& figures = passage->figures;
        for (std::size_t first = 0; first < figures.size();) {
            const std::uint32_t sentence = figures[first].quantity->sentence;
            std::size_t last = first;
            while (last < figures.size() && figures[last].quantity->sentence == sentence) ++last;
            read(Sentence(*passage, first, last));
            first = last;
        }
    }
}

}  // namespace gouji::arithmetic
