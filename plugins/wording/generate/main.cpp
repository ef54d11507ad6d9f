// wording_tables LISTS UNIHAN OUTPUT: turns the lists of rules/wording into wording_tables.cpp.
// Runs once a build, so that no list is read when gouji starts.

#include <gouji/utf8.hpp>

#include <algorithm>
#include <array>
#include <set>

#include "../wording_tables.hpp"
#include "confusion_sets.hpp"
#include "lists.hpp"
#include "source_writer.hpp"

namespace gouji::wording {
namespace {

std::string number(std::size_t value) { return std::to_string(value); }

/// Prints the tables of an index; returns the initialiser of its TermIndex.
std::string write_index(SourceWriter& out, const std::string& name,
                        const std::vector<std::string>& terms) {
    const std::vector<std::string_view> views(terms.begin(), terms.end());
    const TermTables tables(views);
    const TermIndex index = tables.view();
    out.numbers("std::uint64_t", name + "_bitmap", tables.bitmap());
    out.numbers("std::uint32_t", name + "_buckets", tables.buckets());
    out.line("const TermRecord " + name + "_terms[] = {");
    for (const TermRecord& record : tables.records()) {
        out.line("    {" + number(record.at) + ", " + number(record.size) + ", " +
                 number(record.id) + "},");
    }
    if (tables.records().empty()) out.line("    {},");
    out.line("};");
    out.text(name + "_text", tables.text());
    return "{" + name + "_bitmap, " + name + "_buckets, " + name + "_terms, " + name + "_text, " +
           number(index.bitmap_bits) + ", " + number(index.bucket_bits) + ", " +
           number(index.short_terms) + "}";
}

void write_words(SourceWriter& out, std::string& definitions, const std::string& name,
                 const std::vector<std::string>& words) {
    definitions += "const WordList " + name + "{" + write_index(out, name, words) + "};\n";
}

void write_pairs(SourceWriter& out, std::string& definitions, const std::string& name,
                 const std::vector<Row>& rows) {
    std::string strings;
    std::vector<std::string> wrongs;
    std::string pairs;
    for (const Row& row : rows) {
        wrongs.push_back(row.front());
        pairs += "    {";
        for (std::size_t column = 1; column <= 4; ++column) {
            const std::string cell = column < row.size() ? row[column] : "";
            pairs += "{" + number(strings.size()) + ", " + number(cell.size()) + "}, ";
            strings += cell;
        }
        pairs += "},\n";
    }
    const std::string index = write_index(out, name, wrongs);
    out.line("const Pair " + name + "_pairs[] = {\n" + (pairs.empty() ? "    {},\n" : pairs) +
             "};");
    out.text(name + "_strings", strings);
    definitions +=
        "const PairList " + name + "{" + index + ", " + name + "_pairs, " + name + "_strings};\n";
}

/// Names of which one character is often left out: each such form with its name. The first and the
/// last character stay, for without them the form is a part of the name.
std::vector<Row> shortened(const std::vector<std::string>& names) {
    std::set<std::string> seen;
    std::vector<Row> rows;
    for (const std::string& name : names) {
        const std::u16string whole = wide(name);
        for (std::size_t i = 1; i + 1 < whole.size(); ++i) {
            std::u16string form = whole;
            form.erase(i, 1);
            if (seen.insert(narrow(form)).second) rows.push_back({narrow(form), name});
        }
    }
    return rows;
}

std::string write_keys(SourceWriter& out, const std::string& name,
                       const std::vector<KeyValue>& values) {
    const KeyTables tables(values);
    out.numbers<std::uint64_t>("std::uint64_t", name + "_bitmap", tables.bitmap);
    out.numbers<std::uint32_t>("std::uint32_t", name + "_buckets", tables.buckets);
    out.line("const KeyEntry " + name + "_entries[] = {");
    for (const KeyEntry& entry : tables.entries) {
        out.line("    {" + number(entry.check) + ", " + number(entry.value) + "},");
    }
    if (tables.entries.empty()) out.line("    {},");
    out.line("};");
    return "{{" + name + "_bitmap, " + number(tables.bitmap_bits) + "}, " + name + "_buckets, " +
           name + "_entries, " + number(tables.bucket_bits) + "}";
}

struct Sources {
    std::vector<std::u16string> phrases;  ///< fixed ones first
    std::size_t fixed = 0;
    std::vector<std::u16string> words;
    std::vector<std::u16string> common;
    std::vector<std::u16string>
        rare;  ///< words that only excuse a pair of characters, not a slip in a phrase
    std::vector<std::u16string> look_alikes;
    std::u16string loners;
};

std::vector<std::u16string> widened(const std::vector<std::string>& from) {
    std::set<std::u16string> unique;
    for (const std::string& word : from) unique.insert(wide(word));
    return {unique.begin(), unique.end()};
}

char32_t key_of(const std::u16string& word) { return pair_key(word[0], word[1]); }

void write_confusions(SourceWriter& out, std::string& definitions, const ConfusionSets& sets) {
    std::vector<char16_t> rights;
    std::vector<char16_t> wrongs;
    std::vector<std::uint32_t> begins;
    std::vector<std::uint8_t> likeness;
    for (const auto& [right, set] : sets) {
        rights.push_back(right);
        begins.push_back(static_cast<std::uint32_t>(wrongs.size()));
        for (const auto& [wrong, how] : set) {
            wrongs.push_back(wrong);
            likeness.push_back(static_cast<std::uint8_t>(how));
        }
    }
    begins.push_back(static_cast<std::uint32_t>(wrongs.size()));
    out.numbers<char16_t>("char16_t", "confusion_rights", rights);
    out.numbers<std::uint32_t>("std::uint32_t", "confusion_begins", begins);
    out.numbers<char16_t>("char16_t", "confusion_wrongs", wrongs);
    out.numbers<std::uint8_t>("std::uint8_t", "confusion_likeness", likeness);
    definitions +=
        "const Confusions confusions{confusion_rights, confusion_begins, confusion_wrongs, "
        "confusion_likeness};\n";
}

/// Every pair of characters that is one slip of the same sound or shape away from a word, and is
/// neither a word nor begun or ended by a character that stands alone.
std::vector<char32_t> word_slips(const Sources& from, const ConfusionSets& sets) {
    std::set<char32_t> known;
    for (const std::u16string& word : from.words) known.insert(key_of(word));
    for (const std::u16string& word : from.common) known.insert(key_of(word));
    for (const std::u16string& word : from.rare) known.insert(key_of(word));
    std::set<char32_t> slips;
    for (const std::u16string& word : from.words) {
        for (std::size_t place = 0; place < 2; ++place) {
            const auto set = sets.find(word[place]);
            if (set == sets.end()) continue;
            for (const auto& [wrong, how] : set->second) {
                if (how == Likeness::near_sound || from.loners.find(wrong) != std::u16string::npos)
                    continue;
                std::u16string slip = word;
                slip[place] = wrong;
                if (!known.contains(key_of(slip))) slips.insert(key_of(slip));
            }
        }
    }
    return {slips.begin(), slips.end()};
}

void write_phrases(SourceWriter& out, std::string& definitions, const Sources& from,
                   const ConfusionSets& sets) {
    std::vector<char16_t> codes;
    std::vector<std::uint32_t> begins;
    std::vector<KeyValue> anchors;
    std::vector<std::uint8_t> roles(std::size_t{1} << PairRoles::bits, 0);
    for (const std::u16string& phrase : from.phrases) {
        const auto id = static_cast<std::uint32_t>(begins.size());
        begins.push_back(static_cast<std::uint32_t>(codes.size()));
        codes.insert(codes.end(), phrase.begin(), phrase.end());
        const bool three = phrase.size() == 3;
        const auto play = [&](std::size_t first, std::size_t second, PhraseRole role) {
            roles[PairRoles::place(phrase[first], phrase[second])] |= role;
        };
        play(0, 1, three ? opens_short : opens_long);
        if (three) {
            play(1, 2, ends_short);
            play(0, 2, frames);
        } else {
            play(2, 3, goes_on);
        }
        for (std::size_t wrong = 0; wrong < (three ? 3U : 4U); ++wrong) {
            anchors.push_back({anchor_key(three, wrong, phrase.data()), id});
        }
    }
    begins.push_back(static_cast<std::uint32_t>(codes.size()));
    std::vector<char32_t> by_first;
    std::vector<char32_t> by_second;
    for (const std::u16string& word : from.words) {
        by_first.push_back(pair_key(word[0], word[1]));
        by_second.push_back(pair_key(word[1], word[0]));
    }
    std::ranges::sort(by_second);
    std::vector<char32_t> common;
    for (const std::u16string& word : from.common) common.push_back(key_of(word));
    std::vector<char32_t> rare;
    for (const std::u16string& word : from.rare) rare.push_back(key_of(word));
    std::u16string loners = from.loners;
    std::ranges::sort(loners);

    const std::vector<char32_t> slips = word_slips(from, sets);
    const auto bits = static_cast<std::uint32_t>(std::bit_width(slips.size()) + 4);
    std::vector<std::uint64_t> bitmap((std::size_t{1} << bits) / 64, 0);
    for (const char32_t slip : slips) KeyTables::set(bitmap, bits, slip);

    out.numbers<char16_t>("char16_t", "phrase_codes", codes);
    out.numbers<std::uint32_t>("std::uint32_t", "phrase_begins", begins);
    out.numbers<std::uint8_t>("std::uint8_t", "phrase_roles", roles);
    const std::string anchor_table = write_keys(out, "phrase_anchors", anchors);
    out.numbers<char32_t>("char32_t", "words_by_first", by_first);
    out.numbers<char32_t>("char32_t", "words_by_second", by_second);
    out.numbers<std::uint64_t>("std::uint64_t", "word_slips", bitmap);
    out.numbers<char32_t>("char32_t", "common_words", common);
    out.numbers<char32_t>("char32_t", "rare_words", rare);
    out.numbers<char16_t>("char16_t", "loners", std::span<const char16_t>(loners));
    definitions += "const Phrases phrases{phrase_codes, phrase_begins, " + number(from.fixed) +
                   ",\n    {phrase_roles}, " + anchor_table +
                   ",\n    words_by_first, words_by_second, {word_slips, " + number(bits) +
                   "}, common_words, rare_words, loners};\n";
}

Sources read_sources(const std::string& lists) {
    Sources from;
    std::vector<std::string> fixed = read_words(lists + "/phrases.txt");
    for (std::string& idiom : read_words(lists + "/idioms.txt")) fixed.push_back(std::move(idiom));
    from.phrases = widened(fixed);
    from.fixed = from.phrases.size();
    for (std::u16string& phrase : widened(read_words(lists + "/combinations.txt"))) {
        const auto end = from.phrases.begin() + static_cast<std::ptrdiff_t>(from.fixed);
        if (!std::binary_search(from.phrases.begin(), end, phrase))
            from.phrases.push_back(std::move(phrase));
    }
    for (const std::u16string& phrase : from.phrases) {
        if (phrase.size() < 3) stop("a phrase has at least three characters: " + narrow(phrase));
    }
    from.words = widened(read_words(lists + "/core-words.txt"));
    from.common = widened(read_words(lists + "/common-words.txt"));
    from.rare = widened(read_words(lists + "/rare-words.txt"));
    for (const auto* words : {&from.words, &from.common, &from.rare}) {
        for (const std::u16string& word : *words) {
            if (word.size() != 2) stop("a word of two characters is wanted: " + narrow(word));
        }
    }
    from.look_alikes = widened(read_words(lists + "/look-alikes.txt"));
    for (const std::string& line : read_words(lists + "/loners.txt")) from.loners += wide(line);
    return from;
}

void generate(const std::string& lists, const std::string& unihan, const std::string& output) {
    const Sources from = read_sources(lists);
    std::set<char16_t> rights;
    for (const auto* strings : {&from.phrases, &from.words}) {
        for (const std::u16string& s : *strings) rights.insert(s.begin(), s.end());
    }
    const std::u16string right_characters(rights.begin(), rights.end());
    const ConfusionSets sets =
        confusion_sets(read_unihan(unihan), right_characters, from.look_alikes);

    SourceWriter out(output);
    out.line("// Generated by wording_tables. Change the lists instead.");
    out.line("#include \"wording_tables.hpp\"\n\nnamespace gouji::wording {\nnamespace {");
    std::string definitions;
    write_confusions(out, definitions, sets);
    write_phrases(out, definitions, from, sets);

    std::vector<Row> typos = read_rows(lists + "/typos.tsv");
    for (Row& row : shortened(read_words(lists + "/names.txt"))) typos.push_back(std::move(row));
    for (Row& row : read_rows(lists + "/doubtful-typos.tsv")) {
        row.resize(4);
        row.emplace_back("doubtful");
        typos.push_back(std::move(row));
    }
    write_pairs(out, definitions, "typo_pairs", typos);
    static constexpr std::array<std::array<const char*, 2>, 4> pair_lists{
        {{"term_pairs", "terms.tsv"},
         {"norm_pairs", "norm-forms.tsv"},
         {"style_pairs", "house-style.tsv"},
         {"doubled_pairs", "doubled.tsv"}}};
    for (const auto& [name, file] : pair_lists) {
        write_pairs(out, definitions, name, read_rows(lists + "/" + file));
    }
    static constexpr std::array<std::array<const char*, 2>, 5> word_lists{
        {{"legit_windows", "legit-windows.txt"},
         {"reduplications", "reduplications.txt"},
         {"doubled_boundaries", "doubled-boundaries.txt"},
         {"repeated_adverbs", "repeated-adverbs.txt"},
         {"laws", "laws.txt"}}};
    for (const auto& [name, file] : word_lists) {
        write_words(out, definitions, name, read_words(lists + "/" + file));
    }
    out.line("}  // namespace\n\n" + definitions + "\n}  // namespace gouji::wording");
}

}  // namespace
}  // namespace gouji::wording

int main(int count, char** arguments) {
    if (count != 4) gouji::wording::stop("usage: wording_tables LISTS UNIHAN OUTPUT");
    gouji::wording::generate(arguments[1], arguments[2], arguments[3]);
    return 0;
}
