#include "outline.hpp"
#include "overview_length.page.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::overview_length;

/// An overview longer than the office allows.
class OverviewLength {
public:
    explicit OverviewLength(Options options) : limit_(options.integer("limit")) {}

    void check(Document document, Sink sink) const {
        const gouji_chapter* overview = structure::chapter(document, "overview");
        if (overview == nullptr || limit_ <= 0 || province(view(document.facts().division))) return;
        std::size_t characters = 0;
        for (const structure::Paragraph& paragraph : structure::paragraphs(document)) {
            if (contains(overview->body, paragraph.span))
                characters += gouji::length(paragraph.text);
        }
        if (static_cast<std::int64_t>(characters) <= limit_) return;
        sink.report(overview->heading, message::long_{.count = characters, .limit = limit_});
    }

private:
    static bool province(std::string_view division) {
        return division.ends_with("省") || division.ends_with("自治区") || division == "北京市" ||
               division == "天津市" || division == "上海市" || division == "重庆市";
    }

    std::int64_t limit_;
};

}  // namespace

GOUJI_RULE(overview_length, OverviewLength);
