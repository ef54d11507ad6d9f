#include "enumeration.hpp"

#include <gouji/once.hpp>

#include <algorithm>
#include <optional>
#include <string_view>

#include "list_tokens.hpp"
#include "total_behind.hpp"

namespace gouji::arithmetic {
namespace {

using namespace std::string_view_literals;
constexpr std::size_t reach = 240;       // bytes from a total to its list: some eighty characters
constexpr std::size_t look_ahead = 400;  // tokens of one list
constexpr std::size_t look_back = 96;  // tokens: longer than any sentence, so that none costs more

/// The figures of the request form that a total of requests may stand for.
std::vector<Decimal> form_totals(sdk::Document document, Decimal total) {
    const auto number = [&](std::string_view row) -> std::optional<Decimal> {
        const gouji_field* field = document.field("requests", row, "total");
        if (field == nullptr || field->state != GOUJI_FIELD_NUMBER) return std::nullopt;
        return Decimal(field->value);
    };
    std::vector<Decimal> out;
    const auto fresh = number("new");
    const auto in = number("carried_in");
    const auto done = number("total");
    const auto left = number("carried_out");
    if (in) out.push_back(total + *in);
    if (fresh && in) out.push_back(*fresh + *in);
    if (done) out.push_back(*done);
    if (done && left) out.push_back(*done + *left);
    return out;
}

/// The lists of one paragraph that stand behind their totals.
class Passage {
public:
    Passage(const sdk::Document& document, const ListTokens& tokens)
        : document_(document), tokens_(tokens) {}

    void read(std::vector<Enumeration>& out) {
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            if (triggers(i)) list(i, out);
        }
    }

private:
    /// Whether a list begins behind the token.
    [[nodiscard]] bool triggers(std::size_t at) const {
        if (tokens_.is(at, ListWord::among) || tokens_.is(at, ListWord::each_is)) return true;
        if (brackets(at) || divides(at) || bare_list(at)) return true;
        if (!tokens_.is(at, ListWord::colon) || at == 0 || tokens_.is(at - 1, ListWord::among) ||
            tokens_.is(at - 1, ListWord::each_is))
            return false;
        // “共 20 条：…”: the figure stands right in front of the colon, a word or two between.
        return tokens_.is(at - 1, ListWord::quantity) &&
               tokens_[at].begin - tokens_[at - 1].end <= 15;
    }

    /// “389 条（网站 300 条、公众号 89 条）”: brackets right behind a total, without 其中.
    [[nodiscard]] bool brackets(std::size_t at) const {
        return tokens_.is(at, ListWord::open) && tokens_.touches(at) &&
               tokens_.is(at - 1, ListWord::quantity) && !tokens_.is(at + 1, ListWord::among) &&
               !tokens_.is(at + 1, ListWord::each_is);
    }

    /// “按类别分，…”, “从渠道看：…”: a clause that only says how the total is divided.
    [[nodiscard]] bool divides(std::size_t at) const {
        if (!tokens_.is(at, ListWord::comma) && !tokens_.is(at, ListWord::colon)) return false;
        std::size_t mark = at;
        while (mark > 0 && !opens_clause(mark - 1)) --mark;
        const std::string_view clause =
            tokens_.words(mark > 0 ? tokens_[mark - 1].end : 0, tokens_[at].begin);
        return (clause.starts_with("按"sv) || clause.starts_with("从"sv)) &&
               (clause.ends_with("分"sv) || clause.ends_with("看"sv));
    }

    [[nodiscard]] bool opens_clause(std::size_t at) const {
        const ListWord kind = tokens_[at].kind;
        return kind == ListWord::comma || kind == ListWord::colon || kind == ListWord::semicolon ||
               kind == ListWord::stop || kind == ListWord::quantity || kind == ListWord::open ||
               kind == ListWord::close;
    }

