#include <gouji/sdk.hpp>

#include <array>
#include <optional>

#include "../prose/line.hpp"
#include "applicant_kind.page.hpp"
#include "claims/comparison.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::page::applicant_kind;
using namespace gouji::consistency;
using namespace std::string_view_literals;

/// “自然人申请5件” where the form has another figure for the requests that natural persons, or
/// legal persons and other bodies, have made.
class ApplicantKind {
public:
    explicit ApplicantKind(Options) {}

    void check(Document document, Sink sink) const {
        prose::each_line(document, [&](const prose::Line& line) {
            if (!prose::has_any(line.text(), {"自然人"sv, "法人"sv})) return;
            // Other than requests, and requests of other years, are not in the form.
            if (prose::has_any(line.text(), {"复议"sv, "诉讼"sv, "举报"sv, "投诉"sv, "信用"sv,
                                             "注册"sv, "许可"sv, "登记"sv}) ||
                prose::other_year(without_carried(line.text()), document.facts().year) ||
                !prose::has_any(line.text(), {"申请"sv}))
                return;
            for (std::size_t i = 0; i < line.quantities.size(); ++i)
                check_quantity(document, sink, line, i);
        });
    }

private:
    static constexpr std::array<std::string_view, 5> bodies{"enterprise", "research", "social",
                                                            "legal", "other"};

    /// 上年结转 compares nothing.
    static std::string without_carried(std::string_view text) {
        std::string out(text);
        for (const std::string_view words : {"上年度结转"sv, "上年结转"sv, "上一年度结转"sv}) {
            for (std::size_t at = out.find(words); at != std::string::npos; at = out.find(words))
                out.erase(at, words.size());
        }
        return out;
    }

    enum class Kind : std::uint8_t { natural, bodies };

    /// Who the clause says has applied; nothing where it says more than that.
    static std::optional<Kind> kind_of(std::string_view clause) {
        for (const std::string_view lead : {"其中"sv, "包括"sv, "由"sv, "含"sv}) {
            if (clause.starts_with(lead)) clause.remove_prefix(lead.size());
        }
        for (const std::string_view tail :
             {"的"sv, "政府信息公开申请"sv, "申请"sv, "提出"sv, "提交"sv, "为"sv, "共"sv}) {
            if (clause.ends_with(tail)) clause.remove_suffix(tail.size());
        }
        for (const std::string_view tail : {"提出"sv, "提交"sv, "申请"sv}) {
            if (clause.ends_with(tail)) clause.remove_suffix(tail.size());
        }
        if (clause == "自然人"sv) return Kind::natural;
        if (clause == "法人或其他组织"sv || clause == "法人和其他组织"sv ||
            clause == "法人及其他组织"sv || clause == "法人或者其他组织"sv)
            return Kind::bodies;
        return std::nullopt;
    }

    static std::optional<Decimal> applied(Document document, std::string_view row, Kind kind) {
        if (kind == Kind::natural) return value(document.field("requests", row, "natural"));
        Decimal sum(0);
        for (const std::string_view body : bodies) {
            const auto figure = value(document.field("requests", row, body));
            if (!figure) return std::nullopt;
            sum = sum + *figure;
        }
        return sum;
    }

    static void check_quantity(Document document, Sink sink, const prose::Line& line,
                               std::size_t i) {
        const gouji_quantity& quantity = line.quantities[i];
        if (quantity.exactness != GOUJI_EXACTNESS_EXACT || view(quantity.unit) != "件"sv) return;
        std::string_view clause = prose::last_clause(line.before(i));
        if (const std::size_t comma = clause.rfind("、"sv); comma != std::string_view::npos)
            clause.remove_prefix(comma + "、"sv.size());
        const auto kind = kind_of(clause);
        if (!kind) return;
        const auto fresh = applied(document, "new", *kind);
        const auto carried = applied(document, "carried_in", *kind);
        const auto done = applied(document, "total", *kind);
        if (!fresh || !carried || !done) return;
        const Decimal said(quantity.value);
        if (said == *fresh || said == *fresh + *carried || said == *carried || said == *done)
            return;
        const gouji_field* cell =
            document.field("requests", "new", *kind == Kind::natural ? "natural" : "enterprise");
        (*kind == Kind::natural
             ? sink.report(quantity.span, message::natural{.said = said, .table = *fresh})
             : sink.report(quantity.span, message::bodies{.said = said, .table = *fresh}))
            .also(cell->span,
                  message::cell{.column = view(cell->column_label), .row = view(cell->row_label)});
    }
};

}  // namespace

GOUJI_RULE(applicant_kind, ApplicantKind);
