/// One lambda per alternative for std::visit; a missing one does not compile.
#pragma once

namespace engine {

template <class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};
template <class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

} // namespace engine
