# Compiler settings that hold for every target, palpate_library(), the one way to declare one, and
# palpate_precompile().

option(PALPATE_SANITIZE "Build with AddressSanitizer and UndefinedBehaviorSanitizer" OFF)
option(PALPATE_WERROR "Treat warnings as errors" OFF)
option(PALPATE_PRECOMPILE "Precompile the headers that most sources of a target have in common" OFF)
option(PALPATE_FUZZ "Build the fuzz targets and nothing else; needs clang" OFF)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)

if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 12)
  message(FATAL_ERROR "This compiler is too old: Palpate needs g++ 12 or newer (found ${CMAKE_CXX_COMPILER_VERSION}). "
                      "Use Debian 12 or newer, or set CXX to a newer compiler.")
endif()

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wimplicit-fallthrough
                    $<$<COMPILE_LANGUAGE:CXX>:-Wnon-virtual-dtor> $<$<COMPILE_LANGUAGE:CXX>:-Woverloaded-virtual>
                    # Specs are filled by name; what is not named keeps its default.
                    -Wno-missing-field-initializers)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 reports these falsely inside std::string and std::variant once it optimises (GCC bug 105651).
  add_compile_options(-Wno-restrict -Wno-maybe-uninitialized)
endif()
# The bake must give the same bytes with every optimisation level.
add_compile_options(-ffp-contract=off)
if(PALPATE_WERROR)
  add_compile_options(-Werror)
endif()
if(PALPATE_SANITIZE)
  # -Og: the sanitizers stay exact, and the compiler needs a third less time than at -O1. What computes much,
  # the engine and the bake, takes more. -g1: all that their reports read; full debug information takes a
  # third of the time that the compiler needs.
  add_compile_options(-Og -g1 -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=undefined)
  add_link_options(-fsanitize=address,undefined)
endif()
if(PALPATE_FUZZ)
  # The fuzzer sees which ways through the code an input takes.
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

# palpate_precompile(TARGET HEADER...): for the tests, which are built from nothing again and again. A release
# is built without, so that a source cannot live on headers that it does not name.
set(CMAKE_PCH_PROLOGUE "") # CMake would call our headers the system's, and then the compiler does not warn
function(palpate_precompile target)
  if(PALPATE_PRECOMPILE)
    list(TRANSFORM ARGN REPLACE "^[a-z].*" "\"\\0\"") # of ours; <...> as they are
    target_precompile_headers(${target} PRIVATE ${ARGN})
  endif()
endfunction()

# palpate_library(NAME FOLDERS a b ... USES lib ...): a static library of all sources in the folders and in theirs.
function(palpate_library name)
  cmake_parse_arguments(ARG "" "" "FOLDERS;USES" ${ARGN})
  set(sources)
  foreach(folder IN LISTS ARG_FOLDERS)
    file(GLOB_RECURSE found CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.cpp)
    list(APPEND sources ${found})
  endforeach()
  if(sources)
    add_library(${name} STATIC ${sources})
    target_include_directories(${name} PUBLIC ${CMAKE_CURRENT_SOURCE_DIR})
    target_link_libraries(${name} PUBLIC ${ARG_USES})
  else()
    add_library(${name} INTERFACE)
    target_include_directories(${name} INTERFACE ${CMAKE_CURRENT_SOURCE_DIR})
    target_link_libraries(${name} INTERFACE ${ARG_USES})
  endif()
endfunction()
