#include "gouji/plugin/native_checker.hpp"

#include "gouji/plugin/handles.hpp"
#include "gouji/plugin/host.hpp"

#include <array>
#include <exception>

namespace gouji {
namespace {

/// Foreign code behind the core's own interface. What it throws stops here.
class NativeChecker final : public Checker {
public:
    NativeChecker(const gouji_rule& rule, void* self) : rule_(rule), self_(self) {}
    ~NativeChecker() override {
        try {
            if (rule_.destroy != nullptr) rule_.destroy(self_);
        } catch (...) {  // NOLINT(bugprone-empty-catch): the run is over, nobody is left to tell
        }
    }
    NativeChecker(const NativeChecker&) = delete;
    NativeChecker& operator=(const NativeChecker&) = delete;

    void check(const Document& document, const SemanticModel& model, Sink& sink) const override {
        const gouji_document handle{&document, &model};
        gouji_report report{&sink};
        try {
            const gouji_status status = rule_.check(self_, &handle, &report);
            if (status == GOUJI_OK || status == GOUJI_CANCELLED || report.failed) return;
            sink.fail(status == GOUJI_FAILED ? "failed without a reason"
                                             : "returned an unknown status");
        } catch (const std::exception& error) {
            sink.fail(std::string("threw across the boundary: ") + error.what());
        } catch (...) {
            sink.fail("threw across the boundary");
        }
    }

private:
    gouji_rule rule_;
    void* self_;
};

gouji_options prepared(const Page& page) {
    gouji_options out{page.options, {}};
    for (const Option& option : page.options) {
        auto& list = out.lists.emplace_back();
        if (const auto* items = std::get_if<std::vector<std::string>>(&option.value)) {
            for (const std::string& item : *items) list.push_back(raw(item));
        }
    }
    return out;
}

}  // namespace

Result<std::unique_ptr<Checker>> make_native_checker(const gouji_rule& rule, const Page& page) {
    const gouji_options options = prepared(page);
    std::array<char, 512> reason{};
    void* self = nullptr;
    try {
        self = rule.create(host(), &options, reason.data(), reason.size());
    } catch (const std::exception& error) {
        return fail(error.what(), error.what());
    } catch (...) {
        return fail("创建时抛出异常", "threw while being created");
    }
    if (self == nullptr) {
        reason.back() = '\0';
        const std::string why = reason.front() != '\0' ? reason.data() : "no reason given";
        return fail(why, why);
    }
    return std::make_unique<NativeChecker>(rule, self);
}

}  // namespace gouji
