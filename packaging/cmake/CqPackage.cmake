# SPDX-License-Identifier: GPL-3.0-or-later
# cpack -G DEB in a build folder makes centrequal_<version>-1_<architecture>.deb there.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME centrequal)
set(CPACK_PACKAGE_VENDOR "CentreQual developers")
set(CPACK_PACKAGE_CONTACT "CentreQual developers <developers@centrequal.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGE_DESCRIPTION
"Describes cell therapy centres, holds audits against versioned sets of
criteria, explains every score down to the single answer, and writes reports
as PDF files with an electronic signature that other programs can verify.
.
The window is made for the day of the visit: keyboard alone, offline, every
answer on disk before it is shown. The command line program does the same
without a window and checks criteria packs, workspaces and signed reports.")
set(CPACK_PACKAGE_HOMEPAGE_URL "${PROJECT_HOMEPAGE_URL}")
set(CPACK_PACKAGE_INSTALL_DIRECTORY centrequal)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS ${CMAKE_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS})
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "${CPACK_PACKAGE_CONTACT}")
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# The plugins of GStreamer are what finds a camera; without them the window says that there is none.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-wayland, gstreamer1.0-plugins-base, gstreamer1.0-plugins-good")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION TRUE)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
include(CPack)
