#include "cli/model.hpp"

#include "gouji/json/report_json.hpp"
#include "gouji/text/line_index.hpp"
#include "gouji/text/unicode.hpp"
#include <gouji/decimal.hpp>
#include <gouji/utf8.hpp>

#include <cstdio>

namespace gouji {
namespace {

const gouji_period* period(const SemanticModel& model) {
    return model.summary.period < model.periods.size() ? &model.periods[model.summary.period]
                                                       : nullptr;
}

/// The text, and blanks up to `columns` of a terminal.
std::string padded(std::string_view text, std::uint32_t columns) {
    std::string out(text);
    const std::uint32_t taken = width(text);
    if (taken < columns) out.append(columns - taken, ' ');
    return out;
}

/// A line's number in front of what stands on it.
std::string numbered(std::uint32_t line) {
    std::string number = std::to_string(line);
    number.insert(0, number.size() < 5 ? 5 - number.size() : 0, ' ');
    return number + "  ";
}

std::string printed(const gouji_field& field) {
    switch (field.state) {
        case GOUJI_FIELD_MISSING:
            return "·";
        case GOUJI_FIELD_BLANK:
            return "□";
        case GOUJI_FIELD_NUMBER:
            return Decimal(field.value).text() + std::string(view(field.unit));
        default:
            return std::string(view(field.printed));
    }
}

/// Why a form could not be read in full, in words; "" where it was.
std::string unreadable(const SemanticModel& model, const gouji_form& form, Language language) {
    const std::string_view reason = unreadable_reason(model, form);
    if (reason == "no-cells")
        return pick(language, "行列已丢失，只剩文字和数字", "rows and columns are lost");
    if (reason == "split-cells")
        return pick(language, "部分行的项目名称被拆散", "the words of some rows are broken up");
    if (reason == "lost-cells")
        return pick(language, "只有空格分隔，空白单元格无从辨认", "blank cells cannot be seen");
    return std::string(reason);
}

/// The rows of a form under the keys of their columns, which stand anew where they change.
std::string rows(const SemanticModel& model, const gouji_form& form) {
    std::string out;
    std::string heads;
    for (std::size_t at = 0; at < model.fields.size();) {
        const std::string_view row = view(model.fields[at].row);
        if (view(model.fields[at].form) != view(form.id)) {
            ++at;
            continue;
        }
        std::string keys = "  " + padded("", 28);
        std::string cells = "  " + padded(row, 28);
        for (; at < model.fields.size() && view(model.fields[at].row) == row; ++at) {
            const gouji_field& field = model.fields[at];
            if (view(field.form) != view(form.id)) break;
            const auto wide =
                static_cast<std::uint32_t>(std::max<std::size_t>(6, field.column.size));
            keys += padded(view(field.column), wide) + " ";
            cells += padded(printed(field), wide) + " ";
        }
        if (keys != heads) out += keys + "\n";
        heads = std::move(keys);
        out += cells + "\n";
    }
    return out;
}

}  // namespace

std::string model_text(const Document& document, const SemanticModel& model, Language language) {
    const LineIndex lines(document.view());
    std::string out;
    const auto line = [&](const char* zh, const char* en, std::string_view value) {
        out += padded(language == Language::en ? en : zh, 12);
        out += value.empty() ? std::string_view("—") : value;
        out += '\n';
    };
    line("机关", "agency", view(model.summary.agency));
    line("年度", "year", model.summary.year == 0 ? "" : std::to_string(model.summary.year));
    line("版本", "edition", view(model.summary.edition));
    std::string between;
    if (const gouji_period* found = period(model)) {
        between = iso_date(model, found->from) + " … " + iso_date(model, found->to);
    }
    line("统计期限", "period", between);
    std::string sign(view(model.summary.signed_agency));
    if (const std::string date = iso_date(model, model.summary.signed_date); !date.empty()) {
        sign += (sign.empty() ? "" : "  ") + date;
    }
    line("落款", "signed", sign);
    out += '\n';
    for (const gouji_chapter& chapter : model.chapters) {
        out += numbered(lines.position(chapter.heading.begin).line) +
               std::string(chapter.level > 1 ? (chapter.level - 1) * 2 : 0, ' ') +
               one_line(document.at(chapter.heading));
        if (!view(chapter.kind).empty()) out += "  [" + std::string(view(chapter.kind)) + "]";
        out += '\n';
    }
    for (const gouji_form& form : model.forms) {
        out += "\n" + std::string(view(form.name)) + "  [" + std::string(view(form.id)) + "]";
        if (form.state == GOUJI_FORM_MISSING) {
            out += pick(language, "  未找到\n", "  not found\n");
            continue;
        }
        if (const std::string reason = unreadable(model, form, language); !reason.empty())
            out += (pick(language, "  没有读全：", "  not read in full: ")) + reason;
        out += "  " + std::string(view(form.edition)) + "\n";
        out += rows(model, form);
    }
    if (const auto unchecked = document.nodes(GOUJI_KIND_RESIDUE); !unchecked.empty()) {
        out += pick(language, "\n未检查，视为网页或排版留下的文字：\n",
                    "\nNot checked, taken for what a page prints around the report:\n");
        for (const gouji_node node : unchecked) {
            const Span span = document.nodes()[node].span;
            out += numbered(lines.position(span.begin).line) + one_line(document.at(span)) + "\n";
        }
    }
    out += pick(language, "\n□ 空白  · 缺\n", "\n□ left blank  · missing\n");
    return out;
}

}  // namespace gouji
