/// Who has a clinic's folder open: every program holds clinic.lock in common; who encrypts or
/// decrypts the folder holds it alone. The lock ends with the program, however that ends.
#pragma once

#include "base/result.hpp"

#include <filesystem>

namespace app {

class ClinicLock {
  public:
    /// In common. An Error while somebody else holds it alone. Where the folder cannot be written
    /// and nobody can encrypt it, no lock is held.
    static engine::Result<ClinicLock> share(const std::filesystem::path &folder);
    ClinicLock(ClinicLock &&other) noexcept;
    ClinicLock &operator=(ClinicLock &&other) noexcept;
    ~ClinicLock();

    /// False, and still in common: others have the folder open, or it cannot be locked.
    bool take_alone();
    void share_again();

  private:
    explicit ClinicLock(int descriptor) : descriptor_(descriptor) {}
    int descriptor_ = -1;
};

} // namespace app
