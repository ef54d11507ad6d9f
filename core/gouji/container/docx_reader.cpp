#include "gouji/container/docx_reader.hpp"

#include "gouji/container/docx_body.hpp"

#include <map>
#include <optional>
#include <set>
#include <utility>

namespace gouji {
namespace {

class DocxReader {
public:
    explicit DocxReader(DocxPackage package) : package_(std::move(package)) {}

    Result<DocxDocument> read(Revisions revisions) {
        if (auto error = load()) return Failure(*error);
        const XmlTree& main = parts_.front().tree;
        const auto body = main.word_child(0, "body");
        if (body == XmlTree::none) {
            return fail("不是 Word 文档（正文为空），请用 Word 或 WPS 另存为 .docx 再检查",
                        "not a Word document (no body); save it as .docx and check that");
        }
        TextBuilder out;
        DocxBody blocks(out, numbering_, revisions);
        blocks.read(main, 0, body);
        notes(blocks);
        GOUJI_TRY(auto extracted, std::move(out).finish());
        return DocxDocument{std::move(package_), std::move(parts_), std::move(extracted),
                            protected_};
    }

private:
    std::optional<Error> load() {
        const DocxParts& names = package_.parts();
        auto main = package_.tree(names.main);
        if (!main) return main.error();
        parts_.push_back({names.main, std::move(**main)});
        if (auto error = load_styles()) return error;
        if (auto numbering = package_.tree(names.numbering); !numbering) {
            return numbering.error();
        } else if (*numbering) {
            numbering_.read_numbering(**numbering);
        }
        if (auto settings = package_.tree(names.settings); !settings) {
            return settings.error();
        } else if (*settings) {
            const auto lock = (*settings)->word_child(0, "documentProtection");
            const std::string_view enforced = (*settings)->value(lock, "enforcement");
            protected_ = enforced == "1" || enforced == "true" || enforced == "on";
        }
        for (const bool endnotes : {false, true}) {
            if (auto error = load_notes(endnotes)) return error;
        }
        return std::nullopt;
    }

    /// Styles are often the largest part, and only those that number or hide text matter.
    std::optional<Error> load_styles() {
        auto bytes = package_.bytes(package_.parts().styles);
        if (!bytes) return bytes.error();
        if (!*bytes) return std::nullopt;
        const bool matters = (*bytes)->find("numPr") != std::string::npos ||
                             (*bytes)->find("vanish") != std::string::npos;
        if (!matters) return std::nullopt;
        auto styles = XmlTree::parse(std::move(**bytes), package_.parts().styles);
        if (!styles) return styles.error();
        numbering_.read_styles(*styles);
        return std::nullopt;
    }

    std::optional<Error> load_notes(bool endnotes) {
        const std::string& name = endnotes ? package_.parts().endnotes : package_.parts().footnotes;
        auto tree = package_.tree(name);
        if (!tree) return tree.error();
        if (!*tree) return std::nullopt;
        const auto part = static_cast<std::uint16_t>(parts_.size());
        for (auto n = (**tree)[0].first; n != XmlTree::none; n = (**tree)[n].next) {
            if ((*tree)->is_word(n, endnotes ? "endnote" : "footnote"))
                notes_[{endnotes, std::string((*tree)->value(n, "id"))}] = {part, n};
        }
        parts_.push_back({name, std::move(**tree)});
        return std::nullopt;
    }

    /// Notes stand after the text, each once, in the order in which they are cited.
    void notes(DocxBody& blocks) {
        std::set<std::pair<std::uint16_t, std::uint32_t>> done;
        for (const DocxInline::Note& cited : blocks.take_notes()) {
            const auto note = notes_.find({cited.endnote, cited.id});
            if (note == notes_.end() || !done.insert(note->second).second) continue;
            const auto& [part, node] = note->second;
            blocks.read(parts_[part].tree, part, node, cited.run);
        }
    }

    DocxPackage package_;
    std::vector<DocxDocument::Part> parts_;
    Numbering numbering_;
    std::map<std::pair<bool, std::string>, std::pair<std::uint16_t, std::uint32_t>> notes_;
    bool protected_ = false;
};

}  // namespace

Result<DocxDocument> read_docx(std::string_view bytes, Revisions revisions) {
    GOUJI_TRY(auto package, DocxPackage::open(bytes));
    return DocxReader(std::move(package)).read(revisions);
}

}  // namespace gouji