    /// “42 件，网络申请 30 件，信函申请 13 件”: figures behind a total whose labels divide it in
    /// one known way, while the total's own label does not.
    [[nodiscard]] bool bare_list(std::size_t at) const {
        if (!tokens_.is(at, ListWord::comma) || !tokens_.touches(at) ||
            !tokens_.is(at - 1, ListWord::quantity) || labelled(at - 1) != 0)
            return false;
        const gouji_quantity& total = tokens_.quantity(at - 1);
        std::uint16_t dimension = 0;
        std::size_t count = 0;
        for (std::size_t i = at + 1; i < tokens_.size() && count < 2; ++i) {
            const ListWord kind = tokens_[i].kind;
            if (kind == ListWord::dimension || kind == ListWord::comma ||
                kind == ListWord::request || kind == ListWord::percent ||
                kind == ListWord::enumerate)
                continue;
            if (kind != ListWord::quantity) return false;
            const gouji_quantity& part = tokens_.quantity(i);
            const std::uint16_t own = labelled(i);
            if (own == 0 || own == by_outcome || (dimension != 0 && own != dimension) ||
                sdk::view(part.unit) != sdk::view(total.unit) || part.depth != total.depth ||
                Decimal(part.value) > Decimal(total.value))
                return false;
            dimension = own;
            ++count;
        }
        return count == 2;
    }
    /// The way of dividing that the label right in front of a quantity belongs to; 0 for none.
    [[nodiscard]] std::uint16_t labelled(std::size_t at) const {
        for (std::size_t i = at; i-- > 0;) {
            if (tokens_[i].kind == ListWord::dimension) return tokens_[i].detail;
            if (tokens_[i].kind == ListWord::quantity || tokens_[i].kind == ListWord::comma ||
                tokens_[i].kind == ListWord::enumerate || tokens_[i].kind == ListWord::stop ||
                tokens_[i].kind == ListWord::semicolon)
                return 0;
        }
        return 0;
    }
    /// 答复, 办结: what became of requests is told one after the other without dividing them.
    static constexpr std::uint16_t by_outcome = 3;

    void list(std::size_t trigger, std::vector<Enumeration>& out) {
        Enumeration found;
        State state;
        parts(trigger, found, state);
        if (found.parts.empty()) return;
        totals(trigger, found);
        if (found.total == nullptr) return;
        // A single figure in brackets may be anything: last year's, a plan's.
        if (brackets(trigger) &&
            (found.parts.size() < 2 || found.total != &tokens_.quantity(trigger - 1)))
            return;
        found.closed =
            state.closed || (tokens_.is(trigger, ListWord::each_is) && found.parts.size() > 1);
        found.two_levels = state.comma_inside && state.semicolon;
        found.plain = !state.skipped && !state.mixed && !state.crossed && !state.semicolon &&
                      found.totals.size() == 1;
        for (const Part& part : found.parts) {
            found.rounded = found.rounded || part.quantity->exactness != GOUJI_EXACT;
            found.plain = found.plain && part.dimension == 0 && !part.carry;
        }
        found.rounded = found.rounded || found.total->exactness != GOUJI_EXACT;
        out.push_back(std::move(found));
    }

    struct State {
        bool closed = false;
        bool skipped = false;  // figures in deeper brackets
        bool mixed = false;    // another unit ended the list
        bool crossed = false;  // it went on behind a full stop
        bool semicolon = false;
        bool comma_inside = false;
    };

