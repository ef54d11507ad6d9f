#include "gouji/corpus/facts_table.hpp"

#include "gouji/base/library.hpp"
#include "gouji/base/system_error.hpp"
#include "gouji/corpus/library_tables.hpp"

#include <cerrno>
#include <cstdio>

namespace gouji {
namespace {

/// Rows as lines of text.
class TextTable : public FactsTable {
public:
    TextTable(std::FILE* file, const FactColumns& columns) : columns_(&columns), file_(file) {}

    Result<void> end() override {
        std::FILE* file = file_.release();
        if (std::fclose(file) != 0) return broken();
        return {};
    }

protected:
    Result<void> write(std::string_view text) {
        if (std::fwrite(text.data(), 1, text.size(), file_.get()) != text.size()) return broken();
        return {};
    }

    const FactColumns* columns_;

private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };

    static Failure broken() {
        return fail(Error{"写不进去：", "cannot be written: "} + system_words(errno));
    }

    std::unique_ptr<std::FILE, Close> file_;
};

class NdjsonTable final : public TextTable {
public:
    using TextTable::TextTable;
    Result<void> add(const ReportFacts& facts) override {
        return write(to_ndjson(facts, *columns_));
    }
};

/// RFC 4180 in UTF-8 with a byte order mark, by which spreadsheets know the encoding.
class CsvTable final : public TextTable {
public:
    using TextTable::TextTable;

    Result<void> begin() {
        std::string line = "\xEF\xBB\xBF";
        for (const std::string_view name : fact_texts) line += std::string(name) + ",";
        for (const FactColumn& column : columns_->all()) line += column.name + ",";
        line.back() = '\r';
        return write(line + "\n");
    }
    Result<void> add(const ReportFacts& facts) override {
        std::string line;
        for (const auto& text : facts.texts) line += quoted(text.value_or("")) + ",";
        for (const auto& value : facts.values) line += value.value_or("") + ",";
        line.back() = '\r';
        return write(line + "\n");
    }

private:
    /// A text that begins as a formula would be run by spreadsheets; it is shown instead.
    static std::string quoted(std::string text) {
        if (!text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos)
            text.insert(0, "'");
        if (text.find_first_of("\",\r\n") == std::string::npos) return text;
        std::string out = "\"";
        for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
        return out + "\"";
    }
};

Result<const LibraryTables*> load_tables(const std::filesystem::path& file) {
    auto library = Library::open(file);
    const void* tables = library ? library->symbol("gouji_tables") : nullptr;
    if (tables != nullptr) return static_cast<const LibraryTables*>(tables);
    const std::string name = file.string();
    return fail(name + "：缺少或不能载入，请重新安装 gouji，或改写为 .csv",
                name + ": missing or not loadable; install gouji again, or write a .csv");
}

}  // namespace

const std::vector<std::string>& facts_formats() {
    static const std::vector<std::string> all{"ndjson", "csv", "sqlite", "xlsx"};
    return all;
}

Result<std::unique_ptr<FactsTable>> open_facts_table(std::string_view format,
                                                     const std::string& path,
                                                     const FactColumns& columns,
                                                     const std::filesystem::path& libraries) {
    if (format == "sqlite" || format == "xlsx") {
        GOUJI_TRY(const auto* tables, load_tables(libraries / "tables.so"));
        return (format == "sqlite" ? tables->open_sqlite : tables->open_xlsx)(path, columns);
    }
    std::FILE* file = std::fopen(path.c_str(), "wb");
    if (file == nullptr) {
        return fail(Error{"写不进去：", "cannot be written: "} + system_words(errno));
    }
    if (format == "ndjson") return std::make_unique<NdjsonTable>(file, columns);
    auto csv = std::make_unique<CsvTable>(file, columns);
    GOUJI_TRY_VOID(csv->begin());
    return csv;
}

}  // namespace gouji
