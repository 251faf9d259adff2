// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/backup/archivereader.h"

#include "core/backup/tarstream.h"
#include "core/base/foreigntext.h"
#include "core/base/spaceadvice.h"
#include "core/files/nativefile.h"
#include "core/files/parallelsha256.h"

#include <QCoreApplication>
#include <QSet>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pilothouse {

namespace {

/// What is wrong with an archive.
struct ArchiveReaderText
{
    Q_DECLARE_TR_FUNCTIONS(ArchiveReader)
};

constexpr int OpenFolder = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
constexpr qint64 TarHeaderBytes = 8192; // of one member in a tar: its header, extended header, padding

tl::unexpected<Error> refused(const QString &message, const QString &name)
{
    return failure(
        Error{ErrorKind::BadData,
              {},
              message,
              ArchiveReaderText::tr(
                  "Nothing was changed. Use another backup, or fetch this one again from where it came."),
              visibleText(name.left(200)).replace(u'\n', u' ')});
}

/// A new private folder that files are unpacked into, below its own descriptor.
class Destination
{
public:
    explicit Destination(QString path)
        : m_path(std::move(path))
    {
    }

    Result<> make()
    {
        if (::mkdir(m_path.toUtf8().constData(), 0700) != 0)
            return notMade(errno, ArchiveReaderText::tr("The folder to unpack into cannot be made."));
        m_folder = NativeFile(::open(m_path.toUtf8().constData(), OpenFolder));
        if (!m_folder.isOpen())
            return systemFailure(errno, ArchiveReaderText::tr("The folder to unpack into cannot be opened."));
        return {};
    }

    /// Makes the folders of a member's path one by one; no part of it is ever followed through a link.
    Result<NativeFile> create(const QString &path)
    {
        QByteArrayList parts = path.toUtf8().split('/');
        const QByteArray name = parts.takeLast();
        NativeFile folder(::dup(m_folder.descriptor()));
        for (const QByteArray &part : std::as_const(parts)) {
            if (::mkdirat(folder.descriptor(), part.constData(), 0700) != 0 && errno != EEXIST)
                return notMade(errno, ArchiveReaderText::tr("A folder of the archive cannot be made."));
            NativeFile below(::openat(folder.descriptor(), part.constData(), OpenFolder));
            if (!below.isOpen())
                return systemFailure(errno,
                                     ArchiveReaderText::tr("A folder of the archive cannot be opened."));
            folder = std::move(below);
        }
        return NativeFile::createAt(folder, name);
    }

    /// Brings the names in every folder to the disk.
    Result<> sync()
    {
        QStringList folders{m_path};
        while (!folders.isEmpty()) {
            const QString path = folders.takeLast();
            NativeFile folder(::open(path.toUtf8().constData(), OpenFolder));
            if (!folder.isOpen())
                return systemFailure(errno,
                                     ArchiveReaderText::tr("A folder of the archive cannot be opened."));
            if (Result<> synced = folder.finish(); !synced)
                return synced;
            const QFileInfoList below =
                QDir(path).entryInfoList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
            for (const QFileInfo &entry : below)
                if (!entry.isSymLink())
                    folders << entry.filePath();
        }
        return {};
    }

    void remove()
    {
        if (m_folder.isOpen())
            QDir(m_path).removeRecursively();
    }

private:
    tl::unexpected<Error> notMade(int errorNumber, const QString &message) const
    {
        return failure(withSpaceAdvice(systemFailure(errorNumber, message).value(), m_path));
    }

    QString m_path;
    NativeFile m_folder;
};

/// Checks one archive against its declared members, entry by entry.
class Reading
{
public:
    Reading(const ArchiveRequest &request, TarStream &stream, const OperationContext &context)
        : m_request(request)
        , m_stream(stream)
        , m_context(context)
        , m_destination(request.destination)
        , m_wanted(request.wanted.cbegin(), request.wanted.cend())
        , m_progress{0, 0, ArchiveReaderText::tr("Reading the archive")}
    {
        for (const ManifestMember &member : request.members) {
            m_left.insert(member.path, &member);
            m_progress.total += member.bytes;
        }
    }

    Result<> run()
    {
        if (!m_request.destination.isEmpty())
            if (Result<> made = m_destination.make(); !made)
                return made;
        Result<> read = readAll();
        if (!read)
            m_destination.remove();
        return read;
    }

private:
    Result<> readAll()
    {
        while (true) {
            TarEntry entry;
            const Result<bool> hasEntry = m_stream.next(entry);
            if (!hasEntry)
                return tl::unexpected(hasEntry.error());
            if (!*hasEntry)
                break;
            if (Result<> taken = take(entry); !taken)
                return taken;
        }
        if (!m_left.isEmpty())
            return refused(ArchiveReaderText::tr("A member is missing from the archive."), m_left.firstKey());
        if (Result<> ended = m_stream.checkEnd(); !ended)
            return ended;
        const bool isKept = !m_request.destination.isEmpty() && !m_request.isScratch;
        return isKept ? m_destination.sync() : Result<>();
    }

