// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/backupscontroller.h"
#include "ui/widgets/backupstamps.h"
#include "ui/widgets/card.h"

namespace pilothouse {

class ElidingLabel;

/// The three stations of the newest backup that counts, each with its time and one sentence.
class BackupStampCard final : public Card
{
    Q_OBJECT

public:
    explicit BackupStampCard(QWidget *parent = nullptr);

    /// Nothing was read yet.
    void showUnknown();
    void showBackups(const BackupsReading &reading, const QDateTime &now);

private:
    class Square;
    class Link;
    struct Shown
    {
        Station station = Station::NotReached;
        QString when;
        QString sentence;
        ColorRole ink = &Tokens::text2;
    };
    struct Part
    {
        Square *square = nullptr;
        Link *link = nullptr; ///< to the next station
        Label *when = nullptr;
        ElidingLabel *sentence = nullptr;
    };

    QWidget *makePart(StationKind kind, const QString &title);
    static Shown completeOf(const BackupsReading &reading, const BackupRecord &newest, const QDateTime &now);
    static Shown verifiedOf(const BackupRecord &newest, const QDateTime &now);
    static Shown provenOf(const BackupsReading &reading, const BackupRecord &newest, const QDateTime &now);
    void show(StationKind kind, const Shown &shown);

    Part m_parts[3];
};

} // namespace pilothouse
