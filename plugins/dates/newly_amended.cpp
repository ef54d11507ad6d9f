#include <gouji/phrases.hpp>

#include <algorithm>

#include "context.hpp"
#include "newly_amended.page.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::newly_amended;

/// “新修订的《…条例》” years after the amendment of 2019.
class NewlyAmended {
public:
    explicit NewlyAmended(Options options)
        : until_(options.integer("until")), words_{"新修订", "新修改", "新版",
                                                   "修订后", "修订版", "新《"} {}

    void check(Document document, Sink sink) const {
        if (document.facts().year == 0 || document.facts().year <= until_) return;
        const Prose prose = document.prose();
        const std::string_view text = prose.text();
        for (auto hit = words_.next(text); hit; hit = words_.next(text, hit.end())) {
            // The law's name follows at once: 新修订的《中华人民共和国政府信息公开条例》.
            std::string_view after = text.substr(hit.end());
            std::string_view words = words_[hit.index];
            if (words.ends_with("《")) {  // “新《条例》”, but not “创新《…》”
                const gouji::Char before = gouji::char_before(text, hit.at);
                if (before.code == U'创' || before.code == U'更' || before.code == U'最') continue;
                words.remove_suffix(std::string_view("《").size());
                after = text.substr(hit.at + words.size());
            }
            for (const std::string_view word : {"并实施", "后", "的", "颁布", "施行"}) {
                if (after.starts_with(word)) after.remove_prefix(word.size());
            }
            if (!after.starts_with("《")) continue;
            const std::string_view name =
                after.substr(3, after.find("》") - std::min<std::size_t>(3, after.find("》")));
            if (!name.ends_with("政府信息公开条例") && name != "条例") continue;
            sink.report(prose.source(hit.at, words.size()), message::old{.words = words});
        }
    }

private:
    std::int64_t until_;
    gouji::Phrases words_;
};

}  // namespace

GOUJI_RULE(newly_amended, NewlyAmended);
