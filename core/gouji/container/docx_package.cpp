#include "gouji/container/docx_package.hpp"

#include "gouji/container/limits.hpp"

#include <algorithm>
#include <utility>

namespace gouji {
namespace {

std::string_view folder_of(std::string_view name) {
    const std::size_t slash = name.rfind('/');
    return name.substr(0, slash == std::string_view::npos ? 0 : slash + 1);
}

/// A relationship's target as a name in the archive.
std::string resolved(std::string_view source, std::string_view target) {
    const bool absolute = target.starts_with('/');
    std::string path = (absolute ? std::string() : std::string(folder_of(source))) +
                       std::string(target.substr(absolute ? 1 : 0));
    std::vector<std::string_view> steps;
    for (std::size_t at = 0; at <= path.size();) {
        const std::size_t end = std::min(path.find('/', at), path.size());
        const std::string_view step = std::string_view(path).substr(at, end - at);
        if (step == "..") {
            if (!steps.empty()) steps.pop_back();
        } else if (step != "." && !step.empty()) {
            steps.push_back(step);
        }
        at = end + 1;
    }
    std::string out;
    for (const std::string_view step : steps) {
        if (!out.empty()) out += '/';
        out += step;
    }
    return out;
}

struct Relation {
    std::string_view type;
    std::string target;
};

std::vector<Relation> relations_in(const XmlTree& tree, std::string_view source) {
    std::vector<Relation> out;
    for (auto n = tree[0].first; n != XmlTree::none; n = tree[n].next) {
        const auto type = tree.attribute(n, XmlNamespace::other, "Type");
        const auto target = tree.attribute(n, XmlNamespace::other, "Target");
        const auto mode = tree.attribute(n, XmlNamespace::other, "TargetMode");
        if (type && target && mode != "External") out.push_back({*type, resolved(source, *target)});
    }
    return out;
}

Error no_word_document(const std::string& what, const std::string& english) {
    return {"不是 Word 文档（" + what + "），请用 Word 或 WPS 另存为 .docx 再检查",
            "not a Word document (" + english + "); save it as .docx and check that"};
}

}  // namespace

namespace {

/// What a damaged document's owner can do.
Failure advised(const Error& error) {
    return fail(error.zh + "，请用 Word 或 WPS 打开后另存为 .docx 再检查",
                error.en + "; open it in Word or WPS, save it as .docx and check that");
}

}  // namespace

DocxPackage::DocxPackage(ZipArchive archive)
    : archive_(std::move(archive)), left_(container_limits::most_unpacked_bytes) {}

Result<std::optional<std::string>> DocxPackage::bytes(std::string_view name) {
    const ZipArchive::Entry* entry = name.empty() ? nullptr : archive_.find(name);
    if (entry == nullptr) return std::nullopt;
    auto out = archive_.read(*entry, std::min(left_, container_limits::most_part_bytes));
    if (!out) return advised(out.error());
    left_ -= out->size();
    return std::move(*out);
}

Result<std::optional<XmlTree>> DocxPackage::tree(const std::string& name) {
    GOUJI_TRY(auto part, bytes(name));
    if (!part) return std::nullopt;
    GOUJI_TRY(auto tree, XmlTree::parse(std::move(*part), name));
    return tree;
}

std::optional<Error> DocxPackage::find_main() {
    auto top = tree("_rels/.rels");
    if (!top) return top.error();
    if (!*top) return no_word_document("缺少 _rels/.rels", "it has no _rels/.rels");
    for (const Relation& relation : relations_in(**top, "")) {
        if (relation.type.ends_with("/officeDocument")) {
            parts_.main = relation.target;
            parts_.strict = relation.type.find("purl.oclc.org") != std::string_view::npos;
        }
        parts_.is_signed |= relation.type.ends_with("/digital-signature/origin");
    }
    if (archive_.find(parts_.main) == nullptr)
        return no_word_document("没有正文", "it has no main part");
    auto types = tree("[Content_Types].xml");
    if (!types) return types.error();
    if (!*types)
        return no_word_document("缺少 [Content_Types].xml", "it has no [Content_Types].xml");
    for (auto n = (**types)[0].first; n != XmlTree::none; n = (**types)[n].next) {
        const auto name = (*types)->attribute(n, XmlNamespace::other, "PartName");
        const auto type = (*types)->attribute(n, XmlNamespace::other, "ContentType");
        const bool other = name && type && *name == "/" + parts_.main &&
                           type->find("word") == std::string_view::npos;
        if (other) return no_word_document(std::string(*type), std::string(*type));
    }
    return std::nullopt;
}

std::optional<Error> DocxPackage::find_related() {
    const std::string folder(folder_of(parts_.main));
    parts_.main_relations = folder + "_rels/" + parts_.main.substr(folder.size()) + ".rels";
    auto relations = tree(parts_.main_relations);
    if (!relations) return relations.error();
    if (!*relations) return std::nullopt;
    const std::pair<std::string_view, std::string*> wanted[] = {
        {"/styles", &parts_.styles},       {"/numbering", &parts_.numbering},
        {"/footnotes", &parts_.footnotes}, {"/endnotes", &parts_.endnotes},
        {"/settings", &parts_.settings},   {"relationships/comments", &parts_.comments},
    };
    for (const Relation& relation : relations_in(**relations, parts_.main)) {
        for (const auto& [type, part] : wanted) {
            if (relation.type.ends_with(type)) *part = relation.target;
        }
        if (relation.type.ends_with("/header") || relation.type.ends_with("/footer"))
            ++parts_.headers;
        if (relation.type.ends_with("/commentsExtended") ||
            relation.type.ends_with("/commentsIds")) {
            parts_.comment_companions.push_back(relation.target);
        }
    }
    return std::nullopt;
}

Result<DocxPackage> DocxPackage::open(std::string_view bytes) {
    auto archive = ZipArchive::open(bytes);
    if (!archive) return advised(archive.error());
    DocxPackage out(std::move(*archive));
    if (auto error = out.find_main()) return Failure(*error);
    if (auto error = out.find_related()) return Failure(*error);
    return out;
}

}  // namespace gouji
