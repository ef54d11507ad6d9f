#include <gouji/phrases.hpp>

#include "missing_table.page.hpp"
#include "outline.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::missing_table;

/// A chapter that should carry a form and has words only.
class MissingTable {
public:
    explicit MissingTable(Options)
        : pictures_{"图片", "附图", "见附件", "详见附", "附表", "![", "见下图"} {}

    void check(Document document, Sink sink) const {
        for (const gouji_expected_chapter& expected : document.expected_chapters()) {
            if (expected.found == GOUJI_NONE || expected.form.size == 0) continue;
            const gouji_chapter& chapter = document.chapters()[expected.found];
            const gouji_form* form = find(document, view(expected.form));
            if (form == nullptr || structure::nothing_below(document, chapter)) continue;
            const bool there =
                form->state == GOUJI_FORM_FOUND && form->rows * 2 >= form->rows_expected;
            // A form that is a picture cannot be seen in the text.
            if (there || pictures_.in(document.text(chapter.body))) continue;
            (form->rows == 0
                 ? sink.report(chapter.heading,
                               message::missing{.chapter = document.text(chapter.heading)})
                 : sink.report(chapter.heading,
                               message::torn{.chapter = document.text(chapter.heading),
                                             .expected = form->rows_expected,
                                             .rows = form->rows}));
        }
    }

private:
    static const gouji_form* find(Document document, std::string_view id) {
        for (const gouji_form& form : document.forms()) {
            if (view(form.id) == id) return &form;
        }
        return nullptr;
    }

    gouji::Phrases pictures_;
};

}  // namespace

GOUJI_RULE(missing_table, MissingTable);
