// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visit/caselabel.h"

namespace cq {

QString caseLabel(int place)
{
    QString label;
    for (int rest = place; rest >= 0; rest = rest / 26 - 1)
        label.prepend(QChar(u'A' + rest % 26));
    return label;
}

} // namespace cq
