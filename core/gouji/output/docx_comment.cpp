#include "gouji/output/docx_comment.hpp"

#include "gouji/output/words.hpp"

namespace gouji {

DocxComment docx_comment(const Diagnostic& diagnostic, const Page& page, Language language) {
    const Finding& finding = diagnostic.finding;
    const std::string level(level_word(diagnostic.level, language));
    std::string text = (language == Language::en ? level + ": " : "【" + level + "】") +
                       format_message(words_of(page, finding.message, language), finding.arguments);
    const std::string_view remedy = pick(language, "改法：", "Fix: ");
    for (const Finding::Fix& fix : finding.fixes) {
        text += '\n';
        text += remedy;
        text += format_message(words_of(page, fix.message, language), fix.arguments);
    }
    if (finding.fixes.empty()) {
        if (const std::string todo = advice(page, language); !todo.empty()) {
            text += '\n';
            text += remedy;
            text += todo;
        }
    }
    text += pick(language, "\n规则：", "\nRule: ") + page.id;
    return {finding.where, std::move(text), level};
}

}  // namespace gouji
