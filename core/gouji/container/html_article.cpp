#include "gouji/container/html_article.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace gouji {
namespace {

constexpr std::size_t longest_anchor = 120;  // bytes of a line that may be a chapter's title
constexpr int labels_of_form = 3;            // in one table
constexpr std::size_t title_search = 12;     // blocks before the article
constexpr std::size_t longest_title = 200;   // bytes

class Article {
public:
    Article(TextBuilder& page, const std::vector<const GumboNode*>& elements,
            const ReportWords& report)
        : page_(page), elements_(elements), report_(report) {}

    void keep() {
        std::vector<const GumboNode*> common;
        std::size_t anchors = 0;
        const auto& blocks = page_.structure().blocks;
        for (std::size_t i = 0; i < blocks.size() && i < elements_.size(); ++i) {
            if (!is_anchor(blocks[i])) continue;
            narrow(common, path_to(elements_[i]), anchors++ == 0);
        }
        if (anchors < 2 || common.empty()) return;
        const GumboNode* const home = common.back();
        std::size_t begin = blocks.size(), end = 0;
        for (std::size_t i = 0; i < blocks.size() && i < elements_.size(); ++i) {
            if (!is_inside(elements_[i], home)) continue;
            begin = std::min(begin, i);
            end = i + 1;
        }
        std::vector<Structure::Block> kept;
        if (const std::size_t title = title_before(begin); title < begin)
            kept.push_back(blocks[title]);
        kept.insert(kept.end(), blocks.begin() + static_cast<std::ptrdiff_t>(begin),
                    blocks.begin() + static_cast<std::ptrdiff_t>(end));
        page_.keep(std::move(kept));
    }

private:
    [[nodiscard]] std::string_view words(Span span) const {
        return page_.view().substr(span.begin, size(span));
    }

    [[nodiscard]] bool is_anchor(const Structure::Block& block) const {
        const Structure& structure = page_.structure();
        if (!block.table) {
            const std::string_view line = words(structure.lines[block.index].span);
            return line.size() <= longest_anchor && report_.is_chapter_title(line);
        }
        int labels = 0;
        for (const Structure::Cell& cell : structure.tables[block.index].cells) {
            labels += !empty(cell.span) && report_.is_form_label(words(cell.span)) ? 1 : 0;
        }
        return labels >= labels_of_form;
    }

    static std::vector<const GumboNode*> path_to(const GumboNode* node) {
        std::vector<const GumboNode*> out;
        for (; node != nullptr; node = node->parent) out.push_back(node);
        std::ranges::reverse(out);
        return out;
    }

    /// Cuts the common path down to where it leaves this one.
    static void narrow(std::vector<const GumboNode*>& common,
                       const std::vector<const GumboNode*>& path, bool first) {
        if (first) {
            common = path;
            return;
        }
        const auto [end, ignored] = std::ranges::mismatch(common, path);
        common.erase(end, common.end());
    }

    static bool is_inside(const GumboNode* node, const GumboNode* home) {
        for (; node != nullptr; node = node->parent) {
            if (node == home) return true;
        }
        return false;
    }

    /// The title often stands above the element that holds the text.
    [[nodiscard]] std::size_t title_before(std::size_t begin) const {
        const Structure& structure = page_.structure();
        const std::size_t first = begin > title_search ? begin - title_search : 0;
        for (std::size_t i = begin; i-- > first;) {
            if (structure.blocks[i].table) continue;
            const std::string_view line = words(structure.lines[structure.blocks[i].index].span);
            if (line.size() < longest_title && line.find("年度报告") != std::string_view::npos)
                return i;
        }
        return begin;
    }

    TextBuilder& page_;
    const std::vector<const GumboNode*>& elements_;
    const ReportWords& report_;
};

}  // namespace

void keep_article(TextBuilder& page, const std::vector<const GumboNode*>& elements,
                  const ReportWords& words) {
    Article(page, elements, words).keep();
}

}  // namespace gouji
