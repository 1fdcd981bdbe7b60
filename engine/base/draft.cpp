#include "base/draft.hpp"

#include "base/file.hpp"

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <sys/stat.h>
#include <system_error>

namespace engine {

namespace fs = std::filesystem;

Result<Done> make_new_folder(const fs::path &folder) {
    std::error_code failed;
    if (folder.has_parent_path())
        fs::create_directories(folder.parent_path(), failed);
    if (failed)
        return Error{"The folder " + folder.parent_path().string() + " cannot be made (" +
                     failed.message() + "). Choose another folder."};
    if (::mkdir(folder.c_str(), S_IRWXU) != 0)
        return write_error(folder, errno);
    return Done{};
}

Draft::~Draft() {
    std::error_code ignored; // nobody can do anything about it
    if (!published_)
        fs::remove_all(folder_, ignored);
}

Result<Done> Draft::publish(const fs::path &name) {
    if (::rename(folder_.c_str(), name.c_str()) != 0)
        return errno == ENOTEMPTY || errno == EEXIST
                   ? Error{name.string() + " is not empty any more. Choose another folder."}
                   : write_error(name, errno);
    published_ = true;
    return sync_folder(name.parent_path());
}

} // namespace engine
