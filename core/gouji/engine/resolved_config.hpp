#pragma once

#include "gouji/config/configuration.hpp"
#include "gouji/diagnostics/profile.hpp"
#include "gouji/engine/checkers.hpp"
#include "gouji/semantic/analyze.hpp"

#include <memory>
#include <optional>

namespace gouji {

class PreviousReports;

/// What holds for one set of files: which rules run, at which level, with which options, and what
/// the user says of the reports. Built on the main thread before the run, immutable during it.
struct ResolvedConfig {
    Profile profile;
    std::unique_ptr<const Checkers> checkers;
    AnalysisOptions analysis;
    const Configuration* configuration = nullptr;  ///< null: none holds
    const PreviousReports* previous = nullptr;     ///< null: none are compared with
};

}  // namespace gouji
