#include "gouji/base/version.hpp"
#include "gouji/corpus/library_tables.hpp"

#include <sqlite3.h>

namespace gouji {
namespace {

struct CloseDatabase {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
};
struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;
using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

class SqliteTable final : public FactsTable {
public:
    SqliteTable(Database database, const FactColumns& columns)
        : columns_(&columns), database_(std::move(database)) {}

    Result<void> begin() {
        // The file is new and becomes complete at the end; a journal would guard nothing.
        GOUJI_TRY_VOID(
            run("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; BEGIN;"
                "CREATE TABLE about(key TEXT PRIMARY KEY, value TEXT);"
                "CREATE TABLE columns(name TEXT PRIMARY KEY, form TEXT, row TEXT, "
                "\"column\" TEXT, label TEXT, unit TEXT);"
                "CREATE TABLE places(report INTEGER, name TEXT, line INTEGER, "
                "PRIMARY KEY(report, name)) WITHOUT ROWID;"));
        std::string create = "CREATE TABLE reports(id INTEGER PRIMARY KEY";
        std::string insert = "INSERT INTO reports VALUES(NULL";
        for (std::size_t i = 0; i < fact_texts.size(); ++i) {
            create +=
                ", \"" + std::string(fact_texts[i]) + "\" " + (is_number(i) ? "INTEGER" : "TEXT");
            insert += ",?";
        }
        for (const FactColumn& column : columns_->all()) {
            create += ", \"" + column.name + "\" NUMERIC";
            insert += ",?";
        }
        GOUJI_TRY_VOID(run(create + ")"));
        GOUJI_TRY_VOID(run("INSERT INTO about VALUES('version', '" + std::to_string(facts_version) +
                           "'), ('gouji', '" + std::string(version) + "')"));
        GOUJI_TRY(auto describe, prepare("INSERT INTO columns VALUES(?,?,?,?,?,?)"));
        for (const FactColumn& column : columns_->all()) {
            int at = 0;
            for (const std::string* text : {&column.name, &column.form, &column.row, &column.column,
                                            &column.label, &column.unit})
                bind(describe, ++at, *text);
            GOUJI_TRY_VOID(step(describe));
        }
        GOUJI_TRY(report_, prepare(insert + ")"));
        GOUJI_TRY(place_, prepare("INSERT INTO places VALUES(?,?,?)"));
        return {};
    }

    Result<void> add(const ReportFacts& facts) override {
        int at = 0;
        for (const auto& text : facts.texts) bind(report_, ++at, text);
        for (const auto& value : facts.values) bind(report_, ++at, value);
        GOUJI_TRY_VOID(step(report_));
        const sqlite3_int64 id = sqlite3_last_insert_rowid(database_.get());
        for (std::size_t i = 0; i < facts.lines.size(); ++i) {
            if (facts.lines[i] == 0) continue;
            sqlite3_bind_int64(place_.get(), 1, id);
            bind(place_, 2, columns_->all()[i].name);
            sqlite3_bind_int64(place_.get(), 3, facts.lines[i]);
            GOUJI_TRY_VOID(step(place_));
        }
        return {};
    }

    Result<void> end() override {
        return run("CREATE INDEX reports_by_agency ON reports(agency, year); COMMIT;");
    }

private:
    Result<void> run(const std::string& sql) {
        if (sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
            return broken();
        return {};
    }
    Result<Statement> prepare(const std::string& sql) {
        sqlite3_stmt* out = nullptr;
        if (sqlite3_prepare_v2(database_.get(), sql.c_str(), -1, &out, nullptr) != SQLITE_OK)
            return broken();
        return Statement(out);
    }
    Result<void> step(const Statement& statement) {
        if (sqlite3_step(statement.get()) != SQLITE_DONE) return broken();
        sqlite3_reset(statement.get());
        return {};
    }
    /// The text lives until the statement is reset; numbers are texts that the column's affinity
    /// makes numbers of.
    static void bind(const Statement& statement, int at, const std::optional<std::string>& text) {
        if (text) {
            sqlite3_bind_text(statement.get(), at, text->data(), static_cast<int>(text->size()),
                              SQLITE_TRANSIENT);
        } else {
            sqlite3_bind_null(statement.get(), at);
        }
    }
    Failure broken() {
        const std::string why = sqlite3_errmsg(database_.get());
        return fail("数据库写不进去：" + why, "the database cannot be written: " + why);
    }

    const FactColumns* columns_;
    Database database_;
    Statement report_;
    Statement place_;
};

}  // namespace

Result<std::unique_ptr<FactsTable>> open_sqlite_table(const std::string& path,
                                                      const FactColumns& columns) {
    sqlite3* opened = nullptr;
    const int code =
        sqlite3_open_v2(path.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    Database database(opened);
    if (code != SQLITE_OK) {
        const std::string why = sqlite3_errstr(code);
        return fail("数据库打不开：" + why, "the database cannot be opened: " + why);
    }
    auto table = std::make_unique<SqliteTable>(std::move(database), columns);
    GOUJI_TRY_VOID(table->begin());
    return table;
}

}  // namespace gouji
