#include "gouji/corpus/library_tables.hpp"

#include <cstdlib>
#include <utility>

#include <xlsxwriter.h>

namespace gouji {
namespace {

constexpr lxw_row_t most_rows = 1048576;  // of a sheet

struct CloseWorkbook {
    void operator()(lxw_workbook* workbook) const { workbook_close(workbook); }
};
using Workbook = std::unique_ptr<lxw_workbook, CloseWorkbook>;

class XlsxTable final : public FactsTable {
public:
    XlsxTable(Workbook workbook, const FactColumns& columns)
        : columns_(&columns), workbook_(std::move(workbook)) {}

    Result<void> begin() {
        reports_ = workbook_add_worksheet(workbook_.get(), "reports");
        lxw_worksheet* about = workbook_add_worksheet(workbook_.get(), "columns");
        if (reports_ == nullptr || about == nullptr) return broken(LXW_ERROR_MEMORY_MALLOC_FAILED);
        lxw_col_t at = 0;
        for (const std::string_view name : fact_texts)
            worksheet_write_string(reports_, 0, at++, std::string(name).c_str(), nullptr);
        for (const FactColumn& column : columns_->all())
            worksheet_write_string(reports_, 0, at++, column.name.c_str(), nullptr);
        worksheet_freeze_panes(reports_, 1, 1);
        lxw_row_t row = 0;
        for (const char* head : {"name", "label", "unit"})
            worksheet_write_string(about, 0, static_cast<lxw_col_t>(row++), head, nullptr);
        row = 0;
        for (const FactColumn& column : columns_->all()) {
            ++row;
            worksheet_write_string(about, row, 0, column.name.c_str(), nullptr);
            worksheet_write_string(about, row, 1, column.label.c_str(), nullptr);
            worksheet_write_string(about, row, 2, column.unit.c_str(), nullptr);
        }
        return {};
    }

    Result<void> add(const ReportFacts& facts) override {
        if (++row_ >= most_rows) {
            return fail("一个工作表放不下这么多份年报，请用 .sqlite 或 .csv",
                        "a sheet does not hold so many reports; use .sqlite or .csv");
        }
        lxw_col_t at = 0;
        for (std::size_t i = 0; i < facts.texts.size(); ++i, ++at) {
            if (!facts.texts[i]) continue;
            GOUJI_TRY_VOID(write(at, *facts.texts[i], is_number(i)));
        }
        for (const auto& value : facts.values) {
            if (value) GOUJI_TRY_VOID(write(at, *value, true));
            ++at;
        }
        return {};
    }

    Result<void> end() override {
        const lxw_error error = workbook_close(workbook_.release());
        if (error != LXW_NO_ERROR) return broken(error);
        return {};
    }

private:
    Result<void> write(lxw_col_t at, const std::string& text, bool number) {
        const lxw_error error =
            number ? worksheet_write_number(reports_, row_, at, std::strtod(text.c_str(), nullptr),
                                            nullptr)
                   : worksheet_write_string(reports_, row_, at, text.c_str(), nullptr);
        if (error != LXW_NO_ERROR) return broken(error);
        return {};
    }
    static Failure broken(lxw_error error) {
        const std::string why = lxw_strerror(error);
        return fail("工作簿写不进去：" + why, "the workbook cannot be written: " + why);
    }

    const FactColumns* columns_;
    Workbook workbook_;
    lxw_worksheet* reports_ = nullptr;
    lxw_row_t row_ = 0;
};

}  // namespace

Result<std::unique_ptr<FactsTable>> open_xlsx_table(const std::string& path,
                                                    const FactColumns& columns) {
    // The “columns” sheet is written before the rows, so that its rows cannot wait in memory; rows
    // of the first sheet are flushed one after the other.
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    Workbook workbook(workbook_new_opt(path.c_str(), &options));
    if (workbook == nullptr)
        return fail("工作簿打不开：内存不足", "the workbook cannot be opened: out of memory");
    auto table = std::make_unique<XlsxTable>(std::move(workbook), columns);
    GOUJI_TRY_VOID(table->begin());
    return table;
}

}  // namespace gouji
