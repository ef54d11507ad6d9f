#include "gouji/semantic/semantic_model.hpp"

#include <algorithm>

namespace gouji {
namespace {

/// The joint that rules the byte at `folded`.
const SemanticModel::Joint& joint_at(const std::vector<SemanticModel::Joint>& joints,
                                     std::uint32_t folded) {
    const auto after = std::upper_bound(
        joints.begin(), joints.end(), folded,
        [](std::uint32_t at, const SemanticModel::Joint& joint) { return at < joint.folded; });
    return after == joints.begin() ? *after : *(after - 1);
}

}  // namespace

Span SemanticModel::source(Span folded) const {
    if (joints.empty()) return {};
    const auto size = static_cast<std::uint32_t>(prose.size());
    folded.begin = std::min(folded.begin, size);
    folded.end = std::clamp(folded.end, folded.begin, size);
    const Joint& first = joint_at(joints, folded.begin);
    const std::uint32_t begin = first.source + (folded.begin - first.folded) * first.stride;
    if (folded.begin == folded.end) return {begin, begin};
    // The end belongs to the last byte inside: what was folded away after it stays outside.
    const Joint& last = joint_at(joints, folded.end - 1);
    return {begin, last.source + (folded.end - last.folded) * last.stride};
}

std::uint32_t SemanticModel::chapter_at(std::uint32_t offset) const {
    const auto after = std::upper_bound(
        chapters.begin(), chapters.end(), offset,
        [](std::uint32_t at, const gouji_chapter& chapter) { return at < chapter.heading.begin; });
    if (after == chapters.begin()) return GOUJI_NONE;
    auto index = static_cast<std::uint32_t>(after - chapters.begin() - 1);
    while (index != GOUJI_NONE &&
           offset >= std::max(chapters[index].body.end, chapters[index].heading.end)) {
        index = chapters[index].parent;
    }
    return index;
}

}  // namespace gouji
