// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/cliprogram.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>

namespace cq::testing {

namespace {

constexpr int patience = 300'000; ///< ms; a busy machine is slow, not broken

Ran run(const QString &program, const Words &words, const Environment &environment, const QByteArray &typed = {})
{
    QProcessEnvironment around = QProcessEnvironment::systemEnvironment();
    for (auto variable = environment.begin(); variable != environment.end(); ++variable) {
        if (variable->isNull())
            around.remove(variable.key());
        else
            around.insert(variable.key(), *variable);
    }
    QStringList arguments;
    for (const Word &word : words)
        arguments.append(word.text);
    QProcess process;
    process.setProcessEnvironment(around);
    if (typed.isEmpty())
        process.setStandardInputFile(QProcess::nullDevice());
    process.start(program, arguments);
    if (!typed.isEmpty()) {
        process.write(typed);
        process.closeWriteChannel();
    }
    Ran ran;
    if (!process.waitForFinished(patience)) {
        ran.err = process.errorString().toUtf8();
        process.kill();
        process.waitForFinished();
        return ran;
    }
    ran.out = process.readAllStandardOutput();
    ran.err = process.readAllStandardError();
    if (process.exitStatus() == QProcess::NormalExit)
        ran.exitCode = process.exitCode();
    return ran;
}

} // namespace

bool Ran::isOneObject() const
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(out, &error);
    return error.error == QJsonParseError::NoError && document.isObject() && out.count('\n') == 1 && out.endsWith("}\n");
}

QJsonObject Ran::json() const
{
    return isOneObject() ? QJsonDocument::fromJson(out).object() : QJsonObject();
}

QByteArray Ran::told() const
{
    return "exit " + QByteArray::number(exitCode) + "\nout: " + out.left(4000) + "\nerr: " + err.left(4000);
}

Ran cli(const Words &words, const Environment &environment, const QByteArray &typed)
{
    // Nobody's own trust book takes part, nor is it changed.
    static const QTemporaryDir ownData;
    Environment around {{QStringLiteral("CENTREQUAL_PERSON"), QStringLiteral("Helene Osei (fictional)")},
        {QStringLiteral("CENTREQUAL_ROLE"), QString()}, {QStringLiteral("CENTREQUAL_PASSPHRASE"), QString()},
        {QStringLiteral("XDG_DATA_HOME"), ownData.path()}};
    around.insert(environment);
    return run(QStringLiteral(CQ_CLI), words, around, typed);
}

Ran tool(const char *program, const Words &words, const Environment &environment)
{
    return run(QString::fromLatin1(program), words, environment);
}

Words shippedPacks()
{
    const QDir folder(QStringLiteral(CQ_SOURCE_DIR "/resources/packs"));
    Words files;
    for (const QString &name : folder.entryList({QStringLiteral("*.cqpack.json")}, QDir::Files, QDir::Name))
        files.append(folder.filePath(name));
    return files;
}

QByteArray fileBytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QJsonObject auditInState(const QString &workspace, const QString &state)
{
    const QJsonArray audits
        = cli({"audit", "list", workspace, "--json"}).json().value(QStringLiteral("audits")).toArray();
    for (const QJsonValue &audit : audits)
        if (audit.toObject().value(QStringLiteral("state")).toString() == state)
            return audit.toObject();
    return {};
}

QList<QJsonObject> responsesTo(const QByteArray &record, const QString &criterion)
{
    QList<QJsonObject> found;
    const QJsonArray responses
        = QJsonDocument::fromJson(record).object().value(QStringLiteral("responses")).toArray();
    for (const QJsonValue &response : responses)
        if (response.toObject().value(QStringLiteral("criterion")).toString() == criterion)
            found.append(response.toObject());
    return found;
}

} // namespace cq::testing
