// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/keyswindow.h"

#include "app/support/cheatsheet.h"
#include "app/support/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace cq {

namespace {

QString tableOf(const QList<QPair<QString, QString>> &keys)
{
    QString rows;
    for (const auto &[key, words] : keys)
        rows += QStringLiteral("<tr><td style=\"padding: 3px 24px 3px 0\"><b>%1</b></td><td style=\"padding: 3px 0\">%2</td></tr>")
                    .arg(key.toHtmlEscaped(), words.toHtmlEscaped());
    return QStringLiteral("<table cellspacing=\"0\">%1</table>").arg(rows);
}

QVBoxLayout *column(const QString &title, const QString &table, QWidget *parent)
{
    auto *heading = new QLabel(title, parent);
    heading->setProperty("look", QStringLiteral("heading"));
    auto *body = new QLabel(table, parent);
    body->setTextFormat(Qt::RichText);
    body->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *layout = new QVBoxLayout;
    layout->setSpacing(2 * Theme::grid);
    layout->addWidget(heading);
    layout->addWidget(body);
    layout->addStretch();
    return layout;
}

} // namespace

KeysWindow::KeysWindow(const QList<QPair<QString, QString>> &keys, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keys"));
    auto *columns = new QHBoxLayout;
    columns->setSpacing(6 * Theme::grid);
    columns->addLayout(column(tr("Everywhere"), tableOf(keys), this));
    columns->addLayout(column(tr("In an audit"), CheatSheet::text(), this));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * Theme::grid, 3 * Theme::grid, 3 * Theme::grid, 2 * Theme::grid);
    layout->setSpacing(2 * Theme::grid);
    layout->addLayout(columns);
    layout->addWidget(buttons);
    buttons->button(QDialogButtonBox::Close)->setFocus();
}

} // namespace cq
