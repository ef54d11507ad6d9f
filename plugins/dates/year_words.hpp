#pragma once

#include <gouji/phrases.hpp>
#include <gouji/sdk.hpp>

#include "wrong_year.page.hpp"

namespace dates {

namespace list = gouji::page::wrong_year::list;

/// What the words around a year say that the sentence does with it. The page has the words.
struct YearWords {
    using Phrases = gouji::Phrases;
    using Options = gouji::sdk::Options;

    // The sentence sets another year beside the report's.
    Phrases own_words;
    Phrases past;
    Phrases honours;
    Phrases history;
    Phrases plans;
    Phrases outlooks;
    // What only finished work can say.
    Phrases results;
    Phrases claims;
    Phrases sums;
    Phrases subjects;
    // What was still open at that day, or compared with it.
    Phrases unfinished;
    // The preface presents the report.
    Phrases presents;
    Phrases bases;
    Phrases report_topics;
    Phrases heading_topics;

    explicit YearWords(const Options& options)
        : own_words(options.words(list::own_words)),
          past(options.words(list::past)),
          honours(options.words(list::honours)),
          history(options.words(list::history)),
          plans(options.words(list::plans)),
          outlooks(options.words(list::outlooks)),
          results(options.words(list::results)),
          claims(options.words(list::claims)),
          sums(options.words(list::sums)),
          subjects(options.words(list::subjects)),
          unfinished(options.words(list::unfinished)),
          presents(options.words(list::presents)),
          bases(options.words(list::bases)),
          report_topics(options.words(list::report_topics)),
          heading_topics(options.words(list::heading_topics)) {}
};

}  // namespace dates
