// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/signingpassphrase.h"

#include <QLineEdit>

namespace cq {

Passphrase takePassphrase(QLineEdit &field)
{
    QString typed = field.text();
    // Not clear(): that one can be undone.
    field.setText(QString());
    Passphrase passphrase(typed);
    typed.fill(QChar(u'\0'));
    return passphrase;
}

void wipePassphrase(QLineEdit &field)
{
    if (!field.text().isEmpty())
        takePassphrase(field);
}

} // namespace cq