    Result<> take(const TarEntry &entry)
    {
        const QString path = m_request.names.isEmpty() ? entry.name : m_request.names.value(entry.name);
        const ManifestMember *member = m_left.take(path);
        if (!member)
            return refused(
                ArchiveReaderText::tr("The archive holds a member that is not declared, or one twice."),
                entry.name);
        if (!isAllowedMemberPath(member->path, member->role))
            return refused(ArchiveReaderText::tr("The archive holds a name that is not allowed."),
                           entry.name);
        if (entry.bytes != member->bytes)
            return refused(ArchiveReaderText::tr("A member has another size than declared."), entry.name);
        return unpack(*member);
    }

    Result<> unpack(const ManifestMember &member)
    {
        const bool isWritten =
            !m_request.destination.isEmpty() && (m_wanted.isEmpty() || m_wanted.contains(member.path));
        NativeFile file;
        if (isWritten) {
            Result<NativeFile> created = m_destination.create(member.path);
            if (!created)
                return tl::unexpected(withSubject(created.error(), m_request.destination));
            file = std::move(*created);
        }
        ParallelSha256 hash;
        const Result<> content = m_stream.readContent([&](const char *data, qsizetype bytes) -> Result<> {
            hash.add(data, bytes);
            m_progress.done += bytes;
            m_context.report(m_progress);
            return isWritten ? file.writeAll(data, static_cast<std::size_t>(bytes)) : Result<>();
        });
        if (!content)
            return content;
        if (m_request.hasDigests && hash.result().value_or(QByteArray()) != member.sha256)
            return refused(ArchiveReaderText::tr("A member does not have the content that was backed up."),
                           member.path);
        return isWritten ? finish(file, member) : Result<>();
    }

    Result<> finish(NativeFile &file, const ManifestMember &member) const
    {
        const mode_t mode = member.role == u"file" ? static_cast<mode_t>(member.mode & 0777) : 0600;
        if (::fchmod(file.descriptor(), mode) != 0)
            return systemFailure(errno, ArchiveReaderText::tr("The permissions of a file cannot be set."));
        return m_request.isScratch ? Result<>() : file.finish();
    }

    const ArchiveRequest &m_request;
    TarStream &m_stream;
    const OperationContext &m_context;
    Destination m_destination;
    QSet<QString> m_wanted;
    QMap<QString, const ManifestMember *> m_left;
    Progress m_progress;
};

} // namespace

Result<> readArchive(const ArchiveRequest &request, const OperationContext &context)
{
    qint64 cap = 1 << 20;
    for (const ManifestMember &member : request.members)
        cap += member.bytes + TarHeaderBytes;
    Result<std::unique_ptr<TarStream>> stream = TarStream::open(request.archive, cap, context);
    if (!stream)
        return tl::unexpected(withSubject(stream.error(), request.archive));
    if (Result<> read = Reading(request, **stream, context).run(); !read)
        return tl::unexpected(withSubject(read.error(), request.archive));
    return {};
}

Result<QList<ArchiveListing>> listArchive(const QString &archive, qint64 largest,
                                          const OperationContext &context)
{
    Result<std::unique_ptr<TarStream>> stream = TarStream::open(archive, largest, context);
    if (!stream)
        return tl::unexpected(withSubject(stream.error(), archive));
    QList<ArchiveListing> listing;
    const auto next = [&]() -> Result<bool> {
        TarEntry entry;
        const Result<bool> hasEntry = (*stream)->next(entry);
        if (!hasEntry || !*hasEntry)
            return hasEntry;
        if (!entry.name.isEmpty())
            listing << ArchiveListing{entry.name, entry.bytes, entry.mode};
        const Result<> content = (*stream)->readContent([](const char *, qsizetype) { return Result<>(); });
        return content ? Result<bool>(true) : tl::unexpected(content.error());
    };
    while (true) {
        const Result<bool> hasMore = next();
        if (!hasMore)
            return tl::unexpected(withSubject(hasMore.error(), archive));
        if (!*hasMore)
            break;
    }
    if (Result<> ended = (*stream)->checkEnd(); !ended)
        return tl::unexpected(withSubject(ended.error(), archive));
    return listing;
}

} // namespace pilothouse
