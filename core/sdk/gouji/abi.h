/* gouji/abi.h - the whole boundary between gouji and a rule plugin.
 *
 * Handles in, values out. Four laws keep this file stable:
 *   1. Values and service tables are frozen. A new function is a new service with a new id.
 *   2. Only gouji_host, gouji_plugin and gouji_rule grow: at the end, optional for ever, and
 *      `size` says how much of the struct the other side knew when it was compiled.
 *   3. A growing struct crosses one at a time, by pointer; never in an array.
 *   4. Nobody frees what the other side allocated: what is handed over is borrowed.
 *
 * Borrowed memory lives exactly as long as what its handle stands for: that of gouji_options until
 * create returns, that of gouji_document until the last check that gets the same number from
 * gouji.serial/1 returns, that of gouji_host until destroy returns; what a plugin hands over is
 * read before the call returns, but for gouji_plugin and all that it points to, which live as long
 * as the process.
 *
 * All text is gouji_text and well-formed UTF-8. All positions are byte offsets into the document's
 * text. An index that is out of range gets an empty answer, never a crash. No exception and no
 * longjmp may leave a function of either side.
 *
 * Every function says where it may be called:
 *   [main]   on the thread that loads plugins
 *   [create] inside create, on its thread
 *   [check]  inside check, on its thread
 *   [any]    anywhere, at any time, by many threads at once
 */
#ifndef GOUJI_ABI_H
#define GOUJI_ABI_H

#include <stddef.h>
#include <stdint.h>

#define GOUJI_ABI_MAJOR 1 /* named in the entry symbol: a new major is a new symbol */
#define GOUJI_ABI_MINOR 2 /* counts additions; never used to refuse a plugin        */

#if defined(_WIN32)
#define GOUJI_EXPORT __declspec(dllexport)
#define GOUJI_CALL __cdecl
#else
#define GOUJI_EXPORT __attribute__((visibility("default")))
#define GOUJI_CALL
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* -- Frozen values: basics ------------------------------------------------- */

typedef struct gouji_text {
    const char* data; /* not NUL-terminated */
    size_t size;      /* bytes */
} gouji_text;

/* Initialises a gouji_text from a string literal. */
#define GOUJI_TEXT(literal) \
    { (literal), sizeof(literal) - 1 }

typedef struct gouji_span {
    uint32_t begin;
    uint32_t end; /* one past the last byte */
} gouji_span;

/* coefficient * 10^exponent, exactly. 12.50 is {1250, -2}: what was printed is kept. */
typedef struct gouji_decimal {
    int64_t coefficient;
    int32_t exponent;
    uint32_t reserved; /* zero */
} gouji_decimal;

typedef uint32_t gouji_node;  /* an index; meaningful only beside its document */
#define GOUJI_NONE UINT32_MAX /* no node, no index */

/* -- Handles (opaque for ever) --------------------------------------------- */

typedef struct gouji_host gouji_host;         /* gouji, for one rule */
typedef struct gouji_options gouji_options;   /* of one rule: validated, resolved */
typedef struct gouji_document gouji_document; /* immutable; as one rule sees it */
typedef struct gouji_sink gouji_sink;         /* takes what one rule says; not beyond the call */

/* -- gouji.document/1: the tree -------------------------------------------- */

/* Kinds are appended, never renumbered. Treat an unknown kind as GOUJI_KIND_OTHER. */
enum {
    GOUJI_KIND_OTHER = 0,
    GOUJI_KIND_DOCUMENT = 1,
    GOUJI_KIND_HEADING = 2,   /* a line that opens a chapter or a part of one */
    GOUJI_KIND_PARAGRAPH = 3, /* prose */
    GOUJI_KIND_TABLE = 4,
    GOUJI_KIND_ROW = 5,
    GOUJI_KIND_CELL = 6,
    GOUJI_KIND_TITLE = 7,    /* a line of the report's title */
    GOUJI_KIND_RESIDUE = 8,  /* what a web page or a word processor left around the report */
    GOUJI_KIND_SIGNATURE = 9 /* a line of the signature: agency or date */
};
typedef uint32_t gouji_kind;

