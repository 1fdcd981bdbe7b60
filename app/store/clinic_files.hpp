/// The files of one clinic's folder: the only place through which its bytes reach the disk.
/// Whatever lies in the folder is for its owner only (folders 0700, files 0600).
#pragma once

#include "base/result.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

/// `name` is always relative to the folder: "sessions/0193....json".
class ClinicFiles {
  public:
    /// Makes the folder when it is missing.
    static engine::Result<ClinicFiles> open(const std::filesystem::path &folder);

    const std::filesystem::path &folder() const { return folder_; }
    std::filesystem::path path(const std::filesystem::path &name) const { return folder_ / name; }

    /// Makes a folder inside, when it is missing.
    engine::Result<engine::Done> make_folder(const std::filesystem::path &name) const;
    bool has(const std::filesystem::path &name) const;
    /// Missing, larger than `max_bytes`, not readable, damaged: an Error.
    engine::Result<std::string> read(const std::filesystem::path &name,
                                     std::size_t max_bytes) const;
    /// Durable when it returns Done: written beside, synced, renamed, folder synced. On an Error
    /// the file is as it was.
    engine::Result<engine::Done> write(const std::filesystem::path &name,
                                       std::string_view bytes) const;
    /// Durable when it returns Done. A file that is not there is no Error.
    engine::Result<engine::Done> remove(const std::filesystem::path &name) const;

    /// A record of a file that grows by lines, as it stands in the file: one line, with its end.
    /// `text` has no line end in it.
    std::string to_line(const std::filesystem::path &name, std::string_view text) const;
    /// The text of such a line (without its end); an Error when it is damaged.
    engine::Result<std::string> from_line(const std::filesystem::path &name,
                                          std::string_view line) const;

    /// A value that is kept in a file of another format, which is called `name` ("index.sqlite"):
    /// as it may stand there. In a plain clinic that is the text itself.
    std::string seal_text(std::string_view name, std::string_view text) const;
    engine::Result<std::string> open_text(std::string_view name, std::string_view sealed) const;
    /// What the same words are always looked up by: in a plain clinic the words themselves, in an
    /// encrypted one a hash that nobody else can compute.
    std::string token(std::string_view words) const;

  private:
    explicit ClinicFiles(std::filesystem::path folder) : folder_(std::move(folder)) {}
    std::filesystem::path folder_;
};

} // namespace app
