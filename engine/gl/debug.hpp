/// Messages of the graphics driver, where it has GL_KHR_debug.
#pragma once

#include <functional>
#include <string_view>

namespace engine::gl {

/// Hands on the messages of medium and high severity.
class DebugOutput {
  public:
    /// From now on `report` gets the driver's warnings, within the call that caused them. Needs a
    /// current context; ends with this object.
    explicit DebugOutput(std::function<void(std::string_view)> report);
    ~DebugOutput();
    DebugOutput(const DebugOutput &) = delete;
    DebugOutput &operator=(const DebugOutput &) = delete;

    /// False where the driver sends none.
    bool available() const { return available_; }
    void receive(std::string_view message) const { report_(message); }

  private:
    std::function<void(std::string_view)> report_;
    bool available_ = false;
};

} // namespace engine::gl
