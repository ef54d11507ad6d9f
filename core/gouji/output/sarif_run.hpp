#pragma once

#include "gouji/json/json.hpp"
#include "gouji/output/checkout.hpp"
#include "gouji/output/format.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// A file that a SARIF run speaks of.
struct SarifArtifact {
    std::uint32_t file = 0;  ///< index into the inputs
    std::optional<ReportResult::Source> source;
};

/// Something that the SARIF format itself has to say beside the run's notices.
struct SarifRemark {
    enum class Kind : std::uint8_t { continued, related_left_out, limits };
    Kind kind = Kind::continued;
    Localized words;
};

/// What stands around the results of a SARIF run: the tool with all its rules, files, invocation.
class SarifRun {
public:
    explicit SarifRun(const RunView& run);

    /// `part`: 1 for the first run of the file; results beyond what consumers take in one run go
    /// into further ones. Everything up to the results' opening bracket.
    void write_head(Json& json, unsigned part) const;
    /// `summary`: none for a run that is continued in the next.
    void write_tail(Json& json, std::span<const SarifArtifact> artifacts,
                    std::span<const Notice> notices, std::span<const SarifRemark> remarks,
                    const RunSummary* summary) const;

    [[nodiscard]] const std::string& base() const { return base_; }

private:
    void write_driver(Json& json) const;
    void write_provenance(Json& json) const;
    void write_automation(Json& json, unsigned part) const;
    void write_artifacts(Json& json, std::span<const SarifArtifact> artifacts) const;
    void write_overrides(Json& json) const;
    void write_notice(Json& json, const Notice& notice) const;
    void write_remark(Json& json, const SarifRemark& remark) const;

    const RunView* run_;
    const Catalogue* catalogue_;
    std::string base_;    ///< the checkout's root, else the working folder: file:///…/
    std::string folder_;  ///< that all inputs share, below the working folder
    std::optional<Checkout> checkout_;
};

}  // namespace gouji
