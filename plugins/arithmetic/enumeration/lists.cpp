#include "lists.hpp"

#include <algorithm>
#include <cstddef>

// A list begins after its total with 其中, a colon, a bracket and the like, and goes on for as
// long as figures of the same unit follow at the same level. Levels are brackets, and lists inside
// lists: “自然人 20 件，包括网络 12 件、信函 8 件；法人 10 件”. A mark that is stronger than those
// between the parts ends the inner list, and the figure after it may be a part of the outer one.
//
// What only may be a part is kept as such: such parts can make a list agree, and never disagree.

namespace gouji::arithmetic {
namespace {

constexpr std::size_t look_back = 24;      // figures between a list and its total
constexpr std::size_t longest_label = 60;  // bytes of a part's name
constexpr std::size_t most_parts = 64;
constexpr std::size_t most_levels = 8;  // lists inside lists

/// A list that may still go on.
struct Level {
    Enumeration list;
    std::uint32_t depth = 0;
    Mark strongest = Mark::semicolon;  ///< that the list can go on after
    Mark used = Mark::none;            ///< between the parts so far
    bool ambiguous = false;            ///< opened inside a list, without a bracket
};

class Builder {
public:
    Builder(const sdk::Document& document, const Passage& passage, std::vector<Enumeration>& out)
        : document_(document), figures_(passage.figures), out_(out) {}

    void read() {
        for (std::size_t i = 0; i < figures_.size(); ++i) {
            while (!open_.empty() && open_.back().depth > figures_[i].quantity->depth) close();
            take(i);
        }
        while (!open_.empty()) close();
    }

private:
    void take(std::size_t i) {
        const Figure& figure = figures_[i];
        switch (figure.role) {
            case Role::share:
            case Role::change:
                if (figure.anew || figure.mark == Mark::stop) close_at(figure);
                return;
            case Role::running:
                close_at(figure);
                return;
            case Role::whole:
            case Role::from:
            case Role::aside:
            case Role::earlier:
                if (level_of(figure)) open_.back().list.mixed = true;
                if (figure.anew || figure.mark == Mark::stop) close_at(figure);
                return;
            case Role::amount:
                break;
        }
        if (figure.opening != Opening::none) {
            begin(i, figure.opening);
        } else if (figure.anew || (figure.sum && !figure.rest)) {
            close_at(figure);
        } else if (!go_on(figure) && divided_by_labels(i)) {
            begin(i, Opening::labels);
        }
    }

    [[nodiscard]] bool level_of(const Figure& figure) const {
        return !open_.empty() && open_.back().depth == figure.quantity->depth;
    }

    /// Ends every list at the figure's level.
    void close_at(const Figure& figure) {
        while (level_of(figure)) close();
    }

    void begin(std::size_t i, Opening opening) {
        const Figure& figure = figures_[i];
        const bool bracket = figure.quantity->depth > 0 && bracketed(i);
        // Inside a list, 其中 and 包括 divide its last part; after ； they divide the total again.
        const bool divides = opening == Opening::among || opening == Opening::each_is;
        const bool inside = !bracket && divides && level_of(figure) && !figure.interrupted &&
                            figure.before_opening < Mark::semicolon && open_.size() < most_levels &&
                            open_.back().list.parts.back().firm &&
                            open_.back().list.parts.back().figure == previous_amount(i);
        if (!bracket && !inside) close_at(figure);
        if (open_.size() >= most_levels) return;
        Level level;
        level.depth = figure.quantity->depth;
        level.list.opening = opening;
        if (!summable(figure) || !find_total(i, bracket, inside, level)) return;
        level.ambiguous = inside;
        level.strongest = figure.before_opening == Mark::enumerate && !figure.colon
                              ? Mark::enumerate
                          : figure.colon || figure.before_opening == Mark::stop ? Mark::stop
                                                                                : Mark::semicolon;
        level.list.parts.push_back({&figure, true});
        open_.push_back(std::move(level));
    }

    /// Whether the list opens the bracket that the figure stands in, right after another figure.
    [[nodiscard]] bool bracketed(std::size_t i) const {
        return i > 0 && figures_[i - 1].quantity->depth + 1 == figures_[i].quantity->depth &&
               (figures_[i].opening == Opening::bracket || figures_[i].opening == Opening::among ||
                figures_[i].opening == Opening::each_is);
    }

