#include "gouji/json/report_json.hpp"

#include "gouji/json/members.hpp"
#include "gouji/semantic/identity_sides.hpp"
#include <gouji/decimal.hpp>
#include <gouji/utf8.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>

namespace gouji {
namespace {

/// The word for a number of the boundary; the last for one that it does not have.
template <std::size_t size>
std::string_view word(std::uint32_t value, const std::array<std::string_view, size>& words) {
    return words[std::min<std::size_t>(value, size - 1)];
}
constexpr std::array<std::string_view, 5> field_states{"missing", "number", "blank", "placeholder",
                                                       "text"};
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
class Report {
public:
    Report(Members& out, const Document& document, const SemanticModel& model,
           const LineIndex& lines, std::span<const Edition> editions)
        : out_(out), document_(document), model_(model), lines_(lines), editions_(editions) {}

    void describe(bool drawn) {
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
        if (drawn) tables();
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
    void span(std::string_view name, const char* about, Span where) {
        const std::uint32_t begin = document_.extent().begin;
        const bool inside = contains(document_.extent(), where);
        out_.span(
            name, about,
            inside ? std::optional(Span{where.begin - begin, where.end - begin}) : std::nullopt);
    }
    void line(Span where) {
        out_.integer("line", "of the whole file, from 1", lines_.position(where.begin).line);
    }
    void region(std::optional<Span> where) {
        const Position from = lines_.position(where ? where->begin : 0);
        const Position to = lines_.position(where ? where->end : 0);
        out_.object("region", "where it is printed, from 1, in characters", where.has_value(), [&] {
            out_.integer("startLine", "of the whole file", from.line);
            out_.integer("startColumn", "", from.column);
            out_.integer("endLine", "", to.line);
            out_.integer("endColumn", "behind the last character", to.column);
        });
    }

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
    static std::optional<std::string> value(const gouji_field& field) {
        return field.state == GOUJI_FIELD_NUMBER ? std::optional(Decimal(field.value).text())
                                                 : std::nullopt;
    }

    void tables() {
        out_.list("tables", "the forms as tables to be drawn; in `gouji model` alone", model_.forms,
                  [&](const gouji_form& form) {
                      out_.text("form", "its key", view(form.id));
                      out_.text("name", "its name", view(form.name));
                      out_.text_or_null("unreadable",
                                        "why it was not read in full: no-cells, split-cells, "
                                        "lost-cells",
                                        unreadable_reason(model_, form));
                      const bool found = form.state != GOUJI_FORM_MISSING;
                      region(found ? std::optional<Span>(form.span) : std::nullopt);
                      rows(form);
                      identities(form);
                  });
    }
    /// The fields stand in the form's order, so that a row's cells stand together.
    void rows(const gouji_form& form) {
        const Edition::Form* edition = form_of(form);
        out_.begin_list("rows", "in the form's order");
        const auto& all = one_at_least(model_.fields);
        for (std::size_t at = 0; at < all.size();) {
            if (view(all[at].form) != view(form.id)) {
                ++at;
                continue;
            }
            const gouji_field& first = all[at];
            out_.item([&] {
                out_.text("key", "of the row", view(first.row));
                out_.text("label", "in the form's words", view(first.row_label));
                groups(edition, view(first.row));
                out_.begin_list("cells", "in the form's order");
                for (; at < all.size() && view(all[at].form) == view(form.id) &&
                       view(all[at].row) == view(first.row);
                     ++at)
                    out_.item([&] { cell(all[at]); });
                out_.end_list();
            });
        }
        out_.end_list();
    }
    void cell(const gouji_field& field) {
        out_.text("column", "key of the column", view(field.column));
        out_.text("label", "in the form's words", view(field.column_label));
        out_.text("state", "number, blank, placeholder, text or missing",
                  word(field.state, field_states));
        out_.text("printed", "what stands there, without blanks", view(field.printed));
        region(field.state == GOUJI_FIELD_MISSING ? std::nullopt : std::optional<Span>(field.span));
    }
    [[nodiscard]] const Edition::Form* form_of(const gouji_form& form) const {
        for (const Edition& edition : editions_) {
            if (edition.id != view(form.edition)) continue;
            for (const Edition::Form& each : edition.forms) {
                if (each.id == view(form.id)) return &each;
            }
        }
        return nullptr;
    }
    /// The labels of the groups around a row, from the outermost in.
    void groups(const Edition::Form* form, std::string_view row) {
        out_.begin_list("groups", "labels of the groups around the row, from the outermost in");
        if (out_.describes()) out_.text_item({});
        if (form != nullptr) {
            const auto found =
                std::find_if(form->rows.begin(), form->rows.end(),
                             [&](const Edition::Row& each) { return each.key == row; });
            if (found != form->rows.end()) group(*form, found->group, 0);
        }
        out_.end_list();
    }
    void group(const Edition::Form& form, std::string_view key, std::size_t depth) {
        // An edition that names a group its own parent ends here, not never.
        if (key.empty() || depth > form.groups.size()) return;
        for (const Edition::Group& each : form.groups) {
            if (each.key != key) continue;
            group(form, each.parent, depth + 1);
            out_.text_item(each.label);
            return;
        }
    }
    void identities(const gouji_form& form) {
        out_.begin_list("identities", "equations between cells");
        for (const gouji_identity& identity : one_at_least(model_.identities)) {
            if (view(identity.form) != view(form.id)) continue;
            out_.item([&] { this->identity(identity); });
        }
        out_.end_list();
    }
    void identity(const gouji_identity& identity) {
        const IdentitySides both = identity_sides(model_, identity);
        const bool at_most = identity.relation == GOUJI_RELATION_AT_MOST;
        out_.text("id", "its key", view(identity.id));
        out_.text("along", "the row or column that it is evaluated on", view(identity.along));
        out_.text("relation", "= or <=", at_most ? "<=" : "=");
        out_.boolean("holds", "null where a figure is missing",
                     both.decided ? std::optional(both.hold(identity)) : std::nullopt);
        out_.text("left", "sum of the left side", both.left.text());
        out_.text("right", "sum of the right side", both.right.text());
        out_.begin_list("terms", "left ones first");
        if (out_.describes()) out_.item([&] { term({}, {}, true); });
        for (std::uint32_t i = 0; i < identity.left + identity.right; ++i) {
            const gouji_term& term = model_.terms[identity.first_term + i];
            out_.item([&] { this->term(term, model_.fields[term.field], i < identity.left); });
        }
        out_.end_list();
    }
    void term(const gouji_term& term, const gouji_field& field, bool left) {
        out_.text("row", "its row", view(field.row));
        out_.text("column", "its column", view(field.column));
        out_.integer("sign", "1 or -1", term.sign < 0 ? -1 : 1);
        out_.text("side", "left or right", left ? "left" : "right");
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

    /// The items, or one without values for a description.
    template <class T>
    const std::vector<T>& one_at_least(const std::vector<T>& items) const {
        static const std::vector<T> none(1);
        return out_.describes() ? none : items;
    }

    Members& out_;
    const Document& document_;
    const SemanticModel& model_;
    const LineIndex& lines_;
    std::span<const Edition> editions_;
    std::uint32_t next_ = 0;
};

}  // namespace

std::string report_json(const Document& document, const SemanticModel& model,
                        const LineIndex& lines, std::span<const Edition> editions, JsonFor reader) {
    const bool user = reader == JsonFor::user;
    JsonText json(user ? JsonText::Layout::indented : JsonText::Layout::one_line);
    MemberValues values(json);
    json.open('{');
    Report(values, document, model, lines, editions).describe(user);
    json.close('}');
    return json.take();
}

std::string report_json_schema() {
    const auto text = Text::of_utf8("");
    const Document document = DocumentBuilder(*text, {}, "").build();
    const LineIndex lines(document.view());
    return members_schema("An annual report as gouji reads it", [&](Members& members) {
        Report(members, document, {}, lines, {}).describe(true);
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
