# SPDX-License-Identifier: GPL-3.0-or-later
# CQ_SANITIZE is a list for -fsanitize=, e.g. "address,undefined" or "thread".
set(CQ_SANITIZE "" CACHE STRING "Sanitizers to build with")
if(CQ_SANITIZE)
    add_compile_options(-fsanitize=${CQ_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    # g++ 12 sees uninitialised values in std::variant where the sanitizers' own code stands in between; the other presets
    # keep this warning, and the sanitizers find the real ones.
    add_compile_options($<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
    add_link_options(-fsanitize=${CQ_SANITIZE})
endif()

# CQ_FUZZ builds everything so that libFuzzer sees which branches an input reaches; clang only.
option(CQ_FUZZ "Build libFuzzer programs (clang)" OFF)
if(CQ_FUZZ)
    if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
        message(FATAL_ERROR "CQ_FUZZ needs clang; use: cmake --preset fuzz")
    endif()
    if(CQ_SANITIZE)
        message(FATAL_ERROR "CQ_FUZZ brings its own sanitizers; leave CQ_SANITIZE empty")
    endif()
    # The vptr check asks for run-time type information that Qt's plugins do not carry.
    set(cqFuzzSanitizers address,undefined)
    add_compile_options(-fsanitize=fuzzer-no-link,${cqFuzzSanitizers} -fno-sanitize=vptr -fno-omit-frame-pointer
        -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${cqFuzzSanitizers})
endif()
