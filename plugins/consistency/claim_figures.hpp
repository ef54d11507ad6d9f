#pragma once

#include <memory>
#include <span>
#include <vector>

#include "../prose/folded.hpp"
#include "claim_tokens.hpp"
#include "claims.hpp"

namespace gouji::consistency {

/// Reads the figures of one sentence after another. A sentence inherits what the one before it in
/// its paragraph counted.
class Figures {
public:
    Figures(sdk::Document document, std::vector<Claim>& out);
    ~Figures();
    Figures(const Figures&) = delete;
    Figures& operator=(const Figures&) = delete;

    void read(std::uint32_t sentence, const prose::Folded& folded,
              std::span<const gouji_quantity> quantities, std::span<const Token> tokens);

private:
    class Reader;
    std::unique_ptr<Reader> reader_;
};

}  // namespace gouji::consistency
