// Any bytes as a file whose safe fixes are made: they change what they say and nothing else, what
// is stored can be read again, and a second time there is nothing left to fix.
#include "gouji/fix/edits.hpp"

#include "cli/fix_file.hpp"
#include "fuzz/reports.hpp"
#include "fuzz/target.hpp"
#include "sample/layout.hpp"
#include "sample/report.hpp"

std::string gouji::fuzz::seed(std::uint32_t number) {
    using namespace sample;
    if (number % 8 == 7) return render(make_report(number), office_layouts[number / 8 % 4]);
    return report_with_example(number);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace gouji;
    const RunContext context = fuzz::all_rules().context();
    const std::string date = "2026-01-31T08:00:00Z";
    LoadOptions options;
    options.lexicon = &context.lexicon;
    const auto file =
        File::read("年报.txt", std::string(reinterpret_cast<const char*>(data), size), options);
    if (!file) return 0;
    const auto fixed = fix_file(*file, 0, context, date, Language::zh);
    if (!fixed) {
        fuzz::demand(!fixed.error().zh.empty(), "a refusal has words");
        return 0;
    }
    const bool docx = (*file)->kind() == ContainerKind::docx;
    const Text& before = docx ? (*file)->text() : (*file)->source();
    fuzz::demand(apply_edits(before.view(), fixed->edits) == fixed->source,
                 "the edits make the fixed text");
    if (fixed->edits.empty()) {
        fuzz::demand(docx || fixed->bytes.size() == size, "without an edit nothing changes");
        return 0;
    }
    const auto again = File::read("年报.txt", fixed->bytes, options);
    fuzz::demand(again.has_value(), "what is stored can be read");
    const auto twice = fix_file(*again, 0, context, date, Language::zh);
    fuzz::demand(!twice || twice->edits.empty(), "a fixed file has nothing left to fix");
    return 0;
}
