// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/actioncommands.h"
#include "app/cli/auditcommands.h"
#include "app/cli/evidencecommands.h"
#include "app/cli/identitycommands.h"
#include "app/cli/issuedcommands.h"
#include "app/cli/packcommands.h"
#include "app/cli/redactcommand.h"
#include "app/cli/reportcommands.h"
#include "app/cli/scorecommands.h"
#include "app/cli/sealcommands.h"
#include "app/cli/statementcommands.h"
#include "app/cli/tokencommands.h"
#include "app/cli/trustcommands.h"
#include "app/cli/workspacecommands.h"
#include "core/signing/secretguard.h"

#include <QGuiApplication>

#include <cstdio>

namespace {

struct Command
{
    const char *words; ///< one or two
    const char *usage;
    cq::ExitCode (*run)(const QStringList &);
};

constexpr Command commands[] = {
    {"pack check", "FILE... [--trust CA.pem] [--json]", cq::packCheck},
    {"pack sign", "FILE --sign FILE.p12|pkcs11:URI", cq::packSign},
    {"pack add", "WORKSPACE FILE", cq::packAdd},
    {"demo", "WORKSPACE [--seed N] [--centres N] [--audits N]", cq::demo},
    {"workspace check", "WORKSPACE [--json]", cq::workspaceCheck},
    {"workspace backup", "WORKSPACE COPY", cq::workspaceBackup},
    {"audit list", "WORKSPACE [--json]", cq::auditList},
    {"audit score", "WORKSPACE AUDIT [--json]", cq::auditScore},
    {"audit answer",
        "WORKSPACE AUDIT CRITERION LEVEL [--facility F] [--note TEXT] [--justification TEXT] [--reason TEXT]",
        cq::auditAnswer},
    {"audit checklist", "WORKSPACE AUDIT --out FILE.pdf [--language CODE]", cq::auditChecklist},
    {"audit record", "WORKSPACE AUDIT", cq::auditRecord},
    {"audit seals", "WORKSPACE AUDIT [--json]", cq::auditSeals},
    {"audit sealed-record", "WORKSPACE AUDIT NUMBER OUT.json", cq::auditSealedRecord},
    {"audit redact", "WORKSPACE AUDIT --reason TEXT < TEXT-TO-TAKE-OUT", cq::auditRedact},
    {"audit calendar", "WORKSPACE AUDIT", cq::auditCalendar},
    {"evidence add",
        "WORKSPACE AUDIT FILE... [--criterion ID...] [--title T] [--kind K] [--method M] [--page P] "
        "[--effective DAY] [--received DAY] [--valid-until DAY] [--untouched]",
        cq::evidenceAdd},
    {"evidence list", "WORKSPACE AUDIT [--json]", cq::evidenceList},
    {"evidence export", "WORKSPACE AUDIT FOLDER", cq::evidenceExport},
    {"evidence check", "WORKSPACE AUDIT [--json]", cq::evidenceCheck},
    {"actions due", "WORKSPACE [--overdue | --within DAYS] [--json]", cq::actionsDue},
    {"actions calendar", "WORKSPACE", cq::actionsCalendar},
    {"score", "--packs FILE... --record FILE [--json]", cq::score},
    {"identity create", "FILE.p12 --name NAME [--organisation O] [--algorithm ec|rsa]", cq::identityCreate},
    {"identity show", "FILE.p12|pkcs11:URI [--json]", cq::identityShow},
    {"token list", "[--module PATH] [--json]", cq::tokenList},
    {"report export",
        "WORKSPACE AUDIT OUT.pdf [--sign FILE.p12|pkcs11:URI [--timestamp URL]] [--field auditor|centre|reviewer] "
        "[--language CODE]",
        cq::reportExport},
    {"report sign",
        "FILE.pdf OUT.pdf --field auditor|centre|reviewer --sign FILE.p12|pkcs11:URI "
        "--meaning authored|reviewed|approved|acknowledged [--name NAME] [--timestamp URL] [--workspace WORKSPACE]",
        cq::reportSign},
    {"report timestamp", "(FILE.pdf OUT.pdf | --all-pending WORKSPACE) --service URL", cq::reportTimestamp},
    {"report prolong", "FILE.pdf OUT.pdf [--timestamp URL] [--trust CA.pem]", cq::reportProlong},
    {"report pending", "WORKSPACE [--json]", cq::reportPending},
    {"report revision", "FILE.pdf N OUT.pdf", cq::reportRevision},
    {"report verify", "FILE.pdf [--trust CA.pem] [--json]", cq::reportVerify},
    {"trust list", "[--json]", cq::trustList},
    {"trust add", "FILE [--for signatures|timestamps]", cq::trustAdd},
    {"trust remove", "FINGERPRINT", cq::trustRemove},
    {"trust export", "[--json]", cq::trustExport},
    {"trust import-eu", "FILE.xml [--json]", cq::trustImportEu},
    {"statement export",
        "WORKSPACE AUDIT OUT.pdf --valid-until DAY [--sign FILE.p12|pkcs11:URI [--timestamp URL]] "
        "[--field auditor|reviewer] [--language CODE]",
        cq::statementExport},
    {"statement verify", "STATEMENT.pdf REPORT.pdf [--trust CA.pem] [--json], or --payload TEXT REPORT.pdf ...",
        cq::statementVerify},
};

void printUsage(std::FILE *stream)
{
    std::fputs("Usage:\n", stream);
    for (const Command &command : commands)
        std::fprintf(stream, "  centrequal-cli %s %s\n", command.words, command.usage);
    std::fputs("Exit code 0: fine; 1: the thing checked does not hold; 2: bad usage or unreadable input.\n", stream);
}

// Errors here are values that the commands tell; what Qt says of the platform is noise in a script's standard error.
void passFatalOnly(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type == QtFatalMsg || type == QtCriticalMsg)
        std::fprintf(stderr, "%s\n", qPrintable(message));
}

} // namespace

int main(int argc, char *argv[])
{
    cq::guardSecrets();
    // Reports are painted with Qt's fonts; no screen is needed for that.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qInstallMessageHandler(passFatalOnly);
    const QGuiApplication app(argc, argv);
    // As the window is called: both have one data folder.
    QGuiApplication::setApplicationName(QStringLiteral("CentreQual"));
    const QStringList words = QGuiApplication::arguments().mid(1);
    if (words.value(0) == QLatin1String("--version")) {
        std::puts("centrequal-cli " CQ_VERSION);
        return 0;
    }
    if (words.value(0) == QLatin1String("--help") || words.value(0) == QLatin1String("help")) {
        printUsage(stdout);
        return 0;
    }
    for (const Command &command : commands) {
        const QStringList name = QString::fromLatin1(command.words).split(u' ');
        if (words.mid(0, name.size()) != name)
            continue;
        if (words.value(name.size()) == QLatin1String("--help")) {
            std::printf("Usage: centrequal-cli %s %s\n", command.words, command.usage);
            return 0;
        }
        return int(command.run(words.mid(name.size())));
    }
    if (!words.isEmpty())
        cq::fail({}, {cq::ErrorCode::InvalidInput,
                         QStringLiteral("no command \"%1\"").arg(words.mid(0, 2).join(u' ')), {}});
    printUsage(stderr);
    return int(cq::ExitCode::BadUsage);
}
