#include "words.hpp"

#include "request_claims.hpp"

namespace gouji::consistency {

const prose::Lexicon<Word>& claim_words() {
    // Built by the first rule that is created, before any document is read; never changed after.
    static const prose::Lexicon<Word> lexicon(grammar_words);
    return lexicon;
}

const prose::Detail& result_row(std::uint16_t detail) { return result_details[detail - 1]; }

std::string_view outcome_column(std::uint16_t detail) { return outcome_details[detail - 1].key; }

}  // namespace gouji::consistency
