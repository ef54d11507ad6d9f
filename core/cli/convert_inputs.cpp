#include "cli/convert_inputs.hpp"

#include "gouji/container/container_kind.hpp"
#include "gouji/engine/file.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace gouji {
namespace {

namespace fs = std::filesystem;
using Conversions = std::map<std::string, Conversion, std::less<>>;

/// Under which key of [convert] a file's program stands; "" for one that is not converted. The name
/// alone decides which files are opened to look.
std::string_view key_of(const Input& input) {
    std::string extension = fs::path(input.path).extension().string();
    for (char& c : extension) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    static constexpr std::string_view keys[] = {"doc", "wps", "rtf", "odt"};
    const auto* const known = std::ranges::find_if(
        keys, [&](std::string_view key) { return extension == "." + std::string(key); });
    if ((input.problem && !input.skipped) || input.path == "-" || known == std::end(keys))
        return {};
    std::error_code error;
    const auto size = fs::file_size(input.path, error);
    if (error || size > LoadOptions{}.max_size) return {};
    std::ifstream in(input.path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    // A .doc may well be a .docx or a page under another name, which are read as they are.
    switch (container_kind(bytes, input.path)) {
        case ContainerKind::word_binary:
            return *known == "wps" ? "wps" : "doc";
        case ContainerKind::rtf:
            return "rtf";
        case ContainerKind::open_document:
            return "odt";
        default:
            return {};
    }
}

/// The programs of the user's own file; nothing else in it holds.
Result<Conversions> own_conversions() {
    const std::string file = user_configuration();
    if (file.empty()) return Conversions{};
    GOUJI_TRY(const auto opened, ConfigurationFile::open(file));
    GOUJI_TRY(auto configuration, opened.read());
    return std::move(configuration.conversions);
}

/// A program named by a path is found from its configuration's folder.
Conversion from_folder(Conversion conversion, const std::string& folder) {
    std::string& program = conversion.argv.front();
    if (program.find('/') != std::string::npos)
        program = fs::absolute(fs::path(folder) / program).lexically_normal().string();
    return conversion;
}

/// Chooses the program for each input, and says once of each that it needs --trust.
class Converters {
public:
    Converters(const Arguments& arguments, Configurations& found)
        : found_(found),
          trust_(arguments.on("trust")),
          no_configuration_(arguments.on("no-config")) {}

    Result<std::optional<Conversion>> choose(std::size_t input, const std::string& key) {
        const std::uint32_t head =
            input < found_.of_input.size() ? found_.of_input[input] : UINT32_MAX;
        const Configuration* const configuration =
            head == UINT32_MAX ? nullptr : &found_.heads[head];
        const bool named = configuration != nullptr && configuration->conversions.contains(key);
        if (named && trust_)
            return from_folder(configuration->conversions.at(key), configuration->folder);
        if (!own_) {
            GOUJI_TRY(auto read, no_configuration_ ? Conversions{} : own_conversions());
            own_ = std::move(read);
        }
        if (const auto at = own_->find(key); at != own_->end()) return at->second;
        if (named) refuse(configuration->conversions.at(key));
        return std::nullopt;
    }

private:
    void refuse(const Conversion& conversion) {
        const std::string& program = conversion.argv.front();
        Error error{conversion.place + "：配置要运行转换程序 " + program + "，确信安全请加 --trust",
                    conversion.place + ": runs the converter " + program +
                        "; pass --trust if you trust it"};
        const bool said = std::ranges::any_of(
            found_.refused, [&](const Error& other) { return other.zh == error.zh; });
        if (!said) found_.refused.push_back(std::move(error));
    }

    Configurations& found_;
    bool trust_, no_configuration_;
    std::optional<Conversions> own_;
};

/// A folder that held nothing but documents to convert holds reports after all.
void forget_empty_folders(Configurations& found, std::vector<Input>& inputs) {
    for (std::size_t i = inputs.size(); i-- > 0;) {
        const fs::path path = inputs[i].path;
        std::error_code ignored;
        if (!inputs[i].problem || inputs[i].walked || !fs::is_directory(path, ignored)) continue;
        const bool filled = std::ranges::any_of(inputs, [&](const Input& other) {
            const fs::path below = fs::path(other.path).lexically_relative(path);
            return !other.converted.empty() && !below.empty() && *below.begin() != "..";
        });
        if (!filled) continue;
        const auto at = static_cast<std::ptrdiff_t>(i);
        inputs.erase(inputs.begin() + at);
        if (i < found.of_input.size()) found.of_input.erase(found.of_input.begin() + at);
    }
}

}  // namespace

Result<std::optional<PrivateFolder>> convert_inputs(const Arguments& arguments,
                                                    Configurations& found,
                                                    std::vector<Input>& inputs) {
    Converters converters(arguments, found);
    std::optional<PrivateFolder> folder;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const std::string key(key_of(inputs[i]));
        if (key.empty()) continue;
        GOUJI_TRY(const auto conversion, converters.choose(i, key));
        if (!conversion) continue;
        if (!folder) {
            GOUJI_TRY(auto made, PrivateFolder::make());
            folder.emplace(std::move(made));
        }
        const fs::path place = folder->path() / std::to_string(i);
        std::error_code ignored;  // convert() says what cannot be written there
        fs::create_directory(place, ignored);
        // What a folder holds besides reports is one now, or one that cannot be read.
        inputs[i].skipped = false;
        inputs[i].problem.reset();
        auto converted = convert(*conversion, inputs[i].path, place);
        if (converted) {
            inputs[i].converted = std::move(*converted);
        } else {
            inputs[i].problem = converted.error();
        }
    }
    if (folder) forget_empty_folders(found, inputs);
    return folder;
}

}  // namespace gouji
