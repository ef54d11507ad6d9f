#include "pair_rule.hpp"

namespace gouji::wording {
namespace {

/// Older and variant forms of words.
class NormForm : public PairRule {
public:
    explicit NormForm(sdk::Options) : PairRule(norm_pairs) {}
};

}  // namespace
}  // namespace gouji::wording

GOUJI_RULE(norm_form, gouji::wording::NormForm);
