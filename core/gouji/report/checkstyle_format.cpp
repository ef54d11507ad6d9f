#include "gouji/base/version.hpp"
#include "gouji/report/flat.hpp"

namespace gouji {
namespace {

/// Checkstyle's XML, which most servers read: a <file> with an <error> for each finding.
class CheckstyleFormat final : public Format {
public:
    explicit CheckstyleFormat(const RunView& run) : run_(&run) {}

    std::string begin() override {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"" +
               std::string(version) + "\">\n";
    }

    std::string render(const Examined& examined, std::uint32_t) const override {
        std::string out;
        for (const Flat& one : flatten(examined, *run_)) {
            out += "    <error line=\"" + std::to_string(one.from.line) + "\" column=\"" +
                   std::to_string(one.from.column) + "\" severity=\"" +
                   (one.level == Level::note      ? "info"
                    : one.level == Level::warning ? "warning"
                                                  : "error") +
                   "\" message=\"" + xml(one.message) + "\" source=\"gouji." +
                   dotted(one.page->id) + "\"/>\n";
        }
        return out;
    }

    std::string deliver(const Delivery& delivery, std::string&& rendered) override {
        std::string body = std::move(rendered);
        for (const Notice& notice : delivery.notices) {
            body += "    <error line=\"1\" severity=\"" +
                    std::string(notice.fatal() ? "error" : "info") + "\" message=\"" +
                    xml(notice.what.in(run_->english)) + "\" source=\"gouji.notice\"/>\n";
        }
        return "  <file name=\"" + xml(result_path(run_->inputs[delivery.file].name)) + "\">\n" +
               body + "  </file>\n";
    }

    std::string end(const Ending&) override { return "</checkstyle>\n"; }

private:
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
