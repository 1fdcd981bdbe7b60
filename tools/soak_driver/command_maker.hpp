/// Random commands that a session takes. The same seed and the same documents give the same
/// commands, so that whoever has not seen them can make them once more.
#pragma once

#include "model/session/update.hpp"

#include <random>

namespace soak {

class CommandMaker {
  public:
    CommandMaker(const app::Atlas &atlas, std::uint64_t seed) : atlas_(&atlas), random_(seed) {}

    /// One that update() accepts; of a document without an id: OpenSession.
    app::Command next(const app::Document &document);
    /// Ends a session for good: then it takes nothing but amendments.
    app::Command sign();

    std::uint64_t number(std::uint64_t below) { return random_() % below; }
    bool one_in(std::uint64_t so_many) { return number(so_many) == 0; }

  private:
    app::Command open_session();
    app::Command about_mark(const app::Document &document);
    app::Command about_plan(const app::Document &document);
    app::Command about_homework(const app::Document &document);
    app::Command about_client();
    app::Command take_back(const app::Document &document);
    app::Command add_mark(const app::Document &document);
    std::string id();
    engine::Timestamp time();
    std::string area();
    std::string words();
    template <class Enum>
    Enum any();

    const app::Atlas *atlas_;
    std::mt19937_64 random_;
    std::uint64_t clock_ = 0;
};

} // namespace soak
