#include "bound.hpp"

namespace {

/// What was issued this year is either in force at its end or repealed.
class StockBound : public arithmetic::Bound {
public:
    explicit StockBound(gouji::sdk::Options) : Bound("stock-bound") {}
};

}  // namespace

GOUJI_RULE(stock_bound, StockBound);
