// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/findings/findingstatement.h"

#include <QStringList>

namespace cq {

QString FindingStatement::text() const
{
    QStringList sentences;
    for (const QString &part : {criterion, fact, evidence, consequence}) {
        QString sentence = part.simplified();
        if (sentence.isEmpty())
            continue;
        if (!QStringLiteral(".!?:;…。").contains(sentence.back()))
            sentence += u'.';
        sentences.append(sentence);
    }
    return sentences.join(u' ');
}

} // namespace cq
