#include "gouji/pack/pack_reference.hpp"

#include "gouji/pack/version_range.hpp"
#include <gouji/utf8.hpp>

namespace gouji {

PackReference PackReference::of(std::string_view words) {
    const std::size_t at = words.find('@');
    PackReference out{std::string(trimmed(words.substr(0, at))), {}};
    if (at != std::string_view::npos) out.range = trimmed(words.substr(at + 1));
    return out;
}

std::optional<Error> PackReference::misfit(std::string_view version,
                                           const std::string& folder) const {
    if (range.empty()) return std::nullopt;
    const std::string have(version);
    const auto fits = in_version_range(version, range);
    if (!fits) {
        return Error{"规则包“" + id + "”的版本“" + have + "”或范围“" + range +
                         "”看不懂，版本写作 1.2.0，范围写作 ^1.2 或 >=1.2, <2",
                     "cannot compare version '" + have + "' of pack '" + id + "' with the range '" +
                         range + "'; a version reads 1.2.0, a range ^1.2 or >=1.2, <2"};
    }
    if (*fits) return std::nullopt;
    return Error{
        "要求规则包 " + id + " " + range + "，" + folder + " 里的是 " + have +
            "，没有采用；请用 gouji pack update 换成合适的版本，或改这里的范围",
        "pack " + id + " " + range + " is wanted; the one in " + folder + " is " + have +
            " and is not used: run gouji pack update with one that fits, or change the range"};
}

}  // namespace gouji
