// Any bytes as a report, with the findings of every rule written in every format: JSON is JSON, XML
// is XML, and nothing is written that a terminal would obey. The first byte chooses the format, the
// first line the file's name.
#include "gouji/engine/run.hpp"
#include "gouji/output/format.hpp"
#include "gouji/text/controls.hpp"
#include "gouji/text/utf8_check.hpp"
#include <gouji/utf8.hpp>

#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include "fuzz/reports.hpp"
#include "fuzz/target.hpp"

namespace {

using namespace gouji;

void check(const std::string& format, const std::string& out) {
    fuzz::demand(find_ill_formed(out) == std::string_view::npos, "an output is UTF-8");
    if (format == "sarif" || format == "gitlab") {
        fuzz::demand(nlohmann::json::accept(out), "a JSON output is JSON");
    } else if (format == "ndjson") {
        for (std::string_view rest = out; !rest.empty();) {
            const std::size_t end = rest.find('\n');
            fuzz::demand(end != std::string_view::npos, "a line of NDJSON is whole");
            fuzz::demand(nlohmann::json::accept(rest.substr(0, end)), "a line of NDJSON is JSON");
            rest.remove_prefix(end + 1);
        }
    } else if (format == "checkstyle" || format == "junit") {
        pugi::xml_document document;
        fuzz::demand(static_cast<bool>(document.load_buffer(out.data(), out.size())),
                     "an XML output is XML");
    }
    for (std::size_t at = 0; at < out.size();) {
        const Char c = char_at(out, at);
        const bool blank = c.code == '\n' || c.code == '\t' || c.code == '\r';
        fuzz::demand(blank || !is_obeyed(c.code) || format == "html",
                     "nothing is written that a terminal would obey");
        at += c.size;
    }
}

}  // namespace

std::string gouji::fuzz::seed(std::uint32_t number) {
    return std::string(1, static_cast<char>('a' + number % 26)) + "2023年报.txt\n" +
           report_with_example(number);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) return 0;
    std::string_view bytes(reinterpret_cast<const char*>(data), size);
    std::vector<std::string> names = format_names();
    std::erase(names, "docx");  // is written into a .docx only: fuzz_container
    const std::string format = names[data[0] % names.size()];
    const std::size_t line = std::min(bytes.find('\n'), bytes.size());
    const std::string name(bytes.substr(1, line - 1));
    bytes.remove_prefix(std::min(line + 1, bytes.size()));

    static const std::atomic<bool> never{false};
    const RunContext context = fuzz::all_rules().context();
    LoadOptions options;
    options.lexicon = &context.lexicon;
    const auto file = File::read(name, std::string(bytes), options);
    if (!file) return 0;
    const std::vector<Input> inputs{{name, name}};
    const RunView run{context, inputs, {}, {}, nullptr, "2026-01-31T08:00:00.000Z"};
    const auto writer = make_format(format, run);
    std::string out;
    const Write write = [&](std::string_view piece) { out += piece; };
    writer->begin(write);
    const auto extent = span_of(0, (*file)->text().view().size());
    const AnalyzedReport analyzed = analyze_report(*file, extent, 0, 0, context, never);
    ReportResult result;
    result.source = ReportResult::Source{(*file)->kind(), (*file)->source().encoding(),
                                         (*file)->bytes(), (*file)->digest()};
    writer->deliver(
        result, [&](const Write& to) { writer->render(analyzed, 0, to); }, write);
    RunSummary summary;
    summary.ended = run.started;
    writer->end(summary, write);
    check(format, out);
    return 0;
}
