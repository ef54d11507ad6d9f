#include "gouji/report/baseline_reader.hpp"

#include <fstream>
#include <iterator>

#include <nlohmann/json.hpp>

namespace gouji {
namespace {

using Json = nlohmann::json;

Level level_of(const Json& result) {
    const std::string level = result.value("level", "warning");
    return level == "error" ? Level::error : level == "note" ? Level::note : Level::warning;
}

/// The result without what speaks of the log it came from: indices into rules and artifacts.
Json uprooted(Json result) {
    for (const char* key :
         {"rule", "ruleIndex", "suppressions", "fixes", "relatedLocations", "guid"})
        result.erase(key);
    if (result.contains("message"))
        result["message"] = {{"text", result["message"].value("text", "")}};
    for (Json& location : result["locations"]) {
        if (location.contains("physicalLocation"))
            location["physicalLocation"]["artifactLocation"].erase("index");
    }
    result["baselineState"] = "absent";
    return result;
}

}  // namespace

Result<std::vector<BaselineEntry>> read_baseline(const std::string& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        return fail(file + "：读不到这份基线；先用 gouji baseline update 生成一份",
                    file + ": cannot read this baseline; make one with gouji baseline update");
    }
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    try {
        const Json log = Json::parse(text);
        std::vector<BaselineEntry> out;
        for (const Json& run : log.at("runs")) {
            for (const Json& result : run.value("results", Json::array())) {
                if (result.value("baselineState", "") == "absent") continue;
                BaselineEntry& entry = out.emplace_back();
                entry.rule = result.at("ruleId");
                entry.level = level_of(result);
                entry.fingerprint = result.at("partialFingerprints").at("goujiContext/v1");
                entry.detail = result.at("partialFingerprints").value("goujiDetail/v1", "");
                entry.uri = result.at("locations")
                                .at(0)
                                .at("physicalLocation")
                                .at("artifactLocation")
                                .at("uri");
                entry.result = uprooted(result).dump();
            }
        }
        return out;
    } catch (const Json::parse_error& error) {
        return fail(file + "：不是完整的 JSON（第 " + std::to_string(error.byte) +
                        " 字节处有误）；用 gouji baseline update 重新生成",
                    file + ": not whole JSON (wrong at byte " + std::to_string(error.byte) +
                        "); make it anew with gouji baseline update");
    } catch (const Json::exception& error) {
        return fail(file + "：不是 gouji 写的 SARIF（" + error.what() +
                        "）；用 gouji baseline update 重新生成",
                    file + ": not SARIF that gouji wrote (" + error.what() +
                        "); make it anew with gouji baseline update");
    }
}

}  // namespace gouji
