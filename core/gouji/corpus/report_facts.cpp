#include "gouji/corpus/report_facts.hpp"

#include <gouji/decimal.hpp>

#include <algorithm>
#include <cstdio>

#include <nlohmann/json.hpp>

namespace gouji {
namespace {

constexpr std::size_t longest_text = 4096;  // bytes of a text that is read back

std::optional<std::string> known(std::string_view text) {
    if (text.empty()) return std::nullopt;
    return std::string(text);
}

/// “2021-01-31”; nothing for a date that lacks a part.
std::optional<std::string> iso(const SemanticModel& model, std::uint32_t index) {
    if (index >= model.dates.size()) return std::nullopt;
    const gouji_date& date = model.dates[index];
    if (date.year <= 0 || date.month == 0 || date.day == 0) return std::nullopt;
    char text[48];  // room for any number that the fields can hold
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", date.year, date.month, date.day);
    return text;
}

void append_string(std::string& out, std::string_view text) {
    out += nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

bool is_decimal(std::string_view text) {
    const std::size_t digits = text.starts_with('-') ? 1 : 0;
    return text.size() > digits && text.size() <= 40 &&
           text.find_first_not_of("0123456789.", digits) == std::string_view::npos &&
           std::count(text.begin(), text.end(), '.') <= 1 && text[digits] != '.' &&
           text.back() != '.';
}

/// Reads one line without going through binary floating point: numbers come as printed.
class LineReader final : public nlohmann::json::json_sax_t {
public:
    LineReader(ReportFacts& out, const FactColumns& columns) : out_(out), columns_(columns) {}

    bool null() override { return store(std::nullopt, true); }
    bool boolean(bool) override { return refuse(); }
    bool number_integer(number_integer_t value) override {
        return store(std::to_string(value), true);
    }
    bool number_unsigned(number_unsigned_t value) override {
        return store(std::to_string(value), true);
    }
    bool number_float(number_float_t, const string_t& printed) override {
        return store(printed, true);
    }
    bool string(string_t& value) override { return store(value, false); }
    bool binary(binary_t&) override { return refuse(); }
    bool start_object(std::size_t) override {
        if (depth_ == 1 && (key_ == "values" || key_ == "lines")) {
            part_ = key_;
        } else if (depth_ != 0) {
            return refuse();
        }
        ++depth_;
        return true;
    }
    bool key(string_t& value) override {
        key_ = value;
        return true;
    }
    bool end_object() override {
        part_.clear();
        --depth_;
        return true;
    }
    bool start_array(std::size_t) override { return refuse(); }
    bool end_array() override { return refuse(); }
    bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) override {
        return refuse();
    }

    [[nodiscard]] bool complete() const { return version_ && out_.texts[0].has_value(); }

private:
    bool refuse() const { return false; }

    bool store(std::optional<std::string> value, bool number) {
        if (value && value->size() > longest_text) return refuse();
        if (part_ == "values" || part_ == "lines") {
            const std::uint32_t* column = columns_.find(key_);
            if (column == nullptr || !number || (value && !is_decimal(*value))) return refuse();
            if (part_ == "values") {
                out_.values[*column] = std::move(value);
            } else {
                if (!value || value->size() > 9 || value->find_first_of("-.") != std::string::npos)
                    return refuse();
                out_.lines[*column] = static_cast<std::uint32_t>(std::stoul(*value));
            }
            return true;
        }
        if (depth_ != 1) return refuse();
        if (key_ == "version") {
            version_ = value == std::to_string(facts_version);
            return version_;
        }
        const auto* const found = std::find(fact_texts.begin(), fact_texts.end(), key_);
        if (found == fact_texts.end()) return refuse();
        const auto index = static_cast<std::size_t>(found - fact_texts.begin());
        if (value && number != is_number(index)) return refuse();
        out_.texts[index] = std::move(value);
        return true;
    }

    ReportFacts& out_;
    const FactColumns& columns_;
    std::string key_;
    std::string part_;  ///< “values” or “lines” inside these
    int depth_ = 0;
    bool version_ = false;
};

}  // namespace

bool is_number(std::size_t fact_text) { return fact_text == 1 || fact_text == 2 || fact_text == 6; }

ReportFacts facts_of(const Document& document, const SemanticModel& model,
                     const FactColumns& columns, std::string_view file, std::uint32_t ordinal,
                     const std::function<std::uint32_t(std::uint32_t)>& line) {
    const gouji_facts& summary = model.summary;
    const gouji_period* period =
        summary.period < model.periods.size() ? &model.periods[summary.period] : nullptr;
    ReportFacts out;
    out.texts = {std::string(file),
                 std::to_string(ordinal + 1),
                 std::to_string(line(document.extent().begin)),
                 known(view(summary.agency)),
                 known(view(summary.agency_kind)),
                 known(view(summary.division)),
                 summary.year == 0 ? std::nullopt : std::optional(std::to_string(summary.year)),
                 known(view(summary.edition)),
                 known(view(summary.signed_agency)),
                 iso(model, summary.signed_date),
                 period == nullptr ? std::nullopt : iso(model, period->from),
                 period == nullptr ? std::nullopt : iso(model, period->to)};
    out.values.resize(columns.all().size());
    out.lines.resize(columns.all().size());
    for (const gouji_field& field : model.fields) {
        const std::uint32_t* column = columns.find(field);
        if (column == nullptr || field.state == GOUJI_FIELD_MISSING) continue;
        out.lines[*column] = line(field.span.begin);
        if (field.state == GOUJI_FIELD_NUMBER) out.values[*column] = Decimal(field.value).text();
    }
    return out;
}

std::string to_ndjson(const ReportFacts& facts, const FactColumns& columns) {
    std::string out = "{\"version\":" + std::to_string(facts_version);
    for (std::size_t i = 0; i < fact_texts.size(); ++i) {
        out += ",\"" + std::string(fact_texts[i]) + "\":";
        if (!facts.texts[i]) {
            out += "null";
        } else if (is_number(i)) {
            out += *facts.texts[i];
        } else {
            append_string(out, *facts.texts[i]);
        }
    }
    const auto part = [&](const char* name, const auto& each) {
        out += std::string(",\"") + name + "\":{";
        bool first = true;
        for (std::size_t i = 0; i < columns.all().size(); ++i) {
            if (facts.lines[i] == 0) continue;
            if (!first) out += ',';
            first = false;
            out += '"' + columns.all()[i].name + "\":" + each(i);
        }
        out += '}';
    };
    part("values", [&](std::size_t i) { return facts.values[i].value_or("null"); });
    part("lines", [&](std::size_t i) { return std::to_string(facts.lines[i]); });
    return out + "}\n";
}

Result<ReportFacts> from_ndjson(std::string_view line, const FactColumns& columns) {
    ReportFacts out;
    out.values.resize(columns.all().size());
    out.lines.resize(columns.all().size());
    LineReader reader(out, columns);
    if (!nlohmann::json::sax_parse(line, &reader) || !reader.complete()) {
        return fail("不是 gouji facts 写出的一行（第 " + std::to_string(facts_version) + " 版）",
                    "not a line that gouji facts has written (version " +
                        std::to_string(facts_version) + ")");
    }
    return out;
}

}  // namespace gouji
