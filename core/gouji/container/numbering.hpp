#pragma once

#include "gouji/container/xml_tree.hpp"

#include <array>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace gouji {

/// The labels that Word prints before paragraphs and does not store: 一、（一）1. ①. Also which
/// character styles are hidden. ECMA-376 Part 1, 17.9.
class Numbering {
public:
    void read_styles(const XmlTree& styles);
    void read_numbering(const XmlTree& numbering);

    /// The label of this paragraph (a w:p of the main text), without the tab or blank after it; ""
    /// for none. Counts the paragraph, so it is called once for each, in order.
    [[nodiscard]] std::string next_label(const XmlTree& tree, std::uint32_t paragraph);

    /// Whether a style, or one that it is based on, hides its text.
    [[nodiscard]] bool hides(std::string_view style) const;

private:
    static constexpr int levels = 9;

    struct Style {
        std::string base;
        std::string number;  ///< w:numId; "" for none
        int level = 0;
        int hidden = -1;  ///< -1: says nothing
    };
    struct Level {
        int start = 0;
        std::string format = "decimal";
        std::string text;   ///< “第%1章”
        std::string style;  ///< paragraphs of this style are on this level
        int restart = -1;   ///< counts anew after this level, from 1; 0: never; -1: after any above
        bool legal = false;  ///< all figures decimal
    };
    struct Abstract {
        std::array<Level, levels> level;
        std::array<int, levels> count;  ///< -1: not begun
        std::string link;               ///< takes its levels from the list style of this name
        Abstract() { count.fill(-1); }
    };
    struct Number {
        std::string abstract;
        std::map<int, Level> replaced;
        std::map<int, int> start;
        std::array<bool, levels> begun{};
    };
    /// What a paragraph says of itself, directly or by its style.
    struct Place {
        std::string number;
        std::string style;  ///< the one that has the number; "" when the paragraph itself
        int level = -1;
    };
    template <class T>
    using Named = std::map<std::string, T, std::less<>>;

    [[nodiscard]] static Level read_level(const XmlTree& tree, std::uint32_t node);
    [[nodiscard]] Place place(const XmlTree& tree, std::uint32_t paragraph) const;
    [[nodiscard]] Abstract* abstract(const Number& number);

    Named<Style> styles_;
    std::string default_style_;
    Named<Abstract> abstracts_;
    Named<std::string> list_styles_;  ///< name of a list style: its abstract numbering
    Named<Number> numbers_;
};

}  // namespace gouji
