#include <array>

#include "digit_runs.hpp"
#include "id_card.page.hpp"
#include "identity_number.hpp"

namespace gouji::privacy {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::id_card;

/// Identity numbers, by their check digit.
class IdCard {
public:
    explicit IdCard(Options) {}

    void check(Document document, Sink sink) const {
        const Span extent = document.extent();
        each_run(document, 15, [&](const Run& run) {
            const bool told = (is_old_identity_number(run.text) && led_by(run.before, words)) ||
                              (looks_like_identity_number(run.text) && named(run.before));
            if (!told && !is_identity_number(run.text)) return;
            sink.report(part(extent, run.at, run.text.size()),
                        message::number{.masked = masked(run.text, 4, 2)});
        });
    }

private:
    /// “身份证号：…”: the words right in front say what the number is.
    static bool named(std::string_view before) {
        for (bool again = true; again;) {
            again = false;
            for (const std::string_view mark : {"：", ":", "为", "是", "（", "(", " ", "码"}) {
                if (!before.ends_with(mark)) continue;
                before.remove_suffix(mark.size());
                again = true;
            }
        }
        return before.ends_with("身份证号") || before.ends_with("身份证") ||
               before.ends_with("公民身份号");
    }

    static constexpr std::array<std::string_view, 4> words{"身份证", "身份号", "证件号",
                                                           "公民身份"};
};

}  // namespace
}  // namespace gouji::privacy

GOUJI_RULE(id_card, gouji::privacy::IdCard);
