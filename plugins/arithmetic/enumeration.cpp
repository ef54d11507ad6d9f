#include "enumeration.hpp"

#include <gouji/once.hpp>

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

#include "../prose/folded.hpp"
#include "../prose/line.hpp"
#include "list_words.hpp"

namespace gouji::arithmetic {
namespace {

using namespace std::string_view_literals;
using Token = prose::Hit<ListWord>;

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

/// One paragraph as a row of words, marks and quantities.
class Passage {
public:
    Passage(sdk::Document document, gouji_span span, std::span<const gouji_quantity> quantities)
        : document_(document), folded_(document.text(), span), quantities_(quantities) {
        std::uint32_t at = 0;
        for (std::size_t i = 0; i < quantities.size(); ++i) {
            const std::uint32_t begin = std::max(at, folded_.fold(quantities[i].span.begin));
            const std::uint32_t end = std::max(begin, folded_.fold(quantities[i].span.end));
            gap(at, begin);
            tokens_.push_back({begin, end, ListWord::quantity, static_cast<std::uint16_t>(i)});
            at = end;
        }
        gap(at, folded_.text().size());
        depths_.reserve(tokens_.size());
        std::uint32_t depth = 0;
        for (const Token& token : tokens_) {
            if (token.kind == ListWord::close && depth > 0) --depth;
            depths_.push_back(depth);
            if (token.kind == ListWord::open) ++depth;
        }
    }

    void read(std::vector<Enumeration>& out) {
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            if (triggers(i)) list(i, out);
        }
    }

private:
    void gap(std::size_t begin, std::size_t end) {
        const std::string_view text = folded_.text().substr(0, end);
        for (std::size_t at = begin; at < end;) {
            if (text[at] >= '0' && text[at] <= '9') {
                int value = 0;
                const auto [stop, error] =
                    std::from_chars(text.data() + at, text.data() + end, value);
                const auto size = static_cast<std::size_t>(stop - text.data()) - at;
                if (error == std::errc() && size == 4 &&
                    text.substr(at + size).starts_with("年"sv)) {
                    put(at, at + size, ListWord::year, static_cast<std::uint16_t>(value));
                }
                at += std::max<std::size_t>(1, size);
            } else if (text.substr(at).starts_with("《"sv)) {
                const std::size_t close = text.find("》"sv, at);
                at = close == std::string_view::npos ? at + 3 : close + 3;
            } else if (const auto* entry = list_words().at(text, at)) {
                put(at, at + entry->word.size(), entry->kind, entry->detail);
                at += entry->word.size();
            } else {
                at += std::max<std::uint32_t>(1, char_at(text, at).size);
            }
        }
    }
    void put(std::size_t begin, std::size_t end, ListWord kind, std::uint16_t detail) {
        tokens_.push_back(
            {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), kind, detail});
    }

    [[nodiscard]] bool is(std::size_t at, ListWord kind) const {
        return at < tokens_.size() && tokens_[at].kind == kind;
    }
    [[nodiscard]] const gouji_quantity& quantity(const Token& token) const {
        return quantities_[token.detail];
    }

    /// Whether a list begins behind the token.
    [[nodiscard]] bool triggers(std::size_t at) const {
        if (is(at, ListWord::among) || is(at, ListWord::each_is)) return true;
        if (!is(at, ListWord::colon) || at == 0 || is(at - 1, ListWord::among) ||
            is(at - 1, ListWord::each_is))
            return false;
        // “共 20 条：…”: the figure stands right in front of the colon, a word or two between.
        return is(at - 1, ListWord::quantity) && tokens_[at].begin - tokens_[at - 1].end <= 15;
    }

    void list(std::size_t trigger, std::vector<Enumeration>& out) {
        Enumeration found;
        State state;
        parts(trigger, found, state);
        if (found.parts.empty()) return;
        totals(trigger, found);
        if (found.total == nullptr) return;
        found.closed = state.closed || (is(trigger, ListWord::each_is) && found.parts.size() > 1);
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
            const Token& token = tokens_[i];
            const bool started = !found.parts.empty();
            if (!started && token.begin - tokens_[trigger].end > reach) return;
            switch (token.kind) {
                case ListWord::quantity: {
                    const gouji_quantity& figure = quantity(token);
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
                case ListWord::close:
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
                    if (started && depth_at(i) <= depth) return;
                    break;
                case ListWord::ends:
                    // Right behind the trigger “共” still belongs to the first part.
                    if (started && depth_at(i) <= depth) return;
                    break;
                case ListWord::year:
                    if (document_.facts().year != 0 && token.detail != document_.facts().year &&
                        depth_at(i) <= depth && !carries(i)) {
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

    /// Brackets around a token, as the quantity before or behind it counts them.
    [[nodiscard]] std::uint32_t depth_at(std::size_t at) const { return depths_[at]; }

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
               (is(stop + 1, ListWord::goes_on) || is(stop + 1, ListWord::rest));
    }

    /// 其中 inside a list that 其中 began: it divides the last part.
    [[nodiscard]] bool nested_list(std::size_t trigger) const {
        for (std::size_t i = trigger; i-- > floor(trigger);) {
            if (tokens_[i].kind == ListWord::stop || tokens_[i].kind == ListWord::semicolon)
                return false;
            if ((tokens_[i].kind == ListWord::among || tokens_[i].kind == ListWord::each_is) &&
                i + 1 != trigger && has_quantity(i, trigger)) {
                return true;
            }
        }
        return false;
    }
    [[nodiscard]] static std::size_t floor(std::size_t at) {
        return at > look_back ? at - look_back : 0;
    }
    [[nodiscard]] bool has_quantity(std::size_t begin, std::size_t end) const {
        for (std::size_t i = begin; i < end; ++i) {
            if (tokens_[i].kind == ListWord::quantity) return true;
        }
        return false;
    }

    /// The figures in front of the trigger that the parts may divide: the nearest, those before
    /// it in its sentence, and what they add up to.
    void totals(std::size_t trigger, Enumeration& found) const {
        const gouji_quantity& first = *found.parts.front().quantity;
        const bool inside = opens_bracket(trigger);
        const std::uint32_t depth = inside && first.depth > 0 ? first.depth - 1 : first.depth;
        std::vector<Decimal> before;
        bool requests = false;
        bool crossed = false;
        const bool nested = nested_list(trigger);
        for (std::size_t i = trigger; i-- > floor(trigger);) {
            const Token& token = tokens_[i];
            if (token.kind == ListWord::stop) {
                // “…308 条。其中：…” looks one sentence back, and no further.
                if (crossed || has_quantity(i, trigger) || tokens_[trigger].begin - token.end > 6)
                    break;
                crossed = true;
            }
            requests = requests || token.kind == ListWord::request || token.kind == ListWord::carry;
            if (token.kind != ListWord::quantity) continue;
            const gouji_quantity& figure = quantity(token);
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

    sdk::Document document_;
    prose::Folded folded_;
    std::span<const gouji_quantity> quantities_;
    std::vector<Token> tokens_;
    std::vector<std::uint32_t> depths_;
};

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
            Passage(document, span, quantities.subspan(first, last - first)).read(out);
        first = last;
    }
    return out;
}

}  // namespace

const std::vector<Enumeration>& enumerations(const sdk::Document& document) {
    return sdk::once<gather>(document);
}

}  // namespace gouji::arithmetic
