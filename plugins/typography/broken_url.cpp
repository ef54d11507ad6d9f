#include <gouji/paragraph.hpp>

#include <string_view>

namespace gouji::typography {
namespace {

using namespace gouji::sdk;

/// Addresses that lead nowhere: “http://”, “网站（）”.
class BrokenUrl {
public:
    explicit BrokenUrl(Options) {}

    void check(Document document, Report report) const {
        each_paragraph(document, [&](const Paragraph& paragraph) {
            const std::u16string_view text = paragraph.codes();
            for (std::size_t i = 0; i < text.size(); ++i) {
                const std::size_t size = broken(text.substr(i));
                if (size == 0) continue;
                const Span where = paragraph.source(i, i + size);
                report.at(where, "nowhere").with("found", document.text(where));
                i += size - 1;
            }
        });
    }

private:
    static std::size_t broken(std::u16string_view rest) {
        if (rest[0] != u'h' && rest[0] != u'w' && rest[0] != u'（' && rest[0] != u'(') return 0;
        for (const std::u16string_view scheme : {u"https://", u"http://", u"www."}) {
            if (!rest.starts_with(scheme)) continue;
            const char16_t next = rest.size() > scheme.size() ? rest[scheme.size()] : u'\0';
            const bool goes_on =
                (next >= u'a' && next <= u'z') || (next >= u'A' && next <= u'Z') || is_digit(next);
            if (!goes_on) return scheme.size();
        }
        for (const std::u16string_view nothing : {u"（）", u"()"}) {
            if (rest.starts_with(nothing)) return nothing.size();
        }
        return 0;
    }
};

}  // namespace
}  // namespace gouji::typography

GOUJI_RULE(broken_url, gouji::typography::BrokenUrl);
