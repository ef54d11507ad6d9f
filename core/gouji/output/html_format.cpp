#include "gouji/base/version.hpp"
#include "gouji/engine/own_page.hpp"
#include "gouji/output/format.hpp"
#include "gouji/output/html_assets.hpp"
#include "gouji/output/html_report.hpp"
#include "gouji/output/html_summary.hpp"
#include "gouji/output/html_text.hpp"
#include "gouji/text/digest.hpp"

namespace gouji {
namespace {

/// One page for people: every report as a reader sees it, what was found beside it. Opens from a
/// folder without a network. Reports are written as they come; the summary stands after them in
/// the file, and the page's script puts it in front.
class HtmlFormat final : public Format {
public:
    explicit HtmlFormat(const RunView& run)
        : run_(&run), whole_(run.inputs.size() == 1), summary_(run) {
        for (const Notice& notice : run.notices) summary_.add(notice);
    }

    void begin(const Write& write) override {
        const Language language = run_->language;
        const std::string title =
            pick(language, "年度报告检查结果 · gouji", "Annual reports checked by gouji");
        std::string out = "<!doctype html>\n<html lang=\"";
        out += pick(language, "zh-CN", "en");
        out += "\">\n<head>\n<meta charset=\"utf-8\">\n" + std::string(own_page_mark) +
               "\n"
               "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
               "<meta name=\"color-scheme\" content=\"light dark\">\n"
               // Nothing is fetched, and no script runs but the one at the end.
               "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
               "style-src 'sha256-" +
               base64(sha256(html_style)) + "'; script-src 'sha256-" + base64(sha256(html_script)) +
               "'; base-uri 'none'; form-action 'none'\">\n<title>" + title + "</title>\n<style>";
        out += html_style;
        out += "</style>\n</head>\n<body>\n<header id=\"top\"><h1>" + title + "</h1>\n";
        out += std::string("<noscript><a href=\"#summary\">") +
               (pick(language, "汇总在页末", "To the summary at the end")) +
               "</a></noscript></header>\n";
        write(out + "<main>\n");
    }

    void render(const AnalyzedReport& analyzed, std::uint32_t file,
                const Write& write) const override {
        html_report(analyzed, file, *run_, whole_, write);
    }

    void deliver(const ReportResult& delivery, const Pieces& rendered,
                 const Write& write) override {
        for (const Notice& notice : delivery.notices) summary_.add(notice);
        bool any = false;
        rendered([&](std::string_view piece) {
            any = true;
            write(piece);
        });
        if (any) summary_.add(delivery);
    }

    void end(const RunSummary& summary, const Write& write) override {
        const Language language = run_->language;
        for (const Notice& notice : summary.notices) summary_.add(notice);
        std::string out = "</main>\n" + summary_.write(summary) + "<footer>gouji " + version;
        out += (pick(language, "，", ", ")) + html(summary.ended.substr(0, 16)) +
               "Z</footer>\n<script>";
        out += html_script;
        write(out + "</script>\n</body>\n</html>\n");
    }

private:
    const RunView* run_;
    bool whole_;  ///< a report without findings is shown in full, too
    HtmlSummary summary_;
};

}  // namespace

std::unique_ptr<Format> make_html_format(const RunView& run) {
    return std::make_unique<HtmlFormat>(run);
}

}  // namespace gouji
