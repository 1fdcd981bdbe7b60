#include "catch.hpp"
#include "jobs/jobs.hpp"

#include <atomic>
#include <future>
#include <memory>
#include <string>
#include <thread>

using namespace engine;

namespace {

/// Lets the main thread wait for the worker without polling.
class Gate {
  public:
    void open() { promise_.set_value(); }
    void wait() { future_.wait(); }

  private:
    std::promise<void> promise_;
    std::shared_future<void> future_ = promise_.get_future().share();
};

} // namespace

TEST_CASE("inline jobs run at once and deliver when drained") {
    int woken = 0;
    Jobs jobs(Jobs::Mode::inline_, [&] { ++woken; });
    bool ran = false;
    std::string result;
    jobs.submit([&] {
        ran = true;
        return [&] { result = "done"; };
    });
    CHECK(ran);
    CHECK(woken == 1);
    CHECK(result.empty());
    CHECK(jobs.busy());
    CHECK(jobs.drain() == 1);
    CHECK(result == "done");
    CHECK_FALSE(jobs.busy());
    CHECK(jobs.drain() == 0);
}

TEST_CASE(
    "wait() returns when every job has run, and drains nothing, discard() drops what is there") {
    Jobs jobs(Jobs::Mode::threaded);
    std::atomic<int> ran = 0;
    int delivered = 0;
    for (int i = 0; i < 100; ++i)
        jobs.submit([&] {
            ++ran;
            return [&] { ++delivered; };
        });
    jobs.wait();
    CHECK(ran == 100);
    CHECK(delivered == 0);
    CHECK(jobs.busy());
    jobs.discard();
    CHECK_FALSE(jobs.busy());
    CHECK(jobs.drain() == 0);
    CHECK(delivered == 0);
    jobs.wait(); // for nothing
}

TEST_CASE("a callback may submit the next job") {
    Jobs jobs(Jobs::Mode::inline_);
    int deliveries = 0;
    jobs.submit([&] {
        return [&] {
            ++deliveries;
            jobs.submit([&] { return [&] { ++deliveries; }; });
        };
    });
    CHECK(jobs.drain() == 1);
    CHECK(deliveries == 1);
    CHECK(jobs.busy());
    CHECK(jobs.drain() == 1);
    CHECK(deliveries == 2);
}

TEST_CASE("a job without a result counts as drained too") {
    Jobs jobs(Jobs::Mode::inline_);
    jobs.submit([] { return Jobs::Delivery{}; });
    CHECK(jobs.drain() == 1);
    CHECK_FALSE(jobs.busy());
}

TEST_CASE("threaded jobs run on another thread, in order, and deliver on this one") {
    const auto main_thread = std::this_thread::get_id();
    std::atomic<int> finished = 0;
    Gate all_done;
    Jobs jobs(Jobs::Mode::threaded, [&] {
        if (++finished == 3)
            all_done.open();
    });
    std::string order;
    bool worked_elsewhere = true, delivered_here = true;
    for (const char name : {'a', 'b', 'c'})
        jobs.submit([&, name] {
            const bool elsewhere = std::this_thread::get_id() != main_thread;
            return [&, name, elsewhere] {
                order += name;
                worked_elsewhere = worked_elsewhere && elsewhere;
                delivered_here = delivered_here && std::this_thread::get_id() == main_thread;
            };
        });
    all_done.wait();
    CHECK(order.empty());
    CHECK(jobs.drain() == 3);
    CHECK(order == "abc");
    CHECK(worked_elsewhere);
    CHECK(delivered_here);
    CHECK_FALSE(jobs.busy());
}

TEST_CASE("shutting down finishes the running job and drops the waiting ones") {
    Gate started, may_finish;
    std::atomic<bool> first_finished = false, second_ran = false, delivered = false;
    {
        // Opens when the second job is dropped: the first one is still running then.
        const auto opens_gate = [&](void *) { may_finish.open(); };
        Jobs jobs(Jobs::Mode::threaded);
        jobs.submit([&] {
            started.open();
            may_finish.wait();
            first_finished = true;
            return [&] { delivered = true; };
        });
        jobs.submit([&, held = std::shared_ptr<void>(&may_finish, opens_gate)] {
            second_ran = true;
            return Jobs::Delivery{};
        });
        started.wait();
    }
    CHECK(first_finished);
    CHECK_FALSE(delivered);
    CHECK_FALSE(second_ran);
}
