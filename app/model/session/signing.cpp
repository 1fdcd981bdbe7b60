#include "model/session/signing.hpp"

#include "model/session/document_tree.hpp"
#include "model/text/sha256.hpp"

#include <iterator>
#include <string>

namespace app {

namespace {

using Sorted = nlohmann::json; // keeps its keys in order

bool is_empty(const Sorted &value) {
    return value.is_null() || value == false || value == 0 || value == "" ||
           (value.is_structured() && value.empty());
}

void drop_empty(Sorted &value) {
    for (Sorted &inner : value)
        if (inner.is_structured())
            drop_empty(inner);
    if (!value.is_object())
        return; // a place in a list means something, even an empty one
    for (auto field = value.begin(); field != value.end();)
        field = is_empty(*field) ? value.erase(field) : std::next(field);
}

} // namespace

std::string content_hash(const Document &document) {
    Sorted content = document_tree(document);
    for (const char *key :
         {"format", "version", "signature", "amendments", "conflicts", "follow_up"})
        content.erase(key);
    drop_empty(content);
    return sha256_hex(content.dump(-1, ' ', false, Sorted::error_handler_t::replace));
}

bool signature_holds(const Document &document) {
    return !document.signature || document.signature->content_hash == content_hash(document);
}

} // namespace app
