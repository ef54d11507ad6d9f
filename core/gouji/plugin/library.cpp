#include "gouji/plugin/library.hpp"

#include <deque>
#include <exception>
#include <mutex>

#include <boost/dll/shared_library.hpp>

namespace gouji {
namespace {

using boost::dll::shared_library;

/// Keeps every library open until the process ends.
const shared_library& keep(shared_library library) {
    static std::mutex mutex;
    static auto* const kept = new std::deque<shared_library>;
    const std::lock_guard lock(mutex);
    return kept->emplace_back(std::move(library));
}

}  // namespace

Result<Library> Library::open(const std::filesystem::path& file) {
    try {
        namespace load_mode = boost::dll::load_mode;
        return Library(&keep(shared_library(file, load_mode::rtld_now | load_mode::rtld_local)));
    } catch (const std::exception& error) {
        return fail(std::string("系统无法载入：") + error.what(),
                    std::string("the system cannot load it: ") + error.what());
    }
}

const void* Library::symbol(const char* name) const {
    const auto& library = *static_cast<const shared_library*>(handle_);
    return library.has(name) ? &library.get<const char>(name) : nullptr;
}

}  // namespace gouji
