#include "gouji/engine/whereabouts.hpp"

namespace gouji {
namespace {

const gouji_field* field_at(const Facts& facts, Span where) {
    for (const gouji_field& field : facts.fields) {
        if (field.state != GOUJI_FIELD_MISSING && !empty(field.span) && contains(field.span, where))
            return &field;
    }
    // A blank cell has no width: its place alone tells.
    if (!empty(where)) return nullptr;
    for (const gouji_field& field : facts.fields) {
        if (field.state != GOUJI_FIELD_MISSING && same(field.span, where)) return &field;
    }
    return nullptr;
}

const gouji_label* label_at(const Facts& facts, Span where) {
    for (const gouji_label& label : facts.labels) {
        if (!empty(label.span) && overlap(label.span, where)) return &label;
    }
    return nullptr;
}

std::string_view form_name(const Facts& facts, std::string_view id) {
    for (const gouji_form& form : facts.forms) {
        if (view(form.id) == id) return view(form.name);
    }
    return {};
}

}  // namespace

std::string Whereabouts::path(std::string_view separator) const {
    std::string out;
    // A chapter is mostly named for its one form, which need not be said twice.
    const bool said = chapter.find(form) != std::string_view::npos;
    for (const std::string_view name : {chapter, part, said ? "" : form, row, column}) {
        if (name.empty()) continue;
        if (!out.empty()) out.append(separator);
        out.append(name);
    }
    return out;
}

Whereabouts whereabouts(const Examined& examined, Span where) {
    const Facts& facts = examined.facts;
    Whereabouts out;
    std::uint32_t index = facts.chapter_at(where.begin);
    for (; index < facts.chapters.size(); index = facts.chapters[index].parent) {
        const gouji_chapter& chapter = facts.chapters[index];
        const std::string_view heading = examined.document.at(chapter.heading);
        if (chapter.level == 1) {
            out.chapter = heading;
            out.chapter_kind = view(chapter.kind);
            break;
        }
        if (out.part.empty()) out.part = heading;
    }
    if (const gouji_field* field = field_at(facts, where)) {
        out.form = form_name(facts, view(field->form));
        out.row = view(field->row_label);
        out.column = view(field->column_label);
    } else if (const gouji_label* label = label_at(facts, where)) {
        out.form = form_name(facts, view(label->form));
        out.row = view(label->expected.size != 0 ? label->expected : label->printed);
    }
    return out;
}

}  // namespace gouji