    [[nodiscard]] const Figure* previous_amount(std::size_t i) const {
        const std::size_t floor = i > look_back ? i - look_back : 0;
        for (std::size_t k = i; k-- > floor;) {
            if (figures_[k].quantity->depth > figures_[i].quantity->depth) continue;
            if (figures_[k].role == Role::share || figures_[k].role == Role::change) continue;
            return &figures_[k];
        }
        return nullptr;
    }

    /// The nearest amount in front that counts in the parts' unit, at most one full stop away; and
    /// what else the parts may add up to.
    bool find_total(std::size_t i, bool bracket, bool inside, Level& level) const {
        const Figure& first = figures_[i];
        Enumeration& list = level.list;
        const std::uint32_t depth = first.quantity->depth - (bracket ? 1 : 0);
        const std::size_t floor = i > look_back ? i - look_back : 0;
        int stops = first.mark == Mark::stop || first.before_opening == Mark::stop ? 1 : 0;
        const bool at_sentence = first.before_opening == Mark::stop && !first.interrupted;
        bool requests = first.request;
        bool others = false;  // amounts of another unit stand between
        std::vector<Decimal> before;
        for (std::size_t k = i; k-- > floor;) {
            const Figure& figure = figures_[k];
            if (figure.quantity->depth < depth) break;
            if (figure.quantity->depth > depth) continue;
            const bool counts = figure.role == Role::amount || figure.role == Role::running ||
                                (figure.role == Role::earlier && list.total == nullptr) ||
                                figure.role == Role::whole;
            if (counts && same_measure(figure, first)) {
                if (list.total == nullptr) {
                    list.total = &figure;
                    list.certain = !others && (stops == 0 || at_sentence);
                }
                before.push_back(value_in(figure, *list.total));
                requests = requests || figure.request || figure.carry;
                if (bracket) break;
            } else if (counts) {
                others = true;
            }
            if (figure.mark == Mark::stop && (list.total != nullptr || ++stops > 1)) break;
        }
        if (list.total == nullptr) return false;
        if (bracket) list.certain = true;
        if (inside) {
            before.resize(1);
            for (const Decimal value : open_.back().list.totals)
                before.push_back(value_in(*open_.back().list.total, *list.total) +
                                 (value - open_.back().list.totals.front()));
        }
        Decimal sum = 0;
        for (const Decimal value : before) {
            list.totals.push_back(value);
            sum = sum + value;
            if (list.totals.size() > 1 && !inside) list.totals.push_back(sum);
        }
        if (first.carry) list.totals.push_back(before.front() + value_in(first, *list.total));
        if (requests && !bracket) {
            for (const Decimal value : form_totals(document_, before.front()))
                list.totals.push_back(value);
        }
        return true;
    }

    /// Adds the figure to the innermost list that it certainly belongs to; lists inside that one
    /// end. Without such a list it may still belong to the innermost.
    bool go_on(const Figure& figure) {
        if (!level_of(figure)) return false;
        if (figure.interrupted) {
            close_at(figure);
            return false;
        }
        while (level_of(figure)) {
            Level& level = open_.back();
            const Mark mark = figure.mark == Mark::none ? Mark::comma : figure.mark;
            if (!same_measure(figure, *level.list.total)) {
                level.list.mixed = true;
                close_at(figure);
                return false;
            }
            const bool goes_on = mark < Mark::stop || figure.rest || figure.head == "通过";
            if (mark > level.strongest || !goes_on || level.list.parts.size() >= most_parts) {
                close();
                continue;
            }
            const bool firm = level.list.parts.back().firm && joins(level, figure, mark);
            if (firm || !outer_takes(figure, mark)) {
                level.list.parts.push_back({&figure, firm});
                level.used = std::max(level.used, mark);
                return true;
            }
            // The inner list divided one part of the outer one, and nothing else.
            if (level.ambiguous) level.list.totals.resize(1);
            close();
        }
        return false;
    }

    /// Whether the list around the innermost one certainly goes on with the figure.
    [[nodiscard]] bool outer_takes(const Figure& figure, Mark mark) const {
        if (open_.size() < 2) return false;
        const Level& outer = open_[open_.size() - 2];
        return outer.depth == figure.quantity->depth && mark <= outer.strongest &&
               same_measure(figure, *outer.list.total) && outer.list.parts.back().firm &&
               joins(outer, figure, mark) &&
               (mark > open_.back().used || parallel(figure, *outer.list.parts.front().figure));
    }

