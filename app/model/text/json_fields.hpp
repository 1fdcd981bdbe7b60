/// A struct in JSON by one table of its fields, for reading and writing alike. For sources only, as
/// json_object.hpp.
///
/// A table is a list of required<&Mark::id>("id"), field<&Mark::note>("note") ... in the order of
/// the file. How a value is written and read follows from its type; a table may have a Field with
/// functions of its own for what no type says.
#pragma once

#include "model/text/json_object.hpp"

#include <type_traits>

namespace app {

struct FieldKey {
    std::string_view name;
    Need need = Need::optional;
    const WholeNumberRule *rule = nullptr; ///< of a whole number
    std::string_view words = {};           ///< what people call it; empty: its name
};

/// Functions, so that all fields of a struct are of one type: code for each field of each struct
/// took the compiler a third longer (18.8 s of CPU against 14.2 s).
template <class Part>
struct Field {
    FieldKey key;
    void (*write)(Json &object, const FieldKey &key, const Part &part);
    void (*read)(ObjectReader &from, const FieldKey &key, Part &part);

    /// What people call it, where that is not its name.
    constexpr Field called(std::string_view words) const {
        Field named = *this;
        named.key.words = words;
        return named;
    }
};

/// The table of a struct; each is declared beside the struct's own functions.
template <class Part>
std::span<const Field<Part>> fields();

/// The object with all fields of the table, and behind them those of `unknown` where it has them.
template <class Part>
Json write(const Part &part);
/// Every problem is noted by the reader; what could not be read has a value that keeps the rules.
template <class Part>
Part read(ObjectReader &from);

void write_value(Json &object, const FieldKey &key, const std::string &value);
void write_value(Json &object, const FieldKey &key, const std::vector<std::string> &value);
void write_value(Json &object, const FieldKey &key, const std::set<std::string> &value);
void write_value(Json &object, const FieldKey &key, int value);
void write_value(Json &object, const FieldKey &key, double value);
void write_value(Json &object, const FieldKey &key, bool value);
void write_value(Json &object, const FieldKey &key, const engine::Timestamp &value);
void write_value(Json &object, const FieldKey &key, Json &&value);
void write_name(Json &object, const FieldKey &key, std::string_view name);
void write_null(Json &object, const FieldKey &key);

void read_value(ObjectReader &from, const FieldKey &key, std::string &value);
void read_value(ObjectReader &from, const FieldKey &key, std::vector<std::string> &value);
void read_value(ObjectReader &from, const FieldKey &key, std::set<std::string> &value);
void read_value(ObjectReader &from, const FieldKey &key, int &value);
void read_value(ObjectReader &from, const FieldKey &key, std::optional<int> &value);
void read_value(ObjectReader &from, const FieldKey &key, double &value);
void read_value(ObjectReader &from, const FieldKey &key, bool &value);
void read_value(ObjectReader &from, const FieldKey &key, engine::Timestamp &value);
void read_value(ObjectReader &from, const FieldKey &key, std::optional<engine::Timestamp> &value);

template <class Value>
concept Choice = std::is_enum_v<Value>;
/// A struct with a table.
template <class Value>
concept Struct = std::is_class_v<Value>;

template <Choice Value>
void write_value(Json &object, const FieldKey &key, Value value) {
    write_name(object, key, name_of(value));
}
template <Choice Value>
void write_value(Json &object, const FieldKey &key, const std::set<Value> &values) {
    Json names = Json::array();
    for (const Value value : values)
        names.push_back(name_of(value));
    write_value(object, key, std::move(names));
}
template <Struct Part>
void write_value(Json &object, const FieldKey &key, const Part &part) {
    write_value(object, key, write(part));
}
template <Struct Part>
void write_value(Json &object, const FieldKey &key, const std::vector<Part> &parts) {
    Json list = Json::array();
    for (const Part &part : parts)
        list.push_back(write(part));
    write_value(object, key, std::move(list));
}
template <class Value>
void write_value(Json &object, const FieldKey &key, const std::optional<Value> &value) {
    if (value)
        write_value(object, key, *value);
    else
        write_null(object, key);
}

template <Choice Value>
void read_value(ObjectReader &from, const FieldKey &key, Value &value) {
    value = from.choice<Value>(key.name);
}
template <Choice Value>
void read_value(ObjectReader &from, const FieldKey &key, std::optional<Value> &value) {
    value = from.choice_or_null<Value>(key.name);
}
template <Choice Value>
void read_value(ObjectReader &from, const FieldKey &key, std::set<Value> &values) {
    values = from.choices<Value>(key.name);
}
template <Struct Part>
void read_value(ObjectReader &from, const FieldKey &key, Part &part) {
    from.object(key.name, key.need, [&](ObjectReader &inner) { part = read<Part>(inner); });
}
template <Struct Part>
void read_value(ObjectReader &from, const FieldKey &key, std::optional<Part> &part) {
    from.object_or_null(key.name, [&](ObjectReader &inner) { part = read<Part>(inner); });
}
template <Struct Part>
void read_value(ObjectReader &from, const FieldKey &key, std::vector<Part> &parts) {
    from.objects(key.name, key.need,
                 [&](ObjectReader &inner) { parts.push_back(read<Part>(inner)); });
}

template <class Member>
struct MemberOf;
template <class Owner, class Member>
struct MemberOf<Member Owner::*> {
    using Part = Owner;
    using Value = Member;
    /// A choice, a time and a decimal have no value that stands for a missing one.
    static constexpr bool is_always_required =
        Choice<Value> || std::is_same_v<Value, engine::Timestamp> || std::is_same_v<Value, double>;
};
template <auto member>
using PartOf = typename MemberOf<decltype(member)>::Part;

template <auto member>
void write_member(Json &object, const FieldKey &key, const PartOf<member> &part) {
    write_value(object, key, part.*member);
}
template <auto member>
void read_member(ObjectReader &from, const FieldKey &key, PartOf<member> &part) {
    read_value(from, key, part.*member);
}

/// Whole numbers need their rule: nothing in JSON limits them.
template <auto member>
constexpr Field<PartOf<member>> required(std::string_view name,
                                         const WholeNumberRule *rule = nullptr) {
    return {{name, Need::required, rule}, write_member<member>, read_member<member>};
}
template <auto member>
constexpr Field<PartOf<member>> field(std::string_view name,
                                      const WholeNumberRule *rule = nullptr) {
    static_assert(!MemberOf<decltype(member)>::is_always_required, "say required<>");
    return {{name, Need::optional, rule}, write_member<member>, read_member<member>};
}

template <class Part>
void write_fields(Json &object, const Part &part, std::span<const Field<Part>> table) {
    for (const Field<Part> &row : table)
        row.write(object, row.key, part);
}
template <class Part>
void read_fields(ObjectReader &from, Part &part, std::span<const Field<Part>> table) {
    for (const Field<Part> &row : table)
        row.read(from, row.key, part);
}

template <class Part>
Json write(const Part &part) {
    Json object = Json::object();
    write_fields(object, part, fields<Part>());
    if constexpr (requires { part.unknown; })
        append_unknown(object, part.unknown);
    return object;
}

template <class Part>
Part read(ObjectReader &from) {
    Part part;
    read_fields(from, part, fields<Part>());
    if constexpr (requires { part.unknown; })
        part.unknown = from.rest();
    return part;
}

} // namespace app
