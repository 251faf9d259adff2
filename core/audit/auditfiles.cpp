// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/audit/auditfiles.h"

#include "core/audit/auditchain.h"
#include "core/files/fileops.h"

#include <QCryptographicHash>
#include <QDir>

namespace pilothouse {

namespace {

constexpr qint64 LargestFile = 1LL << 31;
constexpr qint64 TailBytes = 64 << 10;
constexpr int SequenceDigits = 12;

const QString Prefix = QStringLiteral("audit-");
const QString Suffix = QStringLiteral(".jsonl");

} // namespace

AuditFiles::AuditFiles(FileOps &files, const QString &folder)
    : m_files(files)
    , m_folder(QDir::cleanPath(folder))
{
}

QString AuditFiles::current() const
{
    return m_folder + QStringLiteral("/audit.jsonl");
}

QStringList AuditFiles::full() const
{
    QStringList paths;
    for (const QString &name : m_files.list(m_folder).value_or(QStringList())) {
        if (name.startsWith(Prefix) && name.endsWith(Suffix)
            && name.size() == Prefix.size() + SequenceDigits + Suffix.size())
            paths << m_folder + u'/' + name;
    }
    return paths;
}

Result<QByteArray> AuditFiles::read(const QString &path) const
{
    auto content = m_files.read(path, LargestFile);
    if (!content && content.error().kind == ErrorKind::NotFound)
        return QByteArray();
    return content;
}

Result<AuditFiles::Tail> AuditFiles::tail() const
{
    auto tail = tailOf(current());
    if (!tail || tail->sequence > 0 || tail->isBroken)
        return tail;
    // A new file that holds no whole record yet goes on from the last full one.
    const QStringList before = full();
    if (before.isEmpty())
        return tail;
    auto last = tailOf(before.last());
    if (last)
        last->torn = tail->torn;
    return last;
}

Result<AuditFiles::Tail> AuditFiles::tailOf(const QString &path) const
{
    const auto facts = m_files.facts(path);
    if (!facts && facts.error().kind == ErrorKind::NotFound)
        return Tail{};
    if (!facts)
        return tl::unexpected(facts.error());
    Tail tail;
    QByteArray line;
    for (qint64 wanted = TailBytes;; wanted *= 4) {
        const qint64 offset = std::max<qint64>(facts->bytes - wanted, 0);
        const auto end = m_files.readAt(path, offset, wanted);
        if (!end)
            return tl::unexpected(end.error());
        const qsizetype whole = end->lastIndexOf('\n') + 1;
        const qsizetype start = whole < 2 ? -1 : end->lastIndexOf('\n', whole - 2);
        tail.torn = end->mid(whole);
        line = end->mid(start + 1, whole - start - 1);
        if (start >= 0 || offset == 0)
            break;
    }
    if (line.isEmpty())
        return tail;
    const auto read = parseAuditLine(line);
    tail.isBroken = !read || !read->isGenuine;
    tail.sequence = read ? read->record.sequence : 0;
    tail.hash = read ? read->record.hash : QByteArray();
    return tail;
}

Result<QString> AuditFiles::keepTorn(const QByteArray &torn)
{
    const QByteArray digest = QCryptographicHash::hash(torn, QCryptographicHash::Sha256).toHex();
    const QString name = QStringLiteral("torn-%1.part").arg(QString::fromLatin1(digest.left(16)));
    return m_files.write(m_folder + u'/' + name, torn).map([&name] { return name; });
}

Result<> AuditFiles::replaceTorn(qsizetype tornBytes, const QByteArray &line)
{
    const auto content = read(current());
    if (!content)
        return tl::unexpected(content.error());
    return m_files.write(current(), content->chopped(tornBytes) + line);
}

Result<> AuditFiles::rotate(qint64 limit, qint64 lastSequence)
{
    const auto facts = m_files.facts(current());
    if (!facts || facts->bytes < limit || lastSequence <= 0)
        return {};
    const QString name = Prefix + QString::number(lastSequence).rightJustified(SequenceDigits, u'0') + Suffix;
    return m_files.rename(current(), m_folder + u'/' + name);
}

} // namespace pilothouse
