# Compiler settings that hold for every target, palpate_library(), the one way to declare one, and
# palpate_together().

option(PALPATE_SANITIZE "Build with AddressSanitizer and UndefinedBehaviorSanitizer" OFF)
option(PALPATE_WERROR "Treat warnings as errors" OFF)
option(PALPATE_TOGETHER "Compile sources of one folder together: much faster as a whole" ON)
option(PALPATE_FUZZ "Build the fuzz targets and nothing else; needs clang" OFF)

# Where it is installed, a source that was compiled like this before is not compiled again.
find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

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
  # And this of every source that is compiled together with others, since it takes it for a header.
  add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-Wno-subobject-linkage>)
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

# palpate_together(TARGET): compiles up to eight sources of one folder as one. Two thirds of the time that a source
# takes go into headers: six tests of screens took 45 s of CPU one by one and 14 s together. So names are unique within
# a folder, those of anonymous namespaces, too. tests/includes checks that each source names what it uses.
function(palpate_together target)
  if(NOT PALPATE_TOGETHER)
    return()
  endif()
  get_target_property(sources ${target} SOURCES)
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
  set(last "")
  foreach(source IN LISTS sources)
    cmake_path(GET source PARENT_PATH folder)
    if(NOT folder STREQUAL last)
      set(last ${folder})
      set(number 0)
    endif()
    math(EXPR group "${number} / 8")
    math(EXPR number "${number} + 1")
    cmake_path(GET folder FILENAME room)
    set_source_files_properties(${source} TARGET_DIRECTORY ${target} PROPERTIES UNITY_GROUP ${room}_${group})
  endforeach()
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
    palpate_together(${name})
  else()
    add_library(${name} INTERFACE)
    target_include_directories(${name} INTERFACE ${CMAKE_CURRENT_SOURCE_DIR})
    target_link_libraries(${name} INTERFACE ${ARG_USES})
  endif()
endfunction()
