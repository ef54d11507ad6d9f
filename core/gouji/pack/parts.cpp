#include "gouji/pack/parts.hpp"

#include <algorithm>

namespace gouji {

std::vector<std::string> part_names(std::span<const Edition> editions) {
    std::vector<std::string> out{"title", "preface"};
    for (const Edition& edition : editions) {
        for (const Edition::Chapter& chapter : edition.chapters) {
            if (std::find(out.begin(), out.end(), chapter.kind) == out.end())
                out.push_back(chapter.kind);
        }
    }
    out.emplace_back("end");
    return out;
}

bool is_fixed_part(std::string_view part) {
    return part == "title" || part == "preface" || part == "end";
}

std::string_view chapter_kind(const SemanticModel& model, std::uint32_t offset) {
    std::uint32_t at = model.chapter_at(offset);
    if (at == GOUJI_NONE) return "preface";
    while (model.chapters[at].level > 1 && model.chapters[at].parent != GOUJI_NONE) {
        at = model.chapters[at].parent;
    }
    return view(model.chapters[at].kind);
}

bool in_parts(const SemanticModel& model, const std::vector<std::string>& parts,
              std::uint32_t offset) {
    return parts.empty() ||
           std::find(parts.begin(), parts.end(), chapter_kind(model, offset)) != parts.end();
}

const std::vector<std::string>& agency_kinds() {
    static const std::vector<std::string> all{"government", "town",   "street", "department",
                                              "office",     "centre", "other"};
    return all;
}

std::string_view chapter_title(const SemanticModel& model, std::string_view kind) {
    for (const gouji_expected_chapter& chapter : model.expected) {
        if (view(chapter.kind) == kind) return view(chapter.title);
    }
    return kind;
}

}  // namespace gouji
