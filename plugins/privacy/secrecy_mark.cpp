#include <gouji/sdk.hpp>

#include <algorithm>
#include <array>

#include "secrecy_mark.page.hpp"

namespace gouji::privacy {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::secrecy_mark;

/// Marks of secrecy and of internal papers.
class SecrecyMark {
public:
    explicit SecrecyMark(Options) {}

    void check(Document document, Sink sink) const {
        const Span extent = document.extent();
        const std::string_view text = document.text(extent);
        for (const Mark& mark : marks) {
            for (std::size_t at = seek(text, mark.words); at != std::string_view::npos;
                 at = seek(text, mark.words, at + 1)) {
                const std::size_t size = mark.words.size();
                if (mark.alone ? !stands_alone(text, at, size) : mentioned(text, at, size))
                    continue;
                const Span where = part(extent, at, size);
                sink.report(where, message::mark{.found = document.text(where)});
            }
        }
    }

private:
    struct Mark {
        std::string_view words;
        bool alone;  ///< counts only on a line of its own
    };

    static constexpr std::array<Mark, 16> marks{{{"内部资料，注意保存", false},
                                                 {"内部资料，严禁外传", false},
                                                 {"内部资料，请勿外传", false},
                                                 {"内部资料，妥善保管", false},
                                                 {"绝密★", false},
                                                 {"机密★", false},
                                                 {"秘密★", false},
                                                 {"绝密☆", false},
                                                 {"机密☆", false},
                                                 {"秘密☆", false},
                                                 {"此件不公开", false},
                                                 {"此件不予公开", false},
                                                 {"内部资料", true},
                                                 {"内部文件", true},
                                                 {"内部使用", true},
                                                 {"公开方式：不予公开", false}}};

    /// Few other words on the line: a stamp, not a sentence.
    static bool stands_alone(std::string_view text, std::size_t at, std::size_t size) {
        constexpr std::size_t reach = 60;  // bytes
        const std::size_t near = at < reach ? 0 : at - reach;
        const std::size_t line_end = text.substr(near, at - near).rfind('\n');
        if (line_end == std::string_view::npos && near > 0) return false;
        const std::size_t begin = line_end == std::string_view::npos ? 0 : near + line_end + 1;
        const std::size_t end = std::min({text.size(), text.find('\n', at), at + size + reach});
        const std::string_view line = trimmed(text.substr(begin, end - begin));
        constexpr std::size_t longest = 30;  // bytes beside the words
        return line.size() <= size + longest && line.find("。") == std::string_view::npos;
    }

    /// Quoted, the words are spoken of.
    static bool mentioned(std::string_view text, std::size_t at, std::size_t size) {
        const std::string_view before = text.substr(0, at);
        const std::string_view behind = text.substr(at + size);
        return (before.ends_with("“") || before.ends_with("‘") || before.ends_with("\"")) &&
               (behind.starts_with("”") || behind.starts_with("’") || behind.starts_with("\""));
    }
};

}  // namespace
}  // namespace gouji::privacy

GOUJI_RULE(secrecy_mark, gouji::privacy::SecrecyMark);
