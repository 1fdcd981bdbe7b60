// What every kind of store promises, tried on each kind.

#include "catch.hpp"
#include "example_session.hpp"
#include "records/background_store.hpp"
#include "records/outbox.hpp"
#include "store/record/folder_door.hpp"
#include "temp_folder.hpp"

#include <array>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace app;
using engine::Done;
using engine::Result;
using test::atlas;
using test::id;

namespace {

constexpr std::string_view secret_words = "four quiet green trees";

/// A store, and what it needs to live.
struct Room {
    std::unique_ptr<Lane> lane;
    std::unique_ptr<Store> store;
};

std::unique_ptr<Store> open_in(const std::filesystem::path &folder) {
    auto door = open_folder(folder).value();
    if (door->is_locked())
        REQUIRE(door->unlock(secret_words).ok());
    auto store = door->open(atlas(), {});
    REQUIRE(store.ok());
    return std::move(*store);
}

void encrypt(const std::filesystem::path &folder) {
    const auto words =
        open_folder(folder).value()->protect(secret_words, quick_passphrase_cost, test::at(0));
    REQUIRE(words.ok());
    REQUIRE(words->problem.empty());
}

struct Kind {
    std::string_view name;
    void (*prepare)(const std::filesystem::path &folder);
    Room (*open)(const std::filesystem::path &folder);
};

void nothing(const std::filesystem::path & /*folder*/) {}

Room directly(const std::filesystem::path &folder) {
    return {nullptr, open_in(folder)};
}

Room in_background(const std::filesystem::path &folder) {
    Room room{std::make_unique<Lane>(), nullptr};
    room.store = std::make_unique<BackgroundStore>(open_in(folder), *room.lane);
    return room;
}

constexpr std::array kinds{Kind{"a folder", nothing, directly},
                           Kind{"an encrypted folder", encrypt, directly},
                           Kind{"a folder in the background", nothing, in_background}};

/// One clinic of the kind that is tried; each open() is another computer.
class Place {
  public:
    explicit Place(const Kind &kind) : kind_(kind) { kind.prepare(folder_.path() / "clinic"); }
    Room open() const { return kind_.open(folder_.path() / "clinic"); }

  private:
    test::TempFolder folder_;
    const Kind &kind_;
};

template <class T>
Result<T> answer(Store &store, Request<T> request) {
    std::optional<Result<T>> result;
    std::move(request).then([&](Result<T> there) { result = std::move(there); });
    store.finish();
    REQUIRE(result.has_value());
    return std::move(*result);
}

template <class T>
T must(Store &store, Request<T> request) {
    auto result = answer(store, std::move(request));
    INFO((result.ok() ? std::string() : result.error().message));
    REQUIRE(result.ok());
    return std::move(*result);
}

/// A session that is open, as a program has it.
class Desk {
  public:
    Desk(Store &store, std::unique_ptr<Record> record)
        : store_(store), outbox_(std::move(record), atlas(), store.lane()) {}
    static Desk begin(Store &store) {
        return {store, must(store, store.create(test::open_session()))};
    }
    static Desk open(Store &store) { return {store, must(store, store.open(id(1)))}; }

    Committed does(const Command &command) {
        auto next = update(outbox_.document(), command, atlas());
        REQUIRE(next.ok());
        outbox_.send(command, std::move(*next));
        store_.finish();
        return outbox_.state();
    }
    bool refresh() {
        bool news = outbox_.refresh();
        store_.finish();
        news = outbox_.refresh() || news; // an answer that came meanwhile
        store_.finish();
        return news;
    }
    Outbox &outbox() { return outbox_; }
    const Document &document() const { return outbox_.document(); }

  private:
    Store &store_;
    Outbox outbox_;
};

const Kind &each_kind() {
    return kinds[GENERATE(std::size_t{0}, std::size_t{1}, std::size_t{2})];
}

} // namespace

TEST_CASE("contract: what is committed is durable, and there for others") {
    const Kind &kind = each_kind();
    INFO(kind.name);
    const Place place{kind};
    const Room room = place.open(), other = place.open();
    Desk mine = Desk::begin(*room.store);
    CHECK(mine.does(SetNote{"Calf guarded at first."}).outcome == CommitOutcome::durable);
    CHECK(mine.outbox().waiting() == 0);
    CHECK(mine.document().note == "Calf guarded at first.");
    CHECK(must(*other.store, other.store->load(id(1))).note == "Calf guarded at first.");
    CHECK_FALSE(mine.outbox().is_saved());
    mine.outbox().save();
    room.store->finish();
    CHECK(mine.outbox().is_saved());
}

