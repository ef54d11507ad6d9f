#include <gouji/sdk.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "applicant_name.page.hpp"

namespace gouji::privacy {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::applicant_name;

/// Names of applicants and plaintiffs.
class ApplicantName {
public:
    explicit ApplicantName(Options options) {
        for (const std::string& surname : options.words(list::surnames))
            surnames_ += char_at(surname, 0).code;
    }

    void check(Document document, Sink sink) const {
        const Prose prose = document.prose();
        const std::string_view text = prose.text();
        for (const std::string_view role : roles) {
            for (std::size_t at = seek(text, role); at != std::string_view::npos;
                 at = seek(text, role, at + role.size())) {
                std::size_t from = at + role.size();
                for (const std::string_view joint : {"：", ":", "为"}) {
                    if (text.substr(from).starts_with(joint)) from += joint.size();
                }
                const std::size_t size = name_size(document, text, from);
                if (size == 0) continue;
                const std::string_view name = text.substr(from, size);
                sink.report(prose.source(from, size),
                            message::name{
                                .masked = std::string(name.substr(0, char_at(name, 0).size)) + "某",
                                .role = role});
            }
        }
    }

private:
    static constexpr std::array<std::string_view, 6> roles{"申请人", "原告",   "起诉人",
                                                           "上诉人", "举报人", "投诉人"};
    /// What may stand after a name.
    static constexpr std::u32string_view after =
        U"，。；、（(）:： \n向于提不诉因要对就的等与和及申已撤起称认以";

    /// The bytes of a name of two or three characters at `from`; 0 when there is none.
    [[nodiscard]] std::size_t name_size(const Document& document, std::string_view text,
                                        std::size_t from) const {
        const Char surname = char_at(text, from);
        if (surnames_.find(surname.code) == std::u32string_view::npos) return 0;
        std::size_t end = from + surname.size;
        for (int given = 1; given <= 2; ++given) {
            const Char c = char_at(text, end);
            if (!is_han(c.code) || c.code == U'某' ||
                after.find(c.code) != std::u32string_view::npos)
                return 0;
            end += c.size;
            const Char next = char_at(text, end);
            if (next.size != 0 && after.find(next.code) == std::u32string_view::npos) continue;
            return reads_as_words(document, text, from, end) ? 0 : end - from;
        }
        return 0;
    }

    /// “申请人周边”, “申请人任何”: the dictionary knows the surname and what follows as one word.
    static bool reads_as_words(const Document& document, std::string_view text, std::size_t from,
                               std::size_t end) {
        const std::size_t to = std::min(text.size(), end + 12);
        const std::string_view clause = text.substr(from, to - from);
        const std::vector<Span> words = document.words(clause);
        return !words.empty() && words.front().end > char_at(clause, 0).size;
    }

    std::u32string surnames_;
};

}  // namespace
}  // namespace gouji::privacy

GOUJI_RULE(applicant_name, gouji::privacy::ApplicantName);
