#include "gouji/semantic/recognition.hpp"

#include <gouji/utf8.hpp>

#include <algorithm>
#include <string_view>

namespace gouji {
namespace {

constexpr std::size_t front = 8;  // paragraphs in which title and preface are looked for

bool has(std::string_view text, std::string_view words) {
    return seek(text, words) != std::string_view::npos;
}

bool has_table(const SemanticModel& model) {
    return std::ranges::any_of(
        model.forms, [](const gouji_form& form) { return form.state != GOUJI_FORM_MISSING; });
}

/// A heading that says the title of a chapter, with few characters wrong at most.
bool heads_chapter(const gouji_chapter& chapter) {
    return chapter.level == 1 && chapter.kind.size != 0 &&
           chapter.distance * 4 <= length(view(chapter.expected));
}

/// Two chapters of which one has a form, or two with exactly the edition's titles, or three. Many
/// kinds of report have a chapter 总体情况 and one on 存在的问题.
bool has_chapters(const SemanticModel& model, const std::vector<Edition>& editions) {
    std::vector<std::string_view> kinds;
    bool with_form = false;
    std::size_t exact = 0;
    std::size_t legacy = 0;
    for (const gouji_chapter& chapter : model.chapters) {
        legacy += chapter.match == GOUJI_TITLE_LEGACY ? 1 : 0;
        if (!heads_chapter(chapter) || std::ranges::count(kinds, view(chapter.kind)) != 0) continue;
        kinds.push_back(view(chapter.kind));
        exact += chapter.match == GOUJI_TITLE_EXACT ? 1 : 0;
        for (const Edition& edition : editions) {
            for (const Edition::Chapter& known : edition.chapters)
                with_form |= known.kind == view(chapter.kind) && !known.form.empty();
        }
    }
    return kinds.size() >= 3 || exact >= 2 || (with_form && kinds.size() + legacy >= 2) ||
           legacy >= 2;
}

bool names_report(std::string_view words) {
    return has(words, "公开") && (has(words, "年度报告") || has(words, "年报"));
}

/// A notice about annual reports, or a summary of another kind of work, says so in its last word.
bool names_other_document(std::string_view title) {
    for (const std::string_view kind :
         {"通知", "意见", "方案", "办法", "规定", "函", "批复", "公告", "通报", "决定", "总结",
          "纪要", "指南", "目录", "制度"}) {
        if (title.ends_with(kind)) return true;
    }
    return false;
}

/// “信息公开工作报告” is a title that clerks write for 年度报告, unless it reports on something
/// else.
bool title_says_so(const SemanticModel& model) {
    const std::string_view title = view(model.summary.title);
    if (names_other_document(title)) return false;
    if (names_report(title)) return true;
    if (!has(title, "报告") || !has(title, "公开")) return false;
    const auto standard = [](const gouji_chapter& chapter) {
        return heads_chapter(chapter) && chapter.match != GOUJI_TITLE_SIMILAR;
    };
    return std::ranges::any_of(model.chapters, standard) ||
           (has(title, "信息公开") && model.summary.year != 0 && !has(title, "自查") &&
            !has(title, "整改"));
}

/// “…编制本报告”, “现将2023年政府信息公开年报公布如下” in front of the first chapter.
bool preface_says_so(const Document& document, const SemanticModel& model) {
    const std::uint32_t end =
        model.chapters.empty() ? document.extent().end : model.chapters.front().heading.begin;
    bool said = false;
    for (std::size_t i = 0; i < std::min(front, model.paragraphs.size()); ++i) {
        const Span span = model.paragraphs[i];
        const std::string_view words = std::string_view(model.prose).substr(span.begin, size(span));
        const bool sentence = has(words, "。");
        if (!sentence && names_other_document(words)) return false;
        if (model.source(span).begin >= end) break;
        said |= sentence && has(words, "信息公开") &&
                (names_report(words) || has(words, "本报告") || has(words, "本年度报告"));
    }
    return said;
}

}  // namespace

bool is_annual_report(const Document& document, const SemanticModel& model,
                      const std::vector<Edition>& editions) {
    return has_table(model) || has_chapters(model, editions) || title_says_so(model) ||
           preface_says_so(document, model);
}

}  // namespace gouji
