#include "gouji/pack/expression.hpp"
#include "gouji/pack/field_path.hpp"
#include "gouji/pack/kind.hpp"

namespace gouji {
namespace {

/// [cell] field = "disclosure.fees.amount", match: what is printed in a field of the form must
/// match as a whole. Blank and missing cells are checked elsewhere.
class CellChecker final : public Checker {
public:
    CellChecker(TomlReader& in, KindPage& page)
        : scope_(Scope::read(in, page)),
          path_(FieldPath::read(in, "field")),
          match_(read_expression(in, "match", true)) {
        if (!path_.form.empty()) path_.expect_in(page.editions(), in, "field");
        page.says("wrong", {"printed", "row", "column"});
    }

    void check(const ReportView& checked, Sink& sink) const override {
        const auto& model = checked.model;
        if (!scope_.covers(checked)) return;
        const gouji_field* field = path_.in(model);
        if (field == nullptr || field->state == GOUJI_FIELD_MISSING ||
            field->state == GOUJI_FIELD_BLANK)
            return;
        const std::string_view printed = view(field->printed);
        if (RE2::FullMatch(re2::StringPiece(printed.data(), printed.size()), *match_)) return;
        sink.open(field->span, "wrong");
        sink.argument("printed", printed);
        sink.argument("row", view(field->row_label));
        sink.argument("column", view(field->column_label));
        sink.close();
    }

private:
    Scope scope_;
    FieldPath path_;
    std::unique_ptr<RE2> match_;
};

std::unique_ptr<Checker> make(TomlReader& in, KindPage& page) {
    return std::make_unique<CellChecker>(in, page);
}

}  // namespace

const Kind cell_kind{"cell", make};

}  // namespace gouji
