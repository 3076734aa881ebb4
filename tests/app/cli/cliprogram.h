// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>

namespace cq::testing {

/// One word of a command, so that literals, paths and bytes can stand in one list.
struct Word
{
    Word(const char *word)
        : text(QString::fromUtf8(word))
    {
    }
    Word(const QString &word)
        : text(word)
    {
    }
    QString text;
};
using Words = QList<Word>;

/// What a program left behind. A program that crashed, hung or could not be started has the exit code -1.
struct Ran
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;

    /// Standard output was one JSON object in one line, and nothing else.
    bool isOneObject() const;
    /// That object; empty where it was none.
    QJsonObject json() const;
    /// Says something went to standard error that names this.
    bool complainsAbout(const QString &named) const { return QString::fromUtf8(err).contains(named); }
    /// All of it, for the message of a failed comparison.
    QByteArray told() const;
};

using Environment = QMap<QString, QString>;

/// Runs the built centrequal-cli as "Helene Osei (fictional)", lead auditor; the environment is added to that. A value
/// that is null takes the variable away. What is typed stands on standard input.
Ran cli(const Words &words, const Environment &environment = {}, const QByteArray &typed = {});

/// Runs a program found in the path.
Ran tool(const char *program, const Words &words, const Environment &environment = {});

/// The five packs that ship with the program.
Words shippedPacks();

QByteArray fileBytes(const QString &path);
bool writeBytes(const QString &path, const QByteArray &bytes);

/// The audit of a workspace that stands in a state; an empty object where there is none.
QJsonObject auditInState(const QString &workspace, const QString &state);

/// The responses of a record to one criterion.
QList<QJsonObject> responsesTo(const QByteArray &record, const QString &criterion);

} // namespace cq::testing
