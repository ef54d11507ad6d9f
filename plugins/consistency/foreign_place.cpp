#include <gouji/phrases.hpp>
#include <gouji/sdk.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "../prose/line.hpp"
#include "../registry/divisions.hpp"
#include "foreign_place.page.hpp"
#include "place.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::page::foreign_place;
using namespace gouji::consistency;
using namespace std::string_view_literals;

/// A place that is neither the agency's nor one above it, named where the report speaks of what
/// is its own: its account, its web site, its plan, itself.
class ForeignPlace {
public:
    explicit ForeignPlace(Options options)
        : related_(options.words(list::related)),
          accounts_(options.words(list::accounts)),
          assets_(options.words(list::assets)),
          predicates_(options.words(list::predicates)) {}

    void check(Document document, Sink sink) const {
        const Own own(document);
        if (own.chain.empty()) return;
        const std::string_view text = document.prose().text();
        for (const Span paragraph : document.prose().paragraphs()) {
            if (sink.cancelled()) return;
            check_paragraph(document, sink, own,
                            text.substr(paragraph.begin, paragraph.end - paragraph.begin),
                            paragraph.begin);
        }
    }

private:
    struct Own {
        explicit Own(Document document)
            : agency(view(document.facts().agency)),
              unit(view(document.facts().unit)),
              chain(places_in_front(agency)) {
            if (!chain.empty()) level = chain.back().level;
        }
        [[nodiscard]] bool names(std::string_view words) const {
            return std::any_of(chain.begin(), chain.end(), [&](const Place& place) {
                return words.find(place.core) != std::string_view::npos;
            });
        }
        /// Whether a division of this level is known to be above the agency, or is the agency's.
        [[nodiscard]] const Place* at(Level wanted) const {
            for (const Place& place : chain) {
                if (place.level == wanted) return &place;
            }
            return nullptr;
        }

        std::string_view agency;
        std::string_view unit;
        std::vector<Place> chain;
        Level level{};
    };

    void check_paragraph(Document document, Sink sink, const Own& own, std::string_view text,
                         std::uint32_t offset) const {
        if (!prose::has_any(text, {"镇"sv, "乡"sv, "街道"sv, "县"sv, "区"sv, "“"sv})) return;
        const std::uint32_t quoted = accounts(document, sink, own, text, offset);
        for (const PlaceMention& mention : existing_places(own, text)) {
            if (mention.begin < quoted && in_quotes(text, mention)) continue;
            const std::string_view before = text.substr(0, mention.begin);
            const std::string_view after = text.substr(mention.end);
            if (!foreign(own, text, mention) || related(sentence_around(text, mention))) continue;
            if (!claimed(own, before, after)) continue;
            report(
                document, sink, own, {offset + mention.begin, offset + mention.end},
                message::place{.agency = own.agency,
                               .words = text.substr(mention.begin, mention.end - mention.begin)});
        }
    }

    static constexpr std::size_t longest_account = 63;  // bytes, with the mark that closes it

    // -- accounts ----------------------------------------------------------------------------

    /// Names in quotation marks that the text calls an account. Returns where the last one ends.
    std::uint32_t accounts(Document document, Sink sink, const Own& own, std::string_view text,
                           std::uint32_t offset) const {
        std::uint32_t last = 0;
        for (std::size_t open = text.find("“"sv); open != std::string_view::npos;
             open = text.find("“"sv, open + 3)) {
            const std::size_t begin = open + "“"sv.size();
            const std::size_t size = text.substr(begin, longest_account).find("”"sv);
            if (size == std::string_view::npos) continue;
            const std::size_t close = begin + size;
            const std::string_view name = text.substr(begin, size);
            const std::string_view around =
                text.substr(open > 45 ? open - 45 : 0, open > 45 ? 45 : open);
            if (!account(name, around, text.substr(close + "”"sv.size()))) continue;
            last = static_cast<std::uint32_t>(close);
            if (own.names(name) || related(around_sentence(text, open))) continue;
            if (!names_other_place(own, name)) continue;
            report(document, sink, own,
                   {offset + static_cast<std::uint32_t>(begin),
                    offset + static_cast<std::uint32_t>(close)},
                   message::account{.agency = own.agency, .words = name});
        }
        return last;
    }

    [[nodiscard]] bool account(std::string_view name, std::string_view before,
                               std::string_view after) const {
        constexpr std::size_t reach = 36;  // bytes
        const std::string_view next = after.substr(0, std::min(after.size(), reach));
        return accounts_.in(name) || accounts_.in(next) || accounts_.in(last_words(before));
    }
    static std::string_view last_words(std::string_view before) {
        const std::size_t at = before.find_last_of("\n");
        const std::string_view line = at == std::string_view::npos ? before : before.substr(at + 1);
        return line.size() > 36 ? line.substr(line.size() - 36) : line;
    }

    static bool names_other_place(const Own& own, std::string_view name) {
        for (const PlaceMention& mention : existing_places(own, name)) {
            if (foreign(own, name, mention)) return true;
        }
        return std::any_of(own.chain.begin(), own.chain.end(),
                           [&](const Place& place) { return brother_in(place.core, name); });
    }
    static bool brother_in(std::string_view core, std::string_view name) {
        for (std::size_t at = 0; at + core.size() <= name.size();) {
            if (brothers(core, name.substr(at, core.size()))) return true;
            at += std::max<std::uint32_t>(1, char_at(name, at).size);
        }
        return false;
    }

