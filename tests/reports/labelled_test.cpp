// Our own reports with known faults: what is found is exactly what the table lists, notes too.
#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "reports/findings.hpp"

namespace gouji::reports {
namespace {

namespace fs = std::filesystem;
const std::string folder = GOUJI_ROOT "/tests/reports/";

/// A finding as the test compares it; the line is “none” where the finding has no place.
std::string shown(const std::string& line, const std::string& rule, const std::string& level) {
    return line + " " + rule + " " + level;
}

class Labelled : public testing::TestWithParam<std::string> {};

TEST_P(Labelled, FindsWhatIsWrongAndNothingElse) {
    std::vector<std::string> expected;
    for (const auto& row : read_table(folder + "expected.tsv")) {
        if (row.at(0) == GetParam()) expected.push_back(shown(row.at(1), row.at(2), row.at(3)));
    }
    const Checked checked = check(folder + GetParam());
    ASSERT_LE(checked.code, std::string(GetParam()) == "labelled/no-report.txt" ? 2 : 1)
        << checked.err;
    std::vector<std::string> found;
    for (const Found& one : checked.findings) {
        const std::string line = one.lines.empty() ? "none" : std::to_string(one.line());
        found.push_back(shown(line, one.rule, one.level));
    }
    std::sort(expected.begin(), expected.end());
    std::sort(found.begin(), found.end());
    EXPECT_EQ(found, expected);
}

std::vector<std::string> files() {
    std::vector<std::string> names;
    for (const char* part : {"demo", "labelled"}) {
        for (const auto& entry : fs::directory_iterator(folder + part)) {
            const std::string extension = entry.path().extension();
            if (extension == ".txt" || extension == ".md") {
                names.push_back(fs::path(part) / entry.path().filename());
            }
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

INSTANTIATE_TEST_SUITE_P(Reports, Labelled, testing::ValuesIn(files()), [](const auto& test) {
    std::string name = test.param;
    std::replace_if(
        name.begin(), name.end(), [](char c) { return !isalnum(static_cast<unsigned char>(c)); },
        '_');
    return name;
});

TEST(Labelled, HasAFileForEveryLineOfTheTable) {
    const std::vector<std::string> names = files();
    for (const auto& row : read_table(folder + "expected.tsv")) {
        EXPECT_NE(std::find(names.begin(), names.end(), row.at(0)), names.end()) << row.at(0);
    }
}

TEST(Labelled, ATextThatIsNoReportGetsNoFindingAtAll) {
    const Checked checked = check(folder + "labelled/no-report.txt");
    EXPECT_EQ(checked.code, 2);
    EXPECT_EQ(check(folder + "labelled/no-report.txt", {"--allow-non-reports"}).code, 0);
    EXPECT_TRUE(checked.findings.empty());
}

}  // namespace
}  // namespace gouji::reports
