#include "gouji/pack/field_path.hpp"
#include "gouji/pack/kind.hpp"
#include <gouji/decimal.hpp>
#include <gouji/utf8.hpp>

#include <algorithm>
#include <array>
#include <variant>

namespace gouji {
namespace {

/// A figure that prose states: the first exact quantity whose label holds the words.
struct ProseFigure {
    std::string words;
};

struct Term {
    std::variant<Decimal, FieldPath, ProseFigure> what;
    bool minus = false;
};

bool fixed(const Term& term) { return std::holds_alternative<Decimal>(term.what); }

/// A term's value in one report, and where it stands.
struct Bound {
    Decimal value;
    Span where{};
    bool placed = false;
};

struct Relation {
    std::string_view sign;
    bool (*holds)(Decimal left, Decimal right);
};

constexpr std::array<Relation, 6> relations{{
    {"==", [](Decimal a, Decimal b) { return a == b; }},
    {"<=", [](Decimal a, Decimal b) { return a <= b; }},
    {">=", [](Decimal a, Decimal b) { return a >= b; }},
    {"!=", [](Decimal a, Decimal b) { return a != b; }},
    {"<", [](Decimal a, Decimal b) { return a < b; }},
    {">", [](Decimal a, Decimal b) { return a > b; }},
}};

/// side := ['-'] term (('+' | '-') term)*;  term := number | form.row.column | prose("words")
std::optional<std::vector<Term>> parse_side(std::string_view text, std::string& culprit) {
    std::vector<Term> out;
    bool minus = false;
    for (bool first = true;; first = false) {
        text = trimmed(text);
        if (!first || text.starts_with('-')) {
            if (text.empty()) return out;
            if (text.front() != '+' && text.front() != '-') break;
            minus = text.front() == '-';
            text = trimmed(text.substr(1));
        }
        Term& term = out.emplace_back();
        term.minus = minus;
        if (text.starts_with("prose(\"")) {
            const std::size_t end = text.find("\")");
            if (end == std::string_view::npos || end == 7) break;
            term.what = ProseFigure{std::string(text.substr(7, end - 7))};
            text.remove_prefix(end + 2);
            continue;
        }
        const std::string_view word = text.substr(0, text.find_first_of(" \t+-"));
        if (!word.empty() && word.find_first_not_of("0123456789") == std::string_view::npos &&
            word.size() < 18) {
            term.what = Decimal(std::stoll(std::string(word)));
        } else if (auto path = FieldPath::parse(word)) {
            term.what = *path;
        } else {
            break;
        }
        text.remove_prefix(word.size());
    }
    culprit = std::string(text);
    return std::nullopt;
}

/// [equation] of = "requests.new.total == prose(\"新收\")". Where a figure is not given, the report
/// is not resolved; a blank cell counts as 0.
class EquationChecker final : public Checker {
public:
    EquationChecker(TomlReader& in, KindPage& page)
        : scope_(Scope::read(in, page.editions())), text_(in.text("of")) {
        page.says("unequal", {"left", "right", "equation"});
        page.says("figure", {"value"}, false);
        std::size_t at = std::string::npos;
        for (const Relation& relation : relations) {
            at = text_.find(relation.sign);
            if (at == std::string::npos) continue;
            relation_ = &relation;
            break;
        }
        if (relation_ == nullptr) {
            const bool one = text_.find('=') != std::string::npos;
            in.wrong_part(
                "of", "=",
                std::string("等式里缺少 ==、<=、>=、<、> 或 !=") + (one ? "；等于写作 ==" : ""),
                std::string("the equation has no ==, <=, >=, <, > or !=") +
                    (one ? "; equal is ==" : ""));
            return;
        }
        left_ = side(in, std::string_view(text_).substr(0, at), page.editions());
        right_ =
            side(in, std::string_view(text_).substr(at + relation_->sign.size()), page.editions());
        if (std::all_of(left_.begin(), left_.end(), fixed) &&
            std::all_of(right_.begin(), right_.end(), fixed)) {
            in.wrong("of", "等式里要有表格或正文的数", "the equation speaks of no figure");
        }
    }