#define GOUJI_SERVICE_DOCUMENT "gouji.document/1"
typedef struct gouji_document_service {
    /* [check] The whole text of the file, line ends as they are; spans point into it. */
    gouji_text(GOUJI_CALL* text)(const gouji_document*);
    /* [check] The stretch that is this report; a file may hold several on end. */
    gouji_span(GOUJI_CALL* extent)(const gouji_document*);
    /* [check] The file's name without folders, "" for standard input without a name. */
    gouji_text(GOUJI_CALL* file_name)(const gouji_document*);
    gouji_kind(GOUJI_CALL* kind)(const gouji_document*, gouji_node);         /* [check] */
    gouji_span(GOUJI_CALL* span)(const gouji_document*, gouji_node);         /* [check] */
    gouji_node(GOUJI_CALL* parent)(const gouji_document*, gouji_node);       /* [check] */
    gouji_node(GOUJI_CALL* first_child)(const gouji_document*, gouji_node);  /* [check] */
    gouji_node(GOUJI_CALL* next_sibling)(const gouji_document*, gouji_node); /* [check] */
    /* [check] Every node of one kind, in reading order. */
    const gouji_node*(GOUJI_CALL* nodes)(const gouji_document*, gouji_kind, size_t* count);
} gouji_document_service;

/* -- gouji.tables/1: geometry ---------------------------------------------- */

enum {
    GOUJI_CELL_FILLED = 0,
    GOUJI_CELL_BLANK = 1, /* somebody left it empty */
    GOUJI_CELL_MERGED = 2 /* the place that a merged cell covers; no cell itself */
};

typedef struct gouji_cell {
    gouji_text text; /* the cell's words, blanks and line breaks removed */
    gouji_span span; /* as printed, without blanks around */
    gouji_node node;
    uint32_t row;         /* from 0 */
    uint32_t column;      /* from 0 */
    uint32_t row_span;    /* at least 1 */
    uint32_t column_span; /* at least 1 */
    uint32_t state;       /* GOUJI_CELL_… */
} gouji_cell;

#define GOUJI_SERVICE_TABLES "gouji.tables/1"
typedef struct gouji_tables_service {
    uint32_t(GOUJI_CALL* rows)(const gouji_document*, gouji_node table);    /* [check] */
    uint32_t(GOUJI_CALL* columns)(const gouji_document*, gouji_node table); /* [check] */
    /* [check] All cells of a table in reading order. */
    const gouji_cell*(GOUJI_CALL* cells)(const gouji_document*, gouji_node table, size_t* count);
} gouji_tables_service;

/* -- gouji.form/1: the three forms as recognised ---------------------------- */

enum {
    GOUJI_FIELD_MISSING = 0, /* the table has no such cell */
    GOUJI_FIELD_NUMBER = 1,
    GOUJI_FIELD_BLANK = 2,
    GOUJI_FIELD_PLACEHOLDER = 3, /* "/", "—", "无" */
    GOUJI_FIELD_TEXT = 4
};

/* One field of a form. Keys are those of `gouji model`: form "requests", row "denied.secret",
 * column "natural". */
typedef struct gouji_field {
    gouji_text form;
    gouji_text row;
    gouji_text column;
    gouji_text row_label;    /* in the form's words: “1.属于国家秘密” */
    gouji_text column_label; /* in the form's words: “自然人” */
    gouji_text printed;      /* what stands in the cell, blanks removed */
    gouji_decimal value;     /* 0 unless state is GOUJI_FIELD_NUMBER */
    gouji_text unit;         /* a unit printed in the cell, or "" */
    gouji_span span;         /* the cell; empty where missing */
    gouji_node cell;         /* or GOUJI_NONE */
    uint32_t state;          /* GOUJI_FIELD_… */
    uint32_t type;           /* GOUJI_FIELD_TYPE_…, what the form expects here */
    uint32_t reserved;       /* zero */
} gouji_field;

