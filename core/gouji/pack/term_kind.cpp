#include "gouji/base/small_file.hpp"
#include "gouji/pack/kind.hpp"
#include "gouji/rule/findable.hpp"
#include "gouji/terms/term_hits.hpp"
#include <gouji/utf8.hpp>

#include <algorithm>
#include <filesystem>

namespace gouji {
namespace {

/// One listed term: what is wrong, what is right, and the neighbours that make it no hit.
struct TermEntry {
    std::string wrong;
    std::string right;                    ///< "": banned, with nothing to put in its place
    std::vector<std::string> not_after;   ///< text before the hit ends with one of these
    std::vector<std::string> not_before;  ///< text after the hit starts with one of these

    [[nodiscard]] bool excused(std::string_view text, std::size_t at) const {
        const std::string_view before = text.substr(0, at);
        const std::string_view after = text.substr(at + wrong.size());
        return std::any_of(not_after.begin(), not_after.end(),
                           [&](const auto& w) { return before.ends_with(w); }) ||
               std::any_of(not_before.begin(), not_before.end(),
                           [&](const auto& w) { return after.starts_with(w); });
    }
};

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
    const auto text = read_small_file(file);
    if (!text) {
        in.wrong("list", "词表 " + text.error().zh, "the list " + text.error().en);
        return false;
    }
    std::size_t line = 0;
    for (std::string_view rest(*text); !rest.empty();) {
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
            in.wrong("list", file.string() + ":" + std::to_string(line) + ":1: 词语至少两个字",
                     file.string() + ":" + std::to_string(line) +
                         ":1: a term has at least two characters");
            return false;
        }
        entries.push_back({std::string(columns[0]), std::string(columns[1]), split(columns[2], ';'),
                           split(columns[3], ';')});
    }
    return true;
}

/// [term] words (a table wrong = "right"), banned (a list), list (a .tsv beside the page), safe.
class TermChecker final : public Checker {
public:
    TermChecker(TomlReader& in, KindPage& page)
        : scope_(Scope::read(in, page)),
          headings_(in.boolean("headings", true)),
          safe_(in.boolean("safe", false)),
          entries_(read(in, page.page())) {
        std::vector<std::string> words;
        for (const TermEntry& entry : entries_) {
            if (const auto error = unfindable(entry.wrong)) in.wrong("", error->zh, error->en);
            words.push_back(entry.wrong);
        }
        const std::span<const std::string> list(words);
        terms_ = page.terms().add(std::span(&list, 1));
        page.says("found", {"wrong", "right"});
        page.says("replace", {"to"}, false);
    }

    void check(const ReportView& checked, Sink& sink) const override {
        const auto& document = checked.document;
        const auto& model = checked.model;
        const auto& hits = checked.hits;
        const auto all = hits.of(terms_, 0);
        if (all.empty() || !scope_.covers(checked)) return;
        for (const Span paragraph : scope_.paragraphs(document, model, headings_)) {
            const std::string_view text =
                std::string_view(model.prose).substr(paragraph.begin, size(paragraph));
            // Of the terms at one place the longest counts; what it covers holds no further hit.
            std::uint32_t covered = 0;
            for (const gouji_hit& hit : inside(all, paragraph)) {
                const TermEntry& entry = entries_[hit.word];
                const std::size_t at = hit.span.begin - paragraph.begin;
                if (hit.span.begin < covered || entry.excused(text, at)) continue;
                covered = hit.span.end;
                report(model, paragraph, entry, at, sink);
                if (sink.cancelled()) return;
            }
        }
    }

private:
    void report(const SemanticModel& model, Span paragraph, const TermEntry& entry, std::size_t at,
                Sink& sink) const {
        const Span where =
            model.source(span_of(paragraph.begin + at, paragraph.begin + at + entry.wrong.size()));
        sink.open(where, "found");
        sink.argument("wrong", entry.wrong);
        sink.argument("right", entry.right);
        if (!entry.right.empty()) {
            sink.fix(safe_, "replace");
            sink.argument("to", entry.right);
            sink.edit(where, entry.right);
        }
        sink.close();
    }

    static std::vector<TermEntry> read(TomlReader& in, const Page& page) {
        std::vector<TermEntry> entries;
        if (auto words = in.table("words")) {
            for (const std::string& wrong : words->keys()) {
                if (length(wrong) < 2)
                    words->wrong(wrong, "词语至少两个字", "a term has at least two characters");
                entries.push_back({wrong, words->text(wrong), {}, {}});
            }
        }
        for (const std::string& banned : in.texts("banned")) {
            if (length(banned) < 2)
                in.wrong("banned", "词语至少两个字", "a term has at least two characters");
            entries.push_back({banned, "", {}, {}});
        }
        if (const std::string list = in.text("list", ""); !list.empty()) {
            const std::filesystem::path name(list);
            if (name.has_parent_path()) {
                in.wrong("list", "词表应放在规则页旁边，只写文件名",
                         "the list lies beside the page; write the file's name alone");
            } else {
                read_list(in, std::filesystem::path(page.file).parent_path() / name, entries);
            }
        }
        if (entries.empty())
            in.wrong("words", "写明 words、banned 或 list", "words, banned or list is wanted");
        return entries;
    }

    Scope scope_;
    bool headings_;
    bool safe_;
    std::vector<TermEntry> entries_;
    TermGroup terms_;
};

/// How a replacement is put into words when the page does not say.
constexpr DefaultMessage replacement[] = {{"replace", "改为“{to}”", "change to '{to}'"}};

std::unique_ptr<Checker> make(TomlReader& in, KindPage& page) {
    return std::make_unique<TermChecker>(in, page);
}

}  // namespace

const Kind term_kind{"term", make, replacement};

}  // namespace gouji
