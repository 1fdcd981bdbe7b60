#include "ui/ui.hpp"

#include "ui/ui_state.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace engine::ui {

namespace {

/// Eighths, so that dragging the window's edge does not build the fonts for every pixel.
float scale_for(glm::vec2 size) {
    const float fitting = std::min(size.x / 1280, size.y / 800);
    return std::clamp(std::floor(fitting * 8) / 8, 1.0F, 3.0F);
}

float fonts_scale_for(const Ui::State &state) {
    const int percent = std::clamp(state.config.text_scale_percent, 100, 200);
    return state.scale * static_cast<float>(percent) / 100;
}

Result<Done> update_fonts(Ui::State &state) {
    const float wanted = fonts_scale_for(state);
    if (wanted == state.fonts_scale)
        return Done{};
    Result<FontSet> built = build_fonts(*ImGui::GetIO().Fonts, state.config.fonts, wanted);
    if (!built)
        return built.error();
    state.fonts = *built;
    state.fonts_scale = wanted;
    ++state.font_generation;
    return Done{};
}

void start_imgui_frame(Ui::State &state) {
    ImGuiIO &io = ImGui::GetIO();
    io.DisplaySize = {state.size.x, state.size.y};
    io.DeltaTime = static_cast<float>(std::clamp(state.now_s - state.last_s, 1e-4, 1.0));
    ImGui::NewFrame();
    state.draw = ImGui::GetBackgroundDrawList();
}

float ease_out(float t) {
    return 1 - (1 - t) * (1 - t) * (1 - t);
}

/// Widgets that were not drawn start afresh when they come back.
void forget_unused(Ui::State &state) {
    std::erase_if(state.animations,
                  [&](const auto &entry) { return entry.second.frame != state.frame_count; });
    if (state.editing.id != 0 && !state.judged.tree.find(state.editing.id))
        edit_field(state, 0);
}

} // namespace

Ui::State::~State() {
    if (imgui)
        ImGui::DestroyContext(imgui);
}

Ui::Ui(std::unique_ptr<State> state) : state_(std::move(state)) {}
Ui::~Ui() = default;

Result<std::unique_ptr<Ui>> Ui::create(const UiConfig &config) {
    auto state = std::make_unique<State>();
    state->config = config;
    state->imgui = ImGui::CreateContext();
    ImGui::SetCurrentContext(state->imgui);
    ImGuiIO &io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    // Every OpenGL since 3.2 can do it; without a renderer nobody minds.
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    ImGuiStyle &style = ImGui::GetStyle();
    style.AntiAliasedLinesUseTex = false; // its fixed widths do not fit our scales
    style.CircleTessellationMaxError = 0.1F;
    style.CurveTessellationTol = 0.3F;
    if (Result<Done> fonts = update_fonts(*state); !fonts)
        return fonts.error();
    return std::unique_ptr<Ui>(new Ui(std::move(state)));
}

void Ui::configure(const UiConfig &config) {
    state_->config = config;
}

const UiConfig &Ui::config() const {
    return state_->config;
}

void Ui::begin(double now_s, glm::vec2 size, std::span<const InputEvent> events) {
    State &s = *state_;
    ImGui::SetCurrentContext(s.imgui);
    s.last_s = s.now_s;
    s.now_s = now_s;
    s.size = size;
    s.scale = scale_for(size);
    ++s.frame_count;
    s.moving = false;
    s.wake_at_s.reset();
    // The files could be opened when the program started; should they be gone now, the text keeps
    // its old size.
    if (!update_fonts(s)) {
        check(ImGui::GetIO().Fonts->IsBuilt(), "the fonts were lost while they were built anew");
        s.fonts_scale = fonts_scale_for(s);
    }
    judge_events(s, events);
    advance_scrolls(s, std::clamp(s.now_s - s.last_s, 0.0, 0.1));
    s.building = {};
    s.scopes.assign(1, child_id(0, "window"));
    s.clips.assign(1, Rect{0, 0, size.x, size.y});
    s.layers.assign(1, 0);
    s.scroll_stack.assign(1, 0);
    start_imgui_frame(s);
}

void Ui::end() {
    State &s = *state_;
    check(s.scopes.size() == 1 && s.clips.size() == 1 && s.layers.size() == 1,
          "Ui::end() with a scope, clip or layer left open");
    ImGui::Render();
    s.draw = nullptr;
    s.judged = std::move(s.building);
    forget_unused(s);
}

double Ui::now_s() const {
    return state_->now_s;
}

glm::vec2 Ui::size() const {
    return state_->size;
}

const Theme &Ui::theme() const {
    return state_->config.dark ? dark_theme() : light_theme();
}

float Ui::scale() const {
    return state_->scale;
}

float Ui::text_px(float layout) const {
    return layout * fonts_scale_for(*state_);
}

bool Ui::animating() const {
    return state_->moving || !state_->waiting.empty();
}

void Ui::wake_at(double time_s) {
    std::optional<double> &wake = state_->wake_at_s;
    wake = wake ? std::min(*wake, time_s) : time_s;
}

std::optional<double> Ui::wake_at_s() const {
    return state_->wake_at_s;
}

std::optional<Rect> Ui::text_input() const {
    if (state_->editing.id == 0)
        return std::nullopt;
    return state_->editing.rect;
}

