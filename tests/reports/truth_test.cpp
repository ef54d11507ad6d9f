// Real reports that stand beside the project, and what is known to be wrong in them. They are not
// part of it: where they are missing these tests are skipped.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "reports/findings.hpp"

namespace gouji::reports {
namespace {

/// file, line, category, rule-id, severity (none: a trap), excerpt, why
struct Truth {
    std::string file;
    std::vector<std::pair<int, int>> lines;
    std::string rule;
    bool trap;
    bool arguable;
    std::string excerpt;
};

std::vector<std::pair<int, int>> read_lines(const std::string& text) {
    std::vector<std::pair<int, int>> lines;
    std::istringstream parts(text);
    for (std::string part; std::getline(parts, part, ',');) {
        const auto dash = part.find('-');
        const int first = std::stoi(part);
        lines.emplace_back(first,
                           dash == std::string::npos ? first : std::stoi(part.substr(dash + 1)));
    }
    return lines;
}

/// One line off is still there.
bool near(const std::vector<std::pair<int, int>>& a, const std::vector<std::pair<int, int>>& b) {
    return std::any_of(a.begin(), a.end(), [&](const auto& one) {
        return std::any_of(b.begin(), b.end(), [&](const auto& other) {
            return one.first <= other.second + 1 && other.first - 1 <= one.second;
        });
    });
}

std::string category(const std::string& rule) { return rule.substr(0, rule.find('/')); }

class RealReports : public testing::Test {
protected:
    void SetUp() override {
        const char* elsewhere = std::getenv("GOUJI_REAL_REPORTS");
        const std::filesystem::path folder =
            elsewhere != nullptr ? elsewhere : GOUJI_ROOT "/../shared";
        if (!std::filesystem::exists(folder / "reports-truth.tsv"))
            GTEST_SKIP() << "skipped: no real reports here";
        for (const auto& row : read_table(folder / "reports-truth.tsv")) {
            truths_.push_back({row.at(0), read_lines(row.at(1)), row.at(3), row.at(4) == "none",
                               row.at(6).find("可商榷") != std::string::npos, row.at(5)});
        }
        for (const auto& entry : std::filesystem::directory_iterator(folder / "reports")) {
            checked_[entry.path().filename()] = check(entry.path());
        }
        ASSERT_FALSE(checked_.empty());
    }

    std::vector<Truth> truths_;
    std::map<std::string, Checked> checked_;
};

TEST_F(RealReports, EveryKnownDefectOfARuleWeHaveIsFound) {
    for (const Truth& truth : truths_) {
        const Checked& checked = checked_.at(truth.file);
        if (truth.trap || truth.arguable || !checked.rules.contains(truth.rule)) continue;
        const bool anywhere =
            truth.rule == "structure/missing-chapter";  // it has no place of its own
        EXPECT_TRUE(std::any_of(checked.findings.begin(), checked.findings.end(),
                                [&](const Found& found) {
                                    return category(found.rule) == category(truth.rule) &&
                                           (anywhere || near(found.lines, truth.lines));
                                }))
            << truth.file << ":" << truth.lines.front().first << " " << truth.rule << " "
            << truth.excerpt;
    }
}

TEST_F(RealReports, NoTrapSnaps) {
    for (const Truth& truth : truths_) {
        if (!truth.trap) continue;
        for (const Found& found : checked_.at(truth.file).findings) {
            EXPECT_FALSE(found.level != "note" && found.rule == truth.rule &&
                         near(found.lines, truth.lines))
                << truth.file << ":" << found.line() << " " << found.rule << ": " << found.message;
        }
    }
}

TEST_F(RealReports, NoAlarmWhereNothingIsWrong) {
    for (const auto& [file, checked] : checked_) {
        for (const Found& found : checked.findings) {
            if (found.level == "note") continue;
            EXPECT_TRUE(std::any_of(truths_.begin(), truths_.end(),
                                    [&, &name = file](const Truth& truth) {
                                        return truth.file == name && !truth.trap &&
                                               near(found.lines, truth.lines);
                                    }))
                << file << ":" << found.line() << " " << found.rule << ": " << found.message;
        }
    }
}

}  // namespace
}  // namespace gouji::reports
