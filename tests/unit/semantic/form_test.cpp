#include "gouji/semantic/form.hpp"

#include "gouji/parse/parse.hpp"
#include <gouji/decimal.hpp>

#include <functional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace {

using gouji::Decimal;
using gouji::Edition;
using gouji::SemanticModel;
using gouji::Text;

const std::vector<Edition>& editions() {
    static const std::vector<Edition> all =
        gouji::load_editions(std::string(GOUJI_ROOT) + "/rules/editions").value();
    return all;
}
const std::string& sample(const std::string& id) {
    for (const Edition& edition : editions()) {
        if (edition.id == id) return edition.sample;
    }
    throw std::runtime_error("no edition " + id);
}

/// A report's form, kept with all that it points into.
struct Analyzed {
    explicit Analyzed(const std::string& bytes)
        : text(Text::decode(bytes).value()), documents(gouji::read(text, "t.txt", editions())) {
        gouji::analyze_form(documents.front(), editions(), model);
    }
    const gouji_field* field(std::string_view form, std::string_view row,
                             std::string_view column) const {
        for (const gouji_field& field : model.fields) {
            if (gouji::view(field.form) == form && gouji::view(field.row) == row &&
                gouji::view(field.column) == column) {
                return &field;
            }
        }
        return nullptr;
    }
    std::string value(std::string_view form, std::string_view row, std::string_view column) const {
        const gouji_field* found = field(form, row, column);
        if (found == nullptr) return "no field";
        return found->state == GOUJI_FIELD_NUMBER ? Decimal(found->value).text()
                                                  : "state " + std::to_string(found->state);
    }
    const gouji_label* label(std::uint32_t role, std::string_view key) const {
        for (const gouji_label& label : model.labels) {
            if (label.role == role && gouji::view(label.key) == key) return &label;
        }
        return nullptr;
    }
    /// All values and nothing else, to compare layouts by.
    std::string all() const {
        std::string out(gouji::view(model.summary.form_edition));
        for (const gouji_field& field : model.fields) {
            out += " " + (field.state == GOUJI_FIELD_NUMBER ? Decimal(field.value).text()
                                                            : "?" + std::to_string(field.state));
        }
        return out;
    }
    Text text;
    std::vector<gouji::Document> documents;
    SemanticModel model;
};

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    std::size_t count = 0;
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
        text.replace(at, from.size(), to);
        ++count;
    }
    EXPECT_GT(count, 0U) << from;
    return text;
}

/// The sample with each table's rows written by `row`; the sample has a cell a line led by a tab,
/// and a blank line after each row.
std::string relaid(const std::string& text,
                   const std::function<std::string(const std::vector<std::string>&)>& row) {
    std::string out;
    std::vector<std::string> cells;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at);
        const std::string line = text.substr(at, end - at);
        if (line.starts_with('\t')) {
            cells.push_back(line.substr(1));
        } else {
            if (!cells.empty()) {
                out += row(cells);
                cells.clear();
            }
            if (!line.empty()) out += line + "\n";
        }
        at = end + 1;
    }
    return out;
}

std::string joined(const std::vector<std::string>& cells, const std::string& between) {
    std::string out;
    for (std::size_t i = 0; i < cells.size(); ++i) out += (i > 0 ? between : "") + cells[i];
    return out;
}
std::vector<std::string> filled(std::vector<std::string> cells) {
    std::erase(cells, "");
    return cells;
}

struct Layout {
    const char* name;
    std::function<std::string(const std::string&)> lay;
};