    // -- places in running text ----------------------------------------------------------------

    /// The places among the words that end like one: the report's own, those that exist (强化镇
    /// does not), and those printed after the place they belong to (望江县新石镇).
    static std::vector<PlaceMention> existing_places(const Own& own, std::string_view text) {
        std::vector<PlaceMention> out;
        for (const PlaceMention& mention : places_named(text)) {
            const std::string_view name = text.substr(mention.begin, mention.end - mention.begin);
            const bool led = !out.empty() && out.back().end == mention.begin;
            if (led || mention.level < Level::county || own.names(name) ||
                registry::is_division(name))
                out.push_back(mention);
        }
        return out;
    }

    /// Of a level where the agency's own name is known, and not that name.
    static bool foreign(const Own& own, std::string_view text, const PlaceMention& mention) {
        const std::string_view core = text.substr(mention.begin, mention.suffix - mention.begin);
        // A county-level city may govern the agency or lie beside it: only a name that differs from
        // the own one by a direction is reported.
        if (mention.level == Level::city || mention.level == Level::province) {
            const Place* city = own.at(mention.level);
            return city != nullptr && brothers(city->core, core);
        }
        const Place* place = own.at(mention.level);
        if (place == nullptr || mention.level > own.level) return false;
        return !std::any_of(own.chain.begin(), own.chain.end(), [&](const Place& known) {
            return core.find(known.core) != std::string_view::npos ||
                   known.core.find(core) != std::string_view::npos;
        });
    }

    /// Words of twinning, study, news and neighbours: the place is somebody else's and meant so.
    [[nodiscard]] bool related(std::string_view sentence) const { return related_.in(sentence); }

    /// What follows or precedes says that the place is the report's own.
    [[nodiscard]] bool claimed(const Own& own, std::string_view before,
                               std::string_view after) const {
        if (prose::ends_with_any(before, {"与"sv, "和"sv, "向"sv, "赴"sv, "到"sv, "对"sv, "及"sv,
                                          "、"sv, "同"sv, "等"sv, "于"sv, "至"sv, "如"sv}) ||
            after.starts_with("、"sv) || after.starts_with("等"sv) || after.starts_with("和"sv)) {
            return false;
        }
        // The same office of another place is never our own: 望江县水利局 in 云岭县水利局's report.
        if (own.unit.size() >= 9 && own.unit != "人民政府"sv && after.starts_with(own.unit))
            return true;
        for (const std::string_view office :
             {"人民政府"sv, "政府"sv, "党委"sv, "党工委"sv, "办事处"sv, "委"sv}) {
            if (after.starts_with(office)) {
                after.remove_prefix(office.size());
                break;
            }
        }
        if (begins_with(assets_, after)) return true;
        // As a subject it must open its clause.
        const bool opens =
            before.empty() ||
            prose::ends_with_any(before, {"，"sv, "。"sv, "；"sv, "："sv, "年"sv, "年度"sv,
                                          "年来"sv, "\n"sv, "《"sv, "来"sv, "（"sv});
        if (!opens) return false;
        return after.starts_with("20"sv) || begins_with(predicates_, after);
    }

    static bool begins_with(const Phrases& words, std::string_view text) {
        constexpr std::size_t longest = 30;  // bytes
        const Phrases::Hit hit = words.next(text.substr(0, std::min(text.size(), longest)));
        return hit && hit.at == 0;
    }

    /// The sentence around a place, as far as it tells what the place is to the report.
    static std::string_view around_sentence(std::string_view text, std::size_t at) {
        constexpr std::size_t reach = 300;
        const std::size_t floor = at > reach ? at - reach : 0;
        const std::size_t stop = text.substr(floor, at - floor).rfind("。"sv);
        const std::size_t begin =
            stop == std::string_view::npos ? floor : floor + stop + "。"sv.size();
        const std::string_view rest = text.substr(at, reach);
        return text.substr(begin, at - begin + std::min(rest.find("。"sv), rest.size()));
    }
    static std::string_view sentence_around(std::string_view text, const PlaceMention& mention) {
        return around_sentence(text, mention.begin);
    }
    static bool in_quotes(std::string_view text, const PlaceMention& mention) {
        constexpr std::size_t reach = 60;
        const std::size_t floor = mention.begin > reach ? mention.begin - reach : 0;
        const std::string_view before = text.substr(floor, mention.begin - floor);
        const std::size_t open = before.rfind("“"sv);
        const std::size_t close = before.rfind("”"sv);
        return open != std::string_view::npos && (close == std::string_view::npos || close < open);
    }

    template <class Message>
    static void report(Document document, Sink sink, const Own& own, Span folded,
                       const Message& message) {
        Finding finding = sink.report(document.prose().source(folded), message);
        if (!empty(document.facts().agency_span))
            finding.also(document.facts().agency_span, message::own{.agency = own.agency});
    }

    Phrases related_;     ///< what makes a place somebody else's
    Phrases accounts_;    ///< what calls a name in quotation marks an account
    Phrases assets_;      ///< what is an agency's own, right after its name
    Phrases predicates_;  ///< what the report says of its agency as the subject
};

}  // namespace

GOUJI_RULE(foreign_place, ForeignPlace);
