#include "gouji/container/limits.hpp"
#include "gouji/container/xml_tree.hpp"
#include "gouji/text/utf8_check.hpp"
#include <gouji/utf8.hpp>

#include <algorithm>
#include <charconv>

#include <pugixml.hpp>

namespace gouji {
namespace {

constexpr auto npos = std::string_view::npos;

XmlNamespace known_namespace(std::string_view uri) {
    struct Known {
        std::string_view uri;
        XmlNamespace space;
    };
    static constexpr Known known[] = {
        {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", XmlNamespace::word},
        {"http://purl.oclc.org/ooxml/wordprocessingml/main", XmlNamespace::word},
        {"http://schemas.openxmlformats.org/markup-compatibility/2006",
         XmlNamespace::compatibility},
        {"http://schemas.openxmlformats.org/officeDocument/2006/math", XmlNamespace::math},
        {"http://purl.oclc.org/ooxml/officeDocument/math", XmlNamespace::math},
        {"http://www.w3.org/XML/1998/namespace", XmlNamespace::xml},
    };
    const auto found = std::ranges::find(known, uri, &Known::uri);
    return found == std::end(known) ? XmlNamespace::other : found->space;
}

/// The character that an entity of XML itself, or a character reference, stands for; 0 for none.
char32_t referenced_character(std::string_view name) {
    if (name == "amp") return U'&';
    if (name == "lt") return U'<';
    if (name == "gt") return U'>';
    if (name == "quot") return U'"';
    if (name == "apos") return U'\'';
    if (name.size() < 2 || name[0] != '#') return 0;
    const bool hexadecimal = name[1] == 'x';
    const std::string_view digits = name.substr(hexadecimal ? 2 : 1);
    std::uint32_t code = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), code, hexadecimal ? 16 : 10);
    const bool surrogate = code >= 0xD800 && code < 0xE000;
    if (error != std::errc() || end != digits.data() + digits.size() || code > 0x10FFFF ||
        surrogate) {
        return 0;
    }
    return code;
}

/// Whether the XML declaration names another encoding than UTF-8 or its subset.
bool names_other_encoding(std::string_view bytes) {
    if (!bytes.starts_with("<?xml")) return false;
    const std::string_view head = bytes.substr(0, bytes.find("?>"));
    const std::size_t at = head.find("encoding");
    if (at == npos) return false;
    const std::size_t quote = head.find_first_of("\"'", at);
    if (quote == npos) return false;
    std::string name(head.substr(quote + 1, head.find(head[quote], quote + 1) - quote - 1));
    for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return name != "utf-8" && name != "utf8" && name != "us-ascii" && name != "ascii";
}

}  // namespace

/// Walks pugixml's tree and the bytes side by side: pugixml knows where a tag begins, the bytes
/// know where it ends.
class XmlTreeBuilder {
    /// Why a part is refused, in both languages.
    struct Reason {
        const char* zh;
        const char* en;
    };

public:
    explicit XmlTreeBuilder(std::string_view part_name) : part_name_(part_name) {}

    Result<XmlTree> build(std::string bytes) {
        XmlTree out;
        tree_ = &out;
        out.bytes_ = std::make_unique<std::string>(std::move(bytes));
        bytes_ = *out.bytes_;
        if (const auto why = refused_unread()) return refuse({why->zh, why->en});
        constexpr unsigned options = pugi::parse_ws_pcdata | pugi::parse_cdata |
                                     pugi::parse_escapes | pugi::parse_comments | pugi::parse_pi |
                                     pugi::parse_declaration | pugi::parse_doctype;
        const auto parsed =
            out.document_->load_buffer(bytes_.data(), bytes_.size(), options, pugi::encoding_utf8);
        if (!parsed) {
            const std::string offset = std::to_string(parsed.offset);
            return refuse({"第 " + offset + " 字节处不合 XML 语法",
                           std::string(parsed.description()) + " at byte " + offset});
        }
        out.scopes_.emplace_back();
        out.nodes_.reserve(bytes_.size() / 28);
        walk();
        if (!why_ && out.nodes_.empty()) why_ = Reason{"没有根元素", "there is no root element"};
        if (why_) return refuse({why_->zh, why_->en});
        return out;
    }

private:
    [[nodiscard]] Failure refuse(const Localized& why) const {
        return fail("文件已损坏或不规范（“" + part_name_ + "”：" + why.zh +
                        "），请用 Word 或 WPS 打开后另存为 .docx 再检查",
                    "the file is damaged or unusual (\"" + part_name_ + "\": " + why.en +
                        "); open it in Word or WPS, save it as .docx and check that");
    }

