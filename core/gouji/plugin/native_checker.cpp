#include "gouji/plugin/native_checker.hpp"

#include "gouji/plugin/handles.hpp"
#include "gouji/plugin/host.hpp"
#include "gouji/text/utf8_check.hpp"

#include <exception>
#include <utility>

namespace gouji {
namespace {

/// Foreign code behind the core's own interface. What it throws stops here.
class NativeChecker final : public Checker {
public:
    NativeChecker(const gouji_rule& rule, void* self, std::unique_ptr<const RuleHost> host,
                  std::vector<WordList> lists, TermGroup group)
        : rule_(rule),
          self_(self),
          host_(std::move(host)),
          lists_(std::move(lists)),
          group_(group) {}
    ~NativeChecker() override {
        try {
            if (rule_.destroy != nullptr) rule_.destroy(self_);
        } catch (
            ...) {  // NOLINT(bugprone-empty-catch): the run is over; there is no sink to report to
        }
    }
    NativeChecker(const NativeChecker&) = delete;
    NativeChecker& operator=(const NativeChecker&) = delete;

    void check(const ReportView& report, Sink& sink) const override {
        gouji_document handle = handle_of(report);
        const gouji_document previous =
            report.previous != nullptr ? handle_of(*report.previous) : gouji_document{};
        if (report.previous != nullptr) handle.previous = &previous;
        gouji_sink to{&sink};
        try {
            rule_.check(self_, &handle, &to);
        } catch (const std::exception& error) {
            sink.fail(std::string("threw across the boundary: ") + error.what());
        } catch (...) {
            sink.fail("threw across the boundary");
        }
    }

private:
    [[nodiscard]] gouji_document handle_of(const ReportView& report) const {
        return {&report.document, &report.model, &report.hits, group_, lists_};
    }

    gouji_rule rule_;
    void* self_;
    std::unique_ptr<const RuleHost> host_;  ///< what the rule was created with
    std::vector<WordList> lists_;           ///< their names alone
    TermGroup group_;
};

/// The sink of create: a rule that is not there yet can only say why it will not be.
class CreationSink final : public Sink {
public:
    using Sink::fail;
    gouji_answer open(Span, std::string_view) override { return GOUJI_SINK_OUT_OF_TURN; }
    gouji_answer argument(std::string_view, std::string_view) override {
        return GOUJI_SINK_OUT_OF_TURN;
    }
    gouji_answer related(Span, std::string_view) override { return GOUJI_SINK_OUT_OF_TURN; }
    gouji_answer related_previous(Span, std::string_view) override {
        return GOUJI_SINK_OUT_OF_TURN;
    }
    gouji_answer fix(bool, std::string_view) override { return GOUJI_SINK_OUT_OF_TURN; }
    gouji_answer edit(Span, std::string_view) override { return GOUJI_SINK_OUT_OF_TURN; }
    gouji_answer rank(std::uint32_t) override { return GOUJI_SINK_OUT_OF_TURN; }
    gouji_answer close() override { return GOUJI_SINK_OUT_OF_TURN; }
    void fail(std::string_view why) override {
        if (reason.empty()) reason = replace_invalid_utf8(why.substr(0, longest_reason));
    }
    [[nodiscard]] bool cancelled() const override { return !reason.empty(); }

    std::string reason;

private:
    static constexpr std::size_t longest_reason = 1'000;  ///< bytes: enough for any sentence
};

std::vector<gouji_text> texts(const std::vector<std::string>& words) {
    std::vector<gouji_text> out;
    for (const std::string& word : words) out.push_back(raw(word));
    return out;
}

/// What a checker keeps of its page's lists.
std::vector<WordList> named(const std::vector<WordList>& lists) {
    std::vector<WordList> out(lists.size());
    for (std::size_t i = 0; i < lists.size(); ++i) out[i].name = lists[i].name;
    return out;
}

gouji_options prepared(const Page& page) {
    gouji_options out{page.options, {}, page.lists, {}, {}};
    for (const Option& option : page.options) {
        auto& list = out.lists.emplace_back();
        if (const auto* items = std::get_if<std::vector<std::string>>(&option.value))
            list = texts(*items);
    }
    for (const WordList& list : page.lists) {
        out.words.push_back(texts(list.words));
        out.values.push_back(texts(list.values));
    }
    return out;
}

}  // namespace

Result<std::unique_ptr<Checker>> make_native_checker(const gouji_rule& rule, const Page& page,
                                                     const std::string& plugin, TermGroup group) {
    const gouji_options options = prepared(page);
    auto host = std::make_unique<const RuleHost>(page.id, plugin);
    CreationSink sink;
    gouji_sink to{&sink};
    void* self = nullptr;
    try {
        self = rule.create(&host->host, &options, &to);
    } catch (const std::exception& error) {
        return gouji::fail(error.what(), error.what());
    } catch (...) {
        return gouji::fail("创建时抛出异常", "threw while being created");
    }
    if (self == nullptr) {
        const std::string why = sink.reason.empty() ? "no reason given" : sink.reason;
        return gouji::fail(why, why);
    }
    return std::make_unique<NativeChecker>(rule, self, std::move(host), named(page.lists), group);
}

}  // namespace gouji
