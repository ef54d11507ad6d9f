#include "gouji/engine/wire.hpp"

#include "gouji/base/record.hpp"

#include <algorithm>
#include <cstring>

namespace gouji {

std::string pack(const Job& job) {
    RecordWriter out;
    out.number(job.input);
    out.number(job.ordinal);
    out.number(job.extent.begin);
    out.number(job.extent.end);
    out.list(job.skipped, [&](std::uint32_t rule) { out.number(rule); });
    out.text(job.text);
    return out.take();
}

std::optional<Job> deserialize_job(std::string_view bytes) {
    RecordReader in(bytes);
    Job job;
    job.input = in.small();
    job.ordinal = in.small();
    job.extent.begin = in.small();
    job.extent.end = in.small();
    in.list([&] { job.skipped.push_back(in.small()); });
    job.text = in.text();
    return in.done() ? std::optional(std::move(job)) : std::nullopt;
}

std::string pack(const ReportResult& delivery) {
    RecordWriter out;
    out.number(delivery.file);
    out.number(delivery.ordinal);
    out.number(delivery.source ? 1 : 0);
    if (delivery.source) {
        out.number(static_cast<std::uint64_t>(delivery.source->kind));
        out.number(static_cast<std::uint64_t>(delivery.source->encoding));
        out.number(delivery.source->bytes);
        const auto& digest = delivery.source->digest;
        out.text(
            digest ? std::string_view(reinterpret_cast<const char*>(digest->data()), digest->size())
                   : std::string_view());
    }
    out.text(delivery.agency);
    out.number(static_cast<std::uint32_t>(delivery.year));
    out.list(delivery.rendered, [&](const Rendered& one) {
        out.text(one.text);
        out.list(one.ends, [&](std::uint32_t end) { out.number(end); });
    });
    out.list(delivery.counts, [&](const ReportResult::Count& count) {
        out.number(count.rule);
        out.number(static_cast<std::uint64_t>(count.level));
        out.number(count.findings);
    });
    out.number(delivery.most_related);
    out.number(delivery.tally.errors);
    out.number(delivery.tally.warnings);
    out.number(delivery.tally.notes);
    out.number(delivery.tally.accepted);
    out.number(delivery.tally.known);
    out.number(delivery.tally.outside);
    for (const auto* list : {&delivery.met, &delivery.used}) {
        out.list(*list, [&](std::uint32_t one) { out.number(one); });
    }
    out.list(delivery.notices, [&](const Notice& notice) {
        out.number(static_cast<std::uint64_t>(notice.kind));
        out.text(notice.what.zh);
        out.text(notice.what.en);
        out.optional(notice.file);
        out.optional(notice.rule);
    });
    return out.take();
}

std::optional<ReportResult> deserialize_result(std::string_view bytes) {
    RecordReader in(bytes);
    ReportResult delivery;
    delivery.file = in.small();
    delivery.ordinal = in.small();
    if (in.number() != 0) {
        const std::uint64_t kind = in.number();
        const bool page = kind == static_cast<std::uint64_t>(ContainerKind::html);
        const bool docx = kind == static_cast<std::uint64_t>(ContainerKind::docx);
        const auto encoding = static_cast<Encoding>(in.number() & 3U);
        delivery.source = ReportResult::Source{docx   ? ContainerKind::docx
                                               : page ? ContainerKind::html
                                                      : ContainerKind::text,
                                               encoding, in.number()};
        if (const std::string digest = in.text(); digest.size() == sizeof(Sha256)) {
            std::memcpy(delivery.source->digest.emplace().data(), digest.data(), digest.size());
        }
    }
    delivery.agency = in.text();
    delivery.year = static_cast<std::int32_t>(in.small());
    bool whole = true;  // the pieces make up the text
    in.list([&] {
        Rendered& one = delivery.rendered.emplace_back();
        one.text = in.text();
        in.list([&] { one.ends.push_back(in.small()); });
        whole = whole && std::is_sorted(one.ends.begin(), one.ends.end()) &&
                (one.ends.empty() ? 0 : one.ends.back()) == one.text.size();
    });
    in.list([&] {
        const std::uint32_t rule = in.small();
        const auto level = static_cast<Level>(in.number() & 3U);
        delivery.counts.push_back({rule, level, in.number()});
    });
    delivery.most_related = in.number();
    delivery.tally.errors = in.number();
    delivery.tally.warnings = in.number();
    delivery.tally.notes = in.number();
    delivery.tally.accepted = in.number();
    delivery.tally.known = in.number();
    delivery.tally.outside = in.number();
    for (auto* list : {&delivery.met, &delivery.used}) {
        in.list([&] { list->push_back(in.small()); });
    }
    in.list([&] {
        Notice notice;
        notice.kind = static_cast<Notice::Kind>(in.number() % Notice::kinds);
        notice.what.zh = in.text();
        notice.what.en = in.text();
        notice.file = in.optional();
        notice.rule = in.optional();
        delivery.notices.push_back(std::move(notice));
    });
    return whole && in.done() ? std::optional(std::move(delivery)) : std::nullopt;
}

}  // namespace gouji
