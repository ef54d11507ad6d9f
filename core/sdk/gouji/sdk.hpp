// gouji/sdk.hpp - write a rule as a plain C++ class.
//
// Header-only, depends on abi.h and the standard library, links nothing. Every type here is
// a view: cheap to copy, valid for as long as the ABI says its handle is.
//
//     class Late {
//     public:
//         explicit Late(Options options) : day_(options.integer("day")) {}
//         void check(Document document, Sink sink) const { … }
//     };
//     GOUJI_RULE(late, Late);
#ifndef GOUJI_SDK_HPP
#define GOUJI_SDK_HPP

#include <gouji/abi.h>
#include <gouji/decimal.hpp>
#include <gouji/document.hpp>
#include <gouji/utf8.hpp>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <exception>
#include <string>
#include <string_view>
#include <vector>

namespace gouji::sdk {

/// The rule's options, as its page declares them and the configuration sets them.
class Options {
public:
    Options(const gouji_options* options, const detail::Services* services)
        : options_(options), services_(services) {}

    [[nodiscard]] std::int64_t integer(std::string_view key) const {
        return services_->options->integer(options_, raw(key));
    }
    [[nodiscard]] bool boolean(std::string_view key) const {
        return services_->options->boolean(options_, raw(key)) != 0;
    }
    /// Copy what you keep: the text is borrowed until the constructor returns.
    [[nodiscard]] std::string text(std::string_view key) const {
        return std::string(view(services_->options->text(options_, raw(key))));
    }
    [[nodiscard]] std::vector<std::string> list(std::string_view key) const {
        std::size_t count = 0;
        const gouji_text* items = services_->options->list(options_, raw(key), &count);
        return copied(items, count);
    }
    /// The words of a list of the page, with those that packs and the configuration add.
    [[nodiscard]] std::vector<std::string> words(TermList of) const { return words(of.name); }
    [[nodiscard]] std::vector<std::string> words(PlainList of) const { return words(of.name); }
    /// What the page says beside each word of a list; none where it has words alone.
    [[nodiscard]] std::vector<std::string> values(TermList of) const { return values(of.name); }
    [[nodiscard]] std::vector<std::string> values(PlainList of) const { return values(of.name); }

private:
    static std::vector<std::string> copied(const gouji_text* items, std::size_t count) {
        std::vector<std::string> out;
        out.reserve(count);
        for (std::size_t i = 0; i < count; ++i) out.emplace_back(view(items[i]));
        return out;
    }
    [[nodiscard]] std::vector<std::string> words(std::string_view name) const {
        std::size_t count = 0;
        const gouji_text* items = lists().words(options_, raw(name), &count);
        return copied(items, count);
    }
    [[nodiscard]] std::vector<std::string> values(std::string_view name) const {
        std::size_t count = 0;
        const gouji_text* items = lists().values(options_, raw(name), &count);
        return copied(items, count);
    }
    [[nodiscard]] const gouji_terms_service& lists() const {
        return detail::need(services_->terms, GOUJI_SERVICE_TERMS);
    }

    const gouji_options* options_;
    const detail::Services* services_;
};

enum class Safety : std::uint32_t { safe = GOUJI_FIX_SAFE, unsafe = GOUJI_FIX_UNSAFE };

/// What stands for a {placeholder} of a message. It has no default, so that a message without one
/// of its arguments does not compile.
class Argument {
public:
    // An argument is what it is made from. NOLINTBEGIN(google-explicit-constructor)
    Argument(std::string_view words) : words_(words) {}
    Argument(const std::string& words) : words_(words) {}
    Argument(const char* words) : words_(words) {}
    Argument(Decimal value) : own_(value.text()) {}
    template <std::integral Integer>
    Argument(Integer value) : own_(std::to_string(value)) {}
    // NOLINTEND(google-explicit-constructor)

