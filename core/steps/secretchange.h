// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/step.h"
#include "core/runtime/secretplace.h"

#include <QDateTime>

namespace pilothouse {

/// What a secret was before one operation, in a folder of its own.
struct KeptSecret
{
    QString folder;
    QUuid operation;
    QDateTime keepUntil;
};

/// A secret of a service that an operation changes, for the words that do so. What it was is kept in a
/// private file of the state folder: neither plan nor journal nor audit ever hold it.
///
/// Arguments of the word: "variable"; "file" and "line", where it stands; "of", the operation whose old value
/// comes back, empty for a new one.
class SecretChange
{
    Q_DECLARE_TR_FUNCTIONS(SecretChange)
public:
    /// `scope` outlives it.
    explicit SecretChange(const StepScope &scope);

    [[nodiscard]] Result<> apply() const;
    [[nodiscard]] Result<Observed> observe() const;
    /// Refused where somebody else has changed it meanwhile.
    [[nodiscard]] Result<> putBack() const;
    /// Whether this very value is what the service was started with. True where an old one was put back: its
    /// quotes are those of the file.
    [[nodiscard]] Result<bool> isInEffect() const;
    /// Whether nothing that runs was started with what this operation has set.
    [[nodiscard]] Result<bool> isNowhere() const;

    /// Where an operation keeps what the secret was.
    static QString keptFile(const InstanceSession &session, const QUuid &operation);
    static bool isKept(const InstanceSession &session, const QUuid &operation);
    /// All that is kept for an instance. Earlier versions kept it for all of them together: `operations` are
    /// those of this instance.
    static QList<KeptSecret> allKept(const InstanceSession &session, const QList<QUuid> &operations);
    /// Where that lies, in a folder an operation.
    static QString keptFolder(const QString &stateFolder, const QUuid &instance);
    /// The line that the shell would change for a new secret.
    static QString shell(const SecretPlace::Line &line);
    /// The same for the one that was kept in a file.
    static QString backShell(const SecretPlace::Line &line, const QString &keptFile);

private:
    struct Kept
    {
        std::optional<QByteArray> was;
        QByteArray digest; ///< of what it is now; empty: taken out
    };

    [[nodiscard]] Result<std::optional<Kept>> read(const QUuid &operation) const;
    /// Of each process or container whether it was started with what this operation has set.
    [[nodiscard]] Result<QList<bool>> matches() const;
    [[nodiscard]] Result<> keep(const Kept &kept) const;
    QUuid source() const;

    const StepScope &m_scope;
    SecretPlace m_place;
};

} // namespace pilothouse
