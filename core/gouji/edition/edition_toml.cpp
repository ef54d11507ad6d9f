#include "gouji/edition/edition.hpp"
#include "gouji/edition/equation.hpp"
#include "gouji/toml/reader.hpp"
#include <gouji/abi.h>

#include <algorithm>
#include <map>

namespace gouji {
namespace {

using ColumnSets = std::map<std::string, std::vector<Edition::Column>, std::less<>>;

std::int64_t bounded(TomlReader& fields, std::string_view key, std::int64_t low, std::int64_t high,
                     std::optional<std::int64_t> fallback) {
    const std::int64_t value = fields.integer(key, fallback);
    if (fields.has(key) && (value < low || value > high)) {
        const std::string from = std::to_string(low);
        const std::string to = std::to_string(high);
        fields.wrong(key, "应在 " + from + " 和 " + to + " 之间",
                     "should be between " + from + " and " + to);
    }
    return value;
}

/// Reports that a value names nothing known.
void unknown(TomlReader& fields, std::string_view key, const std::string& value,
             const std::vector<std::string>& known) {
    const Localized near = did_you_mean(value, known);
    fields.wrong(key, "没有“" + value + "”" + near.zh, "no '" + value + "'" + near.en);
}

Edition::Chapter chapter(TomlReader fields) {
    Edition::Chapter out;
    out.kind = fields.text("kind");
    out.ordinal = static_cast<std::uint32_t>(bounded(fields, "ordinal", 1, 99, std::nullopt));
    out.title = fields.text("title");
    out.form = fields.text("form", "");
    out.variants = fields.texts("variants");
    out.noted = fields.texts("noted");
    fields.finish();
    return out;
}

Edition::Column column(TomlReader fields) {
    Edition::Column out;
    out.key = fields.text("key");
    out.label = fields.text("label");
    out.variants = fields.texts("variants");
    out.type = static_cast<std::uint32_t>(fields.one_of("type", {"count", "change", "amount"}, 0));
    fields.finish();
    return out;
}

Edition::Group group(TomlReader fields) {
    Edition::Group out;
    out.key = fields.text("key");
    out.label = fields.text("label");
    out.parent = fields.text("parent", "");
    out.variants = fields.texts("variants");
    fields.finish();
    return out;
}

Edition::Row row(TomlReader fields, const Edition::Form& form, const ColumnSets& sets) {
    Edition::Row out;
    out.key = fields.text("key");
    out.label = fields.text("label");
    out.group = fields.text("group", "");
    out.variants = fields.texts("variants");
    std::string set = fields.text("columns", "");
    if (set.empty()) set = "default";
    const auto found = sets.find(set);
    if (found != sets.end()) {
        out.columns = found->second;
    } else {
        std::vector<std::string> names;
        for (const auto& [name, columns] : sets) names.push_back(name);
        unknown(fields, "columns", set, names);
    }
    if (!out.group.empty() &&
        std::none_of(form.groups.begin(), form.groups.end(),
                     [&](const Edition::Group& g) { return g.key == out.group; })) {
        std::vector<std::string> names;
        for (const Edition::Group& g : form.groups) names.push_back(g.key);
        unknown(fields, "group", out.group, names);
    }
    fields.finish();
    return out;
}

Edition::Form form(TomlReader fields) {
    Edition::Form out;
    out.id = fields.text("id");
    out.name = fields.text("name");
    out.chapter = fields.text("chapter");
    out.fixed = fields.texts("fixed");
    out.values_in_one_row = fields.boolean("values_in_one_row", false);
    ColumnSets sets;
    if (auto columns = fields.table("columns")) {
        for (const std::string& name : columns->keys()) {
            std::vector<Edition::Column>& set = sets[name];
            for (TomlReader& entry : columns->tables(name)) set.push_back(column(std::move(entry)));
        }
        columns->finish();
    }
    for (TomlReader& entry : fields.tables("groups")) out.groups.push_back(group(std::move(entry)));
    for (TomlReader& entry : fields.tables("rows"))
        out.rows.push_back(row(std::move(entry), out, sets));
    fields.finish();
    return out;
}

/// The keys that an equation may name: columns when it is evaluated on rows, and the reverse.
std::vector<std::string> keys(const Edition::Form& form, bool rows) {
    std::vector<std::string> out;
    for (const Edition::Row& row : form.rows) {
        if (rows) {
            out.emplace_back(row.key);
            continue;
        }
        for (const Edition::Column& column : row.columns) {
            if (std::find(out.begin(), out.end(), column.key) == out.end())
                out.emplace_back(column.key);
        }
    }
    return out;
}

Edition::Identity identity(TomlReader fields, const Edition& edition) {
    Edition::Identity out;
    out.id = fields.text("id");
    out.form = fields.text("form");
    out.along_rows = fields.one_of("along", {"rows", "columns"}, 0) == 0;
    out.only = fields.texts("only");
    const std::string equation = fields.text("equation");
    const auto form = std::find_if(edition.forms.begin(), edition.forms.end(),
                                   [&](const Edition::Form& f) { return f.id == out.form; });
    if (form == edition.forms.end()) {
        std::vector<std::string> ids;
        for (const Edition::Form& f : edition.forms) ids.push_back(f.id);
        unknown(fields, "form", out.form, ids);
        return out;
    }
    const auto known = [](const std::vector<std::string>& all, std::string_view key) {
        return std::find(all.begin(), all.end(), key) != all.end();
    };
    if (const auto why = read_equation(equation, out)) {
        fields.wrong("equation", why->zh, why->en);
    }
    const auto operands = keys(*form, !out.along_rows);
    for (const auto* side : {&out.left, &out.right}) {
        for (const Edition::Identity::Term& term : *side) {
            if (!known(operands, term.key)) unknown(fields, "equation", term.key, operands);
        }
    }
    const auto places = keys(*form, out.along_rows);
    for (const std::string& key : out.only) {
        if (!known(places, key)) unknown(fields, "only", key, places);
    }
    fields.finish();
    return out;
}

Edition edition(TomlReader& fields) {
    Edition out;
    out.id = fields.text("id");
    out.from = static_cast<std::int32_t>(bounded(fields, "from", 1900, 9999, std::nullopt));
    out.to = static_cast<std::int32_t>(bounded(fields, "to", 1900, 9999, 0));
    out.marks = fields.texts("marks");
    out.legacy_chapters = fields.texts("legacy_chapters");
    for (TomlReader& entry : fields.tables("chapters"))
        out.chapters.push_back(chapter(std::move(entry)));
    for (TomlReader& entry : fields.tables("forms")) out.forms.push_back(form(std::move(entry)));
    for (TomlReader& entry : fields.tables("identities"))
        out.identities.push_back(identity(std::move(entry), out));
    if (auto sample = fields.table("sample")) {
        out.sample = sample->text("text");
        sample->finish();
    }
    return out;
}

}  // namespace

Result<Edition> parse_edition(std::string_view toml, const std::string& file) {
    return read_toml<Edition>(toml, file, 1, edition);
}

}  // namespace gouji
