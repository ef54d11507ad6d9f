#include "gouji/base/version.hpp"
#include "gouji/output/flat.hpp"
#include "gouji/output/markup.hpp"

namespace gouji {
namespace {

/// Checkstyle's XML, which most servers read: a <file> with an <error> for each finding.
class CheckstyleFormat final : public Format {
public:
    explicit CheckstyleFormat(const RunView& run) : run_(&run) {}

    void begin(const Write& write) override {
        write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"" +
              std::string(version) + "\">\n");
    }

    void render(const AnalyzedReport& analyzed, std::uint32_t, const Write& write) const override {
        each_flat(analyzed, *run_, [&](const Flat& one) {
            std::string out = "    <error line=\"" + std::to_string(one.from.line) +
                              "\" column=\"" + std::to_string(one.from.column) + "\" severity=\"" +
                              (one.level == Level::note      ? "info"
                               : one.level == Level::warning ? "warning"
                                                             : "error") +
                              "\" message=\"" + xml(one.message) + "\" source=\"gouji." +
                              dotted(one.page->id) + "\"/>\n";
            write(out);
        });
    }

    void deliver(const ReportResult& delivery, const Pieces& rendered,
                 const Write& write) override {
        write("  <file name=\"" + xml(result_path(run_->inputs[delivery.file].name)) + "\">\n");
        rendered(write);
        write(notices(delivery.notices) + "  </file>\n");
    }

    void end(const RunSummary& summary, const Write& write) override {
        const std::string all = notices(run_->notices) + notices(summary.notices);
        if (!all.empty()) write("  <file name=\"gouji\">\n" + all + "  </file>\n");
        write("</checkstyle>\n");
    }

private:
    [[nodiscard]] std::string notices(const std::vector<Notice>& all) const {
        std::string out;
        for (const Notice& notice : all) {
            out += "    <error line=\"1\" severity=\"" +
                   std::string(notice.fatal() ? "error" : "info") + "\" message=\"" +
                   xml(notice.what.in(run_->language)) + "\" source=\"gouji." +
                   dotted(std::string(notice_id(notice, *run_))) + "\"/>\n";
        }
        return out;
    }

    static std::string dotted(std::string id) {
        for (char& c : id) {
            if (c == '/') c = '.';
        }
        return id;
    }

    const RunView* run_;
};

}  // namespace

std::unique_ptr<Format> make_checkstyle_format(const RunView& run) {
    return std::make_unique<CheckstyleFormat>(run);
}

}  // namespace gouji
