// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/sqlitemaintainstep.h"

#include "core/base/units.h"
#include "core/files/fileops.h"
#include "core/process/commandline.h"
#include "core/steps/argumenttext.h"
#include "core/steps/sqlitestepsupport.h"

#include <QJsonArray>

#include <algorithm>

namespace pilothouse {

namespace {

bool isVacuum(const QJsonObject &arguments)
{
    return textOf(arguments, "kind") == QLatin1String("vacuum");
}

QString partialOf(const QJsonObject &arguments)
{
    return textOf(arguments, "staged") + QStringLiteral(".partial");
}

Result<> removeMaintainedFamily(FileOps &files, const QString &path)
{
    for (const QString &file : SqliteEngine::family(path)) {
        if (auto removed = files.removeFile(file); !removed)
            return removed;
    }
    return {};
}

} // namespace

StepText SqliteMaintainStep::describe(const QJsonObject &arguments) const
{
    const QString live = shellQuoted(textOf(arguments, "live"));
    const QString staged = textOf(arguments, "staged");
    const QString into = QString(staged).replace(u'\'', QStringLiteral("''"));
    if (isVacuum(arguments))
        return {tr("Write %1 anew without its free pages, and prove it").arg(fileNameOf(arguments, "live")),
                QStringLiteral("sqlite3 %1 %2")
                    .arg(live, shellQuoted(QStringLiteral("VACUUM INTO '%1'").arg(into)))};
    return {tr("Copy %1, make its statistics anew, and prove it").arg(fileNameOf(arguments, "live")),
            QStringLiteral("sqlite3 %1 %2; sqlite3 %3 ANALYZE")
                .arg(live, shellQuoted(QStringLiteral(".backup '%1'").arg(into)), shellQuoted(staged))};
}

Result<QJsonObject> SqliteMaintainStep::prepare(const StepScope &scope) const
{
    const auto live = pathArgument(scope.arguments, "live");
    const auto staged = pathArgument(scope.arguments, "staged");
    const auto kind = textArgument(scope.arguments, "kind");
    for (const auto &argument : {live, staged, kind}) {
        if (!argument)
            return failure(argument.error());
    }
    if (m_files.exists(*staged))
        return failure(ErrorKind::Refused, tr("There is something in the place of the new file already."),
                       *staged);
    const auto facts = m_files.facts(*live);
    if (!facts)
        return failure(withSubject(facts.error(), *live));
    return QJsonObject{{QStringLiteral("bytes"), facts->bytes}};
}

Result<QJsonObject> SqliteMaintainStep::effect(const StepScope &scope, const QJsonObject &before) const
{
    const QString live = textOf(scope.arguments, "live");
    const QString staged = textOf(scope.arguments, "staged");
    const QString partial = partialOf(scope.arguments);
    if (!m_files.exists(staged)) {
        if (auto removed = removeMaintainedFamily(m_files, partial); !removed)
            return failure(removed.error());
        const auto made = isVacuum(scope.arguments) ? m_engine.compact(live, partial, scope.context)
                                                    : m_engine.analyze(live, partial, scope.context);
        if (!made)
            return failure(made.error());
        // What proving it has left beside it is empty: it was closed as a whole.
        for (const char *suffix : {"-wal", "-shm", "-journal"}) {
            const QString file = partial + QLatin1String(suffix);
            const auto removed = m_files.exists(file) ? m_files.removeFile(file) : Result<>();
            if (!removed)
                return failure(removed.error());
        }
        if (auto named = m_files.rename(partial, staged); !named)
            return failure(named.error());
    }
    const auto facts = m_files.facts(staged);
    if (!facts)
        return failure(facts.error());
    const qint64 old = before.value(QStringLiteral("bytes")).toInteger();
    QJsonObject outputs{{QStringLiteral("bytes"), facts->bytes}, {QStringLiteral("bytesBefore"), old}};
    if (isVacuum(scope.arguments))
        outputs.insert(QStringLiteral("told"),
                       QJsonArray{tr("%1 went from %2 to %3; %4 were gained.")
                                      .arg(fileNameOf(scope.arguments, "live"), formatBytes(old),
                                           formatBytes(facts->bytes),
                                           formatBytes(std::max<qint64>(0, old - facts->bytes)))});
    return outputs;
}

Result<Observed> SqliteMaintainStep::observe(const StepScope &scope, const QJsonObject &) const
{
    if (m_files.exists(textOf(scope.arguments, "staged")))
        return Observed::Done;
    return m_files.exists(partialOf(scope.arguments)) ? Observed::Partly : Observed::NotDone;
}

Result<> SqliteMaintainStep::compensate(const StepScope &scope, const QJsonObject &) const
{
    return removeMaintainedFamily(m_files, textOf(scope.arguments, "staged")).and_then([&] {
        return removeMaintainedFamily(m_files, partialOf(scope.arguments));
    });
}

} // namespace pilothouse
