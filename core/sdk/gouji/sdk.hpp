// gouji/sdk.hpp - write a rule as a plain C++ class.
//
// Header-only, depends on abi.h and the standard library, links nothing. Every type here is
// a view: cheap to copy, valid for as long as the ABI says its handle is.
//
//     class Late {
//     public:
//         explicit Late(Options options) : day_(options.integer("day")) {}
//         void check(Document document, Report report) const { … }
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

    [[nodiscard]] std::int64_t integer(const char* key) const {
        return services_->options->integer(options_, key);
    }
    [[nodiscard]] bool boolean(const char* key) const {
        return services_->options->boolean(options_, key) != 0;
    }
    /// Copy what you keep: the text is borrowed until the constructor returns.
    [[nodiscard]] std::string text(const char* key) const {
        return std::string(view(services_->options->text(options_, key)));
    }
    [[nodiscard]] std::vector<std::string> list(const char* key) const {
        std::size_t count = 0;
        const gouji_text* items = services_->options->list(options_, key, &count);
        std::vector<std::string> out;
        out.reserve(count);
        for (std::size_t i = 0; i < count; ++i) out.emplace_back(view(items[i]));
        return out;
    }

private:
    const gouji_options* options_;
    const detail::Services* services_;
};

enum class Safety : std::uint32_t { safe = GOUJI_FIX_SAFE, unsafe = GOUJI_FIX_UNSAFE };

/// A finding being written. It is delivered at the end of the statement, which therefore reads
/// as one sentence:
///     report.at(where, "doubled").with("mark", mark).fix(Safety::safe, "remove").replace(where,
///     "");
/// Keep it in a named variable where related places are added in a loop.
class Finding {
public:
    Finding(gouji_report* report, const gouji_report_service* service, Span where,
            const char* message_id)
        : report_(report), service_(service) {
        service_->open(report_, where, message_id);
    }
    ~Finding() { service_->close(report_); }
    Finding(const Finding&) = delete;
    Finding& operator=(const Finding&) = delete;

    /// An argument of whatever was opened last: the finding, a related place, a fix.
    Finding& with(const char* name, std::string_view value) {
        service_->argument(report_, name, raw(value));
        return *this;
    }
    Finding& with(const char* name, Decimal value) { return with(name, value.text()); }
    template <std::integral Integer>
    Finding& with(const char* name, Integer value) {
        return with(name, std::to_string(value));
    }
    /// Another place that the finding speaks of.
    Finding& also(Span where, const char* message_id) {
        service_->related(report_, where, message_id);
        return *this;
    }
    /// A way to mend it; the edits follow.
    Finding& fix(Safety safety, const char* message_id) {
        service_->fix(report_, static_cast<std::uint32_t>(safety), message_id);
        return *this;
    }
    Finding& replace(Span where, std::string_view replacement) {
        service_->edit(report_, where, raw(replacement));
        return *this;
    }

private:
    gouji_report* report_;
    const gouji_report_service* service_;
};

/// Where findings go.
class Report {
public:
    Report(gouji_report* report, const detail::Services* services)
        : report_(report), service_(services->report) {}

    [[nodiscard]] Finding at(Span where, const char* message_id) const {
        return {report_, service_, where, message_id};
    }
    [[nodiscard]] bool cancelled() const { return service_->cancelled(report_) != 0; }

private:
    gouji_report* report_;
    const gouji_report_service* service_;
};

/// What a rule is: built once from its options, then asked about one document after another,
/// from any thread.
template <class T>
concept Rule = std::constructible_from<T, Options> &&
    requires(const T& rule, Document document, Report report) {
    rule.check(document, report);
};

namespace detail {

template <Rule T>
struct Instance {
    Services services;
    T rule;
};

template <class Service>
void ask(const gouji_host* host, const char* id, const Service*& service) {
    service = static_cast<const Service*>(host->service(id));
}

inline Services services(const gouji_host* host) {
    Services all{};
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
    ask(host, GOUJI_SERVICE_SERIAL, all.serial);
    ask(host, GOUJI_SERVICE_UNICODE, all.unicode);
    ask(host, GOUJI_SERVICE_OPTIONS, all.options);
    ask(host, GOUJI_SERVICE_REPORT, all.report);
    ask(host, GOUJI_SERVICE_LOG, all.log);
    need(all.document, GOUJI_SERVICE_DOCUMENT);
    need(all.options, GOUJI_SERVICE_OPTIONS);
    need(all.report, GOUJI_SERVICE_REPORT);
    return all;
}

inline void say(char* reason, std::size_t capacity, const char* why) {
    if (capacity == 0) return;
    const std::size_t size = std::min(std::strlen(why), capacity - 1);
    std::memcpy(reason, why, size);
    reason[size] = '\0';
}

// The firewall. No exception leaves these three functions.

template <Rule T>
void* GOUJI_CALL create(const gouji_host* host, const gouji_options* options, char* reason,
                        std::size_t capacity) noexcept {
    try {
        const Services all = services(host);
        return new Instance<T>{all, T(Options(options, &all))};
    } catch (const std::exception& error) {
        say(reason, capacity, error.what());
    } catch (...) {
        say(reason, capacity, "unknown exception");
    }
    return nullptr;
}

template <Rule T>
gouji_status GOUJI_CALL check(const void* self, const gouji_document* document,
                              gouji_report* report) noexcept {
    const auto& [services, rule] = *static_cast<const Instance<T>*>(self);
    try {
        rule.check(Document(document, &services), Report(report, &services));
        return services.report->cancelled(report) != 0 ? GOUJI_CANCELLED : GOUJI_OK;
    } catch (const std::exception& error) {
        services.report->fail(report, raw(error.what()));
    } catch (...) {
        services.report->fail(report, raw("unknown exception"));
    }
    return GOUJI_FAILED;
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