/// The layouts of text in which reports are found.
std::vector<Layout> layouts() {
    using Cells = std::vector<std::string>;
    return {
        {"a cell a line", [](const std::string& s) { return s; }},
        {"a row a line",
         [](const std::string& s) {
             return relaid(s, [](const Cells& c) { return joined(c, "\t") + "\n"; });
         }},
        {"a row a line, parted by a page",
         [](const std::string& s) {
             return replaced(relaid(s, [](const Cells& c) { return joined(c, "\t") + "\n"; }),
                             "\t\t4.保护", "\n— 3 —\n\n\t4.保护");
         }},
        {"bars",
         [](const std::string& s) {
             return relaid(s, [](const Cells& c) { return "| " + joined(c, " | ") + " |\n"; });
         }},
        {"bars without holes",
         [](const std::string& s) {
             return relaid(s, [](const Cells& c) { return "|" + joined(filled(c), "|") + "|\n"; });
         }},
        {"a cell alone between blank lines",
         [](const std::string& s) {
             return relaid(
                 s, [](const Cells& c) { return "\n" + joined(filled(c), "\n\n") + "\n\n"; });
         }},
        {"a cell a line and nothing else",
         [](const std::string& s) {
             return relaid(s, [](const Cells& c) { return joined(filled(c), "\n") + "\n"; });
         }},
        {"a bar behind each cell",
         [](const std::string& s) {
             return relaid(s, [](const Cells& c) { return joined(filled(c), "\n|\n") + "\n|\n"; });
         }},
        {"markdown",
         [](const std::string& s) {
             std::string out =
                 relaid(s, [](const Cells& c) { return "| " + joined(c, " | ") + " |\n"; });
             out = replaced(out, "| 第二十条第（一）项 |\n",
                            "| 第二十条第（一）项 |\n|---|---|---|---|\n");
             return replaced(out, "商业企业", "商业<br>企业");
         }},
        {"runs of blanks",
         [](const std::string& s) {
             return relaid(s, [](const Cells& c) { return joined(filled(c), "   ") + "\n"; });
         }},
        {"headers set upright",
         [](const std::string& s) {
             return replaced(replaced(s, "\t自然人", "\t自\n然\n人"), "\t三、本年度办理结果",
                             "\t三、\n本\n年\n度\n办\n理\n结\n果");
         }},
        {"names with blanks and line breaks",
         [](const std::string& s) {
             return replaced(
                 replaced(replaced(s, "第二十条第", "第二十条  第"), "\t商业企业", "\t商业\n企业"),
                 "出具已获取", "\n出具已获取");
         }},
        {"blanks in front of figures",
         [](const std::string& s) {
             return replaced(replaced(s, "\t85\n", "\t\u00A0８５\n"), "\t9\n", "\t\u3000 9\n");
         }},
        {"captions inside",
         [](const std::string& s) {
             return replaced(s, "二、主动公开政府信息情况\n",
                             "二、主动公开政府信息情况\n\t主动公开政府信息情况\n\n");
         }},
        {"no blank lines between rows",
         [](const std::string& s) {
             std::string out = s;
             for (std::size_t at = 0; (at = out.find("\n\n\t", at)) != std::string::npos;)
                 out.erase(at, 1);
             return out;
         }},
        {"carriage returns", [](const std::string& s) { return replaced(s, "\n", "\r\n"); }},
        {"old carriage returns", [](const std::string& s) { return replaced(s, "\n", "\r"); }},
    };
}

TEST(Form, every_layout_gives_the_same_fields) {
    for (const Edition& edition : editions()) {
        const std::string expected = Analyzed(edition.sample).all();
        EXPECT_EQ(expected.rfind(edition.id, 0), 0U) << expected;
        EXPECT_EQ(expected.find('?'), std::string::npos) << "the sample is complete";
        for (const Layout& layout : layouts()) {
            EXPECT_EQ(Analyzed(layout.lay(edition.sample)).all(), expected)
                << edition.id << ": " << layout.name;
        }
    }
}

TEST(Form, names_values_by_row_and_column) {
    const Analyzed analyzed(sample("2021"));
    EXPECT_EQ(analyzed.value("requests", "granted", "natural"), "9");
    EXPECT_EQ(analyzed.value("requests", "granted", "total"), "11");
    EXPECT_EQ(analyzed.value("disclosure", "fees", "amount"), "36.5");
    EXPECT_EQ(analyzed.value("disputes", "after_review", "other"), "1");
    const Analyzed older(sample("2019"));
    EXPECT_EQ(older.value("disclosure", "penalties", "change"), "-2");
    EXPECT_EQ(gouji::view(older.field("disclosure", "procurement", "amount")->unit), "万元");
    EXPECT_EQ(older.value("requests", "other", "natural"), "1");
}

TEST(Form, identities_hold_in_the_samples) {
    for (const Edition& edition : editions()) {
        const Analyzed analyzed(edition.sample);
        EXPECT_GT(analyzed.model.identities.size(), 35U);
        for (const gouji_identity& identity : analyzed.model.identities) {
            Decimal sides[2];
            for (std::uint32_t i = 0; i < identity.left + identity.right; ++i) {
                const gouji_term& term = analyzed.model.terms[identity.first_term + i];
                Decimal& side = sides[i < identity.left ? 0 : 1];
                side = side + Decimal(term.sign) * Decimal(analyzed.model.fields[term.field].value);
            }
            if (identity.relation == GOUJI_RELATION_EQUAL) {
                EXPECT_TRUE(sides[0] == sides[1])
                    << gouji::view(identity.id) << " " << gouji::view(identity.along);
            } else {
                EXPECT_TRUE(sides[0] <= sides[1])
                    << gouji::view(identity.id) << " " << gouji::view(identity.along);
            }
        }
    }
}

