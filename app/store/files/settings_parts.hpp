/// How the parts of settings.json are written and read. For sources only, as json_object.hpp.
#pragma once

#include "model/text/json_object.hpp"
#include "store/files/settings_file.hpp"

namespace app {

Json consent_json(const std::vector<ConsentLine> &lines);
std::vector<ConsentLine> read_consent(ObjectReader &from, Problems &found);
Json therapists_json(const std::vector<TherapistProfile> &profiles);
std::vector<TherapistProfile> read_therapists(ObjectReader &from, Problems &found);
Json guidance_json(const ClinicSettings &settings);
void read_guidance(ObjectReader &from, ClinicSettings &settings, Problems &found);
Json homework_json(const std::vector<OwnExercise> &items);
std::vector<OwnExercise> read_homework(ObjectReader &from, Problems &found);
/// The list of sentences in `key`; `usual` when there is none.
std::vector<std::string> read_lines(ObjectReader &from, std::string_view key, std::size_t most,
                                    std::vector<std::string> usual, Problems &found);
/// Text that is not longer than a field can hold.
std::string read_text(ObjectReader &from, std::string_view key, std::size_t max_bytes,
                      Problems &found, Need need = Need::optional);

} // namespace app
