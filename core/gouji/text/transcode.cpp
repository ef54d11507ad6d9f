#include "gouji/text/transcode.hpp"

#include <algorithm>
#include <array>
#include <memory>

#include <unicode/ucnv.h>

namespace gouji {
namespace {

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

/// A converter that stops at what it cannot convert, in both directions.
Converter open(Encoding encoding) {
    const char* id = "UTF-8";
    switch (encoding) {
        case Encoding::utf8:
            break;
        case Encoding::utf16le:
            id = "UTF-16LE";
            break;
        case Encoding::utf16be:
            id = "UTF-16BE";
            break;
        case Encoding::gb18030:
            id = "gb18030";
            break;
    }
    UErrorCode status = U_ZERO_ERROR;
    Converter converter(ucnv_open(id, &status));
    if (U_FAILURE(status)) return nullptr;
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                        &status);
    ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                          &status);
    return converter;
}

Transcoded convert(std::string_view bytes, Encoding from, Encoding to) {
    Transcoded out;
    const Converter source = open(from);
    const Converter target = open(to);
    if (!source || !target) {
        out.bad = 0;  // an ICU without its data
        return out;
    }
    out.utf8.reserve(bytes.size() + bytes.size() / 2);
    std::array<UChar, 1024> pivot{};
    UChar* pivot_source = pivot.data();
    UChar* pivot_target = pivot.data();
    std::array<char, 8192> buffer{};
    const char* at = bytes.data();
    const char* const end = at + bytes.size();
    UBool reset = true;
    while (true) {
        char* to_at = buffer.data();
        UErrorCode status = U_ZERO_ERROR;
        ucnv_convertEx(target.get(), source.get(), &to_at, buffer.data() + buffer.size(), &at, end,
                       pivot.data(), &pivot_source, &pivot_target, pivot.data() + pivot.size(),
                       reset, true, &status);
        reset = false;
        out.utf8.append(buffer.data(), to_at);
        if (status == U_BUFFER_OVERFLOW_ERROR) continue;
        if (U_FAILURE(status)) {
            std::array<char, 16> invalid{};
            auto length = static_cast<int8_t>(invalid.size());
            UErrorCode asked = U_ZERO_ERROR;
            ucnv_getInvalidChars(source.get(), invalid.data(), &length, &asked);
            const auto read = static_cast<std::size_t>(at - bytes.data());
            const auto wrong =
                U_SUCCESS(asked) && length > 0 ? static_cast<std::size_t>(length) : 0;
            out.bad = read >= wrong ? read - wrong : 0;
        }
        return out;
    }
}

/// Of the pairs of bytes beyond ASCII, how many hundredths are of GB2312's first level, where the
/// 3,755 common characters are, or its marks. Running text in GBK has nearly all of its pairs
/// there.
unsigned common_pairs(std::string_view bytes) {
    unsigned pairs = 0;
    unsigned common = 0;
    for (std::size_t i = 0; i + 1 < bytes.size();) {
        const auto lead = static_cast<unsigned char>(bytes[i]);
        if (lead < 0x80) {
            ++i;
            continue;
        }
        const auto trail = static_cast<unsigned char>(bytes[i + 1]);
        ++pairs;
        // B0…D7: common characters; A1…A3: punctuation and full-width forms.
        common +=
            trail >= 0xA1 && ((lead >= 0xB0 && lead <= 0xD7) || (lead >= 0xA1 && lead <= 0xA3));
        i += 2;
    }
    return pairs == 0 ? 0 : common * 100 / pairs;
}

}  // namespace

Transcoded to_utf8(std::string_view bytes, Encoding from) {
    return convert(bytes, from, Encoding::utf8);
}

Transcoded from_utf8(std::string_view utf8, Encoding to) {
    return convert(utf8, Encoding::utf8, to);
}

bool looks_like_gb18030(std::string_view bytes) {
    const auto* const first = std::find_if(
        bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    bytes.remove_prefix(static_cast<std::size_t>(first - bytes.begin()));
    return common_pairs(bytes.substr(0, 65536)) >= 80;
}

bool looks_like_utf16(std::string_view bytes, Encoding order) {
    if (bytes.size() < 8 || bytes.size() % 2 != 0) return false;  // too few to tell
    const std::size_t end = std::min<std::size_t>(bytes.size(), 8192);
    std::size_t plausible = 0;
    for (std::size_t i = 0; i + 1 < end; i += 2) {
        const auto first = static_cast<unsigned char>(bytes[i]);
        const auto second = static_cast<unsigned char>(bytes[i + 1]);
        const unsigned unit =
            order == Encoding::utf16le ? first | (second << 8U) : (first << 8U) | second;
        plausible += (unit >= 0x20 && unit < 0x7F) || unit == '\n' || unit == '\r' ||
                     unit == '\t' || unit == 0xA0 || (unit >= 0x2010 && unit < 0x2070) ||
                     (unit >= 0x3000 && unit < 0x3040) || (unit >= 0x4E00 && unit < 0xA000) ||
                     (unit >= 0xFF00 && unit < 0xFFF0);
    }
    return plausible * 100 >= (end / 2) * 95;
}

}  // namespace gouji
