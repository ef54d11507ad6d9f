#include "cli/model_tables.hpp"

#include <gouji/decimal.hpp>
#include <gouji/utf8.hpp>

#include <algorithm>
#include <optional>
#include <string>

namespace gouji {
namespace {

/// Both sides of an identity. Blank cells count as 0, as they do for the rules; a cell that is
/// missing or holds words leaves the identity undecided.
struct Sides {
    Decimal left;
    Decimal right;
    bool decided = true;
};

Sides sides(const SemanticModel& model, const gouji_identity& identity) {
    Sides out;
    for (std::uint32_t i = 0; i < identity.left + identity.right; ++i) {
        const gouji_term& term = model.terms[identity.first_term + i];
        const gouji_field& field = model.fields[term.field];
        if (field.state == GOUJI_FIELD_MISSING || field.state == GOUJI_FIELD_TEXT)
            out.decided = false;
        if (field.state != GOUJI_FIELD_NUMBER) continue;
        Decimal& side = i < identity.left ? out.left : out.right;
        const Decimal value(field.value);
        side = term.sign < 0 ? side - value : side + value;
    }
    return out;
}

const char* name_of_state(std::uint32_t state) {
    switch (state) {
        case GOUJI_FIELD_NUMBER:
            return "number";
        case GOUJI_FIELD_BLANK:
            return "blank";
        case GOUJI_FIELD_PLACEHOLDER:
            return "placeholder";
        case GOUJI_FIELD_TEXT:
            return "text";
        default:
            return "missing";
    }
}

}  // namespace

std::string_view unreadable_reason(const SemanticModel& model, const gouji_form& form) {
    for (const gouji_evidence& evidence : model.evidence) {
        if (view(evidence.topic) == "unreadable" && view(evidence.value) == view(form.id))
            return view(evidence.source);
    }
    return {};
}

namespace {

class Tables {
public:
    Tables(JsonText& json, const SemanticModel& model, const LineIndex& lines,
           const std::vector<Edition>& editions)
        : json_(json), model_(model), lines_(lines), editions_(editions) {}

    void write() {
        json_.open('[');
        for (const gouji_form& form : model_.forms) {
            json_.open('{');
            text("form", form.id);
            text("name", form.name);
            json_.key("unreadable");
            json_.string_or_null(unreadable_reason(model_, form));
            region(form.state != GOUJI_FORM_MISSING ? std::optional<Span>(form.span)
                                                    : std::nullopt);
            rows(form);
            identities(form);
            json_.close('}');
        }
        json_.close(']');
    }

private:
    void text(std::string_view key, gouji_text words) {
        json_.key(key);
        json_.string(view(words));
    }

    void number(std::string_view key, std::uint32_t value) {
        json_.key(key);
        json_.literal(std::to_string(value));
    }

    void region(std::optional<Span> span) {
        json_.key("region");
        if (!span) {
            json_.literal("null");
            return;
        }
        const Position from = lines_.position(span->begin);
        const Position to = lines_.position(span->end);
        json_.open('{');
        number("startLine", from.line);
        number("startColumn", from.column);
        number("endLine", to.line);
        number("endColumn", to.column);
        json_.close('}');
    }

    /// The fields stand in the form's order, so that a row's cells stand together.
    void rows(const gouji_form& form) {
        const Edition::Form* known = form_of(form);
        json_.key("rows");
        json_.open('[');
        std::string_view row;
        for (const gouji_field& field : model_.fields) {
            if (view(field.form) != view(form.id)) continue;
            if (view(field.row) != row) {
                if (!row.empty()) end_row();
                row = view(field.row);
                json_.open('{');
                text("key", field.row);
                text("label", field.row_label);
                groups(known, row);
                json_.key("cells");
                json_.open('[');
            }
            cell(field);
        }
        if (!row.empty()) end_row();
        json_.close(']');
    }

    void end_row() {
        json_.close(']');
        json_.close('}');
    }

    void cell(const gouji_field& field) {
        json_.open('{');
        text("column", field.column);
        text("label", field.column_label);
        json_.key("state");
        json_.string(name_of_state(field.state));
        text("printed", field.printed);
        region(field.state == GOUJI_FIELD_MISSING ? std::nullopt : std::optional<Span>(field.span));
        json_.close('}');
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
        json_.key("groups");
        json_.open('[');
        if (form != nullptr) {
            const auto found =
                std::find_if(form->rows.begin(), form->rows.end(),
                             [&](const Edition::Row& each) { return each.key == row; });
            if (found != form->rows.end()) group(*form, found->group, 0);
        }
        json_.close(']');
    }

    void group(const Edition::Form& form, std::string_view key, std::size_t depth) {
        // An edition that names a group its own parent ends here, not never.
        if (key.empty() || depth > form.groups.size()) return;
        for (const Edition::Group& each : form.groups) {
            if (each.key != key) continue;
            group(form, each.parent, depth + 1);
            json_.string(each.label);
            return;
        }
    }

    void identities(const gouji_form& form) {
        json_.key("identities");
        json_.open('[');
        for (const gouji_identity& identity : model_.identities) {
            if (view(identity.form) != view(form.id)) continue;
            const Sides both = sides(model_, identity);
            const bool at_most = identity.relation == GOUJI_RELATION_AT_MOST;
            const bool holds = at_most ? both.left <= both.right : both.left == both.right;
            json_.open('{');
            text("id", identity.id);
            text("along", identity.along);
            json_.key("relation");
            json_.string(at_most ? "<=" : "=");
            json_.key("holds");
            json_.literal(!both.decided ? "null" : holds ? "true" : "false");
            json_.key("left");
            json_.string(both.left.text());
            json_.key("right");
            json_.string(both.right.text());
            terms(identity);
            json_.close('}');
        }
        json_.close(']');
    }

    void terms(const gouji_identity& identity) {
        json_.key("terms");
        json_.open('[');
        for (std::uint32_t i = 0; i < identity.left + identity.right; ++i) {
            const gouji_term& term = model_.terms[identity.first_term + i];
            const gouji_field& field = model_.fields[term.field];
            json_.open('{');
            text("row", field.row);
            text("column", field.column);
            json_.key("sign");
            json_.literal(term.sign < 0 ? "-1" : "1");
            json_.key("side");
            json_.string(i < identity.left ? "left" : "right");
            json_.close('}');
        }
        json_.close(']');
    }

    JsonText& json_;
    const SemanticModel& model_;
    const LineIndex& lines_;
    const std::vector<Edition>& editions_;
};

}  // namespace

void write_tables(JsonText& json, const SemanticModel& model, const LineIndex& lines,
                  const std::vector<Edition>& editions) {
    Tables(json, model, lines, editions).write();
}

}  // namespace gouji
