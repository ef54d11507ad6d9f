#include "gouji/sandbox/foreign_rules.hpp"

#include "gouji/json/report_json.hpp"
#include "gouji/plugin/parts.hpp"
#include "gouji/sandbox/findings.hpp"
#include "gouji/sandbox/requests.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace gouji {
namespace {

using Clock = Channel::Clock;

/// For starting a worker and making its rules, which no document's limit is meant for.
constexpr std::chrono::seconds starting{30};

/// How a worker ended, in words about the code that ran in it.
Error words_of(const Worker::Death& death) {
    switch (death.outcome) {
        case Channel::Outcome::late:
            return {"超过了时限，已停止", "took longer than the time limit and was stopped"};
        case Channel::Outcome::malformed:
            return {"往通道里写了约定以外的内容",
                    "wrote something that is not in the protocol into the channel"};
        default:
            break;
    }
    if (death.signal != 0) {
        const std::string number = std::to_string(death.signal);
        const std::string name = strsignal(death.signal);
        return {"崩溃（信号 " + number + "，" + name + "）",
                "crashed (signal " + number + ", " + name + ")"};
    }
    const std::string status = std::to_string(death.status);
    return {"自行结束了进程（返回 " + status + "）", "ended the process (status " + status + ")"};
}

}  // namespace

ForeignRules::ForeignRules(std::string name, Guest guest, std::vector<std::string> command,
                           Isolation isolation, std::span<const Edition> editions)
    : name_(std::move(name)),
      guest_(guest),
      command_(std::move(command)),
      isolation_(std::move(isolation)),
      editions_(editions) {}

void ForeignRules::hear() {
    constexpr std::size_t most = 1U << 16U;  // bytes of a run
    const std::string all = worker_->printed();
    if (!isolation_.heard || heard_ > most) return;
    for (std::string_view rest = all; !rest.empty() && heard_ <= most;) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        heard_ += end + 1;
        isolation_.heard(heard_ > most ? name_ + ": …"
                                       : name_ + ": " + std::string(rest.substr(0, end)));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
}

Failure ForeignRules::lost(Channel::Outcome outcome) {
    const Worker::Death death = worker_->end(outcome);
    hear();
    worker_.reset();
    return Failure(words_of(death));
}

Result<void> ForeignRules::send(char kind, std::string_view payload, Clock::time_point until) {
    const auto sent = worker_->channel().send(kind, payload, until);
    if (sent != Channel::Outcome::done) return lost(sent);
    return {};
}

Result<std::string> ForeignRules::receive(char answer, Clock::time_point until) {
    Frame frame;
    const auto received = worker_->channel().receive(frame, until);
    if (received != Channel::Outcome::done) return lost(received);
    if (frame.kind != answer) return lost(Channel::Outcome::malformed);
    return std::move(frame.payload);
}

Result<std::string> ForeignRules::exchange(char kind, std::string_view payload, char answer,
                                           Clock::time_point until) {
    GOUJI_TRY_VOID(send(kind, payload, until));
    return receive(answer, until);
}

Clock::time_point ForeignRules::limit() const {
    return Clock::now() + std::chrono::milliseconds(isolation_.limits.milliseconds);
}

Result<void> ForeignRules::begin() {
    const auto until = Clock::now() + starting;
    GOUJI_TRY(worker_, Worker::start(command_));
    text_ = 0;
    GOUJI_TRY(const auto confined, receive(frame::confined, until));
    auto lacking = read_confined(confined);
    if (!lacking) return lost(Channel::Outcome::malformed);
    lacking_ = std::move(*lacking);
    if (guest_ != Guest::plugin) return {};
    GOUJI_TRY(auto declaration, receive(frame::declaration, until));
    if (declaration_.empty())
        declaration_ = std::move(declaration);
    else if (declaration != declaration_) {
        worker_.reset();
        return fail("这次载入时说的规则与上次不同",
                    "declares other rules than when it was first loaded");
    }
    return {};
}

Result<void> ForeignRules::ready() {
    if (worker_) return {};
    GOUJI_TRY_VOID(begin());
    const auto until = Clock::now() + starting;
    for (const auto& [start, answer] : starts_) {
        GOUJI_TRY(const auto now, exchange(frame::start, start, frame::ready, until));
        if (now == answer) continue;
        worker_.reset();
        return fail("这次不能像上次那样创建规则", "makes its rules otherwise than the first time");
    }
    return {};
}

Result<Plugin> ForeignRules::declared(const std::filesystem::path& file) {
    if (auto begun = ready(); !begun) {
        return fail(file.string() + "：载入时" + begun.error().zh + "，不用这个插件",
                    file.string() + ": when loaded it " + begun.error().en + "; it is not used");
    }
    return read_declaration(declaration_, file);
}

