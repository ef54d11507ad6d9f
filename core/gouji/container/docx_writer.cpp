#include "gouji/container/docx_writer.hpp"

#include "gouji/container/docx_comments.hpp"
#include "gouji/container/docx_marker.hpp"
#include "gouji/container/docx_reader.hpp"
#include "gouji/container/docx_splices.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

namespace gouji {
namespace {

std::uint32_t highest_id(const DocxDocument& document) {
    std::uint32_t out = 0;
    for (const DocxDocument::Part& part : document.parts) {
        for (std::uint32_t n = 0; n < part.tree.size(); ++n) {
            if (!part.tree[n].element || part.tree[n].space != XmlNamespace::word) continue;
            const std::string_view id = part.tree.value(n, "id");
            std::uint32_t value = 0;
            std::from_chars(id.data(), id.data() + id.size(), value);
            constexpr std::uint32_t highest = 0x7FFF0000;  // ids are signed 32-bit numbers
            if (value < highest) out = std::max(out, value);
        }
    }
    return out;
}

std::optional<Error> refused(const DocxDocument& document) {
    if (document.package.parts().is_signed) {
        return Error{"文档有数字签名，写入批注或修订会使签名失效，未写出；请用未签名的文档",
                     "the document is digitally signed and writing would break the signature; "
                     "nothing was written, use the unsigned document"};
    }
    if (document.is_protected) {
        return Error{"文档设有编辑保护，未写出；请在“审阅—限制编辑”中停止保护后再试",
                     "the document is protected against editing; nothing was written, stop the "
                     "protection under Review, Restrict Editing"};
    }
    return std::nullopt;
}

/// What the text reads after the edits that were made.
std::string edited_text(std::string_view text, const DocxChanges& changes,
                        const std::vector<std::size_t>& refused_edits) {
    std::string out;
    std::uint32_t at = 0;
    for (std::size_t i = 0; i < changes.edits.size(); ++i) {
        if (std::ranges::binary_search(refused_edits, i)) continue;
        const DocxEdit& edit = changes.edits[i];
        out += text.substr(at, edit.span.begin - at);
        out += edit.replacement;
        at = edit.span.end;
    }
    out += text.substr(at);
    return out;
}

/// Reads what is about to be written: it must be a document that says what it should.
std::optional<Error> verified(const std::string& bytes, const std::string& accepted,
                              std::string_view rejected) {
    const auto is = [&](Revisions revisions, std::string_view text) {
        const auto again = read_docx(bytes, revisions);
        return again && again->extracted.text.view() == text;
    };
    if (is(Revisions::accepted, accepted) && is(Revisions::rejected, rejected)) return std::nullopt;
    return Error{"写出的文档未通过复核，未写出；请把该文档另存为 .docx 后再试",
                 "the document failed verification after writing; nothing was written, save it "
                 "as .docx again and retry"};
}

Result<AnnotatedDocx> annotated(DocxDocument& document, const std::string& rejected,
                                const DocxChanges& changes) {
    GOUJI_TRY(auto comments, DocxComments::open(document.package));
    DocxMarker marker(document, changes, std::max(highest_id(document), comments.highest_id()) + 1);
    AnnotatedDocx out;
    for (std::size_t i = 0; i < changes.comments.size(); ++i) {
        const std::uint32_t id = marker.take_id();
        if (marker.comment(changes.comments[i].span, id)) {
            comments.add(id, changes.comments[i], changes);
        } else {
            out.refused_comments.push_back(i);
        }
    }
    for (std::size_t i = 0; i < changes.edits.size(); ++i) {
        if (!marker.edit(changes.edits[i])) out.refused_edits.push_back(i);
    }
    auto parts = marker.changed_parts();
    // Written anew even where nothing changed: its entry says who wrote the package.
    const DocxDocument::Part& main = document.parts.front();
    parts.try_emplace(main.name, main.tree.bytes());
    if (auto error = comments.write(document.package, parts)) return Failure(*error);
    GOUJI_TRY(out.bytes, document.package.archive().rewritten(parts, changes.author));
    const std::string accepted =
        edited_text(document.extracted.text.view(), changes, out.refused_edits);
    if (auto error = verified(out.bytes, accepted, rejected)) return Failure(*error);
    return out;
}

}  // namespace

Result<AnnotatedDocx> annotate_docx(std::string_view bytes, const DocxChanges& changes) {
    GOUJI_TRY(auto document, read_docx(bytes));
    if (auto error = refused(document)) return Failure(*error);
    GOUJI_TRY(const auto original, read_docx(bytes, Revisions::rejected));
    const std::string rejected(original.extracted.text.view());
    GOUJI_TRY(const auto cleaned, without_comments_by(document, changes.author));
    if (!cleaned) return annotated(document, rejected, changes);
    GOUJI_TRY(auto again, read_docx(*cleaned));
    return annotated(again, rejected, changes);
}

bool is_as_annotated_by(std::string_view bytes, std::string_view author) {
    auto package = DocxPackage::open(bytes);
    if (!package) return false;
    const auto* const main = package->archive().find(package->parts().main);
    return main != nullptr && main->comment == author;
}

}  // namespace gouji
