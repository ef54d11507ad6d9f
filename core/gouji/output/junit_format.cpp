#include "gouji/output/flat.hpp"
#include "gouji/output/markup.hpp"

namespace gouji {
namespace {

/// JUnit's XML as CI servers read it: a suite for each report, a failed case for each error or
/// warning. Notes pass, with their words as output; a report without findings is one passed case.
class JunitFormat final : public Format {
public:
    explicit JunitFormat(const RunView& run) : run_(&run) {}

    void begin(const Write& write) override {
        write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"gouji\">\n");
    }

    void render(const AnalyzedReport& analyzed, std::uint32_t, const Write& write) const override {
        each_flat(analyzed, *run_, [&](const Flat& one) {
            std::string out;
            const std::string place =
                std::to_string(one.from.line) + ":" + std::to_string(one.from.column);
            const std::string words = std::string(one.path) + ":" + place + ": " + one.message +
                                      (one.where.empty() ? "" : "\n" + one.where);
            out += "    <testcase classname=\"" + xml(one.page->id) + "\" name=\"" +
                   xml(place + " " + one.message) + "\">";
            if (one.level == Level::note) {
                out += "<system-out>" + xml(words) + "</system-out>";
            } else {
                out += "<failure type=\"" +
                       std::string(one.level == Level::error ? "error" : "warning") +
                       "\" message=\"" + xml(one.message) + "\">" + xml(words) + "</failure>";
            }
            out += "</testcase>\n";
            write(out);
        });
    }

    void deliver(const ReportResult& delivery, const Pieces& rendered,
                 const Write& write) override {
        const std::uint64_t failures = delivery.tally.errors + delivery.tally.warnings;
        std::string body;
        std::uint64_t tests = delivery.tally.total();
        std::uint64_t broken = 0;
        for (const Notice& notice : delivery.notices) {
            const std::string words = xml(notice.what.in(run_->language));
            const std::string rule =
                notice.rule ? run_->context.catalogue.rules()[*notice.rule].page.id : "gouji";
            body += "    <testcase classname=\"" + xml(rule) + "\" name=\"" + words + "\">";
            body += notice.fatal() ? "<error message=\"" + words + "\"/>"
                                   : "<skipped message=\"" + words + "\"/>";
            body += "</testcase>\n";
            broken += notice.fatal() ? 1U : 0U;
            ++tests;
        }
        if (tests == 0) {
            body = std::string("    <testcase classname=\"gouji\" name=\"") +
                   (pick(run_->language, "没有发现问题", "nothing found")) + "\"/>\n";
            tests = 1;
        }
        std::string name = result_path(run_->inputs[delivery.file].name);
        if (delivery.ordinal != 0) name += "#" + std::to_string(delivery.ordinal + 1);
        write("  <testsuite name=\"" + xml(name) + "\" tests=\"" + std::to_string(tests) +
              "\" failures=\"" + std::to_string(failures) + "\" errors=\"" +
              std::to_string(broken) + "\">\n");
        rendered(write);
        write(body + "  </testsuite>\n");
    }

    void end(const RunSummary&, const Write& write) override { write("</testsuites>\n"); }

private:
    const RunView* run_;
};

}  // namespace

std::unique_ptr<Format> make_junit_format(const RunView& run) {
    return std::make_unique<JunitFormat>(run);
}

}  // namespace gouji
