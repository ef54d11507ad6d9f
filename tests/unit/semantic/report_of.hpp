#pragma once

#include "gouji/document/document.hpp"
#include "gouji/edition/edition.hpp"
#include "gouji/parse/outline.hpp"
#include "gouji/semantic/analysis.hpp"
#include "gouji/text/lines.hpp"
#include <gouji/utf8.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace gouji::test {

/// The repository's editions, loaded once.
inline const std::vector<Edition>& editions() {
    static const std::vector<Edition> loaded = [] {
        auto result = load_editions(std::string(GOUJI_ROOT) + "/rules/editions");
        if (!result) ADD_FAILURE() << result.error().what;
        return result ? *result : std::vector<Edition>{};
    }();
    return loaded;
}

/// A report without tables, through the outline and the scanners of its prose.
class Report {
public:
    explicit Report(std::string words)
        : text_(std::make_unique<Text>(*Text::decode(std::move(words)))) {
        std::vector<Block> blocks = lines();
        outline(*text_, blocks, titles());
        DocumentBuilder builder(*text_, span_of(0, text_->view().size()), "report.txt");
        gouji_node last = GOUJI_NONE;
        for (const Block& block : blocks) {
            if (block.continues && last != GOUJI_NONE) {
                builder.extend(last, block.span.end);
            } else {
                last = builder.add(block.kind, block.span);
            }
        }
        document_ = std::make_unique<Document>(std::move(builder).build());
        Analysis analysis{*document_, titles(), model_, {}, {}, {}};
        fold_prose(analysis);
        find_chapters(analysis);
        find_sentences(analysis);
        find_citations(analysis);
        find_dates(analysis);
        find_quantities(analysis);
    }

    [[nodiscard]] const Document& document() const { return *document_; }
    [[nodiscard]] const SemanticModel& model() const { return model_; }
    [[nodiscard]] std::string at(Span span) const { return std::string(document_->at(span)); }

    /// The texts of all nodes of one kind.
    [[nodiscard]] std::vector<std::string> all(gouji_kind kind) const {
        std::vector<std::string> out;
        for (const gouji_node node : document_->nodes(kind))
            out.push_back(at(document_->nodes()[node].span));
        return out;
    }

private:
    static const ChapterTitles& titles() {
        static const ChapterTitles all{editions()};
        return all;
    }

    std::vector<Block> lines() const {
        std::vector<Block> out;
        const std::string_view text = text_->view();
        std::uint32_t blank = 0;
        for (std::uint32_t at = 0; at < text.size();) {
            const TextLine line = line_at(text, at);
            at = line.next;
            const std::string_view whole = text_->at(line.span);
            const std::string_view words = trimmed(whole);
            if (words.empty()) {
                ++blank;
                continue;
            }
            Block block;
            const auto begin = static_cast<std::uint32_t>(words.data() - text.data());
            block.span = {begin, begin + static_cast<std::uint32_t>(words.size())};
            block.blank_lines = std::exchange(blank, 0);
            for (std::uint32_t i = line.span.begin; i < begin;) {
                const Char c = char_at(text, i);
                block.indent += c.code == 0x3000 ? 2 : 1;
                i += c.size;
            }
            out.push_back(block);
        }
        return out;
    }

    std::unique_ptr<Text> text_;
    std::unique_ptr<Document> document_;
    SemanticModel model_;
};

}  // namespace gouji::test
