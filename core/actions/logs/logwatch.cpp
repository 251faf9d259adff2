// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/logs/logwatch.h"

#include "core/actions/logs/logs.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace pilothouse {

namespace {

struct LogWatchText
{
    Q_DECLARE_TR_FUNCTIONS(LogWatch)
};

bool isUnreadable(const QString &path)
{
    const QFileInfo file(path);
    return file.exists() && !file.isReadable();
}

} // namespace

LogWatch logWatchOf(const InstanceSession &session)
{
    LogWatch watch;
    const ServiceProfile &profile = session.profile();
    const auto sources = logSources(session);
    watch.seconds = session.instance().watchSeconds.value_or(profile.watchSeconds);
    if (profile.fatalLines.isEmpty() || !sources || sources->isEmpty() || watch.seconds == 0)
        return {};
    QJsonArray files;
    bool hasContainer = false;
    for (const LogSource &source : *sources) {
        if (source.kind == u"container") {
            hasContainer = true;
        } else if (session.isMirrored()) { // the copy does not see what comes after the start
            continue;
        } else if (isUnreadable(source.path)) {
            watch.findings << Finding{
                QStringLiteral("unwatched-") + source.id,
                FindingKind::Warning,
                LogWatchText::tr("%1 may not be read by you, so it is not watched after the start.")
                    .arg(source.path),
                {}};
        } else {
            files.append(QJsonObject{{QStringLiteral("id"), source.id},
                                     {QStringLiteral("path"), source.path},
                                     {QStringLiteral("rotated"), source.rotated},
                                     {QStringLiteral("keep"), source.keep}});
        }
    }
    watch.mark << StepCall{
        QStringLiteral("log-mark"), QStringLiteral("logs.mark"), {{QStringLiteral("sources"), files}}};
    watch.proof << StepCall{QStringLiteral("log"),
                            QStringLiteral("expect.logs"),
                            {{QStringLiteral("sources"), files},
                             {QStringLiteral("container"), hasContainer},
                             {QStringLiteral("patterns"), QJsonArray::fromStringList(profile.fatalLines)},
                             {QStringLiteral("seconds"), watch.seconds},
                             {QStringLiteral("marks"), QStringLiteral("{output:log-mark.marks}")},
                             {QStringLiteral("since"), QStringLiteral("{output:log-mark.at}")}}};
    return watch;
}

QList<StepCall> withMark(const QList<StepCall> &start, const LogWatch &watch)
{
    QList<StepCall> steps;
    for (const StepCall &call : start) {
        if (call.step == u"service.start")
            steps << watch.mark;
        steps << call;
    }
    return steps;
}

} // namespace pilothouse
