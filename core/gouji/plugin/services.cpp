// The services that read: the values of `parse` and `semantic`, handed out as they are.

#include "gouji/plugin/handles.hpp"
#include "gouji/plugin/host.hpp"
#include "gouji/plugin/parts.hpp"
#include "gouji/text/unicode.hpp"

namespace gouji {
namespace {

using Handle = const gouji_document*;

const SemanticModel& model_of(Handle handle) { return *handle->model; }

/// Null for an index that is no node.
const Node* node_of(Handle handle, gouji_node node) {
    const auto nodes = handle->document->nodes();
    return node < nodes.size() ? &nodes[node] : nullptr;
}

template <class Range>
auto hand_out(const Range& items, std::size_t* count) {
    *count = items.size();
    return items.data();
}

void want(std::uint32_t part) {
    if (part_is_wanted != nullptr) part_is_wanted(part);
}

/// One function for each list of the model: the member pointer is all that differs, and the part
/// that it belongs to.
template <auto member, std::uint32_t of = 0>
auto GOUJI_CALL list(Handle handle, std::size_t* count) {
    if (of != 0) want(of);
    return hand_out(model_of(handle).*member, count);
}
template <auto member>
constexpr auto of_forms = list<member, part::forms>;

const Table* table_of(Handle handle, gouji_node node) {
    want(part::tables);
    return handle->document->table(node);
}

gouji_text GOUJI_CALL text(Handle handle) { return raw(handle->document->view()); }
Span GOUJI_CALL extent(Handle handle) { return handle->document->extent(); }
gouji_text GOUJI_CALL file_name(Handle handle) { return raw(handle->document->file_name()); }
gouji_kind GOUJI_CALL kind(Handle handle, gouji_node node) {
    const Node* found = node_of(handle, node);
    return found != nullptr ? found->kind : gouji_kind{GOUJI_KIND_OTHER};
}
Span GOUJI_CALL span(Handle handle, gouji_node node) {
    const Node* found = node_of(handle, node);
    return found != nullptr ? found->span : Span{};
}
gouji_node GOUJI_CALL parent(Handle handle, gouji_node node) {
    const Node* found = node_of(handle, node);
    return found != nullptr ? found->parent : GOUJI_NONE;
}
gouji_node GOUJI_CALL first_child(Handle handle, gouji_node node) {
    const Node* found = node_of(handle, node);
    return found != nullptr ? found->first_child : GOUJI_NONE;
}
gouji_node GOUJI_CALL next_sibling(Handle handle, gouji_node node) {
    const Node* found = node_of(handle, node);
    return found != nullptr ? found->next_sibling : GOUJI_NONE;
}
const gouji_node* GOUJI_CALL nodes(Handle handle, gouji_kind wanted, std::size_t* count) {
    return hand_out(handle->document->nodes(wanted), count);
}

std::uint32_t GOUJI_CALL rows(Handle handle, gouji_node node) {
    const Table* table = table_of(handle, node);
    return table != nullptr ? table->rows : 0;
}
std::uint32_t GOUJI_CALL columns(Handle handle, gouji_node node) {
    const Table* table = table_of(handle, node);
    return table != nullptr ? table->columns : 0;
}
const gouji_cell* GOUJI_CALL cells(Handle handle, gouji_node node, std::size_t* count) {
    *count = 0;
    const Table* table = table_of(handle, node);
    return table != nullptr ? hand_out(handle->document->cells(*table), count) : nullptr;
}

/// Keys mostly differ in their last character, which is cheaper to see than to compare them whole.
bool equal(gouji_text a, gouji_text b) {
    return a.size == b.size &&
           (a.size == 0 || (a.data[a.size - 1] == b.data[b.size - 1] && view(a) == view(b)));
}

const gouji_field* GOUJI_CALL field(Handle handle, gouji_text form, gouji_text row,
                                    gouji_text column) {
    want(part::forms);
    for (const gouji_field& each : model_of(handle).fields) {
        if (equal(each.row, row) && equal(each.column, column) && equal(each.form, form))
            return &each;
    }
    return nullptr;
}

std::uint32_t GOUJI_CALL chapter_at(Handle handle, std::uint32_t offset) {
    return model_of(handle).chapter_at(offset);
}

const gouji_facts* GOUJI_CALL model(Handle handle) { return &model_of(handle).summary; }

gouji_text GOUJI_CALL prose(Handle handle) { return raw(model_of(handle).prose); }
Span GOUJI_CALL source(Handle handle, Span folded) {
    const SemanticModel& known = model_of(handle);
    if (folded.begin > folded.end || folded.end > known.prose.size()) return {};
    return known.source(folded);
}
const Span* GOUJI_CALL paragraphs(Handle handle, const gouji_node** of, std::size_t* count) {
    const SemanticModel& known = model_of(handle);
    if (of != nullptr) *of = known.paragraph_nodes.data();
    return hand_out(known.paragraphs, count);
}

std::uint64_t GOUJI_CALL serial(Handle handle) { return handle->document->serial(); }

std::uint32_t GOUJI_CALL width_of(const gouji_host*, gouji_text text_of) {
    return width(view(text_of));
}
void GOUJI_CALL words_of(const gouji_host*, gouji_text text_of, void* user,
                         void(GOUJI_CALL* word)(void*, Span)) {
    words(view(text_of), user, word);
}

}  // namespace

void (*part_is_wanted)(std::uint32_t) = nullptr;

constinit const gouji_document_service document_service{
    text, extent, file_name, kind, span, parent, first_child, next_sibling, nodes};
constinit const gouji_tables_service tables_service{rows, columns, cells};
constinit const gouji_form_service form_service{of_forms<&SemanticModel::forms>,
                                                of_forms<&SemanticModel::fields>,
                                                field,
                                                of_forms<&SemanticModel::labels>,
                                                of_forms<&SemanticModel::identities>,
                                                of_forms<&SemanticModel::terms>};
constinit const gouji_chapters_service chapters_service{list<&SemanticModel::chapters>,
                                                        list<&SemanticModel::expected>, chapter_at};
constinit const gouji_dates_service dates_service{list<&SemanticModel::dates>,
                                                  list<&SemanticModel::periods>};
constinit const gouji_facts_service facts_service{model, list<&SemanticModel::evidence>};
constinit const gouji_sentences_service sentences_service{list<&SemanticModel::sentences>};
constinit const gouji_quantities_service quantities_service{list<&SemanticModel::quantities>};
constinit const gouji_citations_service citations_service{list<&SemanticModel::citations>,
                                                          list<&SemanticModel::abbreviations>};
constinit const gouji_prose_service prose_service{prose, source, paragraphs};
constinit const gouji_serial_service serial_service{serial};
constinit const gouji_unicode_service unicode_service{width_of, words_of};

}  // namespace gouji