enum {
    GOUJI_FIELD_TYPE_COUNT = 0,  /* a whole number, not negative */
    GOUJI_FIELD_TYPE_CHANGE = 1, /* a whole number with a sign: 本年增/减 */
    GOUJI_FIELD_TYPE_AMOUNT = 2  /* money; decimals and a unit are right */
};

enum {
    GOUJI_LABEL_EXACT = 0,
    GOUJI_LABEL_VARIANT = 1, /* another wording that the edition accepts */
    GOUJI_LABEL_SIMILAR = 2, /* some characters away: `distance` */
    GOUJI_LABEL_MISSING = 3, /* the edition has the row or header, the table has not */
    GOUJI_LABEL_EXTRA = 4    /* the table has it, the edition has not */
};

/* One label of a form: a row's name, a group's name or a column's header. */
typedef struct gouji_label {
    gouji_text form;
    gouji_text key;      /* row key, group key or column key; "" when extra */
    gouji_text expected; /* the edition's words; "" when extra */
    gouji_text printed;  /* the table's words, blanks removed; "" when missing */
    gouji_span span;     /* where printed; where it should stand when missing */
    uint32_t role;       /* GOUJI_LABEL_ROLE_… */
    uint32_t match;      /* GOUJI_LABEL_… */
    uint32_t distance;   /* characters that differ */
    uint32_t order;      /* the row's place in the edition, from 0; GOUJI_NONE when extra */
    uint32_t cells;      /* value cells found in the row */
    uint32_t cells_expected;
} gouji_label;

enum { GOUJI_LABEL_ROLE_ROW = 0, GOUJI_LABEL_ROLE_GROUP = 1, GOUJI_LABEL_ROLE_HEADER = 2 };

enum {
    GOUJI_FORM_FOUND = 0,
    GOUJI_FORM_MISSING = 1,
    GOUJI_FORM_UNREADABLE = 2 /* there, but not read in full; why: see gouji_evidence */
};

typedef struct gouji_form {
    gouji_text id;      /* "disclosure", "requests", "disputes" */
    gouji_text name;    /* in words: “主动公开政府信息情况” */
    gouji_text chapter; /* kind of the chapter it belongs to */
    gouji_text edition; /* the edition whose labels it carries; "" when missing */
    gouji_span span;
    gouji_node table; /* the first table that carries it, or GOUJI_NONE */
    uint32_t state;   /* GOUJI_FORM_… */
    uint32_t rows;    /* rows of the edition that were found */
    uint32_t rows_expected;
} gouji_form;

enum { GOUJI_RELATION_EQUAL = 0, GOUJI_RELATION_AT_MOST = 1 };

/* One identity of the edition, bound to this report's fields: the terms on the left, added with
 * their signs, stand in `relation` to those on the right. */
typedef struct gouji_identity {
    gouji_text id; /* "row-total" */
    gouji_text form;
    gouji_text along; /* the row or column it is evaluated on */
    uint32_t relation;
    uint32_t first_term; /* into terms(); left terms first */
    uint32_t left;
    uint32_t right;
} gouji_identity;

typedef struct gouji_term {
    uint32_t field; /* index into fields() */
    int32_t sign;   /* +1 or -1 */
} gouji_term;

#define GOUJI_SERVICE_FORM "gouji.form/1"
typedef struct gouji_form_service {
    const gouji_form*(GOUJI_CALL* forms)(const gouji_document*, size_t* count); /* [check] */
    /* [check] Every field of the edition's forms, missing ones too, in the form's order. */
    const gouji_field*(GOUJI_CALL* fields)(const gouji_document*, size_t* count);
    /* [check] NULL when the edition has no such field. */
    const gouji_field*(GOUJI_CALL* field)(const gouji_document*, gouji_text form, gouji_text row,
                                          gouji_text column);
    /* [check] Labels as found, in the table's order; missing ones where they belong. */
    const gouji_label*(GOUJI_CALL* labels)(const gouji_document*, size_t* count);
    const gouji_identity*(GOUJI_CALL* identities)(const gouji_document*,
                                                  size_t* count);               /* [check] */
    const gouji_term*(GOUJI_CALL* terms)(const gouji_document*, size_t* count); /* [check] */
} gouji_form_service;

