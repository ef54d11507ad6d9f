#include "gouji/pack/kind.hpp"
#include "gouji/pack/parts.hpp"

namespace gouji {
namespace {

/// [headings] titles, ordered: the parts that a chapter must have. A title may give several
/// wordings, separated by “|”; a heading that contains one of them counts.
class HeadingsChecker final : public Checker {
public:
    HeadingsChecker(TomlReader& in, KindPage& page)
        : scope_(Scope::read(in, page)), ordered_(in.boolean("ordered", false)) {
        for (const std::string& title : in.texts("titles")) {
            Heading& wanted = wanted_.emplace_back();
            for (std::size_t at = 0; at <= title.size();) {
                const std::size_t end = std::min(title.find('|', at), title.size());
                if (end > at) wanted.wordings.push_back(title.substr(at, end - at));
                at = end + 1;
            }
            if (wanted.wordings.empty()) in.wrong("titles", "小标题不能为空", "a title is empty");
        }
        if (wanted_.empty())
            in.wrong("titles", "titles 里写明应有的小标题", "'titles' expects the titles");
        if (scope_.chapters().size() != 1)
            in.wrong("in", "in 里写明是哪一章（只写一章）", "'in' expects exactly one chapter");
        page.says("missing", {"heading"});
        page.says("order", {"heading"}, ordered_);
    }

    void check(const ReportView& checked, Sink& sink) const override {
        const auto& document = checked.document;
        const auto& model = checked.model;
        if (!scope_.covers(checked) || scope_.chapters().empty()) return;
        bool there = false;
        for (const gouji_chapter& chapter : model.chapters)
            there = there || view(chapter.kind) == scope_.chapters()[0];
        if (!there) return;  // a missing chapter is reported elsewhere

        const gouji_chapter* last = nullptr;
        for (const Heading& wanted : wanted_) {
            const gouji_chapter* found = find(document, model, wanted);
            if (found == nullptr) {
                report(scope_.home(document, model), "missing", wanted, sink);
            } else if (ordered_ && last != nullptr && found->heading.begin < last->heading.begin) {
                report(found->heading, "order", wanted, sink);
            } else {
                last = found;
            }
        }
    }

private:
    struct Heading {
        std::vector<std::string> wordings;
    };

    [[nodiscard]] const gouji_chapter* find(const Document& document, const SemanticModel& model,
                                            const Heading& wanted) const {
        for (const gouji_chapter& chapter : model.chapters) {
            if (chapter.level < 2 ||
                chapter_kind(model, chapter.heading.begin) != scope_.chapters()[0])
                continue;
            const std::string_view title = document.at(chapter.title);
            for (const std::string& wording : wanted.wordings) {
                if (title.find(wording) != std::string_view::npos) return &chapter;
            }
        }
        return nullptr;
    }

    static void report(Span where, const char* message, const Heading& wanted, Sink& sink) {
        sink.open(where, message);
        sink.argument("heading", wanted.wordings.front());
        sink.close();
    }

    Scope scope_;
    std::vector<Heading> wanted_;
    bool ordered_;
};

std::unique_ptr<Checker> make(TomlReader& in, KindPage& page) {
    return std::make_unique<HeadingsChecker>(in, page);
}

}  // namespace

const Kind headings_kind{"headings", make};

}  // namespace gouji
