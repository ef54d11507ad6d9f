#include "reports/findings.hpp"

#include <fstream>

#include <nlohmann/json.hpp>

#include "sample/program.hpp"

namespace gouji::reports {
namespace {

using nlohmann::json;

void add_places(const json& result, const char* key, Found& found) {
    for (const json& location : result.value(key, json::array())) {
        const json region = location.value("/physicalLocation/region"_json_pointer, json::object());
        const int first = region.value("startLine", 0);
        if (first > 0) found.lines.emplace_back(first, region.value("endLine", first));
    }
}

void add_rules(const json& component, std::set<std::string>& rules) {
    for (const json& rule : component.value("rules", json::array())) rules.insert(rule.at("id"));
}

}  // namespace

Checked check(const std::string& file, const std::vector<std::string>& options) {
    std::vector<std::string> command = {GOUJI_BUILD "/bin/gouji", "check", file, "--format",
                                        "sarif"};
    command.insert(command.end(), options.begin(), options.end());
    const sample::Outcome outcome = sample::run(command);
    Checked checked{outcome.code, outcome.err, {}, {}};
    const json log = json::parse(outcome.out, nullptr, false);
    if (log.is_discarded()) return checked;
    for (const json& run : log.at("runs")) {
        add_rules(run.at("tool").at("driver"), checked.rules);
        for (const json& plugin : run.at("tool").value("extensions", json::array()))
            add_rules(plugin, checked.rules);
        for (const json& result : run.value("results", json::array())) {
            Found found{
                result.at("ruleId"), result.at("level"), {}, result.at("message").at("text")};
            add_places(result, "locations", found);
            add_places(result, "relatedLocations", found);
            checked.findings.push_back(std::move(found));
        }
    }
    return checked;
}

std::vector<std::vector<std::string>> read_table(const std::string& file) {
    std::vector<std::vector<std::string>> table;
    std::ifstream in(file);
    bool heading = true;
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line.front() == '#') continue;
        if (std::exchange(heading, false)) continue;
        std::vector<std::string> cells(1);
        for (const char c : line) {
            if (c == '\t') {
                cells.emplace_back();
            } else {
                cells.back() += c;
            }
        }
        table.push_back(std::move(cells));
    }
    return table;
}

}  // namespace gouji::reports
