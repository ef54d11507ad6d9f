#include "gouji/engine/wire.hpp"

#include <cstring>

namespace gouji {
namespace {

class Writer {
public:
    void number(std::uint64_t value) {
        bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    void text(std::string_view words) {
        number(words.size());
        bytes_ += words;
    }
    void optional(const std::optional<std::uint32_t>& value) {
        number(value ? std::uint64_t{*value} + 1 : 0);
    }
    template <class T, class Each>
    void list(const std::vector<T>& items, Each&& each) {
        number(items.size());
        for (const T& item : items) each(item);
    }
    [[nodiscard]] std::string take() { return std::move(bytes_); }

private:
    std::string bytes_;
};

class Reader {
public:
    explicit Reader(std::string_view bytes) : bytes_(bytes) {}

    std::uint64_t number() {
        std::uint64_t value = 0;
        if (bytes_.size() < sizeof value) {
            good_ = false;
            return 0;
        }
        std::memcpy(&value, bytes_.data(), sizeof value);
        bytes_.remove_prefix(sizeof value);
        return value;
    }
    std::uint32_t small() { return static_cast<std::uint32_t>(number()); }
    std::string text() {
        const std::uint64_t size = number();
        if (size > bytes_.size()) {
            good_ = false;
            return {};
        }
        std::string out(bytes_.substr(0, size));
        bytes_.remove_prefix(size);
        return out;
    }
    std::optional<std::uint32_t> optional() {
        const std::uint64_t value = number();
        return value == 0 ? std::nullopt : std::optional(static_cast<std::uint32_t>(value - 1));
    }
    template <class Each>
    void list(Each&& each) {
        const std::uint64_t count = number();
        for (std::uint64_t i = 0; i < count && good_; ++i) each();
    }
    [[nodiscard]] bool done() const { return good_ && bytes_.empty(); }

private:
    std::string_view bytes_;
    bool good_ = true;
};

}  // namespace

std::string pack(const Job& job) {
    Writer out;
    out.number(job.input);
    out.number(job.ordinal);
    out.number(job.extent.begin);
    out.number(job.extent.end);
    out.list(job.skipped, [&](std::uint32_t rule) { out.number(rule); });
    out.text(job.text);
    return out.take();
}

std::optional<Job> unpack_job(std::string_view bytes) {
    Reader in(bytes);
    Job job;
    job.input = in.small();
    job.ordinal = in.small();
    job.extent.begin = in.small();
    job.extent.end = in.small();
    in.list([&] { job.skipped.push_back(in.small()); });
    job.text = in.text();
    return in.done() ? std::optional(std::move(job)) : std::nullopt;
}

std::string pack(const Delivery& delivery) {
    Writer out;
    out.number(delivery.file);
    out.number(delivery.ordinal);
    out.number(delivery.source ? 1 : 0);
    if (delivery.source) {
        out.number(static_cast<std::uint64_t>(delivery.source->encoding));
        out.number(delivery.source->bytes);
        const auto& digest = delivery.source->digest;
        out.text(
            digest ? std::string_view(reinterpret_cast<const char*>(digest->data()), digest->size())
                   : std::string_view());
    }
    out.text(delivery.unit);
    out.list(delivery.rendered, [&](const std::string& words) { out.text(words); });
    out.number(delivery.tally.errors);
    out.number(delivery.tally.warnings);
    out.number(delivery.tally.notes);
    out.number(delivery.tally.accepted);
    out.number(delivery.tally.known);
    for (const auto* list : {&delivery.met, &delivery.used}) {
        out.list(*list, [&](std::uint32_t one) { out.number(one); });
    }
    out.list(delivery.notices, [&](const Notice& notice) {
        out.number(static_cast<std::uint64_t>(notice.kind));
        out.text(notice.what.what);
        out.text(notice.what.english);
        out.optional(notice.file);
        out.optional(notice.rule);
    });
    return out.take();
}

std::optional<Delivery> unpack_delivery(std::string_view bytes) {
    Reader in(bytes);
    Delivery delivery;
    delivery.file = in.small();
    delivery.ordinal = in.small();
    if (in.number() != 0) {
        const auto encoding = static_cast<Encoding>(in.number() & 3U);
        delivery.source = Delivery::Source{encoding, in.number()};
        if (const std::string digest = in.text(); digest.size() == sizeof(Sha256)) {
            std::memcpy(delivery.source->digest.emplace().data(), digest.data(), digest.size());
        }
    }
    delivery.unit = in.text();
    in.list([&] { delivery.rendered.push_back(in.text()); });
    delivery.tally.errors = in.number();
    delivery.tally.warnings = in.number();
    delivery.tally.notes = in.number();
    delivery.tally.accepted = in.number();
    delivery.tally.known = in.number();
    for (auto* list : {&delivery.met, &delivery.used}) {
        in.list([&] { list->push_back(in.small()); });
    }
    in.list([&] {
        Notice notice;
        notice.kind = static_cast<Notice::Kind>(in.number() % Notice::kinds);
        notice.what.what = in.text();
        notice.what.english = in.text();
        notice.file = in.optional();
        notice.rule = in.optional();
        delivery.notices.push_back(std::move(notice));
    });
    return in.done() ? std::optional(std::move(delivery)) : std::nullopt;
}

}  // namespace gouji
