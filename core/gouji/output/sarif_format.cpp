#include "gouji/json/json.hpp"
#include "gouji/output/format.hpp"
#include "gouji/output/sarif_result.hpp"
#include "gouji/output/sarif_run.hpp"
#include "gouji/output/uri.hpp"

#include <algorithm>

namespace gouji {
namespace {

constexpr std::string_view schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

// GitHub refuses a file that has more than this.
constexpr std::uint64_t results_of_a_run = 25'000;
constexpr unsigned runs_of_a_file = 20;
// 10 MB when compressed; SARIF text compresses to about a tenth.
constexpr std::uint64_t bytes_of_a_file = 100'000'000;

/// SARIF 2.1.0. Results are written as they come; what follows them (artifacts, the invocation) is
/// short. Results beyond what consumers take in one run go into a further run of the file.
class SarifFormat final : public Format {
public:
    explicit SarifFormat(const RunView& run)
        : run_(&run),
          around_(run),
          notices_(run.notices),
          met_(run.context.baseline != nullptr ? run.context.baseline->size() : 0) {}

    void begin(const Write& write) override {
        std::string out;
        Json json(out);
        json.begin_object().member("$schema", schema).member("version", "2.1.0");
        json.key("runs").begin_array();
        around_.write_head(json, part_);
        counted(out, write);
    }

    void render(const AnalyzedReport& analyzed, std::uint32_t file,
                const Write& write) const override {
        if (analyzed.diagnostics.empty()) return;
        const std::string uri = result_uri(run_->inputs[file], around_.base());
        sarif_results(analyzed, *run_, {uri}, write);
    }

    void deliver(const ReportResult& delivery, const Pieces& rendered,
                 const Write& write) override {
        if (!run_->inputs[delivery.file].skipped &&
            (artifacts_.empty() || artifacts_.back().file != delivery.file))
            artifacts_.push_back({delivery.file, delivery.source});
        for (const std::uint32_t entry : delivery.met) met_[entry] = true;
        notices_.insert(notices_.end(), delivery.notices.begin(), delivery.notices.end());
        rendered([&](std::string_view result) {
            add(result, artifacts_.back(), write);
            related_left_out_ = related_left_out_ || delivery.most_related > sarif_related;
        });
    }

    void end(const RunSummary& summary, const Write& write) override {
        notices_.insert(notices_.end(), summary.notices.begin(), summary.notices.end());
        if (run_->baseline != nullptr) {
            const auto rules = run_->context.catalogue.rules();
            const auto index = [&](std::string_view id,
                                   std::string_view message) -> std::optional<std::uint32_t> {
                const auto found = std::find_if(rules.begin(), rules.end(), [&](const Rule& rule) {
                    return rule.page.id == id &&
                           (message.empty() || rule.page.message(message) != nullptr);
                });
                if (found == rules.end()) return std::nullopt;
                return static_cast<std::uint32_t>(found - rules.begin());
            };
            run_->baseline->absent(met_, index, [&](std::string_view result) {
                add(",\n" + std::string(result), std::nullopt, write);
            });
        }
        remark_related();
        if (part_ > runs_of_a_file || bytes_ > bytes_of_a_file) {
            remarks_.push_back({SarifRemark::Kind::limits,
                                {"文件有 " + std::to_string(part_) + " 个 run、" +
                                     std::to_string(bytes_ / 1'000'000) +
                                     " MB；GitHub 最多接收 20 个 run、压缩后 10 MB",
                                 "the file has " + std::to_string(part_) + " runs and " +
                                     std::to_string(bytes_ / 1'000'000) +
                                     " MB; GitHub takes up to 20 runs and 10 MB when compressed"}});
        }
        std::string out;
        close_run(out, &summary);
        write(out + "]}\n");
    }

private:
    void counted(std::string_view piece, const Write& write) {
        bytes_ += piece.size();
        write(piece);
    }

    /// A result as sarif_results() writes it, in this run or, when this is full, in the next.
    void add(std::string_view result, std::optional<SarifArtifact> artifact, const Write& write) {
        if (results_ == results_of_a_run) counted(next_run(artifact), write);
        if (results_++ == 0) result.remove_prefix(1);  // the comma
        counted(result, write);
    }

    std::string next_run(const std::optional<SarifArtifact>& artifact) {
        std::string out;
        remarks_.push_back(
            {SarifRemark::Kind::continued,
             {"后面的结果在文件的下一个 run 里", "the next run of the file goes on"}});
        remark_related();
        close_run(out, nullptr);
        results_ = 0;
        notices_.clear();
        remarks_.clear();
        artifacts_.clear();
        if (artifact) artifacts_.push_back(*artifact);
        out += ",\n";
        Json json(out);
        around_.write_head(json, ++part_);
        return out;
    }

    void close_run(std::string& out, const RunSummary* summary) const {
        out += ']';
        Json json(out);
        json.follow();
        around_.write_tail(json, artifacts_, notices_, remarks_, summary);
    }

    void remark_related() {
        if (!std::exchange(related_left_out_, false)) return;
        const std::string kept = std::to_string(sarif_related);
        remarks_.push_back(
            {SarifRemark::Kind::related_left_out,
             {"有的结果相关位置超过 " + kept + " 处，只写出前 " + kept + " 处，余数见其 properties",
              "some results have more than " + kept + " related places; the first " + kept +
                  " are written, their properties say how many are not"}});
    }

    const RunView* run_;
    SarifRun around_;
    unsigned part_ = 1;          ///< the run at hand
    std::uint64_t results_ = 0;  ///< of this run
    bool related_left_out_ = false;
    std::uint64_t bytes_ = 0;
    std::vector<SarifArtifact> artifacts_;  ///< of this run, with something to say or not
    std::vector<Notice> notices_;
    std::vector<SarifRemark> remarks_;
    std::vector<bool> met_;  ///< entries of the baseline
};

}  // namespace

std::unique_ptr<Format> make_sarif_format(const RunView& run) {
    return std::make_unique<SarifFormat>(run);
}

}  // namespace gouji
