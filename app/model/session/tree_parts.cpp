#include "model/session/tree_parts.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace app {

namespace {

constexpr std::string_view order = "#order";
constexpr std::array<const char *, 5> name_fields{"id", "area", "zone", "mark", "number"};

/// The name of an item of a list; empty: it has none.
std::string name_of_item(const Json &item) {
    if (item.is_string())
        return item.get<std::string>();
    if (!item.is_object())
        return {};
    for (const char *field : name_fields)
        if (const auto value = item.find(field); value != item.end())
            return value->is_string() ? value->get<std::string>() : value->dump();
    return {};
}

std::vector<std::string> names_of(const Json &list) {
    std::vector<std::string> names;
    for (const Json &item : list)
        names.push_back(name_of_item(item));
    return names;
}

/// A list whose items can be told apart by their names; others are one part.
bool has_named_items(const Json &value) {
    if (!value.is_array())
        return false;
    std::vector<std::string> names = names_of(value);
    std::ranges::sort(names);
    return std::ranges::none_of(names, [](const auto &name) { return name.empty(); }) &&
           std::ranges::adjacent_find(names) == names.end();
}

std::string text_of_value(const Json &value) {
    return one_line(value);
}

std::string escaped(std::string_view name) {
    std::string out;
    for (const char c : name)
        out += c == '~' ? "~0" : c == '/' ? "~1" : c == '#' ? "~2" : std::string(1, c);
    return out;
}

std::string unescaped(std::string_view name) {
    std::string out;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const bool code = name[i] == '~' && i + 1 < name.size();
        out += !code ? name[i] : name[i + 1] == '0' ? '~' : name[i + 1] == '1' ? '/' : '#';
        i += code;
    }
    return out;
}

std::string inside(const std::string &part, std::string_view name) {
    return part.empty() ? std::string(name) : part + "/" + std::string(name);
}

/// `Tree` is Json or const Json, here and below.
template <class Tree>
Tree *child(Tree &value, std::string_view segment) {
    const std::string name = unescaped(segment);
    if (value.is_object()) {
        const auto field = value.find(name);
        return field == value.end() ? nullptr : &*field;
    }
    if (!value.is_array())
        return nullptr;
    const auto item = std::ranges::find_if(value, [&](const Json &i) { //
        return name_of_item(i) == name;
    });
    return item == value.end() ? nullptr : &*item;
}

template <class Tree>
Tree *find_in(Tree &tree, std::string_view part) {
    Tree *value = &tree;
    while (value != nullptr && !part.empty()) {
        const auto end = std::min(part.find('/'), part.size());
        value = child(*value, part.substr(0, end));
        part.remove_prefix(std::min(end + 1, part.size()));
    }
    return value;
}

/// Sorts the items that `wanted` names in its order; each other one stays behind the item that it
/// stands behind.
void sort_items(Json &list, const std::vector<std::string> &wanted) {
    const auto place_in_wanted = [&](const Json &item) {
        return static_cast<std::size_t>(std::ranges::find(wanted, name_of_item(item)) -
                                        wanted.begin());
    };
    std::size_t place = 0; // those before the first named one stay there
    std::vector<std::pair<std::size_t, Json>> items;
    for (Json &item : list) {
        const std::size_t found = place_in_wanted(item);
        if (found < wanted.size())
            place = found + 1;
        items.emplace_back(place, std::move(item));
    }
    std::ranges::stable_sort(items, {}, &std::pair<std::size_t, Json>::first);
    for (std::size_t i = 0; i < items.size(); ++i)
        list[i] = std::move(items[i].second);
}

class Difference {
  public:
    void compare(const std::string &part, const Json &from, const Json &to) {
        if (from == to)
            return;
        if (from.is_object() && to.is_object())
            compare_fields(part, from, to);
        else if (has_named_items(from) && has_named_items(to))
            compare_items(part, from, to);
        else
            changes_.push_back({part, text_of_value(from), text_of_value(to)});
    }
    std::vector<PartChange> take() { return std::move(changes_); }

