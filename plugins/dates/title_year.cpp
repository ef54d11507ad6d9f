#include "context.hpp"
#include "title_year.page.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::title_year;

/// A title that does not say its year.
class TitleYear {
public:
    explicit TitleYear(Options) {}

    void check(Document document, Sink sink) const {
        const gouji_facts& facts = document.facts();
        const std::string_view title = view(facts.title);
        if (title.empty() || says_year(title)) return;
        sink.report(facts.title_span, message::missing{.title = title});
    }

private:
    static bool says_year(std::string_view title) {
        if (title.find("二〇") != std::string_view::npos ||
            title.find("二○") != std::string_view::npos ||
            title.find("二零") != std::string_view::npos) {
            return true;
        }
        const std::string plain = dates::packed(title);
        for (std::size_t at = plain.find("20"); at != std::string::npos;
             at = plain.find("20", at + 1)) {
            const std::string_view year = std::string_view(plain).substr(at, 4);
            if (year.size() == 4 && gouji::is_digit(static_cast<unsigned char>(year[2])) &&
                gouji::is_digit(static_cast<unsigned char>(year[3]))) {
                return true;
            }
        }
        return false;
    }
};

}  // namespace

GOUJI_RULE(title_year, TitleYear);
