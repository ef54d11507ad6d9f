#include "slip_lexicon.hpp"

#include <gouji/utf8.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <set>

#include "../slip_table.hpp"
#include "lists.hpp"

namespace gouji::wording {
namespace {

/// Rarer words of the dictionary are as often its own slips.
constexpr std::uint32_t least_frequency = 3;

/// Our lists have no frequencies; these are such as the dictionary gives to words of their kind.
struct ListWeight {
    const char* file;
    std::uint32_t frequency;
    bool genre;
};
constexpr std::array<ListWeight, 7> list_weights{{{"phrases.txt", 200, true},
                                                  {"idioms.txt", 100, true},
                                                  {"combinations.txt", 100, true},
                                                  {"core-words.txt", 1000, true},
                                                  {"common-words.txt", 100, false},
                                                  {"new-words.txt", 100, false},
                                                  {"rare-words.txt", 20, false}}};

bool all_han(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Char c = char_at(text, at);
        if (c.code < SlipTable::first_han || c.code >= SlipTable::first_han + SlipTable::han_count)
            return false;
        at += c.size;
    }
    return !text.empty();
}

void raise(std::uint32_t& frequency, std::uint32_t to) { frequency = std::max(frequency, to); }

void read_dictionary(const std::string& path, const std::set<std::string>& wrong,
                     SlipLexicon& lexicon) {
    std::ifstream file(path);
    if (!file) stop("cannot read " + path);
    for (std::string line; std::getline(file, line);) {
        const std::size_t blank = line.find(' ');
        if (blank == std::string::npos) continue;
        const std::string word = line.substr(0, blank);
        std::uint32_t frequency = 0;
        const char* after =
            std::from_chars(line.data() + blank + 1, line.data() + line.size(), frequency).ptr;
        const std::string_view speech(after,
                                      static_cast<std::size_t>(line.data() + line.size() - after));
        if (!all_han(word)) continue;
        const std::u16string letters = wide(word);
        if (letters.size() > SlipTable::longest_word) continue;
        if (letters.size() > 1 && (frequency < least_frequency || wrong.contains(word))) continue;
        SlipWord& known = lexicon.words[letters];
        raise(known.frequency, std::max(1U, frequency));
        known.name =
            speech.starts_with(" nr") || speech.starts_with(" ns") || speech.starts_with(" nt");
        if (letters.size() > 1) raise(lexicon.texts[letters], frequency);
    }
}

}  // namespace

SlipLexicon read_slip_lexicon(const std::vector<std::string>& dictionaries,
                              const std::string& lists) {
    std::set<std::string> wrong;
    for (const std::string& word : read_words(lists + "/typos.tsv")) wrong.insert(word);
    SlipLexicon lexicon;
    for (const std::string& dictionary : dictionaries) read_dictionary(dictionary, wrong, lexicon);
    for (const ListWeight& list : list_weights) {
        for (const std::string& phrase : read_words(lists + "/" + list.file)) {
            if (!all_han(phrase)) continue;
            const std::u16string letters = wide(phrase);
            raise(lexicon.texts[letters], list.frequency);
            if (letters.size() < 2 || letters.size() > SlipTable::longest_word) continue;
            SlipWord& word = lexicon.words[letters];
            raise(word.frequency, list.frequency);
            word.genre = word.genre || list.genre;
        }
    }
    return lexicon;
}

}  // namespace gouji::wording
