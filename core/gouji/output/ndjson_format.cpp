#include "gouji/output/flat.hpp"
#include "gouji/output/json.hpp"

namespace gouji {
namespace {

/// One JSON object a line and finding, for pipes. Columns count UTF-16 code units, as in SARIF.
class NdjsonFormat final : public Format {
public:
    explicit NdjsonFormat(const RunView& run) : run_(&run) {}

    void begin(const Write&) override {}

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

    void deliver(const ReportResult&, const Pieces& rendered, const Write& write) override {
        rendered(write);
    }
    void end(const RunSummary&, const Write&) override {}

private:
    const RunView* run_;
};

}  // namespace

std::unique_ptr<Format> make_ndjson_format(const RunView& run) {
    return std::make_unique<NdjsonFormat>(run);
}

}  // namespace gouji
