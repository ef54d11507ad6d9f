#include "gouji/output/baseline_log.hpp"

#include "gouji/base/system_error.hpp"

#include <cerrno>
#include <map>

#include <nlohmann/json.hpp>
#include <sys/stat.h>

namespace gouji {
namespace {

using Json = nlohmann::json;

Level level_of(const Json& result) {
    const std::string level = result.value("level", "warning");
    return level == "error" ? Level::error : level == "note" ? Level::note : Level::warning;
}

/// The result without what speaks of the log it came from: indices into rules and artifacts. Its
/// message keeps its id where that still means something.
Json uprooted(Json result, const BaselineLog::RuleIndex& rule) {
    for (const char* key :
         {"rule", "ruleIndex", "suppressions", "fixes", "relatedLocations", "guid"})
        result.erase(key);
    Json& message = result["message"];
    const std::string id = message.value("id", "");
    const auto index = rule(result.value("ruleId", ""), id);
    if (index) result["ruleIndex"] = *index;
    if (!index || id.empty()) message = {{"text", message.value("text", "")}};
    for (Json& location : result["locations"]) {
        if (location.contains("physicalLocation"))
            location["physicalLocation"]["artifactLocation"].erase("index");
    }
    result["baselineState"] = "absent";
    return result;
}

/// Calls `each` with every result of a log and keeps none of them.
template <class Each>
void each_result(std::FILE* file, const Each& each) {
    std::rewind(file);
    // Where in the tree: {"runs": [{"results": [{…}]}]}.
    constexpr int of_log = 1;
    constexpr int of_run = 3;
    constexpr int result = 4;
    std::string in_log;
    std::string in_run;
    bool runs = false;
    const auto keep = [&](int depth, Json::parse_event_t event, Json& parsed) {
        if (event == Json::parse_event_t::key && depth == of_log) {
            in_log = parsed.get<std::string>();
            runs = runs || in_log == "runs";
            return in_log == "runs";
        }
        if (event == Json::parse_event_t::key && depth == of_run) {
            in_run = parsed.get<std::string>();
            return in_run == "results";
        }
        if (event == Json::parse_event_t::object_end && depth == result && in_log == "runs" &&
            in_run == "results") {
            if (parsed.value("baselineState", "") != "absent") each(std::move(parsed));
            return false;
        }
        return true;
    };
    const Json log = Json::parse(file, keep);
    if (!runs || !log.is_object() || !log.at("runs").is_array())
        static_cast<void>(Json::object().at("runs"));
}

Result<BaselineEntry> entry_of(const Json& result) {
    BaselineEntry out;
    const Json& prints = result.at("partialFingerprints");
    const std::string context = prints.at("goujiContext/v1");
    if (!out.set_context(context)) return fail(context, context);
    out.set_detail(prints.value("goujiDetail/v1", ""));
    out.similarity_key = SimilarityKey::parse(prints.value("goujiLikeness/v1", ""));
    out.level = level_of(result);
    return out;
}

Failure no_sarif(const std::string& file, const Localized& why) {
    return fail(
        file + "：不是 gouji 写的 SARIF（" + why.zh + "）；用 gouji baseline update 重新生成",
        file + ": not SARIF that gouji wrote (" + why.en +
            "); make it anew with gouji baseline update");
}

}  // namespace

Result<BaselineLog> BaselineLog::open(const std::string& path) {
    const auto unreadable = [&](int error) {
        const Localized why = system_words(error);
        return fail(
            path + "：读不到这份基线（" + why.zh + "）；先用 gouji baseline update 生成一份",
            path + ": cannot read this baseline (" + why.en +
                "); make one with gouji baseline update");
    };
    Handle file(std::fopen(path.c_str(), "rb"));
    if (!file) return unreadable(errno);
    struct stat status {};
    if (::fstat(::fileno(file.get()), &status) != 0) return unreadable(errno);
    if (S_ISDIR(status.st_mode)) return unreadable(EISDIR);
    if (S_ISREG(status.st_mode)) return BaselineLog(path, std::move(file));
    Handle copy(std::tmpfile());
    if (!copy) return unreadable(errno);
    char bytes[1U << 14U];
    while (const std::size_t got = std::fread(bytes, 1, sizeof bytes, file.get())) {
        if (std::fwrite(bytes, 1, got, copy.get()) != got) return unreadable(errno);
    }
    if (std::fflush(copy.get()) != 0) return unreadable(errno);
    return BaselineLog(path, std::move(copy));
}

Result<Baseline> BaselineLog::read(std::span<const std::string> current) {
    std::vector<BaselineEntry> entries;
    std::vector<std::string> files;
    std::map<std::string, std::uint32_t> numbers;
    std::string bad;
    try {
        each_result(file_.get(), [&](const Json& result) {
            auto entry = entry_of(result);
            if (!entry) {
                if (bad.empty()) bad = "goujiContext/v1: " + entry.error().zh;
                return;
            }
            const std::string uri = result.at("locations")
                                        .at(0)
                                        .at("physicalLocation")
                                        .at("artifactLocation")
                                        .at("uri");
            const auto [found, fresh] =
                numbers.try_emplace(uri, static_cast<std::uint32_t>(files.size()));
            if (fresh) files.push_back(uri);
            entry->file = found->second;
            entries.push_back(*entry);
        });
    } catch (const Json::parse_error& error) {
        return fail(path_ + "：不是完整的 JSON（第 " + std::to_string(error.byte) +
                        " 字节处有误）；用 gouji baseline update 重新生成",
                    path_ + ": not whole JSON (wrong at byte " + std::to_string(error.byte) +
                        "); make it anew with gouji baseline update");
    } catch (const Json::exception&) {
        const std::string number = std::to_string(entries.size() + 1);
        return no_sarif(path_,
                        {"第 " + number + " 条结果缺少 gouji 写的成员，或没有 runs",
                         "result " + number + " lacks what gouji writes, or there are no runs"});
    }
    if (!bad.empty()) return no_sarif(path_, {"指纹 " + bad + " 有误", "wrong fingerprint " + bad});
    return Baseline(std::move(entries), files, current);
}

void BaselineLog::absent(const std::vector<bool>& met, const RuleIndex& rule,
                         const std::function<void(std::string_view)>& write) const {
    try {
        std::size_t index = 0;
        each_result(file_.get(), [&](Json&& result) {
            const std::size_t at = index++;
            if (at < met.size() && !met[at]) write(uprooted(std::move(result), rule).dump());
        });
    } catch (const Json::exception&) {
        // It was whole when it was read: somebody is writing into it now.
    }
}

}  // namespace gouji
