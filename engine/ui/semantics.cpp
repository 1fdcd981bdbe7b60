#include "ui/semantics.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>

namespace engine::ui {

Id child_id(Id parent, std::string_view name) {
    // FNV-1a, started from the parent, so that equal names in two scopes differ.
    Id hash = 14695981039346656037ULL ^ (parent * 0x9E3779B97F4A7C15ULL);
    for (const char c : name) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 1099511628211ULL;
    }
    return hash == 0 ? 1 : hash;
}

std::string_view name_of(Role role) {
    switch (role) {
    case Role::button:
        return "button";
    case Role::toggle:
        return "toggle";
    case Role::chip:
        return "chip";
    case Role::segment:
        return "segment";
    case Role::slider:
        return "slider";
    case Role::stepper:
        return "stepper";
    case Role::text_field:
        return "text field";
    case Role::card:
        return "card";
    case Role::link:
        return "link";
    case Role::canvas:
        return "canvas";
    case Role::text:
        return "text";
    case Role::heading:
        return "heading";
    case Role::image:
        return "image";
    case Role::status:
        return "status";
    case Role::toast:
        return "toast";
    case Role::sheet:
        return "sheet";
    case Role::list:
        return "list";
    }
    return "unknown";
}

const Node *Tree::find(std::string_view name, std::optional<Role> role) const {
    const auto found = std::ranges::find_if(nodes_, [&](const Node &node) {
        return node.name == name && !node.visible.empty() && (!role || node.role == *role);
    });
    return found == nodes_.end() ? nullptr : &*found;
}

const Node *Tree::find(Id id) const {
    const auto found = std::ranges::find(nodes_, id, &Node::id);
    return found == nodes_.end() ? nullptr : &*found;
}

const Node *Tree::at(glm::vec2 pixel) const {
    const Node *top = nullptr;
    for (const Node &node : nodes_)
        if (node.takes_input && node.visible.contains(pixel) && (!top || node.layer >= top->layer))
            top = &node;
    return top;
}

std::string Tree::dump() const {
    std::string out;
    const auto number = [](float value) { return std::to_string(std::lround(value)); };
    for (const Node &node : nodes_) {
        out += std::string(name_of(node.role)) + " \"" + node.name + '"';
        if (!node.value.empty())
            out += " = \"" + node.value + '"';
        out += " at " + number(node.rect.x) + ',' + number(node.rect.y) + ' ' +
               number(node.rect.w) + 'x' + number(node.rect.h);
        if (node.layer != 0)
            out += " layer " + std::to_string(node.layer);
        if (node.takes_input)
            out += " input";
        if (!node.enabled)
            out += " disabled";
        if (node.selected)
            out += " selected";
        if (node.clipped_text)
            out += " CLIPPED";
        if (node.visible.empty())
            out += " hidden";
        out += '\n';
    }
    return out;
}

} // namespace engine::ui
