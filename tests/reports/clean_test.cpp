// Reports without a fault, in every layout: no finding, not even a note, and every figure is read
// as it was written.
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "reports/findings.hpp"
#include "sample/layout.hpp"
#include "sample/program.hpp"
#include "sample/report.hpp"

namespace gouji::reports {
namespace {

using nlohmann::json;
using sample::Layout;

constexpr std::uint32_t reports = 12;

class Clean : public testing::TestWithParam<Layout> {
protected:
    /// Writes a report and returns its file.
    [[nodiscard]] static std::string write(std::uint32_t seed, const sample::Report& report) {
        const std::filesystem::path folder = GOUJI_BUILD "/test-bin/reports.tmp";
        std::filesystem::create_directories(folder);
        const std::string name = std::to_string(seed) + "-" + std::string(sample::name(GetParam()));
        const std::filesystem::path file =
            folder / (name + std::string(sample::extension(GetParam())));
        std::ofstream(file, std::ios::binary) << sample::render(report, GetParam());
        return file;
    }
};

TEST_P(Clean, HasNoFinding) {
    for (std::uint32_t seed = 1; seed <= reports; ++seed) {
        const std::string file = write(seed, sample::make_report(seed));
        const Checked checked = check(file);
        ASSERT_EQ(checked.code, 0) << checked.err;
        for (const Found& found : checked.findings) {
            ADD_FAILURE() << file << ":" << found.line() << " " << found.rule << " " << found.level
                          << ": " << found.message;
        }
    }
}

TEST_P(Clean, IsReadAsItWasWritten) {
    for (std::uint32_t seed = 1; seed <= reports; ++seed) {
        const sample::Report report = sample::make_report(seed);
        const std::string file = write(seed, report);
        const sample::Outcome outcome =
            sample::run({GOUJI_BUILD "/bin/gouji", "model", file, "--format", "json"});
        const json model = json::parse(outcome.out, nullptr, false);
        ASSERT_FALSE(model.is_discarded()) << file << "\n" << outcome.out << outcome.err;

        EXPECT_EQ(model.at("agency"), report.agency) << file;
        EXPECT_EQ(model.at("year"), report.year) << file;
        EXPECT_EQ(model.at("edition"), report.edition) << file;
        EXPECT_EQ(model.at("period").at("from"), std::to_string(report.year) + "-01-01") << file;
        EXPECT_EQ(model.at("period").at("to"), std::to_string(report.year) + "-12-31") << file;
        const json& form = model.at("form");
        for (const auto& [row, counts] : report.requests) {
            for (std::size_t i = 0; i < counts.size(); ++i) {
                EXPECT_EQ(form.at("requests").at(row).at(sample::columns[i]), counts[i])
                    << file << " " << row << " " << sample::columns[i];
            }
        }
        constexpr const char* groups[] = {"review", "direct", "after_review"};
        constexpr const char* results[] = {"upheld", "corrected", "other", "pending", "total"};
        for (std::size_t group = 0; group < 3; ++group) {
            for (std::size_t i = 0; i < 5; ++i) {
                EXPECT_EQ(form.at("disputes").at(groups[group]).at(results[i]),
                          report.disputes[group][i])
                    << file << " " << groups[group] << " " << results[i];
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Office, Clean, testing::ValuesIn(sample::office_layouts),
                         [](const auto& test) { return std::string(sample::name(test.param)); });
INSTANTIATE_TEST_SUITE_P(Layouts, Clean, testing::ValuesIn(sample::layouts),
                         [](const auto& test) { return std::string(sample::name(test.param)); });

}  // namespace
}  // namespace gouji::reports