TEST_CASE("contract: others' commands come in, and the same place has two versions") {
    const Kind &kind = each_kind();
    INFO(kind.name);
    const Place place{kind};
    const Room room = place.open(), other = place.open();
    Desk mine = Desk::begin(*room.store), theirs = Desk::open(*other.store);
    CHECK_FALSE(theirs.refresh());
    CHECK(mine.does(SetNote{"mine"}).outcome == CommitOutcome::durable);
    CHECK(theirs.refresh());
    CHECK(theirs.document().note == "mine");
    CHECK(mine.does(SetQuestion{"Is it the shoe?"}).outcome == CommitOutcome::durable);
    // Somewhere else: both are kept. In the same place: theirs stays, mine lies beside it.
    CHECK(theirs.does(SetNote{"theirs"}).outcome == CommitOutcome::durable);
    CHECK(theirs.document().question == "Is it the shoe?");
    CHECK(mine.does(SetNote{"mine again"}).outcome == CommitOutcome::conflict);
    CHECK(mine.document().note == "theirs");
    REQUIRE(mine.document().conflicts.size() == 1);
    CHECK(mine.document().conflicts[0].changes[0].after == "\"mine again\"");
}

TEST_CASE("contract: a session is made once, and what is not there is an Error") {
    const Kind &kind = each_kind();
    INFO(kind.name);
    const Place place{kind};
    const Room room = place.open();
    Store &store = *room.store;
    CHECK_FALSE(must(store, store.has(id(1))));
    CHECK_FALSE(answer(store, store.open(id(1))).ok());
    CHECK_FALSE(answer(store, store.load("../settings")).ok());
    {
        const Desk mine = Desk::begin(store);
    }
    store.finish();
    CHECK(must(store, store.has(id(1))));
    CHECK_FALSE(answer(store, store.create(test::open_session())).ok());
    CHECK(must(store, store.load(id(1))).id == id(1));
}

TEST_CASE("contract: shelf, sessions and client of what was saved, erased, nothing is left") {
    const Kind &kind = each_kind();
    INFO(kind.name);
    const Place place{kind};
    const Room room = place.open();
    Store &store = *room.store;
    const Document document = test::example();
    const std::string client = document.client.id;
    must(store, store.save(document));
    const Shelf shelf = must(store, store.shelf({.now = document.appointment.start}));
    REQUIRE(shelf.clients.size() == 1);
    CHECK(shelf.clients[0].client.name == document.client.name);
    CHECK(must(store, store.sessions_of(client)) == std::vector{document});
    CHECK(must(store, store.client(client)).value().who.name == document.client.name);
    const ClientCopies copies = must(store, store.copies_of(client));
    CHECK(copies.client.has_value());
    REQUIRE(copies.sessions.size() == 1);
    CHECK(copies.sessions[0].document == document);

    REQUIRE(document.client.example);
    must(store, store.forget_examples());
    CHECK_FALSE(must(store, store.has(document.id)));
    Document real = document;
    real.client.example = false;
    must(store, store.save(real));
    CHECK_FALSE(answer(store, store.forget_examples()).ok());
    CHECK(must(store, store.erase({.client = client, .who = "Ines", .at = test::at(9)})) == 1);
    CHECK_FALSE(must(store, store.has(document.id)));
    CHECK(must(store, store.shelf({.now = document.appointment.start})).clients.empty());
    CHECK_FALSE(answer(store, store.copies_of(client)).ok());
    CHECK_FALSE(answer(store, store.save(real)).ok());
    CHECK_FALSE(answer(store, store.erase({.client = client, .who = "Ines", .at = {}})).ok());
}

TEST_CASE("contract: settings change for all, and only choose_pin changes the PIN") {
    const Kind &kind = each_kind();
    INFO(kind.name);
    const Place place{kind};
    const Room room = place.open(), other = place.open();
    Store &store = *room.store;
    CHECK(must(store, store.settings()) == ClinicSettings{});
    CHECK_FALSE(must(store, store.choose_pin("4711", quick_pin_limits, false)).pin_hash.empty());
    const SettingsChange change =
        must(*other.store, other.store->change_settings([](ClinicSettings &settings) {
            settings.clinic = "Runners' Clinic";
            settings.pin_hash = "none";
        }));
    CHECK(change.done.outcome == CommitOutcome::durable);
    CHECK(change.settings.clinic == "Runners' Clinic");
    const ClinicSettings kept = must(store, store.settings());
    CHECK(kept == change.settings);
    CHECK(kept.pin_hash.starts_with("$argon2id$"));
    const SettingsChange too_much = must(store, store.change_settings([](ClinicSettings &settings) {
        settings.techniques.assign(settings_limits::techniques + 1, "Friction");
    }));
    CHECK(too_much.done.outcome == CommitOutcome::refused);
    CHECK(too_much.settings == kept);
    CHECK(must(store, store.settings()) == kept);
}

TEST_CASE("contract: a try of the PIN is noted before its answer, and the right one frees") {
    const Kind &kind = each_kind();
    INFO(kind.name);
    const Place place{kind};
    const Room room = place.open(), other = place.open();
    Store &store = *room.store;
    CHECK(must(store, store.tablet()) == TabletState{});
    must(store, store.choose_pin("4711", quick_pin_limits, false));
    must(store, store.keep_tablet({.sealed_session = id(1)}));
    const TabletState tried{.sealed_session = id(1), .wrong_tries = 1};
    CHECK_FALSE(must(store, store.try_pin("0000", tried)));
    CHECK(must(*other.store, other.store->tablet()) == tried);
    CHECK(must(store, store.try_pin("4711", {.sealed_session = id(1), .wrong_tries = 2})));
    CHECK(must(*other.store, other.store->tablet()) == TabletState{});
}
