#include "cli/example_runner.hpp"

#include "gouji/fix/edits.hpp"
#include "gouji/pack/kind.hpp"
#include "gouji/parse/parse.hpp"
#include "gouji/rule/collector.hpp"
#include "gouji/terms/term_hits.hpp"
#include "gouji/text/line_index.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace gouji {
namespace {

/// A stretch as a message shows it: line, column and words.
std::string shown(std::string_view text, Span where) {
    const Position at = LineIndex(text).position(where.begin);
    std::string words(text.substr(where.begin, std::min(size(where), 90U)));
    while (!words.empty() && (static_cast<unsigned char>(words.back()) & 0xC0U) == 0x80U &&
           size(where) > words.size()) {
        words.pop_back();  // do not end inside a character
    }
    std::replace(words.begin(), words.end(), '\n', ' ');
    return std::to_string(at.line) + ":" + std::to_string(at.column) + " “" + words + "”";
}

std::string shown(std::string_view text, const std::vector<Span>& places) {
    std::string out;
    for (const Span place : places) out += "\n      " + shown(text, place);
    return out.empty() ? "\n      —" : out;
}

std::size_t occurrences(std::string_view text, std::string_view word) {
    std::size_t count = 0;
    for (std::size_t at = text.find(word); at != std::string_view::npos;
         at = text.find(word, at + word.size()))
        ++count;
    return count;
}

std::vector<Span> sorted(std::vector<Span> places) {
    const auto key = [](Span span) { return std::tuple(span.begin, span.end); };
    std::sort(places.begin(), places.end(), [&](Span a, Span b) { return key(a) < key(b); });
    places.erase(std::unique(places.begin(), places.end(), same), places.end());
    return places;
}

bool equal(const std::vector<Span>& a, const std::vector<Span>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), same);
}

/// The text after every finding's first fix.
std::string apply_first_fixes(const std::string& text, const std::vector<Finding>& findings) {
    std::vector<Finding::Edit> edits;
    for (const Finding& finding : findings) {
        if (finding.fixes.empty()) continue;
        const auto& of_first = finding.fixes.front().edits;
        edits.insert(edits.end(), of_first.begin(), of_first.end());
    }
    return apply_edits(text, std::move(edits));
}

/// The first line that two texts do not share.
std::string first_difference(const std::string& a, const std::string& b) {
    const auto at = static_cast<std::size_t>(
        std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
    const std::size_t begin = at == 0 ? 0 : a.rfind('\n', at - 1) + 1;
    return "\n      " + a.substr(begin, std::min(a.find('\n', begin), a.size()) - begin);
}

}  // namespace

Result<const Sample*> ExampleRunner::sample(const std::string& edition, const Page& page) {
    const auto& editions = lexicon_->editions();
    const Edition* chosen = nullptr;
    for (const Edition& each : editions) {
        const bool fits =
            edition.empty()
                ? page.editions.empty() || std::find(page.editions.begin(), page.editions.end(),
                                                     each.id) != page.editions.end()
                : each.id == edition;
        if (fits) chosen = &each;  // sorted by year: the newest stays
    }
    if (chosen == nullptr && edition.empty() && !editions.empty()) chosen = &editions.back();
    if (chosen == nullptr)
        return fail("没有格式“" + edition + "”", "there is no edition '" + edition + "'");
    auto found = samples_.find(chosen->id);
    if (found == samples_.end()) {
        GOUJI_TRY(auto made, Sample::make(*chosen, *lexicon_));
        found = samples_.emplace(chosen->id, std::move(made)).first;
    }
    return &found->second;
}

Result<std::unique_ptr<Checker>> ExampleRunner::checker(const Page& page, TermTable& terms) const {
    if (!page.kind.empty()) return make_checker(page, lexicon_->editions(), terms);
    const auto rules = catalogue_->rules();
    for (std::uint32_t i = 0; i < rules.size(); ++i) {
        if (rules[i].page.id == page.id) return catalogue_->make(i, page, terms);
    }
    if (!page.external.empty()) {
        return fail("“" + page.id +
                        "”是程序，没有运行，例子没有试：请写规则包的文件夹，确信安全再加 --trust",
                    "'" + page.id +
                        "' is a program and was not run, so its examples were not tried: name the "
                        "pack's folder, with --trust if you trust it");
    }
    return fail("没有载入实现“" + page.id + "”的插件，请加 --plugin 文件",
                "no loaded plugin implements '" + page.id + "'; use --plugin FILE");
}

Result<ExampleRunner::Outcome> ExampleRunner::look(const Page& page, const ExampleContext& context,
                                                   std::string text,
                                                   const std::string* previous) const {
    GOUJI_TRY(const auto configured, with_options(page, context));
    TermTable terms;
    GOUJI_TRY(auto rule, checker(configured, terms));
    terms.compile();
    GOUJI_TRY(auto decoded, Text::decode(text, "UTF-8"));
    const Span extent = span_of(0, decoded.view().size());
    const Document document = parse_report(decoded, extent, context.file, *lexicon_);
    AnalysisOptions options;
    options.assume_report = true;
    const SemanticModel model = analyze(document, *lexicon_, options);
    const std::atomic<bool> stop{false};
    Collector collector(decoded.view(), extent, stop);
    const bool looks =
        page.editions.empty() || std::find(page.editions.begin(), page.editions.end(),
                                           view(model.summary.edition)) != page.editions.end();
    if (looks) {
        const TermHits hits(terms, model.prose);
        collector.begin(0, configured);
        if (previous == nullptr) {
            rule->check({document, model, hits}, collector);
        } else {
            GOUJI_TRY(const auto text_before, Text::decode(*previous, "UTF-8"));
            const Span whole = span_of(0, text_before.view().size());
            const Document before = parse_report(text_before, whole, context.file, *lexicon_);
            const SemanticModel known = analyze(before, *lexicon_, options);
            const TermHits hits_before(terms, known.prose);
            const ReportView last_year{before, known, hits_before};
            collector.set_previous(text_before.view(), whole);
            rule->check({document, model, hits, &last_year}, collector);
        }
        collector.end();
    }
    return Outcome{std::move(collector.findings), std::move(collector.failures), std::move(text)};
}

