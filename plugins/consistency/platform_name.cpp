#include <gouji/sdk.hpp>

#include <string_view>

#include "../prose/line.hpp"
#include "platform_name.page.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::page::platform_name;
using namespace std::string_view_literals;

/// A web site that no agency has: “水利局政府门户网站”. Governments and ministries have portals
/// (政府网站发展指引, 国办发〔2017〕47号); an office has a page on one, or a 政府网站 of its own.
class PlatformName {
public:
    explicit PlatformName(Options) {}

    void check(Document document, Sink sink) const {
        const auto prose = document.prose();
        const std::string_view text = prose.text();
        for (const std::string_view site : {"政府门户网站"sv, "人民政府网站"sv}) {
            for (std::size_t at = seek(text, site); at != std::string_view::npos;
                 at = seek(text, site, at + 1)) {
                const std::string_view before = text.substr(0, at);
                const std::string_view owner = office(before);
                if (owner.empty()) continue;
                std::size_t begin = at - owner.size();
                begin = name_begin(text, begin);
                sink.report(
                    prose.source(begin, at + site.size() - begin),
                    message::impossible{.name = text.substr(begin, at + site.size() - begin)});
                return;
            }
        }
    }

private:
    /// The office in front of the site's name, when it is one that has no government.
    static std::string_view office(std::string_view before) {
        for (const std::string_view word : {"机关"sv, "局"sv, "委员会"sv, "中心"sv, "办公室"sv}) {
            if (!before.ends_with(word)) continue;
            const std::string_view front = before.substr(0, before.size() - word.size());
            // “各级行政机关政府网站”, “管委会” speak of many, or of one that governs.
            if (prose::ends_with_any(
                    front, {"行政"sv, "各"sv, "国家"sv, "级"sv, "部门"sv, "党政"sv, "本"sv,
                            "上级"sv, "总"sv, "结"sv, "布"sv, "当"sv, "格"sv, "以"sv, "为"sv})) {
                return {};
            }
            if (word == "委员会"sv && front.ends_with("管理"sv)) return {};
            return before.substr(before.size() - word.size());
        }
        return {};
    }

    static std::size_t name_begin(std::string_view text, std::size_t at) {
        for (int count = 0; count < 8 && at > 0; ++count) {
            const Char c = char_before(text, at);
            if (!is_han(c.code)) break;
            const std::string_view before = text.substr(0, at);
            if (prose::ends_with_any(before, {"通过"sv, "依托"sv, "利用"sv, "借助"sv, "在"sv,
                                              "的"sv, "和"sv, "于"sv, "以"sv, "对"sv}))
                break;
            at -= c.size;
        }
        return at;
    }
};

}  // namespace

GOUJI_RULE(platform_name, PlatformName);
