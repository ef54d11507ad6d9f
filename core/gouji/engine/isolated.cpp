#include "gouji/engine/isolated.hpp"

#include "gouji/engine/checksum.hpp"
#include "gouji/engine/process_report.hpp"
#include "gouji/terms/term_hits.hpp"

#include <algorithm>
#include <cstring>
#include <iterator>

#include <unistd.h>

namespace gouji {
namespace {

/// Tells the parent which rule runs, and asks after each foreign one whether the process is whole.
class RuleTracer final : public Watch {
public:
    RuleTracer(const Job& job, CurrentRule& current_rule, const std::function<void()>& guard)
        : job_(&job), current_rule_(&current_rule), guard_(&guard) {}

    void begin(const Document& document, const SemanticModel& model, const TermHits& hits,
               const Collector& collector) override {
        document_ = &document;
        model_ = &model;
        hits_ = &hits;
        collector_ = &collector;
    }
    bool before(std::uint32_t rule, bool foreign) override {
        if (std::binary_search(job_->skipped.begin(), job_->skipped.end(), rule)) return false;
        if (foreign && !sealed_) {
            findings_ = collector_->findings.size();
            sealed_ = sealed();
        }
        current_rule_->rule.store(rule, std::memory_order_relaxed);
        return true;
    }
    void after(std::uint32_t, bool foreign) override {
        if (foreign) (*guard_)();
        current_rule_->rule.store(CurrentRule::nothing, std::memory_order_relaxed);
    }
    void end() override {
        if (sealed_ && *sealed_ != sealed()) _exit(Workers::changed_document);
    }

private:
    [[nodiscard]] std::uint64_t sealed() const {
        return checksum(*document_, *model_, *hits_, *collector_, findings_);
    }

    const Job* job_;
    CurrentRule* current_rule_;
    const std::function<void()>* guard_;
    const Document* document_ = nullptr;
    const SemanticModel* model_ = nullptr;
    const TermHits* hits_ = nullptr;
    const Collector* collector_ = nullptr;
    std::size_t findings_ = 0;             ///< of the installation's own rules
    std::optional<std::uint64_t> sealed_;  ///< before the first foreign rule looked
};

/// A worker's side: opens files itself, and keeps the last one, for files that hold many reports.
class RequestHandler {
public:
    RequestHandler(std::span<const Input> inputs, const RunContext& setup, const Render& render)
        : inputs_(inputs), setup_(&setup), render_(&render), load_(setup.load) {
        load_.digest = false;  // the parent has read the file too, and knows it
    }

    std::string answer(std::string_view request, CurrentRule& current_rule,
                       const std::function<void()>& guard) {
        const auto job = deserialize_job(request);
        if (!job || job->input >= inputs_.size()) return {};
        WorkItem unit{0, job->input, job->ordinal, nullptr, job->extent, std::nullopt};
        if (auto file = open(*job)) {
            unit.file = std::move(*file);
        } else {
            unit.problem = file.error();
        }
        if (unit.file && job->extent.end > unit.file->text().view().size()) {
            unit.problem =
                Error{"检查时文件变了，请重新运行", "the file changed meanwhile; run again"};
        }
        static const std::atomic<bool> never{false};
        RuleTracer tracer(*job, current_rule, guard);
        ReportResult done = process_report(unit, *setup_, never, *render_, &tracer);
        if (done.analyzed) done.rendered = (*render_)(*done.analyzed, unit.input);
        return pack(done);
    }

private:
    Result<std::shared_ptr<const File>> open(const Job& job) {
        if (!job.text.empty()) {
            return File::read(inputs_[job.input].name, job.text, load_);
        }
        if (!file_ || input_ != job.input) {
            auto file = File::load(inputs_[job.input], load_);
            if (!file) return file;
            file_ = std::move(*file);
            input_ = job.input;
        }
        return file_;
    }

