// The same report as text and as a Word document or a page: the same model and, with faults in it,
// the same findings.
#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "sample/faults.hpp"
#include "sample/layout.hpp"
#include "sample/program.hpp"
#include "sample/report.hpp"

namespace gouji::reports {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using sample::Layout;

constexpr std::uint32_t seeds = 200;

/// Every report in the text layout and in every office layout, and what gouji says of all of them.
class Office : public testing::Test {
protected:
    using Files = std::array<std::string, 1 + sample::office_layouts.size()>;  ///< the text first

    Office() : folder_(fs::temp_directory_path() / ("gouji-office-" + std::to_string(getpid()))) {
        fs::create_directories(folder_);
    }
    ~Office() override { fs::remove_all(folder_); }

    Files write(std::uint32_t seed, const sample::Report& report) {
        Files out;
        for (std::size_t i = 0; i < out.size(); ++i) {
            const Layout layout = i == 0 ? Layout::tabbed : sample::office_layouts[i - 1];
            std::string name = std::to_string(seed) + "-";
            name.append(sample::name(layout)).append(sample::extension(layout));
            std::ofstream(folder_ / name, std::ios::binary) << sample::render(report, layout);
            out[i] = folder_ / name;
            list_ += out[i] + "\n";
        }
        return out;
    }

    /// What a command prints for all files written so far.
    std::string run(std::vector<std::string> words) {
        std::ofstream(folder_ / "list") << list_;
        words.insert(words.begin(), GOUJI_BUILD "/bin/gouji");
        words.push_back("@" + (folder_ / "list").string());
        const sample::Outcome outcome = sample::run(words);
        EXPECT_LT(outcome.code, 2) << outcome.err;
        return outcome.out;
    }

private:
    fs::path folder_;
    std::string list_;
};

/// What every layout of a report says alike: not its text, and where things stand.
json without_text(const json& model) {
    json out;
    for (const char* key :
         {"agency", "year", "edition", "period", "signed", "chapters", "form", "tables"})
        out[key] = model.at(key);
    return out;
}
void forget_places(json& value) {
    if (value.is_object()) {
        for (const char* key : {"line", "region", "span", "heading", "body"}) value.erase(key);
    }
    for (json& child : value) {
        if (child.is_structured()) forget_places(child);
    }
}

TEST_F(Office, HasTheModelOfTheText) {
    std::vector<Files> all;
    for (std::uint32_t seed = 1; seed <= seeds; ++seed)
        all.push_back(write(seed, sample::make_report(seed)));
    std::istringstream out(run({"model", "--format", "json"}));
    for (const Files& files : all) {
        json text;
        for (const std::string& file : files) {
            json model;
            ASSERT_NO_THROW(out >> model) << file;
            model = without_text(model);
            forget_places(model);
            if (text.is_null()) text = model;
            ASSERT_EQ(model, text) << file << "\n" << json::diff(text, model).dump(1);
        }
    }
}

/// What each file's results say, without their places in the file.
std::map<std::string, std::vector<std::string>> findings(const std::string& sarif) {
    std::map<std::string, std::vector<std::string>> out;
    const json log = json::parse(sarif, nullptr, false);
    if (log.is_discarded()) return out;
    for (const json& result : log.at("/runs/0/results"_json_pointer)) {
        const json& place = result.at("locations").at(0);
        const std::string uri = place.at("/physicalLocation/artifactLocation/uri"_json_pointer);
        out[uri.substr(uri.rfind('/') + 1)].push_back(
            result.at("ruleId").get<std::string>() + " " +
            result.at("/message/text"_json_pointer).get<std::string>() + " " +
            place.value("logicalLocations", json::array()).dump());
    }
    return out;
}

TEST_F(Office, HasTheFindingsOfTheText) {
    std::vector<Files> all;
    for (std::uint32_t seed = 1; seed <= seeds; ++seed) {
        sample::Report report = sample::make_report(seed);
        sample::plant_faults(report, seed);
        all.push_back(write(seed, report));
    }
    const auto of_file = findings(run({"check", "--format", "sarif"}));
    const auto in = [&](const std::string& file) {
        const auto at = of_file.find(fs::path(file).filename());
        return at == of_file.end() ? std::vector<std::string>() : at->second;
    };
    std::size_t found = 0;
    for (const Files& files : all) {
        for (const std::string& file : files) ASSERT_EQ(in(file), in(files.front())) << file;
        found += in(files.front()).size();
    }
    EXPECT_GT(found, seeds);
}

}  // namespace
}  // namespace gouji::reports
