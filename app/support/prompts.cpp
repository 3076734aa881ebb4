// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/prompts.h"

#include "app/support/errortext.h"
#include "app/support/theme.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QVBoxLayout>

namespace cq {

namespace {

struct PromptWords
{
    Q_DECLARE_TR_FUNCTIONS(cq::PromptWords)
};

constexpr qsizetype mostLines = 12; ///< that a box holds on a small screen, its buttons included

// What is longer is scrolled: a box would put its end and its buttons below the screen.
bool confirmLong(QWidget *parent, const QString &title, const QString &sentence, const QString &action)
{
    QDialog dialog(parent);
    dialog.setWindowTitle(title);
    auto *layout = new QVBoxLayout(&dialog);
    layout->setSpacing(2 * Theme::grid);
    layout->setContentsMargins(3 * Theme::grid, 3 * Theme::grid, 3 * Theme::grid, 2 * Theme::grid);
    auto *label = new QLabel(title, &dialog);
    label->setProperty("look", QStringLiteral("heading"));
    label->setWordWrap(true);
    layout->addWidget(label);
    auto *text = new QPlainTextEdit(sentence, &dialog);
    text->setReadOnly(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setTabChangesFocus(true);
    text->setAccessibleName(title);
    layout->addWidget(text);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, &dialog);
    QPushButton *agree = buttons->addButton(action, QDialogButtonBox::AcceptRole);
    agree->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
    layout->addWidget(buttons);
    QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    dialog.resize(80 * Theme::grid, 60 * Theme::grid);
    return dialog.exec() == QDialog::Accepted;
}

} // namespace

void Prompts::tell(QWidget *parent, const Error &error)
{
    const ErrorText words = errorText(error);
    QMessageBox box(QMessageBox::Warning, words.title, words.title, QMessageBox::Ok, parent);
    // The detail is often the very thing to correct, so it is shown at once and not behind a button.
    box.setInformativeText(words.detail.isEmpty()
            ? words.sentence
            : words.sentence + QStringLiteral("\n\n") + PromptWords::tr("Detail: %1").arg(words.detail));
    box.setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    box.exec();
}

void Prompts::inform(QWidget *parent, const QString &title, const QString &sentence)
{
    QMessageBox box(QMessageBox::Information, title, title, QMessageBox::Ok, parent);
    box.setInformativeText(sentence);
    box.exec();
}

bool Prompts::confirm(QWidget *parent, const QString &title, const QString &sentence, const QString &action)
{
    if (sentence.count(u'\n') > mostLines)
        return confirmLong(parent, title, sentence, action);
    QMessageBox box(QMessageBox::Question, title, title, QMessageBox::Cancel, parent);
    box.setInformativeText(sentence);
    const QPushButton *agree = box.addButton(action, QMessageBox::AcceptRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    return box.clickedButton() == agree;
}

std::optional<QString> Prompts::text(
    QWidget *parent, const QString &title, const QString &sentence, const QString &suggestion)
{
    QDialog dialog(parent);
    dialog.setWindowTitle(title);
    auto *layout = new QVBoxLayout(&dialog);
    layout->setSpacing(2 * Theme::grid);
    layout->setContentsMargins(3 * Theme::grid, 3 * Theme::grid, 3 * Theme::grid, 2 * Theme::grid);
    auto *label = new QLabel(sentence, &dialog);
    label->setWordWrap(true);
    layout->addWidget(label);
    auto *edit = new QPlainTextEdit(suggestion, &dialog);
    edit->setTabChangesFocus(true);
    edit->setAccessibleName(title);
    label->setBuddy(edit);
    layout->addWidget(edit);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, &dialog);
    layout->addWidget(buttons);
    QPushButton *accept = buttons->button(QDialogButtonBox::Ok);
    const auto enable = [edit, accept] { accept->setEnabled(!edit->toPlainText().trimmed().isEmpty()); };
    QObject::connect(edit, &QPlainTextEdit::textChanged, &dialog, enable);
    QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    enable();
    edit->selectAll();
    dialog.resize(60 * Theme::grid, 30 * Theme::grid);
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    return edit->toPlainText().trimmed();
}

std::optional<QString> Prompts::openFile(QWidget *parent, const QString &title, const QString &filter)
{
    const QString path = QFileDialog::getOpenFileName(parent, title, {}, filter);
    return path.isEmpty() ? std::nullopt : std::optional(path);
}

QStringList Prompts::openFiles(QWidget *parent, const QString &title, const QString &filter)
{
    return QFileDialog::getOpenFileNames(parent, title, {}, filter);
}

std::optional<QString> Prompts::openFolder(QWidget *parent, const QString &title)
{
    const QString path = QFileDialog::getExistingDirectory(parent, title);
    return path.isEmpty() ? std::nullopt : std::optional(path);
}

bool Prompts::choosePrinter(QWidget *parent, QPrinter &printer)
{
    QPrintDialog dialog(&printer, parent);
    dialog.setOption(QAbstractPrintDialog::PrintPageRange, false);
    return dialog.exec() == QDialog::Accepted;
}

std::optional<QString> Prompts::saveFile(
    QWidget *parent, const QString &title, const QString &suggestedName, const QString &filter)
{
    const QString path = QFileDialog::getSaveFileName(parent, title, suggestedName, filter);
    return path.isEmpty() ? std::nullopt : std::optional(path);
}

} // namespace cq
