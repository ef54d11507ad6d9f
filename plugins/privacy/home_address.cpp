#include <gouji/sdk.hpp>

#include <algorithm>
#include <array>

#include "home_address.page.hpp"

namespace gouji::privacy {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::home_address;

/// Where somebody lives, down to the door.
class HomeAddress {
public:
    explicit HomeAddress(Options) {}

    void check(Document document, Sink sink) const {
        const Prose prose = document.prose();
        const std::string_view text = prose.text();
        std::size_t end = 0;
        for (const std::string_view living : words) {
            for (std::size_t at = seek(text, living); at != std::string_view::npos;
                 at = seek(text, living, at + 1)) {
                const std::size_t size = address_size(text.substr(at + living.size()));
                if (size == 0) continue;
                const std::size_t to = at + living.size() + size;
                if (at < end && to <= end) continue;  // 家庭住址 holds 住址
                end = to;
                const Span where = prose.source(at + living.size(), size);
                sink.report(where, message::door{.words = living});
            }
        }
    }

private:
    static constexpr std::array<std::string_view, 16> words{
        "某住", "本人住", "申请人住", "住在",   "住于", "家庭住址", "户籍地址", "户籍所在地",
        "家住", "现住",   "居住在",   "居住于", "住址", "户籍在",   "户口在",   "租住在"};

    /// A clause that names a house and a door: “…5号楼2单元301室”. Its size; 0 when it does not.
    static std::size_t address_size(std::string_view rest) {
        constexpr std::size_t longest = 150;
        rest = rest.substr(0, std::min({rest.find("，"), rest.find("。"), rest.find("；"),
                                        rest.find('\n'), rest.size(), longest}));
        std::size_t end = 0;
        for (const std::string_view door : {"室", "户", "号"}) {
            const std::size_t at = rest.rfind(door);
            if (at == std::string_view::npos || !is_digit(char_before(rest, at).code)) continue;
            end = std::max(end, at + door.size());
        }
        if (end == 0) return 0;
        for (const std::string_view house :
             {"号楼", "栋", "幢", "单元", "弄", "路", "街", "巷", "村", "组", "小区"}) {
            if (rest.substr(0, end).find(house) != std::string_view::npos) return end;
        }
        return 0;
    }
};

}  // namespace
}  // namespace gouji::privacy

GOUJI_RULE(home_address, gouji::privacy::HomeAddress);
