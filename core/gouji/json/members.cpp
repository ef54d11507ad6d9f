#include "gouji/json/members.hpp"

#include <vector>

#include <nlohmann/json.hpp>

namespace gouji {

void MemberValues::text(std::string_view name, const char*, std::string_view value) {
    out_->key(name);
    out_->string(value);
}
void MemberValues::text_or_null(std::string_view name, const char*, std::string_view value) {
    out_->key(name);
    out_->string_or_null(value);
}
void MemberValues::integer(std::string_view name, const char*, std::optional<std::int64_t> value) {
    out_->key(name);
    out_->literal(value ? std::to_string(*value) : "null");
}
void MemberValues::decimal(std::string_view name, const char*,
                           const std::optional<std::string>& value) {
    out_->key(name);
    out_->literal(value ? *value : "null");
}
void MemberValues::boolean(std::string_view name, const char*, std::optional<bool> value) {
    out_->key(name);
    out_->literal(!value ? "null" : *value ? "true" : "false");
}
void MemberValues::span(std::string_view name, const char*, std::optional<Span> value) {
    out_->key(name);
    if (!value) return out_->literal("null");
    out_->open('[');
    out_->literal(std::to_string(value->begin));
    out_->literal(std::to_string(value->end));
    out_->close(']');
}
void MemberValues::object(std::string_view name, const char*, bool there, const Describe& inside) {
    out_->key(name);
    if (!there) return out_->literal("null");
    out_->open('{');
    inside();
    out_->close('}');
}
void MemberValues::begin_list(std::string_view name, const char*) {
    out_->key(name);
    out_->open('[');
}
void MemberValues::item(const Describe& inside) {
    out_->open('{');
    inside();
    out_->close('}');
}
void MemberValues::begin_map(std::string_view name, const char*) {
    out_->key(name);
    out_->open('{');
}

namespace {

using Json = nlohmann::ordered_json;

/// The schema of what is being described; the innermost object, list or map is the last.
class MemberSchema final : public Members {
public:
    explicit MemberSchema(Json& root) : open_{&root} {}

    void text(std::string_view name, const char* about, std::string_view) override {
        add(name, about, {"string"});
    }
    void text_or_null(std::string_view name, const char* about, std::string_view) override {
        add(name, about, {"string", "null"});
    }
    void integer(std::string_view name, const char* about, std::optional<std::int64_t>) override {
        add(name, about, {"integer", "null"});
    }
    void decimal(std::string_view name, const char* about,
                 const std::optional<std::string>&) override {
        add(name, about, {"number", "null"});
    }
    void boolean(std::string_view name, const char* about, std::optional<bool>) override {
        add(name, about, {"boolean", "null"});
    }
    void span(std::string_view name, const char* about, std::optional<Span>) override {
        Json& member = add(name, about, {"array", "null"});
        Json& items = member["items"];
        items["type"] = "integer";
        items["minimum"] = 0;
        items["maximum"] = UINT32_MAX;
        member["minItems"] = 2;
        member["maxItems"] = 2;
    }
    void object(std::string_view name, const char* about, bool, const Describe& inside) override {
        within(add(name, about, {"object", "null"}), inside);
    }
    void begin_list(std::string_view name, const char* about) override {
        open_.push_back(&add(name, about, {"array"}));
    }
    void end_list() override { open_.pop_back(); }
    void item(const Describe& inside) override {
        Json& items = (*open_.back())["items"];
        items["type"] = "object";
        within(items, inside);
    }
    void text_item(std::string_view) override { (*open_.back())["items"]["type"] = "string"; }
    void begin_map(std::string_view name, const char* about) override {
        Json& map = add(name, about, {"object"});
        map["additionalProperties"] = Json::object();
        open_.push_back(&map);
    }
    void end_map() override { open_.pop_back(); }
    [[nodiscard]] bool describes() const override { return true; }

private:
    Json& add(std::string_view name, const char* about, std::vector<std::string> types) {
        Json& in = *open_.back();
        const bool map = in.contains("additionalProperties");
        Json& member = map ? in["additionalProperties"] : in["properties"][std::string(name)];
        member["description"] = about;
        member["type"] = types.size() == 1 ? Json(types.front()) : Json(types);
        if (!map) in["required"].push_back(name);
        return member;
    }
    void within(Json& object, const Describe& inside) {
        open_.push_back(&object);
        inside();
        open_.pop_back();
    }

    std::vector<Json*> open_;
};

}  // namespace

std::string members_schema(const char* title, const std::function<void(Members&)>& describe) {
    Json root{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
              {"title", title},
              {"type", "object"}};
    MemberSchema schema(root);
    describe(schema);
    return root.dump(2) + "\n";
}

}  // namespace gouji
