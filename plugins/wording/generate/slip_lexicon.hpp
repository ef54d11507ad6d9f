// Words and how often they are used: a dictionary's, and those of the lists in rules/wording.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace gouji::wording {

struct SlipWord {
    std::uint32_t frequency = 0;  ///< on the dictionary's scale
    bool genre = false;           ///< one of our lists has it
    bool name = false;            ///< of a person, a place or a body
};

struct SlipLexicon {
    /// Of one to eight Han characters.
    std::map<std::u16string, SlipWord> words;
    /// Strings that n-grams are counted on -> how often. Longer than a word may be.
    std::map<std::u16string, std::uint32_t> texts;
};

/// `dictionaries` have lines of word, frequency and perhaps part of speech, parted by blanks. Of
/// several frequencies the highest counts. `lists` is the folder rules/wording. Ends the program
/// with a sentence when one cannot be read.
[[nodiscard]] SlipLexicon read_slip_lexicon(const std::vector<std::string>& dictionaries,
                                            const std::string& lists);

}  // namespace gouji::wording