    /// Lives as long as the argument and what it was made from.
    [[nodiscard]] std::string_view text() const {
        return own_.empty() ? words_ : std::string_view(own_);
    }

private:
    std::string_view words_;
    std::string own_;
};

/// A message of a page, as the page's generated header declares it: a struct with its arguments.
///     struct doubled { Argument mark; … };
template <class T>
concept Message = requires(const T& message) {
    { T::message_id } -> std::convertible_to<const char*>;
    message.each_argument([](std::string_view, const Argument&) {});
};

/// A finding being written. It is reported at the end of the statement, which therefore reads
/// as one sentence:
///     sink.report(where, message::doubled{.mark = mark})
///         .fix(Safety::safe, message::remove{}).replace(where, "");
/// The messages come from the page's header. Their ids as text do as well, for code that has no
/// page of its own. Keep it in a named variable where related places are added in a loop.
class Finding {
public:
    Finding(gouji_sink* sink, const detail::Services* services, Span where,
            std::string_view message_id)
        : sink_(sink),
          service_(services->sink),
          rank_(services->rank),
          previous_(services->previous) {
        service_->open(sink_, where, raw(message_id));
    }
    template <Message M>
    Finding(gouji_sink* sink, const detail::Services* services, Span where, const M& message)
        : Finding(sink, services, where, M::message_id) {
        with(message);
    }
    ~Finding() { service_->close(sink_); }
    Finding(const Finding&) = delete;
    Finding& operator=(const Finding&) = delete;

    /// An argument of what was opened last: the finding, a related place, a fix.
    Finding& with(std::string_view name, std::string_view value) {
        service_->argument(sink_, raw(name), raw(value));
        return *this;
    }
    Finding& with(std::string_view name, Decimal value) { return with(name, value.text()); }
    template <std::integral Integer>
    Finding& with(std::string_view name, Integer value) {
        return with(name, std::to_string(value));
    }
    /// Another place that the finding speaks of.
    Finding& also(Span where, std::string_view message_id) {
        service_->related(sink_, where, raw(message_id));
        return *this;
    }
    /// A fix; the edits follow.
    Finding& fix(Safety safety, std::string_view message_id) {
        service_->fix(sink_, static_cast<std::uint32_t>(safety), raw(message_id));
        return *this;
    }
    template <Message M>
    Finding& also(Span where, const M& message) {
        return also(where, M::message_id).with(message);
    }
    /// A place in Document::previous().
    template <Message M>
    Finding& also_previous(Span where, const M& message) {
        detail::need(previous_, GOUJI_SERVICE_PREVIOUS).related(sink_, where, raw(M::message_id));
        return with(message);
    }
    template <Message M>
    Finding& fix(Safety safety, const M& message) {
        return fix(safety, M::message_id).with(message);
    }
    /// The arguments of a message.
    template <Message M>
    Finding& with(const M& message) {
        message.each_argument(
            [&](std::string_view name, const Argument& value) { with(name, value.text()); });
        return *this;
    }
    Finding& replace(Span where, std::string_view replacement) {
        service_->edit(sink_, where, raw(replacement));
        return *this;
    }
    /// How sure this finding is, 0 to 100. Without it the page's precision tells; a host that does
    /// not take it does not hear it.
    Finding& rank(std::uint32_t how_sure) {
        if (rank_ != nullptr) rank_->rank(sink_, how_sure);
        return *this;
    }

private:
    gouji_sink* sink_;
    const gouji_sink_service* service_;
    const gouji_rank_service* rank_;
    const gouji_previous_service* previous_;
};

/// Where findings go. Once the host asks this check to stop (there are enough findings, or it takes
/// too long), `report` does not return: the check ends there, and what was reported stays.
class Sink {
public:
    Sink(gouji_sink* sink, const detail::Services* services) : sink_(sink), services_(services) {}

