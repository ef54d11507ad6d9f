// A plugin with one rule, whose one finding has three hundred related places.

#include <gouji/abi.h>

#include <cstdint>
#include <string>

namespace {

const gouji_sink_service* sink_service = nullptr;
const gouji_document_service* document_service = nullptr;

constexpr gouji_text sink_id = GOUJI_TEXT(GOUJI_SERVICE_SINK);
constexpr gouji_text document_id = GOUJI_TEXT(GOUJI_SERVICE_DOCUMENT);
constexpr gouji_text found = GOUJI_TEXT("found");
constexpr gouji_text there = GOUJI_TEXT("there");
constexpr gouji_text count = GOUJI_TEXT("count");

void* GOUJI_CALL create(const gouji_host* host, const gouji_options*, gouji_sink*) {
    sink_service = static_cast<const gouji_sink_service*>(host->service(host, sink_id));
    document_service = static_cast<const gouji_document_service*>(host->service(host, document_id));
    static int self = 0;
    return &self;
}
void GOUJI_CALL destroy(void*) {}

void GOUJI_CALL check(const void*, const gouji_document* document, gouji_sink* sink) {
    const uint32_t begin = document_service->extent(document).begin;
    sink_service->open(sink, {begin, begin}, found);
    sink_service->argument(sink, count, {"300", 3});
    for (int i = 0; i < 300; ++i) sink_service->related(sink, {begin, begin}, there);
    sink_service->close(sink);
}

const std::string page = R"(+++
id = "places/many"
name = { zh = "多处", en = "Many places" }
summary = { zh = "一条结果有三百处相关位置。", en = "One finding with three hundred places." }
level = "note"
precision = "low"
tags = ["test"]
native = true

[messages.found]
zh = "有 {count} 处。"
en = "There are {count}."

[messages.there]
zh = "此处。"
en = "Here."
+++

# 多处

一条结果有三百处相关位置。

## 怎么改

不必改。
)";
const gouji_text text{page.data(), page.size()};
const gouji_rule rule{sizeof(gouji_rule), &text, create, check, destroy};
const gouji_rule* const rules[] = {&rule};

}  // namespace

extern "C" const gouji_plugin gouji_plugin_v1{
    sizeof(gouji_plugin), GOUJI_ABI_MINOR, GOUJI_TEXT("places"), GOUJI_TEXT("1.0.0"), rules, 1};
