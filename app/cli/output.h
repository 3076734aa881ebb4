// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/jsonsource.h"

#include <QJsonObject>
#include <QString>

namespace cq {

/// How a command ends: the program's exit code.
enum class ExitCode { Fine = 0, DoesNotHold = 1, BadUsage = 2 };

/// One line on standard output. What would steer a terminal is shown escaped, here and in errors.
void print(const QString &line);
/// One JSON object on standard output.
void print(const QJsonObject &object);
/// Exactly these bytes on standard output.
void printBytes(const QByteArray &bytes);
/// The error on standard error: what it is about, its cause where the detail alone would not tell it, and the detail.
/// BadUsage.
ExitCode fail(const QString &about, const Error &error);
/// One line on standard error that stops nothing: what a person should know.
void caution(const QString &line);
/// Faults on standard error, one a line: "file:line: pointer: message".
void printFaults(const QString &file, const QList<Fault> &faults);

} // namespace cq
