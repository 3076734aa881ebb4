# SPDX-License-Identifier: GPL-3.0-or-later
option(CQ_WARNINGS_AS_ERRORS "Treat warnings as errors" OFF)
add_library(cq_warnings INTERFACE)
target_compile_options(cq_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor
    -Woverloaded-virtual -Wdouble-promotion -Wformat=2 -Wcast-align -Wextra-semi
    $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond;-Wlogical-op>
    $<$<BOOL:${CQ_WARNINGS_AS_ERRORS}>:-Werror>)
