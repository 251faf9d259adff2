// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/cronedit.h"

#include "core/files/fileops.h"
#include "core/instances/instancesession.h"
#include "core/process/commandline.h"
#include "core/steps/argumenttext.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonArray>

namespace pilothouse {

namespace {

QString hashOf(const QByteArray &content)
{
    return QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
}

QList<QByteArray> linesOf(const QJsonObject &arguments, const char *key)
{
    QList<QByteArray> lines;
    for (const QJsonValue &line : arguments.value(QLatin1String(key)).toArray())
        lines << line.toString().toUtf8();
    return lines;
}

CronEdit editOf(const QJsonObject &arguments)
{
    return {textOf(arguments, "instance"),
            arguments.contains(QStringLiteral("line")),
            textOf(arguments, "line").toUtf8(),
            linesOf(arguments, "disable"),
            linesOf(arguments, "enable"),
            arguments.value(QLatin1String("work")).toString(QStringLiteral("backup"))};
}

QString keptPath(const StepScope &scope)
{
    return QStringLiteral("%1/schedules/%2-%3.kept")
        .arg(scope.session.stateFolder(), scope.operation.toString(QUuid::WithoutBraces),
             hashOf(textOf(scope.arguments, "file").toUtf8()).left(8));
}

} // namespace

CronTable CronEditStep::table(const StepScope &scope) const
{
    return CronTable(m_files, textOf(scope.arguments, "file"), scope.session.stateFolder() + u"/schedules");
}

StepText CronEditStep::describe(const QJsonObject &arguments) const
{
    const QString file = textOf(arguments, "file");
    const QString editor =
        file.isEmpty() ? QStringLiteral("crontab -e") : QStringLiteral("editor ") + shellQuoted(file);
    return {file.isEmpty() ? tr("Change the crontab of this user") : tr("Change %1").arg(file), editor};
}

Result<QJsonObject> CronEditStep::prepare(const StepScope &scope) const
{
    const auto old = table(scope).read(scope.context);
    if (!old)
        return tl::unexpected(old.error());
    const auto changed = editedCronTable(*old, editOf(scope.arguments));
    if (!changed)
        return tl::unexpected(changed.error());
    return QJsonObject{{QStringLiteral("old"), hashOf(*old)},
                       {QStringLiteral("new"), hashOf(*changed)},
                       {QStringLiteral("kept"), keptPath(scope)}};
}

Result<QJsonObject> CronEditStep::effect(const StepScope &scope, const QJsonObject &before) const
{
    const auto now = table(scope).read(scope.context);
    if (!now)
        return tl::unexpected(now.error());
    if (hashOf(*now) == textOf(before, "new"))
        return QJsonObject();
    if (hashOf(*now) != textOf(before, "old"))
        return failure(ErrorKind::Refused, tr("Somebody changed the table of cron meanwhile."));
    const QString kept = textOf(before, "kept");
    if (const auto saved =
            m_files.makeFolder(QFileInfo(kept).path()).and_then([&] { return m_files.write(kept, *now); });
        !saved)
        return tl::unexpected(saved.error());
    return editedCronTable(*now, editOf(scope.arguments))
        .and_then([&](const QByteArray &changed) { return table(scope).write(changed, scope.context); })
        .map([] { return QJsonObject(); });
}

Result<Observed> CronEditStep::observe(const StepScope &scope, const QJsonObject &before) const
{
    return table(scope).read(scope.context).map([&before](const QByteArray &now) {
        if (hashOf(now) == textOf(before, "new"))
            return Observed::Done;
        return hashOf(now) == textOf(before, "old") ? Observed::NotDone : Observed::Unknown;
    });
}

Result<> CronEditStep::compensate(const StepScope &scope, const QJsonObject &before) const
{
    const auto now = table(scope).read(scope.context);
    if (!now)
        return tl::unexpected(now.error());
    const QString kept = textOf(before, "kept");
    if (hashOf(*now) != textOf(before, "old")) {
        if (hashOf(*now) != textOf(before, "new"))
            return failure(ErrorKind::NeedsOperator, tr("Somebody changed the table of cron meanwhile."),
                           kept);
        const auto old = m_files.read(kept);
        if (!old)
            return tl::unexpected(old.error());
        if (const auto written = table(scope).write(*old, scope.context); !written)
            return written;
    }
    return m_files.exists(kept) ? m_files.removeFile(kept) : Result<>();
}

QString CronEditStep::putBackShell(const QJsonObject &arguments, const QJsonObject &before) const
{
    const QString kept = shellQuoted(textOf(before, "kept"));
    const QString file = textOf(arguments, "file");
    return file.isEmpty() ? QStringLiteral("crontab ") + kept
                          : QStringLiteral("cat %1 > %2").arg(kept, shellQuoted(file));
}

QStringList CronEditStep::keptFiles(const QJsonObject &, const QJsonObject &before) const
{
    const QString kept = textOf(before, "kept");
    return m_files.exists(kept) ? QStringList{tr("%1 (the table of cron before the change)").arg(kept)}
                                : QStringList();
}

} // namespace pilothouse
