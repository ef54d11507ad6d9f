#include "norm_form.page.hpp"
#include "pair_rule.hpp"

namespace gouji::wording {
namespace {

/// Older and variant forms of words.
class NormForm : public PairRule<page::norm_form::message> {
public:
    explicit NormForm(sdk::Options) : PairRule<page::norm_form::message>(norm_pairs) {}
};

}  // namespace
}  // namespace gouji::wording

GOUJI_RULE(norm_form, gouji::wording::NormForm);
