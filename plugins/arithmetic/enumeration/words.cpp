#include "words.hpp"

#include "enumerations.hpp"

namespace gouji::arithmetic {

static_assert(dimension_details[by_channel - 1].key == "by_channel" &&
              dimension_details[by_applicant - 1].key == "by_applicant" &&
              dimension_details[by_result - 1].key == "by_result" &&
              dimension_details[by_season - 1].key == "by_season" &&
              dimension_details[by_origin - 1].key == "by_origin");

const prose::Lexicon<Word>& words() {
    // Built by the first rule that is created; never changed after.
    static const prose::Lexicon<Word> lexicon(grammar_words);
    return lexicon;
}

}  // namespace gouji::arithmetic
