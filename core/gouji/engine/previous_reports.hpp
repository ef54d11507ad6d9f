#pragma once

#include "gouji/base/result.hpp"
#include "gouji/document/document.hpp"
#include "gouji/edition/lexicon.hpp"
#include "gouji/engine/file.hpp"
#include "gouji/semantic/semantic_model.hpp"

#include <atomic>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gouji {

/// A report that another is compared with.
struct PreviousReport {
    std::shared_ptr<const File> file;
    Document document;
    SemanticModel model;
};

/// Who a report is of, for pairing with that of another year: the agency of its title, else of its
/// signature; of a government “云岭县” and “云岭县人民政府” are the same. "" when the report does
/// not tell.
[[nodiscard]] std::string agency_key(const SemanticModel& model);

/// Last year's reports. Of each, agency, year and place in its file are kept; the report itself is
/// read again when its counterpart is checked, so that memory does not grow with their texts.
/// partner() may be called from many threads; what it answers depends on the reports alone.
class PreviousReports {
public:
    /// Reads what files, folders and globs hold.
    PreviousReports(const std::vector<std::string>& paths, const Lexicon& lexicon,
                    const LoadOptions& load, unsigned jobs, const std::atomic<bool>& stop);
    PreviousReports(const PreviousReports&) = delete;
    PreviousReports& operator=(const PreviousReports&) = delete;

    struct Partner {
        std::shared_ptr<const PreviousReport> report = nullptr;
        std::optional<Error> why = std::nullopt;  ///< there is none
    };
    /// The report of the same agency about the year before.
    [[nodiscard]] Partner partner(const SemanticModel& model) const;

    /// What of the paths is of no use here, by the names of the files.
    struct LeftOut {
        std::vector<Error> unreadable;     ///< and why
        std::vector<std::string> skipped;  ///< of other kinds, in a folder
        std::vector<std::string> no_reports;
        std::vector<std::string> nameless;  ///< that do not tell agency or year
        std::vector<std::string> doubles;   ///< that say the same as one before
        std::vector<std::string> contrary;  ///< of one agency and year, and different: none is used
    };
    [[nodiscard]] const LeftOut& left_out() const { return left_out_; }
    [[nodiscard]] std::size_t size() const { return by_key_.size(); }
    /// Reports about a year that was asked for, of agencies that were not: their names.
    [[nodiscard]] std::vector<std::string> unasked() const;

private:
    struct Entry {
        std::uint32_t input = 0;
        std::uint32_t ordinal = 0;
        Span extent{};
        std::string agency;
        std::int32_t year = 0;
        std::uint64_t content = 0;  ///< a hash of what it says
        mutable std::atomic<bool> asked{false};
    };
    using Key = std::pair<std::string, std::int32_t>;

    void read(unsigned jobs, const std::atomic<bool>& stop);
    void pair();
    [[nodiscard]] std::string name(const Entry& entry) const;
    [[nodiscard]] Result<std::shared_ptr<const File>> file(std::uint32_t input) const;

    const Lexicon* lexicon_;
    LoadOptions load_;
    std::vector<Input> inputs_;
    std::deque<Entry> entries_;
    std::map<Key, const Entry*> by_key_;  ///< null: several that differ
    LeftOut left_out_;

    /// The file that was read last: several reports may stand in one.
    mutable std::mutex mutex_;
    mutable std::shared_ptr<const File> last_;
    mutable std::uint32_t last_input_ = UINT32_MAX;
    mutable std::set<std::int32_t> years_;  ///< that were asked for
};

}  // namespace gouji
