#include "cli/model.hpp"

#include "gouji/text/line_index.hpp"
#include "gouji/text/unicode.hpp"
#include <gouji/decimal.hpp>
#include <gouji/utf8.hpp>

#include <cstdio>

#include "cli/json_text.hpp"
#include "cli/model_tables.hpp"

namespace gouji {
namespace {

/// “2021-01-31”; "" for a date that lacks a part.
std::string iso(const SemanticModel& model, std::uint32_t index) {
    if (index >= model.dates.size()) return {};
    const gouji_date& date = model.dates[index];
    if (date.year <= 0 || date.month == 0 || date.day == 0) return {};
    char text[48];  // room for any number the fields can hold
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", date.year, date.month, date.day);
    return text;
}

const gouji_period* period(const SemanticModel& model) {
    return model.summary.period < model.periods.size() ? &model.periods[model.summary.period]
                                                       : nullptr;
}

/// A heading on one line.
std::string one_line(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const Char c = char_at(text, at);
        if (!is_line_end(c.code)) out.append(text.substr(at, c.size));
        at += c.size;
    }
    return out;
}

class JsonModel {
public:
    JsonModel(const Document& document, const SemanticModel& model,
              const std::vector<Edition>& editions)
        : document_(document), model_(model), editions_(editions), lines_(document.view()) {}

    std::string print() {
        json_.open('{');
        json_.key("agency");
        json_.string_or_null(view(model_.summary.agency));
        json_.key("year");
        json_.literal(model_.summary.year == 0 ? "null" : std::to_string(model_.summary.year));
        json_.key("edition");
        json_.string_or_null(view(model_.summary.edition));
        json_.key("period");
        if (const gouji_period* found = period(model_)) {
            json_.open('{');
            json_.key("from");
            json_.string_or_null(iso(model_, found->from));
            json_.key("to");
            json_.string_or_null(iso(model_, found->to));
            json_.close('}');
        } else {
            json_.literal("null");
        }
        json_.key("signed");
        json_.open('{');
        json_.key("agency");
        json_.string_or_null(view(model_.summary.signed_agency));
        json_.key("date");
        json_.string_or_null(iso(model_, model_.summary.signed_date));
        json_.close('}');
        json_.key("chapters");
        chapters(GOUJI_NONE);
        json_.key("form");
        form();
        json_.key("tables");
        write_tables(json_, model_, lines_, editions_);
        json_.key("unchecked");
        unchecked();
        json_.close('}');
        return json_.take();
    }

private:
    /// The chapters of one parent from `next_` on: they stand in reading order, a parent before
    /// its parts.
    void chapters(std::uint32_t parent) {
        json_.open('[');
        while (next_ < model_.chapters.size() && model_.chapters[next_].parent == parent) {
            const std::uint32_t here = next_++;
            const gouji_chapter& chapter = model_.chapters[here];
            json_.open('{');
            if (chapter.level <= 1) {
                json_.key("kind");
                json_.string_or_null(view(chapter.kind));
            }
            json_.key("ordinal");
            json_.literal(chapter.ordinal == 0 ? "null" : std::to_string(chapter.ordinal));
            json_.key("title");
            json_.string(one_line(document_.at(chapter.heading)));
            json_.key("line");
            json_.literal(std::to_string(lines_.position(chapter.heading.begin).line));
            if (next_ < model_.chapters.size() && model_.chapters[next_].parent == here) {
                json_.key("parts");
                chapters(here);
            }
            json_.close('}');
        }
        json_.close(']');
    }

    /// Lines that were taken for a page's navigation, footer or page numbers: no rule sees them.
    void unchecked() {
        json_.open('[');
        for (const gouji_node node : document_.nodes(GOUJI_KIND_RESIDUE)) {
            const Span span = document_.nodes()[node].span;
            json_.open('{');
            json_.key("line");
            json_.literal(std::to_string(lines_.position(span.begin).line));
            json_.key("text");
            json_.string(one_line(document_.at(span)));
            json_.close('}');
        }
        json_.close(']');
    }

    void form() {
        json_.open('{');
        for (const gouji_form& form : model_.forms) {
            json_.key(view(form.id));
            if (form.state == GOUJI_FORM_MISSING) {
                json_.literal("null");
                continue;
            }
            json_.open('{');
            std::string_view row;
            for (const gouji_field& field : model_.fields) {
                if (view(field.form) != view(form.id)) continue;
                if (view(field.row) != row) {
                    if (!row.empty()) json_.close('}');
                    row = view(field.row);
                    json_.key(row);
                    json_.open('{');
                }
                json_.key(view(field.column));
                json_.literal(field.state == GOUJI_FIELD_NUMBER ? Decimal(field.value).text()
                                                                : "null");
            }
            if (!row.empty()) json_.close('}');
            json_.close('}');
        }
        json_.close('}');
    }

    const Document& document_;
    const SemanticModel& model_;
    const std::vector<Edition>& editions_;
    LineIndex lines_;
    JsonText json_;
    std::uint32_t next_ = 0;
};

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

std::string model_json(const Document& document, const SemanticModel& model,
                       const std::vector<Edition>& editions) {
    return JsonModel(document, model, editions).print();
}

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
        between = iso(model, found->from) + " … " + iso(model, found->to);
    }
    line("统计期限", "period", between);
    std::string sign(view(model.summary.signed_agency));
    if (const std::string date = iso(model, model.summary.signed_date); !date.empty()) {
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
