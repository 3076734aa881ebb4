// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pack/packset.h"
#include "core/session/packsignature.h"
#include "core/session/packsignaturepolicy.h"

#include <QObject>

namespace cq {

class Workspace;

/// The signatures of the workspace's packs, and what is made of them. Workspace::addPack() brings them in.
class PackSignatureDesk : public QObject
{
    Q_OBJECT

public:
    explicit PackSignatureDesk(Workspace &workspace);

    /// One that cannot be read counts as Required with nobody trusted, and is noted in Workspace::faults().
    PackSignaturePolicy policy() const;
    /// InvalidInput where signatures would be required of nobody: no audit could ever start.
    Result<void> setPolicy(const PackSignaturePolicy &policy);

    /// Of a pack that is here; nothing where it is not signed. Judged anew each time, the signer at the moment when
    /// this workspace first saw the signature.
    std::optional<ContentSignature> of(const PackPin &pin) const;
    /// Those that a new audit may not pin as things stand.
    QList<PackPin> refused(const QList<PackPin> &pins) const;

Q_SIGNALS:
    void policyChanged();

private:
    std::optional<ContentSignature> judged(const PackPin &pin, const TrustStore &publishers) const;

    Workspace &m_workspace;
};

} // namespace cq