TEST(Form, a_misspelt_name_still_anchors_its_row) {
    const Analyzed analyzed(
        replaced(sample("2021"), "3.补正后申请内容仍不明确", "3.补证后申请内容仍不明确"));
    const gouji_label* label = analyzed.label(GOUJI_LABEL_ROLE_ROW, "unavailable.unclear");
    ASSERT_NE(label, nullptr);
    EXPECT_EQ(label->match, static_cast<std::uint32_t>(GOUJI_LABEL_SIMILAR));
    EXPECT_EQ(label->distance, 1U);
    EXPECT_EQ(analyzed.value("requests", "unavailable.unclear", "total"), "1");
}

TEST(Form, a_row_too_many_and_a_row_too_few) {
    const std::string row = "\t\n\t\n\t7.属于行政执法案卷\n\t0\n\t0\n\t0\n\t0\n\t0\n\t0\n\t0\n\n";
    const Analyzed fewer(replaced(sample("2021"), row, ""));
    EXPECT_EQ(fewer.label(GOUJI_LABEL_ROLE_ROW, "denied.casefile")->match,
              static_cast<std::uint32_t>(GOUJI_LABEL_MISSING));
    EXPECT_EQ(fewer.value("requests", "denied.casefile", "total"), "state 0");
    EXPECT_EQ(fewer.value("requests", "denied.query", "total"), "0");
    const Analyzed more(replaced(
        sample("2021"), row, row + replaced(row, "7.属于行政执法案卷", "其中由窗口转来的件数")));
    std::size_t extra = 0;
    for (const gouji_label& label : more.model.labels) {
        if (label.match != GOUJI_LABEL_EXTRA) continue;
        ++extra;
        EXPECT_EQ(gouji::view(label.printed), "其中由窗口转来的件数");
        EXPECT_EQ(label.cells, 7U);
    }
    EXPECT_EQ(extra, 1U);
}

TEST(Form, a_lost_cell_is_counted_and_the_total_stays_the_total) {
    const Analyzed analyzed(replaced(sample("2021"),
                                     "（一）予以公开\n\t9\n\t2\n\t0\n\t0\n\t0\n\t0\n\t11\n",
                                     "（一）予以公开\n\t9\n\t2\n\t0\n\t0\n\t0\n\t11\n"));
    const gouji_label* label = analyzed.label(GOUJI_LABEL_ROLE_ROW, "granted");
    ASSERT_NE(label, nullptr);
    EXPECT_EQ(label->cells, 6U);
    EXPECT_EQ(label->cells_expected, 7U);
    EXPECT_EQ(analyzed.value("requests", "granted", "total"), "11");
    EXPECT_EQ(analyzed.value("requests", "granted", "natural"), "9");
}

TEST(Form, a_lost_value_of_the_disputes_is_put_to_its_row) {
    const Analyzed analyzed(
        replaced(sample("2021"),
                 "\t1\n\t0\n\t0\n\t0\n\t1\n\t0\n\t0\n\t0\n\t1\n\t1\n\t1\n\t0\n\t1\n\t0\n\t2\n",
                 "\t1\n\t0\n\t0\n\t0\n\t1\n\t0\n\t0\n\t1\n\t1\n\t1\n\t0\n\t1\n\t0\n\t2\n"));
    EXPECT_EQ(analyzed.label(GOUJI_LABEL_ROLE_ROW, "direct")->cells, 4U);
    EXPECT_EQ(analyzed.label(GOUJI_LABEL_ROLE_ROW, "review")->cells, 5U);
    EXPECT_EQ(analyzed.value("disputes", "after_review", "total"), "2");
    EXPECT_EQ(analyzed.value("disputes", "review", "total"), "1");
}

TEST(Form, states_of_a_cell) {
    const Analyzed analyzed(
        replaced(sample("2021"), "\t规章\n\t0\n\t0\n\t0\n", "\t规章\n\t/\n\t\n\t若干\n"));
    EXPECT_EQ(analyzed.field("disclosure", "rules", "issued")->state,
              static_cast<std::uint32_t>(GOUJI_FIELD_PLACEHOLDER));
    EXPECT_EQ(analyzed.field("disclosure", "rules", "repealed")->state,
              static_cast<std::uint32_t>(GOUJI_FIELD_BLANK));
    EXPECT_EQ(analyzed.field("disclosure", "rules", "in_force")->state,
              static_cast<std::uint32_t>(GOUJI_FIELD_TEXT));
}

