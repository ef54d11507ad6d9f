#include "gouji/pack/scope.hpp"

#include "gouji/pack/parts.hpp"
#include <gouji/utf8.hpp>

#include <algorithm>

namespace gouji {
namespace {

void check_words(TomlReader& in, std::string_view key, const std::vector<std::string>& words,
                 const std::vector<std::string>& known) {
    const toml::node* node = in.node(key);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (std::find(known.begin(), known.end(), word) != known.end()) continue;
        const std::string all = join(known, ", ");
        const Localized near = did_you_mean(word, known);
        const toml::array* list = node != nullptr ? node->as_array() : nullptr;
        if (list == nullptr || i >= list->size()) continue;  // complained of already
        in.wrong_at((*list)[i], "“" + word + "”不是可用的值，可用：" + all + near.zh,
                    "'" + word + "' is none of: " + all + near.en);
    }
}

bool has(const std::vector<std::string>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

Scope Scope::read(TomlReader& in, KindPage& page) {
    Scope scope;
    scope.chapters_ = in.texts("in");
    if (!page.editions().empty())
        check_words(in, "in", scope.chapters_, part_names(page.editions()));
    scope.agencies_ = in.texts("agency");
    check_words(in, "agency", scope.agencies_, agency_kinds());
    const toml::node* span = in.node("years");
    if (span != nullptr && !span->is_table()) {
        in.wrong("years", "years 写作 { from = 2021, to = 2023 }，可以只写一头",
                 "years reads { from = 2021, to = 2023 }; either may be left out");
    } else if (auto years = in.table("years")) {
        scope.from_ = years->integer("from", 0);
        scope.to_ = years->integer("to", 0);
        years->finish();
    }
    scope.when_ = Condition::read(in, "when", page);
    return scope;
}

bool Scope::covers(const ReportView& report) const {
    const SemanticModel& model = report.model;
    if (!agencies_.empty() && !has(agencies_, view(model.summary.agency_kind))) return false;
    if (from_ != 0 && model.summary.year < from_) return false;
    if (to_ != 0 && (model.summary.year == 0 || model.summary.year > to_)) return false;
    return when_.holds(report) == true;
}

bool Scope::contains(const SemanticModel& model, std::uint32_t offset) const {
    return in_parts(model, chapters_, offset);
}

std::vector<Span> Scope::paragraphs(const Document& document, const SemanticModel& model,
                                    bool headings) const {
    std::vector<Span> out;
    for (std::size_t i = 0; i < model.paragraphs.size(); ++i) {
        const Node& node = document.nodes()[model.paragraph_nodes[i]];
        const bool title = node.kind == GOUJI_KIND_TITLE && has(chapters_, "title");
        const bool end = node.kind == GOUJI_KIND_SIGNATURE && has(chapters_, "end");
        const bool prose =
            node.kind == GOUJI_KIND_PARAGRAPH || (headings && node.kind == GOUJI_KIND_HEADING);
        if (title || end || (prose && contains(model, node.span.begin)))
            out.push_back(model.paragraphs[i]);
    }
    return out;
}

Span Scope::home(const Document& document, const SemanticModel& model) const {
    for (const gouji_chapter& chapter : model.chapters) {
        if (chapter.level == 1 && has(chapters_, view(chapter.kind))) return chapter.heading;
    }
    const Span title = model.summary.title_span;
    if ((has(chapters_, "title") || has(chapters_, "preface")) && title.begin < title.end)
        return title;
    const Span extent = document.extent();
    const std::string_view text = trimmed(document.at(extent));
    const auto end = static_cast<std::uint32_t>(text.data() - document.view().data() + text.size());
    return {end, end};
}

std::size_t characters(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Char c = char_at(text, at);
        count += !is_blank(c.code) && !is_line_end(c.code);
        at += c.size;
    }
    return count;
}

}  // namespace gouji