/* -- gouji.chapters/1 ------------------------------------------------------- */

enum {
    GOUJI_TITLE_EXACT = 0,
    GOUJI_TITLE_VARIANT = 1, /* accepted */
    GOUJI_TITLE_NOTED = 2,   /* understood, but not the standard wording */
    GOUJI_TITLE_SIMILAR = 3, /* some characters away */
    GOUJI_TITLE_OTHER = 4,   /* not a title of the edition */
    GOUJI_TITLE_LEGACY = 5   /* a title of the form before 2019 */
};

/* How an ordinal is written. */
enum {
    GOUJI_ORDINAL_NONE = 0,
    GOUJI_ORDINAL_HAN = 1,           /* 一、 */
    GOUJI_ORDINAL_HAN_BRACKET = 2,   /* （一） */
    GOUJI_ORDINAL_DIGIT = 3,         /* 1. 1． 1、 */
    GOUJI_ORDINAL_DIGIT_BRACKET = 4, /* （1） 1） */
    GOUJI_ORDINAL_WRONG = 5          /* “l六、”, “（一）、”: neither of these */
};

typedef struct gouji_chapter {
    gouji_text kind;     /* overview disclosure requests disputes problems other; "" for parts */
    gouji_text expected; /* the edition's title without ordinal: “总体情况”; "" for parts */
    gouji_span heading;  /* ordinal and title as printed, without blanks around */
    gouji_span ordinal_span;
    gouji_span title; /* the words after the ordinal */
    gouji_span body;  /* up to the next heading of its level or above */
    gouji_node node;
    uint32_t level;            /* 1 chapter, 2 part （一）, 3 point 1. */
    uint32_t parent;           /* index of the chapter around it, or GOUJI_NONE */
    uint32_t ordinal;          /* as printed; 0 when none */
    uint32_t ordinal_expected; /* the edition's; 0 for parts */
    uint32_t ordinal_style;
    uint32_t match;    /* GOUJI_TITLE_… */
    uint32_t distance; /* characters that differ, for GOUJI_TITLE_SIMILAR */
    uint32_t run_in;   /* 1 when prose follows in the same paragraph */
} gouji_chapter;

/* A chapter that the edition requires. */
typedef struct gouji_expected_chapter {
    gouji_text kind;
    gouji_text title; /* without ordinal */
    gouji_text form;  /* the form that belongs into it, or "" */
    uint32_t ordinal;
    uint32_t found; /* index of the first chapter of this kind, or GOUJI_NONE */
} gouji_expected_chapter;

#define GOUJI_SERVICE_CHAPTERS "gouji.chapters/1"
typedef struct gouji_chapters_service {
    const gouji_chapter*(GOUJI_CALL* chapters)(const gouji_document*, size_t* count); /* [check] */
    /* [check] What the report's edition requires, in order; empty for legacy reports. */
    const gouji_expected_chapter*(GOUJI_CALL* expected)(const gouji_document*, size_t* count);
    /* [check] The innermost chapter around an offset, or GOUJI_NONE. */
    uint32_t(GOUJI_CALL* at)(const gouji_document*, uint32_t offset);
} gouji_chapters_service;

/* -- gouji.dates/1 ----------------------------------------------------------- */

typedef struct gouji_date {
    gouji_span span;
    int32_t year;          /* said or, when year_implied, taken from the date before; 0 unknown */
    uint32_t month;        /* 0 when not said */
    uint32_t day;          /* 0 when not said */
    uint32_t sentence;     /* index into sentences(), or GOUJI_NONE outside prose */
    uint32_t year_implied; /* 1: “至12月31日” */
    uint32_t exists;       /* 0: 2月30日, 13月 */
    uint32_t quoted;       /* 1 inside 《》, a document number or quotation marks */
    uint32_t reserved;     /* zero */
} gouji_date;

/* A stretch of time that the text gives as the report's statistics period. */
typedef struct gouji_period {
    gouji_span span;
    uint32_t from; /* index into dates() */
    uint32_t to;
} gouji_period;

