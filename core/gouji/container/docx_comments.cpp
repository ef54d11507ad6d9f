#include "gouji/container/docx_comments.hpp"

#include "gouji/container/docx_run_writer.hpp"
#include "gouji/container/docx_splices.hpp"

#include <algorithm>
#include <charconv>

namespace gouji {
namespace {

constexpr auto none = XmlTree::none;
constexpr std::string_view types_part = "[Content_Types].xml";
constexpr std::string_view comments_type =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

/// The part with `child` as the last child of its root.
std::string with_last_child(const XmlTree& tree, const std::string& child) {
    DocxSplices splices;
    const XmlNode& root = tree[0];
    if (root.close != root.end) {
        splices.replace({root.close, root.close}, child);
    } else {
        splices.replace({root.end - 2, root.end},
                        ">" + child + "</" + std::string(tree.qualified_name(0)) + ">");
    }
    return std::move(splices).applied(tree.bytes());
}

/// A relation of the main part to its comments.
std::string with_relation(const XmlTree& relations, bool strict, std::string_view target) {
    const std::string type =
        strict ? "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
               : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
    std::string id = "rIdGouji";
    const auto taken = [&] {
        for (auto n = relations[0].first; n != none; n = relations[n].next) {
            if (relations.attribute(n, XmlNamespace::other, "Id") == id) return true;
        }
        return false;
    };
    while (taken()) id += '1';
    return with_last_child(relations, "<" + std::string(relations.prefix(0)) +
                                          "Relationship Id=\"" + id + "\" Type=\"" + type +
                                          "\" Target=\"" + xml_escaped(target) + "\"/>");
}

bool has_content_type(const XmlTree& types, const std::string& part) {
    for (auto n = types[0].first; n != none; n = types[n].next) {
        if (types.attribute(n, XmlNamespace::other, "PartName") == "/" + part) return true;
    }
    return false;
}

}  // namespace

Result<DocxComments> DocxComments::open(DocxPackage& package) {
    DocxComments out;
    const DocxParts& parts = package.parts();
    out.related_ = !parts.comments.empty();
    out.name_ = parts.comments;
    if (!out.related_) out.name_ = parts.main.substr(0, parts.main.rfind('/') + 1) + "comments.xml";
    GOUJI_TRY(out.existing_, package.tree(out.name_));
    if (!out.existing_) return out;
    const XmlTree& tree = *out.existing_;
    out.prefix_ = tree.prefix(0);
    out.attribute_prefix_ = attribute_prefix(tree);
    for (auto n = tree[0].first; n != none; n = tree[n].next) {
        const std::string_view id = tree.value(n, "id");
        std::uint32_t value = 0;
        std::from_chars(id.data(), id.data() + id.size(), value);
        out.highest_id_ = std::max(out.highest_id_, value);
    }
    return out;
}

void DocxComments::add(std::uint32_t id, const DocxComment& comment, const DocxChanges& changes) {
    const std::string& a = attribute_prefix_;
    added_ += "<" + prefix_ + "comment " + a + "id=\"" + std::to_string(id) + "\" " + a +
              "author=\"" + xml_escaped(changes.author) + "\" " + a + "date=\"" +
              xml_escaped(changes.date) + "\" " + a + "initials=\"" +
              xml_escaped(comment.initials) + "\">";
    for (std::size_t from = 0; from <= comment.text.size();) {
        const std::size_t end = std::min(comment.text.find('\n', from), comment.text.size());
        added_ += "<" + prefix_ + "p><" + prefix_ + "r><" + prefix_ + "t xml:space=\"preserve\">" +
                  xml_escaped(std::string_view(comment.text).substr(from, end - from)) + "</" +
                  prefix_ + "t></" + prefix_ + "r></" + prefix_ + "p>";
        from = end + 1;
    }
    added_ += "</" + prefix_ + "comment>";
}

std::optional<Error> DocxComments::write(DocxPackage& package,
                                         std::map<std::string, std::string>& parts) {
    if (added_.empty()) return std::nullopt;
    constexpr std::string_view declaration =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    const bool strict = package.parts().strict;
    if (existing_) {
        parts[name_] = with_last_child(*existing_, added_);
    } else {
        const std::string space =
            strict ? "http://purl.oclc.org/ooxml/wordprocessingml/main"
                   : "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        parts[name_] = std::string(declaration) + "<w:comments xmlns:w=\"" + space + "\">" +
                       added_ + "</w:comments>";
    }
    if (!related_) {
        const std::string& name = package.parts().main_relations;
        auto relations = package.tree(name);
        if (!relations) return relations.error();
        if (!*relations) {
            auto fresh = XmlTree::parse(
                std::string(declaration) +
                    "<Relationships "
                    "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>",
                name);
            if (!fresh) return fresh.error();
            *relations = std::move(*fresh);
        }
        const std::string_view target = std::string_view(name_).substr(name_.rfind('/') + 1);
        parts[name] = with_relation(**relations, strict, target);
    }
    auto types = package.tree(std::string(types_part));
    if (!types) return types.error();
    if (*types && !has_content_type(**types, name_)) {
        parts[std::string(types_part)] = with_last_child(
            **types, "<" + std::string((*types)->prefix(0)) + "Override PartName=\"/" + name_ +
                         "\" ContentType=\"" + std::string(comments_type) + "\"/>");
    }
    return std::nullopt;
}

}  // namespace gouji
