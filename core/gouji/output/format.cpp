#include "gouji/output/format.hpp"

namespace gouji {
namespace {

struct Known {
    const char* name;
    std::unique_ptr<Format> (*make)(const RunView& run);
};
constexpr Known known[] = {
    {"text", make_text_format},
    {"sarif", make_sarif_format},
    {"github", make_github_format},
    {"gitlab", make_gitlab_format},
    {"checkstyle", make_checkstyle_format},
    {"junit", make_junit_format},
    {"ndjson", make_ndjson_format},
    {"html", make_html_format},
    {"docx", make_docx_format},
};

}  // namespace

std::unique_ptr<Format> make_format(std::string_view name, const RunView& run) {
    for (const Known& each : known) {
        if (each.name == name) return each.make(run);
    }
    return nullptr;
}

std::vector<std::string> format_names() {
    std::vector<std::string> out;
    for (const Known& each : known) out.emplace_back(each.name);
    return out;
}

}  // namespace gouji