Result<std::string> ExampleRunner::previous_of(const Example& example, const Page& page,
                                               const ExampleContext& this_year) {
    const Example& previous = example.previous.front();
    GOUJI_TRY(auto context, read_example_context(previous, page, lexicon_->editions()));
    if (context.edition.empty()) context.edition = this_year.edition;
    if (context.agency.empty()) context.agency = this_year.agency;
    GOUJI_TRY(const auto of_this_year, sample(this_year.edition, page));
    const std::int32_t year = this_year.year != 0 ? this_year.year : of_this_year->year();
    GOUJI_TRY(const auto in, sample(context.edition, page));
    if (context.year == 0) context.year = year - 1;
    GOUJI_TRY(const auto set, in->with(previous.text, context));
    return unmarked(set).text;
}

Result<void> ExampleRunner::holds(const Page& page, const Example& example) {
    const std::string at = page.file + ":" + std::to_string(example.line) + ": ";
    const auto placed = [&](const Error& error) { return fail(at + error.zh, at + error.en); };
    GOUJI_TRY(const auto context, read_example_context(example, page, lexicon_->editions()));
    if (occurrences(example.text, "⟦") != occurrences(example.text, "⟧"))
        return fail(at + "⟦ 和 ⟧ 没有一一配对", at + "⟦ and ⟧ do not come in pairs");
    const auto in = sample(context.edition, page);
    if (!in) return placed(in.error());
    const auto set = (*in)->with(example.text, context);
    if (!set) return placed(set.error());
    const Marked marked = unmarked(*set);
    std::string before;
    if (!example.previous.empty()) {
        auto text = previous_of(example, page, context);
        if (!text) return placed(text.error());
        before = std::move(*text);
    }
    const auto outcome =
        look(page, context, marked.text, example.previous.empty() ? nullptr : &before);
    if (!outcome) return placed(outcome.error());
    if (!outcome->failures.empty()) return placed(outcome->failures.front().reason);

    std::vector<Span> found;
    for (const Finding& finding : outcome->findings) found.push_back(finding.where);
    found = sorted(std::move(found));
    const std::vector<Span> marks = sorted(marked.marks);
    const bool right = !example.invalid ? found.empty()
                       : marks.empty()  ? !found.empty()
                                        : equal(found, marks);
    if (!right) {
        const std::string place = shown(marked.text, found);
        if (!example.invalid) {
            return fail(at + "这个 valid 例子不应有结果，实际：" + place,
                        at + "this valid example should have no finding; found:" + place);
        }
        if (marks.empty()) {
            return fail(at + "这个 invalid 例子什么也没有报，也没有用 ⟦ ⟧ 标出应报的字",
                        at + "this invalid example has no finding, and no ⟦ ⟧ around what should "
                             "be found");
        }
        const std::string want = shown(marked.text, marks);
        std::vector<Span> bare;
        std::ranges::copy_if(found, std::back_inserter(bare), [&](Span one) {
            return std::ranges::none_of(marks, [&](Span mark) { return same(mark, one); });
        });
        const std::string unmarked_ones = bare.empty() ? "" : shown(marked.text, bare);
        return fail(at + "这个 invalid 例子应标出：" + want + "\n    实际：" + place +
                        (bare.empty() ? "" : "\n    没有用 ⟦ ⟧ 标出的：" + unmarked_ones),
                    at + "this invalid example should mark:" + want + "\n    found:" + place +
                        (bare.empty() ? "" : "\n    without ⟦ ⟧ around it:" + unmarked_ones));
    }
    for (const Finding& finding : outcome->findings) {
        if (!context.message.empty() && finding.message != context.message) {
            return fail(
                at + "消息应为 " + context.message + "，实际为 " + finding.message,
                at + "the message should be " + context.message + ", found " + finding.message);
        }
    }
    if (!example.fixed.empty()) {
        const auto fixed = (*in)->with(example.fixed, context);
        if (!fixed) return placed(fixed.error());
        const std::string got = apply_first_fixes(marked.text, outcome->findings);
        if (got != *fixed) {
            return fail(at + "改后应为：" + first_difference(*fixed, got) + "\n    实际：" +
                            first_difference(got, *fixed),
                        at + "after its fixes it should read:" + first_difference(*fixed, got) +
                            "\n    found:" + first_difference(got, *fixed));
        }
    }
    return {};
}

std::vector<Error> ExampleRunner::run(const Page& page) {
    const auto examples = parse_examples(page);
    if (!examples) return {examples.error()};
    // What is wrong with the page itself is said once, not for every example.
    TermTable terms;
    if (const auto made = checker(page, terms); !made) return {made.error()};
    std::vector<Error> out;
    const auto has = [&](bool invalid) {
        return std::any_of(examples->begin(), examples->end(),
                           [&](const Example& e) { return e.invalid == invalid; });
    };
    if (!has(true) || !has(false)) {
        out.push_back({page.file + ":1: 规则页至少要有一个 invalid 和一个 valid 例子",
                       page.file + ":1: a page has at least one invalid and one valid example"});
    }
    for (const Example& example : *examples) {
        ++examples_;
        if (auto held = holds(page, example); !held) out.push_back(held.error());
    }
    return out;
}

}  // namespace gouji
