// SPDX-License-Identifier: GPL-3.0-or-later
// Answers criteria of an audit for ever, in an order drawn from a seed, and says each answer on standard output once the
// session has acknowledged it. Made to be killed (tst_killedprogram).
#include "core/session/auditsession.h"
#include "core/session/responsedesk.h"
#include "core/session/workspace.h"

#include <QCoreApplication>

#include <cstdio>
#include <random>

using namespace cq;

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    const auto workspace = Workspace::open(words[1], {PersonId(), QStringLiteral("Answering"), Role::Auditor, {}});
    if (!workspace) {
        std::fprintf(stderr, "%s\n", qPrintable(workspace.error().text()));
        return 2;
    }
    const auto session = (*workspace)->openAudit(AuditId(words[2]));
    if (!session)
        return 2;
    std::mt19937 random(words[3].toUInt());
    QList<ResponseKey> keys;
    for (const Criterion &criterion : (*session)->packs().criteria())
        if (const auto part = (*session)->board().part(criterion.id); part.applies == Truth::Yes)
            for (const FacilityId &facility : part.facilities)
                keys.append({criterion.id, facility, Party::Auditor});
    const ResponseLevel levels[] = {ResponseLevel::Met, ResponseLevel::PartiallyMet, ResponseLevel::NotMet};
    std::puts("ready");
    std::fflush(stdout);
    for (unsigned count = 0;; ++count) {
        const ResponseKey &key = keys[qsizetype(random() % unsigned(keys.size()))];
        const ResponseLevel level = levels[random() % 3];
        // Every third step writes a note as well, so that two kinds of change are cut.
        if (!(*session)->responses().setLevel(key, level))
            return 3;
        if (count % 3 == 0
            && !(*session)->responses().setNote(key, QStringLiteral("note %1 %2").arg(words[3]).arg(count)))
            return 3;
        std::printf("%s|%s|%s\n", qPrintable(key.criterion.text()), qPrintable(key.facility.text()),
            qPrintable(textOf(level)));
        std::fflush(stdout);
    }
}
