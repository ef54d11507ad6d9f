#include "gouji/engine/hash.hpp"
#include "gouji/report/flat.hpp"
#include "gouji/report/json.hpp"

namespace gouji {
namespace {

/// GitLab's Code Quality report: a JSON array, one object a finding. Its fingerprints are unique in
/// the whole report, so the file's name is part of them.
class GitlabFormat final : public Format {
public:
    explicit GitlabFormat(const RunView& run) : run_(&run) {}

    std::string begin() override { return "["; }

    std::string render(const Examined& examined, std::uint32_t) const override {
        std::string out;
        for (const Flat& one : flatten(examined, *run_)) {
            out += out.empty() ? "\n" : ",\n";
            Json json(out);
            const std::string path = result_path(one.file);
            json.begin_object()
                .member("description", one.message)
                .member("check_name", one.page->id);
            Hash print;
            for (const std::string& part :
                 {path, std::to_string(examined.ordinal), one.fingerprint})
                print.add(part);
            json.member("fingerprint", print.text());
            json.member("severity", severity(one.level));
            json.key("location").begin_object().member("path", path);
            json.key("lines")
                .begin_object()
                .member("begin", one.from.line)
                .member("end", one.to.line);
            json.end_object().end_object().end_object();
        }
        return out;
    }

    std::string deliver(const Delivery&, std::string&& rendered) override {
        if (rendered.empty()) return {};
        if (std::exchange(any_, true)) rendered.insert(0, 1, ',');
        return std::move(rendered);
    }

    std::string end(const Ending&) override { return any_ ? "\n]\n" : "]\n"; }

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
