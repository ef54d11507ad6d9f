#pragma once

#include <gouji/phrases.hpp>

#include <array>
#include <bitset>

#include "outline.hpp"

namespace structure {

/// The five aspects that the chapter 总体情况 speaks of since 2021, and how a text shows them.
class Aspects {
public:
    enum Aspect : std::size_t { disclosure, requests, management, platform, supervision, count };

    /// The list overview_aspects of a rule's page, with the marks beside its words.
    Aspects(const std::vector<std::string>& words, const std::vector<std::string>& marks);

    /// Which aspects a chapter speaks of. Where parts are headed by aspects, a passing mention
    /// in another part does not stand for a part that is missing; in running text it does.
    [[nodiscard]] std::bitset<count> in(Document document, const gouji_chapter& overview) const;

    /// Which aspects head a part of the chapter.
    [[nodiscard]] std::bitset<count> headed(Document document, const gouji_chapter& overview) const;

    /// The part of the chapter that is headed by an aspect; null when there is none.
    [[nodiscard]] const gouji_chapter* part(Document document, const gouji_chapter& overview,
                                            Aspect aspect) const;

    [[nodiscard]] static std::string_view name(std::size_t aspect);

private:
    struct Signs {
        gouji::Phrases heading;  ///< in the title of a part
        gouji::Phrases strong;   ///< anywhere
        gouji::Phrases weak;     ///< in an overview without such parts
    };

    std::vector<Signs> signs_;  ///< of each aspect
    gouji::Phrases channels_;   ///< 网站, 公众号: only with something done to them
    gouji::Phrases upkeep_;
};

}  // namespace structure
