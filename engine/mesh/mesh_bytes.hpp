/// What the files of meshes and shapes have in common: little-endian arrays, read with care.
#pragma once

#include "base/result.hpp"

#include <glm/vec3.hpp>

#include <bit>
#include <cstring>
#include <filesystem>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace engine {

static_assert(std::endian::native == std::endian::little, "mesh files are little endian");
static_assert(sizeof(glm::vec3) == 3 * sizeof(float));

constexpr std::size_t max_mesh_file_bytes = std::size_t{256} << 20;

/// Takes values off the front of a text. False: it is too short.
class ByteReader {
  public:
    explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

    std::size_t left() const { return rest_.size(); }

    bool take(void *to, std::size_t size) {
        if (size > rest_.size())
            return false;
        if (size > 0)
            std::memcpy(to, rest_.data(), size);
        rest_.remove_prefix(size);
        return true;
    }
    template <class T>
    bool take(T &value) {
        static_assert(std::is_trivially_copyable_v<T>);
        return take(&value, sizeof value);
    }
    /// Only after a check that the file can hold `count` elements: the memory is taken first.
    template <class T>
    bool take(std::vector<T> &values, std::size_t count) {
        static_assert(std::is_trivially_copyable_v<T>);
        values.resize(count);
        return take(values.data(), count * sizeof(T));
    }

  private:
    std::string_view rest_;
};

template <class T>
void append(std::string &bytes, const T *values, std::size_t count) {
    static_assert(std::is_trivially_copyable_v<T>);
    bytes.append(reinterpret_cast<const char *>(values), count * sizeof(T));
}
template <class T>
void append(std::string &bytes, const std::vector<T> &values) {
    append(bytes, values.data(), values.size());
}

bool all_finite(const std::vector<float> &values);
bool all_finite(const std::vector<glm::vec3> &values);

/// The sentence for a file that is not what it says.
Error damaged_mesh_file(const std::filesystem::path &file, const char *what);

/// As write_file_durably(), but readable by every user of the machine: shapes are no secret.
Result<Done> write_shared_file(const std::filesystem::path &file, std::string_view bytes);

} // namespace engine
