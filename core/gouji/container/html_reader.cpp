#include "gouji/container/html_reader.hpp"

#include "gouji/container/html_article.hpp"
#include "gouji/container/html_blocks.hpp"
#include "gouji/container/html_tree.hpp"
#include "gouji/text/utf8_check.hpp"

#include <algorithm>
#include <utility>

namespace gouji {
namespace {

/// What the page's head says its encoding is; "" when it does not.
std::string declared_encoding(std::string_view bytes) {
    constexpr std::size_t longest_head = 4096;
    constexpr std::string_view key = "charset=";
    const std::string_view head = bytes.substr(0, longest_head);
    const std::size_t at = head.find(key);
    if (at == std::string_view::npos) return {};
    std::string_view rest = head.substr(at + key.size());
    while (!rest.empty() && (rest.front() == '"' || rest.front() == '\'')) rest.remove_prefix(1);
    return std::string(rest.substr(0, rest.find_first_of("\"' />;\r\n")));
}

/// Valid UTF-8 is read as UTF-8 even if the page declares another encoding. Else the declaration
/// goes before a guess from the bytes: that is faster, and right more often.
Result<Text> decoded(std::string bytes, std::string_view encoding) {
    if (encoding.empty() && find_ill_formed(bytes) != std::string_view::npos) {
        if (const std::string declared = declared_encoding(bytes); !declared.empty()) {
            if (auto text = Text::decode(bytes, declared)) return text;
        }
    }
    return Text::decode(std::move(bytes), encoding);
}

}  // namespace

Result<HtmlDocument> read_html(std::string bytes, std::string_view encoding,
                               const ReportWords& words) {
    GOUJI_TRY(auto page, decoded(std::move(bytes), encoding));
    GOUJI_TRY(const auto tree, HtmlTree::parse(page.view()));
    TextBuilder out;
    HtmlBlocks blocks(page.view(), out);
    blocks.read(tree.root());
    keep_article(out, blocks.elements(), words);
    GOUJI_TRY(auto extracted, std::move(out).finish());
    return HtmlDocument{std::move(page), std::move(extracted)};
}

}  // namespace gouji
