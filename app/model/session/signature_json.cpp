#include "model/session/json_parts.hpp"

#include <array>
#include <span>
#include <string>

namespace app {

namespace {

constexpr WholeNumberRule conflict_number{"number of the conflict", 1, 1'000'000};

/// A version is JSON text, as it stood in the file; left out when it is not there.
template <std::string PartChange::*version>
void write_version(Json &object, const FieldKey &key, const PartChange &change) {
    if (!(change.*version).empty())
        write_value(object, key, Json::parse(change.*version, nullptr, false));
}
template <std::string PartChange::*version>
void read_version(ObjectReader &from, const FieldKey &key, PartChange &change) {
    if (const Json *value = from.find(key.name))
        change.*version = one_line(*value);
}
template <std::string PartChange::*version>
constexpr Field<PartChange> version_field(std::string_view name) {
    return {{name}, write_version<version>, read_version<version>};
}

} // namespace

template <>
std::span<const Field<Signature>> fields<Signature>() {
    static constexpr std::array table{
        required<&Signature::at>("at"), required<&Signature::by>("by"),
        field<&Signature::licence>("licence"), required<&Signature::content_hash>("content_hash")};
    return table;
}

template <>
std::span<const Field<Amendment>> fields<Amendment>() {
    static constexpr std::array table{
        required<&Amendment::id>("id"), required<&Amendment::at>("at"),
        required<&Amendment::by>("by"), field<&Amendment::licence>("licence"),
        required<&Amendment::text>("text")};
    return table;
}

template <>
std::span<const Field<PartChange>> fields<PartChange>() {
    static constexpr std::array table{required<&PartChange::part>("part"),
                                      version_field<&PartChange::before>("before"),
                                      version_field<&PartChange::after>("after")};
    return table;
}

template <>
std::span<const Field<Conflict>> fields<Conflict>() {
    static constexpr std::array table{required<&Conflict::number>("number", &conflict_number),
                                      required<&Conflict::changes>("changes")};
    return table;
}

} // namespace app
