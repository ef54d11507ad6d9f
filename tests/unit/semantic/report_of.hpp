#pragma once

#include "gouji/document/document.hpp"
#include "gouji/edition/edition.hpp"
#include "gouji/edition/lexicon.hpp"
#include "gouji/parse/parse.hpp"
#include "gouji/semantic/analysis.hpp"

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
        if (!result) ADD_FAILURE() << result.error().zh;
        return result ? *result : std::vector<Edition>{};
    }();
    return loaded;
}

/// A report, parsed, and through the scanners of its prose.
class Report {
public:
    explicit Report(std::string words)
        : text_(std::make_unique<Text>(*Text::decode(std::move(words)))),
          document_(
              parse_report(*text_, span_of(0, text_->view().size()), "report.txt", lexicon())) {
        Analysis analysis{document_, lexicon().titles(), model_, {}, {}, {}};
        fold_prose(analysis);
        find_chapters(analysis);
        find_sentences(analysis);
        find_citations(analysis);
        find_dates(analysis);
        find_quantities(analysis);
    }

    [[nodiscard]] const Document& document() const { return document_; }
    [[nodiscard]] const SemanticModel& model() const { return model_; }
    [[nodiscard]] std::string at(Span span) const { return std::string(document_.at(span)); }

    /// The texts of all nodes of one kind.
    [[nodiscard]] std::vector<std::string> all(gouji_kind kind) const {
        std::vector<std::string> out;
        for (const gouji_node node : document_.nodes(kind))
            out.push_back(at(document_.nodes()[node].span));
        return out;
    }

private:
    static const Lexicon& lexicon() {
        static const Lexicon all{editions()};
        return all;
    }

    std::unique_ptr<Text> text_;
    Document document_;
    SemanticModel model_;
};

}  // namespace gouji::test
