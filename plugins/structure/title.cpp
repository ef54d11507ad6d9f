#include <gouji/phrases.hpp>

#include "outline.hpp"
#include "title.page.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::title;

/// A title that does not say: agency, year, 政府信息公开工作年度报告.
class Title {
public:
    explicit Title(Options options)
        : topics_(options.words(list::topics)), kinds_(options.words(list::kinds)) {}

    void check(Document document, Sink sink) const {
        const gouji_facts& facts = document.facts();
        const std::string_view title = view(facts.title);
        if (title.empty()) {
            const Span line = first_line(document);
            if (!empty(line)) sink.report(line, message::none{.line = beginning(document, line)});
            return;
        }
        if (!topics_.in(title) || !kinds_.in(title)) {
            sink.report(facts.title_span, message::form{.title = title});
        } else if (facts.agency.size == 0) {
            sink.report(facts.title_span, message::agency{.title = title});
        }
    }

private:
    /// The first words of the report that are no residue.
    static Span first_line(Document document) {
        for (const structure::Paragraph& paragraph : structure::paragraphs(document)) {
            if (!paragraph.text.empty()) return paragraph.span;
        }
        return {};
    }

    static std::string beginning(Document document, Span line) {
        constexpr std::size_t most = 60;  // bytes: 20 characters
        std::string words = structure::packed(document.text(line));
        if (words.size() <= most) return words;
        std::size_t end = 0;
        while (end < most) end += gouji::char_at(words, end).size;
        return words.substr(0, end) + "……";
    }

    gouji::Phrases topics_;
    gouji::Phrases kinds_;
};

}  // namespace

GOUJI_RULE(title, Title);
