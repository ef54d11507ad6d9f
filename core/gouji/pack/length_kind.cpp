#include "gouji/pack/kind.hpp"

#include <limits>

namespace gouji {
namespace {

/// [length] at_least, at_most: characters of prose (blanks and headings not counted) in the
/// chapters looked at, together.
class LengthChecker final : public Checker {
public:
    LengthChecker(TomlReader& in, KindPage& page)
        : scope_(Scope::read(in, page)),
          at_least_(in.count("at_least", 0)),
          at_most_(in.count("at_most", std::numeric_limits<std::int64_t>::max())) {
        if (!in.has("at_least") && !in.has("at_most")) {
            in.wrong("at_most", "写明 at_least 或 at_most（字数）",
                     "at_least or at_most is wanted");
        }
        page.says("short", {"count", "limit"}, in.has("at_least"));
        page.says("long", {"count", "limit"}, in.has("at_most"));
    }

    void check(const ReportView& checked, Sink& sink) const override {
        const auto& document = checked.document;
        const auto& model = checked.model;
        if (!scope_.covers(checked)) return;
        std::int64_t count = 0;
        for (const Span paragraph : scope_.paragraphs(document, model, false)) {
            count += static_cast<std::int64_t>(
                characters(std::string_view(model.prose).substr(paragraph.begin, size(paragraph))));
        }
        if (count > at_most_) {
            report(document, model, sink, "long", count, at_most_);
        } else if (count > 0 && count < at_least_) {
            report(document, model, sink, "short", count, at_least_);
        }
    }

private:
    void report(const Document& document, const SemanticModel& model, Sink& sink,
                const char* message, std::int64_t count, std::int64_t limit) const {
        sink.open(scope_.home(document, model), message);
        sink.argument("count", std::to_string(count));
        sink.argument("limit", std::to_string(limit));
        sink.close();
    }

    Scope scope_;
    std::int64_t at_least_;
    std::int64_t at_most_;
};

std::unique_ptr<Checker> make(TomlReader& in, KindPage& page) {
    return std::make_unique<LengthChecker>(in, page);
}

}  // namespace

const Kind length_kind{"length", make};

}  // namespace gouji
