#include <gouji/phrases.hpp>

#include "outline.hpp"
#include "web_residue.page.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::web_residue;

/// Words of a web page around the report; one finding a file.
class WebResidue {
public:
    explicit WebResidue(Options options) : words_(options.words(list::words)) {}

    void check(Document document, Sink sink) const {
        std::vector<Span> places;
        for (const Node node : document.all(Kind::residue)) {
            const Span span = document.span(node);
            if (words_.in(structure::packed(document.text(span)))) places.push_back(span);
        }
        // Short lines that were taken for prose.
        for (const structure::Paragraph& paragraph : structure::paragraphs(document)) {
            if (paragraph.kind != Kind::paragraph || gouji::length(paragraph.text) > 30) continue;
            if (words_.begin(paragraph.text)) places.push_back(paragraph.span);
        }
        if (places.empty()) return;
        Finding finding =
            sink.report(places.front(),
                        message::residue{.count = places.size(),
                                         .words = gouji::trimmed(document.text(places.front()))});
        for (std::size_t i = 1; i < places.size(); ++i) finding.also(places[i], message::here{});
    }

private:
    gouji::Phrases words_;
};

}  // namespace

GOUJI_RULE(web_residue, WebResidue);
