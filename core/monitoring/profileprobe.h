// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/instances/datareader.h"
#include "core/monitoring/healthprobe.h"

#include <QJsonObject>

namespace pilothouse {

class InstanceSession;

/// What looking at one thing showed (LOOK.md 6.13).
enum class ProbeVerdict { Holds, DoesNotApply, NotKnown, ToKnow, InTheWay };

struct ProbeFinding
{
    QString id; ///< stable: "database.agentx", "permissions.data/*.db"
    QString title;
    ProbeVerdict verdict = ProbeVerdict::NotKnown;
    QString text;   ///< what is there
    QString advice; ///< what to do; empty where nothing is needed
    qint64 milliseconds = 0;

    bool operator==(const ProbeFinding &) const = default;
};

/// `title` and `text` are translated.
ProbeFinding probeFinding(const QString &id, ProbeVerdict verdict, const QString &title, const QString &text,
                          const QString &advice = {});

QString probeVerdictName(ProbeVerdict verdict);
QJsonObject toJson(const ProbeFinding &finding);

/// Looks at what really is there and where it differs from the profile. Reads only, never fails: what could
/// not be seen is NotKnown with its reason.
QList<ProbeFinding> probeInstance(const InstanceSession &session, const DataEngines &engines,
                                  const HttpSend &send, const OperationContext &context);

} // namespace pilothouse
