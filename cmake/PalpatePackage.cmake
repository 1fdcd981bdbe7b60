# What an install has besides programs and data (man pages, menu entry, icons), and the Debian package of it all,
# which tools/package makes.

set(PACKAGE_DIR ${CMAKE_SOURCE_DIR}/assets/package)
set(PACKAGE_BUILD_DIR ${CMAKE_BINARY_DIR}/package)
# A package belongs to one release of Debian, whose libraries it needs: 0.1.0~deb12 < 0.1.0~deb13 < 0.1.0.
cmake_host_system_information(RESULT release QUERY DISTRIB_VERSION_ID)
set(PALPATE_DEB_VERSION ${PROJECT_VERSION}~deb${release})
set(PALPATE_MAINTAINER "The Palpate authors <maintainers@palpate.example>")

install(TARGETS palpate palpate-cli)

# The man pages say what --help says.
set(files)
foreach(program palpate palpate-cli)
  set(page ${PACKAGE_BUILD_DIR}/${program}.1.gz)
  add_custom_command(OUTPUT ${page}
    COMMAND ${DEBIAN_PYTHON} ${CMAKE_SOURCE_DIR}/tools/lib/manpage.py
            $<TARGET_FILE:${program}> ${PROJECT_VERSION} ${page}
    DEPENDS ${program} ${CMAKE_SOURCE_DIR}/tools/lib/manpage.py VERBATIM)
  install(FILES ${page} DESTINATION share/man/man1)
  list(APPEND files ${page})
endforeach()

# Pictures for desktops that show no SVG; a build without rsvg-convert, which only tools/package installs, has none.
find_program(RSVG_CONVERT rsvg-convert)
if(RSVG_CONVERT)
  foreach(size 48 128)
    set(icon ${PACKAGE_BUILD_DIR}/${size}/palpate.png)
    add_custom_command(OUTPUT ${icon}
      COMMAND ${CMAKE_COMMAND} -E make_directory ${PACKAGE_BUILD_DIR}/${size}
      COMMAND ${RSVG_CONVERT} --width ${size} --height ${size} --output ${icon} ${PACKAGE_DIR}/palpate.svg
      DEPENDS ${PACKAGE_DIR}/palpate.svg VERBATIM)
    install(FILES ${icon} DESTINATION share/icons/hicolor/${size}x${size}/apps)
    list(APPEND files ${icon})
  endforeach()
endif()
install(FILES ${PACKAGE_DIR}/palpate.svg DESTINATION share/icons/hicolor/scalable/apps)
install(FILES ${PACKAGE_DIR}/palpate.desktop DESTINATION share/applications)

configure_file(${PACKAGE_DIR}/org.palpate.palpate.metainfo.xml.in
               ${PACKAGE_BUILD_DIR}/org.palpate.palpate.metainfo.xml @ONLY)
install(FILES ${PACKAGE_BUILD_DIR}/org.palpate.palpate.metainfo.xml DESTINATION share/metainfo)

configure_file(${PACKAGE_DIR}/changelog.in ${PACKAGE_BUILD_DIR}/changelog @ONLY)
add_custom_command(OUTPUT ${PACKAGE_BUILD_DIR}/changelog.gz
  COMMAND gzip -9nkf ${PACKAGE_BUILD_DIR}/changelog DEPENDS ${PACKAGE_BUILD_DIR}/changelog VERBATIM)
install(FILES ${PACKAGE_BUILD_DIR}/changelog.gz ${PACKAGE_DIR}/copyright DESTINATION share/doc/palpate)
# All that an install takes.
add_custom_target(palpate_installed ALL DEPENDS ${files} ${PACKAGE_BUILD_DIR}/changelog.gz)
add_dependencies(palpate_installed palpate palpate-cli palpate_assets)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME palpate)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_VERSION ${PALPATE_DEB_VERSION})
set(CPACK_DEBIAN_PACKAGE_MAINTAINER ${PALPATE_MAINTAINER})
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "body map for sports-massage sessions")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"A client marks on a tablet what hurts and what feels tight. The therapist
reviews the map, plans the hour from it and gives homework. A physical
therapist reads the summary afterwards, on one page.
.
Palpate needs no network and no account; sessions stay on the own disk. It
never gives a diagnosis.")
# dpkg-shlibdeps finds the libraries that the programs are linked to. SDL loads OpenGL while it runs; Mesa also
# draws without a graphics card.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "fonts-inter, libgl1, libegl1, libgl1-mesa-dri")
include(CPack)