    /// What can be said before pugixml spends memory on the part.
    [[nodiscard]] std::optional<Reason> refused_unread() const {
        if (bytes_.size() > container_limits::most_part_bytes) return Reason{"过大", "too large"};
        if (bytes_.find('\0') != npos) return Reason{"含有空字符", "a NUL character"};
        if (names_other_encoding(bytes_) || find_ill_formed(bytes_) != npos)
            return Reason{"不是 UTF-8 编码", "not UTF-8"};
        const auto tags = std::ranges::count(bytes_, '<');
        if (static_cast<std::size_t>(tags) > container_limits::most_xml_nodes)
            return Reason{"元素过多", "too many elements"};
        return std::nullopt;
    }

    void walk() {
        pugi::xml_node at = tree_->document_->first_child();
        while (at && !why_) {
            if (enter(at)) {
                at = at.first_child();
                continue;
            }
            while (at && !at.next_sibling()) {
                at = at.parent();
                if (!at || at == *tree_->document_) return;
                leave();
            }
            at = at.next_sibling();
        }
    }

    /// Adds a node; true when its children come next.
    bool enter(pugi::xml_node at) {
        const auto from = static_cast<std::size_t>(std::max<std::ptrdiff_t>(at.offset_debug(), 0));
        switch (at.type()) {
            case pugi::node_element:
                return element(at, from - 1);
            case pugi::node_pcdata:
                position_ = std::min(bytes_.find('<', from), bytes_.size());
                if (open_ != XmlTree::none) characters(from, position_);
                return false;
            case pugi::node_cdata:
                position_ = bytes_.find("]]>", from) + 3;
                if (open_ != XmlTree::none) add_text(from, position_ - 3);
                return false;
            case pugi::node_comment:
                position_ = bytes_.find("-->", from) + 3;
                return false;
            case pugi::node_pi:
            case pugi::node_declaration:
                position_ = bytes_.find("?>", from) + 2;
                return false;
            default:
                why_ = Reason{"含有文档类型声明 DOCTYPE", "a document type declaration"};
                return false;
        }
    }

    bool element(pugi::xml_node at, std::size_t begin) {
        if (open_ == XmlTree::none && !tree_->nodes_.empty()) {
            why_ = Reason{"有两个根元素", "two root elements"};
            return false;
        }
        const std::uint32_t index = add();
        XmlNode& node = tree_->nodes_[index];
        node.element = true;
        node.source = at.internal_object();
        node.begin = static_cast<std::uint32_t>(begin);
        const std::string_view name = at.name();
        if (name.size() > 255) why_ = Reason{"名称过长", "a name that is too long"};
        node.name_size = static_cast<std::uint16_t>(name.size());
        node.prefix_size = static_cast<std::uint16_t>(name.find(':') + 1);  // npos + 1 == 0
        if (open_ != XmlTree::none) {
            node.scope = tree_->nodes_[open_].scope;
            node.keeps_blanks = tree_->nodes_[open_].keeps_blanks;
        }
        attributes(at, node);
        const std::string_view prefix = name.substr(0, node.prefix_size);
        node.space =
            tree_->resolve(prefix.substr(0, prefix.empty() ? 0 : prefix.size() - 1), node.scope);
        node.open_end = tag_end(begin);
        position_ = node.open_end;
        if (bytes_[node.open_end - 2] == '/') {
            node.close = node.end = node.open_end;
            return false;
        }
        open_ = index;
        if (++depth_ > container_limits::most_xml_depth)
            why_ = Reason{"嵌套过深", "elements are nested too deep"};
        if (at.first_child()) return true;
        leave();
        return false;
    }

