#include "bound.hpp"
#include "stock_bound.page.hpp"

namespace {

using namespace gouji::page::stock_bound;

/// What was issued this year is either in force at its end or repealed.
class StockBound : public arithmetic::Bound<message> {
public:
    explicit StockBound(gouji::sdk::Options) : Bound("stock-bound") {}
};

}  // namespace

GOUJI_RULE(stock_bound, StockBound);
