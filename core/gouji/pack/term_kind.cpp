#include "gouji/pack/kind.hpp"
#include "gouji/pack/term_table.hpp"

#include <gouji/utf8.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace gouji {
namespace {

std::vector<std::string> split(std::string_view text, char at) {
    std::vector<std::string> out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(at), text.size());
        if (end > 0) out.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

/// Rows of “wrong TAB right TAB not-after TAB not-before”; the last two `;`-separated, all but the
/// first optional; `#` starts a comment line.
bool read_list(TomlReader& in, const std::filesystem::path& file, std::vector<TermEntry>& entries) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        in.wrong("list", "读不到词表 " + file.string(), "cannot read the list " + file.string());
        return false;
    }
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    std::size_t line = 0;
    for (std::string_view rest(text); !rest.empty();) {
        ++line;
        std::string_view row = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(row.size() + 1, rest.size()));
        if (row.ends_with('\r')) row.remove_suffix(1);
        if (row.empty() || row.front() == '#') continue;
        std::string_view columns[4];
        for (std::string_view& column : columns) {
            column = row.substr(0, row.find('\t'));
            row.remove_prefix(std::min(column.size() + 1, row.size()));
        }
        if (length(columns[0]) < 2) {
            in.wrong("list", file.string() + ":" + std::to_string(line) + ":1: 词语至少两个字", file.string() + ":" + std::to_string(line) + ":1: a term has at least two characters");
            return false;
        }
        entries.push_back({std::string(columns[0]), std::string(columns[1]), split(columns[2], ';'), split(columns[3], ';')});
    }
    return true;
}

/// [term] words (a table wrong = "right"), banned (a list), list (a .tsv beside the page), safe.
class TermChecker final : public Checker {
public:
    TermChecker(TomlReader& in, const Page& page)
        : scope_(Scope::read(in)), headings_(in.boolean("headings", true)), safe_(in.boolean("safe", false)), table_(read(in, page)) {}

    void check(const Document& document, const Facts& facts, Sink& sink) const override {
        if (!scope_.covers(facts)) return;
        for (const Span paragraph : scope_.paragraphs(document, facts, headings_)) {
            const std::string_view text = std::string_view(facts.prose).substr(paragraph.begin, size(paragraph));
            table_.scan(text, [&](const TermEntry& entry, std::size_t at) {
                const Span where = facts.source(span_of(paragraph.begin + at, paragraph.begin + at + entry.wrong.size()));
                sink.open(where, "found");
                sink.argument("wrong", entry.wrong);
                sink.argument("right", entry.right);
                if (!entry.right.empty()) {
                    sink.fix(safe_, "");
                    sink.edit(where, entry.right);
                }
                sink.close();
            });
            if (sink.cancelled()) return;
        }
    }

private:
    static TermTable read(TomlReader& in, const Page& page) {
        std::vector<TermEntry> entries;
        if (auto words = in.table("words")) {
            for (const std::string& wrong : words->keys()) {
                if (length(wrong) < 2) words->wrong(wrong, "词语至少两个字", "a term has at least two characters");
                entries.push_back({wrong, words->text(wrong), {}, {}});
            }
        }
        for (const std::string& banned : in.texts("banned")) {
            if (length(banned) < 2) in.wrong("banned", "词语至少两个字", "a term has at least two characters");
            entries.push_back({banned, "", {}, {}});
        }
        if (const std::string list = in.text("list", ""); !list.empty()) {
            const std::filesystem::path name(list);
            if (name.has_parent_path()) {
                in.wrong("list", "词表应放在规则页旁边，只写文件名", "the list lies beside the page; write the file's name alone");
            } else {
                read_list(in, std::filesystem::path(page.file).parent_path() / name, entries);
            }
        }
        if (entries.empty()) in.wrong("words", "写明 words、banned 或 list", "words, banned or list is wanted");
        return TermTable(std::move(entries));
    }

    Scope scope_;
    bool headings_;
    bool safe_;
    TermTable table_;
};

constexpr std::string_view messages[] = {"found"};

}  // namespace

const Kind term_kind{"term", messages, [](TomlReader& in, const Page& page) -> std::unique_ptr<Checker> {
                         return std::make_unique<TermChecker>(in, page);
                     }};

}  // namespace gouji
