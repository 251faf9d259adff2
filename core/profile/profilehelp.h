// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace pilothouse {

/// A heading of the runbook with its anchor; its sentences are not ours.
struct ProfileRunbookItem
{
    QString item; ///< "P29"
    QString heading;
    QString anchor;
    QString page;  ///< of the window, where that is done or seen: "databases"; empty: the overview
    QString words; ///< more words by which somebody who knows the runbook looks for it
};

/// The checks that a troubleshooter knows: "status", "port.free", "websocket" ...
const QStringList &troubleWords();

/// What may help where a check of a symptom found something.
struct ProfileRemedy
{
    QString when;   ///< the check that must have found something in the way; empty: any
    QString action; ///< id in the catalogue; not proposed where there is none of that name
};

/// A symptom that an operator sees, with what to look at.
struct ProfileTrouble
{
    QString id; ///< "service-does-not-start"
    QString title;
    QString runbook;    ///< item: "P34"
    QStringList checks; ///< words of the troubleshooter, in order
    QList<ProfileRemedy> remedies;
};

/// The profile's own texts in another language.
struct ProfileTranslation
{
    QString language;             ///< "de", "pt_BR"
    QMap<QString, QString> texts; ///< text of the profile -> its translation
};

} // namespace pilothouse
