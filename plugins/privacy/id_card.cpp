#include <array>

#include "digit_runs.hpp"
#include "identity_number.hpp"

namespace gouji::privacy {
namespace {

using namespace gouji::sdk;

/// Identity numbers, by their check digit.
class IdCard {
public:
    explicit IdCard(Options) {}

    void check(Document document, Report report) const {
        const Span extent = document.extent();
        each_run(document, 15, [&](const Run& run) {
            const bool old = is_old_identity_number(run.text) && led_by(run.before, words);
            if (!old && !is_identity_number(run.text)) return;
            report.at(part(extent, run.at, run.text.size()), "number")
                .with("masked", masked(run.text, 4, 2));
        });
    }

private:
    static constexpr std::array<std::string_view, 4> words{"身份证", "身份号", "证件号",
                                                           "公民身份"};
};

}  // namespace
}  // namespace gouji::privacy

GOUJI_RULE(id_card, gouji::privacy::IdCard);
