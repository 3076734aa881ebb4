# SPDX-License-Identifier: GPL-3.0-or-later
# What every target of ours is built with; linked privately by each.
add_library(cq_options INTERFACE)
target_include_directories(cq_options INTERFACE ${CMAKE_SOURCE_DIR} ${CMAKE_BINARY_DIR}/generated)
target_compile_definitions(cq_options INTERFACE
    QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_STRICT_ITERATORS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)

option(CQ_COVERAGE "Measure line coverage with gcov" OFF)
if(CQ_COVERAGE)
    target_compile_options(cq_options INTERFACE --coverage -O0)
    target_link_options(cq_options INTERFACE --coverage)
endif()

# What is shipped reads foreign files: overruns end the program instead of going on, and the linker's tables are read-only.
if(CMAKE_BUILD_TYPE STREQUAL "Release")
    target_compile_options(cq_options INTERFACE -fstack-protector-strong)
    target_compile_definitions(cq_options INTERFACE _FORTIFY_SOURCE=2)
    target_link_options(cq_options INTERFACE -Wl,-z,relro,-z,now)
endif()

# Parsing Qt's headers is most of the compile time; each target says which of them it shares.
function(cq_precompile target)
    target_precompile_headers(${target} PRIVATE ${ARGN})
endfunction()

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${CCACHE_PROGRAM})
    add_compile_options($<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
endif()
