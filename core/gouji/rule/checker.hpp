#pragma once

#include "gouji/base/localized.hpp"
#include "gouji/base/span.hpp"
#include <gouji/abi.h>

#include <string_view>

namespace gouji {

class Document;
class TermHits;
struct SemanticModel;

/// One report as a checker sees it. `hits` are those of the table that the checker's words were
/// added to when it was made.
struct ReportView {
    const Document& document;
    const SemanticModel& model;
    const TermHits& hits;
    const ReportView* previous = nullptr;  ///< of the year before; null when it is not known
};

/// Where a checker puts what it finds; the verbs of gouji.sink/1 and gouji.rank/1. `open` … `close`
/// brackets one finding. Every string is copied before the call returns. `argument` belongs to what
/// was opened last: the finding, a related place or a fix. The host's sink validates everything, so
/// that a checker need not.
class Sink {
public:
    virtual ~Sink() = default;

    virtual gouji_answer open(Span where, std::string_view message) = 0;
    virtual gouji_answer argument(std::string_view name, std::string_view value) = 0;
    /// A place that the finding speaks of; `message` is one of the page's messages.
    virtual gouji_answer related(Span where, std::string_view message) = 0;
    /// The same for a place in the report of the year before.
    virtual gouji_answer related_previous(Span where, std::string_view message) = 0;
    /// A fix, described by one of the page's messages; edits follow.
    virtual gouji_answer fix(bool safe, std::string_view message) = 0;
    virtual gouji_answer edit(Span replaced, std::string_view by) = 0;
    /// How sure the open finding is, 0 to 100; gouji.rank/1.
    virtual gouji_answer rank(std::uint32_t rank) = 0;
    virtual gouji_answer close() = 0;
    /// Why the rule itself failed: a tool problem, never a finding.
    virtual void fail(std::string_view reason) = 0;
    /// The same in both languages.
    virtual void fail(const Localized& reason) { fail(std::string_view(reason.zh)); }
    /// True once the host asks this check to stop.
    [[nodiscard]] virtual bool cancelled() const = 0;
};

/// A rule at work, native or declarative: built once from its page and options, immutable after.
class Checker {
public:
    virtual ~Checker() = default;

    /// Called from many threads at once, each with its own document and sink. Same input, same
    /// findings. Does not throw.
    virtual void check(const ReportView& report, Sink& sink) const = 0;
};

}  // namespace gouji
