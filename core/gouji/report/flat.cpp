#include "gouji/report/flat.hpp"

#include "gouji/engine/fingerprint.hpp"
#include "gouji/engine/whereabouts.hpp"
#include "gouji/report/words.hpp"
#include <gouji/utf8.hpp>

#include <filesystem>

namespace gouji {

std::vector<Flat> flatten(const Examined& examined, const RunView& run) {
    std::vector<Flat> out;
    if (examined.verdicts.empty()) return out;
    const LineIndex& lines = examined.file->lines();
    out.reserve(examined.verdicts.size());
    for (std::size_t i = 0; i < examined.verdicts.size(); ++i) {
        const Verdict& verdict = examined.verdicts[i];
        if (!verdict.counts()) continue;
        const Finding& finding = verdict.finding;
        const Page& page = run.setup.catalogue.rules()[finding.rule].page;
        out.push_back({examined.file->name(), &page, verdict.level,
                       spelled(words_of(page, finding.message, run.english), finding.arguments),
                       lines.position(finding.where.begin), lines.position(finding.where.end),
                       examined.prints[i].context,
                       whereabouts(examined, finding.where).path(" › ")});
    }
    return out;
}

std::string result_path(std::string_view name) {
    namespace fs = std::filesystem;
    const fs::path path{name};
    std::error_code error;
    const fs::path relative = path.is_absolute() ? path.lexically_relative(fs::current_path(error))
                                                 : path.lexically_normal();
    const bool below = !error && !relative.empty() && *relative.begin() != "..";
    return (below ? relative : path).generic_string();
}

std::string xml(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const Char c = char_at(text, at);
        switch (c.code) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\n':
                out += "&#10;";
                break;
            case '\r':
                out += "&#13;";
                break;
            case '\t':
                out += "&#9;";
                break;
            default:
                if (c.code < 0x20 || c.code == 0xFFFE || c.code == 0xFFFF) {
                    out += "\uFFFD";
                } else {
                    out += text.substr(at, c.size);
                }
        }
        at += c.size;
    }
    return out;
}

}  // namespace gouji