#define GOUJI_SERVICE_DATES "gouji.dates/1"
typedef struct gouji_dates_service {
    const gouji_date*(GOUJI_CALL* dates)(const gouji_document*, size_t* count);     /* [check] */
    const gouji_period*(GOUJI_CALL* periods)(const gouji_document*, size_t* count); /* [check] */
} gouji_dates_service;

/* -- gouji.facts/1 ------------------------------------------------------------ */

enum {
    GOUJI_REPORT_NONE = 0,   /* plainly no annual report */
    GOUJI_REPORT_ANNUAL = 1, /* 2019 or later */
    GOUJI_REPORT_LEGACY = 2  /* 2018 or earlier: no form to check */
};

typedef struct gouji_facts {
    uint32_t report;         /* GOUJI_REPORT_… */
    int32_t year;            /* the report's year; 0 unknown */
    gouji_text edition;      /* "2021", "2019", "legacy"; what the checks go by */
    gouji_text form_edition; /* what the tables say; "mixed", or "" without tables */
    gouji_text year_edition; /* what the year asks for; "" when unknown */
    gouji_text title;        /* the title's lines joined, blanks removed; "" without */
    gouji_span title_span;
    gouji_text agency; /* from the title; "" unknown */
    gouji_span agency_span;
    gouji_text agency_kind; /* government town street department office centre other; "" unknown */
    gouji_text division;    /* administrative division in front: “云岭县”; "" unknown */
    gouji_text unit;        /* the agency without division: “水利局”; "" unknown */
    gouji_text signed_agency;
    gouji_span signed_agency_span;
    uint32_t signed_date; /* index into dates(), or GOUJI_NONE */
    uint32_t period;      /* index into periods() of the first, or GOUJI_NONE */
} gouji_facts;

/* Where a fact is said: topic "year" or "edition", value "2021". Topic "unreadable" names a form
 * that was not read in full; its source says why:
 *   no-cells     words and figures are there, without rows and columns
 *   split-cells  the words of some rows are broken over lines between other cells
 *   lost-cells   cells stand apart by blanks alone, and those left blank cannot be seen */
typedef struct gouji_evidence {
    gouji_text topic;
    gouji_text value;
    gouji_text source; /* title, period, preface, form row, form header, option, … */
    gouji_span span;
} gouji_evidence;

#define GOUJI_SERVICE_FACTS "gouji.facts/1"
typedef struct gouji_facts_service {
    const gouji_facts*(GOUJI_CALL* facts)(const gouji_document*);                      /* [check] */
    const gouji_evidence*(GOUJI_CALL* evidence)(const gouji_document*, size_t* count); /* [check] */
} gouji_facts_service;

/* -- gouji.sentences/1 --------------------------------------------------------- */

typedef struct gouji_sentence {
    gouji_span span;  /* with its closing mark, without blanks around */
    gouji_node node;  /* the paragraph, heading or title it stands in */
    uint32_t chapter; /* innermost chapter, or GOUJI_NONE */
} gouji_sentence;

#define GOUJI_SERVICE_SENTENCES "gouji.sentences/1"
typedef struct gouji_sentences_service {
    /* [check] The sentences of all prose, headings and title, in reading order. */
    const gouji_sentence*(GOUJI_CALL* sentences)(const gouji_document*, size_t* count);
} gouji_sentences_service;

/* -- gouji.quantities/1 --------------------------------------------------------- */

/* How exact a printed figure is. */
enum {
    GOUJI_EXACTNESS_EXACT = 0,
    GOUJI_EXACTNESS_MORE_THAN = 1, /* 100余条, 3000多件, 超过 */
    GOUJI_EXACTNESS_ABOUT = 2,     /* 约, 左右, 大约 */
    GOUJI_EXACTNESS_LESS_THAN = 3  /* 近, 不足 */
};