TEST(Form, two_editions_in_one_report_are_mixed) {
    const std::string older = sample("2019");
    const std::string newer = sample("2021");
    const auto part = [](const std::string& text, const char* from, const char* to) {
        const std::size_t begin = text.find(from);
        return text.substr(begin, text.find(to) - begin);
    };
    const Analyzed analyzed("云岭县水利局2023年政府信息公开工作年度报告\n一、总体情况\n无。\n" +
                            part(older, "二、主动公开", "三、收到和处理") +
                            part(newer, "三、收到和处理", "五、存在的"));
    EXPECT_EQ(gouji::view(analyzed.model.summary.form_edition), "mixed");
    ASSERT_EQ(analyzed.model.forms.size(), 3U);
    EXPECT_EQ(gouji::view(analyzed.model.forms[0].edition), "2019");
    EXPECT_EQ(gouji::view(analyzed.model.forms[1].edition), "2021");
    bool both[2] = {false, false};
    for (const gouji_evidence& evidence : analyzed.model.evidence) {
        both[0] = both[0] || gouji::view(evidence.value) == "2019";
        both[1] = both[1] || gouji::view(evidence.value) == "2021";
    }
    EXPECT_TRUE(both[0] && both[1]);
}

/// The state of a form, and why it could not be read.
std::string state(const Analyzed& report, std::string_view id) {
    for (const gouji_form& form : report.model.forms) {
        if (gouji::view(form.id) != id) continue;
        std::string out = std::to_string(form.state);
        for (const gouji_evidence& evidence : report.model.evidence) {
            if (gouji::view(evidence.topic) == "unreadable" && gouji::view(evidence.value) == id)
                out += " " + std::string(gouji::view(evidence.source));
        }
        return out;
    }
    return "no form";
}

TEST(Form, without_rows_and_columns_is_there_but_not_read) {
    std::string flat = sample("2021");
    for (char& c : flat) {
        if (c == '\n' || c == '\t' || c == '|') c = ' ';
    }
    const Analyzed report(flat);
    for (const char* form : {"disclosure", "requests", "disputes"})
        EXPECT_EQ(state(report, form), "2 no-cells") << form;
    EXPECT_TRUE(report.model.labels.empty());
    EXPECT_EQ(report.value("requests", "new", "total"), "state 0");
}

TEST(Form, whose_rows_are_broken_over_lines_keeps_the_rows_that_are_whole) {
    const Analyzed report(
        "二、主动公开政府信息情况\n信息内容        本年制发件数   本年废止件数   现行有效件数\n"
        "规章                0         0         0\n"
        "行政规              2         0         5\n范性文件\n"
        "信息内容          本年处理决定数量\n行政许可               12\n");
    EXPECT_EQ(state(report, "disclosure"), "2 split-cells");
    EXPECT_EQ(report.value("disclosure", "licences", "decisions"), "12");
}

TEST(Form, that_prose_stands_for_is_missing) {
    const Analyzed report(
        "四、政府信息公开行政复议、行政诉讼情况\n本年没有行政复议，未经复议直接起诉0件，复议后起诉0"
        "件。\n");
    EXPECT_EQ(state(report, "disputes"), "1");
}

TEST(Form, that_lost_a_row_was_read_all_the_same) {
    const std::string text = sample("2021");
    const std::size_t begin = text.find("（一）予以公开");
    ASSERT_NE(begin, std::string::npos);
    const std::size_t line = text.rfind('\n', begin) + 1;
    const std::size_t end = text.find('\n', begin) + 1;
    const Analyzed report(text.substr(0, line) + text.substr(end));
    EXPECT_EQ(state(report, "requests"), "0");
    EXPECT_EQ(report.field("requests", "granted", "total")->state,
              static_cast<std::uint32_t>(GOUJI_FIELD_MISSING));
}

TEST(Form, without_tables_everything_is_missing) {
    const Analyzed analyzed("云岭县水利局2023年政府信息公开工作年度报告\n一、总体情况\n无。\n");
    EXPECT_EQ(gouji::view(analyzed.model.summary.form_edition), "");
    ASSERT_EQ(analyzed.model.forms.size(), 3U);
    for (const gouji_form& form : analyzed.model.forms) {
        EXPECT_EQ(form.state, static_cast<std::uint32_t>(GOUJI_FORM_MISSING));
        EXPECT_EQ(form.table, GOUJI_NONE);
    }
    EXPECT_EQ(analyzed.value("requests", "total", "total"), "state 0");
}

}  // namespace
