#include "gouji/container/numbering.hpp"

#include "gouji/container/number_format.hpp"

#include <algorithm>
#include <charconv>

namespace gouji {
namespace {

constexpr int most_base_styles = 20;        // a chain that is longer is a circle
constexpr std::size_t longest_label = 256;  // bytes of w:lvlText

int number_in(std::string_view text, int fallback) {
    int value = fallback;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() ? value : fallback;
}

}  // namespace

void Numbering::read_styles(const XmlTree& styles) {
    for (std::uint32_t s = styles[0].first; s != XmlTree::none; s = styles[s].next) {
        if (!styles.is_word(s, "style")) continue;
        const std::string_view id = styles.value(s, "styleId");
        if (id.empty()) continue;
        Style style;
        style.base = styles.value(styles.word_child(s, "basedOn"));
        const auto properties = styles.word_child(s, "pPr");
        if (const auto number = styles.word_child(properties, "numPr"); number != XmlTree::none) {
            style.number = styles.value(styles.word_child(number, "numId"));
            style.level = number_in(styles.value(styles.word_child(number, "ilvl")), 0);
        }
        const auto hidden = styles.word_child(styles.word_child(s, "rPr"), "vanish");
        if (hidden != XmlTree::none) style.hidden = styles.on(hidden) ? 1 : 0;
        const std::string_view is_default = styles.value(s, "default");
        if ((is_default == "1" || is_default == "true") && styles.value(s, "type") == "paragraph")
            default_style_ = id;
        styles_[std::string(id)] = std::move(style);
    }
}

bool Numbering::hides(std::string_view style) const {
    for (int i = 0; i < most_base_styles && !style.empty(); ++i) {
        const auto found = styles_.find(style);
        if (found == styles_.end()) return false;
        if (found->second.hidden >= 0) return found->second.hidden != 0;
        style = found->second.base;
    }
    return false;
}

Numbering::Level Numbering::read_level(const XmlTree& tree, std::uint32_t node) {
    Level level;
    level.start = number_in(tree.value(tree.word_child(node, "start")), 0);
    auto format = tree.word_child(node, "numFmt");
    if (format == XmlTree::none) {  // a format newer than the standard, with one to fall back on
        const auto choice = tree.child(node, XmlNamespace::compatibility, "AlternateContent");
        const auto fallback = tree.child(choice, XmlNamespace::compatibility, "Fallback");
        format = tree.word_child(fallback, "numFmt");
    }
    if (format != XmlTree::none) level.format = tree.value(format);
    level.text = tree.value(tree.word_child(node, "lvlText")).substr(0, longest_label);
    level.style = tree.value(tree.word_child(node, "pStyle"));
    level.restart = number_in(tree.value(tree.word_child(node, "lvlRestart")), -1);
    level.legal = tree.on(tree.word_child(node, "isLgl"));
    return level;
}

void Numbering::read_numbering(const XmlTree& numbering) {
    const auto level_of = [&](std::uint32_t node) {
        const int level = number_in(numbering.value(node, "ilvl"), 0);
        return level >= 0 && level < levels ? level : -1;
    };
    for (std::uint32_t n = numbering[0].first; n != XmlTree::none; n = numbering[n].next) {
        if (numbering.is_word(n, "abstractNum")) {
            const std::string id(numbering.value(n, "abstractNumId"));
            Abstract abstract;
            abstract.link = numbering.value(numbering.word_child(n, "numStyleLink"));
            const std::string_view list = numbering.value(numbering.word_child(n, "styleLink"));
            if (!list.empty()) list_styles_[std::string(list)] = id;
            for (auto l = numbering[n].first; l != XmlTree::none; l = numbering[l].next) {
                if (const int i = level_of(l); numbering.is_word(l, "lvl") && i >= 0)
                    abstract.level[static_cast<std::size_t>(i)] = read_level(numbering, l);
            }
            abstracts_[id] = std::move(abstract);
        } else if (numbering.is_word(n, "num")) {
            Number number;
            number.abstract = numbering.value(numbering.word_child(n, "abstractNumId"));
            for (auto o = numbering[n].first; o != XmlTree::none; o = numbering[o].next) {
                const int i = level_of(o);
                if (!numbering.is_word(o, "lvlOverride") || i < 0) continue;
                const auto start = numbering.word_child(o, "startOverride");
                if (start != XmlTree::none) number.start[i] = number_in(numbering.value(start), 1);
                const auto level = numbering.word_child(o, "lvl");
                if (level != XmlTree::none) number.replaced[i] = read_level(numbering, level);
            }
            numbers_[std::string(numbering.value(n, "numId"))] = std::move(number);
        }
    }
}

Numbering::Place Numbering::place(const XmlTree& tree, std::uint32_t paragraph) const {
    Place out;
    const auto properties = tree.word_child(paragraph, "pPr");
    if (const auto own = tree.word_child(properties, "numPr"); own != XmlTree::none) {
        out.number = tree.value(tree.word_child(own, "numId"));
        out.level = number_in(tree.value(tree.word_child(own, "ilvl")), -1);
    }
    if (!out.number.empty()) return out;
    std::string_view style = tree.value(tree.word_child(properties, "pStyle"));
    if (style.empty()) style = default_style_;
    for (int i = 0; i < most_base_styles && !style.empty(); ++i) {
        const auto found = styles_.find(style);
        if (found == styles_.end()) break;
        if (!found->second.number.empty()) {
            out.number = found->second.number;
            out.style = style;
            if (out.level < 0) out.level = found->second.level;
            break;
        }
        style = found->second.base;
    }
    return out;
}

Numbering::Abstract* Numbering::abstract(const Number& number) {
    auto found = abstracts_.find(number.abstract);
    constexpr int most_links = 4;
    for (int i = 0; i < most_links && found != abstracts_.end() && !found->second.link.empty();
         ++i) {
        const auto list = list_styles_.find(found->second.link);
        if (list == list_styles_.end()) break;
        found = abstracts_.find(list->second);
    }
    return found == abstracts_.end() ? nullptr : &found->second;
}

std::string Numbering::next_label(const XmlTree& tree, std::uint32_t paragraph) {
    if (numbers_.empty()) return {};
    Place place = this->place(tree, paragraph);
    const auto found = numbers_.find(place.number);  // "0" takes a style's number away
    if (place.number == "0" || found == numbers_.end()) return {};
    Number& number = found->second;
    Abstract* const list = abstract(number);
    if (list == nullptr) return {};
    if (!place.style.empty()) {  // the level of a style is the one that names the style
        for (int i = 0; i < levels; ++i) {
            if (list->level[static_cast<std::size_t>(i)].style == place.style) place.level = i;
        }
    }
    const int at = std::max(place.level, 0);
    if (at >= levels) return {};
    const auto level = [&](int i) -> const Level& {
        const auto own = number.replaced.find(i);
        return own != number.replaced.end() ? own->second
                                            : list->level[static_cast<std::size_t>(i)];
    };
    const auto first = [&](int i) {
        const auto own = number.start.find(i);
        return own != number.start.end() ? own->second : level(i).start;
    };
    const auto count = [&](int i) -> int& { return list->count[static_cast<std::size_t>(i)]; };

    bool& begun = number.begun[static_cast<std::size_t>(at)];
    if (!begun && number.start.contains(at)) count(at) = -1;
    begun = true;
    for (int i = 0; i < at; ++i) {
        if (count(i) < 0) count(i) = first(i);
    }
    count(at) = count(at) < 0 ? first(at) : count(at) + 1;
    for (int i = at + 1; i < levels; ++i) {
        const int restart = level(i).restart;
        const bool goes_on = restart == 0 || (restart > 0 && at >= restart);
        if (!goes_on) count(i) = -1;
    }

    const Level& here = level(at);
    if (here.format == "bullet") return {};
    std::string out;
    for (std::size_t i = 0; i < here.text.size(); ++i) {
        const char next = i + 1 < here.text.size() ? here.text[i + 1] : '\0';
        if (here.text[i] != '%' || next < '1' || next > '9') {
            out += here.text[i];
            continue;
        }
        ++i;
        const int of = next - '1';
        const int value = count(of) < 0 ? first(of) : count(of);
        out += here.legal ? formatted_number("decimal", value)
                          : formatted_number(level(of).format, value);
    }
    return out;
}

}  // namespace gouji
