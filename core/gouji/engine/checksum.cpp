#include "gouji/engine/checksum.hpp"

#include "gouji/engine/collector.hpp"
#include "gouji/semantic/semantic_model.hpp"
#include "gouji/terms/term_hits.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <span>
#include <string_view>
#include <type_traits>

namespace gouji {
namespace {

class Checksum {
public:
    /// Four lanes, since each step of one waits for the last: a report's model is ten times its
    /// text. Every step can be undone, so that no single change goes unseen.
    void add(std::string_view bytes) {
        constexpr std::uint64_t factor = 0x9E3779B97F4A7C15U;
        std::array<std::uint64_t, 4> lanes{value_, bytes.size(), factor, ~value_};
        std::array<std::uint64_t, 4> words{};
        const auto stir = [&] {
            for (std::size_t i = 0; i < lanes.size(); ++i)
                lanes[i] = std::rotl((lanes[i] ^ words[i]) * factor, 29);
        };
        for (; bytes.size() >= sizeof words; bytes.remove_prefix(sizeof words)) {
            std::memcpy(words.data(), bytes.data(), sizeof words);
            stir();
        }
        words = {};
        if (!bytes.empty()) std::memcpy(words.data(), bytes.data(), bytes.size());
        stir();
        for (const std::uint64_t lane : lanes) value_ = std::rotl((value_ ^ lane) * factor, 31);
    }
    /// Values as they lie in memory: padding and pointers do not change by themselves either.
    template <class Value>
    void add(std::span<const Value> values) {
        static_assert(std::is_trivially_copyable_v<Value>);
        add(std::string_view(reinterpret_cast<const char*>(values.data()), values.size_bytes()));
    }
    void add(const Finding::Arguments& arguments) {
        for (const auto& [name, value] : arguments) {
            add(name);
            add(value);
        }
    }
    void add(const Finding& finding) {
        add(std::span(&finding.rule, 1));
        add(std::span(&finding.where, 1));
        add(finding.message);
        add(finding.arguments);
        const std::uint32_t rank = finding.rank.value_or(std::uint32_t(-1));
        add(std::span(&rank, 1));
        for (const auto& related : finding.related) {
            add(std::span(&related.where, 1));
            add(related.message);
            add(related.arguments);
        }
        for (const auto& fix : finding.fixes) {
            add(fix.message);
            add(fix.arguments);
            for (const auto& edit : fix.edits) {
                add(std::span(&edit.replaced, 1));
                add(edit.by);
            }
        }
    }
    [[nodiscard]] std::uint64_t value() const { return value_; }

private:
    std::uint64_t value_ = 0;
};

template <class... Lists>
void add_all(Checksum& checksum, const Lists&... lists) {
    (checksum.add(std::span(lists.data(), lists.size())), ...);
}

}  // namespace

std::uint64_t checksum(const Document& document, const SemanticModel& model, const TermHits& hits,
                       const Collector& collector, std::size_t findings) {
    Checksum checksum;
    checksum.add(document.at(document.extent()));
    add_all(checksum, document.nodes(), document.tables(), document.cells(), document.words());
    checksum.add(std::span(&model.summary, 1));
    add_all(checksum, model.evidence, model.forms, model.fields, model.labels, model.identities,
            model.terms, model.chapters, model.expected, model.sentences, model.quantities,
            model.dates, model.periods, model.citations, model.abbreviations, model.joints,
            model.paragraphs, model.paragraph_nodes);
    checksum.add(hits.every());
    checksum.add(model.prose);
    for (const std::string& words : model.words) checksum.add(words);
    const std::span found(collector.findings);
    for (const Finding& finding : found.first(std::min(findings, found.size())))
        checksum.add(finding);
    return checksum.value();
}

}  // namespace gouji
