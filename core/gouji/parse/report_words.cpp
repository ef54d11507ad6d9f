#include "gouji/parse/report_words.hpp"

#include "gouji/scan/ordinal.hpp"

#include <string>

namespace gouji {

bool is_chapter_title(const Lexicon& lexicon, std::string_view line) {
    const Ordinal ordinal = read_ordinal(line);
    return lexicon.titles().match(line.substr(ordinal.size), ordinal.value).match !=
           GOUJI_TITLE_OTHER;
}

bool is_form_label(const Lexicon& lexicon, std::string_view cell) {
    if (cell.size() > lexicon.longest()) return false;
    std::string folded;
    fold(cell, folded);
    return !lexicon.find(folded).empty();
}

}  // namespace gouji
