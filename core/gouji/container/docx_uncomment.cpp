#include "gouji/container/docx_comments.hpp"
#include "gouji/container/docx_splices.hpp"

#include <set>

namespace gouji {
namespace {

constexpr auto none = XmlTree::none;
using Names = std::set<std::string, std::less<>>;

/// What is known of the author's comments: their ids, and the ids of their paragraphs, by which
/// newer parts of the package name them.
struct Ours {
    Names ids;
    Names paragraphs;
};

void remove(const XmlTree& tree, std::uint32_t node, DocxSplices& splices) {
    splices.replace({tree[node].begin, tree[node].end}, {});
}

/// An attribute of any prefix: the namespaces of paraId changed with every version of Word.
std::string_view paragraph_id(const XmlTree& tree, std::uint32_t node) {
    for (const std::string_view prefix : {"w14:", "w15:", "w16cid:"}) {
        const auto id = tree.attribute(node, XmlNamespace::other, std::string(prefix) + "paraId");
        if (id) return *id;
    }
    return {};
}

Ours take_comments(const XmlTree& comments, std::string_view author, DocxSplices& splices) {
    Ours out;
    for (auto n = comments[0].first; n != none; n = comments[n].next) {
        if (!comments.is_word(n, "comment") || comments.value(n, "author") != author) continue;
        out.ids.emplace(comments.value(n, "id"));
        for (auto p = comments[n].first; p != none; p = comments[p].next) {
            if (const std::string_view id = paragraph_id(comments, p); !id.empty())
                out.paragraphs.emplace(id);
        }
        remove(comments, n, splices);
    }
    return out;
}

/// Whether a run holds nothing but its properties and this child.
bool holds_only(const XmlTree& tree, std::uint32_t run, std::uint32_t child) {
    for (auto c = tree[run].first; c != none; c = tree[c].next) {
        if (tree[c].element && c != child && !tree.is_word(c, "rPr")) return false;
    }
    return true;
}

void take_marks(const XmlTree& tree, const Names& ids, DocxSplices& splices) {
    for (std::uint32_t n = 0; n < tree.size(); ++n) {
        const bool range =
            tree.is_word(n, "commentRangeStart") || tree.is_word(n, "commentRangeEnd");
        const bool reference = tree.is_word(n, "commentReference");
        if ((!range && !reference) || !ids.contains(tree.value(n, "id"))) continue;
        const std::uint32_t parent = tree[n].parent;
        const bool alone = reference && tree.is_word(parent, "r") && holds_only(tree, parent, n);
        remove(tree, alone ? parent : n, splices);
    }
}

}  // namespace

Result<std::optional<std::string>> without_comments_by(DocxDocument& document,
                                                       std::string_view author) {
    DocxPackage& package = document.package;
    GOUJI_TRY(const auto comments, package.tree(package.parts().comments));
    if (!comments) return std::nullopt;
    DocxSplices of_comments;
    const Ours ours = take_comments(*comments, author, of_comments);
    if (ours.ids.empty()) return std::nullopt;
    std::map<std::string, std::string> changed;
    changed[package.parts().comments] = std::move(of_comments).applied(comments->bytes());
    for (const DocxDocument::Part& part : document.parts) {
        DocxSplices splices;
        take_marks(part.tree, ours.ids, splices);
        if (!splices.empty()) changed[part.name] = std::move(splices).applied(part.tree.bytes());
    }
    for (const std::string& name : package.parts().comment_companions) {
        GOUJI_TRY(const auto companion, package.tree(name));
        if (!companion) continue;
        DocxSplices splices;
        for (auto n = (*companion)[0].first; n != none; n = (*companion)[n].next) {
            if ((*companion)[n].element && ours.paragraphs.contains(paragraph_id(*companion, n)))
                remove(*companion, n, splices);
        }
        if (!splices.empty()) changed[name] = std::move(splices).applied(companion->bytes());
    }
    GOUJI_TRY(auto bytes, package.archive().rewritten(changed));
    return bytes;
}

}  // namespace gouji
