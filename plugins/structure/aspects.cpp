#include "aspects.hpp"

namespace structure {

namespace {

/// The words of the list that have `mark` among their marks, which blanks part.
std::vector<std::string> marked(const std::vector<std::string>& words,
                                const std::vector<std::string>& marks, std::string_view mark) {
    const auto has = [&](std::string_view all) {
        for (std::size_t at = all.find(mark); at != std::string_view::npos;
             at = all.find(mark, at + 1)) {
            const std::size_t end = at + mark.size();
            if ((at == 0 || all[at - 1] == ' ') && (end == all.size() || all[end] == ' '))
                return true;
        }
        return false;
    };
    std::vector<std::string> out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (has(marks[i])) out.push_back(words[i]);
    }
    return out;
}

constexpr std::array<std::string_view, Aspects::count> keys{"disclosure", "requests", "management",
                                                            "platform", "supervision"};

}  // namespace

Aspects::Aspects(const std::vector<std::string>& words, const std::vector<std::string>& marks)
    : channels_(marked(words, marks, "channel")), upkeep_(marked(words, marks, "upkeep")) {
    for (const std::string_view key : keys) {
        const auto of = [&](std::string_view place) {
            return gouji::Phrases(
                marked(words, marks, std::string(key) + "." + std::string(place)));
        };
        signs_.push_back({of("heading"), of("strong"), of("weak")});
    }
}

std::string_view Aspects::name(std::size_t aspect) {
    static constexpr std::array<std::string_view, count> names{
        "主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障"};
    return names[aspect];
}

const gouji_chapter* Aspects::part(Document document, const gouji_chapter& overview,
                                   Aspect aspect) const {
    // “以系统化方式保障群众知情权” has a word of supervision and is not the part on it.
    constexpr std::size_t longest = 30;  // bytes
    for (const gouji_chapter& part : document.chapters()) {
        if (part.level < 2 || !contains(overview.body, part.heading)) continue;
        const std::string title = packed(document.text(part.title));
        if (title.size() <= longest && signs_[aspect].heading.in(title)) return &part;
    }
    return nullptr;
}

std::bitset<Aspects::count> Aspects::headed(Document document,
                                            const gouji_chapter& overview) const {
    std::bitset<count> found;
    for (const gouji_chapter& part : document.chapters()) {
        if (part.level < 2 || !contains(overview.body, part.heading)) continue;
        const std::string title = packed(document.text(part.title));
        for (std::size_t i = 0; i < count; ++i) {
            if (signs_[i].heading.in(title)) found.set(i);
        }
    }
    return found;
}

std::bitset<Aspects::count> Aspects::in(Document document, const gouji_chapter& overview) const {
    std::bitset<count> found = headed(document, overview);
    const bool in_parts = found.count() >= 3;

    for (const Paragraph& paragraph : paragraphs(document)) {
        if (!contains(overview.body, paragraph.span)) continue;
        for (std::size_t i = 0; i < count; ++i) {
            if (found[i]) continue;
            if (signs_[i].strong.in(paragraph.text)) found.set(i);
            if (!in_parts && signs_[i].weak.in(paragraph.text)) found.set(i);
        }
        if (in_parts || found[platform]) continue;
        // “优化网站栏目” builds the platform; “通过网站发布” only uses it.
        for (std::size_t at = 0; at < paragraph.text.size();) {
            const std::size_t stop = paragraph.text.find("。", at);
            const std::string_view sentence =
                paragraph.text.substr(at, stop == std::string_view::npos ? stop : stop - at);
            if (channels_.in(sentence) && upkeep_.in(sentence)) found.set(platform);
            if (stop == std::string_view::npos) break;
            at = stop + std::string_view("。").size();
        }
    }
    return found;
}

}  // namespace structure