    /// Follows the list behind its trigger for as long as it is one.
    void parts(std::size_t trigger, Enumeration& found, State& state) const {
        std::uint32_t depth = 0;
        std::string_view unit;
        Part next;
        bool rest = false;
        bool comma = false;
        const bool nested = nested_list(trigger);
        for (std::size_t i = trigger + 1; i < std::min(tokens_.size(), trigger + look_ahead); ++i) {
            const ListToken& token = tokens_[i];
            const bool started = !found.parts.empty();
            if (!started && token.begin - tokens_[trigger].end > reach) return;
            switch (token.kind) {
                case ListWord::quantity: {
                    const gouji_quantity& figure = tokens_.quantity(i);
                    if (!started) {
                        depth = figure.depth;
                        unit = sdk::view(figure.unit);
                        if (unit == "%"sv || unit.empty()) return;
                    } else if (figure.depth > depth) {
                        state.skipped = true;
                        break;
                    } else if (figure.depth < depth) {
                        return;
                    } else if (sdk::view(figure.unit) != unit) {
                        // A share beside a count is no part; anything else ends the list.
                        if (sdk::view(figure.unit) == "%"sv) break;
                        state.mixed = true;
                        return;
                    }
                    if (started && nested && comma) return;
                    next.quantity = &figure;
                    state.comma_inside = state.comma_inside || comma;
                    state.semicolon = state.semicolon || next.behind_semicolon;
                    state.crossed = state.crossed || next.behind_stop;
                    found.parts.push_back(next);
                    // “其他 19 条（…）” closes the list; so it does when parts of a further
                    // sentence follow.
                    state.closed = rest && !next.behind_stop;
                    const bool crossed = next.behind_stop;
                    next = Part{};
                    next.behind_stop = crossed;
                    rest = false;
                    comma = false;
                    break;
                }
                case ListWord::open:
                    break;
                case ListWord::close:
                    if (tokens_.is(trigger, ListWord::open) && tokens_.depth(i) < depth) return;
                    break;
                case ListWord::comma:
                case ListWord::enumerate:
                    comma = true;
                    break;
                case ListWord::colon:
                    break;
                case ListWord::semicolon:
                    if (nested) return;
                    next.behind_semicolon = started;
                    break;
                case ListWord::stop:
                    if (!started || nested || next.behind_stop || !goes_on(i)) return;
                    next.behind_stop = true;
                    break;
                case ListWord::among:
                case ListWord::each_is:
                    if (started && tokens_.depth(i) <= depth) return;
                    break;
                case ListWord::ends:
                    // Right behind the trigger “共” still belongs to the first part; in brackets
                    // it says that they hold no list.
                    if (!started && tokens_.is(trigger, ListWord::open)) return;
                    if (started && tokens_.depth(i) <= depth) return;
                    break;
                case ListWord::year:
                    if (document_.facts().year != 0 && token.detail != document_.facts().year &&
                        tokens_.depth(i) <= depth && !carries(i)) {
                        return;
                    }
                    break;
                case ListWord::rest:
                    rest = true;
                    break;
                case ListWord::carry:
                    next.carry = true;
                    break;
                case ListWord::dimension:
                    next.dimension = token.detail;
                    break;
                default:
                    break;
            }
        }
    }

    /// Whether 结转 follows the year before the next figure.
    [[nodiscard]] bool carries(std::size_t at) const {
        for (std::size_t i = at + 1; i < tokens_.size() && tokens_[i].kind != ListWord::quantity;
             ++i) {
            if (tokens_[i].kind == ListWord::carry) return true;
        }
        return false;
    }

    /// A sentence that starts with 通过 or 其他 goes on with the list before it.
    [[nodiscard]] bool goes_on(std::size_t stop) const {
        return stop + 1 < tokens_.size() && tokens_[stop + 1].begin == tokens_[stop].end &&
               (tokens_.is(stop + 1, ListWord::goes_on) || tokens_.is(stop + 1, ListWord::rest));
    }

