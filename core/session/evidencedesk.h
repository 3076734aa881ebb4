// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/evidence/evidence.h"
#include "core/evidence/evidencepolicy.h"
#include "core/session/evidenceexport.h"
#include "core/session/jobprogress.h"

#include <QHash>
#include <QObject>

#include <memory>

class QIODevice;

namespace cq {

struct AddedEvidence;
class EvidenceIntake;
class Workspace;

/// The evidence libraries of the workspace's centres. Each change is one transaction and one entry in the centre's trail,
/// announced once. What evidence is used for in an audit: EvidenceLinkDesk.
class EvidenceDesk : public QObject
{
    Q_OBJECT

public:
    /// What happens to photographs (JPEG, PNG): scaled to the policy's size without place and camera, or left untouched.
    enum class Photographs { Scaled, Untouched };

    explicit EvidenceDesk(Workspace &workspace);

    QList<Evidence> of(const CentreId &centre) const; ///< by title
    Result<Evidence> find(const CentreId &centre, const EvidenceId &id) const;

    EvidencePolicy policy() const;
    /// InvalidInput outside the policy's limits; what is stored already stays.
    Result<void> setPolicy(const EvidencePolicy &policy);

    /// Begins to take in a file. Of `draft` the caller sets centre, kind, method, page reference, dates and facility; a
    /// title where it shall not be the file's name. NotFound, Unreadable, TooLarge (over the policy), InvalidInput (empty
    /// file, unknown centre, kind of file not accepted), Malformed (a photograph that cannot be scaled).
    Result<std::unique_ptr<EvidenceIntake>> takeIn(const Evidence &draft, const QString &path, Photographs photographs);
    /// The same for bytes without a file, e.g. a picture from the clipboard.
    Result<std::unique_ptr<EvidenceIntake>> takeIn(
        const Evidence &draft, const QString &fileName, const QByteArray &bytes, Photographs photographs);
    /// From the first step to the last. Cancelled: nothing was stored.
    Result<AddedEvidence> add(const Evidence &draft, const QString &path, Photographs photographs = Photographs::Scaled,
        const JobProgress &progress = {});

    /// Title, kind, method, page reference, dates and facility; the content never changes. Refused where an audit that
    /// stands still since its submission uses it.
    Result<void> change(const Evidence &evidence);
    /// For good: the content goes with it. Refused while an audit uses it.
    Result<void> remove(const CentreId &centre, const EvidenceId &id, const QString &reason);

    /// The content, for a preview. TooLarge where it has more bytes than `most`; Corrupt.
    Result<QByteArray> content(const Evidence &evidence, qint64 most) const;
    /// Writes contents to files; on any thread.
    EvidenceExport exporter() const;

    static constexpr int maxTitleLength = 300;

Q_SIGNALS:
    void policyChanged();
    void evidenceAdded(const cq::CentreId &centre, const cq::EvidenceId &evidence);
    void evidenceChanged(const cq::CentreId &centre, const cq::EvidenceId &evidence);
    void evidenceRemoved(const cq::CentreId &centre, const cq::EvidenceId &evidence);

private:
    friend class EvidenceIntake;
    Result<std::unique_ptr<EvidenceIntake>> begin(const Evidence &draft, const QString &fileName,
        std::unique_ptr<QIODevice> source, qint64 size, Photographs photographs);
    Result<void> judge(const Evidence &evidence) const;

    Workspace &m_workspace;
    mutable QHash<CentreId, QList<Evidence>> m_known; ///< read once; nobody else writes while this workspace is open
};

} // namespace cq
