// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/backup/mirrorfiles.h"

#include "core/backup/tarstream.h"
#include "core/base/foreigntext.h"
#include "core/base/units.h"
#include "core/files/nativefile.h"
#include "core/files/sha256.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonObject>

#include <limits>
#include <sys/stat.h>

namespace pilothouse {

namespace {

/// What stands against a copy out of a container.
struct DataMirrorText
{
    Q_DECLARE_TR_FUNCTIONS(DataMirror)
};

constexpr qint64 TarOverhead = 16 << 10;

QJsonObject toJson(const MirrorFile &file)
{
    return {{QStringLiteral("bytes"), file.facts.bytes},
            {QStringLiteral("mode"), static_cast<qint64>(file.facts.mode)},
            {QStringLiteral("modified"), file.facts.modified},
            {QStringLiteral("uid"), static_cast<qint64>(file.ownerId)},
            {QStringLiteral("gid"), static_cast<qint64>(file.groupId)},
            {QStringLiteral("sha256"), file.sha256},
            {QStringLiteral("plain"), file.plain}};
}

MirrorFile fileFromJson(const QJsonObject &object)
{
    MirrorFile file;
    file.facts.isRegular = true;
    file.facts.bytes = object.value(QLatin1String("bytes")).toInteger();
    file.facts.mode = static_cast<uint>(object.value(QLatin1String("mode")).toInteger());
    file.facts.modified = object.value(QLatin1String("modified")).toString();
    file.ownerId = static_cast<uint>(object.value(QLatin1String("uid")).toInteger());
    file.groupId = static_cast<uint>(object.value(QLatin1String("gid")).toInteger());
    file.sha256 = object.value(QLatin1String("sha256")).toString();
    file.plain = object.value(QLatin1String("plain")).toString();
    return file;
}

tl::unexpected<Error> unexpectedEntry(const QString &name)
{
    return failure(
        ErrorKind::BadData,
        DataMirrorText::tr("The container engine sent something else than the file that was asked for."),
        visibleText(name.left(200)));
}

/// Writes the content of the current entry to a new file.
Result<QString> writeContent(TarStream &stream, const QString &destination)
{
    Result<NativeFile> file = NativeFile::create(destination);
    if (!file)
        return tl::unexpected(file.error());
    Sha256 hash;
    const auto sink = [&](const char *data, qsizetype bytes) -> Result<> {
        hash.add(data, bytes);
        return file->writeAll(data, static_cast<std::size_t>(bytes));
    };
    if (Result<> read = stream.readContent(sink); !read)
        return tl::unexpected(read.error());
    if (Result<> finished = file->finish(); !finished)
        return tl::unexpected(finished.error());
    return hash.result().map([](const QByteArray &digest) { return QString::fromLatin1(digest.toHex()); });
}

/// The path below the folder that the tar holds; empty where it would leave it.
QString insideOf(const QString &name)
{
    const QString path = QDir::cleanPath(name.section(u'/', 1));
    const bool leaves = name.startsWith(u'/') || path.isEmpty() || path.startsWith(u'/')
                        || path.split(u'/').contains(QLatin1String(".."));
    return leaves ? QString() : path;
}

} // namespace

QJsonObject toJson(const MirrorNote &note)
{
    QJsonObject files;
    for (auto file = note.files.cbegin(); file != note.files.cend(); ++file)
        files.insert(file.key(), toJson(file.value()));
    return {{QStringLiteral("takenAt"), toIso(note.takenAt)},
            {QStringLiteral("seenAt"), toIso(note.seenAt)},
            {QStringLiteral("way"), note.way},
            {QStringLiteral("operation"), note.operation},
            {QStringLiteral("files"), files}};
}

MirrorNote mirrorNoteFromJson(const QJsonObject &object)
{
    MirrorNote note;
    const auto moment = [&object](const char *key) {
        return QDateTime::fromString(object.value(QLatin1String(key)).toString(), Qt::ISODateWithMs);
    };
    note.takenAt = moment("takenAt");
    note.seenAt = moment("seenAt");
    note.way = object.value(QLatin1String("way")).toString();
    note.operation = object.value(QLatin1String("operation")).toString();
    const QJsonObject files = object.value(QLatin1String("files")).toObject();
    for (auto file = files.begin(); file != files.end(); ++file)
        note.files.insert(file.key(), fileFromJson(file.value().toObject()));
    return note;
}

Result<> fetchTar(const ContainerPath &from, const QString &tar, qint64 limit,
                  const OperationContext &context)
{
    Result<NativeFile> file = NativeFile::create(tar);
    if (!file)
        return tl::unexpected(file.error());
    std::optional<Error> problem;
    qint64 got = 0;
    const auto onData = [&](const QByteArray &piece) {
        got += piece.size();
        if (got > limit)
            problem =
                failure(ErrorKind::BadData, DataMirrorText::tr("It is larger than the %1 that may be copied.")
                                                .arg(formatBytes(limit)))
                    .value();
        else if (Result<> written = file->writeAll(piece.constData(), static_cast<std::size_t>(piece.size()));
                 !written)
            problem = written.error();
        return !problem;
    };
    const Result<> done = from.engine.download(from.container, from.path, onData, context);
    if (problem)
        return failure(withSubject(*problem, from.path));
    if (!done)
        return failure(done.error());
    return file->finish();
}

Result<MirrorFile> unpackFile(const QString &tar, const QString &name, const QString &destination,
                              const OperationContext &context)
{
    auto stream = TarStream::open(tar, std::numeric_limits<qint64>::max() - TarOverhead, context);
    if (!stream)
        return tl::unexpected(stream.error());
    TarEntry entry;
    const Result<bool> first = (*stream)->next(entry);
    if (!first)
        return tl::unexpected(first.error());
    if (!*first || entry.name != name)
        return unexpectedEntry(entry.name);
    MirrorFile found;
    found.facts.isRegular = true;
    found.facts.bytes = entry.bytes;
    found.facts.mode = entry.mode;
    found.ownerId = entry.ownerId;
    found.groupId = entry.groupId;
    const Result<QString> digest = writeContent(**stream, destination);
    if (!digest)
        return tl::unexpected(digest.error());
    found.sha256 = *digest;
    const Result<bool> more = (*stream)->next(entry);
    if (!more)
        return tl::unexpected(more.error());
    if (*more)
        return unexpectedEntry(entry.name);
    if (Result<> ended = (*stream)->checkEnd(); !ended)
        return tl::unexpected(ended.error());
    return found;
}

Result<int> unpackFolder(const QString &tar, const QString &destination, const OperationContext &context)
{
    auto stream = TarStream::open(tar, std::numeric_limits<qint64>::max() - TarOverhead, context);
    if (!stream)
        return tl::unexpected(stream.error());
    (*stream)->passOverOthers();
    if (!QDir().mkpath(destination))
        return failure(ErrorKind::Internal, DataMirrorText::tr("The folder for the copy cannot be made."),
                       destination);
    int count = 0;
    TarEntry entry;
    for (Result<bool> more = (*stream)->next(entry); true; more = (*stream)->next(entry)) {
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
        if (entry.name.isEmpty())
            continue;
        const QString inside = insideOf(entry.name);
        if (inside.isEmpty())
            return unexpectedEntry(entry.name);
        const QString path = destination + u'/' + inside;
        if (!QDir().mkpath(QFileInfo(path).path()))
            return failure(ErrorKind::Internal, DataMirrorText::tr("The folder for the copy cannot be made."),
                           path);
        if (const Result<QString> written = writeContent(**stream, path); !written)
            return tl::unexpected(written.error());
        if (::chmod(QFile::encodeName(path).constData(), (entry.mode & 0777) | 0600) != 0)
            return systemFailure(errno, DataMirrorText::tr("The mode of a copied file cannot be set."));
        ++count;
    }
    return (*stream)->checkEnd().map([count] { return count; });
}

} // namespace pilothouse
