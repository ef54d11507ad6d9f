#include "gouji/json/report_json.hpp"

#include "gouji/json/model_members.hpp"
#include <gouji/utf8.hpp>

#include <array>
#include <cstdio>
#include <optional>

namespace gouji {
namespace {

constexpr std::array<std::string_view, 3> cell_states{"filled", "blank", "merged"};
constexpr std::array<std::string_view, 4> exactness{"exact", "more-than", "about", "less-than"};
constexpr std::array<std::string_view, 10> node_kinds{"other",   "document", "heading", "paragraph",
                                                      "table",   "row",      "cell",    "title",
                                                      "residue", "signature"};

std::optional<std::int64_t> known(std::uint32_t index) {
    return index == GOUJI_NONE ? std::nullopt : std::optional<std::int64_t>(index);
}
std::optional<std::int64_t> unless_zero(std::int64_t value) {
    return value == 0 ? std::nullopt : std::optional(value);
}

/// One description of every member, for the values and for the schema.
class Report : private ModelMembers {
public:
    using ModelMembers::ModelMembers;

    /// `drawn`: with the forms as tables to be drawn.
    void describe(bool drawn, std::span<const Edition> editions) {
        const gouji_facts& facts = model_.summary;
        out_.integer("version", "version of this description", report_json_version);
        out_.text("file", "the file's name without folders", document_.file_name());
        out_.text_or_null("agency", "whose report it is", view(facts.agency));
        out_.integer("year", "the year that it is about", unless_zero(facts.year));
        out_.text_or_null("edition", "edition of the form that the checks go by",
                          view(facts.edition));
        out_.text_or_null("title", "the title's lines joined, without blanks", view(facts.title));
        const bool has_period = facts.period < model_.periods.size();
        out_.object("period", "the period of the statistics", has_period, [&] {
            const gouji_period none{};
            const gouji_period& period = has_period ? model_.periods[facts.period] : none;
            out_.text_or_null("from", "YYYY-MM-DD", iso_date(model_, period.from));
            out_.text_or_null("to", "YYYY-MM-DD", iso_date(model_, period.to));
        });
        out_.object("signed", "the signature", true, [&] {
            out_.text_or_null("agency", "who signs", view(facts.signed_agency));
            out_.text_or_null("date", "YYYY-MM-DD", iso_date(model_, facts.signed_date));
        });
        chapters(GOUJI_NONE, 0);
        values();
        if (drawn) describe_tables(*this, editions);
        out_.list("unchecked", "lines taken for a page's navigation or footer; no rule sees them",
                  document_.nodes(GOUJI_KIND_RESIDUE), [&](gouji_node node) {
                      const Span span = node < document_.nodes().size()
                                            ? document_.nodes()[node].span
                                            : document_.extent();
                      line(span);
                      out_.text("text", "on one line", one_line(document_.at(span)));
                  });
        out_.text("text", "the report's text; every span is in bytes of it as UTF-8",
                  document_.at(document_.extent()));
        out_.integer("offset", "of the text in the text of the whole file, in bytes",
                     document_.extent().begin);
        blocks();
        grids();
        fields();
        prose();
    }

private:
    /// The chapters of one parent from `next_` on: they stand in reading order, a parent before
    /// its parts.
    void chapters(std::uint32_t parent, int depth) {
        out_.begin_list(depth == 0 ? "chapters" : "parts",
                        depth == 0 ? "in reading order; parts stand inside their chapters"
                                   : "parts of this one, described as chapters are");
        if (out_.describes() && depth < 1) out_.item([&] { chapter({}, GOUJI_NONE, depth); });
        while (next_ < model_.chapters.size() && model_.chapters[next_].parent == parent) {
            const std::uint32_t here = next_++;
            out_.item([&] { chapter(model_.chapters[here], here, depth); });
        }
        out_.end_list();
    }
    void chapter(const gouji_chapter& chapter, std::uint32_t here, int depth) {
        out_.integer("index", "by which sentences name it", known(here));
        out_.text_or_null("kind", "which chapter of the edition; null for parts",
                          view(chapter.kind));
        out_.integer("ordinal", "as printed", unless_zero(chapter.ordinal));
        out_.text("title", "the heading on one line", one_line(document_.at(chapter.heading)));
        line(chapter.heading);
        span("heading", "ordinal and title", chapter.heading);
        span("body", "up to the next heading of its level or above", chapter.body);
        chapters(here, depth + 1);
    }

