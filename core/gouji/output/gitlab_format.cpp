#include "gouji/base/hash.hpp"
#include "gouji/json/json.hpp"
#include "gouji/output/flat.hpp"

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
            Hash print;
            print.add(one.path);
            print.add(std::to_string(analyzed.ordinal));
            print.add(one.fingerprint);
            write(issue(one.message, one.page->id, print, severity(one.level), one.path,
                        one.from.line, one.to.line));
        });
    }

    void deliver(const ReportResult& delivery, const Pieces& rendered,
                 const Write& write) override {
        rendered([&](std::string_view piece) { add(piece, write); });
        add(delivery.notices, write);
    }

    void end(const RunSummary& summary, const Write& write) override {
        add(run_->notices, write);
        add(summary.notices, write);
        write(any_ ? "\n]\n" : "]\n");
    }

private:
    static std::string issue(std::string_view description, std::string_view check,
                             const Hash& print, const char* severity, std::string_view path,
                             std::uint32_t begin, std::uint32_t end) {
        std::string out = ",\n";
        Json json(out);
        json.begin_object().member("description", description).member("check_name", check);
        json.member("fingerprint", print.text()).member("severity", severity);
        json.key("location").begin_object().member("path", path);
        json.key("lines").begin_object().member("begin", begin).member("end", end);
        json.end_object().end_object().end_object();
        return out;
    }

    void add(std::string_view issue, const Write& write) {
        if (!std::exchange(any_, true)) issue.remove_prefix(1);  // the comma
        write(issue);
    }
    /// A notice of the whole run has no file; GitLab asks for a path all the same.
    void add(const std::vector<Notice>& notices, const Write& write) {
        for (const Notice& notice : notices) {
            const std::string path = notice.file ? notice_path(notice, *run_) : "gouji.toml";
            const std::string& words = notice.what.in(run_->language);
            Hash print;
            for (const std::string_view part :
                 {std::string_view(path), notice_id(notice, *run_), std::string_view(words)})
                print.add(part);
            add(issue(words, notice_id(notice, *run_), print, notice.fatal() ? "critical" : "info",
                      path, 1, 1),
                write);
        }
    }

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
