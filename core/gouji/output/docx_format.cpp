#include "gouji/base/hash.hpp"
#include "gouji/base/record.hpp"
#include "gouji/container/docx_writer.hpp"
#include "gouji/output/docx_comment.hpp"
#include "gouji/output/format.hpp"

#include <algorithm>

namespace gouji {
namespace {

std::uint64_t hash_of(std::string_view text) {
    Hash hash;
    hash.add(text);
    return hash.value();
}

/// The .docx that was checked, each finding a comment on its words. For a run with one input.
class DocxFormat final : public Format {
public:
    explicit DocxFormat(const RunView& run) : run_(&run) {}

    void begin(const Write& /*write*/) override {}

    /// As records: a worker process may have made them.
    void render(const AnalyzedReport& analyzed, std::uint32_t /*file*/,
                const Write& write) const override {
        const std::uint64_t hash = hash_of(analyzed.file->text().view());
        for (const Diagnostic& diagnostic : analyzed.diagnostics) {
            if (!diagnostic.counts()) continue;
            const Page& page = run_->context.catalogue.rules()[diagnostic.finding.rule].page;
            const DocxComment comment = docx_comment(diagnostic, page, run_->language);
            RecordWriter record;
            record.number(hash);
            record.number(comment.span.begin);
            record.number(comment.span.end);
            record.text(comment.text);
            record.text(comment.initials);
            RecordWriter framed;
            framed.text(record.take());
            write(framed.take());
        }
    }

    void deliver(const ReportResult& /*delivery*/, const Pieces& rendered,
                 const Write& /*write*/) override {
        rendered([&](std::string_view records) {
            while (!records.empty()) {
                RecordReader frame(records);
                const std::string_view record = frame.view();
                if (record.empty()) return;
                records.remove_prefix(sizeof(std::uint64_t) + record.size());
                take(record);
            }
        });
    }

    void end(const RunSummary& summary, const Write& write) override {
        const Input& input = run_->inputs.front();
        const auto file = File::load(input, run_->context.load);
        if (!file) {
            failure_ = at_place(input.name, file.error());
            return;
        }
        const bool changed = !changes_.comments.empty() && hash_ != hash_of((*file)->text().view());
        if (changed || (*file)->kind() != ContainerKind::docx || (*file)->converted()) {
            failure_ = at_place(
                input.name,
                changed ? Error{"检查时文件变了，未写出批注，请重新运行",
                                "the file changed meanwhile; no comments were written, run again"}
                        : Error{"不是 .docx 文件，写不了批注，请换一种 --format",
                                "not a .docx, so that no comments can be written; choose "
                                "another --format"});
            return;
        }
        changes_.author = docx_author;
        // 2026-01-31T08:00:00.000Z without its fraction, as Word writes it.
        changes_.date = summary.ended.substr(0, 19) + "Z";
        const auto written = annotate_docx((*file)->stored(), changes_);
        if (!written) {
            failure_ = at_place(input.name, written.error());
        } else if (const std::size_t left = written->refused_comments.size(); left > 0) {
            const std::string count = std::to_string(left);
            failure_ =
                at_place(input.name, Error{"有 " + count + " 条批注无处可放，未写出",
                                           count + " comments have no place; nothing was written"});
        } else {
            write(written->bytes);
        }
    }

    [[nodiscard]] std::optional<Error> failure() const override { return failure_; }

private:
    void take(std::string_view bytes) {
        RecordReader record(bytes);
        hash_ = record.number();
        DocxComment comment;
        comment.span.begin = record.small();
        comment.span.end = record.small();
        comment.text = record.text();
        comment.initials = record.text();
        if (record.done() && comment.span.begin <= comment.span.end)
            changes_.comments.push_back(std::move(comment));
    }

    const RunView* run_;
    DocxChanges changes_;
    std::uint64_t hash_ = 0;  ///< of the text that was checked
    std::optional<Error> failure_;
};

}  // namespace

std::unique_ptr<Format> make_docx_format(const RunView& run) {
    return std::make_unique<DocxFormat>(run);
}

}  // namespace gouji
