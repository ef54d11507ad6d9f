#include "cli/sample.hpp"

#include "gouji/fix/edits.hpp"
#include "gouji/parse/parse.hpp"

#include <algorithm>
#include <memory>

namespace gouji {
namespace {

constexpr std::string_view mark_open = "⟦";
constexpr std::string_view mark_close = "⟧";

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (end > 0) out.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> out;
    while (true) {
        const std::size_t begin = text.find_first_not_of(' ');
        if (begin == std::string_view::npos) return out;
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        out.push_back(text.substr(begin, end - begin));
        text.remove_prefix(end);
    }
}

/// `granted = 3 0 …`: an example for a form sets cells when its first line looks like this.
bool sets_cells(std::string_view text) {
    const auto lines = lines_of(text);
    if (lines.empty()) return false;
    const std::size_t equals = lines.front().find(" = ");
    if (equals == std::string_view::npos) return false;
    return std::all_of(lines.front().begin(),
                       lines.front().begin() + static_cast<std::ptrdiff_t>(equals),
                       [](char c) { return (c >= 'a' && c <= 'z') || c == '_' || c == '.'; });
}

}  // namespace

Marked unmarked(std::string_view text) {
    Marked out;
    std::size_t open = 0;
    while (!text.empty()) {
        const std::size_t at = std::min(text.find(mark_open), text.find(mark_close));
        if (at == std::string_view::npos) break;
        out.text.append(text.substr(0, at));
        if (text.substr(at).starts_with(mark_open)) {
            open = out.text.size();
        } else {
            out.marks.push_back(span_of(open, out.text.size()));
        }
        text.remove_prefix(at + mark_open.size());
    }
    out.text.append(text);
    return out;
}

Result<Sample> Sample::make(const Edition& edition, const Lexicon& lexicon) {
    auto text = Text::decode(edition.sample);
    if (!text || text->view().empty()) {
        return fail("格式“" + edition.id + "”没有可用的样本（sample）",
                    "edition '" + edition.id + "' has no usable sample");
    }
    auto owned = std::make_unique<Text>(std::move(*text));
    const auto end = static_cast<std::uint32_t>(owned->view().size());
    Document document = parse_report(*owned, {0, end}, "", lexicon);
    SemanticModel model = analyze(document, lexicon, {});
    return Sample(std::move(owned), std::move(document), std::move(model));
}

/// Moves the report's year, and the year after it in which it is signed; no other year.
void Sample::set_year(std::int32_t year, Changes& changes) const {
    const std::int32_t from = model_.summary.year;
    const auto replace_in = [&](Span span, std::int32_t old) {
        const std::string digits = std::to_string(old);
        const std::size_t at = document_.at(span).find(digits);
        if (at == std::string_view::npos) return;
        const Span where = span_of(span.begin + at, span.begin + at + digits.size());
        const bool known =
            std::any_of(changes.begin(), changes.end(),
                        [&](const Finding::Edit& change) { return same(change.replaced, where); });
        if (!known) changes.push_back({where, std::to_string(old + year - from)});
    };
    replace_in(model_.summary.title_span, from);
    for (const gouji_date& date : model_.dates) {
        if (date.quoted == 0 && date.year_implied == 0 &&
            (date.year == from || date.year == from + 1)) {
            replace_in(date.span, date.year);
        }
    }
}

void Sample::set_agency(const std::string& agency, Changes& changes) const {
    const std::string_view from = view(model_.summary.agency);
    if (from.empty()) return;
    const std::string_view text = document_.view();
    for (std::size_t at = text.find(from); at != std::string_view::npos;
         at = text.find(from, at + from.size())) {
        changes.push_back({span_of(at, at + from.size()), agency});
    }
}

/// What an example for a chapter replaces: from after its heading up to its table, or up to the
/// next chapter or the signature.
Result<Span> Sample::prose_of(std::string_view kind) const {
    const auto& chapters = model_.chapters;
    const auto chapter = std::find_if(
        chapters.begin(), chapters.end(),
        [&](const gouji_chapter& each) { return each.level == 1 && view(each.kind) == kind; });
    if (chapter == chapters.end()) {
        return fail("样本里没有“" + std::string(kind) + "”一章",
                    "the sample has no chapter '" + std::string(kind) + "'");
    }
    const std::string_view text = document_.view();
    const std::size_t line_end = std::min(text.find('\n', chapter->heading.end), text.size() - 1);
    Span out = span_of(line_end + 1, text.size());
    const auto stop_at = [&](std::uint32_t at) {
        if (at < out.begin || at >= out.end) return;
        const std::size_t before = text.rfind('\n', at);
        out.end = std::max(out.begin, before == std::string_view::npos
                                          ? at
                                          : static_cast<std::uint32_t>(before + 1));
    };
    for (const gouji_chapter& each : chapters) {
        if (each.level == 1) stop_at(each.heading.begin);
    }
    for (const gouji_kind kind_of_end : {GOUJI_KIND_TABLE, GOUJI_KIND_SIGNATURE}) {
        for (const gouji_node node : document_.nodes(kind_of_end))
            stop_at(document_.nodes()[node].span.begin);
    }
    return out;
}

