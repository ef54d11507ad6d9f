// Our own reports with known faults: found are exactly these.
#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "reports/findings.hpp"

namespace gouji::reports {
namespace {

namespace fs = std::filesystem;
const std::string folder = GOUJI_ROOT "/tests/reports/";

struct Expected {
    std::string line;
    std::string rule;
    std::string level;
};

bool fits(const Expected& expected, const Found& found) {
    return expected.rule == found.rule && expected.level == found.level &&
           (expected.line == "*" || expected.line == std::to_string(found.line()));
}

class Labelled : public testing::TestWithParam<std::string> {};

TEST_P(Labelled, FindsWhatIsWrongAndNothingElse) {
    std::vector<Expected> expected;
    for (const auto& row : read_table(folder + "expected.tsv")) {
        if (row.at(0) == GetParam()) expected.push_back({row.at(1), row.at(2), row.at(3)});
    }
    const Checked checked = check(folder + GetParam());
    ASSERT_LE(checked.code, 1) << checked.err;
    for (const Expected& one : expected) {
        EXPECT_TRUE(std::any_of(checked.findings.begin(), checked.findings.end(),
                                [&](const Found& found) { return fits(one, found); }))
            << "not found: line " << one.line << " " << one.rule << " " << one.level;
    }
    for (const Found& found : checked.findings) {
        if (found.level == "note") continue;
        EXPECT_TRUE(std::any_of(expected.begin(), expected.end(),
                                [&](const Expected& one) { return fits(one, found); }))
            << "not expected: line " << found.line() << " " << found.rule << " " << found.level
            << ": " << found.message;
    }
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
    EXPECT_EQ(checked.code, 0);
    EXPECT_TRUE(checked.findings.empty());
}

}  // namespace
}  // namespace gouji::reports
