#include <gouji/grouped.hpp>

#include "thousands_separator.page.hpp"

namespace gouji::typography {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::thousands_separator;

/// 16,836 in a cell of a form.
class ThousandsSeparator {
public:
    explicit ThousandsSeparator(Options) {}

    void check(Document document, Sink sink) const {
        std::vector<Correction> places;
        for (const Node table : document.all(Kind::table)) {
            if (document.text(document.span(table)).find(',') == std::string_view::npos) continue;
            for (const gouji_cell& cell : document.cells(table)) {
                const std::string_view printed = document.text(cell.span);
                const std::string plain = ungrouped(printed);
                if (!plain.empty()) places.push_back({cell.span, plain});
            }
        }
        report_grouped<message>(document, sink, places, Safety::safe);
    }

private:
    /// The figure without its commas; "" when it is no figure grouped by thousands.
    static std::string ungrouped(std::string_view printed) {
        std::string plain;
        std::size_t since_comma = 0;
        bool grouped = false;
        std::size_t i = 0;
        for (; i < printed.size() && printed[i] != '.'; ++i) {
            const char c = printed[i];
            if (c == ',') {
                if ((grouped && since_comma != 3) || since_comma == 0 || since_comma > 3) return {};
                grouped = true;
                since_comma = 0;
            } else if (is_digit(static_cast<unsigned char>(c))) {
                plain += c;
                ++since_comma;
            } else {
                return {};
            }
        }
        if (!grouped || since_comma != 3) return {};
        return plain.append(printed.substr(i));
    }
};

}  // namespace
}  // namespace gouji::typography

GOUJI_RULE(thousands_separator, gouji::typography::ThousandsSeparator);
