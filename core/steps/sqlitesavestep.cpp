// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/sqlitesavestep.h"

#include "core/files/fileops.h"
#include "core/process/commandline.h"
#include "core/steps/sqlitestepsupport.h"

#include <QFileInfo>

namespace pilothouse {

namespace {

QString saveTextOf(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

QString partialSave(const QString &folder)
{
    return folder + QStringLiteral(".partial");
}

QString safeName(const QString &live)
{
    return QFileInfo(live).completeBaseName() + QStringLiteral(".safe.db");
}

Result<> copyFamily(FileOps &files, const QString &live, const QString &folder,
                    const OperationContext &context)
{
    for (const QString &file : SqliteEngine::family(live)) {
        const auto copied = files.copy(file, folder + u'/' + QFileInfo(file).fileName(), {}, context);
        if (!copied)
            return failure(withSubject(copied.error(), file));
    }
    return {};
}

/// SQLite plays -wal and -journal back into the file that it opens, so it gets a copy of the copy. A database
/// alone has nothing to play back and is only lent, since SQLite puts files beside what it reads. One that is
/// damaged beyond that has no safe copy; its family is saved all the same.
Result<> makeSafeCopy(FileOps &files, const SqliteEngine &engine, const QString &folder, const QString &live,
                      const OperationContext &context)
{
    const QString saved = folder + u'/' + QFileInfo(live).fileName();
    const QString scratch = folder + QStringLiteral("/recovering");
    const QString opened = scratch + u'/' + QFileInfo(live).fileName();
    const bool isAlone = SqliteEngine::family(saved).size() == 1;
    auto made = files.makeFolder(scratch).and_then(
        [&] { return isAlone ? files.rename(saved, opened) : copyFamily(files, saved, scratch, context); });
    if (!made)
        return made;
    const auto safe = engine.recover(opened, folder + u'/' + safeName(live), context);
    if (!safe && safe.error().kind != ErrorKind::BadData)
        return failure(safe.error());
    if (isAlone)
        made = files.rename(opened, saved);
    return made.and_then([&] { return files.removeTree(scratch); });
}

Result<QJsonObject> outputsOf(const FileOps &files, const QString &folder, const QString &live,
                              const OperationContext &context)
{
    const auto names = files.list(folder);
    if (!names)
        return failure(names.error());
    QJsonObject digests;
    for (const QString &name : *names) {
        const auto digest = files.sha256(folder + u'/' + name, context);
        if (!digest)
            return failure(digest.error());
        digests.insert(name, QString::fromLatin1(digest->toHex()));
    }
    const QString safe = folder + u'/' + safeName(live);
    return QJsonObject{{QStringLiteral("files"), digests},
                       {QStringLiteral("safe"), files.exists(safe) ? safe : QString()}};
}

} // namespace

QString SqliteSaveStep::name() const
{
    return QStringLiteral("sqlite.save-family");
}

StepText SqliteSaveStep::describe(const QJsonObject &arguments) const
{
    const QString live = saveTextOf(arguments, "live");
    return {tr("Save %1 as it stands").arg(fileNameOf(arguments, "live")),
            QStringLiteral("cp -p %1{,-wal,-shm,-journal} %2/")
                .arg(shellQuoted(live), shellQuoted(saveTextOf(arguments, "folder")))};
}

Result<QJsonObject> SqliteSaveStep::prepare(const StepScope &scope) const
{
    const auto live = pathArgument(scope.arguments, "live");
    const auto folder = pathArgument(scope.arguments, "folder");
    for (const auto &argument : {live, folder}) {
        if (!argument)
            return failure(argument.error());
    }
    if (m_files.exists(*folder) || m_files.exists(partialSave(*folder)))
        return failure(ErrorKind::Refused, tr("There is something in the place of the safety copy already."),
                       *folder);
    return QJsonObject{};
}

Result<QJsonObject> SqliteSaveStep::effect(const StepScope &scope, const QJsonObject &) const
{
    const QString live = saveTextOf(scope.arguments, "live");
    const QString folder = saveTextOf(scope.arguments, "folder");
    const QString partial = partialSave(folder);
    if (!m_files.exists(folder)) {
        auto saved = m_files.exists(partial) ? m_files.removeTree(partial) : Result<>();
        if (saved)
            saved = m_files.makeFolder(partial);
        if (saved)
            saved = copyFamily(m_files, live, partial, scope.context);
        if (saved && m_files.exists(live))
            saved = makeSafeCopy(m_files, m_engine, partial, live, scope.context);
        if (saved)
            saved = m_files.rename(partial, folder);
        if (!saved)
            return failure(withSubject(saved.error(), live));
    }
    return outputsOf(m_files, folder, live, scope.context);
}

Result<Observed> SqliteSaveStep::observe(const StepScope &scope, const QJsonObject &) const
{
    const QString folder = saveTextOf(scope.arguments, "folder");
    if (m_files.exists(folder))
        return Observed::Done;
    return m_files.exists(partialSave(folder)) ? Observed::Partly : Observed::NotDone;
}

Result<> SqliteSaveStep::compensate(const StepScope &scope, const QJsonObject &) const
{
    const QString folder = saveTextOf(scope.arguments, "folder");
    for (const QString &path : {partialSave(folder), folder}) {
        if (!m_files.exists(path))
            continue;
        if (auto removed = m_files.removeTree(path); !removed)
            return removed;
    }
    return {};
}

} // namespace pilothouse
