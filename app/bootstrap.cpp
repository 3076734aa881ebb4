// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bootstrap.h"

#include "core/session/demostory.h"

#include "app/dialogs/firststartdialog.h"
#include "app/settings/settings.h"
#include "app/shell/mainwindow.h"
#include "app/support/prompts.h"
#include "app/support/theme.h"
#include "resources/resources.h"

#include <QApplication>
#include <QIcon>
#include <QLocale>
#include <QSettings>
#include <QStandardPaths>
#include <QTimer>
#include <QTranslator>

namespace cq {

Bootstrap::Bootstrap(QApplication &app, QSettings &store, Prompts &prompts, Options options)
    : m_app(app)
    , m_prompts(prompts)
    , m_options(std::move(options))
    , m_settings(std::make_unique<Settings>(store))
    , m_translator(std::make_unique<QTranslator>())
{
    initResources();
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/centrequal.svg")));
    Theme::apply(m_app, m_settings->themeMode());
    applyLanguage();
}

Bootstrap::~Bootstrap() = default;

WorkspaceOpener::Places Bootstrap::places()
{
    WorkspaceOpener::Places places;
    places.dataFolder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    places.makeDemonstration = [](const QString &path) { return createDemonstration(path, {}); };
    return places;
}

void Bootstrap::applyLanguage()
{
    const QString language = m_settings->language();
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    if (!language.isEmpty())
        QLocale::setDefault(locale);
    QCoreApplication::removeTranslator(m_translator.get());
    const QString folder = QStringLiteral(":/i18n");
    // English has a file as well: it holds the plural forms.
    if (m_translator->load(locale, QStringLiteral("centrequal"), QStringLiteral("_"), folder)
        || m_translator->load(QStringLiteral("centrequal_en"), folder))
        QCoreApplication::installTranslator(m_translator.get());
}

bool Bootstrap::greet()
{
    // Whoever opened a file has chosen already.
    FirstStartDialog dialog(m_options.file.isEmpty() && m_options.places.makeDemonstration);
    if (dialog.exec() != QDialog::Accepted)
        return false;
    m_settings->setPerson(dialog.person());
    m_settings->setLanguage(dialog.language());
    applyLanguage();
    m_isFirstStart = true;
    m_beginsWithDemonstration = dialog.beginning() == FirstStartDialog::Beginning::Demonstration;
    return true;
}

bool Bootstrap::start()
{
    if (!m_settings->person() && !greet())
        return false;
    m_opener = std::make_unique<WorkspaceOpener>(*m_settings, m_options.places);
    m_window = std::make_unique<MainWindow>(*m_settings, m_prompts, *m_opener);
    m_window->show();
    // The file is opened when the window stands: whoever waits sees where.
    QTimer::singleShot(0, m_window.get(), [this] {
        if (m_isFirstStart && m_options.file.isEmpty())
            openBeginning(m_beginsWithDemonstration);
        else
            m_window->openAtStart(m_options.file);
    });
    return true;
}

void Bootstrap::openBeginning(bool withDemonstration)
{
    const Result<void> done = withDemonstration ? m_opener->openDemonstration() : m_opener->openDefault();
    if (!done)
        m_prompts.tell(m_window.get(), done.error());
}

} // namespace cq
