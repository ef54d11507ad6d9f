#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

namespace gouji {

/// Appends a text as a JSON string. What is no UTF-8 becomes U+FFFD; what is_obeyed is escaped.
void quote_json(std::string& out, std::string_view text);

/// Appends JSON to a string. Nothing is buffered, so that a document of any size can be written
/// piece by piece. Writes the commas; the caller closes what it opens.
class Json {
public:
    explicit Json(std::string& out) : out_(&out) {}

    Json& begin_object() { return open('{'); }
    Json& end_object() { return close('}'); }
    Json& begin_array() { return open('['); }
    Json& end_array() { return close(']'); }

    Json& key(std::string_view name) {
        comma();
        quote(name);
        out_->push_back(':');
        fresh_ = true;
        return *this;
    }
    Json& value(std::string_view text) {
        comma();
        quote(text);
        return *this;
    }
    Json& value(const char* text) { return value(std::string_view(text)); }
    Json& value(const std::string& text) { return value(std::string_view(text)); }
    Json& value(bool truth) {
        comma();
        out_->append(truth ? "true" : "false");
        return *this;
    }
    template <std::integral Integer>
    Json& value(Integer number) {
        comma();
        out_->append(std::to_string(number));
        return *this;
    }
    template <class T>
    Json& member(std::string_view name, const T& what) {
        return key(name).value(what);
    }
    /// A line break between two values, for readers and for `diff`.
    Json& line() {
        comma();
        out_->push_back('\n');
        fresh_ = true;  // the comma is written
        return *this;
    }

    /// The next value follows one that was written to the string directly.
    Json& follow() {
        fresh_ = false;
        return *this;
    }

private:
    Json& open(char bracket) {
        comma();
        out_->push_back(bracket);
        fresh_ = true;
        return *this;
    }
    Json& close(char bracket) {
        out_->push_back(bracket);
        fresh_ = false;
        return *this;
    }
    void comma() {
        if (!fresh_) out_->push_back(',');
        fresh_ = false;
    }
    void quote(std::string_view text) { quote_json(*out_, text); }

    std::string* out_;
    bool fresh_ = true;  ///< no comma before the next value
};

}  // namespace gouji