typedef struct gouji_quantity {
    gouji_span span;   /* digits with 万/亿, qualifier and unit: “近3.1万件” */
    gouji_span number; /* the digits alone */
    gouji_span label;  /* the words it counts, in front of it up to the last separator */
    gouji_text unit; /* “件”, “条”, “%”, “万元”; 万 and 亿 of counts are in `value` */
    gouji_decimal value;
    uint32_t exactness; /* GOUJI_EXACTNESS_EXACT … */
    uint32_t depth;     /* brackets around it: 0 outside */
    uint32_t sentence;  /* index into sentences() */
    uint32_t han;       /* 1 when written in Chinese numerals */
} gouji_quantity;

#define GOUJI_SERVICE_QUANTITIES "gouji.quantities/1"
typedef struct gouji_quantities_service {
    /* [check] Counted quantities in prose, in reading order; no years, dates, ordinals, document
     * numbers, phone numbers or figures inside 《》. */
    const gouji_quantity*(GOUJI_CALL* quantities)(const gouji_document*, size_t* count);
} gouji_quantities_service;

/* -- gouji.citations/1 ------------------------------------------------------------ */

enum { GOUJI_CITATION_TITLE = 0, GOUJI_CITATION_NUMBER = 1 };

/* A title in 《》, or the number of a document: 国办发〔2021〕12号. */
typedef struct gouji_citation {
    gouji_span span;     /* with its marks */
    gouji_span name;     /* the title inside the marks; the issuer of a number (国办发) */
    gouji_span brackets; /* of a number: from the bracket before the year to the one after it */
    uint32_t kind;
    int32_t year;    /* of a number; 0 when none can be read */
    uint32_t number; /* of a number; 0 when none can be read */
    uint32_t depth;  /* of a title: 1 for 《》, 2 for a title inside one */
    uint32_t sentence;
    uint32_t reserved; /* zero */
} gouji_citation;

/* “《…条例》（以下简称《条例》）”. */
typedef struct gouji_abbreviation {
    gouji_span span;      /* the definition */
    gouji_span full;      /* what is shortened, with its marks; empty when unclear */
    gouji_span shortened; /* the short form with its marks */
} gouji_abbreviation;

#define GOUJI_SERVICE_CITATIONS "gouji.citations/1"
typedef struct gouji_citations_service {
    const gouji_citation*(GOUJI_CALL* citations)(const gouji_document*,
                                                 size_t* count); /* [check] */
    const gouji_abbreviation*(GOUJI_CALL* abbreviations)(const gouji_document*,
                                                         size_t* count); /* [check] */
} gouji_citations_service;

/* -- gouji.prose/1: what wording rules read ----------------------------------------- */

/* Prose (title, headings, paragraphs, signature; no tables, no residue) folded for matching:
 * full-width digits and letters are half-width; blanks of every kind and line breaks inside a
 * paragraph are gone, but for one blank between two half-width words; the lines of a title are one
 * paragraph; one '\n' ends each paragraph. */
#define GOUJI_SERVICE_PROSE "gouji.prose/1"
typedef struct gouji_prose_service {
    gouji_text(GOUJI_CALL* text)(const gouji_document*); /* [check] */
    /* [check] The stretch of the document that a stretch of the folded text came from. */
    gouji_span(GOUJI_CALL* source)(const gouji_document*, gouji_span folded);
    /* [check] The paragraphs inside the folded text, and their nodes. */
    const gouji_span*(GOUJI_CALL* paragraphs)(const gouji_document*, const gouji_node** nodes,
                                              size_t* count);
} gouji_prose_service;

/* -- gouji.terms/1: the word lists of the rule's page ---------------------------------- */

/* A word of a list, found in the folded prose. */
typedef struct gouji_hit {
    gouji_span span; /* in gouji.prose/1's text */
    uint32_t list;   /* which list: its place among the page's lists, sorted by name */
    uint32_t word;   /* which word: its place in the list */
} gouji_hit;

/* A page declares lists of words ([lists]); packs and the configuration may add to them. gouji
 * looks for the words of all rules in one pass over the folded prose. Names are those of the page.
 */
