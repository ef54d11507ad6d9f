// A plugin with one rule, whose one finding has three hundred related places.

#include <gouji/abi.h>

#include <cstdint>
#include <string>

namespace {

const gouji_report_service* report_service = nullptr;
const gouji_document_service* document_service = nullptr;

void* GOUJI_CALL create(const gouji_host* host, const gouji_options*, char*, size_t) {
    report_service = static_cast<const gouji_report_service*>(host->service(GOUJI_SERVICE_REPORT));
    document_service =
        static_cast<const gouji_document_service*>(host->service(GOUJI_SERVICE_DOCUMENT));
    static int self = 0;
    return &self;
}
void GOUJI_CALL destroy(void*) {}

gouji_status GOUJI_CALL check(const void*, const gouji_document* document, gouji_report* report) {
    const uint32_t begin = document_service->extent(document).begin;
    report_service->open(report, {begin, begin}, "found");
    report_service->argument(report, "count", {"300", 3});
    for (int i = 0; i < 300; ++i) report_service->related(report, {begin, begin}, "there");
    report_service->close(report);
    return GOUJI_OK;
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
    sizeof(gouji_plugin), GOUJI_ABI_MINOR, "places", "1.0.0", rules, 1};
