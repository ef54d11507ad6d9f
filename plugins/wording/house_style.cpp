#include "pair_rule.hpp"

namespace gouji::wording {
namespace {

/// Wordings of which an office may choose one.
class HouseStyle : public PairRule {
public:
    explicit HouseStyle(sdk::Options) : PairRule(style_pairs) {}
};

}  // namespace
}  // namespace gouji::wording

GOUJI_RULE(house_style, gouji::wording::HouseStyle);
