#include <gouji/sdk.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "../prose/folded.hpp"
#include "../prose/line.hpp"
#include "article.page.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::page::article;
using namespace std::string_view_literals;

/// The preface says on which article of the regulations the report is made, and names another.
class Article {
public:
    explicit Article(Options options) {
        for (const std::string& number : options.list("articles")) articles_.push_back(number);
    }

    void check(Document document, Sink sink) const {
        for (const gouji_sentence& sentence : document.sentences()) {
            if (sentence.chapter != GOUJI_NONE) return;  // the preface stands first
            const prose::Folded folded(document.text(), sentence.span);
            check_sentence(folded, sink);
        }
    }

private:
    /// A province may have regulations of its own, with articles of their own.
    static bool national(std::string_view before) {
        constexpr std::array names{"政府信息公开"sv, "中华人民共和国政府信息公开"sv, ""sv};
        const std::size_t open = before.rfind("《"sv);
        if (open == std::string_view::npos) return false;
        const std::string_view name = before.substr(open + "《"sv.size());
        return std::find(names.begin(), names.end(), name) != names.end();
    }

    void check_sentence(const prose::Folded& folded, Sink sink) const {
        const std::string_view text = folded.text();
        std::size_t at = text.find("条例》"sv);
        if (at == std::string_view::npos || !national(text.substr(0, at))) return;
        at += "条例》"sv.size();
        // “《…条例》（国务院令第711号）第五十条”
        if (text.substr(at).starts_with("（"sv)) {
            const std::size_t close = text.find("）"sv, at);
            if (close == std::string_view::npos) return;
            at = close + "）"sv.size();
        }
        const std::string_view rest = text.substr(at);
        if (!rest.starts_with("第"sv)) return;
        const std::size_t end = rest.find("条"sv);
        constexpr std::size_t longest = 4;  // “四十九”, and a character more
        const std::string_view number = end == std::string_view::npos
                                            ? std::string_view()
                                            : rest.substr("第"sv.size(), end - "第"sv.size());
        if (number.empty() || length(number) > longest) return;
        if (std::find(articles_.begin(), articles_.end(), number) != articles_.end()) return;
        // Several articles may be cited, or one for something else than the report.
        const std::string_view after_article = rest.substr(end + "条"sv.size());
        if (after_article.starts_with("、"sv) || after_article.starts_with("和"sv) ||
            after_article.starts_with("至"sv) || after_article.starts_with("及"sv))
            return;
        // “本报告按《…条例》第五十条编写”, “根据《…条例》第五十条，现公布…报告”
        if (!prose::has_any(after_article,
                            {"编制"sv, "编写"sv, "公布"sv, "发布"sv, "撰写"sv, "现将"sv}) ||
            !prose::has_any(text, {"报告"sv, "年报"sv}) ||
            prose::has_any(after_article, {"第四十九条"sv, "第五十条"sv}))
            return;
        const std::size_t size = end + "条"sv.size();
        sink.report(
            folded.source(at, at + size),
            message::other{.found = rest.substr(0, size), .right = "第" + articles_.back() + "条"});
    }

    std::vector<std::string> articles_;
};

}  // namespace

GOUJI_RULE(article, Article);
