// Any bytes as what an editor sends: frames, messages, edits of a document, a caret in TOML.
#include "gouji/lsp/protocol_json.hpp"
#include "gouji/lsp/text_document.hpp"
#include "gouji/lsp/toml_caret.hpp"
#include "gouji/rpc/frames.hpp"
#include "gouji/rpc/message.hpp"
#include "gouji/text/utf8_check.hpp"

#include "fuzz/target.hpp"

namespace {

using namespace gouji;

/// The changes of a didChange, as the server makes them.
void edit(TextDocument& text, const JsonValue& params) {
    const JsonValue& changes = member(params, "contentChanges");
    if (!changes.is_array()) return;
    for (const JsonValue& change : changes) {
        if (const auto range = read_range(member(change, "range"))) {
            text.replace(*range, text_of(change, "text"));
        } else {
            text.replace_all(text_of(change, "text"));
        }
        fuzz::demand(find_ill_formed(text.text()) == std::string::npos, "the text stays UTF-8");
        const TextDocument whole(text.text(), PositionEncoding::utf16);
        fuzz::demand(whole.lines() == text.lines(), "lines are those of the whole text");
        for (std::uint32_t line = 0; line < whole.lines(); ++line)
            fuzz::demand(same(whole.line(line), text.line(line)), "each line, too");
    }
}

}  // namespace

std::string gouji::fuzz::seed(std::uint32_t number) {
    static const std::string contents[] = {
        R"({"jsonrpc":"2.0","method":"textDocument/didChange","params":{"contentChanges":[{"range":{"start":{"line":0,"character":1},"end":{"line":1,"character":2}},"text":"公😀\r\n"},{"range":{"start":{"line":0,"character":2},"end":{"line":0,"character":3}},"text":""}]}})",
        R"({"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":{"position":{"line":2,"character":4}}})",
        R"({"jsonrpc":"2.0","method":"x","params":{"contentChanges":[{"text":"[rules]\n\"a/b\" = \"off\"\n[[suppress]]\nreason = \ud83d"}]}})"};
    return framed(contents[number % 3]) + framed(contents[(number + 1) % 3]);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    TextDocument text("甲😀乙\r\n丙\n[rules]\n\"a\" = \"b\"\n", PositionEncoding::utf16);
    FrameReader frames;
    frames.add({reinterpret_cast<const char*>(data), size});
    while (true) {
        const auto content = frames.next();
        if (!content || !*content) break;
        const auto message = parse_message(**content);
        if (!message) continue;
        (void)written(message->params);
        edit(text, message->params);
    }
    for (const bool front_matter : {false, true}) {
        const auto end = static_cast<std::uint32_t>(text.text().size());
        for (std::uint32_t at = 0; at <= end; at += 1 + end / 64) {
            const auto caret = toml_caret(text.text(), at, front_matter);
            if (caret) fuzz::demand(caret->replaced.end <= end, "a completion lies in the text");
        }
    }
    return 0;
}
