#pragma once

#include "gouji/engine/catalogue.hpp"
#include "gouji/rule/finding.hpp"

#include <map>
#include <string>
#include <vector>

#include "cli/sample.hpp"

namespace gouji {

/// Runs the examples of rule pages through the real engine: each is set into its edition's sample,
/// read, analyzed and checked by its rule alone.
class ExampleRunner {
public:
    /// Both outlive the runner.
    ExampleRunner(const Lexicon& lexicon, const Catalogue& catalogue)
        : lexicon_(&lexicon), catalogue_(&catalogue) {}

    /// What does not hold, one entry an example: “FILE:LINE: expected …, found …”. A rule of a
    /// plugin is looked up among the loaded ones; a declarative page is its own rule.
    [[nodiscard]] std::vector<Error> run(const Page& page);
    [[nodiscard]] std::size_t examples() const { return examples_; }

private:
    struct Outcome {
        std::vector<Finding> findings;
        std::vector<RuleFailure> failures;
        std::string text;  ///< that was checked
    };

    [[nodiscard]] Result<void> holds(const Page& page, const Example& example);
    [[nodiscard]] Result<const Sample*> sample(const std::string& edition, const Page& page);
    [[nodiscard]] Result<std::unique_ptr<Checker>> checker(const Page& page,
                                                           TermTable& terms) const;
    [[nodiscard]] Result<Outcome> look(const Page& page, const ExampleContext& context,
                                       std::string text, const std::string* previous) const;
    /// The report of the year before an example, as text.
    [[nodiscard]] Result<std::string> previous_of(const Example& example, const Page& page,
                                                  const ExampleContext& this_year);

    const Lexicon* lexicon_;
    const Catalogue* catalogue_;
    std::map<std::string, Sample> samples_;
    std::size_t examples_ = 0;
};

}  // namespace gouji
