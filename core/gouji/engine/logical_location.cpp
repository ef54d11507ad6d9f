#include "gouji/engine/logical_location.hpp"

namespace gouji {
namespace {

const gouji_field* field_at(const SemanticModel& model, Span where) {
    for (const gouji_field& field : model.fields) {
        if (field.state != GOUJI_FIELD_MISSING && !empty(field.span) && contains(field.span, where))
            return &field;
    }
    // A blank cell has no width: its position alone says which it is.
    if (!empty(where)) return nullptr;
    for (const gouji_field& field : model.fields) {
        if (field.state != GOUJI_FIELD_MISSING && same(field.span, where)) return &field;
    }
    return nullptr;
}

const gouji_label* label_at(const SemanticModel& model, Span where) {
    for (const gouji_label& label : model.labels) {
        if (!empty(label.span) && overlap(label.span, where)) return &label;
    }
    return nullptr;
}

std::string_view form_name(const SemanticModel& model, std::string_view id) {
    for (const gouji_form& form : model.forms) {
        if (view(form.id) == id) return view(form.name);
    }
    return {};
}

}  // namespace

std::string LogicalLocation::path(std::string_view separator) const {
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

LogicalLocation logical_location(const Document& document, const SemanticModel& model, Span where) {
    LogicalLocation out;
    std::uint32_t index = model.chapter_at(where.begin);
    for (; index < model.chapters.size(); index = model.chapters[index].parent) {
        const gouji_chapter& chapter = model.chapters[index];
        const std::string_view heading = document.at(chapter.heading);
        if (chapter.level == 1) {
            out.chapter = heading;
            out.chapter_kind = view(chapter.kind);
            break;
        }
        if (out.part.empty()) out.part = heading;
    }
    if (const gouji_field* field = field_at(model, where)) {
        out.form = form_name(model, view(field->form));
        out.row = view(field->row_label);
        out.column = view(field->column_label);
    } else if (const gouji_label* label = label_at(model, where)) {
        out.form = form_name(model, view(label->form));
        out.row = view(label->expected.size != 0 ? label->expected : label->printed);
    }
    return out;
}

}  // namespace gouji
