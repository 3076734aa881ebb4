// SPDX-License-Identifier: GPL-3.0-or-later
// Writes every attack on a signed report into a folder, for verifiers that are programs of their own: see
// tests/independent/README.md.
#include "tests/core/signing/attacks.h"
#include "tests/core/signing/signingsamples.h"

#include <QCoreApplication>

#include <cstdio>

using namespace cq::samples;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc != 3) {
        std::fputs("usage: attack_files SIGNED.pdf FOLDER\n", stderr);
        return 2;
    }
    const QByteArray report = readFile(QString::fromLocal8Bit(argv[1]));
    int number = 0;
    for (const Attack &attack : structureAttacks() + contentAttacks()) {
        const QByteArray attacked = attack.make(report);
        const QString path = QStringLiteral("%1/%2 %3.pdf")
                                 .arg(QString::fromLocal8Bit(argv[2]))
                                 .arg(++number, 2, 10, QLatin1Char('0'))
                                 .arg(QString::fromLatin1(attack.name));
        if (attacked.isEmpty() || attacked == report || !writeFile(path, attacked)) {
            std::fprintf(stderr, "cannot write %s\n", qPrintable(path));
            return 1;
        }
    }
    return 0;
}
