// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postgres/postgrestools.h"

#include "core/process/processrunner.h"
#include "core/process/toollocator.h"

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>

namespace pilothouse {
namespace {

struct PostgresToolsText
{
    Q_DECLARE_TR_FUNCTIONS(PostgresTools)
};

constexpr std::chrono::seconds VersionTime{10};

/// "pg_dump (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)" is 15; 0 where it does not say.
int majorOf(const QByteArray &output)
{
    static const QRegularExpression Version(QStringLiteral("\\(PostgreSQL\\) ([0-9]+)"));
    return Version.match(QString::fromUtf8(output)).captured(1).toInt();
}

/// What lies in the usual folders, where nothing else was found.
Result<PostgresTool> toolInPath(const QString &name, const OperationContext &context)
{
    const Result<QString> program = ToolLocator().find(name);
    if (!program)
        return failure(program.error());
    const auto said =
        LocalProcessRunner().run({*program, {QStringLiteral("--version")}, {}, {}}, VersionTime, context);
    if (!said)
        return failure(said.error());
    return PostgresTool{*program, majorOf(said->standardOutput)};
}

} // namespace

PostgresTools::PostgresTools(QString root)
    : m_root(std::move(root))
{
}

Result<PostgresTool> PostgresTools::find(const QString &name, int major,
                                         const OperationContext &context) const
{
    PostgresTool best;
    for (const QString &version : QDir(m_root).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const int found = version.toInt();
        const Result<QString> program =
            ToolLocator({m_root + u'/' + version + QStringLiteral("/bin")}).find(name);
        if (program && found >= major && (best.major == 0 || found < best.major))
            best = {*program, found};
    }
    if (best.major > 0)
        return best;
    const Result<PostgresTool> usual = toolInPath(name, context);
    if (usual && usual->major >= major)
        return usual;
    if (!usual && usual.error().kind == ErrorKind::Cancelled)
        return usual;
    return failure(
        Error{ErrorKind::NotFound, name,
              PostgresToolsText::tr("%1 of PostgreSQL %2 or newer is not installed.").arg(name).arg(major),
              PostgresToolsText::tr("Install the package postgresql-client-%1.").arg(major),
              usual ? usual->program : QString()});
}

} // namespace pilothouse
