# SPDX-License-Identifier: GPL-3.0-or-later
# CQ_SANITIZE is a list for -fsanitize=, e.g. "address,undefined" or "thread".
set(CQ_SANITIZE "" CACHE STRING "Sanitizers to build with")
if(CQ_SANITIZE)
    add_compile_options(-fsanitize=${CQ_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${CQ_SANITIZE})
endif()