/// Cells that the line has no value for go; values that the row has no cell for get one, after the
/// manner of the last two.
void Sample::set_row(const std::vector<const gouji_field*>& cells,
                     const std::vector<std::string_view>& values, Changes& changes) const {
    const auto words = [](std::string_view value) {
        if (value == "_") return std::string();
        return value == "⟦_⟧" ? std::string(mark_open) + std::string(mark_close)
                              : std::string(value);
    };
    const std::size_t both = std::min(cells.size(), values.size());
    for (std::size_t i = 0; i < both; ++i) changes.push_back({cells[i]->span, words(values[i])});
    if (both < cells.size() && both > 0) {
        changes.push_back({{cells[both - 1]->span.end, cells.back()->span.end}, ""});
    }
    if (both < values.size() && both > 1) {
        const Span between{cells[both - 2]->span.end, cells[both - 1]->span.begin};
        const std::uint32_t end = cells.back()->span.end;
        for (std::size_t i = both; i < values.size(); ++i) {
            changes.push_back({{end, end}, std::string(document_.at(between)) + words(values[i])});
        }
    }
}

Result<void> Sample::set_cells(const std::string& lines, const std::string& form,
                               Changes& changes) const {
    const auto cells_of = [&](std::string_view row, std::string_view column) {
        std::vector<const gouji_field*> out;
        for (const gouji_field& field : model_.fields) {
            const bool here = view(field.form) == form && view(field.row) == row;
            if (here && (column.empty() || view(field.column) == column)) out.push_back(&field);
        }
        return out;
    };
    for (const std::string_view line : lines_of(lines)) {
        const std::size_t equals = line.find(" = ");
        const std::string_view key = line.substr(0, equals);
        const auto values =
            words_of(equals == std::string_view::npos ? "" : line.substr(equals + 3));
        auto cells = cells_of(key, {});
        if (const std::size_t dot = key.rfind('.');
            cells.empty() && dot != std::string_view::npos) {
            cells = cells_of(key.substr(0, dot), key.substr(dot + 1));
        }
        if (cells.empty() || cells.front()->state == GOUJI_FIELD_MISSING ||
            cells.back()->state == GOUJI_FIELD_MISSING) {
            const std::string said(line);
            return fail("样本的表里没有这一行或这一格：“" + said + "”",
                        "the sample's form has no such row or cell: '" + said + "'");
        }
        set_row(cells, values, changes);
    }
    return {};
}

Result<void> Sample::set_place(const std::string& text, const std::string& place,
                               Changes& changes) const {
    const std::string_view whole = document_.view();
    const auto end = static_cast<std::uint32_t>(whole.size());
    if (place == "title") {
        std::string by = text;
        while (by.ends_with('\n')) by.pop_back();
        std::erase_if(changes, [&](const Finding::Edit& change) {
            return overlap(change.replaced, model_.summary.title_span);
        });
        changes.push_back({model_.summary.title_span, by});
        return {};
    }
    if (place == "end") {
        changes.push_back({{end, end}, (whole.ends_with('\n') ? "" : "\n") + text});
        return {};
    }
    if (place == "preface") {
        if (model_.chapters.empty()) return fail("样本里没有章", "the sample has no chapters");
        const std::size_t title_end =
            std::min(whole.find('\n', model_.summary.title_span.end), whole.size() - 1);
        const std::size_t line = whole.rfind('\n', model_.chapters.front().heading.begin);
        const Span before = span_of(title_end + 1, std::max(title_end, line) + 1);
        std::erase_if(
            changes, [&](const Finding::Edit& change) { return overlap(change.replaced, before); });
        changes.push_back({before, text});
        return {};
    }
    const bool form = std::ranges::any_of(
        model_.forms, [&](const gouji_form& each) { return view(each.id) == place; });
    if (form && sets_cells(text)) return set_cells(text, place, changes);
    if (model_.expected.empty()) return fail("样本里没有章", "the sample has no chapters");
    GOUJI_TRY(auto prose, prose_of(place.empty() ? view(model_.expected.front().kind) : place));
    if (place.empty()) prose.begin = prose.end;
    std::erase_if(changes,
                  [&](const Finding::Edit& change) { return overlap(change.replaced, prose); });
    changes.push_back({prose, text});
    return {};
}

Result<std::string> Sample::with(const std::string& text, const ExampleContext& context) const {
    if (context.place == "whole") return text;
    Changes changes;
    if (context.year != 0) set_year(context.year, changes);
    if (!context.agency.empty()) set_agency(context.agency, changes);
    GOUJI_TRY_VOID(set_place(text, context.place, changes));
    // A change of the agency inside a change of the year is left out.
    return apply_edits(document_.view(), std::move(changes));
}

}  // namespace gouji
