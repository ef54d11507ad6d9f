#include <gouji/paragraph.hpp>

#include <array>
#include <string_view>

#include "broken_url.page.hpp"

namespace gouji::typography {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::broken_url;

/// Addresses that lead nowhere: “http://”, “网站（）”.
class BrokenUrl {
public:
    explicit BrokenUrl(Options) {}

    void check(Document document, Sink sink) const {
        each_paragraph(document, [&](const Paragraph& paragraph) {
            const std::u16string_view text = paragraph.codes();
            std::size_t end = 0;  // of what was told last
            for (const std::size_t i : paragraph.marks()) {
                if (i < end) continue;
                const std::size_t size = broken(text.substr(i));
                if (size == 0) continue;
                const Span where = paragraph.source(i, i + size);
                sink.report(where, message::nowhere{.found = document.text(where)});
                end = i + size;
            }
        });
    }

private:
    static bool is_letter(char16_t c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
    }
    static bool is_host(char16_t c) {
        return is_letter(c) || is_digit(c) || c == u'-' || c == u'.';
    }

    static std::size_t broken(std::u16string_view rest) {
        constexpr std::u16string_view firsts = u"hHwW（(";
        if (firsts.find(rest[0]) == std::u16string_view::npos) return 0;
        for (const std::u16string_view nothing : {u"（）", u"()"}) {
            if (rest.starts_with(nothing)) return nothing.size();
        }
        for (const std::u16string_view scheme : misspelt) {
            if (rest.starts_with(scheme)) return scheme.size();
        }
        for (const std::u16string_view scheme : {u"https://", u"http://", u"www."}) {
            if (!rest.starts_with(scheme)) continue;
            const char16_t next = rest.size() > scheme.size() ? rest[scheme.size()] : u'\0';
            if (!is_letter(next) && !is_digit(next)) return scheme.size();
            return interrupted(rest, scheme.size());
        }
        return 0;
    }

    /// A mark or a blank inside the host's name: www.yunling.gov,cn. The size up to behind it.
    static std::size_t interrupted(std::u16string_view rest, std::size_t from) {
        constexpr std::size_t longest = 253;  // characters of a host's name, RFC 1035
        std::size_t at = from;
        while (at < rest.size() && at - from <= longest && is_host(rest[at])) ++at;
        constexpr std::u16string_view marks = u" ,，。、．;；";
        if (at + 1 >= rest.size() || marks.find(rest[at]) == std::u16string_view::npos) return 0;
        std::size_t behind = at + 1;
        while (behind < rest.size() && rest[behind] == u' ') ++behind;
        const std::u16string_view next = rest.substr(behind);
        for (const std::u16string_view domain : domains) {
            if (!next.starts_with(domain)) continue;
            const char16_t after = next.size() > domain.size() ? next[domain.size()] : u'\0';
            if (!is_letter(after) && !is_digit(after)) return behind + domain.size();
        }
        return 0;
    }

    static constexpr auto misspelt = std::to_array<std::u16string_view>(
        {u"http//", u"https//", u"htpp:", u"htpps:", u"hppt:", u"htttp:", u"http;//", u"https;//",
         u"http：//", u"https：//", u"http:\\\\", u"https:\\\\", u"wwww.", u"www，", u"www。",
         u"www,"});
    static constexpr auto domains =
        std::to_array<std::u16string_view>({u"gov", u"com", u"cn", u"org", u"net", u"edu"});
};

}  // namespace
}  // namespace gouji::typography

GOUJI_RULE(broken_url, gouji::typography::BrokenUrl);
