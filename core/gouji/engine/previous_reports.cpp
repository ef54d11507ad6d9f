#include "gouji/engine/previous_reports.hpp"

#include "gouji/base/hash.hpp"
#include "gouji/engine/file_reports.hpp"
#include "gouji/engine/run.hpp"
#include "gouji/semantic/analyze.hpp"

#include <algorithm>

namespace gouji {
namespace {

/// A hash of all that a report says: its prose and its figures.
std::uint64_t content_of(const SemanticModel& model) {
    Hash out;
    out.add(model.prose);
    for (const gouji_field& field : model.fields) out.add(view(field.printed));
    return out.value();
}

PreviousReports::Partner none(std::string zh, std::string en) {
    return {nullptr, Error{std::move(zh), std::move(en)}};
}

}  // namespace

std::string agency_key(const SemanticModel& model) {
    const gouji_facts& facts = model.summary;
    const std::string_view name = view(facts.agency.size != 0 ? facts.agency : facts.signed_agency);
    for (const std::string_view office : {"人民政府办事处", "办事处", "人民政府", "政府"}) {
        if (name.size() > office.size() && name.ends_with(office))
            return std::string(name.substr(0, name.size() - office.size()));
    }
    return std::string(name);
}

PreviousReports::PreviousReports(const std::vector<std::string>& paths, const Lexicon& lexicon,
                                 const LoadOptions& load, unsigned jobs,
                                 const std::atomic<bool>& stop)
    : lexicon_(&lexicon), load_(load), inputs_(collect_inputs(paths, "<stdin>")) {
    load_.digest = false;
    load_.lexicon = lexicon_;
    read(jobs, stop);
    pair();
}

void PreviousReports::read(unsigned jobs, const std::atomic<bool>& stop) {
    const Catalogue no_rules;
    std::vector<ResolvedConfig> configs;
    configs.push_back(ResolvedConfig{Profile({}), nullptr, {}, nullptr});
    configs.front().checkers = std::make_unique<const Checkers>(no_rules, configs.front().profile);
    const std::vector<InputContext> contexts(inputs_.size());
    const RunContext context{*lexicon_, no_rules, configs, contexts, load_};
    RunOptions options;
    options.jobs = jobs;
    options.stop = &stop;
    const auto keep = [&](const AnalyzedReport& analyzed, std::uint32_t input) {
        if (analyzed.is_report()) {
            const std::lock_guard lock(mutex_);
            Entry& entry = entries_.emplace_back();
            entry.input = input;
            entry.ordinal = analyzed.ordinal;
            entry.extent = analyzed.document.extent();
            entry.agency = agency_key(analyzed.model);
            entry.year = analyzed.model.summary.year;
            entry.content = content_of(analyzed.model);
        }
        return std::vector<Rendered>{};
    };
    run(inputs_, context, options, keep, [&](ReportResult&& result) {
        const std::string& name = inputs_[result.file].name;
        for (const Notice& notice : result.notices) {
            if (notice.kind == Notice::Kind::skipped) left_out_.skipped.push_back(name);
            if (notice.kind == Notice::Kind::no_report) left_out_.no_reports.push_back(name);
            if (notice.kind == Notice::Kind::unreadable)
                left_out_.unreadable.push_back(at_place(name, notice.what));
        }
    });
}

/// Threads came in any order; from here on nothing depends on it.
void PreviousReports::pair() {
    std::vector<Entry*> entries;
    for (Entry& entry : entries_) entries.push_back(&entry);
    std::sort(entries.begin(), entries.end(), [](const Entry* a, const Entry* b) {
        return std::pair(a->input, a->ordinal) < std::pair(b->input, b->ordinal);
    });
    std::map<Key, std::vector<const Entry*>> groups;
    for (const Entry* entry : entries) {
        if (entry->agency.empty() || entry->year == 0)
            left_out_.nameless.push_back(name(*entry));
        else
            groups[{entry->agency, entry->year}].push_back(entry);
    }
    for (const auto& [key, group] : groups) {
        const bool same = std::all_of(group.begin(), group.end(), [&](const Entry* one) {
            return one->content == group.front()->content;
        });
        by_key_[key] = same ? group.front() : nullptr;
        auto& told = same ? left_out_.doubles : left_out_.contrary;
        for (std::size_t i = same ? 1 : 0; i < group.size(); ++i) told.push_back(name(*group[i]));
    }
}

std::string PreviousReports::name(const Entry& entry) const {
    const std::string& file = inputs_[entry.input].name;
    return entry.ordinal == 0 ? file : file + "#" + std::to_string(entry.ordinal + 1);
}

Result<std::shared_ptr<const File>> PreviousReports::file(std::uint32_t input) const {
    const std::lock_guard lock(mutex_);
    if (last_input_ != input) {
        last_.reset();
        last_input_ = UINT32_MAX;
        GOUJI_TRY(last_, File::load(inputs_[input], load_));
        last_input_ = input;
    }
    return last_;
}

PreviousReports::Partner PreviousReports::partner(const SemanticModel& model) const {
    const std::int32_t year = model.summary.year - 1;
    const std::string agency = agency_key(model);
    if (model.summary.year == 0)
        return none("认不出年度，没有与上年对照", "does not tell its year; not compared");
    if (agency.empty())
        return none("认不出单位，没有与上年对照", "does not tell its agency; not compared");
    {
        const std::lock_guard lock(mutex_);
        years_.insert(year);
    }
    const std::string of = agency + " " + std::to_string(year) + " 年的年报";
    const std::string report = "the report of " + agency + " about " + std::to_string(year);
    const auto found = by_key_.find({agency, year});
    if (found == by_key_.end())
        return none("没有找到" + of + "，没有与上年对照", report + " was not found; not compared");
    if (found->second == nullptr)
        return none(of + "有几份，内容不同，没有与上年对照",
                    report + " is there more than once, with differences; not compared");
    const Entry& entry = *found->second;
    entry.asked.store(true);
    const auto from = file(entry.input);
    if (!from) {
        const Error why = at_place(name(entry), from.error());
        return none("上年的 " + why.zh, "last year's " + why.en);
    }
    const bool fits = entry.extent.end <= (*from)->text().view().size();
    if (fits && next_report(**from, entry.extent.begin, *lexicon_).end == entry.extent.end) {
        Document document = parse_report(**from, entry.extent, *lexicon_);
        SemanticModel before = analyze(document, *lexicon_, {});
        if (content_of(before) == entry.content) {
            return {std::make_shared<const PreviousReport>(
                        PreviousReport{*from, std::move(document), std::move(before)}),
                    std::nullopt};
        }
    }
    return none("上年的 " + name(entry) + " 在检查期间变了，没有对照",
                "last year's " + name(entry) + " changed during the run; not compared");
}

std::vector<std::string> PreviousReports::unasked() const {
    std::vector<std::string> out;
    const std::lock_guard lock(mutex_);
    for (const auto& [key, entry] : by_key_) {
        if (entry != nullptr && years_.contains(key.second) && !entry->asked.load())
            out.push_back(name(*entry));
    }
    return out;
}

}  // namespace gouji
