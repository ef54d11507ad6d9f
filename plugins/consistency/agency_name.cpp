#include <gouji/sdk.hpp>

#include <algorithm>
#include <string>

#include "../prose/line.hpp"
#include "../registry/divisions.hpp"
#include "agency_name.page.hpp"
#include "place.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::page::agency_name;
using namespace gouji::consistency;
using namespace std::string_view_literals;

/// The title names the agency without its division although the text has the full name.
class AgencyName {
public:
    explicit AgencyName(Options) {}

    void check(Document document, Sink sink) const {
        const gouji_facts& facts = document.facts();
        const std::string_view agency = view(facts.agency);
        if (agency.size() < 6 || empty(facts.agency_span) || !places_in_front(agency).empty())
            return;
        if (!view(facts.division).empty()) return;
        const auto prose = document.prose();
        const std::string_view text = prose.text();
        for (std::size_t at = text.find(agency); at != std::string_view::npos;
             at = text.find(agency, at + 1)) {
            const std::string_view before = line_before(text, at);
            const std::size_t division = division_before(before);
            if (division == before.size()) continue;
            const std::size_t size = before.size() - division + agency.size();
            const std::string_view full = text.substr(at - (before.size() - division), size);
            sink.report(facts.agency_span, message::short_{.agency = agency, .full = full})
                .also(prose.source(at + agency.size() - size, size), message::full{});
            return;
        }
    }

private:
    /// Where the division begins that the words end with; their end when they end with none.
    static std::size_t division_before(std::string_view words) {
        const auto places = places_named(words);
        if (places.empty() || places.back().end != words.size()) return words.size();
        const std::size_t begin = places.back().begin;
        // In “统筹云岭县” a verb stands in front; what is registered begins after it.
        for (std::size_t at = begin; at < words.size();
             at += std::max<std::uint32_t>(1, char_at(words, at).size)) {
            if (registry::is_division(words.substr(at))) return at;
        }
        // Five characters without an end: there may be more than the name in them.
        const bool cut = length(words.substr(begin, places.back().suffix - begin)) >= 5 &&
                         is_han(char_before(words, begin).code);
        return cut ? words.size() : begin;
    }

    /// At most 30 bytes back in the same paragraph, from the start of a character.
    static std::string_view line_before(std::string_view text, std::size_t at) {
        std::size_t begin = at;
        while (begin > 0 && at - begin < 30) {
            const Char c = char_before(text, begin);
            if (is_line_end(c.code)) break;
            begin -= c.size;
        }
        return text.substr(begin, at - begin);
    }
};

}  // namespace

GOUJI_RULE(agency_name, AgencyName);
