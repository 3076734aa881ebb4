// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/workspaceopener.h"

#include <QString>

#include <memory>

class QApplication;
class QSettings;
class QTranslator;

namespace cq {

class MainWindow;
class Prompts;
class Settings;

/// Builds the objects of the window and hands them in; there is no other place where they are made.
class Bootstrap final
{
public:
    /// `file` is opened at the start; the one opened last where it is empty.
    struct Options
    {
        QString file;
        WorkspaceOpener::Places places;
    };

    Bootstrap(QApplication &app, QSettings &store, Prompts &prompts, Options options);
    ~Bootstrap();

    /// Asks who is working where that is not known yet, then shows the window. False where the person would rather not.
    bool start();
    MainWindow &window() { return *m_window; }

    /// Where a person's own files go on this computer, and the demonstration this program offers.
    static WorkspaceOpener::Places places();

private:
    void applyLanguage();
    bool greet();
    void openBeginning(bool withDemonstration);

    QApplication &m_app;
    Prompts &m_prompts;
    Options m_options;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<QTranslator> m_translator;
    std::unique_ptr<WorkspaceOpener> m_opener;
    std::unique_ptr<MainWindow> m_window;
    bool m_isFirstStart = false;
    bool m_beginsWithDemonstration = false;
};

} // namespace cq
