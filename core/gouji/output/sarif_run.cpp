#include "gouji/output/sarif_run.hpp"

#include "gouji/base/version.hpp"
#include "gouji/output/flat.hpp"
#include "gouji/output/notice_descriptor.hpp"
#include "gouji/output/sarif_result.hpp"
#include "gouji/output/sarif_rules.hpp"
#include "gouji/output/uri.hpp"
#include "gouji/output/words.hpp"

#include <algorithm>
#include <iterator>

namespace gouji {
namespace {

/// What the SARIF format says of itself, in the order of SarifRemark::Kind.
const NoticeDescriptor remark_descriptors[] = {
    {"gouji/continued",
     "ContinuedInNextRun",
     "note",
     {"结果太多，分在几个 run 里。", "The results are spread over several runs."},
     {"读取时请处理文件中的每个 run。", "Read every run of the file."}},
    {"gouji/related-left-out",
     "RelatedLocationsLeftOut",
     "note",
     {"一条结果的相关位置太多，只写出一部分。",
      "A result has more related places than are written."},
     {"全部位置见 --format text 或 html。", "--format text and html have them all."}},
    {"gouji/consumer-limits",
     "ConsumerLimitsExceeded",
     "warning",
     {"文件超出 GitHub 接收的上限。", "The file is larger than what GitHub takes."},
     {"分文件夹分别检查、分别上传。", "Check and upload folder by folder."}},
};

/// All of them, notices first: an index into this is an index into the driver's notifications.
const NoticeDescriptor& descriptor_at(std::size_t index) {
    return index < Notice::kinds ? descriptor_of(static_cast<Notice::Kind>(index))
                                 : remark_descriptors[index - Notice::kinds];
}

/// The folder that all inputs lie in, as results write paths: “reports/2023/”; "" when there is
/// none below the working folder.
std::string shared_folder(std::span<const Input> inputs) {
    std::optional<std::string> out;
    for (const Input& input : inputs) {
        const std::string path = result_path(input.name);
        const std::string folder = path.substr(0, path.rfind('/') + 1);
        if (!out) out = folder;
        std::size_t same = 0;
        while (same < out->size() && same < folder.size() && (*out)[same] == folder[same]) ++same;
        out->resize(out->substr(0, same).rfind('/') + 1);
    }
    return out && !out->starts_with('/') && !out->starts_with("../") ? *out : std::string();
}

}  // namespace

SarifRun::SarifRun(const RunView& run)
    : run_(&run),
      catalogue_(&run.context.catalogue),
      base_(current_folder()),
      folder_(shared_folder(run.inputs)),
      checkout_(current_checkout()) {
    if (checkout_) base_ = folder_uri(checkout_->root);
}

void SarifRun::write_head(Json& json, unsigned part) const {
    json.begin_object().key("tool").begin_object();
    write_driver(json);
    json.key("extensions").begin_array();
    for (const Component& component : catalogue_->components()) {
        json.line();
        write_component(json, component, run_->language);
    }
    json.end_array().end_object();
    json.member("language", pick(run_->language, "zh-CN", "en-US"));
    write_automation(json, part);
    json.member("columnKind", "utf16CodeUnits").member("defaultEncoding", "UTF-8");
    json.key("newlineSequences").begin_array();
    for (const char* end : {"\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029"}) json.value(end);
    json.end_array();
    json.key("originalUriBaseIds").begin_object();
    json.key("SRCROOT").begin_object().member("uri", base_).end_object().end_object();
    write_provenance(json);
    json.key("results").begin_array();
}

void SarifRun::write_tail(Json& json, std::span<const SarifArtifact> artifacts,
                          std::span<const Notice> notices, std::span<const SarifRemark> remarks,
                          const RunSummary* summary) const {
    write_artifacts(json, artifacts);
    json.line().key("invocations").begin_array().begin_object();
    json.member("executionSuccessful", summary == nullptr || summary->exit_code < 2);
    if (summary != nullptr) json.member("exitCode", summary->exit_code);
    json.member("startTimeUtc", run_->started);
    if (summary != nullptr) json.member("endTimeUtc", summary->ended);
    json.key("workingDirectory").begin_object().member("uri", current_folder()).end_object();
    write_overrides(json);
    for (const bool configuration : {true, false}) {
        json.key(configuration ? "toolConfigurationNotifications" : "toolExecutionNotifications")
            .begin_array();
        for (const Notice& notice : notices) {
            const bool of_configuration = notice.kind == Notice::Kind::refused ||
                                          notice.kind == Notice::Kind::suppression ||
                                          notice.kind == Notice::Kind::ignored_config ||
                                          notice.kind == Notice::Kind::deprecated;
            if (of_configuration == configuration) write_notice(json, notice);
        }
        if (!configuration) {
            for (const SarifRemark& remark : remarks) write_remark(json, remark);
        }
        json.end_array();
    }
    json.end_object().end_array().end_object();
}

void SarifRun::write_driver(Json& json) const {
    const Language language = run_->language;
    json.key("driver").begin_object().member("name", "gouji");
    json.member("fullName", std::string("gouji ") + version);
    json.member("version", version).member("semanticVersion", version);
    json.member("informationUri", home).member("language", pick(run_->language, "zh-CN", "en-US"));
    json.key("shortDescription").begin_object();
    json.member("text", pick(language, "政府信息公开工作年度报告检查工具。",
                             "A linter for annual reports on open government information."));
    json.end_object();
    write_rules(json, *catalogue_, language);
    json.key("notifications").begin_array();
    for (std::size_t i = 0; i < Notice::kinds + std::size(remark_descriptors); ++i) {
        const NoticeDescriptor& each = descriptor_at(i);
        json.begin_object().member("id", each.id).member("name", each.name);
        for (const char* key : {"shortDescription", "fullDescription"}) {
            json.key(key)
                .begin_object()
                .member("text", each.short_description.in(language))
                .end_object();
        }
        json.key("help").begin_object().member("text", each.help.in(language)).end_object();
        json.key("defaultConfiguration").begin_object().member("level", each.level).end_object();
        json.end_object();
    }
    json.end_array().end_object();
}

/// A folder outside of every checkout stands for itself: readers want to know what relative paths
/// are relative to.
void SarifRun::write_provenance(Json& json) const {
    json.key("versionControlProvenance").begin_array().begin_object();
    json.member("repositoryUri", checkout_ ? checkout_->repository : base_);
    if (checkout_ && !checkout_->revision.empty()) json.member("revisionId", checkout_->revision);
    if (checkout_ && !checkout_->branch.empty()) json.member("branch", checkout_->branch);
    json.key("mappedTo").begin_object().member("uriBaseId", "SRCROOT").end_object();
    json.end_object().end_array();
}

/// What stays the same from run to run of the same folder: GitHub keeps two uploads apart by it.
void SarifRun::write_automation(Json& json, unsigned part) const {
    const std::string id =
        "gouji/" + folder_ + (part > 1 ? "part-" + std::to_string(part) + "/" : std::string());
    json.key("automationDetails").begin_object().member("id", id);
    json.key("description").begin_object();
    json.member("text", pick(run_->language, "年度报告检查。", "Check of annual reports."));
    json.end_object().end_object();
}

namespace {

std::string_view mime_type_of_converted(std::string_view uri) {
    std::string end(uri.substr(uri.size() - std::min<std::size_t>(uri.size(), 4)));
    for (char& c : end) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (end == ".odt") return "application/vnd.oasis.opendocument.text";
    if (end == ".rtf") return "application/rtf";
    return end == ".wps" ? "application/vnd.ms-works" : "application/msword";
}

std::string_view mime_type(ContainerKind kind, std::string_view uri) {
    if (kind == ContainerKind::html) return "text/html";
    if (kind == ContainerKind::docx) {
        return uri.ends_with(".docm")
                   ? "application/vnd.ms-word.document.macroEnabled.12"
                   : "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    }
    return uri.ends_with(".md") ? "text/markdown" : "text/plain";
}

}  // namespace

void SarifRun::write_artifacts(Json& json, std::span<const SarifArtifact> artifacts) const {
    json.key("artifacts").begin_array();
    for (const SarifArtifact& artifact : artifacts) {
        const std::string uri = result_uri(run_->inputs[artifact.file], base_);
        json.line().begin_object().key("location").begin_object().member("uri", uri);
        if (!uri.starts_with("file:")) json.member("uriBaseId", "SRCROOT");
        json.end_object();
        json.key("roles").begin_array().value("analysisTarget").end_array();
        if (const auto& source = artifact.source) {
            json.member("mimeType", run_->inputs[artifact.file].converted.empty()
                                        ? mime_type(source->kind, uri)
                                        : mime_type_of_converted(uri));
            if (source->kind != ContainerKind::docx)
                json.member("encoding", name(source->encoding));
            json.member("length", source->bytes);
            if (source->digest) {
                json.key("hashes").begin_object();
                json.member("sha-256", hexadecimal(*source->digest)).end_object();
            }
        }
        json.end_object();
    }
    json.end_array();
}

/// Rules whose level or use is not what their descriptors say, the same for all files. Where it
/// differs from folder to folder, the results' own levels tell.
void SarifRun::write_overrides(Json& json) const {
    const auto resolved_configs = run_->context.resolved_configs;
    bool any = false;
    for (std::uint32_t i = 0; i < catalogue_->rules().size() && !resolved_configs.empty(); ++i) {
        const Page& page = catalogue_->rules()[i].page;
        const auto held = [&](const ResolvedConfig& resolved_config) {
            const Setting& setting = resolved_config.profile[i];
            return std::pair(setting.on, setting.level.value_or(page.level));
        };
        const auto [on, level] = held(resolved_configs.front());
        const bool everywhere =
            std::all_of(resolved_configs.begin(), resolved_configs.end(),
                        [&, first = held(resolved_configs.front())](const ResolvedConfig& each) {
                            return held(each) == first;
                        });
        if (!everywhere || (on == page.enabled && level == page.level)) continue;
        if (!std::exchange(any, true)) json.key("ruleConfigurationOverrides").begin_array();
        json.line().begin_object();
        write_rule_reference(json, "descriptor", *catalogue_, i);
        json.key("configuration").begin_object().member("enabled", on);
        if (level != Level::off) json.member("level", level_name(level));
        json.end_object().end_object();
    }
    if (any) json.end_array();
}

void SarifRun::write_notice(Json& json, const Notice& notice) const {
    const auto index = static_cast<std::size_t>(notice.kind);
    json.line().begin_object().key("descriptor").begin_object();
    json.member("id", descriptor_at(index).id).member("index", index).end_object();
    json.member("level", level_of(notice));
    json.key("message").begin_object().member("text", notice.what.in(run_->language)).end_object();
    if (notice.rule) write_rule_reference(json, "associatedRule", *catalogue_, *notice.rule);
    if (notice.file) {
        json.key("locations").begin_array().begin_object().key("physicalLocation").begin_object();
        write_artifact_location(json, {result_uri(run_->inputs[*notice.file], base_)});
        json.end_object().end_object().end_array();
    }
    json.end_object();
}

void SarifRun::write_remark(Json& json, const SarifRemark& remark) const {
    const std::size_t index = Notice::kinds + static_cast<std::size_t>(remark.kind);
    json.line().begin_object().key("descriptor").begin_object();
    json.member("id", descriptor_at(index).id).member("index", index).end_object();
    json.member("level", descriptor_at(index).level);
    json.key("message").begin_object().member("text", remark.words.in(run_->language)).end_object();
    json.end_object();
}

}  // namespace gouji
