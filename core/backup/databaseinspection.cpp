// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/backup/databaseinspection.h"

#include "core/base/units.h"
#include "core/database/sqliteengine.h"
#include "core/files/nativefile.h"

#include <QCoreApplication>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <future>
#include <unistd.h>

namespace pilothouse {

namespace {

/// Why a copy is no good.
struct DatabaseInspectionText
{
    Q_DECLARE_TR_FUNCTIONS(DatabaseInspection)
};

tl::unexpected<Error> unfit(const QString &path, const QString &message, const QString &detail = {})
{
    return failure(Error{ErrorKind::BadData, QFileInfo(path).fileName(), message,
                         DatabaseInspectionText::tr("Use another backup."), detail});
}

Result<QString> layoutOf(const QString &path, const ProfileDatabase &profile, const OperationContext &context)
{
    for (const ProfileLayout &layout : profile.layouts) {
        const Result<bool> fits = SqliteEngine().probe(path, layout.probe, context);
        if (!fits)
            return tl::unexpected(fits.error());
        if (*fits)
            return layout.id;
    }
    if (profile.layouts.isEmpty())
        return QString();
    return unfit(path, DatabaseInspectionText::tr(
                           "Its tables are not those of this service; it is a backup of something else."));
}

} // namespace

Result<> checkSqliteHeader(const QString &path)
{
    Result<NativeFile> file = NativeFile::openForReading(path);
    if (!file)
        return tl::unexpected(file.error());
    std::array<char, 16> header = {};
    const Result<qint64> got = file->read(header.data(), header.size());
    if (!got)
        return tl::unexpected(got.error());
    if (*got == 0)
        return unfit(path, DatabaseInspectionText::tr("It is empty: 0 bytes."));
    if (QByteArray(header.data(), header.size()) != QByteArray("SQLite format 3\0", 16))
        return unfit(path, DatabaseInspectionText::tr("It is not a SQLite database, or it is encrypted."));
    return {};
}

Result<ManifestDatabase> inspectDatabase(const QString &path, const ProfileDatabase &profile,
                                         const OperationContext &context)
{
    if (const Result<> header = checkSqliteHeader(path); !header)
        return tl::unexpected(header.error());
    const SqliteEngine engine;
    // Two passes over the same pages, by two threads: what is counted only matters where the check passes.
    std::future<Result<DatabaseCheck>> checking =
        std::async(std::launch::async, [&] { return engine.quickCheck(path, context); });
    const Result<CopyFacts> facts = engine.facts(path, context);
    const Result<DatabaseCheck> quick = checking.get();
    if (!quick)
        return tl::unexpected(withSubject(quick.error(), QFileInfo(path).fileName()));
    if (quick->verdict != CheckVerdict::Passed)
        return unfit(path, DatabaseInspectionText::tr("It is damaged."), quick->problems.value(0));
    if (!facts)
        return tl::unexpected(withSubject(facts.error(), QFileInfo(path).fileName()));
    if (facts->tableRows.isEmpty())
        return unfit(path, DatabaseInspectionText::tr("It holds no tables."));
    const Result<QString> layout = layoutOf(path, profile, context);
    if (!layout)
        return tl::unexpected(layout.error());
    const Result<DatabaseCheck> foreignKeys = engine.foreignKeyCheck(path, context);
    if (!foreignKeys)
        return tl::unexpected(foreignKeys.error());

    ManifestDatabase database;
    database.id = profile.id;
    database.layout = *layout;
    database.pageSize = facts->pageSize;
    database.pageCount = facts->pageCount;
    database.encoding = facts->encoding;
    database.autoVacuum = facts->autoVacuum;
    database.journalMode = facts->journalMode;
    database.userVersion = facts->userVersion;
    database.applicationId = facts->applicationId;
    database.schemaSha256 = facts->schemaSha256;
    database.rows = facts->tableRows;
    database.contentSha256 = facts->tableSha256;
    for (const DatabaseCheck &check : {*quick, *foreignKeys}) {
        database.checks << check;
        database.checks.last().database = profile.id;
    }
    return database;
}

Result<> markAsWal(const QString &path)
{
    constexpr std::array<char, 2> Versions{
        2, 2}; // file format: write and read version of a database in WAL mode
    constexpr off_t Place = 18;
    NativeFile file(::open(path.toUtf8().constData(), O_WRONLY | O_NOFOLLOW | O_CLOEXEC));
    if (!file.isOpen() || ::pwrite(file.descriptor(), Versions.data(), Versions.size(), Place) != 2)
        return systemFailure(errno, DatabaseInspectionText::tr("The staged database cannot be prepared."));
    return file.finish();
}

Result<> compareContents(const ManifestDatabase &expected, const ManifestDatabase &found)
{
    const auto differs = [&](const QString &detail) {
        return failure(Error{ErrorKind::BadData,
                             expected.id,
                             DatabaseInspectionText::tr("Its content is not what was backed up."),
                             {},
                             detail});
    };
    if (expected.rows.keys() != found.rows.keys())
        return differs(DatabaseInspectionText::tr("It has other tables."));
    for (auto table = expected.rows.cbegin(); table != expected.rows.cend(); ++table) {
        const qint64 rows = found.rows.value(table.key());
        if (rows != table.value())
            return differs(DatabaseInspectionText::tr("%1 has %2 rows instead of %3.")
                               .arg(table.key(), formatCount(rows), formatCount(table.value())));
        if (expected.contentSha256.value(table.key()) != found.contentSha256.value(table.key()))
            return differs(DatabaseInspectionText::tr("%1 has other rows.").arg(table.key()));
    }
    return {};
}

} // namespace pilothouse
