#include "gouji/container/html_tree.hpp"

#include "gouji/container/limits.hpp"

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstddef>
#include <cstdlib>
#include <ctime>
#include <map>
#include <new>
#include <string>

namespace gouji {

/// Memory that is given back all at once, with a budget: a page takes some twenty times its size.
/// Gumbo does not expect an allocation to fail, so that when the budget is spent control leaves it
/// by longjmp: only C frames without anything to destroy are left behind.
struct HtmlTree::Arena {
    struct Chunk {
        Chunk* before;
    };
    static constexpr std::size_t chunk_size = std::size_t{1} << 18U;
    static constexpr std::size_t alignment = alignof(std::max_align_t);
    static_assert(sizeof(Chunk) <= alignment);

    static void* allocate(void* self, std::size_t size) {
        auto* const arena = static_cast<Arena*>(self);
        size = (size + alignment - 1) / alignment * alignment;
        if (size > arena->free && !arena->grow(size)) std::longjmp(arena->spent, 1);
        std::byte* const out = arena->at;
        arena->at += size;
        arena->free -= size;
        return out;
    }
    static void release(void* /*self*/, void* /*memory*/) {}

    bool grow(std::size_t size) {
        const std::size_t whole = std::max(chunk_size, size + alignment);
        void* const memory = whole > left || is_late() ? nullptr : std::malloc(whole);
        if (memory == nullptr) return false;
        left -= whole;
        chunks = new (memory) Chunk{chunks};
        at = static_cast<std::byte*>(memory) + alignment;
        free = whole - alignment;
        return true;
    }

    /// Processor time, not the clock on the wall: a busy machine refuses nothing.
    bool is_late() {
        timespec now{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        if (chunks == nullptr) deadline = now.tv_sec + container_limits::html_seconds + 1;
        return now.tv_sec >= deadline;
    }

    Chunk* chunks = nullptr;
    std::byte* at = nullptr;
    std::size_t free = 0;  ///< bytes from `at` on
    std::size_t left = 0;  ///< of the budget
    std::time_t deadline = 0;
    std::jmp_buf spent{};
};

void HtmlTree::Release::operator()(Arena* arena) const {
    while (arena->chunks != nullptr) {
        Arena::Chunk* const chunk = arena->chunks;
        arena->chunks = chunk->before;
        std::free(chunk);
    }
    delete arena;
}

namespace {

/// Elements that never have an end tag, and those that the next of their kind closes.
bool nests(GumboTag tag, std::string_view name) {
    static constexpr auto flat = [] {
        std::array<bool, GUMBO_TAG_LAST + 1> out{};
        for (const GumboTag each :
             {GUMBO_TAG_AREA,  GUMBO_TAG_BASE,  GUMBO_TAG_BR,       GUMBO_TAG_COL,
              GUMBO_TAG_EMBED, GUMBO_TAG_HR,    GUMBO_TAG_IMG,      GUMBO_TAG_INPUT,
              GUMBO_TAG_LINK,  GUMBO_TAG_META,  GUMBO_TAG_PARAM,    GUMBO_TAG_SOURCE,
              GUMBO_TAG_TRACK, GUMBO_TAG_WBR,   GUMBO_TAG_P,        GUMBO_TAG_LI,
              GUMBO_TAG_DT,    GUMBO_TAG_DD,    GUMBO_TAG_OPTION,   GUMBO_TAG_OPTGROUP,
              GUMBO_TAG_TR,    GUMBO_TAG_TD,    GUMBO_TAG_TH,       GUMBO_TAG_TBODY,
              GUMBO_TAG_THEAD, GUMBO_TAG_TFOOT, GUMBO_TAG_COLGROUP, GUMBO_TAG_RP,
              GUMBO_TAG_RT}) {
            out[each] = true;
        }
        return out;
    }();
    return !flat[tag] && name != "o:p" && name != "O:P";
}

bool is_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ':';
}

/// One pass over the tags of a page without building anything. Gumbo's time grows with the square
/// of the depth and of the attributes of one element.
class ShallowScan {
public:
    /// False when the page has more of either than container_limits allow.
    bool passes(std::string_view page) {
        for (std::size_t at = page.find('<'); at < page.size(); at = page.find('<', at)) {
            if (page.substr(at, 4) == "<!--") {
                at = page.find("-->", at + 2);
                continue;
            }
            at = tag(page, at + 1);
            if (depth_ > container_limits::most_html_depth ||
                attributes_ > container_limits::most_attributes) {
                return false;
            }
        }
        return true;
    }

private:
    /// After the tag that begins at `at`; after its text too where that is no markup.
    std::size_t tag(std::string_view page, std::size_t at) {
        const bool ends = at < page.size() && page[at] == '/';
        at += ends ? 1 : 0;
        const std::size_t begin = at;
        while (at < page.size() && is_name(page[at])) ++at;
        const std::string_view name = page.substr(begin, at - begin);
        if (name.empty()) return at;
        at = attributes(page, at);
        const bool closed = page[at - 1] == '/';
        const GumboTag kind = gumbo_tagn_enum(
            name.data(), static_cast<unsigned>(std::min(name.size(), longest_name)));
        if (!nests(kind, name) || (closed && !ends)) return at;
        std::size_t& open = kind == GUMBO_TAG_UNKNOWN ? open_unknown_[folded(name)] : open_[kind];
        if (!ends) {
            ++open;
            ++depth_;
        } else if (open > 0) {
            --open;
            --depth_;
        }
        if (ends || (kind != GUMBO_TAG_SCRIPT && kind != GUMBO_TAG_STYLE)) return at;
        for (at = page.find("</", at); at < page.size(); at = page.find("</", at + 1)) {
            const char first = page[std::min(at + 2, page.size() - 1)];
            if (first == 's' || first == 'S') break;
        }
        return at;
    }

