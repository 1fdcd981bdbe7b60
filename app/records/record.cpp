#include "records/record.hpp"

#include "model/session/update.hpp"

#include <utility>

namespace app {

Committed commit(Record &record, const Command &command, const Atlas &atlas) {
    auto next = update(record.document(), command, atlas);
    return next ? record.commit(command, std::move(*next)) : refused(next.error());
}

} // namespace app
