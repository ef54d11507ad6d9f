#include "gouji/output/flat.hpp"
#include "gouji/output/markup.hpp"

namespace gouji {
namespace {

/// JUnit's XML as CI servers read it: a suite for each report, a failed case for each finding at
/// the gate's level. What is below passes, with its words as output; a report without findings is
/// one passed case. What went wrong is an error, what was not checked is skipped.
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
            if (!fails(one.level)) {
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
        Suite suite{result_path(run_->inputs[delivery.file].name)};
        if (delivery.ordinal != 0) suite.name += "#" + std::to_string(delivery.ordinal + 1);
        suite.failures = delivery.tally.at_least(run_->fail_on);
        suite.tests = delivery.tally.total();
        for (const Notice& notice : delivery.notices) add(suite, notice);
        if (suite.tests == 0) {
            suite.cases = std::string("    <testcase classname=\"gouji\" name=\"") +
                          pick(run_->language, "没有发现问题", "nothing found") + "\"/>\n";
            suite.tests = 1;
        }
        write_suite(suite, rendered, write);
    }

    void end(const RunSummary& summary, const Write& write) override {
        Suite suite{"gouji"};
        for (const auto* notices : {&run_->notices, &summary.notices}) {
            for (const Notice& notice : *notices) add(suite, notice);
        }
        if (suite.tests > 0)
            write_suite(
                suite, [](const Write&) {}, write);
        write("</testsuites>\n");
    }

private:
    struct Suite {
        std::string name;
        std::string cases = {};  ///< of notices
        std::uint64_t tests = 0;
        std::uint64_t failures = 0;
        std::uint64_t errors = 0;
        std::uint64_t skipped = 0;
    };

    [[nodiscard]] bool fails(Level level) const {
        return run_->fail_on != Level::off && level >= run_->fail_on;
    }

    void add(Suite& suite, const Notice& notice) const {
        const std::string words = xml(notice.what.in(run_->language));
        const bool fatal = notice.fatal();
        suite.cases += "    <testcase classname=\"" + xml(notice_id(notice, *run_)) + "\" name=\"" +
                       words + "\"><" + (fatal ? "error" : "skipped") + " message=\"" + words +
                       "\"/></testcase>\n";
        ++(fatal ? suite.errors : suite.skipped);
        ++suite.tests;
    }

    static void write_suite(const Suite& suite, const Pieces& rendered, const Write& write) {
        const auto count = [](const char* name, std::uint64_t number) {
            return std::string("\" ") + name + "=\"" + std::to_string(number);
        };
        write("  <testsuite name=\"" + xml(suite.name) + count("tests", suite.tests) +
              count("failures", suite.failures) + count("errors", suite.errors) +
              count("skipped", suite.skipped) + "\">\n");
        rendered(write);
        write(suite.cases + "  </testsuite>\n");
    }

    const RunView* run_;
};

}  // namespace

std::unique_ptr<Format> make_junit_format(const RunView& run) {
    return std::make_unique<JunitFormat>(run);
}

}  // namespace gouji
