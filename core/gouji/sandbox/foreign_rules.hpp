#pragma once

#include "gouji/edition/edition.hpp"
#include "gouji/plugin/plugin.hpp"
#include "gouji/rule/checker.hpp"
#include "gouji/sandbox/confinement.hpp"
#include "gouji/sandbox/worker.hpp"
#include "gouji/text/line_index.hpp"

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// How foreign code runs.
struct Isolation {
    Limits limits;
    /// Takes what foreign code prints, a line at a time; may be null.
    std::function<void(std::string_view line)> heard;
};

/// Rules whose code runs in a worker process of its own: those of a plugin, or the one of a
/// program. The worker is asked for one document after the other. When it dies, does not answer in
/// time or answers something else, the rule that was at work fails for that document and is named,
/// and a fresh worker goes on with the next rule; the third time, the rules are off for the rest of
/// the run. All that comes from a worker is checked as what any rule says is.
class ForeignRules {
public:
    static constexpr std::uint32_t patience = 3;

    /// `name` is how messages call the code; `editions`, which outlive this, tell a program of the
    /// form's rows. Nothing is started yet.
    ForeignRules(std::string name, Guest guest, std::vector<std::string> command,
                 Isolation isolation, std::span<const Edition> editions);

    /// What the plugin declares; without its code.
    Result<Plugin> declared(const std::filesystem::path& file);
    /// Makes a rule, with the options and words of `page`; the number by which it is asked.
    Result<std::uint32_t> add(const Page& page);

    /// A rule that is to check a document.
    struct Asked {
        std::uint32_t number = 0;  ///< from add()
        std::uint32_t rule = 0;    ///< the caller's own
    };
    /// Told before and after each rule's findings go to the sink.
    using Bracket = std::function<void(const Asked&, bool begins)>;
    /// Sends a document on its way, so that the worker is at it while the caller does something
    /// else; check() takes the answers. For whom the next turn is.
    void send_ahead(std::span<const Asked> asked, const Document& document,
                    const SemanticModel& model);
    /// What a rule says may depend on the documents that its worker was asked for before: the
    /// caller keeps them in order.
    void check(std::span<const Asked> asked, const Document& document, const SemanticModel& model,
               Sink& sink, const Bracket& bracket);

    /// Layers of confinement that the kernel did not offer to the worker.
    [[nodiscard]] std::span<const std::string> lacking() const { return lacking_; }

private:
    /// Starts a worker, if there is none, and brings it to where the last one was.
    [[nodiscard]] Result<void> ready();
    [[nodiscard]] Result<void> begin();
    /// Sends a frame and takes the answer; the error says what went wrong, and the worker is gone.
    [[nodiscard]] Result<std::string> exchange(char kind, std::string_view payload, char answer,
                                               Channel::Clock::time_point until);
    [[nodiscard]] Result<std::string> receive(char answer, Channel::Clock::time_point until);
    [[nodiscard]] Result<void> send(char kind, std::string_view payload,
                                    Channel::Clock::time_point until);
    [[nodiscard]] Failure lost(Channel::Outcome outcome);
    void hear();
    /// When the time for a document is over that begins now.
    [[nodiscard]] Channel::Clock::time_point limit() const;

    [[nodiscard]] Result<void> ask(std::span<const Asked> asked, const Document& document,
                                   const SemanticModel& model);
    /// Takes the answer of the next rule; sends what it asks for before.
    [[nodiscard]] Result<void> pass_on(const Document& document, const SemanticModel& model,
                                       Sink& sink);

    std::string name_;
    Guest guest_;
    std::vector<std::string> command_;
    Isolation isolation_;
    std::span<const Edition> editions_;

    std::mutex mutex_;
    std::unique_ptr<Worker> worker_;
    std::string declaration_;                                  ///< of the first worker
    std::vector<std::pair<std::string, std::string>> starts_;  ///< with the first answers
    std::vector<std::string> lacking_;
    std::uint64_t text_ = 0;            ///< serial of the text that the worker has
    std::uint64_t ahead_ = 0;           ///< serial of the document that was sent ahead, or 0
    Result<void> sent_;                 ///< how that went
    std::uint32_t parts_ = 0;           ///< of documents that its rules have asked for
    std::uint32_t got_ = 0;             ///< parts of the last document that were sent
    std::string answer_;                ///< the last one, for its memory
    std::string record_;                ///< the last document's, for its memory
    std::optional<LineIndex> lines_;    ///< of that text, for a program
    Channel::Clock::time_point until_;  ///< the document's limit
    std::uint32_t deaths_ = 0;
    std::size_t heard_ = 0;  ///< bytes
};

/// One such rule behind the interface of all rules.
Result<std::unique_ptr<Checker>> make_foreign_checker(std::unique_ptr<ForeignRules> rules,
                                                      const Page& page);

}  // namespace gouji
