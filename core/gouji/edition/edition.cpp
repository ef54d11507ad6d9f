#include "gouji/edition/edition.hpp"

#include "gouji/edition/equation.hpp"
#include "gouji/edition/toml_fields.hpp"
#include <gouji/abi.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>

namespace gouji {
namespace {

using ColumnSets = std::map<std::string, std::vector<Edition::Column>, std::less<>>;

Edition::Chapter chapter(Fields fields) {
    Edition::Chapter out;
    out.kind = fields.text("kind");
    out.ordinal = static_cast<std::uint32_t>(fields.integer("ordinal", 1, 99));
    out.title = fields.text("title");
    out.form = fields.text_or("form");
    out.variants = fields.list_or("variants");
    out.noted = fields.list_or("noted");
    fields.end();
    return out;
}

Edition::Column column(Fields fields) {
    Edition::Column out;
    out.key = fields.text("key");
    out.label = fields.text("label");
    out.variants = fields.list_or("variants");
    out.type = fields.choice_or("type", {"count", "change", "amount"});
    fields.end();
    return out;
}

Edition::Group group(Fields fields) {
    Edition::Group out;
    out.key = fields.text("key");
    out.label = fields.text("label");
    out.parent = fields.text_or("parent");
    out.variants = fields.list_or("variants");
    fields.end();
    return out;
}

Edition::Row row(Fields fields, const Edition::Form& form, const ColumnSets& sets) {
    Edition::Row out;
    out.key = fields.text("key");
    out.label = fields.text("label");
    out.group = fields.text_or("group");
    out.variants = fields.list_or("variants");
    std::string set = fields.text_or("columns");
    if (set.empty()) set = "default";
    const auto found = sets.find(set);
    if (found != sets.end()) {
        out.columns = found->second;
    } else {
        std::vector<std::string_view> names;
        for (const auto& [name, columns] : sets) names.push_back(name);
        fields.unknown("columns", set, names);
    }
    if (!out.group.empty() &&
        std::none_of(form.groups.begin(), form.groups.end(),
                     [&](const Edition::Group& g) { return g.key == out.group; })) {
        std::vector<std::string_view> names;
        for (const Edition::Group& g : form.groups) names.push_back(g.key);
        fields.unknown("group", out.group, names);
    }
    fields.end();
    return out;
}

Edition::Form form(Fields fields) {
    Edition::Form out;
    out.id = fields.text("id");
    out.name = fields.text("name");
    out.chapter = fields.text("chapter");
    out.fixed = fields.list_or("fixed");
    out.values_in_one_row = fields.boolean_or("values_in_one_row");
    ColumnSets sets;
    if (auto columns = fields.table_or("columns")) {
        for (const std::string_view name : columns->keys()) {
            std::vector<Edition::Column>& set = sets[std::string(name)];
            columns->each(name, [&](Fields entry) { set.push_back(column(std::move(entry))); });
        }
        columns->end();
    }
    fields.each("groups", [&](Fields entry) { out.groups.push_back(group(std::move(entry))); });
    fields.each("rows",
                [&](Fields entry) { out.rows.push_back(row(std::move(entry), out, sets)); });
    fields.end();
    return out;
}

/// The keys that an equation may name: columns when it is evaluated on rows, and the reverse.
std::vector<std::string_view> keys(const Edition::Form& form, bool rows) {
    std::vector<std::string_view> out;
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

Edition::Identity identity(Fields fields, const Edition& edition) {
    Edition::Identity out;
    out.id = fields.text("id");
    out.form = fields.text("form");
    out.along_rows = fields.choice_or("along", {"rows", "columns"}) == 0;
    out.only = fields.list_or("only");
    const std::string equation = fields.text("equation");
    const auto form = std::find_if(edition.forms.begin(), edition.forms.end(),
                                   [&](const Edition::Form& f) { return f.id == out.form; });
    if (form == edition.forms.end()) {
        std::vector<std::string_view> ids;
        for (const Edition::Form& f : edition.forms) ids.push_back(f.id);
        fields.unknown("form", out.form, ids);
        return out;
    }
    const auto known = [](const std::vector<std::string_view>& all, std::string_view key) {
        return std::find(all.begin(), all.end(), key) != all.end();
    };
    if (std::string why = read_equation(equation, out); !why.empty()) {
        fields.wrong("equation", why);
    }
    const auto operands = keys(*form, !out.along_rows);
    for (const auto* side : {&out.left, &out.right}) {
        for (const Edition::Identity::Term& term : *side) {
            if (!known(operands, term.key)) fields.unknown("equation", term.key, operands);
        }
    }
    const auto places = keys(*form, out.along_rows);
    for (const std::string& key : out.only) {
        if (!known(places, key)) fields.unknown("only", key, places);
    }
    fields.end();
    return out;
}

Result<std::string> slurp(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::string text(std::istreambuf_iterator<char>(in), {});
    if (!in.good() && !in.eof()) return fail(path.string() + ": 无法读取 / cannot be read");
    return text;
}

}  // namespace

Result<Edition> parse_edition(std::string_view toml, const std::string& file) {
    TomlFile source(toml, file);
    Edition out;
    Fields fields = source.root();
    out.id = fields.text("id");
    out.from = static_cast<std::int32_t>(fields.integer("from", 1900, 9999));
    out.to = static_cast<std::int32_t>(fields.integer_or("to", 1900, 9999, 0));
    out.marks = fields.list_or("marks");
    out.legacy_chapters = fields.list_or("legacy_chapters");
    fields.each("chapters",
                [&](Fields entry) { out.chapters.push_back(chapter(std::move(entry))); });
    fields.each("forms", [&](Fields entry) { out.forms.push_back(form(std::move(entry))); });
    fields.each("identities",
                [&](Fields entry) { out.identities.push_back(identity(std::move(entry), out)); });
    if (auto sample = fields.table_or("sample")) {
        out.sample = sample->text("text");
        sample->end();
    }
    fields.end();
    if (!source.error().empty()) return fail(source.error());
    return out;
}

Result<std::vector<Edition>> load_editions(const std::string& folder) {
    std::error_code problem;
    std::vector<std::filesystem::path> files;
    for (std::filesystem::directory_iterator at(folder, problem), end; !problem && at != end;
         at.increment(problem)) {
        if (at->path().extension() == ".toml") files.push_back(at->path());
    }
    if (problem || files.empty()) {
        return fail(
            folder +
            ": 没有版本文件（*.toml）；请检查安装是否完整 / no edition files (*.toml) here: "
            "is the installation complete?");
    }
    std::sort(files.begin(), files.end());
    std::vector<Edition> out;
    for (const std::filesystem::path& file : files) {
        const Result<std::string> text = slurp(file);
        if (!text) return tl::unexpected(text.error());
        Result<Edition> edition = parse_edition(*text, file.string());
        if (!edition) return tl::unexpected(edition.error());
        out.push_back(std::move(*edition));
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const Edition& a, const Edition& b) { return a.from < b.from; });
    return out;
}

}  // namespace gouji
