#include "cli/check_outputs.hpp"

#include "gouji/output/own_result.hpp"

#include <algorithm>
#include <filesystem>

#include <sys/stat.h>
#include <unistd.h>

#include "cli/console.hpp"

namespace gouji {
namespace {

namespace fs = std::filesystem;

/// Whether two paths mean one file, by whichever links, or will once it is there.
bool same_file(const std::string& a, const std::string& b) {
    std::error_code ignored;
    return fs::equivalent(a, b, ignored) ||
           fs::weakly_canonical(fs::absolute(a, ignored), ignored) ==
               fs::weakly_canonical(fs::absolute(b, ignored), ignored);
}

/// Whether standard output goes into this file.
bool is_standard_output(const std::string& path) {
    struct stat file {};
    struct stat output {};
    return ::stat(path.c_str(), &file) == 0 && ::fstat(STDOUT_FILENO, &output) == 0 &&
           S_ISREG(file.st_mode) && file.st_dev == output.st_dev && file.st_ino == output.st_ino;
}

std::optional<Error> harm_to_inputs(const std::string& file, std::span<const Input> inputs) {
    for (const Input& input : inputs) {
        if (input.path == "-" || input.skipped ||
            !(file.empty() ? is_standard_output(input.path) : same_file(file, input.path)))
            continue;
        return Error{"--output 不能是被检查的文件 " + input.name + "，原文件不会改写，请换一个名称",
                     "--output cannot be the checked file " + input.name +
                         ", which is never overwritten; choose another name"};
    }
    return std::nullopt;
}

std::optional<Error> misfit_of_docx(const std::string& file, std::span<const Input> inputs) {
    if (inputs.size() != 1) {
        return Error{"--format docx 一次只能检查一个 .docx 文件",
                     "--format docx expects exactly one .docx file"};
    }
    if (inputs.front().path == "-") {
        return Error{"--format docx 不能从标准输入读，请写 .docx 的文件名",
                     "--format docx cannot read standard input; name the .docx file"};
    }
    if (file.empty()) {
        return Error{"--format docx 请用 --output 指明写到哪个文件，例如 --output 年报.批注.docx",
                     "--format docx wants --output; for example: --output report.comments.docx"};
    }
    return std::nullopt;
}

/// Why this output cannot be written for these inputs.
std::optional<Error> misplaced(const CheckOptions& options, std::size_t index,
                               std::span<const Input> inputs) {
    const auto& [format, file] = options.outputs[index];
    if (auto harm = harm_to_inputs(file, inputs)) return harm;
    if (format == "docx") {
        if (auto misfit = misfit_of_docx(file, inputs)) return misfit;
    }
    if (file.empty()) return std::nullopt;
    for (std::size_t i = 0; i < index; ++i) {
        if (!options.outputs[i].second.empty() && same_file(file, options.outputs[i].second)) {
            return Error{"两个 --output 都写到 " + file + "，请换一个名称",
                         "two outputs go to " + file + "; choose another name for one"};
        }
    }
    if (!options.force && !may_be_replaced(file)) {
        return Error{
            "--output " + file +
                "：已有这个文件，不是 gouji 写的结果，或写出后又有人保存过，"
                "未改写；请换一个名称，确要替换请加 --force",
            "--output " + file +
                ": exists and is no result of gouji, or somebody has saved it since, so it was "
                "left alone; choose another name, or pass --force to replace it"};
    }
    return std::nullopt;
}

}  // namespace

Result<CheckOutputs> CheckOutputs::open(const CheckOptions& options, const RunView& view) {
    CheckOutputs out;
    out.whole_or_nothing_ = options.whole_or_nothing;
    for (std::size_t i = 0; i < options.outputs.size(); ++i) {
        if (auto error = misplaced(options, i, view.inputs)) return Failure(*error);
    }
    for (const auto& [format, file] : options.outputs) {
        GOUJI_TRY(auto output, Output::open(file));
        out.outputs_.push_back(std::move(output));
        out.formats_.push_back(make_format(format, view));
        out.text_on_screen_ = out.text_on_screen_ || (format == "text" && file.empty());
        if (format == "docx" && !options.quiet) out.commented_ = file;
    }
    const bool screen =
        std::ranges::any_of(options.outputs, [](const auto& one) { return one.second.empty(); });
    if (screen) out.commented_.clear();
    return out;
}

void CheckOutputs::begin() {
    for (std::size_t i = 0; i < formats_.size(); ++i) formats_[i]->begin(write_to(i));
}

std::vector<Rendered> CheckOutputs::render(const AnalyzedReport& analyzed,
                                           std::uint32_t file) const {
    std::vector<Rendered> out;
    for (const auto& format : formats_) {
        Rendered& one = out.emplace_back();
        format->render(analyzed, file, [&](std::string_view piece) { one.add(piece); });
    }
    return out;
}

void CheckOutputs::deliver(ReportResult& delivery) {
    delivery.rendered.resize(formats_.size());
    for (std::size_t i = 0; i < formats_.size(); ++i) {
        const Pieces rendered = [&](const Write& write) {
            if (delivery.analyzed) {
                formats_[i]->render(*delivery.analyzed, delivery.file, write);
            } else {
                delivery.rendered[i].each(write);
            }
        };
        formats_[i]->deliver(delivery, rendered, write_to(i));
    }
}

bool CheckOutputs::end(const RunSummary& summary, Language language) {
    if (whole_or_nothing_ && summary.exit_code == exit_failed) {
        complain({"检查不完整，没有写出结果，原有的文件保持原样",
                  "not all was checked, so nothing was written; files stay as they were"},
                 language);
        return false;
    }
    bool good = true;
    for (std::size_t i = 0; i < formats_.size(); ++i) {
        formats_[i]->end(summary, write_to(i));
        if (const auto failure = formats_[i]->failure()) {
            complain(*failure, language);
            good = false;
        } else if (auto done = outputs_[i].commit(); !done) {
            complain(done.error(), language);
            good = false;
        }
    }
    if (good && !commented_.empty()) {
        const std::string count = std::to_string(summary.tally.total());
        print(language == Language::en ? "written: " + commented_ + ", " + count + " comments\n"
                                       : "已写出 " + commented_ + "，" + count + " 条批注\n");
    }
    return good;
}

Write CheckOutputs::write_to(std::size_t i) {
    return [output = &outputs_[i]](std::string_view piece) { output->write(piece); };
}

void forget_outputs(const Arguments& arguments, std::vector<Input>& inputs) {
    const auto outputs = read_outputs(arguments);
    if (!outputs) return;
    std::erase_if(inputs, [&](const Input& input) {
        const bool brought = input.walked || input.skipped;
        return brought && std::any_of(outputs->begin(), outputs->end(), [&](const auto& one) {
                   return !one.second.empty() && same_file(one.second, input.path) &&
                          (input.skipped || may_be_replaced(input.path));
               });
    });
}

void withdraw_results(const Arguments& arguments, Language language) {
    const auto outputs = read_outputs(arguments);
    if (!outputs) return;
    const auto inputs = collect_inputs(arguments.paths(), "");
    std::error_code error;
    for (const auto& [format, file] : *outputs) {
        // Comments in a .docx may have been answered by people.
        if (file.empty() || format == "docx" || !fs::is_regular_file(file, error) ||
            !may_be_replaced(file) || harm_to_inputs(file, inputs))
            continue;
        if (arguments.has("baseline") && same_file(file, arguments.text("baseline"))) continue;
        if (!fs::remove(fs::weakly_canonical(file, error), error)) continue;
        complain({"检查没有开始，已删去上一次的结果 " + file,
                  "the check did not begin; the earlier results " + file + " were removed"},
                 language);
    }
}

}  // namespace gouji
