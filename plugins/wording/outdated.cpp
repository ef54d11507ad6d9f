#include <gouji/sdk.hpp>

#include <algorithm>
#include <array>

#include "outdated.page.hpp"
#include "prose_pairs.hpp"

namespace gouji::wording {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::outdated;

struct Wording {
    std::string_view words;
    bool needs;  ///< the “three needs”; otherwise the principle
};

/// What the regulations said before they were revised in 2019.
constexpr std::array<Wording, 18> outdated{{
    {"根据自身生产、生活、科研等特殊需要", true},
    {"依据自身生产、生活、科研等特殊需要", true},
    {"自身生产、生活、科研等特殊需要", true},
    {"自身生产、生活和科研等特殊需要", true},
    {"生产、生活、科研等特殊需要", true},
    {"生产、生活和科研等特殊需要", true},
    {"生产、生活、科研的特殊需要", true},
    {"生产、生活、科研特殊需要", true},
    {"生产生活科研特殊需要", true},
    {"生产生活科研等特殊需要", true},
    {"以公开为原则、不公开为例外", false},
    {"以公开为原则，不公开为例外", false},
    {"以公开为原则、以不公开为例外", false},
    {"以公开为原则，以不公开为例外", false},
    {"公开为原则、不公开为例外", false},
    {"公开为原则，不公开为例外", false},
    {"公开是原则、不公开是例外", false},
    {"公开是原则，不公开是例外", false},
}};

/// Words of a sentence that speaks about the old rule instead of following it.
constexpr std::array<std::string_view, 10> historical{"修订前", "原条例", "旧条例", "删除", "取消",
                                                      "不再",   "曾",     "原规定", "限制", "废止"};

class Outdated {
public:
    explicit Outdated(Options options) : since_(options.integer("since")) {}

    void check(Document document, Sink sink) const {
        const std::int32_t year = document.facts().year;
        if (year != 0 && year < since_) return;
        const ProsePairs& there = once<prose_pairs>(document);
        if (std::ranges::none_of(
                outdated, [&](const Wording& wording) { return there.may_hold(wording.words); }))
            return;
        const Prose prose = document.prose();
        const std::string_view text = prose.text();
        std::size_t end = 0;
        for (std::size_t at = first(text, 0).at; at != std::string_view::npos;
             at = first(text, end).at) {
            const Wording& wording = *first(text, end).wording;
            end = at + wording.words.size();
            if (!about_history(sentence(text, at, end))) {
                const Span where = prose.source(at, wording.words.size());
                if (wording.needs) {
                    sink.report(where, message::needs{.found = wording.words});
                } else {
                    sink.report(where, message::principle{});
                }
            }
        }
    }

private:
    struct Place {
        std::size_t at;
        const Wording* wording;
    };

    /// The next outdated wording; of those that begin together or overlap, the longest comes first
    /// because it begins first.
    static Place first(std::string_view text, std::size_t from) {
        Place next{std::string_view::npos, nullptr};
        for (const Wording& wording : outdated) {
            const std::size_t at = seek(text, wording.words, from);
            if (at < next.at) next = {at, &wording};
        }
        return next;
    }

    static std::string_view sentence(std::string_view text, std::size_t at, std::size_t end) {
        const auto mark = [&](std::size_t place) {
            return text[place] == '\n' || text.substr(place).starts_with("。");
        };
        while (at > 0 && !mark(at - 1)) --at;
        while (end < text.size() && !mark(end)) ++end;
        return text.substr(at, end - at);
    }

    static bool about_history(std::string_view sentence) {
        return std::ranges::any_of(historical, [&](std::string_view word) {
            return seek(sentence, word) != std::string_view::npos;
        });
    }

    std::int64_t since_;
};

}  // namespace
}  // namespace gouji::wording

GOUJI_RULE(outdated, gouji::wording::Outdated);