    void check(const Document& document, const SemanticModel& model, const TermHits&,
               Sink& sink) const override {
        if (!scope_.covers(model)) return;
        std::vector<Bound> bound;
        Decimal left;
        Decimal right;
        for (const Term& term : left_) {
            if (!add(term, document, model, left, bound)) return;
        }
        for (const Term& term : right_) {
            if (!add(term, document, model, right, bound)) return;
        }
        if (relation_->holds(left, right)) return;
        const Bound* first = nullptr;
        for (const Bound& one : bound) {
            if (one.placed && first == nullptr) first = &one;
        }
        sink.open(first != nullptr ? first->where : scope_.home(document, model), "unequal");
        sink.argument("left", left.text());
        sink.argument("right", right.text());
        sink.argument("equation", text_);
        for (const Bound& one : bound) {
            if (&one == first || !one.placed) continue;
            sink.related(one.where, "figure");
            sink.argument("value", one.value.text());
        }
        sink.close();
    }

private:
    static std::vector<Term> side(TomlReader& in, std::string_view text,
                                  std::span<const Edition> editions) {
        std::string culprit;
        auto terms = parse_side(text, culprit);
        if (!terms) complain(in, culprit, editions);
        for (const Term& term : terms.value_or(std::vector<Term>{})) {
            const auto* path = std::get_if<FieldPath>(&term.what);
            if (path != nullptr) path->expect_in(editions, in, "of");
        }
        return terms.value_or(std::vector<Term>{});
    }

    /// `rest` is what the side still held where it made no sense.
    static void complain(TomlReader& in, const std::string& rest,
                         std::span<const Edition> editions) {
        const std::string word = rest.substr(0, rest.find(' '));
        if (word.empty()) {
            in.wrong("of", "等式的一边没有写完：末尾或开头缺一项",
                     "a side of the equation is not finished: a term is missing");
            return;
        }
        const Localized near = did_you_mean(word, fields_of(editions));
        in.wrong_part("of", word,
                      "看不懂“" + word +
                          "”；可写整数、表.行.列（如 requests.new.total）、"
                          "prose(\"新收\")，用 + 和 - 相连，标点用英文的" +
                          near.zh,
                      "cannot read '" + word +
                          "'; write a whole number, form.row.column or prose(\"words\"), joined by "
                          "+ and -" +
                          near.en);
    }

    [[nodiscard]] bool add(const Term& term, const Document& document, const SemanticModel& model,
                           Decimal& sum, std::vector<Bound>& bound) const {
        std::optional<Bound> found = bind(term, document, model);
        if (!found) return false;
        sum = term.minus ? sum - found->value : sum + found->value;
        bound.push_back(*found);
        return true;
    }

    [[nodiscard]] std::optional<Bound> bind(const Term& term, const Document& document,
                                            const SemanticModel& model) const {
        if (const auto* number = std::get_if<Decimal>(&term.what)) return Bound{*number, {}, false};
        if (const auto* path = std::get_if<FieldPath>(&term.what)) {
            const gouji_field* field = path->in(model);
            if (field == nullptr ||
                (field->state != GOUJI_FIELD_NUMBER && field->state != GOUJI_FIELD_BLANK))
                return std::nullopt;
            return Bound{Decimal(field->value), field->span, true};
        }
        const auto& words = std::get<ProseFigure>(term.what).words;
        for (const gouji_quantity& quantity : model.quantities) {
            if (quantity.exactness != GOUJI_EXACTNESS_EXACT ||
                !scope_.contains(model, quantity.span.begin))
                continue;
            if (document.at(quantity.label).find(words) == std::string_view::npos) continue;
            return Bound{Decimal(quantity.value), quantity.span, true};
        }
        return std::nullopt;
    }

    Scope scope_;
    std::string text_;
    const Relation* relation_ = nullptr;
    std::vector<Term> left_;
    std::vector<Term> right_;
};

/// How the other figures are put into words when the page does not say.
constexpr DefaultMessage figure[] = {{"figure", "这里是 {value}", "here {value}"}};

std::unique_ptr<Checker> make(TomlReader& in, KindPage& page) {
    return std::make_unique<EquationChecker>(in, page);
}

}  // namespace

const Kind equation_kind{"equation", make, figure};

}  // namespace gouji
