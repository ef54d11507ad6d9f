#include <algorithm>

#include "attachment_label.page.hpp"
#include "outline.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::attachment_label;

/// “附件2” left over as the first line.
class AttachmentLabel {
public:
    explicit AttachmentLabel(Options) {}

    void check(Document document, Sink sink) const {
        const Span extent = document.extent();
        const std::string_view text = gouji::trimmed(document.text(extent));
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = gouji::trimmed(text.substr(0, end));
        if (!is_label(structure::packed(line))) return;
        const auto begin = static_cast<std::uint32_t>(line.data() - document.text().data());
        const Span where{begin, begin + static_cast<std::uint32_t>(line.size())};
        const auto after = static_cast<std::uint32_t>(text.data() - document.text().data() + end);
        sink.report(where, message::label{.label = line})
            .fix(Safety::unsafe, message::remove{})
            .replace({begin, std::min(after + 1, extent.end)}, "");
    }

private:
    /// 附件, 附件2, 附件二：, 附件1-2
    static bool is_label(std::string_view line) {
        if (!line.starts_with("附件") && !line.starts_with("附表")) return false;
        line.remove_prefix(std::string_view("附件").size());
        static constexpr std::string_view marks = "0123456789-.:：一二三四五六七八九十";
        for (std::size_t at = 0; at < line.size();) {
            const gouji::Char c = gouji::char_at(line, at);
            if (marks.find(line.substr(at, c.size)) == std::string_view::npos) return false;
            at += c.size;
        }
        return line.size() <= 9;
    }
};

}  // namespace

GOUJI_RULE(attachment_label, AttachmentLabel);
