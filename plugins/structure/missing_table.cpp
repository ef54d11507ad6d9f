#include <gouji/phrases.hpp>

#include "missing_table.page.hpp"
#include "outline.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::missing_table;

/// A chapter that should carry a form and has words only.
class MissingTable {
public:
    explicit MissingTable(Options options) : pictures_(options.words(list::pictures)) {}

    void check(Document document, Sink sink) const {
        unreadable(document, sink);
        for (const gouji_expected_chapter& expected : document.expected_chapters()) {
            if (expected.found == GOUJI_NONE || expected.form.size == 0) continue;
            const gouji_chapter& chapter = document.chapters()[expected.found];
            const gouji_form* form = structure::form(document, view(expected.form));
            if (form == nullptr || structure::nothing_below(document, chapter)) continue;
            if (form->state == GOUJI_FORM_UNREADABLE) continue;  // told by unreadable()
            // A form that is a picture cannot be seen in the text.
            if (carried(document, *form) || pictures_.in(document.text(chapter.body))) continue;
            if (form->state != GOUJI_FORM_FOUND || form->rows == 0) {
                sink.report(chapter.heading,
                            message::missing{.chapter = document.text(chapter.heading)});
                continue;
            }
            sink.report(chapter.heading, message::torn{.chapter = document.text(chapter.heading),
                                                       .expected = form->rows_expected,
                                                       .rows = form->rows});
        }
    }

private:
    /// The model says which forms could not be read in full, and why.
    static void unreadable(Document document, Sink sink) {
        for (const gouji_evidence& evidence : document.evidence()) {
            if (view(evidence.topic) != "unreadable") continue;
            const gouji_form* form = structure::form(document, view(evidence.value));
            if (form == nullptr) continue;
            const gouji_chapter* chapter = structure::chapter(document, view(form->chapter));
            const Span where = chapter != nullptr ? chapter->heading : evidence.span;
            const std::string_view reason = view(evidence.source);
            if (reason == "split-cells") {
                sink.report(where, message::split_cells{.form = view(form->name)});
            } else if (reason == "lost-cells") {
                sink.report(where, message::lost_cells{.form = view(form->name)});
            } else {
                sink.report(where, message::no_cells{.form = view(form->name)});
            }
        }
    }

    /// Half of the form's rows, or half of its fields, were read.
    static bool carried(Document document, const gouji_form& form) {
        if (form.state == GOUJI_FORM_FOUND && form.rows * 2 >= form.rows_expected) return true;
        std::size_t fields = 0;
        std::size_t read = 0;
        for (const gouji_field& field : document.fields()) {
            if (view(field.form) != view(form.id)) continue;
            ++fields;
            read += field.state == GOUJI_FIELD_MISSING ? 0 : 1;
        }
        return read > 0 && read * 2 >= fields;
    }

    gouji::Phrases pictures_;
};

}  // namespace

GOUJI_RULE(missing_table, MissingTable);
