#include "gouji/pack/condition.hpp"

#include "gouji/pack/condition_nodes.hpp"
#include "gouji/pack/condition_parser.hpp"

namespace gouji {
namespace {

/// Adds each phrase as a list of its own.
TermGroup add_phrases(const std::vector<std::string>& phrases, KindPage& page) {
    std::vector<std::span<const std::string>> lists;
    for (const std::string& phrase : phrases) lists.emplace_back(&phrase, 1);
    return page.terms().add(lists);
}

}  // namespace

Condition::Condition() = default;
Condition::Condition(Condition&&) noexcept = default;
Condition& Condition::operator=(Condition&&) noexcept = default;
Condition::~Condition() = default;

Condition Condition::read(TomlReader& in, std::string_view key, KindPage& page) {
    Condition out;
    if (!in.has(key)) return out;
    ConditionParser parser(in, key, page);
    out.root_ = parser.condition();
    if (out.root_ != nullptr) out.phrases_ = add_phrases(parser.phrases(), page);
    return out;
}

std::optional<bool> Condition::holds(const ReportView& report, std::vector<Bound>& bound) const {
    if (root_ == nullptr) return true;
    return root_->holds({report, phrases_, bound});
}

std::optional<bool> Condition::holds(const ReportView& report) const {
    std::vector<Bound> bound;
    return holds(report, bound);
}

Comparison read_comparison(TomlReader& in, std::string_view key, KindPage& page) {
    ConditionParser parser(in, key, page);
    Comparison out = parser.comparison();
    if (out.relation != nullptr) out.phrases = add_phrases(parser.phrases(), page);
    return out;
}

}  // namespace gouji
