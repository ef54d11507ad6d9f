#include "cli/diff_base.hpp"

#include "gouji/base/record.hpp"
#include "gouji/output/words.hpp"

#include <set>
#include <string_view>

#include "cli/git_changes.hpp"

namespace gouji {
namespace {

/// The lines of a text that another does not have.
LineRanges lines_not_in(std::string_view text, std::string_view other) {
    const auto each_line = [](std::string_view all, const auto& take) {
        std::uint32_t number = 1;
        for (std::size_t at = 0; at < all.size(); ++number) {
            const std::size_t end = std::min(all.find('\n', at), all.size());
            take(all.substr(at, end - at), number);
            at = end + 1;
        }
    };
    std::set<std::string_view> known;
    each_line(other, [&](std::string_view line, std::uint32_t) { known.insert(line); });
    LineRanges out;
    each_line(text, [&](std::string_view line, std::uint32_t number) {
        if (!known.contains(line)) out.emplace_back(number, number);
    });
    return out;
}

/// The same for files that git takes for binary, as their text is read here.
LineRanges changed_lines(const Input& input, const std::string& before, const LoadOptions& load) {
    const auto now = File::load(input, load);
    const auto then = File::read(input.name, before, load);
    if (!now || !then) return {};
    return lines_not_in((*now)->source().view(), (*then)->source().view());
}

std::vector<Rendered> as_records(const AnalyzedReport& analyzed) {
    std::vector<Rendered> out(1);
    for (std::size_t i = 0; i < analyzed.diagnostics.size(); ++i) {
        const Fingerprint& print = analyzed.prints[i];
        RecordWriter record;
        record.text(print.context);
        record.text(print.detail);
        record.text(print.similarity_key.text());
        record.number(static_cast<std::uint64_t>(analyzed.diagnostics[i].level));
        out.front().add(record.take());
    }
    return out;
}

void add_entry(std::string_view bytes, std::uint32_t file, std::vector<BaselineEntry>& out) {
    RecordReader record(bytes);
    BaselineEntry entry;
    entry.file = file;
    const bool whole = entry.set_context(record.text());
    entry.set_detail(record.text());
    entry.similarity_key = SimilarityKey::parse(record.text());
    entry.level = static_cast<Level>(record.number() & 3U);
    if (whole && record.done()) out.push_back(entry);
}

}  // namespace

Result<Baseline> compare_with_revision(const std::string& revision, std::span<const Input> inputs,
                                       const RunContext& context,
                                       std::vector<InputContext>& contexts,
                                       const RunOptions& options, std::vector<Notice>& notices) {
    GOUJI_TRY(auto changes, changes_since(revision, inputs));
    if (!changes.deleted.empty()) {
        notices.push_back(
            {Notice::Kind::deleted,
             {"自“" + revision + "”以来删去了 " + listed(changes.deleted, Language::zh),
              "deleted since '" + revision + "': " + listed(changes.deleted, Language::en)},
             std::nullopt,
             std::nullopt});
    }
    std::vector<Input> earlier;
    std::vector<InputContext> earlier_contexts;
    std::vector<std::string> uris;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        GitChange& change = changes.inputs[i];
        if (change.before) {
            earlier.push_back(inputs[i]);
            earlier.back().bytes = change.before;
            earlier_contexts.push_back(contexts[i]);
            earlier_contexts.back().suppressions = nullptr;
            uris.push_back(contexts[i].uri);
            if (change.lines->empty())
                change.lines = changed_lines(inputs[i], *change.before, context.load);
        }
        if (change.lines) contexts[i].change = {std::move(*change.lines), change.before != nullptr};
    }
    RunContext before{context.lexicon,  context.catalogue, context.resolved_configs,
                      earlier_contexts, context.load,      nullptr};
    std::vector<BaselineEntry> entries;
    if (earlier.empty()) return Baseline(std::move(entries), uris, uris);
    run(
        earlier, before, options,
        [](const AnalyzedReport& analyzed, std::uint32_t) { return as_records(analyzed); },
        [&](ReportResult&& result) {
            if (result.analyzed) result.rendered = as_records(*result.analyzed);
            for (const Rendered& one : result.rendered) {
                one.each([&](std::string_view bytes) { add_entry(bytes, result.file, entries); });
            }
        });
    return Baseline(std::move(entries), uris, uris);
}

}  // namespace gouji
