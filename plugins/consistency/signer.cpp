#include <gouji/sdk.hpp>

#include <string>
#include <string_view>

#include "../prose/folded.hpp"
#include "../prose/line.hpp"
#include "place.hpp"
#include "signer.page.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::page::signer;
using namespace gouji::consistency;
using namespace std::string_view_literals;

/// The signature names another agency than the title.
class Signer {
public:
    explicit Signer(Options) {}

    void check(Document document, Sink sink) const {
        const gouji_facts& facts = document.facts();
        const std::string_view agency = view(facts.agency);
        const std::string_view signer = view(facts.signed_agency);
        if (agency.empty() || signer.empty() || empty(facts.signed_agency_span)) return;
        if (same(agency, signer)) return;
        sink.report(facts.signed_agency_span, message::differs{.agency = agency, .signer = signer})
            .also(facts.agency_span, message::title{});
    }

private:
    static bool same(std::string_view agency, std::string_view signer) {
        // 中共云岭县水利局党组 signs together with the bureau it leads, or for it.
        constexpr std::string_view party = "中共"sv;
        if (signer.starts_with(party)) signer.remove_prefix(party.size());
        // The full name below, a shorter one above: only divisions may be added in front.
        if (signer.ends_with(agency)) {
            const std::string_view front = signer.substr(0, signer.size() - agency.size());
            return divisions_only(front);
        }
        // A shorter name below: 县水利局, 柳河镇政府.
        if (subsequence(signer, agency)) return true;
        return office_of(agency, signer);
    }

    static bool divisions_only(std::string_view front) {
        if (front.empty()) return true;
        const auto places = places_in_front(front);
        return !places.empty() && places.back().name().end() == front.end();
    }

    static bool subsequence(std::string_view part, std::string_view whole) {
        std::size_t at = 0;
        for (std::size_t i = 0; i < part.size();) {
            const std::uint32_t size = std::max<std::uint32_t>(1, char_at(part, i).size);
            const std::size_t found = whole.find(part.substr(i, size), at);
            if (found == std::string_view::npos) return false;
            at = found + size;
            i += size;
        }
        return true;
    }

    /// A government's report is signed by its office; a town's by the town.
    static bool office_of(std::string_view agency, std::string_view signer) {
        std::string_view core = agency;
        for (const std::string_view tail : {"人民政府"sv, "政府"sv, "办事处"sv}) {
            if (core.ends_with(tail)) {
                core.remove_suffix(tail.size());
                break;
            }
        }
        if (core.size() == agency.size()) {
            // 水利局（水务局）, 水利局 水务局: the agency's name stands whole among several.
            return signer.starts_with(agency) && !signer.substr(agency.size()).starts_with("分"sv);
        }
        // 云岭县人民政府办公室, 柳河镇党政办公室, 中共柳河镇委员会 and 柳河镇人民政府 together.
        const auto places = places_in_front(core);
        const std::string_view last = places.empty() ? core : places.back().name();
        const std::size_t at = signer.find(last);
        if (at == std::string_view::npos) return false;
        const std::string_view rest = signer.substr(at + last.size());
        return rest.empty() ||
               prose::starts_with_any(rest, {"人民政府"sv, "政府"sv, "政务公开"sv, "党政"sv, "党"sv,
                                             "委"sv, "办"sv, "、"sv, "工委"sv});
    }
};

}  // namespace

GOUJI_RULE(signer, Signer);
