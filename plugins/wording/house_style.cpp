#include "house_style.page.hpp"
#include "pair_rule.hpp"

namespace gouji::wording {
namespace {

/// Wordings of which an office may choose one.
class HouseStyle : public PairRule<page::house_style::message> {
public:
    explicit HouseStyle(sdk::Options) : PairRule<page::house_style::message>(style_pairs) {}
};

}  // namespace
}  // namespace gouji::wording

GOUJI_RULE(house_style, gouji::wording::HouseStyle);
