/// A folder that is there with all that is in it, or not at all.
#pragma once

#include "base/result.hpp"

#include <filesystem>
#include <utility>

namespace engine {

/// A new folder for its owner only; those above it are made too.
Result<Done> make_new_folder(const std::filesystem::path &folder);

/// A folder that is removed with all that is in it, unless it was published.
class Draft {
  public:
    explicit Draft(std::filesystem::path folder) : folder_(std::move(folder)) {}
    Draft(const Draft &) = delete;
    Draft &operator=(const Draft &) = delete;
    ~Draft();

    const std::filesystem::path &folder() const { return folder_; }
    /// Gives it its name, durably.
    Result<Done> publish(const std::filesystem::path &name);

  private:
    std::filesystem::path folder_;
    bool published_ = false;
};

} // namespace engine
