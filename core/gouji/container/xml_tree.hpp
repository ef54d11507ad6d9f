#pragma once

#include "gouji/base/result.hpp"
#include "gouji/base/span.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pugi {
class xml_document;
struct xml_node_struct;
}  // namespace pugi

namespace gouji {

/// Namespaces that matter here. The transitional and the strict names of one are the same.
enum class XmlNamespace : std::uint8_t { other, word, compatibility, math, xml };

/// An element, or a stretch of text between tags, as offsets into the part's bytes.
struct XmlNode {
    std::uint32_t begin = 0;     ///< of `<w:t …>`, or of the text
    std::uint32_t open_end = 0;  ///< after the start tag
    std::uint32_t close = 0;     ///< of `</w:t>`; equal to `open_end` for `<w:t/>`
    std::uint32_t end = 0;       ///< after the end tag, or after the text
    std::uint32_t parent = UINT32_MAX;
    std::uint32_t first = UINT32_MAX;    ///< child
    std::uint32_t last = UINT32_MAX;     ///< child
    std::uint32_t next = UINT32_MAX;     ///< sibling
    std::uint32_t scope = 0;             ///< innermost namespace declaration that holds here
    std::uint32_t decoded = UINT32_MAX;  ///< of an entity: into the decoded characters
    std::uint8_t decoded_size = 0;
    bool element = false;
    bool keeps_blanks = false;  ///< xml:space="preserve" holds here
    XmlNamespace space = XmlNamespace::other;
    std::uint16_t name_size = 0;    ///< with the prefix
    std::uint16_t prefix_size = 0;  ///< with the colon
    pugi::xml_node_struct* source = nullptr;
};

/// An XML part as a tree of stretches of its own bytes: all that was read can be cut out and put
/// back exactly. pugixml proves the part well-formed; this adds where every element ends.
///
/// Untrusted input: document types, undeclared entities, other encodings than UTF-8, and what
/// exceeds container_limits are refused.
class XmlTree {
public:
    static constexpr std::uint32_t none = UINT32_MAX;

    static Result<XmlTree> parse(std::string bytes, std::string_view part_name);

    XmlTree(XmlTree&&) noexcept;
    XmlTree& operator=(XmlTree&&) noexcept;
    ~XmlTree();

    [[nodiscard]] std::string_view bytes() const { return *bytes_; }
    [[nodiscard]] std::string_view raw(std::uint32_t from, std::uint32_t to) const {
        return bytes().substr(from, to - from);
    }
    [[nodiscard]] std::string_view raw(std::uint32_t node) const {
        return raw(nodes_[node].begin, nodes_[node].end);
    }

    /// Node 0 is the root element.
    [[nodiscard]] const XmlNode& operator[](std::uint32_t node) const { return nodes_[node]; }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(nodes_.size()); }

    [[nodiscard]] std::string_view qualified_name(std::uint32_t node) const;
    [[nodiscard]] std::string_view local_name(std::uint32_t node) const;
    [[nodiscard]] std::string_view prefix(std::uint32_t node) const;  ///< with the colon
    /// Whether the node is an element of this name; false for `none`.
    [[nodiscard]] bool is(std::uint32_t node, XmlNamespace space, std::string_view name) const;
    [[nodiscard]] bool is_word(std::uint32_t node, std::string_view name) const {
        return is(node, XmlNamespace::word, name);
    }
    /// The first child element of this name; `none` without one. `node` may be `none`.
    [[nodiscard]] std::uint32_t child(std::uint32_t node, XmlNamespace space,
                                      std::string_view name) const;
    [[nodiscard]] std::uint32_t word_child(std::uint32_t node, std::string_view name) const {
        return child(node, XmlNamespace::word, name);
    }

    /// Decoded; XmlNamespace::other finds attributes without a prefix. `node` may be `none`.
    [[nodiscard]] std::optional<std::string_view> attribute(std::uint32_t node, XmlNamespace space,
                                                            std::string_view name) const;
    /// w:val, or another attribute of w:, or "".
    [[nodiscard]] std::string_view value(std::uint32_t node, std::string_view name = "val") const;
    /// An on/off property: on when it is there and does not say “off”.
    [[nodiscard]] bool on(std::uint32_t node) const;
    /// The characters of a text node, entities decoded.
    [[nodiscard]] std::string_view text(std::uint32_t node) const;

private:
    friend class XmlTreeBuilder;
    XmlTree();

    struct Scope {
        std::uint32_t outer = 0;
        std::string_view prefix;
        XmlNamespace space = XmlNamespace::other;
    };
    [[nodiscard]] XmlNamespace resolve(std::string_view prefix, std::uint32_t scope) const;

    std::unique_ptr<std::string> bytes_;  ///< apart, so that views into it survive a move
    std::unique_ptr<pugi::xml_document> document_;
    std::vector<XmlNode> nodes_;
    std::vector<Scope> scopes_;
    std::string decoded_;
};

}  // namespace gouji
