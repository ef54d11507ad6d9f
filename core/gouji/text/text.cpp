#include "gouji/text/text.hpp"

#include "gouji/text/transcode.hpp"
#include "gouji/text/utf8_check.hpp"

#include <atomic>
#include <cctype>
#include <optional>
#include <utility>

namespace gouji {
namespace {

constexpr std::string_view mark_utf8 = "\xEF\xBB\xBF";
constexpr std::string_view mark_utf16le = "\xFF\xFE";
constexpr std::string_view mark_utf16be = "\xFE\xFF";
constexpr auto none = std::string_view::npos;

/// “GB 18030”, “utf_8”, “Utf-16LE” all name what IANA writes with hyphens and capitals.
std::optional<Encoding> encoding_named(std::string_view name) {
    std::string key;
    for (const char c : name) {
        if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
            key.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
        }
    }
    if (key == "utf8") return Encoding::utf8;
    if (key == "utf16le" || key == "utf16") return Encoding::utf16le;
    if (key == "utf16be") return Encoding::utf16be;
    if (key == "gb18030" || key == "gbk" || key == "gb2312" || key == "cp936" || key == "euccn") {
        return Encoding::gb18030;
    }
    return std::nullopt;
}

/// Files people hand over that are no text at all, known by how they begin.
std::string_view binary_kind(std::string_view bytes) {
    if (bytes.starts_with("PK\x03\x04"))
        return "压缩包（如 .docx、.xlsx、.wps）/ a zip package such as .docx";
    if (bytes.starts_with("\xD0\xCF\x11\xE0"))
        return "旧版 Word 文档（.doc）/ an old Word file (.doc)";
    if (bytes.starts_with("%PDF")) return "PDF 文件 / a PDF file";
    return {};
}

Failure binary(std::string_view bytes, std::size_t at) {
    const std::string_view kind = binary_kind(bytes);
    if (!kind.empty()) {
        return fail("不是文本，是" + std::string(kind) +
                    "；请另存为纯文本（UTF-8）再检查 / not text: save it as plain text (UTF-8)");
    }
    return fail("不是文本：第 " + std::to_string(at) +
                " 字节为 NUL；请另存为纯文本（UTF-8）再检查 / not text: NUL at byte " +
                std::to_string(at) + ", save it as plain text (UTF-8)");
}

Failure undecodable(std::string_view encoding, std::size_t at) {
    const std::string offset = std::to_string(at);
    return fail("第 " + offset + " 字节不是合法的 " + std::string(encoding) +
                "；请另存为 UTF-8，或用 --encoding 指明编码 / byte " + offset + " is not " +
                std::string(encoding) + ": save as UTF-8 or name the encoding with --encoding");
}

std::string_view mark_of(Encoding encoding) {
    switch (encoding) {
        case Encoding::utf8:
            return mark_utf8;
        case Encoding::utf16le:
            return mark_utf16le;
        case Encoding::utf16be:
            return mark_utf16be;
        case Encoding::gb18030:
            return {};
    }
    return {};
}

Encoding detect(std::string_view bytes, std::size_t ill_formed, std::size_t nul) {
    if (ill_formed == none && nul == none) return Encoding::utf8;
    if (looks_like_utf16(bytes, Encoding::utf16le)) return Encoding::utf16le;
    if (looks_like_utf16(bytes, Encoding::utf16be)) return Encoding::utf16be;
    if (nul == none && looks_like_gb18030(bytes)) return Encoding::gb18030;
    return Encoding::utf8;
}

}  // namespace

std::string_view name(Encoding encoding) {
    switch (encoding) {
        case Encoding::utf8:
            return "UTF-8";
        case Encoding::utf16le:
            return "UTF-16LE";
        case Encoding::utf16be:
            return "UTF-16BE";
        case Encoding::gb18030:
            return "GB18030";
    }
    return "UTF-8";
}

Text::Text(std::string utf8, Encoding encoding, bool mark)
    : utf8_(std::move(utf8)), encoding_(encoding), mark_(mark) {
    static std::atomic<std::uint64_t> last{0};
    serial_ = ++last;
}

Result<Text> Text::of_utf8(std::string bytes) {
    if (const std::size_t at = find_ill_formed(bytes); at != none)
        return undecodable(name(Encoding::utf8), at);
    return Text(std::move(bytes), Encoding::utf8, false);
}

Result<Text> Text::decode(std::string bytes, std::string_view encoding) {
    std::optional<Encoding> wanted;
    if (!encoding.empty()) {
        wanted = encoding_named(encoding);
        if (!wanted) {
            return fail("不认识编码“" + std::string(encoding) +
                        "”；可用 UTF-8、UTF-16LE、UTF-16BE、GB18030 / unknown encoding \"" +
                        std::string(encoding) + "\": use UTF-8, UTF-16LE, UTF-16BE or GB18030");
        }
    }
    if (!wanted) {
        if (bytes.starts_with(mark_utf8))
            wanted = Encoding::utf8;
        else if (bytes.starts_with(mark_utf16le))
            wanted = Encoding::utf16le;
        else if (bytes.starts_with(mark_utf16be))
            wanted = Encoding::utf16be;
    } else if (*wanted == Encoding::utf16le && bytes.starts_with(mark_utf16be)) {
        wanted = Encoding::utf16be;  // “utf-16” leaves the order to the mark
    }
    const bool may_be_utf8 = !wanted || *wanted == Encoding::utf8;
    const std::size_t ill_formed = may_be_utf8 ? find_ill_formed(bytes) : none;
    const std::size_t nul = may_be_utf8 ? bytes.find('\0') : none;
    const Encoding found = wanted ? *wanted : detect(bytes, ill_formed, nul);

    const bool mark = !mark_of(found).empty() && bytes.starts_with(mark_of(found));
    if (found == Encoding::utf8) {
        if (nul != none || (ill_formed != none && !binary_kind(bytes).empty())) {
            return binary(bytes, nul != none ? nul : ill_formed);
        }
        if (ill_formed != none) return undecodable(name(found), ill_formed);
        if (mark) bytes.erase(0, mark_utf8.size());
        return Text(std::move(bytes), found, mark);
    }
    const std::size_t skipped = mark ? mark_of(found).size() : 0;
    Transcoded text = to_utf8(std::string_view(bytes).substr(skipped), found);
    if (text.bad != none) return undecodable(name(found), text.bad + skipped);
    if (const std::size_t at = text.utf8.find('\0'); at != none) return binary(bytes, at);
    return Text(std::move(text.utf8), found, mark);
}

Result<std::string> Text::encode(std::string_view utf8) const {
    std::string out(mark_ ? mark_of(encoding_) : std::string_view());
    if (encoding_ == Encoding::utf8) return out.append(utf8);
    Transcoded bytes = from_utf8(utf8, encoding_);
    if (bytes.bad != none) {
        return fail("无法用 " + std::string(name(encoding_)) + " 写出 / cannot be written in " +
                    std::string(name(encoding_)));
    }
    return out.append(bytes.utf8);
}

}  // namespace gouji
