#include "gouji/pack/condition_parser.hpp"

#include "gouji/base/nearest.hpp"
#include "gouji/pack/condition_nodes.hpp"
#include "gouji/pack/parts.hpp"
#include "gouji/rule/findable.hpp"
#include <gouji/utf8.hpp>

#include <algorithm>
#include <array>

namespace gouji {
namespace {

constexpr int deepest = 64;  // parentheses and “not” inside each other

constexpr std::array<Relation, 6> relations{{
    {"==", [](std::strong_ordering order) { return order == 0; }},
    {"!=", [](std::strong_ordering order) { return order != 0; }},
    {"<=", [](std::strong_ordering order) { return order <= 0; }},
    {">=", [](std::strong_ordering order) { return order >= 0; }},
    {"<", [](std::strong_ordering order) { return order < 0; }},
    {">", [](std::strong_ordering order) { return order > 0; }},
}};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_word_char(char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '*';
}

/// A “-” between letters belongs to a (misspelt) name; a minus has a blank or a digit beside it.
bool is_hyphen(std::string_view text, std::size_t at) {
    return text[at] == '-' && at > 0 && at + 1 < text.size() && is_letter(text[at - 1]) &&
           is_letter(text[at + 1]);
}

bool is_number(std::string_view text) {
    return !text.empty() && text.size() < 18 && text.front() != '.' && text.back() != '.' &&
           text.find_first_not_of("0123456789.") == std::string_view::npos &&
           std::count(text.begin(), text.end(), '.') <= 1;
}

Decimal decimal(std::string_view text) {
    std::int64_t coefficient = 0;
    std::int32_t exponent = 0;
    bool fraction = false;
    for (const char c : text) {
        if (c == '.') {
            fraction = true;
            continue;
        }
        coefficient = coefficient * 10 + (c - '0');
        exponent -= fraction;
    }
    return {coefficient, exponent};
}

}  // namespace

ConditionParser::ConditionParser(TomlReader& in, std::string_view key, KindPage& page)
    : in_(in), key_(key), page_(page), source_(in.text(key)), rest_(source_) {
    next();
}

std::unique_ptr<const Condition::Node> ConditionParser::condition() {
    Pointer out = any();
    if (!failed_ && token_.kind != Kind::end)
        wrong({"这里应当结束，或者写 and、or", "expected the end, 'and' or 'or'"});
    return failed_ ? nullptr : std::move(out);
}

Comparison ConditionParser::comparison() {
    Comparison out{sum(), nullptr, {}, {}};
    const Relation* relation = this->relation();
    out.right = sum();
    if (!failed_ && token_.kind != Kind::end)
        wrong({"一个等式只比较一次，这里应当结束", "expected the end after one comparison"});
    if (!failed_ && out.left.constant() && out.right.constant()) {
        in_.wrong(key_, "等式里要有表格或正文的数", "the equation names no figure of the report");
        failed_ = true;
    }
    out.relation = failed_ ? nullptr : relation;
    return out;
}

ConditionParser::Pointer ConditionParser::any() {
    Pointer left = all();
    while (take("or")) left = either(std::move(left), all());
    return left;
}

ConditionParser::Pointer ConditionParser::all() {
    Pointer left = test();
    while (take("and")) left = both(std::move(left), test());
    return left;
}

ConditionParser::Pointer ConditionParser::test() {
    if (failed_) return nullptr;
    if (depth_ == deepest) {
        wrong({"括号和 not 套得太深", "parentheses and 'not' are nested too deeply"});
        return nullptr;
    }
    ++depth_;
    Pointer out;
    if (take("not")) {
        out = negation(test());
    } else if (take("(")) {
        out = any();
        expect(")");
    } else if (at("blank")) {
        out = blank();
    } else if (at("edition") || at("agency")) {
        out = name();
    } else if (token_.kind == Kind::text) {
        out = phrase();
    } else {
        out = compare();
    }
    --depth_;
    return out;
}

ConditionParser::Pointer ConditionParser::blank() {
    next();
    expect("(");
    const bool previous = take_previous();
    const auto field = path();
    expect(")");
    return failed_ ? nullptr : blank_cell(*field, previous);
}

ConditionParser::Pointer ConditionParser::name() {
    const bool edition = at("edition");
    next();
    const bool equal = at("==");
    if (!take("==") && !take("!=")) {
        wrong({"这里写 == 或 !=", "expected == or !="});
        return nullptr;
    }
    const std::string value(token_.text);
    if (token_.kind != Kind::text) {
        wrong({"这里写带引号的值，例如 " + std::string(edition ? "\"2021\"" : "\"town\""),
               std::string("expected a quoted value such as ") +
                   (edition ? "\"2021\"" : "\"town\"")});
        return nullptr;
    }
    std::vector<std::string> known = edition ? std::vector<std::string>{} : agency_kinds();
    if (edition) {
        for (const Edition& each : page_.editions()) known.push_back(each.id);
    }
    if (!known.empty() && std::find(known.begin(), known.end(), value) == known.end()) {
        const std::string all = join(known, ", ");
        wrong({"可用的值：" + all, "expected one of: " + all}, known);
        return nullptr;
    }
    next();
    return edition ? edition_is(value, equal) : agency_is(value, equal);
}

ConditionParser::Pointer ConditionParser::phrase() {
    const std::uint32_t first = list(token_.text);
    next();
    std::optional<std::uint32_t> second;
    if (take("before")) {
        if (token_.kind != Kind::text)
            wrong({"before 后面写带引号的词语", "expected a quoted phrase after 'before'"});
        else
            second = list(token_.text);
        next();
    }
    std::vector<std::string> where = part();
    if (failed_) return nullptr;
    return second ? stands_before(first, *second, std::move(where))
                  : stands(first, std::move(where));
}

ConditionParser::Pointer ConditionParser::compare() {
    FigureSum left = sum();
    const Relation* sign = relation();
    FigureSum right = sum();
    return failed_ ? nullptr : compared({std::move(left), sign, std::move(right), {}});
}

FigureSum ConditionParser::sum() {
    std::vector<Figure> out;
    bool minus = take("-");
    do {
        auto each = figure();
        if (!each) return {};
        each->minus = minus;
        out.push_back(std::move(*each));
        minus = at("-");
    } while (take("+") || take("-"));
    return FigureSum(std::move(out));
}

std::optional<Figure> ConditionParser::figure() {
    if (failed_) return std::nullopt;
    if (token_.kind == Kind::number) {
        const Decimal value = decimal(token_.text);
        next();
        return Figure{value, false};
    }
    if (take("year")) return Figure{ReportYear{}, false};
    if (at("prose") || at("count")) {
        const bool prose = at("prose");
        next();
        expect("(");
        const std::string words(token_.text);
        if (!failed_ && (token_.kind != Kind::text || words.empty()))
            wrong({"这里写带引号的词语", "expected a quoted phrase"});
        if (failed_) return std::nullopt;
        const std::uint32_t counted = prose ? 0 : list(words);
        next();
        PhraseCount count{counted, prose ? std::vector<std::string>{} : part()};
        expect(")");
        if (failed_) return std::nullopt;
        return prose ? Figure{ProseFigure{words}, false} : Figure{std::move(count), false};
    }
    const bool previous = take_previous();
    auto field = path();
    if (!field) return std::nullopt;
    if (previous) return Figure{PreviousField{std::move(*field)}, false};
    return Figure{std::move(*field), false};
}

bool ConditionParser::take_previous() {
    constexpr std::string_view prefix = "previous.";
    if (token_.kind != Kind::word || !token_.text.starts_with(prefix)) return false;
    token_.text.remove_prefix(prefix.size());
    return true;
}

std::optional<FieldPath> ConditionParser::path() {
    if (failed_) return std::nullopt;
    auto out = token_.kind == Kind::word ? FieldPath::parse(token_.text) : std::nullopt;
    if (!out) {
        std::vector<std::string> known = fields_of(page_.editions());
        for (const char* word : {"year", "edition", "agency", "blank", "count", "prose", "not"})
            known.emplace_back(word);
        wrong({"这里写数、表.行.列（如 requests.new.total，上年的写 "
               "previous.requests.new.total）、year、prose(\"词语\") 或 "
               "count(\"词语\")，标点用英文的",
               "expected a number, form.row.column (previous.form.row.column for last year's), "
               "year, prose(\"words\") or count(\"words\")"},
              known);
        return std::nullopt;
    }
    out->expect_in(page_.editions(), in_, key_);
    next();
    return out;
}

std::vector<std::string> ConditionParser::part() {
    if (!take("in")) return {};
    const std::vector<std::string> known = part_names(page_.editions());
    const std::string name(token_.text);
    const bool right =
        token_.kind == Kind::word &&
        (page_.editions().empty() || std::find(known.begin(), known.end(), name) != known.end());
    if (!right) {
        const std::string all = join(known, ", ");
        wrong({"in 后面写一章：" + all, "expected a part of the report after 'in': " + all}, known);
        return {};
    }
    next();
    return {name};
}

std::uint32_t ConditionParser::list(std::string_view phrase) {
    if (const auto error = unfindable(phrase); error && !failed_) {
        in_.wrong_part(key_, phrase, error->zh, error->en);
        failed_ = true;
    }
    phrases_.emplace_back(phrase);
    return static_cast<std::uint32_t>(phrases_.size() - 1);
}

void ConditionParser::next() {
    rest_ = trimmed(rest_);
    if (rest_.empty()) {
        token_ = {Kind::end, rest_, rest_};
        return;
    }
    std::size_t size = 1;
    Kind kind = Kind::unknown;
    const char first = rest_.front();
    if (first == '"' || first == '\'') {
        const std::size_t end = rest_.find(first, 1);
        if (end != std::string_view::npos) {
            token_ = {Kind::text, rest_.substr(1, end - 1), rest_.substr(0, end + 1)};
            rest_.remove_prefix(end + 1);
            return;
        }
        size = rest_.size();
    } else if (is_word_char(first)) {
        while (size < rest_.size() && (is_word_char(rest_[size]) || is_hyphen(rest_, size))) ++size;
        kind = is_number(rest_.substr(0, size)) ? Kind::number : Kind::word;
    } else if (const std::string_view sign = rest_.substr(0, 2);
               sign == "==" || sign == "!=" || sign == "<=" || sign == ">=") {
        kind = Kind::sign;
        size = 2;
    } else if (std::string_view("<>+-()").find(first) != std::string_view::npos) {
        kind = Kind::sign;
    } else {
        size = char_at(rest_, 0).size;
    }
    token_ = {kind, rest_.substr(0, size), rest_.substr(0, size)};
    rest_.remove_prefix(size);
}

bool ConditionParser::at(std::string_view text) const {
    return (token_.kind == Kind::word || token_.kind == Kind::sign) && token_.text == text;
}

bool ConditionParser::take(std::string_view text) {
    if (failed_ || !at(text)) return false;
    next();
    return true;
}

void ConditionParser::expect(std::string_view text) {
    if (take(text)) return;
    wrong({"这里应有 " + std::string(text), "expected " + std::string(text)});
}

const Relation* ConditionParser::relation() {
    for (const Relation& each : relations) {
        if (take(each.sign)) return &each;
    }
    wrong({"这里应有 ==、!=、<=、>=、< 或 >；相等写作 ==",
           "expected ==, !=, <=, >=, < or >; equal is =="});
    return nullptr;
}

void ConditionParser::wrong(const Localized& expected, const std::vector<std::string>& near) {
    if (failed_) return;
    failed_ = true;
    if (token_.kind == Kind::end) {
        in_.wrong(key_, "没有写完：" + expected.zh, "not finished: " + expected.en);
        return;
    }
    const std::string word(token_.whole);
    const Localized nearest = did_you_mean(word, near);
    in_.wrong_part(key_, word, "看不懂“" + word + "”；" + expected.zh + nearest.zh,
                   "cannot read '" + word + "'; " + expected.en + nearest.en);
}

}  // namespace gouji
