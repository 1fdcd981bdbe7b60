#include "tours/client_tour.hpp"

#include "base/uuid.hpp"
#include "tours/tour.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace app {

using engine::Result;

namespace {

// Somebody to look for: so many invented clients that not all are shown.
void add_clients(Tour &tour) {
    constexpr int clients = 80, letters = 26;
    const Shelf &shelf = tour.program().workspace->shelf();
    if (shelf.clients.empty())
        return;
    auto session = tour.program().store->load(shelf.clients.front().last.id);
    tour.keep(session ? Result<engine::Done>(engine::Done{}) : session.error());
    for (int i = 0; i < clients && !tour.failed(); ++i) {
        const std::int64_t visit = session->appointment.start.unix_ms - (i + 3) * 31'000'000LL;
        const auto number = static_cast<std::uint64_t>(i);
        Document other = *session;
        other.id = engine::uuid7(visit, 7, number);
        other.client.id = engine::uuid7(visit, 8, number);
        other.client.name = std::string(i % 3 == 0 ? "Anna" : "Piet") + " Example-" +
                            static_cast<char>('A' + i % letters) + std::to_string(i);
        other.appointment.start.unix_ms = visit;
        tour.keep(tour.program().store->save(other));
    }
}

} // namespace

Result<std::vector<std::filesystem::path>> client_pictures(const Options &options) {
    auto begun = Tour::begin(options, options.screens / "clients", true);
    if (!begun)
        return begun.error();
    Tour &tour = **begun;
    tour.tap("Maya Lindgren (example), Today").picture("client");
    tour.tap("New session for Maya").picture("client-new-session").tap("Close");
    tour.tap("Maya Lindgren (example), Today").tap("Export everything").picture("client-exported");
    tour.tap("Delete for good").picture("client-delete").tap("Delete Maya for good");
    tour.picture("client-deleted");
    add_clients(tour);
    tour.go_to(Screen::home).picture("home-many").type("Find a client", "ana exam");
    tour.picture("home-found");
    return tour.result();
}

} // namespace app