    /// Namespaces and xml:space that the element declares.
    void attributes(pugi::xml_node at, XmlNode& node) {
        std::size_t count = 0;
        for (const pugi::xml_attribute attribute : at.attributes()) {
            if (++count > container_limits::most_attributes)
                why_ = Reason{"属性过多", "too many attributes"};
            const std::string_view name = attribute.name();
            if (name == "xml:space") {
                node.keeps_blanks = std::string_view(attribute.value()) == "preserve";
            } else if (name == "xmlns" || name.starts_with("xmlns:")) {
                if (tree_->scopes_.size() > container_limits::most_namespaces)
                    why_ = Reason{"命名空间过多", "too many namespaces"};
                tree_->scopes_.push_back({node.scope,
                                          name.substr(std::min<std::size_t>(6, name.size())),
                                          known_namespace(attribute.value())});
                node.scope = static_cast<std::uint32_t>(tree_->scopes_.size() - 1);
            }
        }
    }

    void leave() {
        XmlNode& node = tree_->nodes_[open_];
        node.close = static_cast<std::uint32_t>(position_);
        node.end = tag_end(position_);
        position_ = node.end;
        open_ = node.parent;
        --depth_;
    }

    /// After the `>` of the tag that begins at `from`.
    [[nodiscard]] std::uint32_t tag_end(std::size_t from) const {
        char quote = 0;
        std::size_t at = from;
        for (; at + 1 < bytes_.size(); ++at) {
            const char c = bytes_[at];
            if (quote != 0) {
                if (c == quote) quote = 0;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                break;
            }
        }
        return static_cast<std::uint32_t>(at + 1);
    }

    std::uint32_t add() {
        const auto index = static_cast<std::uint32_t>(tree_->nodes_.size());
        if (index >= 2 * container_limits::most_xml_nodes)
            why_ = Reason{"元素过多", "too many elements"};
        tree_->nodes_.emplace_back().parent = open_;
        if (open_ != XmlTree::none) {
            XmlNode& up = tree_->nodes_[open_];
            (up.last == XmlTree::none ? up.first : tree_->nodes_[up.last].next) = index;
            up.last = index;
        }
        return index;
    }

    void add_text(std::size_t from, std::size_t to, std::string_view decoded = {}) {
        if (from >= to) return;
        XmlNode& node = tree_->nodes_[add()];
        node.begin = static_cast<std::uint32_t>(from);
        node.end = node.open_end = node.close = static_cast<std::uint32_t>(to);
        if (decoded.empty()) return;
        node.decoded = static_cast<std::uint32_t>(tree_->decoded_.size());
        node.decoded_size = static_cast<std::uint8_t>(decoded.size());
        tree_->decoded_ += decoded;
    }

    /// Text between tags: stretches without references, and every reference by itself.
    void characters(std::size_t from, std::size_t to) {
        while (from < to && !why_) {
            const std::size_t reference = std::min(bytes_.find('&', from), to);
            add_text(from, reference);
            if (reference == to) return;
            constexpr std::size_t longest = 12;
            const std::size_t end = bytes_.find(';', reference);
            const char32_t code =
                end < to && end - reference <= longest
                    ? referenced_character(bytes_.substr(reference + 1, end - reference - 1))
                    : 0;
            if (code == 0) {
                why_ = Reason{"有未声明的实体", "an entity that is not declared"};
                return;
            }
            std::string decoded;
            append(decoded, code);
            add_text(reference, end + 1, decoded);
            from = end + 1;
        }
    }

    std::string part_name_;
    std::string_view bytes_;
    XmlTree* tree_ = nullptr;
    std::size_t position_ = 0;  ///< after everything that was seen
    std::uint32_t open_ = XmlTree::none;
    std::size_t depth_ = 0;
    std::optional<Reason> why_;  ///< the first thing that was wrong
};

Result<XmlTree> XmlTree::parse(std::string bytes, std::string_view part_name) {
    return XmlTreeBuilder(part_name).build(std::move(bytes));
}

}  // namespace gouji
