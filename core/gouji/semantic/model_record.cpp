#include "gouji/semantic/model_record.hpp"

#include "gouji/document/text_record.hpp"

namespace gouji {
namespace {

/// The texts of each value; what is not named here has none.
template <class T, class Each>
void texts_of(T&, Each&) {}
template <class Each>
void texts_of(gouji_facts& v, Each& each) {
    for (gouji_text* text : {&v.edition, &v.form_edition, &v.year_edition, &v.title, &v.agency,
                             &v.agency_kind, &v.division, &v.unit, &v.signed_agency})
        each(*text);
}
template <class Each>
void texts_of(gouji_evidence& v, Each& each) {
    for (gouji_text* text : {&v.topic, &v.value, &v.source}) each(*text);
}
template <class Each>
void texts_of(gouji_form& v, Each& each) {
    for (gouji_text* text : {&v.id, &v.name, &v.chapter, &v.edition}) each(*text);
}
template <class Each>
void texts_of(gouji_field& v, Each& each) {
    for (gouji_text* text :
         {&v.form, &v.row, &v.column, &v.row_label, &v.column_label, &v.printed, &v.unit})
        each(*text);
}
template <class Each>
void texts_of(gouji_label& v, Each& each) {
    for (gouji_text* text : {&v.form, &v.key, &v.expected, &v.printed}) each(*text);
}
template <class Each>
void texts_of(gouji_identity& v, Each& each) {
    for (gouji_text* text : {&v.id, &v.form, &v.along}) each(*text);
}
template <class Each>
void texts_of(gouji_chapter& v, Each& each) {
    for (gouji_text* text : {&v.kind, &v.expected}) each(*text);
}
template <class Each>
void texts_of(gouji_expected_chapter& v, Each& each) {
    for (gouji_text* text : {&v.kind, &v.title, &v.form}) each(*text);
}
template <class Each>
void texts_of(gouji_quantity& v, Each& each) {
    each(v.unit);
}

/// The lists of a model, one place for both directions: those that hang on its forms, …
template <class Model, class Each>
void each_form_list(Model& m, const Each& each) {
    each(m.forms), each(m.fields), each(m.labels), each(m.identities), each(m.terms);
}
/// … and the others.
template <class Model, class Each>
void each_list(Model& m, const Each& each) {
    each(m.evidence), each(m.chapters), each(m.expected), each(m.sentences), each(m.quantities);
    each(m.dates), each(m.periods), each(m.citations), each(m.abbreviations);
    each(m.joints), each(m.paragraphs), each(m.paragraph_nodes);
}

auto writing(TextWriter& texts, RecordWriter& out) {
    return [&](const auto& list) { out.array(list, [&](auto& item) { texts_of(item, texts); }); };
}
auto reading(RecordReader& in) {
    return [&](auto& list) {
        list = in.array<typename std::remove_reference_t<decltype(list)>::value_type>();
    };
}
auto placing(TextReader& texts) {
    return [&](auto& list) {
        for (auto& item : list) texts_of(item, texts);
    };
}

}  // namespace

void write_model(const SemanticModel& model, std::string_view text, RecordWriter& out) {
    TextWriter texts(text);
    gouji_facts summary = model.summary;
    texts_of(summary, texts);
    out.array(std::span<const gouji_facts>(&summary, 1));
    each_list(model, writing(texts, out));
    out.text(model.prose);
    out.text(texts.pool());
}

SemanticModel read_model(RecordReader& in, std::string_view text) {
    SemanticModel out;
    const auto summary = in.array<gouji_facts>();
    each_list(out, reading(in));
    out.prose = in.text();
    TextReader texts(text, out.words.emplace_back(in.text()));
    if (summary.size() == 1) {
        out.summary = summary.front();
        texts_of(out.summary, texts);
    }
    each_list(out, placing(texts));
    if (summary.size() != 1 || !texts.good()) in.spoil();
    return out;
}

void write_forms(const SemanticModel& model, std::string_view text, RecordWriter& out) {
    TextWriter texts(text);
    each_form_list(model, writing(texts, out));
    out.text(texts.pool());
}

void read_forms(RecordReader& in, std::string_view text, SemanticModel& model) {
    each_form_list(model, reading(in));
    TextReader texts(text, model.words.emplace_back(in.text()));
    each_form_list(model, placing(texts));
    if (!texts.good()) in.spoil();
}

}  // namespace gouji