    static std::string folded(std::string_view name) {
        std::string out(name.substr(0, longest_name));
        for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        return out;
    }

    /// The `>` of the tag; counts what may be attributes: stretches between blanks outside of
    /// quotes.
    std::size_t attributes(std::string_view page, std::size_t at) {
        attributes_ = 0;
        bool blank = false;
        for (; at < page.size() && page[at] != '>'; ++at) {
            const char c = page[at];
            if (c == '"' || c == '\'') {
                at = std::min(page.find(c, at + 1), page.size() - 1);
            }
            const bool now = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '/';
            attributes_ += blank && !now ? 1 : 0;
            blank = now;
        }
        return at;
    }

    static constexpr std::size_t longest_name = 16;  // as far as unknown names are told apart
    std::array<std::size_t, GUMBO_TAG_LAST + 1> open_{};
    std::map<std::string, std::size_t> open_unknown_;
    std::size_t depth_ = 0;
    std::size_t attributes_ = 0;
};

/// Null when gumbo has used up its memory. No object with a destructor lives here, because of
/// longjmp.
GumboOutput* parsed(HtmlTree::Arena* arena, const char* data, std::size_t size) {
    if (setjmp(arena->spent) != 0) return nullptr;
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = HtmlTree::Arena::allocate;
    options.deallocator = HtmlTree::Arena::release;
    options.userdata = arena;
    options.max_errors = 0;  // by default gumbo keeps the whole stack for each error
    return gumbo_parse_with_options(&options, data, size);
}

Failure too_complex(const char* what, const char* english) {
    return fail("网页" + std::string(what) + "，不予读取；请把正文另存为 .docx 或文本再检查",
                "the page " + std::string(english) +
                    " and was not read; save the article as .docx or text and check that");
}

}  // namespace

Result<HtmlTree> HtmlTree::parse(std::string_view page) {
    if (page.size() > container_limits::most_page_bytes)
        return too_complex("超过 8 MiB", "has more than 8 MiB");
    if (!ShallowScan().passes(page)) return too_complex("嵌套过深", "is nested too deep");
    HtmlTree out;
    out.arena_.reset(new Arena);
    out.arena_->left =
        container_limits::html_bytes_at_least + container_limits::html_bytes_per_byte * page.size();
    const GumboOutput* const output = parsed(out.arena_.get(), page.data(), page.size());
    if (output == nullptr) return too_complex("结构过于复杂", "is too complex");
    out.root_ = output->root;
    return out;
}

}  // namespace gouji
