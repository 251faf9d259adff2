// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/backupscontroller.h"
#include "ui/widgets/card.h"

#include <functional>

class QCheckBox;

namespace pilothouse {

class ElidingLabel;
class Pill;

/// One backup in detail: its stamps, what is in it, where it lies, and which of its databases a restore
/// takes.
class BackupPane final : public Card
{
    Q_OBJECT

public:
    using NameOf = std::function<QString(const QString &id)>;

    explicit BackupPane(QWidget *parent = nullptr);

    /// `nameOf` turns the id of a database into the name of its file.
    void showBackup(const BackupRecord &record, const QDateTime &now);
    void showContents(const Readable<BackupContents> &contents, const NameOf &nameOf);

    /// The databases that are checked; empty: all of them are, or there is no choice.
    QStringList chosenDatabases() const;
    /// False where every database was unchecked.
    bool hasChoice() const;

signals:
    void choiceChanged();
    /// The path of the folder is on the clipboard now.
    void pathCopied();

private:
    QWidget *makeStamps();
    QWidget *makePlace();
    void showStamps(const BackupRecord &record, const QDateTime &now);
    void showDatabases(const Manifest &manifest, const NameOf &nameOf);
    void showFacts(const BackupContents &contents);
    static QString serverFacts(const DumpFacts &facts);
    void clearDatabases();

    QString m_folder;
    QList<ManifestDatabase> m_databases;
    QHash<QString, QCheckBox *> m_boxes;
    Pill *m_kept;
    Label *m_problem = nullptr;
    Label *m_reasons = nullptr;
    Label *m_stamps[3] = {}; ///< when each was reached
    Label *m_proof = nullptr;
    Label *m_choice = nullptr;
    QVBoxLayout *m_choices = nullptr;
    Label *m_files = nullptr;
    Label *m_facts = nullptr;
    Label *m_copy = nullptr;
    ElidingLabel *m_path = nullptr;
};

} // namespace pilothouse
