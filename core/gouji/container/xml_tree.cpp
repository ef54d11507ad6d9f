#include "gouji/container/xml_tree.hpp"

#include <pugixml.hpp>

namespace gouji {

XmlTree::XmlTree() : document_(std::make_unique<pugi::xml_document>()) {}
XmlTree::XmlTree(XmlTree&&) noexcept = default;
XmlTree& XmlTree::operator=(XmlTree&&) noexcept = default;
XmlTree::~XmlTree() = default;

XmlNamespace XmlTree::resolve(std::string_view prefix, std::uint32_t scope) const {
    if (prefix == "xml") return XmlNamespace::xml;
    for (; scope != 0; scope = scopes_[scope].outer) {
        if (scopes_[scope].prefix == prefix) return scopes_[scope].space;
    }
    return XmlNamespace::other;
}

std::string_view XmlTree::qualified_name(std::uint32_t node) const {
    return bytes().substr(nodes_[node].begin + 1, nodes_[node].name_size);
}
std::string_view XmlTree::local_name(std::uint32_t node) const {
    return qualified_name(node).substr(nodes_[node].prefix_size);
}
std::string_view XmlTree::prefix(std::uint32_t node) const {
    return qualified_name(node).substr(0, nodes_[node].prefix_size);
}

bool XmlTree::is(std::uint32_t node, XmlNamespace space, std::string_view name) const {
    return node != none && nodes_[node].element && nodes_[node].space == space &&
           local_name(node) == name;
}

std::uint32_t XmlTree::child(std::uint32_t node, XmlNamespace space, std::string_view name) const {
    if (node == none) return none;
    for (std::uint32_t at = nodes_[node].first; at != none; at = nodes_[at].next) {
        if (is(at, space, name)) return at;
    }
    return none;
}

std::optional<std::string_view> XmlTree::attribute(std::uint32_t node, XmlNamespace space,
                                                   std::string_view name) const {
    if (node == none || nodes_[node].source == nullptr) return std::nullopt;
    for (const pugi::xml_attribute attribute : pugi::xml_node(nodes_[node].source).attributes()) {
        const std::string_view qualified = attribute.name();
        if (!qualified.ends_with(name)) continue;
        const std::string_view prefix = qualified.substr(0, qualified.size() - name.size());
        if (prefix.empty() ? space == XmlNamespace::other
                           : prefix.back() == ':' && resolve(prefix.substr(0, prefix.size() - 1),
                                                             nodes_[node].scope) == space) {
            return attribute.value();
        }
    }
    return std::nullopt;
}

std::string_view XmlTree::value(std::uint32_t node, std::string_view name) const {
    return attribute(node, XmlNamespace::word, name).value_or(std::string_view());
}

bool XmlTree::on(std::uint32_t node) const {
    if (node == none) return false;
    const std::string_view said = value(node);
    return said != "0" && said != "false" && said != "off";
}

std::string_view XmlTree::text(std::uint32_t node) const {
    const XmlNode& at = nodes_[node];
    if (at.decoded == none) return raw(at.begin, at.end);
    return std::string_view(decoded_).substr(at.decoded, at.decoded_size);
}

}  // namespace gouji
