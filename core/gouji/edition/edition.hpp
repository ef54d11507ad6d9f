#pragma once

#include "gouji/base/result.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// One edition of the report's form, read from rules/editions/<id>.toml. Data only: adding an
/// edition touches no C++.
struct Edition {
    struct Chapter {
        std::string kind;  ///< "overview"
        std::uint32_t ordinal = 0;
        std::string title;                  ///< without ordinal: “总体情况”
        std::string form;                   ///< id of the form that belongs into it, or ""
        std::vector<std::string> variants;  ///< accepted without a word
        std::vector<std::string> noted;     ///< understood, worth a note
    };
    struct Column {
        std::string key;    ///< "natural"
        std::string label;  ///< “自然人”
        std::vector<std::string> variants;
        std::uint32_t type = 0;  ///< GOUJI_FIELD_TYPE_…
    };
    struct Row {
        std::string key;    ///< "denied.secret"
        std::string label;  ///< “1.属于国家秘密”
        std::string group;  ///< key of the group label that stands left of or above it, or ""
        std::vector<std::string> variants;
        std::vector<Column> columns;  ///< the value cells of this row, in order
    };
    struct Group {
        std::string key;     ///< "denied"
        std::string label;   ///< “（三）不予公开”
        std::string parent;  ///< key of the group around it, or ""
        std::vector<std::string> variants;
    };
    struct Form {
        std::string id;                  ///< "requests"
        std::string name;                ///< “收到和处理政府信息公开申请情况”
        std::string chapter;             ///< kind
        std::vector<std::string> fixed;  ///< fixed words of the table that are no label
        std::vector<Group> groups;
        std::vector<Row> rows;
        bool values_in_one_row = false;  ///< the disputes form: its rows stand side by side
    };
    struct Identity {
        std::string id;  ///< "row-total": the rule that reports it
        std::string form;
        bool along_rows = true;         ///< evaluated on every row over columns; else the reverse
        std::vector<std::string> only;  ///< rows (or columns) it is evaluated on; empty: all
        std::uint32_t relation = 0;     ///< GOUJI_RELATION_…
        struct Term {
            std::string key;
            std::int32_t sign = 1;
        };
        std::vector<Term> left;
        std::vector<Term> right;
    };

    std::string id;                  ///< "2021"
    std::int32_t from = 0;           ///< first report year it is for
    std::int32_t to = 0;             ///< last, or 0: still in force
    std::vector<std::string> marks;  ///< words that only this edition's tables have
    std::vector<Chapter> chapters;
    std::vector<std::string> legacy_chapters;  ///< titles of older forms: left-overs
    std::vector<Form> forms;
    std::vector<Identity> identities;
    std::string sample;  ///< a small clean report, into which page examples are set
};

/// A file that was known when gouji was built, and what compile_edition made of it.
struct KnownEdition {
    std::string_view toml;
    std::string_view record;
};

/// All editions of a folder, sorted by `from`. A broken file is reported as FILE:LINE:COLUMN. A
/// file that is byte for byte a known one is not parsed.
Result<std::vector<Edition>> load_editions(const std::string& folder,
                                           std::span<const KnownEdition> known = {});

/// One edition from TOML; `file` names it in errors.
Result<Edition> parse_edition(std::string_view toml, const std::string& file);

}  // namespace gouji