#define GOUJI_SERVICE_TERMS "gouji.terms/1"
typedef struct gouji_terms_service {
    /* [create] The words of a list, for a grammar that matches them itself. */
    const gouji_text*(GOUJI_CALL* words)(const gouji_options*, gouji_text list, size_t* count);
    /* [create] What the page says beside each word, as many as there are words; none where the list
     * has words alone. */
    const gouji_text*(GOUJI_CALL* values)(const gouji_options*, gouji_text list, size_t* count);
    /* [check] The hits of a list of the rule that is checking, in the order of the text; where
     * several begin at one place, the longest first; overlapping ones are all given. The list ""
     * stands for all lists of the page. None for a list with `scan = false`. */
    const gouji_hit*(GOUJI_CALL* hits)(const gouji_document*, gouji_text list, size_t* count);
} gouji_terms_service;

/* -- gouji.serial/1 ------------------------------------------------------------------- */

/* By this number the rules of a plugin know what another of them has computed for the same
 * document; a handle's address is soon another document's. */
#define GOUJI_SERVICE_SERIAL "gouji.serial/1"
typedef struct gouji_serial_service {
    /* [check] A number that no other document of this process has; never 0. */
    uint64_t(GOUJI_CALL* number)(const gouji_document*);
} gouji_serial_service;

/* -- gouji.unicode/1 ------------------------------------------------------------------ */

#define GOUJI_SERVICE_UNICODE "gouji.unicode/1"
typedef struct gouji_unicode_service {
    /* [any] Columns in a terminal: 2 for Han and full-width, 0 for combining. */
    uint32_t(GOUJI_CALL* width)(const gouji_host*, gouji_text);
    /* [any] Words by the Unicode rules and dictionary; one call of `word` each, in order. */
    void(GOUJI_CALL* words)(const gouji_host*, gouji_text, void* user,
                            void(GOUJI_CALL* word)(void* user, gouji_span));
} gouji_unicode_service;

/* -- gouji.options/1 -------------------------------------------------------------------- */

/* The page declares the options; the host has checked them. An unknown key gets 0, "" or none. */
#define GOUJI_SERVICE_OPTIONS "gouji.options/1"
typedef struct gouji_options_service {
    int64_t(GOUJI_CALL* integer)(const gouji_options*, gouji_text key);  /* [create] */
    uint32_t(GOUJI_CALL* boolean)(const gouji_options*, gouji_text key); /* [create] 0 or 1 */
    gouji_text(GOUJI_CALL* text)(const gouji_options*, gouji_text key);  /* [create] */
    const gouji_text*(GOUJI_CALL* list)(const gouji_options*, gouji_text key,
                                        size_t* count); /* [create] */
} gouji_options_service;

/* -- gouji.sink/1: findings going out ------------------------------------------------------- */

enum { GOUJI_FIX_SAFE = 0, GOUJI_FIX_UNSAFE = 1 };

/* What the sink says to a call. A refused call fails the rule for this document: its findings are
 * dropped, and the results name the rule and the reason. */
enum {
    GOUJI_SINK_TAKEN = 0,
    GOUJI_SINK_OUTSIDE = 1,    /* the span is not inside the report */
    GOUJI_SINK_REVERSED = 2,   /* the span ends before it begins */
    GOUJI_SINK_SPLITS = 3,     /* the span begins or ends inside a character */
    GOUJI_SINK_NO_MESSAGE = 4, /* the page has no message of this id */
    GOUJI_SINK_OUT_OF_TURN = 5 /* nothing is open that this belongs to, or something still is */
};
typedef uint32_t gouji_answer;

/* open … close brackets one finding. `argument` belongs to what was opened last: the finding, a
 * related place or a fix. */
