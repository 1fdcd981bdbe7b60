/// What is on the screen, in words: every widget reports itself each frame. Tests press "Done" by
/// its name, keyboard focus walks the tree, and a screen reader can read it.
#pragma once

#include "math/rect.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engine::ui {

using Id = std::uint64_t; ///< 0 is none
Id child_id(Id parent, std::string_view name);

enum class Role : std::uint8_t {
    button,
    toggle,
    chip,
    segment,
    slider,
    stepper,
    text_field,
    card,
    link,
    canvas,
    text,
    heading,
    image,
    status,
    toast,
    sheet,
    list,
};
std::string_view name_of(Role role);

struct Node {
    Id id = 0;
    Role role = Role::text;
    std::string name;  ///< what is read out: "Done", "Loudness"
    std::string value; ///< "6", "on", the text of a field; empty when there is none
    Rect rect;         ///< window pixels, before clipping
    Rect visible;      ///< what the clip leaves of it; empty when scrolled out
    int layer = 0;     ///< 0 screen, 1 sheet, 2 toast and dialogs: higher layers cover lower ones
    bool takes_input = false;
    bool tab_stop = true; ///< of those that take input: Tab stops here
    bool enabled = true;
    bool drags = false; ///< keeps a drag for itself, also along the scroll area around it, and
                        ///< takes the arrow keys
    bool selected = false;
    bool clipped_text = false; ///< its words did not fit: a defect that tests look for
};

/// One frame's nodes in drawing order, which is also reading and focus order.
class Tree {
  public:
    void clear() { nodes_.clear(); }
    void add(Node node) { nodes_.push_back(std::move(node)); }
    const std::vector<Node> &nodes() const { return nodes_; }

    /// First visible node of that name; `role` narrows it.
    const Node *find(std::string_view name, std::optional<Role> role = {}) const;
    const Node *find(Id id) const;
    /// The topmost node that takes input at a pixel (highest layer, then last drawn).
    const Node *at(glm::vec2 pixel) const;
    /// One line per node: role, name, value, state, rectangle. For tests and debugging.
    std::string dump() const;

  private:
    std::vector<Node> nodes_;
};

} // namespace engine::ui
