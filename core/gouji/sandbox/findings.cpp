#include "gouji/sandbox/findings.hpp"

#include "gouji/sandbox/json.hpp"

#include <algorithm>
#include <cstdint>

namespace gouji {
namespace {

constexpr std::size_t longest_line = std::size_t{1} << 20U;  ///< bytes

Json span_json(Span span) { return {span.begin, span.end}; }

/// As pairs, which keep their order.
Json arguments_json(const Finding::Arguments& arguments) {
    Json out = Json::array();
    for (const auto& [name, value] : arguments) out.push_back(Json::array({name, value}));
    return out;
}

Json json(const Finding& finding) {
    Json out{{"message", finding.message}, {"span", span_json(finding.where)}};
    if (!finding.arguments.empty()) out["arguments"] = arguments_json(finding.arguments);
    for (const Finding::Related& related : finding.related) {
        out["related"].push_back({{"message", related.message},
                                  {"span", span_json(related.where)},
                                  {"arguments", arguments_json(related.arguments)}});
    }
    for (const Finding::Fix& fix : finding.fixes) {
        Json edits = Json::array();
        for (const Finding::Edit& edit : fix.edits)
            edits.push_back({{"span", span_json(edit.replaced)}, {"text", edit.by}});
        out["fixes"].push_back({{"message", fix.message},
                                {"safe", fix.safe},
                                {"arguments", arguments_json(fix.arguments)},
                                {"edits", std::move(edits)}});
    }
    if (finding.rank) out["rank"] = *finding.rank;
    return out;
}

/// Takes everything and keeps nothing.
class NoSink final : public Sink {
public:
    gouji_answer open(Span, std::string_view) override { return GOUJI_SINK_TAKEN; }
    gouji_answer argument(std::string_view, std::string_view) override { return GOUJI_SINK_TAKEN; }
    gouji_answer related(Span, std::string_view) override { return GOUJI_SINK_TAKEN; }
    gouji_answer related_previous(Span, std::string_view) override { return GOUJI_SINK_TAKEN; }
    gouji_answer fix(bool, std::string_view) override { return GOUJI_SINK_TAKEN; }
    gouji_answer edit(Span, std::string_view) override { return GOUJI_SINK_TAKEN; }
    gouji_answer rank(std::uint32_t) override { return GOUJI_SINK_TAKEN; }
    gouji_answer close() override { return GOUJI_SINK_TAKEN; }
    void fail(std::string_view) override {}
    [[nodiscard]] bool cancelled() const override { return false; }
};

/// Reads one finding and tells the sink; `good` turns false at what is none.
class Replay {
public:
    Replay(const Json& line, std::uint32_t begin, Sink& sink) : begin_(begin), sink_(sink) {
        sink_.open(span(line), text_at(line, "message"));
        arguments(line);
        each(line, "related", [&](const Json& related) {
            sink_.related(span(related), text_at(related, "message"));
            arguments(related);
        });
        each(line, "fixes", [&](const Json& fix) {
            sink_.fix(fix.value("safe", Json(false)) == true, text_at(fix, "message"));
            arguments(fix);
            each(fix, "edits",
                 [&](const Json& edit) { sink_.edit(span(edit), text_at(edit, "text")); });
        });
        if (const auto rank = line.find("rank"); rank != line.end()) sink_.rank(number(*rank));
        sink_.close();
    }
    [[nodiscard]] bool good() const { return good_; }

private:
    std::uint32_t number(const Json& in, std::uint32_t most = UINT32_MAX) {
        const bool fits = in.is_number_unsigned() && in.get<std::uint64_t>() <= most;
        good_ = good_ && fits;
        return fits ? in.get<std::uint32_t>() : 0;
    }
    Span span(const Json& in) {
        const auto found = in.find("span");
        if (found == in.end() || !found->is_array() || found->size() != 2) {
            good_ = false;
            return {};
        }
        const std::uint32_t most = UINT32_MAX - begin_;
        return {begin_ + number((*found)[0], most), begin_ + number((*found)[1], most)};
    }
    void argument(const Json& name, const Json& value) {
        const bool texts = name.is_string() && value.is_string();
        good_ = good_ && texts;
        if (texts) {
            sink_.argument(name.get_ref<const std::string&>(), value.get_ref<const std::string&>());
        }
    }
    /// An object, or pairs.
    void arguments(const Json& in) {
        const auto found = in.find("arguments");
        if (found == in.end()) return;
        if (found->is_object()) {
            for (const auto& [name, value] : found->items()) argument(name, value);
            return;
        }
        good_ = good_ && found->is_array();
        for (const Json& pair : found->is_array() ? *found : Json::array()) {
            const bool two = pair.is_array() && pair.size() == 2;
            good_ = good_ && two;
            if (two) argument(pair[0], pair[1]);
        }
    }
    template <class Take>
    void each(const Json& in, const char* key, const Take& take) {
        const auto found = in.find(key);
        if (found == in.end()) return;
        good_ = good_ && found->is_array();
        if (!found->is_array()) return;
        for (const Json& item : *found) {
            good_ = good_ && item.is_object();
            if (item.is_object()) take(item);
        }
    }

    std::uint32_t begin_;
    Sink& sink_;
    bool good_ = true;
};

}  // namespace

std::string findings_json(std::span<const Finding> findings) {
    std::string out;
    for (const Finding& finding : findings) out += written(json(finding)) + "\n";
    return out;
}

std::string failure_json(const Error& why) {
    return written(Json{{"failed", error_json(why)}}) + "\n";
}

Result<bool> replay_findings(std::string_view answer, std::uint32_t begin, Sink& sink) {
    while (!answer.empty()) {
        const std::size_t end = std::min(answer.find('\n'), answer.size());
        const std::string_view line = answer.substr(0, end);
        answer.remove_prefix(std::min(end + 1, answer.size()));
        if (line.empty()) continue;
        if (line.size() > longest_line) return false;
        const auto json = read_object(line);
        if (!json) return false;
        if (const auto failed = json->find("failed"); failed != json->end())
            return Failure(read_error(*failed));
        const bool enough = sink.cancelled();
        // What has not the form of a finding never reaches the sink.
        if (NoSink none; !Replay(*json, begin, none).good()) return false;
        Replay(*json, begin, sink);
        if (enough) break;  // one more than it takes tells that there were more
    }
    return true;
}

}  // namespace gouji
