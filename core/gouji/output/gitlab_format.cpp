#include "gouji/base/hash.hpp"
#include "gouji/output/flat.hpp"
#include "gouji/output/json.hpp"

namespace gouji {
namespace {

/// GitLab's Code Quality report: a JSON array, one object a finding. Its fingerprints are unique in
/// the whole report, so the file's name is part of them.
class GitlabFormat final : public Format {
public:
    explicit GitlabFormat(const RunView& run) : run_(&run) {}

    void begin(const Write& write) override { write("["); }

    void render(const AnalyzedReport& analyzed, std::uint32_t, const Write& write) const override {
        each_flat(analyzed, *run_, [&](const Flat& one) {
            std::string out = ",\n";
            Json json(out);
            json.begin_object()
                .member("description", one.message)
                .member("check_name", one.page->id);
            Hash print;
            print.add(one.path);
            print.add(std::to_string(analyzed.ordinal));
            print.add(one.fingerprint);
            json.member("fingerprint", print.text());
            json.member("severity", severity(one.level));
            json.key("location").begin_object().member("path", one.path);
            json.key("lines")
                .begin_object()
                .member("begin", one.from.line)
                .member("end", one.to.line);
            json.end_object().end_object().end_object();
            write(out);
        });
    }

    void deliver(const ReportResult&, const Pieces& rendered, const Write& write) override {
        rendered([&](std::string_view piece) {
            if (!std::exchange(any_, true)) piece.remove_prefix(1);  // the comma
            write(piece);
        });
    }

    void end(const RunSummary&, const Write& write) override { write(any_ ? "\n]\n" : "]\n"); }

private:
    static const char* severity(Level level) {
        if (level == Level::error) return "major";
        return level == Level::warning ? "minor" : "info";
    }

    const RunView* run_;
    bool any_ = false;
};

}  // namespace

std::unique_ptr<Format> make_gitlab_format(const RunView& run) {
    return std::make_unique<GitlabFormat>(run);
}

}  // namespace gouji
