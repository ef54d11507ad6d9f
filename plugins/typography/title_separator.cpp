#include <gouji/paragraph.hpp>
#include <gouji/tally.hpp>

namespace gouji::typography {
namespace {

using namespace gouji::sdk;

/// 《甲》、《乙》: no comma stands between two titles.
class TitleSeparator {
public:
    explicit TitleSeparator(Options) {}

    void check(Document document, Report report) const {
        std::vector<Correction> places;
        each_paragraph(document, [&](const Paragraph& paragraph) {
            std::size_t from = 0;  // of the sentence
            for (std::size_t i = 0; i <= paragraph.size(); ++i) {
                if (i < paragraph.size() && paragraph.at(i) != u'。' && paragraph.at(i) != u'；')
                    continue;
                sentence(paragraph, from, i, places);
                from = i + 1;
            }
        });
        tell(document, report, places, true);
    }

private:
    static void sentence(const Paragraph& paragraph, std::size_t from, std::size_t to,
                         std::vector<Correction>& places) {
        std::vector<Correction> here;
        for (std::size_t i = from + 1; i + 1 < to; ++i) {
            // Titles with a note behind them are parted by commas, and then all of the row are.
            if (paragraph.at(i) == u'》' && paragraph.at(i + 1) == u'（') return;
            if (paragraph.at(i) == u'、' && paragraph.before(i) == u'》' &&
                paragraph.at(i + 1) == u'《') {
                here.push_back({paragraph.source(i, i + 1), ""});
            }
        }
        places.insert(places.end(), here.begin(), here.end());
    }
};

}  // namespace
}  // namespace gouji::typography

GOUJI_RULE(title_separator, gouji::typography::TitleSeparator);