    /// form → row → column: the figures alone.
    void values() {
        out_.begin_map("form", "the forms' figures: form, row, column");
        for (const gouji_form& form : one_at_least(model_.forms)) {
            const bool found = form.state != GOUJI_FORM_MISSING;
            out_.object(view(form.id), "null where the form is missing", found,
                        [&] { rows_of_values(form); });
        }
        out_.end_map();
    }
    void rows_of_values(const gouji_form& form) {
        if (out_.describes()) return;
        std::string_view row;
        for (const gouji_field& field : model_.fields) {
            if (view(field.form) != view(form.id)) continue;
            if (view(field.row) != row) {
                if (!row.empty()) out_.end_map();
                row = view(field.row);
                out_.begin_map(row, "");
            }
            out_.decimal(view(field.column), "", value(field));
        }
        if (!row.empty()) out_.end_map();
    }
    void blocks() {
        out_.begin_list("blocks", "title, headings, paragraphs and signature, in reading order");
        const Node none{};
        if (out_.describes()) out_.item([&] { block(none); });
        for (const Node& node : document_.nodes()) {
            const bool prose = node.kind == GOUJI_KIND_HEADING || node.kind == GOUJI_KIND_TITLE ||
                               node.kind == GOUJI_KIND_PARAGRAPH ||
                               node.kind == GOUJI_KIND_SIGNATURE;
            if (prose) out_.item([&] { block(node); });
        }
        out_.end_list();
    }
    void block(const Node& node) {
        out_.text("kind", "title, heading, paragraph or signature", word(node.kind, node_kinds));
        span("span", "its text", node.span);
    }
    void grids() {
        out_.list("grids", "every table as rows and columns, a form or not", document_.tables(),
                  [&](const Table& table) {
                      span("span", "the whole table",
                           table.node < document_.nodes().size()
                               ? document_.nodes()[table.node].span
                               : Span{});
                      out_.integer("rows", "", table.rows);
                      out_.integer("columns", "", table.columns);
                      out_.list("cells", "in reading order", document_.cells(table),
                                [&](const gouji_cell& cell) {
                                    out_.integer("row", "from 0", cell.row);
                                    out_.integer("column", "from 0", cell.column);
                                    out_.integer("rowSpan", "", cell.row_span);
                                    out_.integer("columnSpan", "", cell.column_span);
                                    out_.text("state",
                                              "filled, blank, or merged: covered by "
                                              "another cell",
                                              word(cell.state, cell_states));
                                    out_.text("text", "without blanks", view(cell.text));
                                    span("span", "as printed", cell.span);
                                });
                  });
    }
    void fields() {
        out_.list("fields", "every field of the edition's forms", model_.fields,
                  [&](const gouji_field& field) {
                      out_.text("form", "", view(field.form));
                      out_.text("row", "", view(field.row));
                      out_.text("column", "", view(field.column));
                      out_.text("state", "number, blank, placeholder, text or missing",
                                word(field.state, field_states));
                      out_.decimal("value", "null where it is no number", value(field));
                      out_.text_or_null("unit", "printed in the cell", view(field.unit));
                      out_.text("printed", "without blanks", view(field.printed));
                      span("span", "the cell; empty where missing", field.span);
                  });
    }
    void sentence(std::uint32_t index) {
        out_.integer("sentence", "index into sentences; null outside prose", known(index));
    }
    void prose() {
        out_.list("sentences", "of all prose, headings and title, in reading order",
                  model_.sentences, [&](const gouji_sentence& one) {
                      span("span", "with its closing mark", one.span);
                      out_.integer("chapter", "index of the innermost chapter", known(one.chapter));
                  });
        out_.list("quantities", "counted quantities in prose", model_.quantities,
                  [&](const gouji_quantity& one) {
                      span("span", "with qualifier and unit", one.span);
                      span("number", "the digits alone", one.number);
                      span("label", "the words in front that say what is counted", one.label);
                      out_.decimal("value", "with 万 and 亿 worked in", Decimal(one.value).text());
                      out_.text_or_null("unit", "件, 条, %, 万元 …", view(one.unit));
                      out_.text("exactness", "exact, more-than, about or less-than",
                                word(one.exactness, exactness));
                      out_.integer("depth", "brackets around it", one.depth);
                      sentence(one.sentence);
                  });
        out_.list("dates", "in prose and signature", model_.dates, [&](const gouji_date& one) {
            span("span", "as printed", one.span);
            out_.integer("year", "said or implied", unless_zero(one.year));
            out_.integer("month", "", unless_zero(one.month));
            out_.integer("day", "", unless_zero(one.day));
            out_.boolean("yearImplied", "taken from the date before", one.year_implied != 0);
            out_.boolean("exists", "false for 2月30日", one.exists != 0);
            out_.boolean("quoted", "inside 《》, a document's number or quotation marks",
                         one.quoted != 0);
            sentence(one.sentence);
        });
        out_.list("periods", "stretches of time", model_.periods, [&](const gouji_period& one) {
            span("span", "as printed", one.span);
            out_.integer("from", "index into dates", known(one.from));
            out_.integer("to", "index into dates", known(one.to));
        });
        out_.list("citations", "titles in 《》 and numbers of documents", model_.citations,
                  [&](const gouji_citation& one) {
                      span("span", "with its marks", one.span);
                      out_.text("kind", "title or number",
                                one.kind == GOUJI_CITATION_TITLE ? "title" : "number");
                      span("name", "the title inside the marks; the issuer of a number", one.name);
                      out_.integer("year", "of a number", unless_zero(one.year));
                      out_.integer("number", "of a number", unless_zero(one.number));
                      out_.integer("depth", "of a title: 2 inside another", one.depth);
                      sentence(one.sentence);
                  });
        out_.list("abbreviations", "（以下简称《…》）", model_.abbreviations,
                  [&](const gouji_abbreviation& one) {
                      span("span", "the definition", one.span);
                      span("full", "what is shortened", one.full);
                      span("short", "the short form with its marks", one.shortened);
                  });
    }

