// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bootstrap.h"
#include "app/support/prompts.h"
#include "core/signing/secretguard.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QSettings>

int main(int argc, char *argv[])
{
    cq::guardSecrets();
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("CentreQual"));
    QApplication::setApplicationVersion(QStringLiteral(CQ_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.centrequal.CentreQual"));

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Centre qualification audits in cellular therapy"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("file"), QStringLiteral("The file to open."), QStringLiteral("[FILE]"));
    parser.process(app);
    const QStringList files = parser.positionalArguments();

    QSettings store(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("CentreQual"), QStringLiteral("CentreQual"));
    cq::Prompts prompts;
    cq::Bootstrap bootstrap(app, store, prompts, {files.value(0), cq::Bootstrap::places()});
    return bootstrap.start() ? QApplication::exec() : 0;
}
