#pragma once

#include "gouji/base/result.hpp"
#include "gouji/document/document.hpp"
#include "gouji/plugin/plugin.hpp"
#include "gouji/rule/page.hpp"
#include "gouji/semantic/semantic_model.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// The kinds of frames; docs/protocol.md has what each carries.
namespace frame {
constexpr char confined = 'C';     ///< worker: which layers of confinement are lacking
constexpr char declaration = 'P';  ///< worker: what a plugin declares
constexpr char start = 'S';        ///< gouji: make a rule
constexpr char ready = 'R';        ///< worker: it is made, or why not
constexpr char text = 'T';         ///< gouji, to plugins: the text that documents are of
constexpr char document = 'D';     ///< gouji: check a document
constexpr char findings = 'F';     ///< worker: what a rule has found in it
constexpr char wanted = 'W';       ///< worker of a plugin: parts of it that a rule asks for
constexpr char parts = 'A';        ///< gouji: those parts
}  // namespace frame

[[nodiscard]] std::string confined_json(std::span<const std::string> lacking);
[[nodiscard]] std::optional<std::vector<std::string>> read_confined(std::string_view payload);

[[nodiscard]] std::string declaration_json(const Result<Plugin>& plugin);
/// The plugin without its code. What comes out of a process with foreign code in it is believed no
/// more than the code.
[[nodiscard]] Result<Plugin> read_declaration(std::string_view payload,
                                              const std::filesystem::path& file);

/// A rule's id, its options and the words of its lists as they now stand.
[[nodiscard]] std::string start_json(const Page& page);
/// The page of `rules` that a start is about, with its options and words; null when there is none.
struct Started {
    const NativeRule* rule = nullptr;
    Page page;
};
[[nodiscard]] Started read_start(std::string_view payload, std::span<const NativeRule> rules);

[[nodiscard]] std::string ready_json(const std::optional<Error>& failure);
/// Why the rule could not be made; nothing when it was. The error of the result: no such answer.
[[nodiscard]] Result<std::optional<Error>> read_ready(std::string_view payload);

/// The rules that are asked, by their numbers, and the document without its text, with these parts
/// (plugin/parts.hpp): for a plugin's host, which is the same build. `buffer` is an earlier record,
/// whose memory is used again.
[[nodiscard]] std::string document_record(std::span<const std::uint32_t> numbers,
                                          std::uint32_t parts, const Document& document,
                                          const SemanticModel& model, std::string buffer = {});
struct Request {
    std::vector<std::uint32_t> numbers;
    std::uint32_t parts = 0;  ///< that it has
    Document document;
    SemanticModel model;
};
[[nodiscard]] std::optional<Request> read_document_record(std::string_view payload,
                                                          const Text& text);

[[nodiscard]] std::string wanted_record(std::uint32_t parts);
/// The parts that a worker wants, or nothing when that is no such answer.
[[nodiscard]] std::optional<std::uint32_t> read_wanted(std::string_view payload);
[[nodiscard]] std::string parts_record(std::uint32_t parts, const Document& document,
                                       const SemanticModel& model);
/// Adds them to a request. False when the bytes are no parts of its document.
[[nodiscard]] bool read_parts_record(std::string_view payload, Request& request);

}  // namespace gouji
