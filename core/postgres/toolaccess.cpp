// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postgres/toolaccess.h"

#include "core/files/fileops.h"
#include "core/postgres/connectiontext.h"

#include <QCoreApplication>

namespace pilothouse {
namespace {

struct ToolAccessText
{
    Q_DECLARE_TR_FUNCTIONS(ToolAccess)
};

const QString FolderPrefix = QStringLiteral("pilothouse-pass-");

/// A field of a .pgpass line.
QByteArray escaped(QByteArray field)
{
    return field.replace('\\', "\\\\").replace(':', "\\:");
}

QString quotedValue(QString value)
{
    value.replace(u'\\', QStringLiteral("\\\\")).replace(u'\'', QStringLiteral("\\'"));
    return u'\'' + value + u'\'';
}

QString connectionOf(const DatabaseConnection &target, const QString &name)
{
    QStringList words;
    const auto add = [&words](const char *key, const QString &value) {
        if (!value.isEmpty())
            words << QLatin1String(key) + u'=' + quotedValue(value);
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
    if (password.isEmpty())
        return ToolAccess(connectionOf(target, name), {});
    if (password.bytes().contains('\n'))
        return failure(ErrorKind::BadInput, ToolAccessText::tr("A password cannot have a line break in it."));
    auto folder = MemoryFolder::make(FolderPrefix);
    if (!folder)
        return failure(folder.error());
    const auto written = FileOps().write(folder->path() + QStringLiteral("/pgpass"),
                                         "*:*:*:*:" + escaped(password.bytes()) + '\n', {0600, {}, {}});
    if (!written)
        return failure(written.error());
    return ToolAccess(connectionOf(target, name), std::move(*folder));
}

ToolAccess::ToolAccess(QString connection, MemoryFolder folder)
    : m_connection(std::move(connection))
    , m_folder(std::move(folder))
{
}

void ToolAccess::admit(CommandLine &command) const
{
    command.arguments.prepend(QStringLiteral("--no-password"));
    if (!m_folder.path().isEmpty())
        command.environment.insert(QStringLiteral("PGPASSFILE"), m_folder.path() + QStringLiteral("/pgpass"));
}

} // namespace pilothouse
