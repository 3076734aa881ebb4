// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/cheatsheet.h"

#include "app/support/words.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace cq {

namespace {

struct Line
{
    QString keys;
    QString what;
};

QList<Line> lines()
{
    const auto answer = [](const QString &key, ResponseLevel level) {
        return Line {key, CheatSheet::tr("Answer: %1 %2").arg(symbolFor(level), wordFor(level))};
    };
    return {
        {CheatSheet::tr("↑ ↓ or K J"), CheatSheet::tr("Go to the criterion before or after")},
        answer(QStringLiteral("1"), ResponseLevel::Met),
        answer(QStringLiteral("2"), ResponseLevel::PartiallyMet),
        answer(QStringLiteral("3"), ResponseLevel::NotMet),
        answer(QStringLiteral("4"), ResponseLevel::NotApplicable),
        {QStringLiteral("0"), CheatSheet::tr("Clear the answer")},
        {CheatSheet::tr("Space"), CheatSheet::tr("Go to the next open criterion")},
        {QStringLiteral("G"), CheatSheet::tr("Go to the next open gate")},
        {QStringLiteral("N"), CheatSheet::tr("Write a note")},
        {QStringLiteral("F"), CheatSheet::tr("Raise a finding from the answer")},
        {CheatSheet::tr("Shift+F"), CheatSheet::tr("Among the findings: raise one and put its statement together")},
        {QStringLiteral("Ctrl+H"), CheatSheet::tr("Among the findings: put the statement together from its parts")},
        {QStringLiteral("M"), CheatSheet::tr("Among the findings: merge the chosen minor ones into one")},
        {QStringLiteral("E"), CheatSheet::tr("Choose or add evidence")},
        {QStringLiteral("C"), CheatSheet::tr("Copy the answer to all facilities")},
        {CheatSheet::tr("Shift+↑ ↓, Ctrl+A"), CheatSheet::tr("Select several criteria, to answer them at once")},
        {QStringLiteral("Esc"), CheatSheet::tr("Back to the list of criteria")},
        {CheatSheet::tr("Ctrl+Enter"), CheatSheet::tr("Store what is being written")},
        {QStringLiteral("Ctrl+F"), CheatSheet::tr("Search in code, text and note")},
        {QStringLiteral("Ctrl+K"), CheatSheet::tr("Search the whole file")},
        {QStringLiteral("Ctrl+T"), CheatSheet::tr("Templates for the note being written")},
        {QStringLiteral("Ctrl+Z"), CheatSheet::tr("Undo the last change")},
        {CheatSheet::tr("Ctrl+Shift+Z"), CheatSheet::tr("Redo what was undone")},
        {QStringLiteral("F1"), CheatSheet::tr("Help for what is in focus")},
        {QStringLiteral("F11"), CheatSheet::tr("Show the findings in the closing meeting, without score or outcome")},
        {QStringLiteral("?"), CheatSheet::tr("This sheet")},
    };
}

} // namespace

CheatSheet::CheatSheet(QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keys of the audit view"));
    auto *label = new QLabel(text(), this);
    label->setTextFormat(Qt::RichText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(label);
    layout->addWidget(buttons);
    buttons->button(QDialogButtonBox::Close)->setFocus();
}

QString CheatSheet::text()
{
    QString rows;
    for (const Line &line : lines())
        rows += QStringLiteral("<tr><td style=\"padding: 3px 24px 3px 0\"><b>%1</b></td><td style=\"padding: 3px 0\">%2</td></tr>")
                    .arg(line.keys.toHtmlEscaped(), line.what.toHtmlEscaped());
    return QStringLiteral("<table cellspacing=\"0\">%1</table>").arg(rows);
}

} // namespace cq
