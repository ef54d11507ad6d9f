#include "bound.hpp"

namespace {

/// What was newly published is part of all that is published.
class PublicBound : public arithmetic::Bound {
public:
    explicit PublicBound(gouji::sdk::Options) : Bound("public-bound") {}
};

}  // namespace

GOUJI_RULE(public_bound, PublicBound);
