#pragma once

#include "gouji/base/result.hpp"
#include "gouji/container/container_kind.hpp"
#include "gouji/container/extracted.hpp"
#include "gouji/edition/lexicon.hpp"
#include "gouji/engine/inputs.hpp"
#include "gouji/text/digest.hpp"
#include "gouji/text/line_index.hpp"
#include "gouji/text/text.hpp"

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace gouji {

struct LoadOptions {
    std::uint64_t max_size = std::uint64_t{64} << 20U;  ///< bytes
    std::string encoding;                               ///< "" : detected
    bool digest = false;                                ///< SHA-256 is wanted
    const Lexicon* lexicon = nullptr;  ///< finds the article of a page; null: pages are taken whole
};

/// A file that has been read: its text, for as long as one of its reports is looked at. Immutable;
/// safe for many threads.
///
/// Rules look at text(). For a .docx and a page that is what was extracted from it; structure()
/// then has the lines and tables that the file itself declares. Places in results are places of
/// source(): the page as it is stored, and otherwise the text.
class File {
public:
    /// One clear sentence for every way the world can be wrong; it does not repeat the name.
    static Result<std::shared_ptr<const File>> load(const Input& input, const LoadOptions& options);
    /// The same from bytes that are there already.
    static Result<std::shared_ptr<const File>> read(std::string name, std::string bytes,
                                                    const LoadOptions& options);

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] std::string base_name()
        const;  ///< without folders; "" for nameless standard input
    [[nodiscard]] ContainerKind kind() const { return kind_; }
    [[nodiscard]] const Text& text() const { return text_; }
    /// Null for plain text.
    [[nodiscard]] const Structure* structure() const {
        return kind_ == ContainerKind::text ? nullptr : &structure_;
    }
    [[nodiscard]] const SourceMap& map() const { return map_; }
    /// Names of the parts that pieces of a .docx speak of.
    [[nodiscard]] const std::vector<std::string>& parts() const { return parts_; }
    /// Another program made the .docx that was read: places are places of that.
    [[nodiscard]] bool converted() const { return converted_; }
    /// Headers and footers of a .docx, which are not read.
    [[nodiscard]] std::uint32_t headers() const { return headers_; }
    [[nodiscard]] std::uint64_t bytes() const { return bytes_; }  ///< as stored
    /// Of the bytes as stored; nothing when it was not wanted.
    [[nodiscard]] const std::optional<Sha256>& digest() const { return digest_; }
    /// The bytes as stored: of a .docx, into which findings may be written, and of standard input,
    /// which cannot be read a second time; "" for other files.
    [[nodiscard]] const std::string& stored() const { return stored_; }
    /// Of text(). Built when first asked for: most files of a clean folder never are.
    [[nodiscard]] const LineIndex& lines() const;

    [[nodiscard]] const Text& source() const { return page_ ? *page_ : text_; }
    [[nodiscard]] const LineIndex& source_lines() const;
    /// Where words of text() stand in source().
    [[nodiscard]] Span source_span(Span span) const { return page_ ? map_.source(span) : span; }
    /// Line and column in source() of a place in text().
    [[nodiscard]] Position position(std::uint32_t offset) const {
        return source_lines().position(source_span({offset, offset}).begin);
    }

    File(std::string name, Text text, std::uint64_t bytes,
         std::optional<Sha256> digest = std::nullopt)
        : name_(std::move(name)), text_(std::move(text)), bytes_(bytes), digest_(digest) {}

private:
    static Result<std::shared_ptr<const File>> read_converted(const Input& input,
                                                              std::string_view original,
                                                              const LoadOptions& options);
    static Result<std::shared_ptr<File>> read_file(std::string name, std::string bytes,
                                                   const LoadOptions& options);

    std::string name_;
    ContainerKind kind_ = ContainerKind::text;
    Text text_;
    std::optional<Text> page_;  ///< the source of a page
    Structure structure_;
    SourceMap map_;
    std::vector<std::string> parts_;
    bool converted_ = false;
    std::uint32_t headers_ = 0;
    std::uint64_t bytes_;
    std::optional<Sha256> digest_;
    std::string stored_;
    mutable std::once_flag once_, source_once_;
    mutable std::unique_ptr<LineIndex> lines_, source_lines_;
};

}  // namespace gouji
