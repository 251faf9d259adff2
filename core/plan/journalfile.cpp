// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/journalfile.h"

#include "core/base/units.h"
#include "core/files/fileops.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonDocument>

namespace pilothouse {

namespace {

constexpr qint64 JournalLineLimit = 64 << 20;

QString hashOf(const QByteArray &line)
{
    return line.isEmpty()
               ? QString()
               : QString::fromLatin1(QCryptographicHash::hash(line, QCryptographicHash::Sha256).toHex());
}

bool follows(const QJsonObject &object, const JournalText &text)
{
    return object.value(QStringLiteral("seq")).toInteger() == text.lines.size() + 1
           && object.value(QStringLiteral("prevLength")).toInteger(-1) == text.lastLine.size()
           && object.value(QStringLiteral("prev")).toString() == hashOf(text.lastLine);
}

} // namespace

Result<JournalText> parseJournal(const QByteArray &content)
{
    JournalText text;
    qsizetype start = 0;
    while (start < content.size()) {
        const qsizetype end = content.indexOf('\n', start);
        const bool isLast = end < 0 || end == content.size() - 1;
        const QByteArray line = content.mid(start, end < 0 ? -1 : end - start + 1);
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        // Only the last line can be torn: each is on disk before the next is begun.
        if (isLast && (end < 0 || object.isEmpty()))
            break;
        if (!follows(object, text))
            return failure(ErrorKind::BadData,
                           QCoreApplication::translate(
                               "Journal", "Line %1 of the journal does not follow from the one before.")
                               .arg(text.lines.size() + 1));
        JournalLine entry;
        entry.at = QDateTime::fromString(object.value(QStringLiteral("at")).toString(), Qt::ISODateWithMs);
        entry.event = object.value(QStringLiteral("event")).toString();
        entry.body = object.value(QStringLiteral("body")).toObject();
        text.lines << entry;
        text.lastLine = line;
        start = end + 1;
        text.goodBytes = start;
    }
    return text;
}

JournalFile::JournalFile(FileOps &files, const Clock &clock, QString path, std::unique_ptr<LeasedLock> lock)
    : m_files(files)
    , m_clock(clock)
    , m_path(std::move(path))
    , m_lock(std::move(lock))
{
}

QByteArray JournalChain::next(const JournalLine &entry) const
{
    const QJsonObject object{
        {QStringLiteral("seq"), m_sequence + 1},      {QStringLiteral("prevLength"), m_lastLine.size()},
        {QStringLiteral("prev"), hashOf(m_lastLine)}, {QStringLiteral("at"), toIso(entry.at)},
        {QStringLiteral("event"), entry.event},       {QStringLiteral("body"), entry.body}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

Result<> JournalFile::cutBack()
{
    const auto content = m_files.read(m_path, m_goodBytes + JournalLineLimit);
    if (!content && content.error().kind != ErrorKind::NotFound)
        return tl::unexpected(content.error());
    if (content && content->size() > m_goodBytes) {
        if (auto written = m_files.write(m_path, content->left(m_goodBytes)); !written)
            return written;
    }
    m_isTorn = false;
    return {};
}

Result<> JournalFile::append(const QString &event, const QJsonObject &body)
{
    if (m_isTorn) {
        if (auto mended = cutBack(); !mended)
            return mended;
    }
    const QByteArray line = m_chain.next({m_clock.now(), event, body});
    if (auto appended = m_files.append(m_path, line); !appended) {
        m_isTorn = true;
        return appended;
    }
    m_goodBytes += line.size();
    m_chain.take(line);
    if (!m_copy.isEmpty() && !m_files.append(m_copy, line))
        m_copy.clear();
    return {};
}

} // namespace pilothouse