    std::uint32_t next_ = 0;
};

}  // namespace

std::string report_json(const Document& document, const SemanticModel& model,
                        const LineIndex& lines, std::span<const Edition> editions, JsonFor reader) {
    const bool user = reader == JsonFor::user;
    JsonText json(user ? JsonText::Layout::indented : JsonText::Layout::one_line);
    MemberValues values(json);
    json.open('{');
    Report(values, document, model, lines).describe(user, editions);
    json.close('}');
    return json.take();
}

std::string report_json_schema() {
    const auto text = Text::of_utf8("");
    const Document document = DocumentBuilder(*text, {}, "").build();
    const LineIndex lines(document.view());
    return members_schema("An annual report as gouji reads it", [&](Members& members) {
        Report(members, document, {}, lines).describe(true, {});
    });
}

std::string iso_date(const SemanticModel& model, std::uint32_t index) {
    if (index >= model.dates.size()) return {};
    const gouji_date& date = model.dates[index];
    if (date.year <= 0 || date.month == 0 || date.day == 0) return {};
    char text[48];  // room for any number the fields can hold
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", date.year, date.month, date.day);
    return text;
}

std::string one_line(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const Char c = char_at(text, at);
        if (!is_line_end(c.code)) out.append(text.substr(at, c.size));
        at += c.size;
    }
    return out;
}

std::string_view unreadable_reason(const SemanticModel& model, const gouji_form& form) {
    for (const gouji_evidence& evidence : model.evidence) {
        if (view(evidence.topic) == "unreadable" && view(evidence.value) == view(form.id))
            return view(evidence.source);
    }
    return {};
}

}  // namespace gouji
