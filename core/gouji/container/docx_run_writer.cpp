#include "gouji/container/docx_run_writer.hpp"

#include <algorithm>
#include <utility>

namespace gouji {
namespace {

constexpr auto none = XmlTree::none;

/// Gives the first w:id in `xml`, from `from` on, the next free number.
void renew_id(std::string& xml, std::size_t from, const std::string& prefix,
              std::uint32_t& next_id) {
    const std::string key = prefix + "id=\"";
    const std::size_t at = xml.find(key, from);
    if (at == std::string::npos) return;
    const std::size_t value = at + key.size();
    xml.replace(value, xml.find('"', value) - value, std::to_string(next_id++));
}

class RunWriter {
public:
    RunWriter(const XmlTree& tree, std::uint32_t run, std::vector<RunMark> marks,
              std::uint32_t& next_id)
        : tree_(tree),
          run_(run),
          properties_(tree.word_child(run, "rPr")),
          prefix_(tree.prefix(run)),
          marks_(std::move(marks)),
          next_id_(next_id) {
        std::ranges::stable_sort(marks_, [](const RunMark& a, const RunMark& b) {
            return std::pair(a.at, a.kind) < std::pair(b.at, b.kind);
        });
    }

    std::string write() {
        for (auto c = tree_[run_].first; c != none; c = tree_[c].next) {
            if (!tree_[c].element || c == properties_) continue;  // blanks between tags
            put_marks(tree_[c].begin);
            if (tree_.is_word(c, "t")) {
                text(c);
            } else {
                open();
                out_ += tree_.raw(c);
            }
            put_marks(tree_[c].end);
        }
        put_marks(UINT32_MAX);
        close();
        return std::move(out_);
    }

private:
    void open() {
        if (open_) return;
        open_ = true;
        if (!deletion_.empty()) {
            out_ += "<" + prefix_ + "del " + attribute_prefix(tree_) + "id=\"" +
                    std::to_string(next_id_++) + "\"" + deletion_ + ">";
        }
        out_ += tree_.raw(tree_[run_].begin, tree_[run_].open_end);
        if (properties_ == none) return;
        std::string properties(tree_.raw(properties_));
        // The second half of a run cannot share the id of a tracked change with the first.
        const auto change = tree_.word_child(properties_, "rPrChange");
        if (change != none && again_) {
            renew_id(properties, tree_[change].begin - tree_[properties_].begin,
                     attribute_prefix(tree_), next_id_);
        }
        out_ += properties;
        again_ = true;
    }

    void close() {
        if (!open_) return;
        open_ = false;
        out_ += "</" + std::string(tree_.qualified_name(run_)) + ">";
        if (!deletion_.empty()) out_ += "</" + prefix_ + "del>";
    }

    void put_marks(std::uint32_t until) {
        for (; next_ < marks_.size() && marks_[next_].at <= until; ++next_) {
            close();
            const RunMark& mark = marks_[next_];
            if (mark.kind == RunMark::Kind::begin_deletion) {
                deletion_ = mark.xml;
            } else if (mark.kind == RunMark::Kind::end_deletion) {
                deletion_.clear();
            } else {
                out_ += mark.xml;
            }
        }
    }

    void text(std::uint32_t node) {
        std::uint32_t from = tree_[node].open_end, to = tree_[node].close;
        // CDATA and comments inside of w:t are never cut.
        const bool whole = tree_.raw(from, to).find('<') != std::string_view::npos;
        if (!tree_[node].keeps_blanks) {
            const auto blank = [&](std::uint32_t at) {
                return std::string_view(" \t\r\n").find(tree_.bytes()[at]) !=
                       std::string_view::npos;
            };
            while (from < to && blank(from)) ++from;
            while (to > from && blank(to - 1)) --to;
        }
        put_marks(from);
        const bool cut = next_ < marks_.size() && marks_[next_].at < to;
        if (whole || (deletion_.empty() && !cut)) {
            open();
            out_ += tree_.raw(node);
            return;
        }
        while (from < to) {
            const std::uint32_t stop = next_ < marks_.size() ? std::min(marks_[next_].at, to) : to;
            open();
            const std::string tag = prefix_ + (deletion_.empty() ? "t" : "delText");
            out_ += "<" + tag + " xml:space=\"preserve\">";
            out_ += tree_.raw(from, stop);
            out_ += "</" + tag + ">";
            from = stop;
            put_marks(from);
        }
    }

    const XmlTree& tree_;
    std::uint32_t run_;
    std::uint32_t properties_;
    std::string prefix_;
    std::vector<RunMark> marks_;
    std::uint32_t& next_id_;
    std::string out_;
    std::string deletion_;  ///< attributes of w:del while text is being deleted
    std::size_t next_ = 0;
    bool open_ = false;
    bool again_ = false;
};

}  // namespace

std::string attribute_prefix(const XmlTree& tree) {
    return tree.prefix(0).empty() ? "w:" : std::string(tree.prefix(0));
}

std::string copied_properties(const XmlTree& tree, std::uint32_t properties) {
    if (properties == none) return {};
    std::string out(tree.raw(properties));
    const auto change = tree.word_child(properties, "rPrChange");
    if (change != none) {
        out.erase(tree[change].begin - tree[properties].begin,
                  tree[change].end - tree[change].begin);
    }
    return out;
}

std::string rewritten_run(const XmlTree& tree, std::uint32_t run, std::vector<RunMark> marks,
                          std::uint32_t& next_id) {
    return RunWriter(tree, run, std::move(marks), next_id).write();
}

}  // namespace gouji