    /// 其中 inside a list that 其中 began: it divides the last part.
    [[nodiscard]] bool nested_list(std::size_t trigger) const {
        for (std::size_t i = trigger; i-- > floor(trigger);) {
            if (tokens_[i].kind == ListWord::stop || tokens_[i].kind == ListWord::semicolon)
                return false;
            if ((tokens_[i].kind == ListWord::among || tokens_[i].kind == ListWord::each_is) &&
                i + 1 != trigger && tokens_.has_quantity(i, trigger)) {
                return true;
            }
        }
        return false;
    }
    [[nodiscard]] static std::size_t floor(std::size_t at) {
        return at > look_back ? at - look_back : 0;
    }
    /// The figures in front of the trigger that the parts may divide: the nearest, those before
    /// it in its sentence, and what they add up to.
    void totals(std::size_t trigger, Enumeration& found) const {
        const gouji_quantity& first = *found.parts.front().quantity;
        const bool inside = tokens_.is(trigger, ListWord::open) || opens_bracket(trigger);
        const std::uint32_t depth = inside && first.depth > 0 ? first.depth - 1 : first.depth;
        std::vector<Decimal> before;
        bool requests = false;
        bool crossed = false;
        const bool nested = nested_list(trigger);
        for (std::size_t i = trigger; i-- > floor(trigger);) {
            const ListToken& token = tokens_[i];
            if (token.kind == ListWord::stop) {
                // “…308 条。其中：…” looks one sentence back, and no further.
                if (crossed || tokens_.has_quantity(i, trigger) ||
                    tokens_[trigger].begin - token.end > 6)
                    break;
                crossed = true;
            }
            requests = requests || token.kind == ListWord::request || token.kind == ListWord::carry;
            if (token.kind != ListWord::quantity) continue;
            const gouji_quantity& figure = tokens_.quantity(i);
            if (figure.depth != depth || sdk::view(figure.unit) != sdk::view(first.unit)) continue;
            if (found.total == nullptr) {
                if (tokens_[trigger].begin - token.end > reach) return;
                found.total = &figure;
            }
            before.push_back(Decimal(figure.value));
            // Of a part that 其中 divides again, or in brackets, nothing but itself is the total.
            if (nested || inside) break;
        }
        if (found.total == nullptr) return;
        Decimal sum = 0;
        for (const Decimal value : before) {
            found.totals.push_back(value);
            sum = sum + value;
            if (found.totals.size() > 1) found.totals.push_back(sum);
        }
        for (const Part& part : found.parts) {
            if (part.carry) found.totals.push_back(before.front() + Decimal(part.quantity->value));
        }
        if (requests) {
            for (const Decimal value : form_totals(document_, before.front()))
                found.totals.push_back(value);
        }
    }

    [[nodiscard]] bool opens_bracket(std::size_t trigger) const {
        for (std::size_t i = trigger; i-- > floor(trigger);) {
            if (tokens_[i].kind == ListWord::open) return true;
            if (tokens_[i].kind == ListWord::quantity || tokens_[i].kind == ListWord::close)
                return false;
        }
        return false;
    }

    const sdk::Document& document_;
    const ListTokens& tokens_;
};

void read(const sdk::Document& document, const ListTokens& tokens, std::vector<Enumeration>& out) {
    Passage(document, tokens).read(out);
    totals_behind(document, tokens, out);
}

std::vector<Enumeration> gather(const sdk::Document& document) {
    std::vector<Enumeration> out;
    const auto sentences = document.sentences();
    const auto quantities = document.quantities();
    for (std::size_t first = 0; first < quantities.size();) {
        if (quantities[first].sentence >= sentences.size()) break;
        const gouji_sentence& opening = sentences[quantities[first].sentence];
        std::size_t last = first;
        gouji_span span = opening.span;
        while (last < quantities.size() && quantities[last].sentence < sentences.size() &&
               sentences[quantities[last].sentence].node == opening.node) {
            span.end = std::max(span.end, sentences[quantities[last].sentence].span.end);
            ++last;
        }
        // One figure is no list.
        if (last - first > 1)
            read(document, ListTokens(document, span, quantities.subspan(first, last - first)),
                 out);
        first = last;
    }
    return out;
}

}  // namespace

const std::vector<Enumeration>& enumerations(const sdk::Document& document) {
    return sdk::once<gather>(document);
}

}  // namespace gouji::arithmetic