    /// Whether a mark and a label make the figure a part beyond doubt: items of one list look
    /// alike.
    [[nodiscard]] static bool joins(const Level& level, const Figure& figure, Mark mark) {
        const Figure& first = *level.list.parts.front().figure;
        const Figure& last = *level.list.parts.back().figure;
        if (figure.carry || figure.dated || figure.overlaps || first.overlaps) return false;
        if (mark == Mark::enumerate) return true;
        const bool alike = parallel(first, figure) || parallel(last, figure);
        // A verb or a preposition that the first part lacks begins another statement: different
        // things can be said of the same items.
        if (figure.head != first.head && !alike) return false;
        if (figure.label.size() > longest_label || figure.label.empty()) return alike;
        if (figure.dimension != first.dimension && figure.dimension != no_dimension &&
            first.dimension != no_dimension)
            return false;
        return alike || level.used == Mark::none || level.used == mark;
    }

    /// “42 件，网络申请 30 件，信函申请 13 件”: labels that divide a total in one known way, while
    /// the total's own does not.
    [[nodiscard]] bool divided_by_labels(std::size_t i) const {
        if (i == 0 || i + 1 >= figures_.size()) return false;
        const Figure& total = figures_[i - 1];
        const Figure& first = figures_[i];
        const Figure* next = &figures_[i + 1];
        if (next->role == Role::share && i + 2 < figures_.size()) next = &figures_[i + 2];
        const auto part = [&](const Figure& figure) {
            return figure.role == Role::amount && !figure.interrupted && !figure.anew &&
                   !figure.sum && figure.opening == Opening::none && figure.mark != Mark::none &&
                   figure.mark <= Mark::comma && same_measure(figure, total) &&
                   figure.quantity->depth == total.quantity->depth &&
                   value_in(figure, total) <= Decimal(total.quantity->value);
        };
        return total.role == Role::amount && total.dimension == no_dimension && !total.carry &&
               summable(total) && part(first) && part(*next) && first.mark == Mark::comma &&
               first.dimension != no_dimension && first.dimension != by_result &&
               first.dimension == next->dimension && first.head == next->head;
    }

    void close() {
        Level level = std::move(open_.back());
        open_.pop_back();
        Enumeration& list = level.list;
        // A single figure in brackets may be anything: last year's, a plan's.
        if (list.opening == Opening::bracket && list.parts.size() < 2) return;
        if (list.opening == Opening::each_is && list.parts.size() < 2) return;
        const auto firm = std::ranges::all_of(list.parts, &Part::firm);
        list.closed = !list.mixed && (list.parts.back().figure->rest ||
                                      (list.opening == Opening::each_is && firm));
        list.plain = !list.mixed && list.certain && list.totals.size() == 1 && divides(list);
        list.weak = !divides(list) && list.parts.size() < 3 && level.used > Mark::enumerate;
        list.open = list.total->open;
        list.rounded = list.total->spare > 0;
        for (const Part& part : list.parts) {
            list.open = list.open || part.figure->open;
            list.rounded = list.rounded || part.figure->spare > 0;
            list.plain = list.plain && !part.figure->carry;
        }
        list.plain = list.plain && !list.rounded;
        out_.push_back(std::move(list));
    }

    /// Whether the list says that no thing is in two of its parts: by its words, or since the parts
    /// are alike in the way that applicants, seasons or classes are.
    [[nodiscard]] static bool divides(const Enumeration& list) {
        if (list.closed || list.opening == Opening::each_is || list.opening == Opening::division)
            return true;
        const Figure& first = *list.parts.front().figure;
        // What is published in one place may be published in another as well.
        if (first.dimension == by_channel && sdk::view(list.total->quantity->unit) != "件")
            return false;
        return std::ranges::all_of(list.parts, [&](const Part& part) {
            return part.figure == &first || parallel(*part.figure, first) ||
                   (part.figure->label.ends_with("类") && first.label.ends_with("类"));
        });
    }

    const sdk::Document& document_;
    const std::vector<Figure>& figures_;
    std::vector<Enumeration>& out_;
    std::vector<Level> open_;
};

}  // namespace

bool parallel(const Figure& left, const Figure& right) {
    if (left.dimension != no_dimension && left.dimension == right.dimension) return true;
    if (!left.head.empty() && left.head == right.head) return true;
    constexpr std::size_t two_characters = 6;
    return left.label.size() > two_characters && right.label.size() > two_characters &&
           left.label.ends_with(right.label.substr(right.label.size() - two_characters));
}

void lists_after_totals(const sdk::Document& document, const Passage& passage,
                        std::vector<Enumeration>& out) {
    Builder(document, passage, out).read();
}

}  // namespace gouji::arithmetic