    std::span<const Input> inputs_;
    const RunContext* setup_;
    const Render* render_;
    LoadOptions load_;
    std::shared_ptr<const File> file_;
    std::uint32_t input_ = 0;
};

}  // namespace

Result<std::unique_ptr<Isolated>> Isolated::start(std::span<const Input> inputs,
                                                  const RunContext& setup, const Render& render,
                                                  unsigned jobs, const Limits& limits) {
    auto handler = std::make_shared<RequestHandler>(inputs, setup, render);
    auto workers = Workers::start(jobs + 1, limits,
                                  [handler](std::string_view request, CurrentRule& current_rule,
                                            const std::function<void()>& guard) {
                                      return handler->answer(request, current_rule, guard);
                                  });
    if (!workers) return Failure(workers.error());
    return std::unique_ptr<Isolated>(new Isolated(inputs, setup, std::move(*workers), jobs));
}

Notice Isolated::died(const Workers::Death& death, std::uint32_t file) const {
    Notice notice{Notice::Kind::rule_failed, {}, file, std::nullopt};
    Localized how;
    if (death.late) {
        how = {"检查一份报告超过了时限，已停止", "took longer than the time limit and was stopped"};
    } else if (death.protocol_error) {
        how = {"往检查进程的通道里写了别的内容", "wrote into the worker's own channel"};
    } else if (death.status == Workers::took_memory) {
        how = {"占用了几乎全部内存而不归还", "took nearly all memory and kept it"};
    } else if (death.status == Workers::changed_document) {
        how = {"改动了年报的内容或别的规则的结果", "changed the report or what other rules found"};
    } else if (death.status == Workers::left_threads) {
        how = {"结束后仍留有线程在运行", "left threads running"};
    } else if (death.status == Workers::closed_descriptors) {
        how = {"关闭了不属于它的文件描述符", "closed file descriptors that are not its own"};
    } else if (death.status == Workers::kept_descriptors) {
        how = {"占用了全部文件描述符而不归还", "took all file descriptors and kept them"};
    } else if (death.status == Workers::wrote_output) {
        how = {"向标准输出写了内容", "wrote to standard output"};
    } else if (death.signal != 0) {
        const std::string name = strsignal(death.signal);
        how = {"使检查进程崩溃（信号 " + std::to_string(death.signal) + "，" + name + "）",
               "crashed the worker process (signal " + std::to_string(death.signal) + ", " + name +
                   ")"};
    } else {
        how = {"结束了检查进程（返回 " + std::to_string(death.status) + "）",
               "ended the worker process (status " + std::to_string(death.status) + ")"};
    }
    if (death.rule < setup_->catalogue.rules().size()) {
        notice.rule = death.rule;
        notice.what = {how.zh + "，这份报告没有它的结果",
                       how.en + "; its findings for this report are lost"};
    } else {
        notice.what = {"不在任何规则中时，" + how.zh, "outside of any rule: " + how.en};
    }
    return notice;
}

tl::expected<ReportResult, Workers::Death> Isolated::ask(unsigned slot, Attempt& attempt,
                                                         std::vector<std::uint32_t> skipped) {
    skipped.insert(skipped.end(), attempt.off.begin(), attempt.off.end());
    skipped.insert(skipped.end(), attempt.struck.begin(), attempt.struck.end());
    std::sort(skipped.begin(), skipped.end());
    attempt.job.skipped = std::move(skipped);
    const auto reply = workers_->ask(slot, pack(attempt.job));
    if (!reply) return tl::unexpected(reply.error());
    auto delivery = deserialize_result(*reply);
    const std::size_t rules = setup_->catalogue.rules().size();
    if (delivery && std::all_of(delivery->counts.begin(), delivery->counts.end(),
                                [&](const auto& count) { return count.rule < rules; })) {
        return std::move(*delivery);
    }
    Workers::Death death;
    death.protocol_error = true;
    return tl::unexpected(death);
}

std::vector<std::uint32_t> Isolated::foreign_but(std::uint32_t rule) const {
    std::vector<std::uint32_t> out;
    const auto rules = setup_->catalogue.rules();
    for (std::uint32_t i = 0; i < rules.size(); ++i) {
        if (i != rule && setup_->catalogue.component_of(rules[i]).foreign) out.push_back(i);
    }
    return out;
}

std::map<std::uint32_t, Workers::Death> Isolated::culprits(unsigned slot, Attempt& attempt) {
    std::map<std::uint32_t, Workers::Death> out;
    for (const std::uint32_t rule : foreign_but(CurrentRule::nothing)) {
        const auto alone = ask(slot, attempt, foreign_but(rule));
        if (!alone) out.emplace(rule, alone.error());
    }
    return out;
}

ReportResult Isolated::attempt(unsigned slot, Attempt& attempt) {
    std::vector<Notice> notices;
    attempt.struck.clear();
    const auto finished = [&](ReportResult&& delivery) {
        // Who is met first may depend on who was quicker; what is said does not.
        std::stable_sort(notices.begin(), notices.end(),
                         [](const Notice& a, const Notice& b) { return a.rule < b.rule; });
        std::sort(attempt.struck.begin(), attempt.struck.end());
        delivery.notices.insert(delivery.notices.end(), notices.begin(), notices.end());
        if (attempt.source) delivery.source = attempt.source;
        return std::move(delivery);
    };
    while (true) {
        auto all = ask(slot, attempt, {});
        if (all) return finished(std::move(*all));
        const std::uint32_t suspect = all.error().rule;
        const auto apart = ask(slot, attempt, foreign_but(suspect));
        std::map<std::uint32_t, Workers::Death> guilty;
        if (!apart) {
            guilty.emplace(suspect, apart.error());  // what it does alone is its own doing
        } else {
            all = ask(slot, attempt, {});
            if (all) return finished(std::move(*all));  // it was an accident
            guilty = culprits(slot, attempt);
            if (guilty.empty() && all.error().rule != CurrentRule::nothing)
                guilty.emplace(all.error().rule, all.error());
            if (guilty.empty()) {  // only together
                for (const std::uint32_t rule : foreign_but(CurrentRule::nothing))
                    guilty.emplace(rule, all.error());
            }
        }
        for (auto& [rule, death] : guilty) {
            death.rule = rule;
            notices.push_back(died(death, attempt.job.input));
            if (notices.back().rule) attempt.struck.push_back(rule);
        }
        if (!notices.back().rule) break;  // not even without foreign rules
    }
    ReportResult out;
    out.file = attempt.job.input;
    out.ordinal = attempt.job.ordinal;
    out.source = attempt.source;
    out.notices = std::move(notices);
    return out;
}

namespace {

/// Says once which of the kernel's means are not to be had here.
void tell_confinement(const Confinement& held, std::vector<Notice>& notices) {
    Localized lacking;
    const auto lack = [&](bool there, const char* zh, const char* en) {
        if (there) return;
        lacking.zh += (lacking.zh.empty() ? "" : "、") + std::string(zh);
        lacking.en += (lacking.en.empty() ? "" : ", ") + std::string(en);
    };
    lack(held.no_new_privileges, "no-new-privileges", "no-new-privileges");
    lack(held.files_read_only, "Landlock（文件只读）", "Landlock (files read-only)");
    lack(held.calls_refused, "seccomp（禁用网络和新进程）", "seccomp (no network, no processes)");
    if (lacking.zh.empty()) return;
    notices.push_back({Notice::Kind::unconfined,
                       {"系统没有提供 " + lacking.zh + "，规则仍在单独的进程里运行",
                        "the system does not offer " + lacking.en +
                            "; rules still run in processes of their own"},
                       std::nullopt,
                       std::nullopt});
}

}  // namespace

ReportResult Isolated::work(unsigned slot, const WorkItem& unit) {
    Attempt attempt;
    attempt.job = {unit.input, unit.ordinal, unit.extent, {}, {}};
    if (inputs_[unit.input].path == "-" && !inputs_[unit.input].bytes)
        attempt.job.text = unit.file->stored();
    attempt.source = ReportResult::Source{unit.file->kind(), unit.file->source().encoding(),
                                          unit.file->bytes(), unit.file->digest()};
    {
        const std::lock_guard lock(mutex_);
        attempt.off = off_;
    }
    ReportResult out = this->attempt(slot, attempt);
    const std::lock_guard lock(mutex_);
    attempts_[{unit.input, unit.ordinal}] = std::move(attempt);
    return out;
}

ReportResult Isolated::settle(ReportResult&& delivery) {
    Attempt attempt;
    {
        const std::lock_guard lock(mutex_);
        const auto found = attempts_.find({delivery.file, delivery.ordinal});
        if (found == attempts_.end()) return std::move(delivery);  // a file that could not be read
        attempt = std::move(found->second);
        attempts_.erase(found);
    }
    if (attempt.off != off_) {
        attempt.off = off_;
        delivery = this->attempt(spare_, attempt);
    }
    if (!confinement_told_) {
        confinement_told_ = true;
        tell_confinement(confinement(), delivery.notices);
    }
    for (const std::uint32_t rule : attempt.struck) {
        if (++lost_[rule] < strikes) continue;
        delivery.notices.push_back({Notice::Kind::rule_failed,
                                    {"第 " + std::to_string(strikes) + " 次出错，本次运行不再使用",
                                     "failed for the " + std::to_string(strikes) +
                                         "rd time and is switched off for this run"},
                                    std::nullopt,
                                    rule});
        const std::lock_guard lock(mutex_);
        off_.insert(std::lower_bound(off_.begin(), off_.end(), rule), rule);
    }
    return std::move(delivery);
}

}  // namespace gouji