  private:
    void compare_fields(const std::string &part, const Json &from, const Json &to) {
        for (const auto &[key, value] : from.items()) {
            const std::string name = inside(part, escaped(key));
            const auto other = to.find(key);
            if (other == to.end())
                changes_.push_back({name, text_of_value(value), {}});
            else
                compare(name, value, *other);
        }
        for (const auto &[key, value] : to.items())
            if (!from.contains(key))
                changes_.push_back({inside(part, escaped(key)), {}, text_of_value(value)});
    }
    void compare_items(const std::string &part, const Json &from, const Json &to) {
        const auto names_from = names_of(from), names_to = names_of(to);
        const auto item = [](const Json &list, const auto &names, const std::string &name) {
            const auto at = std::ranges::find(names, name);
            return at == names.end() ? nullptr
                                     : &list[static_cast<std::size_t>(at - names.begin())];
        };
        for (const std::string &name : names_from) {
            const Json *before = item(from, names_from, name);
            const Json *after = item(to, names_to, name);
            if (after == nullptr)
                changes_.push_back({inside(part, escaped(name)), text_of_value(*before), {}});
            else
                compare(inside(part, escaped(name)), *before, *after);
        }
        for (const std::string &name : names_to)
            if (item(from, names_from, name) == nullptr)
                changes_.push_back(
                    {inside(part, escaped(name)), {}, text_of_value(*item(to, names_to, name))});
        if (names_from != names_to)
            changes_.push_back(
                {inside(part, order), text_of_value(names_from), text_of_value(names_to)});
    }

    std::vector<PartChange> changes_;
};

bool set_order(Json &list, const Json &wanted) {
    if (!has_named_items(list) || !wanted.is_array())
        return false;
    sort_items(list, names_of(wanted));
    return true;
}

bool set_item(Json &list, const std::string &name, const Json &value) {
    const auto item = std::ranges::find_if(list, [&](const Json &i) { //
        return name_of_item(i) == name;
    });
    if (value.is_discarded()) {
        if (item != list.end())
            list.erase(item);
    } else if (item != list.end())
        *item = value;
    else
        list.push_back(value);
    return true;
}

} // namespace

std::string_view parent_of(std::string_view part) {
    const auto slash = part.rfind('/');
    return slash == part.npos ? std::string_view{} : part.substr(0, slash);
}

bool is_order(std::string_view part) {
    return part.ends_with(order);
}

bool touch(std::string_view part, std::string_view other) {
    const std::string_view outer = part.size() < other.size() ? part : other;
    const std::string_view inner = part.size() < other.size() ? other : part;
    return inner.starts_with(outer) && (inner.size() == outer.size() || inner[outer.size()] == '/');
}

std::vector<PartChange> tree_difference(const Json &from, const Json &to) {
    Difference difference;
    difference.compare({}, from, to);
    return difference.take();
}

std::string part_text(const Json &tree, std::string_view part) {
    if (is_order(part)) {
        const Json *list = find_in(tree, parent_of(part));
        return list != nullptr && has_named_items(*list) ? text_of_value(names_of(*list))
                                                         : std::string();
    }
    const Json *value = find_in(tree, part);
    return value != nullptr ? text_of_value(*value) : std::string();
}

bool set_part(Json &tree, std::string_view part, const std::string &text) {
    Json *parent = find_in(tree, parent_of(part));
    if (parent == nullptr)
        return false;
    const Json value =
        text.empty() ? Json(Json::value_t::discarded) : Json::parse(text, nullptr, false);
    if (!text.empty() && value.is_discarded())
        return false;
    if (is_order(part))
        return set_order(*parent, value);
    const auto slash = part.rfind('/');
    const std::string name = unescaped(slash == part.npos ? part : part.substr(slash + 1));
    if (parent->is_array())
        return set_item(*parent, name, value);
    if (!parent->is_object())
        return false;
    if (value.is_discarded())
        parent->erase(name);
    else
        (*parent)[name] = value;
    return true;
}

} // namespace app
