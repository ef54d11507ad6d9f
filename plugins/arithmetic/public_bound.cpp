#include "bound.hpp"
#include "public_bound.page.hpp"

namespace {

using namespace gouji::page::public_bound;

/// What was newly published is part of all that is published.
class PublicBound : public arithmetic::Bound<message> {
public:
    explicit PublicBound(gouji::sdk::Options) : Bound("public-bound") {}
};

}  // namespace

GOUJI_RULE(public_bound, PublicBound);
