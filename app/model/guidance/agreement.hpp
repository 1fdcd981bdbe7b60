/// Where the client's marks and the therapist's findings agree and differ. The client's choice of
/// what is worked on is final (S15); a finding is a proposal.
#pragma once

#include "model/atlas/atlas.hpp"
#include "model/session/document.hpp"

namespace app {

enum class Party : std::uint8_t { both, client_only, therapist_only };

struct ComparedPlace {
    std::string area;
    Party who = Party::both;
    friend bool operator==(const ComparedPlace &, const ComparedPlace &) = default;
};

/// Areas with a mark of the client (pain or tight) or with something found by hand: both first,
/// then the client's, then the therapist's, each in the order they were made.
std::vector<ComparedPlace> compared_places(const Document &document);

/// Something is noted in it; an empty one was taken back.
bool says_something(const Finding &finding);

} // namespace app
