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
        const std::span<const Hit> hits = document.hits(list::living);
        if (hits.empty()) return;
        const Prose prose = document.prose();
        std::uint32_t end = 0;
        for (std::size_t i = 0; i < hits.size(); ++i) {
            const Hit& hit = hits[i];
            // Of 申请人住 and 住址 in 申请人住址 the one that ends last leads to the address.
            const bool goes_on = i + 1 < hits.size() && hits[i + 1].span.begin < hit.span.end &&
                                 hits[i + 1].span.end > hit.span.end;
            if (hit.span.end <= end || goes_on) continue;
            end = hit.span.end;
            const std::size_t size = address_size(prose.text().substr(hit.span.end));
            if (size == 0) continue;
            sink.report(prose.source(hit.span.end, size),
                        message::door{.words = prose.text(hit.span)});
        }
    }

private:
    /// A clause that names a house and a door: “…5号楼2单元301室”. Its size; 0 when it does not.
    static std::size_t address_size(std::string_view rest) {
        constexpr std::size_t longest = 150;
        rest = rest.substr(0, longest);
        rest = rest.substr(0, std::min({rest.find("，"), rest.find("。"), rest.find("；"),
                                        rest.find('\n'), rest.size()}));
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
