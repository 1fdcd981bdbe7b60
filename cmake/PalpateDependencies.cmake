# Every dependency comes as a Debian package; docs/dependencies.md says why each is there.

find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(SDL2 REQUIRED)
find_package(glm REQUIRED)
find_package(Freetype REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(CLI11 2.1 REQUIRED)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(SQLITE REQUIRED IMPORTED_TARGET sqlite3)
pkg_check_modules(STB REQUIRED IMPORTED_TARGET stb)
pkg_check_modules(IMGUI REQUIRED IMPORTED_TARGET imgui)
pkg_check_modules(PANGOCAIRO REQUIRED IMPORTED_TARGET pangocairo cairo cairo-pdf)

# Debian's own Python, which has Debian's modules, whatever else is in the PATH.
find_program(DEBIAN_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH REQUIRED)

# glad writes the GL loader from the Khronos registry that is inside its package.
find_program(GLAD_PROGRAM glad REQUIRED)
set(GLAD_DIR ${CMAKE_BINARY_DIR}/glad)
add_custom_command(
  OUTPUT ${GLAD_DIR}/src/gl.c ${GLAD_DIR}/include/glad/gl.h
  COMMAND ${GLAD_PROGRAM} --api gl:core=3.3 --extensions GL_KHR_debug --reproducible --quiet
          --out-path ${GLAD_DIR} c
  COMMENT "Generating the OpenGL loader")
add_library(palpate_glad STATIC ${GLAD_DIR}/src/gl.c)
target_include_directories(palpate_glad SYSTEM PUBLIC ${GLAD_DIR}/include)
target_compile_options(palpate_glad PRIVATE -w)
target_link_libraries(palpate_glad PUBLIC ${CMAKE_DL_LIBS})
