#pragma once

#include <vector>

#include "grammar.hpp"

namespace gouji::consistency {

/// Reads what a sentence denies: “未收到政府信息公开申请”, “无上年结转”, “行政诉讼均未发生”.
class Denials {
public:
    Denials(int year, std::vector<Claim>& out) : year_(year), out_(out) {}

    void read(std::uint32_t sentence, const prose::Folded& folded, std::span<const Token> tokens);

private:
    void denials();
    void denial(std::span<const Token> clause, std::size_t clause_end);
    void zero(std::span<const Token> before, std::string_view word, std::span<const Token> clause,
              std::size_t clause_end);
    void deny(std::span<const Token> things, std::span<const Token> clause, bool verb,
              std::size_t clause_end);
    void none(Topic topic, std::span<const Token> clause, std::size_t clause_end);
    [[nodiscard]] static bool listed(std::span<const Token> things);
    [[nodiscard]] std::string_view text(const Token& token) const {
        return folded_->text().substr(token.begin, token.end - token.begin);
    }

    int year_;
    std::vector<Claim>& out_;
    std::uint32_t index_ = 0;
    const prose::Folded* folded_ = nullptr;
    std::span<const Token> tokens_;
};

}  // namespace gouji::consistency
