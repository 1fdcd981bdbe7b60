/// One function for each part of the program that is measured. `share`: the program's data.
#pragma once

#include "base/result.hpp"
#include "figure.hpp"

#include <filesystem>

namespace bench {

/// Frames of 1280x800 without a screen: cleared only (the floor), interface, body.
engine::Result<engine::Done> measure_frames(const std::filesystem::path &share, Figures &figures);
/// From an event of a finger that paints to the drawn frame, against the same frame without it.
engine::Result<engine::Done> measure_painting(const std::filesystem::path &share, Figures &figures);
/// From the start of the program beside this one to its first frame.
engine::Result<engine::Done> measure_start(const std::filesystem::path &program, Figures &figures);
/// Reading a body, its hierarchy, the upload, another figure; and what that takes in memory. First
/// of all, while the memory of the process is still small.
engine::Result<engine::Done> measure_loading(const std::filesystem::path &share, Figures &figures,
                                             Amounts &amounts);
/// One ray against the detailed body, by our hierarchy and by Embree's where that is installed.
engine::Result<engine::Done> measure_picking(const std::filesystem::path &share, Figures &figures);
/// The brush and the area it has covered.
engine::Result<engine::Done> measure_surface(const std::filesystem::path &share, Figures &figures);
/// A search by words.
engine::Result<engine::Done> measure_finding(const std::filesystem::path &share, Figures &figures);
/// The home screen's list and one client's sessions, with few and with many sessions in the clinic;
/// making the list anew against only reading the files.
engine::Result<engine::Done> measure_home(const std::filesystem::path &share, int most_sessions,
                                          Figures &figures);
/// The guidance for a client with few and with many sessions. Other clients cannot matter: it does
/// not get to see them.
engine::Result<engine::Done> measure_guiding(const std::filesystem::path &share, Figures &figures);
/// A change of the session until it is on the disk, against the bare bytes.
engine::Result<engine::Done> measure_saving(const std::filesystem::path &share, Figures &figures);

} // namespace bench
