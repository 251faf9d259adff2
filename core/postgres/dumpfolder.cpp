// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postgres/dumpfolder.h"

#include "core/files/fileops.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

#include <thread>

namespace pilothouse {
namespace {

struct DumpFolderText
{
    Q_DECLARE_TR_FUNCTIONS(DumpFolder)
};

constexpr uint PrivateFile = 0600;
constexpr int RemovalTries = 20;
constexpr std::chrono::milliseconds RemovalPause{50};
/// As pg_dump ends the rows of a table: of COPY, or of INSERT where there are any.
const QByteArrayList TableEnds{"\\.\n\n\n", ");\n\n\n"};
const QByteArray NoInserts = "\n\n";

tl::unexpected<Error> unfitFolder(const QString &file, const QString &message)
{
    return failure(Error{ErrorKind::BadData, file, message, DumpFolderText::tr("Use another backup."), {}});
}

/// What pg_restore would not find wrong with a file of a folder.
Result<> checkPart(const FileOps &files, const QString &path, qint64 bytes)
{
    static const QRegularExpression Rows(QStringLiteral("/[0-9]+\\.dat$"));
    if (bytes == 0 && (path.endsWith(u".gz") || path.endsWith(u".lz4") || path.endsWith(u".zst")))
        return unfitFolder(path, DumpFolderText::tr("A file of the dump is empty, so it was cut off."));
    if (!Rows.match(path).hasMatch())
        return {};
    const qsizetype length = TableEnds.first().size();
    const auto end = files.readAt(path, qMax<qint64>(0, bytes - length), length);
    if (!end)
        return failure(end.error());
    if (!TableEnds.contains(*end) && *end != NoInserts)
        return unfitFolder(path, DumpFolderText::tr("A file of the dump was cut off."));
    return {};
}

} // namespace

bool isDumpFolder(const QString &path)
{
    return QFileInfo(path).isDir() && QFileInfo(path + u'/' + DumpContentsName).isFile();
}

QString dumpFolderOf(const QString &path)
{
    return QFileInfo(path).fileName() == DumpContentsName ? QFileInfo(path).path() : path;
}

Result<> removeDump(const QString &path)
{
    FileOps files;
    const auto facts = files.facts(path);
    if (!facts)
        return facts.error().kind == ErrorKind::NotFound ? Result<>() : failure(facts.error());
    if (!facts->isDirectory)
        return files.removeFile(path);
    Result<> removed = files.removeTree(path);
    for (int tried = 1; !removed && files.exists(path) && tried < RemovalTries; ++tried) {
        std::this_thread::sleep_for(RemovalPause);
        removed = files.removeTree(path);
    }
    return removed;
}

Result<QList<DumpPart>> lookAtDumpFolder(const QString &folder, const OperationContext &context)
{
    const FileOps files;
    const auto names = files.list(folder);
    if (!names)
        return failure(names.error());
    QList<DumpPart> parts;
    for (const QString &name : *names) {
        const QString path = folder + u'/' + name;
        const auto facts = files.facts(path);
        if (!facts)
            return failure(facts.error());
        if (!facts->isRegular)
            return unfitFolder(path, DumpFolderText::tr("The dump holds something that is no plain file."));
        if (auto checked = checkPart(files, path, facts->bytes); !checked)
            return failure(checked.error());
        const auto digest = files.sha256(path, context.withSink({}));
        if (!digest)
            return failure(digest.error());
        parts << DumpPart{name, facts->bytes, *digest};
    }
    return parts;
}

Result<QList<DumpPart>> sealDumpFolder(const QString &folder, const OperationContext &context)
{
    FileOps files;
    const auto names = files.list(folder);
    if (!names)
        return failure(names.error());
    for (const QString &name : *names)
        if (auto made = files.setMode(folder + u'/' + name, PrivateFile); !made)
            return failure(made.error());
    return lookAtDumpFolder(folder, context);
}

} // namespace pilothouse
