#include "gouji/json/model_members.hpp"
#include "gouji/json/report_json.hpp"
#include "gouji/semantic/identity_sides.hpp"

namespace gouji {
namespace {

/// The forms as tables, for programs that draw them.
class Tables : private ModelMembers {
public:
    Tables(const ModelMembers& report, std::span<const Edition> editions)
        : ModelMembers(report), editions_(editions) {}

    void describe() {
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

private:
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
        // The depth ends a chain of parents that an edition has made circular.
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

    std::span<const Edition> editions_;
};

}  // namespace

void describe_tables(const ModelMembers& report, std::span<const Edition> editions) {
    Tables(report, editions).describe();
}

}  // namespace gouji
