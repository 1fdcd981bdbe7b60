#include "store/files/tablet_state.hpp"

#include "base/uuid.hpp"
#include "store/files/clinic_file.hpp"

#include <string_view>

namespace app {

using engine::Done;
using engine::Result;

namespace {

constexpr ClinicFile tablet_file{
    .name = "tablet.json", .format = "palpate-tablet", .what = "The notes of this tablet"};
constexpr WholeNumberRule wrong_tries{"number of wrong tries", 0, 1'000'000};

} // namespace

Result<TabletState> tablet_from_json(std::string_view text) {
    const auto json = clinic_file_from_json(text, tablet_file);
    if (!json)
        return json.error();
    Problems found;
    ObjectReader from{*json, "", found};
    TabletState state;
    // Without this field nobody knows whether a client has the tablet.
    if (const Json *session = from.find("sealed_session", Need::required);
        session && !session->is_null())
        state.sealed_session = from.text("sealed_session");
    if (!state.sealed_session.empty() && !engine::is_uuid(state.sealed_session))
        found.push_back({from.at("sealed_session"), "The session that is handed over is unclear."});
    state.wrong_tries = from.number("wrong_tries", wrong_tries, Need::required, 0);
    state.wait_until = from.time_or_null("wait_until");
    if (!found.empty())
        return clinic_file_error(tablet_file, found);
    return state;
}

std::string to_json(const TabletState &state) {
    const Json session = state.sealed_session.empty() ? Json(nullptr) : Json(state.sealed_session);
    const Json wait = state.wait_until ? Json(engine::to_iso(*state.wait_until)) : Json(nullptr);
    return clinic_file_json(tablet_file, Json{{"sealed_session", session},
                                              {"wrong_tries", state.wrong_tries},
                                              {"wait_until", wait}});
}

Result<TabletState> load_tablet_state(const ClinicFiles &files) {
    const auto text = read_clinic_file(files, tablet_file);
    if (!text)
        return text.error();
    return *text ? tablet_from_json(**text) : TabletState{};
}

Result<Done> save_tablet_state(const ClinicFiles &files, const TabletState &state) {
    return files.write(tablet_file.name, to_json(state));
}

} // namespace app
