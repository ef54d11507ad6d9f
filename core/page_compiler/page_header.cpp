#include "page_header.hpp"

#include "gouji/rule/placeholders.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace gouji {
namespace {

/// A name of the page as an identifier.
std::string identifier(std::string_view name) {
    constexpr std::array<std::string_view, 92> keywords{
        "alignas",       "alignof",     "and",
        "and_eq",        "asm",         "auto",
        "bitand",        "bitor",       "bool",
        "break",         "case",        "catch",
        "char",          "char16_t",    "char32_t",
        "char8_t",       "class",       "co_await",
        "co_return",     "co_yield",    "compl",
        "concept",       "const",       "const_cast",
        "consteval",     "constexpr",   "constinit",
        "continue",      "decltype",    "default",
        "delete",        "do",          "double",
        "dynamic_cast",  "else",        "enum",
        "explicit",      "export",      "extern",
        "false",         "float",       "for",
        "friend",        "goto",        "if",
        "inline",        "int",         "long",
        "mutable",       "namespace",   "new",
        "noexcept",      "not",         "not_eq",
        "nullptr",       "operator",    "or",
        "or_eq",         "private",     "protected",
        "public",        "register",    "reinterpret_cast",
        "requires",      "return",      "short",
        "signed",        "sizeof",      "static",
        "static_assert", "static_cast", "struct",
        "switch",        "template",    "this",
        "thread_local",  "throw",       "true",
        "try",           "typedef",     "typeid",
        "typename",      "union",       "unsigned",
        "using",         "virtual",     "void",
        "volatile",      "wchar_t",     "while",
        "xor",           "xor_eq"};
    std::string out(name);
    std::replace(out.begin(), out.end(), '-', '_');
    if (out == "message" || std::find(keywords.begin(), keywords.end(), out) != keywords.end())
        out += '_';
    if (!out.empty() && out.front() >= '0' && out.front() <= '9') out.insert(out.begin(), '_');
    return out;
}

/// The placeholders of a message, sorted: its words can change without the rule's code.
std::vector<std::string> placeholders(const Message& message) {
    std::vector<std::string> out;
    for (const std::string& words : {message.words.zh, message.words.en}) {
        walk_placeholders(
            words, [](std::string_view) {},
            [&](std::string_view name) {
                if (std::find(out.begin(), out.end(), name) == out.end()) out.emplace_back(name);
            });
    }
    std::sort(out.begin(), out.end());
    return out;
}

std::string message_struct(const Message& message) {
    const std::vector<std::string> names = placeholders(message);
    std::string fields;
    std::string uses;
    for (const std::string& name : names) {
        fields += "        sdk::Argument " + identifier(name) + ";\n";
        uses += "            use(\"" + name + "\", " + identifier(name) + ");\n";
    }
    return "    /// " + message.words.zh + "\n    struct " + identifier(message.id) + " {\n" +
           fields + "        static constexpr const char* message_id = \"" + message.id +
           "\";\n        template <class Use>\n        void each_argument(" +
           (names.empty() ? "const Use&" : "const Use& use") + ") const {\n" + uses +
           "        }\n    };\n";
}

std::string list_constant(const WordList& list, std::size_t index) {
    const std::string name = identifier(list.name);
    return list.scan ? "inline constexpr sdk::TermList " + name + "{\"" + list.name + "\", " +
                           std::to_string(index) + "};\n"
                     : "inline constexpr sdk::PlainList " + name + "{\"" + list.name + "\"};\n";
}

/// A comment of one line: line ends in a message would end it.
std::string one_line(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

}  // namespace

std::string page_header(const Page& page, const std::string& stem) {
    std::string out = "// Generated from " + stem +
                      ".md. Change that instead.\n#pragma once\n\n#include <gouji/sdk.hpp>\n\n"
                      "namespace gouji::page::" +
                      identifier(stem) +
                      " {\n\n/// A type, so that rules that share code can hand over their "
                      "messages.\nstruct message {\n";
    for (Message message : page.messages) {
        message.words.zh = one_line(std::move(message.words.zh));
        out += message_struct(message);
    }
    out += "};\n";
    if (!page.lists.empty()) {
        out += "\nnamespace list {\n\n";
        for (std::size_t i = 0; i < page.lists.size(); ++i) out += list_constant(page.lists[i], i);
        out += "\n}  // namespace list\n";
    }
    return out + "\n}  // namespace gouji::page::" + identifier(stem) + "\n";
}

}  // namespace gouji
