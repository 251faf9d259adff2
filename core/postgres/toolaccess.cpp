// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postgres/toolaccess.h"

#include "core/files/fileops.h"
#include "core/postgres/connectiontext.h"

#include <QCoreApplication>
#include <QDir>
#include <QUuid>

#include <csignal>

namespace pilothouse {
namespace {

struct ToolAccessText
{
    Q_DECLARE_TR_FUNCTIONS(ToolAccess)
};

const QString FolderPrefix = QStringLiteral("pilothouse-pass-");

/// A file system in memory that is this user's own, else one that is everybody's, where the folder is
/// private.
QString memoryFolder()
{
    const QString own = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (own.startsWith(u'/') && QFileInfo(own).isWritable())
        return own;
    return QFileInfo(QStringLiteral("/dev/shm")).isWritable() ? QStringLiteral("/dev/shm") : QDir::tempPath();
}

/// A killed program removes nothing: what belongs to no process any more goes now.
void sweep(FileOps &files, const QString &root)
{
    for (const QString &name : QDir(root).entryList({FolderPrefix + u'*'}, QDir::Dirs)) {
        const qint64 owner = name.mid(FolderPrefix.size()).section(u'-', 0, 0).toLongLong();
        if (owner > 0 && ::kill(static_cast<pid_t>(owner), 0) != 0 && errno == ESRCH)
            (void)files.removeTree(root + u'/' + name); // another user's stays
    }
}

/// A field of a .pgpass line.
QByteArray escaped(QByteArray field)
{
    return field.replace('\\', "\\\\").replace(':', "\\:");
}

QString quoted(QString value)
{
    value.replace(u'\\', QStringLiteral("\\\\")).replace(u'\'', QStringLiteral("\\'"));
    return u'\'' + value + u'\'';
}

QString connectionOf(const DatabaseConnection &target, const QString &name)
{
    QStringList words;
    const auto add = [&words](const char *key, const QString &value) {
        if (!value.isEmpty())
            words << QLatin1String(key) + u'=' + quoted(value);
    };
    add("service", target.service);
    add("host", target.host);
    add("port", target.port > 0 ? QString::number(target.port) : QString());
    add("user", target.user);
    add("dbname", target.database);
    add("sslmode", sslModeOf(target));
    add("sslrootcert", target.rootCertificate);
    add("sslcert", target.certificate);
    add("sslkey", target.key);
    add("application_name", name);
    add("connect_timeout", QStringLiteral("10"));
    return words.join(u' ');
}

} // namespace

Result<ToolAccess> ToolAccess::make(const DatabaseConnection &target, const Secret &password,
                                    const QString &name)
{
    ToolAccess access;
    access.m_connection = connectionOf(target, name);
    if (password.isEmpty())
        return access;
    if (password.bytes().contains('\n'))
        return failure(ErrorKind::BadInput, ToolAccessText::tr("A password cannot have a line break in it."));
    FileOps files;
    const QString root = memoryFolder();
    sweep(files, root);
    access.m_folder = QStringLiteral("%1/%2%3-%4")
                          .arg(root, FolderPrefix)
                          .arg(QCoreApplication::applicationPid())
                          .arg(QUuid::createUuid().toString(QUuid::WithoutBraces));
    if (auto made = files.makeFolder(access.m_folder, {0700, {}, {}}); !made)
        return failure(made.error());
    const auto written = files.write(access.m_folder + QStringLiteral("/pgpass"),
                                     "*:*:*:*:" + escaped(password.bytes()) + '\n', {0600, {}, {}});
    if (!written)
        return failure(written.error());
    return access;
}

ToolAccess::ToolAccess(ToolAccess &&other) noexcept
    : m_connection(std::move(other.m_connection))
    , m_folder(std::exchange(other.m_folder, {}))
{
}

ToolAccess::~ToolAccess()
{
    if (!m_folder.isEmpty() && !FileOps().removeTree(m_folder))
        qWarning("a private folder could not be removed: %s", qPrintable(m_folder));
}

void ToolAccess::admit(CommandLine &command) const
{
    command.arguments.prepend(QStringLiteral("--no-password"));
    if (!m_folder.isEmpty())
        command.environment.insert(QStringLiteral("PGPASSFILE"), m_folder + QStringLiteral("/pgpass"));
}

} // namespace pilothouse
