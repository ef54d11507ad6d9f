#include <gouji/grouped.hpp>
#include <gouji/paragraph.hpp>

#include "title_separator.page.hpp"

namespace gouji::typography {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::title_separator;

/// 《甲》、《乙》: no comma stands between two titles.
class TitleSeparator {
public:
    explicit TitleSeparator(Options) {}

    void check(Document document, Sink sink) const {
        std::vector<Correction> places;
        each_paragraph(document, [&](const Paragraph& paragraph) {
            std::vector<Correction> here;
            std::size_t from = 0;  // of the sentence
            bool noted = false;
            const auto end_sentence = [&] {
                if (!noted) places.insert(places.end(), here.begin(), here.end());
                here.clear();
                noted = false;
            };
            for (const std::size_t i : paragraph.marks()) {
                const char16_t c = paragraph.at(i);
                if (c == u'。' || c == u'；') {
                    end_sentence();
                    from = i + 1;
                } else if (c == u'》' && i > from && paragraph.at(i + 1) == u'（') {
                    // Titles with a note after them are parted by commas, and then all of the
                    // row are.
                    noted = true;
                } else if (c == u'、' && paragraph.before(i) == u'》' &&
                           paragraph.at(i + 1) == u'《') {
                    here.push_back({paragraph.source(i, i + 1), ""});
                }
            }
            end_sentence();
        });
        report_grouped<message>(document, sink, places, Safety::safe);
    }
};

}  // namespace
}  // namespace gouji::typography

GOUJI_RULE(title_separator, gouji::typography::TitleSeparator);
