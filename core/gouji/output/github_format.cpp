#include "gouji/output/flat.hpp"
#include "gouji/text/controls.hpp"
#include "gouji/text/utf8_check.hpp"
#include <gouji/utf8.hpp>

namespace gouji {
namespace {

/// Workflow commands want some characters percent-encoded; properties two more than the message.
std::string encoded(std::string_view text, bool property) {
    if (find_ill_formed(text) != std::string_view::npos)
        return encoded(replace_invalid_utf8(text), property);
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const Char c = char_at(text, at);
        switch (c.code) {
            case '%':
                out += "%25";
                break;
            case '\r':
                out += "%0D";
                break;
            case '\n':
                out += "%0A";
                break;
            case ':':
                out += property ? "%3A" : ":";
                break;
            case ',':
                out += property ? "%2C" : ",";
                break;
            default:
                // A log is shown in a terminal too, and these commands have no escape for it.
                out += is_obeyed(c.code) && c.code != '\t' ? std::string_view("\uFFFD")
                                                           : text.substr(at, c.size);
        }
        at += c.size;
    }
    return out;
}

/// GitHub's workflow commands: lines on standard output that become annotations of a pull request.
class GithubFormat final : public Format {
public:
    explicit GithubFormat(const RunView& run) : run_(&run) {}

    void begin(const Write& write) override { write(notices(run_->notices)); }

    void render(const AnalyzedReport& analyzed, std::uint32_t, const Write& write) const override {
        each_flat(analyzed, *run_, [&](const Flat& one) {
            std::string out;
            out += one.level == Level::error     ? "::error "
                   : one.level == Level::warning ? "::warning "
                                                 : "::notice ";
            out += "file=" + encoded(one.path, true);
            out += ",line=" + std::to_string(one.from.line) +
                   ",endLine=" + std::to_string(one.to.line);
            if (one.from.line == one.to.line) {  // columns count inside one line only
                out += ",col=" + std::to_string(one.from.column) +
                       ",endColumn=" + std::to_string(one.to.column);
            }
            out +=
                ",title=" + encoded(one.page->id, true) + "::" + encoded(one.message, false) + "\n";
            write(out);
        });
    }

    void deliver(const ReportResult& delivery, const Pieces& rendered,
                 const Write& write) override {
        rendered(write);
        write(notices(delivery.notices));
    }

    void end(const RunSummary& summary, const Write& write) override {
        write(notices(summary.notices));
    }

private:
    [[nodiscard]] std::string notices(const std::vector<Notice>& all) const {
        std::string out;
        for (const Notice& notice : all) {
            out += notice.fatal() ? "::error " : "::notice ";
            if (notice.file) out += "file=" + encoded(notice_path(notice, *run_), true) + ",";
            out += "title=" + encoded(notice_id(notice, *run_), true) + "::";
            out += encoded(notice.what.in(run_->language), false) + "\n";
        }
        return out;
    }

    const RunView* run_;
};

}  // namespace

std::unique_ptr<Format> make_github_format(const RunView& run) {
    return std::make_unique<GithubFormat>(run);
}

}  // namespace gouji