Result<std::uint32_t> ForeignRules::add(const Page& page) {
    const auto named = [&](const Error& why) {
        return fail("创建时" + why.zh, "when made it " + why.en);
    };
    if (auto begun = ready(); !begun) return named(begun.error());
    std::string start = start_json(page);
    auto answer = exchange(frame::start, start, frame::ready, Clock::now() + starting);
    if (!answer) return named(answer.error());
    hear();
    const auto failure = read_ready(*answer);
    if (!failure) return named(failure.error());
    if (*failure) return Failure(**failure);
    starts_.emplace_back(std::move(start), std::move(*answer));
    return static_cast<std::uint32_t>(starts_.size() - 1);
}

Result<void> ForeignRules::ask(std::span<const Asked> asked, const Document& document,
                               const SemanticModel& model) {
    // Whoever sent a document ahead and never took the answers has left them in the channel.
    if (std::exchange(ahead_, 0) != 0) worker_.reset();
    GOUJI_TRY_VOID(ready());
    until_ = limit();
    const bool fresh = text_ != document.text().serial();
    text_ = document.text().serial();
    if (guest_ == Guest::program) {
        if (fresh || !lines_) lines_.emplace(document.view());
        return send(frame::document,
                    report_json(document, model, *lines_, editions_, JsonFor::program), until_);
    }
    std::vector<std::uint32_t> numbers;
    for (const Asked& one : asked) numbers.push_back(one.number);
    got_ = parts_;
    record_ = document_record(numbers, parts_, document, model, std::move(record_));
    const std::array<Outgoing, 2> both{
        {{frame::text, document.view()}, {frame::document, record_}}};
    const auto sent = worker_->channel().send(std::span(both).subspan(fresh ? 0 : 1), until_);
    if (sent != Channel::Outcome::done) return lost(sent);
    return {};
}

void ForeignRules::send_ahead(std::span<const Asked> asked, const Document& document,
                              const SemanticModel& model) {
    const std::lock_guard lock(mutex_);
    if (deaths_ == patience) return;
    sent_ = ask(asked, document, model);
    ahead_ = document.serial();
}

Result<void> ForeignRules::pass_on(const Document& document, const SemanticModel& model,
                                   Sink& sink) {
    Frame answer{0, std::move(answer_)};
    for (;;) {
        const auto received = worker_->channel().receive(answer, until_);
        if (received != Channel::Outcome::done) return lost(received);
        if (answer.kind == frame::findings) break;
        const auto wanted = guest_ == Guest::plugin && answer.kind == frame::wanted
                                ? read_wanted(answer.payload)
                                : std::nullopt;
        // Nothing is asked for twice.
        if (!wanted || (*wanted & got_) != 0) return lost(Channel::Outcome::malformed);
        got_ |= *wanted;
        parts_ |= *wanted;
        GOUJI_TRY_VOID(send(frame::parts, parts_record(*wanted, document, model), until_));
    }
    answer_ = std::move(answer.payload);
    // A program has the report's text alone, a plugin that of the whole file.
    const std::uint32_t begin = guest_ == Guest::program ? document.extent().begin : 0;
    const auto passed = replay_findings(answer_, begin, sink);
    if (!passed) {
        sink.fail(passed.error());
    } else if (!*passed) {
        return lost(Channel::Outcome::malformed);
    }
    return {};
}

void ForeignRules::check(std::span<const Asked> asked, const Document& document,
                         const SemanticModel& model, Sink& sink, const Bracket& bracket) {
    const std::lock_guard lock(mutex_);
    // The worker is at work on this document.
    bool waits = ahead_ == document.serial();
    Result<void> done = waits ? std::move(sent_) : Result<void>{};
    if (waits) ahead_ = 0;
    until_ = limit();
    for (; !asked.empty() && deaths_ < patience; asked = asked.subspan(1)) {
        bracket(asked.front(), true);
        if (!waits) done = ask(asked, document, model);
        if (done) done = pass_on(document, model, sink);
        waits = done.has_value();
        if (!done) {
            Error why = std::move(done).error();
            why.zh += "，这份报告没有它的结果";
            why.en += "; its findings for this report are lost";
            if (++deaths_ == patience) {
                const std::string count = std::to_string(patience);
                why.zh += "；" + name_ + " 已出错 " + count + " 次，本次运行不再使用";
                why.en += "; " + name_ + " has failed " + count +
                          " times and is not used any more in this run";
            }
            sink.fail(why);
        }
        bracket(asked.front(), false);
    }
    if (worker_) hear();
}

namespace {

class ForeignChecker final : public Checker {
public:
    ForeignChecker(std::unique_ptr<ForeignRules> rules, std::uint32_t number)
        : rules_(std::move(rules)), number_(number) {}

    void check(const ReportView& report, Sink& sink) const override {
        const ForeignRules::Asked asked{number_};
        rules_->check({&asked, 1}, report.document, report.model, sink, [](const auto&, bool) {});
    }

private:
    std::unique_ptr<ForeignRules> rules_;
    std::uint32_t number_;
};

}  // namespace

Result<std::unique_ptr<Checker>> make_foreign_checker(std::unique_ptr<ForeignRules> rules,
                                                      const Page& page) {
    GOUJI_TRY(const auto number, rules->add(page));
    return std::make_unique<ForeignChecker>(std::move(rules), number);
}

}  // namespace gouji
