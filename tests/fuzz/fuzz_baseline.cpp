// Any bytes as the SARIF log of an earlier run: its findings are matched and written as absent.
#include "gouji/output/baseline_log.hpp"

#include <nlohmann/json.hpp>

#include "fuzz/file_of.hpp"
#include "fuzz/target.hpp"

std::string gouji::fuzz::seed(std::uint32_t number) {
    const std::string result = R"({"ruleId":"dates/late","ruleIndex":0,"level":"error",
"message":{"id":"late","text":"晚了","arguments":["31"]},"baselineState":"new",
"locations":[{"physicalLocation":{"artifactLocation":{"uri":"a.txt"},
"region":{"startLine":3,"startColumn":5,"endLine":3,"endColumn":9}}}],
"partialFingerprints":{"gouji/context/v1":"0123456789abcdef","gouji/detail/v1":"0123456789abcdef"},
"properties":{"similarity":"0123456789abcdef"}})";
    std::string results = result;
    for (std::uint32_t i = 0; i < number % 3; ++i) results += "," + result;
    return R"({"version":"2.1.0","runs":[{"tool":{"driver":{"name":"gouji","version":"0.1.0",
"rules":[{"id":"dates/late","messageStrings":{"late":{"text":"晚了"}}}]}},"columnKind":"utf16CodeUnits",
"results":[)" +
           results + "]}]}";
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace gouji;
    const fuzz::FileOf file(std::string_view(reinterpret_cast<const char*>(data), size));
    auto log = BaselineLog::open(file.path());
    if (!log) return 0;
    const std::vector<std::string> uris{"a.txt", "b.txt"};
    const auto baseline = log->read(uris);
    if (!baseline) {
        fuzz::demand(!baseline.error().zh.empty(), "a refusal has words");
        return 0;
    }
    log->absent(
        {}, [](std::string_view, std::string_view) { return std::optional<std::uint32_t>(0); },
        [](std::string_view result) {
            fuzz::demand(nlohmann::json::accept(result), "an absent result is JSON");
        });
    return 0;
}
