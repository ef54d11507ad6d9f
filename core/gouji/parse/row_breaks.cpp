#include "gouji/parse/row_breaks.hpp"

#include <algorithm>

namespace gouji {
namespace {

const Edition::Form& form_of(const Lexicon& lexicon, const Entry& entry) {
    return lexicon.editions()[entry.edition].forms[entry.form];
}

/// Key of the group directly around what the entry names.
const std::string& around(const Edition::Form& form, const Entry& entry) {
    return entry.word == Word::row ? form.rows[entry.index].group : form.groups[entry.index].parent;
}

}  // namespace

Role role(const Lexicon& lexicon, std::span<const Entry> entries, std::uint32_t edition) {
    Role out;
    for (const Entry& entry : entries) {
        const Edition::Form& form = form_of(lexicon, entry);
        if (entry.word == Word::header || entry.word == Word::fixed || form.values_in_one_row) {
            out.heads = true;
            if (entry.word == Word::fixed && entry.index == 0) out.opens = true;
            continue;
        }
        out.leads = true;
        if (entry.word == Word::group) {
            out.group = true;
        } else if (edition == GOUJI_NONE || edition == entry.edition) {
            out.values = std::max(
                out.values, static_cast<std::uint32_t>(form.rows[entry.index].columns.size()));
        }
    }
    return out;
}

bool inside(const Lexicon& lexicon, std::span<const Entry> inner, std::span<const Entry> outer) {
    for (const Entry& in : inner) {
        if (in.word != Word::row && in.word != Word::group) continue;
        const Edition::Form& form = form_of(lexicon, in);
        const std::string* key = &around(form, in);
        for (std::size_t depth = 0; depth < form.groups.size() && !key->empty(); ++depth) {
            const auto group = std::find_if(form.groups.begin(), form.groups.end(),
                                            [&](const Edition::Group& g) { return g.key == *key; });
            if (group == form.groups.end()) break;
            const auto index = static_cast<std::size_t>(group - form.groups.begin());
            for (const Entry& out : outer) {
                if (out.word == Word::group && out.edition == in.edition && out.form == in.form &&
                    out.index == index) {
                    return true;
                }
            }
            key = &group->parent;
        }
    }
    return false;
}

bool RowBreaks::before(const CutCell& cell, bool takes_text) const {
    if (!filled_) return false;
    switch (cell.kind) {
        case CellKind::empty:
            return false;
        case CellKind::value:
            return headed_ && !led_ && !text_ && values_ == 0;
        case CellKind::text:
            return values_ > 0 && !takes_text;
        case CellKind::label:
            break;
    }
    if (values_ > 0) return true;
    const Role x = role(*lexicon_, cell.entries);
    if (x.leads && !x.heads) return headed_ || (led_ && !inside(*lexicon_, cell.entries, last_));
    if (x.heads && !x.leads) return led_ || x.opens || (bare_ && starts_over(cell.entries));
    return false;
}

/// Whether a header's column stands left of the one before it: the next header row.
bool RowBreaks::starts_over(std::span<const Entry> entries) const {
    if (entries.front().word != Word::header || opened_ || !filled_) return false;
    if (entries.front().column == 0) return true;
    return !last_.empty() && last_.front().word == Word::header &&
           last_.front().form == entries.front().form &&
           entries.front().column <= last_.front().column;
}

void RowBreaks::add(const CutCell& cell) {
    switch (cell.kind) {
        case CellKind::empty:
            return;
        case CellKind::value:
            ++values_;
            break;
        case CellKind::text:
            if (values_ > 0) ++values_;
            text_ = true;
            break;
        case CellKind::label: {
            if (const std::uint32_t edition = only_edition(cell.entries); edition != GOUJI_NONE) {
                edition_ = edition;
            }
            const Role x = role(*lexicon_, cell.entries, edition_);
            led_ = led_ || (x.leads && !x.heads);
            headed_ = headed_ || (x.heads && !x.leads);
            if (x.leads) expects_ = x.values;
            opened_ = x.opens;
            last_ = cell.entries;
            break;
        }
    }
    filled_ = true;
}

void RowBreaks::clear() {
    const std::uint32_t edition = edition_;
    *this = RowBreaks(*lexicon_, bare_);
    edition_ = edition;
}

}  // namespace gouji
