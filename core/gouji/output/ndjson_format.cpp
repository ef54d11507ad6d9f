#include "gouji/json/json.hpp"
#include "gouji/output/flat.hpp"
#include "gouji/output/notice_descriptor.hpp"

namespace gouji {
namespace {

/// One JSON object a line and finding, for pipes. Columns count UTF-16 code units, as in SARIF.
/// What was not checked and what failed are lines, too: without a place, and without a file where
/// it is about the whole run.
class NdjsonFormat final : public Format {
public:
    explicit NdjsonFormat(const RunView& run) : run_(&run) {}

    void begin(const Write& write) override { add(run_->notices, write); }

    void render(const AnalyzedReport& analyzed, std::uint32_t, const Write& write) const override {
        each_flat(analyzed, *run_, [&](const Flat& one) {
            std::string out;
            Json json(out);
            json.begin_object().member("file", one.path).member("rule", one.page->id);
            json.member("level", one.level == Level::error     ? "error"
                                 : one.level == Level::warning ? "warning"
                                                               : "note");
            json.member("message", one.message);
            json.member("line", one.from.line).member("column", one.from.column);
            json.member("endLine", one.to.line).member("endColumn", one.to.column);
            if (!one.where.empty()) json.member("where", one.where);
            json.member("fingerprint", one.fingerprint).end_object();
            out += '\n';
            write(out);
        });
    }

    void deliver(const ReportResult& delivery, const Pieces& rendered,
                 const Write& write) override {
        rendered(write);
        add(delivery.notices, write);
    }
    void end(const RunSummary& summary, const Write& write) override {
        add(summary.notices, write);
    }

private:
    void add(const std::vector<Notice>& notices, const Write& write) const {
        for (const Notice& notice : notices) {
            std::string out;
            Json json(out);
            json.begin_object();
            if (notice.file) json.member("file", notice_path(notice, *run_));
            json.member("rule", notice_id(notice, *run_)).member("level", level_of(notice));
            json.member("message", notice.what.in(run_->language)).end_object();
            write(out + "\n");
        }
    }

    const RunView* run_;
};

}  // namespace

std::unique_ptr<Format> make_ndjson_format(const RunView& run) {
    return std::make_unique<NdjsonFormat>(run);
}

}  // namespace gouji