#define GOUJI_SERVICE_SINK "gouji.sink/1"
typedef struct gouji_sink_service {
    gouji_answer(GOUJI_CALL* open)(gouji_sink*, gouji_span where, gouji_text message); /* [check] */
    gouji_answer(GOUJI_CALL* argument)(gouji_sink*, gouji_text name,
                                       gouji_text value); /* [check] */
    /* [check] A place that the finding speaks of, with one of the page's messages. */
    gouji_answer(GOUJI_CALL* related)(gouji_sink*, gouji_span where, gouji_text message);
    /* [check] A way to correct it, described by one of the page's messages; edits follow. */
    gouji_answer(GOUJI_CALL* fix)(gouji_sink*, uint32_t safety, gouji_text message);
    gouji_answer(GOUJI_CALL* edit)(gouji_sink*, gouji_span replaced, gouji_text by); /* [check] */
    gouji_answer(GOUJI_CALL* close)(gouji_sink*);                                    /* [check] */
    /* [create] or [check] The rule itself has failed, and why: shown as a tool problem, not as a
     * finding. The one way to fail. */
    void(GOUJI_CALL* fail)(gouji_sink*, gouji_text reason);
    /* [check] 1 once the host asks this check to stop. Cheap: ask once per node. */
    uint32_t(GOUJI_CALL* cancelled)(const gouji_sink*);
} gouji_sink_service;

/* -- gouji.rank/1: how sure one finding is -------------------------------------------------- */

#define GOUJI_SERVICE_RANK "gouji.rank/1"
typedef struct gouji_rank_service {
    /* [check] For the finding that is open: 0 to 100, more counts as 100. Where a rule does not
     * say, the precision of its page does. The rank of a SARIF result. */
    gouji_answer(GOUJI_CALL* rank)(gouji_sink*, uint32_t rank);
} gouji_rank_service;

/* -- gouji.previous/1: last year beside this year ---------------------------------------- */

/* Where the user gives last year's reports (gouji check --previous), the report of the same agency
 * about the year before. */
#define GOUJI_SERVICE_PREVIOUS "gouji.previous/1"
typedef struct gouji_previous_service {
    /* [check] That report, for every service that takes a document; NULL when there is none. It
     * lives as long as this year's. */
    const gouji_document*(GOUJI_CALL* document)(const gouji_document*);
    /* [check] As `related` of gouji.sink/1, for a place in that report. */
    gouji_answer(GOUJI_CALL* related)(gouji_sink*, gouji_span where, gouji_text message);
} gouji_previous_service;

/* -- gouji.log/1 ------------------------------------------------------------------------------ */

enum { GOUJI_LOG_DEBUG = 0, GOUJI_LOG_INFO = 1, GOUJI_LOG_WARNING = 2 };

#define GOUJI_SERVICE_LOG "gouji.log/1"
typedef struct gouji_log_service {
    /* [any] The line names the rule that the host was given to. */
    void(GOUJI_CALL* write)(const gouji_host*, uint32_t severity, gouji_text message);
} gouji_log_service;

/* -- The roots: these grow ----------------------------------------------------------------------
 */

/* gouji as one rule sees it; pass it to every function that takes it, so that gouji knows who asks.
 */
struct gouji_host {
    uint32_t size;
    uint32_t abi_minor;
    gouji_text version;     /* SemVer */
    gouji_text plugin_file; /* the plugin's own file, absolute; what belongs to it lies beside it */
    /* [any] NULL when not offered. */
    const void*(GOUJI_CALL* service)(const gouji_host*, gouji_text id);
};

typedef struct gouji_rule {
    uint32_t size;
    const gouji_text* page; /* the rule page: front matter, prose, examples */
    /* [main] The rule at work, or NULL after it has given the sink the reason. */
    void*(GOUJI_CALL* create)(const gouji_host*, const gouji_options*, gouji_sink*);
    /* [any] Keeps nothing between documents; `self` is shared by all threads. */
    void(GOUJI_CALL* check)(const void* self, const gouji_document*, gouji_sink*);
    void(GOUJI_CALL* destroy)(void* self); /* [main] */
} gouji_rule;

typedef struct gouji_plugin {
    uint32_t size;
    uint32_t abi_minor;
    gouji_text id;      /* the first part of its rules' ids: "arithmetic" */
    gouji_text version; /* SemVer */
    const gouji_rule* const* rules;
    uint32_t rule_count;
} gouji_plugin;

/* The one exported symbol. It is data: reading it runs no plugin code. */
extern GOUJI_EXPORT const gouji_plugin gouji_plugin_v1;

#ifdef __cplusplus
}
#endif
#endif /* GOUJI_ABI_H */
