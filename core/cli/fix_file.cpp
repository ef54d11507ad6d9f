#include "cli/fix_file.hpp"

#include "gouji/container/docx_writer.hpp"
#include "gouji/engine/file_reports.hpp"
#include "gouji/engine/source_edits.hpp"
#include "gouji/fix/edits.hpp"
#include "gouji/output/docx_comment.hpp"

#include <algorithm>

namespace gouji {
namespace {

using Edits = std::vector<Finding::Edit>;

/// A fix may expose another; a text that does not come to rest is left as it is.
constexpr int most_rounds = 10;

Failure restless() {
    return fail("改了 " + std::to_string(most_rounds) +
                    " 遍仍有新的改动，文件没有动；请用 gouji check 逐条查看",
                "still changing after " + std::to_string(most_rounds) +
                    " rounds; the file is left as it was. See gouji check");
}

/// Calls `each` with the findings of every report in a file.
template <class Each>
void each_report(const std::shared_ptr<const File>& file, std::uint32_t input,
                 const RunContext& context, const Each& each) {
    static const std::atomic<bool> never{false};
    std::uint32_t ordinal = 0;
    for (std::uint32_t at = 0; at < file->text().view().size();) {
        const Span extent = next_report(*file, at, context.lexicon);
        each(analyze_report(file, extent, ordinal++, input, context, never));
        at = extent.end;
    }
}

bool can_be_made(const File& file, const Finding::Fix& fix) {
    return std::ranges::all_of(
        fix.edits, [&](const Finding::Edit& edit) { return !source_edits(file, edit).empty(); });
}

/// The safe edits of every report in a file, as edits of its text. `fixed` keeps what they lack.
Edits edits_of(const std::shared_ptr<const File>& file, std::uint32_t input,
               const RunContext& context, FixedFile& fixed) {
    Edits out;
    each_report(file, input, context, [&](AnalyzedReport analyzed) {
        fixed.report = fixed.report || analyzed.is_report();
        for (RuleFailure& failure : analyzed.failures) {
            const bool known = std::ranges::any_of(
                fixed.failures, [&](const RuleFailure& one) { return one.rule == failure.rule; });
            if (!known) fixed.failures.push_back(std::move(failure));
        }
        std::vector<const Finding*> findings;
        for (Diagnostic& diagnostic : analyzed.diagnostics) {
            if (!diagnostic.counts()) continue;
            std::erase_if(diagnostic.finding.fixes,
                          [&](const Finding::Fix& fix) { return !can_be_made(*file, fix); });
            findings.push_back(&diagnostic.finding);
        }
        const Edits edits = safe_edits(findings);
        out.insert(out.end(), edits.begin(), edits.end());
    });
    return out;
}

/// The same as edits of the source, sorted, none overlapping another.
Edits in_source(const File& file, const Edits& edits) {
    Edits all, out;
    for (const Finding::Edit& edit : edits) {
        for (SourceEdit& part : source_edits(file, edit))
            all.push_back({part.replaced, std::move(part.by)});
    }
    std::ranges::stable_sort(all, {},
                             [](const Finding::Edit& edit) { return edit.replaced.begin; });
    for (Finding::Edit& edit : all) {
        if (out.empty() || out.back().replaced.end <= edit.replaced.begin)
            out.push_back(std::move(edit));
    }
    return out;
}

Result<FixedFile> fix_text(const std::shared_ptr<const File>& file, std::uint32_t input,
                           const RunContext& context) {
    FixedFile out;
    out.source = file->source().view();
    LoadOptions options = context.load;
    options.encoding = "UTF-8";
    auto now = file;
    for (int round = 0; round < most_rounds; ++round) {
        const Edits edits = in_source(*now, edits_of(now, input, context, out));
        if (edits.empty()) {
            GOUJI_TRY(out.bytes, file->source().encode(out.source));
            return out;
        }
        out.source = apply_edits(out.source, edits);
        out.edits = compose_edits(out.edits, edits);
        GOUJI_TRY(now, File::read(file->name(), out.source, options));
    }
    return restless();
}

bool overlaps_any(const Finding::Fix& fix, const Edits& edits) {
    return std::ranges::any_of(fix.edits, [&](const Finding::Edit& wanted) {
        return std::ranges::any_of(edits, [&](const Finding::Edit& made) {
            return overlap(wanted.replaced, made.replaced) || same(wanted.replaced, made.replaced);
        });
    });
}

/// Fixes that somebody has to decide about, and those that could not be tracked changes.
std::vector<DocxComment> proposals(const std::shared_ptr<const File>& file, std::uint32_t input,
                                   const RunContext& context, const Edits& made,
                                   Language language) {
    std::vector<DocxComment> out;
    each_report(file, input, context, [&](const AnalyzedReport& analyzed) {
        for (const Diagnostic& diagnostic : analyzed.diagnostics) {
            const auto& fixes = diagnostic.finding.fixes;
            const bool done = std::ranges::any_of(fixes, [&](const Finding::Fix& fix) {
                return fix.safe && overlaps_any(fix, made);
            });
            if (!diagnostic.counts() || fixes.empty() || done) continue;
            const Page& page = context.catalogue.rules()[diagnostic.finding.rule].page;
            out.push_back(docx_comment(diagnostic, page, language));
        }
    });
    return out;
}

/// The edit without the characters that it leaves as they are at its ends: what is struck out in
/// the document is what goes. One that would only insert stays whole, since words say where it
/// belongs.
DocxEdit smallest(std::string_view text, const Finding::Edit& edit) {
    const std::string_view was =
        text.substr(edit.replaced.begin, edit.replaced.end - edit.replaced.begin);
    const std::string_view now = edit.by;
    const auto begins_character = [](std::string_view words, std::size_t at) {
        return at == words.size() || (static_cast<unsigned char>(words[at]) & 0xC0U) != 0x80U;
    };
    const std::size_t most = std::min(was.size(), now.size());
    std::size_t front = 0, back = 0;
    while (front < most && was[front] == now[front]) ++front;
    while (!begins_character(was, front) || !begins_character(now, front)) --front;
    while (back < most - front && was[was.size() - back - 1] == now[now.size() - back - 1]) ++back;
    while (!begins_character(was, was.size() - back) || !begins_character(now, now.size() - back))
        --back;
    if (front + back == was.size()) return {edit.replaced, edit.by};
    return {{edit.replaced.begin + static_cast<std::uint32_t>(front),
             edit.replaced.end - static_cast<std::uint32_t>(back)},
            std::string(now.substr(front, now.size() - front - back))};
}

DocxChanges changes_of(std::string_view text, const Edits& edits, const std::string& date) {
    DocxChanges out;
    out.author = docx_author;
    out.date = date;
    for (const Finding::Edit& edit : edits) out.edits.push_back(smallest(text, edit));
    return out;
}

Result<FixedFile> fix_docx(const std::shared_ptr<const File>& file, std::uint32_t input,
                           const RunContext& context, const std::string& date, Language language) {
    FixedFile out;
    const std::string_view text = file->text().view();
    auto now = file;
    for (int round = 0; round < most_rounds; ++round) {
        Edits edits = compose_edits(out.edits, edits_of(now, input, context, out));
        GOUJI_TRY(const auto tried, annotate_docx(file->stored(), changes_of(text, edits, date)));
        for (std::size_t i = tried.refused_edits.size(); i-- > 0;)
            edits.erase(edits.begin() + static_cast<std::ptrdiff_t>(tried.refused_edits[i]));
        const std::string source = apply_edits(text, edits);
        if (round > 0 && source == out.source) {
            DocxChanges changes = changes_of(text, out.edits, date);
            changes.comments = proposals(file, input, context, out.edits, language);
            GOUJI_TRY(auto written, annotate_docx(file->stored(), changes));
            out.comments = changes.comments.size() - written.refused_comments.size();
            out.bytes = std::move(written.bytes);
            return out;
        }
        out.edits = std::move(edits);
        out.source = source;
        GOUJI_TRY(auto stored, annotate_docx(file->stored(), changes_of(text, out.edits, date)));
        GOUJI_TRY(now, File::read(file->name(), std::move(stored.bytes), context.load));
    }
    return restless();
}

}  // namespace

Result<FixedFile> fix_file(const std::shared_ptr<const File>& file, std::uint32_t input,
                           const RunContext& context, const std::string& date, Language language) {
    return file->kind() == ContainerKind::docx ? fix_docx(file, input, context, date, language)
                                               : fix_text(file, input, context);
}

}  // namespace gouji