ImDrawData *Ui::draw_data() const {
    ImGui::SetCurrentContext(state_->imgui);
    return ImGui::GetDrawData();
}

int Ui::font_generation() const {
    return state_->font_generation;
}

const Tree &Ui::tree() const {
    return state_->judged.tree;
}

ImDrawList *Ui::draw() {
    return state_->draw;
}

ImFont *Ui::font(Font font) {
    return state_->face(font).font;
}

float Ui::font_size(Font font) const {
    return state_->face(font).em;
}

float Ui::line_height(Font font) const {
    return state_->face(font).line;
}

Id Ui::id(std::string_view name) const {
    return child_id(state_->scopes.back(), name);
}

void Ui::push_scope(std::string_view name) {
    state_->scopes.push_back(id(name));
}

void Ui::pop_scope() {
    state_->scopes.pop_back();
}

void Ui::push_clip(const Rect &rect) {
    const Rect inner = intersection(rect, clip());
    state_->clips.push_back(inner);
    state_->draw->PushClipRect({inner.x, inner.y}, {inner.right(), inner.bottom()}, false);
}

void Ui::pop_clip() {
    state_->clips.pop_back();
    state_->draw->PopClipRect();
}

Rect Ui::clip() const {
    return state_->clips.back();
}

void Ui::push_layer(int layer) {
    state_->layers.push_back(layer);
}

void Ui::pop_layer() {
    state_->layers.pop_back();
}

void Ui::report(Node node) {
    State &s = *state_;
    Frame &frame = s.building;
    if (node.id == 0) // a heading and the button below it may well have the same name
        node.id = node.takes_input ? id(node.name) : child_id(id(node.name), name_of(node.role));
    // Two widgets of one name in one scope would share their clicks.
    while (frame.scroll_of.contains(node.id))
        node.id = child_id(node.id, "again");
    node.layer = s.layers.back();
    node.visible = intersection(node.rect, clip());
    frame.scroll_of.emplace(node.id, s.scroll_stack.back());
    frame.tree.add(std::move(node));
}

namespace {

Interaction happened_to(const Ui::State &s, Id id) {
    Interaction result;
    if (const auto found = s.happened.find(id); found != s.happened.end())
        result = found->second;
    result.focused = s.focused == id && s.keyboard_in_use;
    return result;
}

std::span<const InputEvent> events_of(const Ui::State &s, Id canvas) {
    const auto found = s.canvas_events.find(canvas);
    if (found == s.canvas_events.end())
        return {};
    return found->second;
}

} // namespace

Interaction Ui::widget(Node node) {
    State &s = *state_;
    node.takes_input = true;
    const bool enabled = node.enabled;
    const bool is_field = node.role == Role::text_field;
    report(std::move(node));
    const Id id = s.building.tree.nodes().back().id;
    if (s.focus_wish == id) { // it may have been wished before the widget was there
        s.focus_wish = 0;
        edit_field(s, is_field ? id : 0);
    }
    Interaction result = happened_to(s, id);
    result.hovered = enabled && s.hovered == id;
    if (enabled && s.press.active && s.press.target == id) {
        result.held = true;
        result.dragging = s.press.moved;
        result.pointer = s.press.last;
    }
    return result;
}

std::span<const InputEvent> Ui::canvas(std::string_view name, const Rect &rect) {
    Node node;
    node.role = Role::canvas;
    node.name = name;
    node.rect = rect;
    node.takes_input = true;
    node.tab_stop = false;
    report(std::move(node));
    return events_of(*state_, state_->building.tree.nodes().back().id);
}

Ui::CanvasInput Ui::keyed_canvas(std::string_view name, const Rect &rect, std::string_view value) {
    Node node;
    node.role = Role::canvas;
    node.name = name;
    node.value = value;
    node.rect = rect;
    node.takes_input = true;
    report(std::move(node));
    const Id id = state_->building.tree.nodes().back().id;
    CanvasInput input{events_of(*state_, id), happened_to(*state_, id)};
    input.keys.hovered = state_->hovered == id;
    return input;
}

float Ui::animate(Id id, float target, double seconds) {
    State &s = *state_;
    const auto [entry, is_new] = s.animations.try_emplace(id);
    Animation &a = entry->second;
    a.frame = s.frame_count;
    if (is_new || s.config.reduce_motion) {
        a.from = a.target = a.value = target;
        return target;
    }
    if (a.target != target) {
        a.from = a.value;
        a.target = target;
        a.start_s = s.now_s;
        a.seconds = seconds;
    }
    const double passed = s.now_s - a.start_s;
    if (passed >= a.seconds) {
        a.value = a.target;
        return a.value;
    }
    a.value = a.from + (a.target - a.from) * ease_out(static_cast<float>(passed / a.seconds));
    s.moving = true;
    return a.value;
}

void Ui::focus(Id id) {
    State &s = *state_;
    s.focused = id;
    s.focus_wish = id;
    edit_field(s, 0);
}

Id Ui::focused() const {
    return state_->focused;
}

bool Ui::keyboard_in_use() const {
    return state_->keyboard_in_use;
}

std::span<const KeyEvent> Ui::keys() const {
    return state_->free_keys;
}

} // namespace engine::ui
