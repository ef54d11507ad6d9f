#include "gouji/base/library.hpp"

#include <deque>
#include <exception>
#include <mutex>
#include <string>
#include <string_view>

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

/// What the system's linker said, out of the library's own words around it; "" when it was silent.
std::string linker_words(std::string_view what) {
    constexpr std::string_view mark = "(dlerror system message: ";
    const std::size_t begin = what.find(mark);
    if (begin == std::string_view::npos) return {};
    what.remove_prefix(begin + mark.size());
    return std::string(what.substr(0, what.rfind(')')));
}

}  // namespace

Result<Library> Library::open(const std::filesystem::path& file) {
    try {
        namespace load_mode = boost::dll::load_mode;
        return Library(&keep(shared_library(file, load_mode::rtld_now | load_mode::rtld_local)));
    } catch (const std::exception& error) {
        const std::string why = linker_words(error.what());
        return fail("系统无法载入，不是能用的共享库" + (why.empty() ? why : "（" + why + "）"),
                    "the system cannot load it as a shared library" +
                        (why.empty() ? why : " (" + why + ")"));
    }
}

const void* Library::symbol(const char* name) const {
    const auto& library = *static_cast<const shared_library*>(handle_);
    return library.has(name) ? &library.get<const char>(name) : nullptr;
}

}  // namespace gouji
