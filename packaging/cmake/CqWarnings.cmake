# SPDX-License-Identifier: GPL-3.0-or-later
option(CQ_WARNINGS_AS_ERRORS "Treat warnings as errors" OFF)
add_library(cq_warnings INTERFACE)
target_compile_options(cq_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor
    -Woverloaded-virtual -Wdouble-promotion -Wformat=2 -Wcast-align -Wextra-semi
    $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond;-Wlogical-op>
    $<$<BOOL:${CQ_WARNINGS_AS_ERRORS}>:-Werror>)

# At -O2 g++ 12 raises false alarms inside libstdc++ and Qt (e.g. GCC bug 105651 for "text" + std::string): there the
# warnings that follow the flow of values are told, but do not stop the build. The dev preset keeps them as errors.
target_compile_options(cq_warnings INTERFACE
    $<$<AND:$<CONFIG:Release>,$<CXX_COMPILER_ID:GNU>>:-Wno-error=restrict;-Wno-error=stringop-overflow;-Wno-error=stringop-overread;-Wno-error=array-bounds;-Wno-error=maybe-uninitialized;-Wno-error=dangling-pointer>)
