#include "gouji/text/digest.hpp"

#include <nettle/base16.h>
#include <nettle/base64.h>
#include <nettle/sha2.h>

namespace gouji {

Sha256 sha256(std::string_view bytes) {
    sha256_ctx context;
    sha256_init(&context);
    sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
    Sha256 out;
    sha256_digest(&context, out.size(), out.data());
    return out;
}

std::string hexadecimal(const Sha256& digest) {
    std::string out(BASE16_ENCODE_LENGTH(std::tuple_size_v<Sha256>), '\0');
    base16_encode_update(out.data(), digest.size(), digest.data());
    return out;
}

std::string base64(const Sha256& digest) {
    std::string out(BASE64_ENCODE_RAW_LENGTH(std::tuple_size_v<Sha256>), '\0');
    base64_encode_raw(out.data(), digest.size(), digest.data());
    return out;
}

}  // namespace gouji
