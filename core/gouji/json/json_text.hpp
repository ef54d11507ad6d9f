#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace gouji {

/// Writes JSON piece by piece, indented or on one line. A writer of its own, since figures are
/// printed with the digits of the document, and JSON libraries print decimals by way of a double.
class JsonText {
public:
    enum class Layout : std::uint8_t { indented, one_line };
    explicit JsonText(Layout layout = Layout::indented) : indented_(layout == Layout::indented) {}

    void open(char bracket);  ///< { or [
    void close(char bracket);
    void key(std::string_view name);
    void string(std::string_view value);
    void string_or_null(std::string_view value);  ///< null when empty
    /// A number in JSON's own spelling, or true, false, null.
    void literal(std::string_view value);

    [[nodiscard]] std::string take() { return std::move(out_); }

private:
    void next();
    void new_line();

    bool indented_;
    std::string out_;
    int depth_ = 0;
    bool first_ = true;
    bool keyed_ = false;
};

}  // namespace gouji