    Finding report(Span where, std::string_view message_id) const {
        detail::stop_if_asked(sink_, services_);
        return {sink_, services_, where, message_id};
    }
    template <Message M>
    Finding report(Span where, const M& message) const {
        detail::stop_if_asked(sink_, services_);
        return {sink_, services_, where, message};
    }
    [[nodiscard]] bool cancelled() const { return services_->sink->cancelled(sink_) != 0; }

private:
    gouji_sink* sink_;
    const detail::Services* services_;
};

/// What a rule is: built once from its options, then asked about one document after another,
/// from any thread.
template <class T>
concept Rule = std::constructible_from<T, Options> &&
    requires(const T& rule, Document document, Sink sink) {
    rule.check(document, sink);
};

namespace detail {

template <Rule T>
struct Instance {
    Services services;
    T rule;
};

template <class Service>
void ask(const gouji_host* host, std::string_view id, const Service*& service) {
    service = static_cast<const Service*>(host->service(host, raw(id)));
}

inline Services services(const gouji_host* host) {
    Services all{};
    all.host = host;
    ask(host, GOUJI_SERVICE_DOCUMENT, all.document);
    ask(host, GOUJI_SERVICE_TABLES, all.tables);
    ask(host, GOUJI_SERVICE_FORM, all.form);
    ask(host, GOUJI_SERVICE_CHAPTERS, all.chapters);
    ask(host, GOUJI_SERVICE_DATES, all.dates);
    ask(host, GOUJI_SERVICE_FACTS, all.facts);
    ask(host, GOUJI_SERVICE_SENTENCES, all.sentences);
    ask(host, GOUJI_SERVICE_QUANTITIES, all.quantities);
    ask(host, GOUJI_SERVICE_CITATIONS, all.citations);
    ask(host, GOUJI_SERVICE_PROSE, all.prose);
    ask(host, GOUJI_SERVICE_TERMS, all.terms);
    ask(host, GOUJI_SERVICE_SERIAL, all.serial);
    ask(host, GOUJI_SERVICE_UNICODE, all.unicode);
    ask(host, GOUJI_SERVICE_OPTIONS, all.options);
    ask(host, GOUJI_SERVICE_SINK, all.sink);
    ask(host, GOUJI_SERVICE_RANK, all.rank);
    ask(host, GOUJI_SERVICE_PREVIOUS, all.previous);
    ask(host, GOUJI_SERVICE_LOG, all.log);
    need(all.document, GOUJI_SERVICE_DOCUMENT);
    need(all.options, GOUJI_SERVICE_OPTIONS);
    return all;
}

/// Where a failure goes; without a sink it is dropped.
inline void fail(const gouji_host* host, gouji_sink* sink, std::string_view why) {
    const gouji_sink_service* service = nullptr;
    ask(host, GOUJI_SERVICE_SINK, service);
    if (service != nullptr) service->fail(sink, raw(why));
}

// The firewall. No exception leaves these three functions.

template <Rule T>
void* GOUJI_CALL create(const gouji_host* host, const gouji_options* options,
                        gouji_sink* sink) noexcept {
    try {
        const Services all = services(host);
        need(all.sink, GOUJI_SERVICE_SINK);
        return new Instance<T>{all, T(Options(options, &all))};
    } catch (const std::exception& error) {
        fail(host, sink, error.what());
    } catch (...) {
        fail(host, sink, "unknown exception");
    }
    return nullptr;
}

template <Rule T>
void GOUJI_CALL check(const void* self, const gouji_document* document, gouji_sink* sink) noexcept {
    const auto& [services, rule] = *static_cast<const Instance<T>*>(self);
    try {
        rule.check(Document(document, &services, sink), Sink(sink, &services));
    } catch (const Stopped&) {  // NOLINT(bugprone-empty-catch): the host knows that it asked
    } catch (const std::exception& error) {
        services.sink->fail(sink, raw(error.what()));
    } catch (...) {
        services.sink->fail(sink, raw("unknown exception"));
    }
}

template <Rule T>
void GOUJI_CALL destroy(void* self) noexcept {
    delete static_cast<Instance<T>*>(self);
}

template <Rule T>
consteval gouji_rule describe(const gouji_text* page) noexcept {
    return {sizeof(gouji_rule), page, &create<T>, &check<T>, &destroy<T>};
}

}  // namespace detail
}  // namespace gouji::sdk

/// Binds a class to the page of the same stem: doubled_mark.cpp and doubled_mark.md.
#define GOUJI_RULE(stem, Class)                    \
    extern "C" const gouji_text gouji_page_##stem; \
    extern "C" const gouji_rule gouji_rule_##stem; \
    constinit const gouji_rule gouji_rule_##stem = \
        gouji::sdk::detail::describe<Class>(&gouji_page_##stem)

#endif  // GOUJI_SDK_HPP
