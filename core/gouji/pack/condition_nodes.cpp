#include "gouji/pack/condition_nodes.hpp"

#include "gouji/pack/parts.hpp"

#include <algorithm>
#include <utility>

namespace gouji {
namespace {

using Answer = std::optional<bool>;
using Node = Condition::Node;

/// “and” with `decisive` false, “or” with true: one decisive side is enough, whatever the other is.
class Joined final : public Node {
public:
    Joined(bool decisive, ConditionNode left, ConditionNode right)
        : decisive_(decisive), left_(std::move(left)), right_(std::move(right)) {}

    [[nodiscard]] Answer holds(const Context& context) const override {
        const Answer left = left_->holds(context);
        if (left == decisive_) return decisive_;
        const Answer right = right_->holds(context);
        if (right == decisive_) return decisive_;
        return left && right ? Answer(!decisive_) : std::nullopt;
    }

private:
    bool decisive_;
    ConditionNode left_;
    ConditionNode right_;
};

class Negation final : public Node {
public:
    explicit Negation(ConditionNode of) : of_(std::move(of)) {}

    [[nodiscard]] Answer holds(const Context& context) const override {
        const Answer answer = of_->holds(context);
        return answer ? Answer(!*answer) : std::nullopt;
    }

private:
    ConditionNode of_;
};

class Compared final : public Node {
public:
    explicit Compared(Comparison comparison) : comparison_(std::move(comparison)) {}

    [[nodiscard]] Answer holds(const Context& context) const override {
        const auto value = [&](const FigureSum& sum) {
            return sum.value(context.report, {}, context.phrases, context.bound);
        };
        const auto left = value(comparison_.left);
        const auto right = value(comparison_.right);
        if (!left || !right) return std::nullopt;
        return comparison_.relation->holds(*left <=> *right);
    }

private:
    Comparison comparison_;
};

class BlankCell final : public Node {
public:
    BlankCell(FieldPath path, bool previous) : path_(std::move(path)), previous_(previous) {}

    [[nodiscard]] Answer holds(const Context& context) const override {
        const ReportView* of = previous_ ? context.report.previous : &context.report;
        if (of == nullptr) return std::nullopt;
        const auto fields = path_.all_in(of->model);
        if (fields.empty()) return std::nullopt;
        bool missing = false;
        for (const gouji_field* field : fields) {
            missing = missing || field->state == GOUJI_FIELD_MISSING;
            if (field->state != GOUJI_FIELD_BLANK) continue;
            context.bound.push_back({Decimal(), field->span, previous_});
            return true;
        }
        return missing ? std::nullopt : Answer(false);
    }

private:
    FieldPath path_;
    bool previous_;
};

/// A name of the report that is one word.
class NameIs final : public Node {
public:
    NameIs(gouji_text gouji_facts::*name, std::string value, bool equal)
        : name_(name), value_(std::move(value)), equal_(equal) {}

    [[nodiscard]] Answer holds(const Context& context) const override {
        const std::string_view name = view(context.report.model.summary.*name_);
        if (name.empty()) return std::nullopt;
        return (name == value_) == equal_;
    }

private:
    gouji_text gouji_facts::*name_;
    std::string value_;
    bool equal_;
};

/// Where the first hit of a phrase in the parts stands in the document, or nullopt.
std::optional<Span> first_hit(const Node::Context& context, std::uint32_t list,
                              const std::vector<std::string>& parts) {
    const SemanticModel& model = context.report.model;
    for (const gouji_hit& hit : context.report.hits.of(context.phrases, list)) {
        const Span where = model.source(hit.span);
        if (in_parts(model, parts, where.begin)) return where;
    }
    return std::nullopt;
}

class Stands final : public Node {
public:
    Stands(std::uint32_t list, std::vector<std::string> parts)
        : list_(list), parts_(std::move(parts)) {}

    [[nodiscard]] Answer holds(const Context& context) const override {
        const auto where = first_hit(context, list_, parts_);
        if (where) context.bound.push_back({Decimal(), *where});
        return where.has_value();
    }

private:
    std::uint32_t list_;
    std::vector<std::string> parts_;
};

class StandsBefore final : public Node {
public:
    StandsBefore(std::uint32_t first, std::uint32_t second, std::vector<std::string> parts)
        : first_(first), second_(second), parts_(std::move(parts)) {}

    [[nodiscard]] Answer holds(const Context& context) const override {
        const auto first = first_hit(context, first_, parts_);
        const auto second = first_hit(context, second_, parts_);
        if (!first || !second) return std::nullopt;
        context.bound.push_back({Decimal(), *second});
        return first->begin < second->begin;
    }

private:
    std::uint32_t first_;
    std::uint32_t second_;
    std::vector<std::string> parts_;
};

ConditionNode joined(bool decisive, ConditionNode left, ConditionNode right) {
    if (left == nullptr || right == nullptr) return nullptr;
    return std::make_unique<Joined>(decisive, std::move(left), std::move(right));
}

}  // namespace

ConditionNode either(ConditionNode left, ConditionNode right) {
    return joined(true, std::move(left), std::move(right));
}

ConditionNode both(ConditionNode left, ConditionNode right) {
    return joined(false, std::move(left), std::move(right));
}

ConditionNode negation(ConditionNode of) {
    return of == nullptr ? nullptr : std::make_unique<Negation>(std::move(of));
}

ConditionNode compared(Comparison comparison) {
    return std::make_unique<Compared>(std::move(comparison));
}

ConditionNode blank_cell(FieldPath path, bool previous) {
    return std::make_unique<BlankCell>(std::move(path), previous);
}

ConditionNode edition_is(std::string id, bool equal) {
    return std::make_unique<NameIs>(&gouji_facts::edition, std::move(id), equal);
}

ConditionNode agency_is(std::string kind, bool equal) {
    return std::make_unique<NameIs>(&gouji_facts::agency_kind, std::move(kind), equal);
}

ConditionNode stands(std::uint32_t list, std::vector<std::string> parts) {
    return std::make_unique<Stands>(list, std::move(parts));
}

ConditionNode stands_before(std::uint32_t first, std::uint32_t second,
                            std::vector<std::string> parts) {
    return std::make_unique<StandsBefore>(first, second, std::move(parts));
}

}  // namespace gouji
