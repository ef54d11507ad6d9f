#include <gouji/sdk.hpp>

#include <charconv>
#include <optional>
#include <string>

#include "../prose/line.hpp"
#include "file_name.page.hpp"
#include "place.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::page::file_name;
using namespace gouji::consistency;
using namespace std::string_view_literals;

/// The file is named for another year, or for another place, than the report is.
class FileName {
public:
    explicit FileName(Options) {}

    void check(Document document, Sink sink) const {
        const gouji_facts& facts = document.facts();
        const std::string_view name = document.file_name();
        if (!speaks(name) || empty(facts.title_span)) return;
        if (const auto year = year_in(name); year && facts.year != 0 && *year != facts.year) {
            sink.report(facts.title_span,
                        message::year{.file = name, .named = *year, .year = facts.year});
            return;
        }
        const auto own = places_in_front(view(facts.agency));
        if (own.empty()) return;
        for (const PlaceMention& mention : places_named(name)) {
            const std::string_view core =
                name.substr(mention.begin, mention.suffix - mention.begin);
            const Place* same = nullptr;
            for (const Place& place : own) {
                if (place.level == mention.level) same = &place;
            }
            if (same == nullptr || core.find(same->core) != std::string_view::npos ||
                same->core.find(core) != std::string_view::npos)
                continue;
            if (mention.level == Level::city || mention.level == Level::province) continue;
            sink.report(
                facts.title_span,
                message::place{.agency = view(facts.agency),
                               .file = name,
                               .named = name.substr(mention.begin, mention.end - mention.begin)});
            return;
        }
    }

private:
    /// A name made by a machine (a hash, a number) says nothing.
    static bool speaks(std::string_view name) {
        return prose::has_any(name, {"年"sv, "公开"sv, "报告"sv, "年报"sv, "政府"sv, "局"sv});
    }

    /// The one year of the name; nothing when it has several, or only a date of publication.
    static std::optional<int> year_in(std::string_view name) {
        std::optional<int> found;
        for (std::size_t at = 0; at < name.size(); ++at) {
            if (name[at] < '0' || name[at] > '9') continue;
            std::size_t end = at;
            while (end < name.size() && name[end] >= '0' && name[end] <= '9') ++end;
            int value = 0;
            std::from_chars(name.data() + at, name.data() + end, value);
            const bool year = end - at == 4 && value >= 2000 && value < 2100 &&
                              name.substr(end).starts_with("年"sv) &&
                              !followed_by_month(name.substr(end + "年"sv.size()));
            if (year) {
                if (found && *found != value) return std::nullopt;
                found = value;
            }
            at = end;
        }
        return found;
    }
    static bool followed_by_month(std::string_view rest) {
        std::size_t end = 0;
        while (end < rest.size() && rest[end] >= '0' && rest[end] <= '9') ++end;
        return end > 0 && rest.substr(end).starts_with("月"sv);
    }
};

}  // namespace

GOUJI_RULE(file_name, FileName);
