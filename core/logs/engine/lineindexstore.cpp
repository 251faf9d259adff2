// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/engine/lineindexstore.h"

#include "core/files/sha256.h"

#include <QDataStream>
#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace pilothouse {

namespace {

constexpr qsizetype KeptIndexes = 200;
constexpr qint64 SmallestKept = 1 << 20; // below it reading the file is as quick

/// Of the first and the last block that are indexed; empty where they cannot be read.
QByteArray hashOfEnds(const LogFile &file, qint64 bytes)
{
    const qint64 length = std::min(bytes, LineIndex::BlockSize);
    const QByteArray first = file.read(0, length);
    const QByteArray last = file.read(bytes - length, length);
    Sha256 hash;
    hash.add(first.constData(), first.size());
    hash.add(last.constData(), last.size());
    const bool isWhole = first.size() == length && last.size() == length;
    return isWhole ? hash.result().value_or(QByteArray()) : QByteArray();
}

} // namespace

LineIndexStore::LineIndexStore(QString folder)
    : m_folder(std::move(folder))
{
}

QString LineIndexStore::pathFor(const LogFile &file) const
{
    const FileIdentity identity = file.identity();
    return QStringLiteral("%1/%2-%3.lines")
        .arg(m_folder, QString::number(identity.device, 16), QString::number(identity.inode, 16));
}

std::optional<LineIndex> LineIndexStore::find(const LogFile &file) const
{
    QFile stored(pathFor(file));
    if (m_folder.isEmpty() || !stored.open(QIODevice::ReadOnly))
        return {};
    QByteArray hash;
    QByteArray bytes;
    qint64 writtenAt = 0;
    QDataStream stream(&stored);
    stream >> hash >> writtenAt >> bytes;
    if (stream.status() != QDataStream::Ok)
        return {};
    const auto index = LineIndex::fromBytes(bytes);
    const qint64 size = file.size();
    if (!index || index->bytes() > size || (index->bytes() == size && writtenAt != file.writtenAt()))
        return {};
    return !hash.isEmpty() && hash == hashOfEnds(file, index->bytes()) ? index : std::nullopt;
}

void LineIndexStore::keep(const LogFile &file, const LineIndex &index) const
{
    const qint64 writtenAt = file.writtenAt();
    if (m_folder.isEmpty() || index.bytes() < SmallestKept || !QDir().mkpath(m_folder))
        return;
    const QByteArray hash = hashOfEnds(file, index.bytes());
    QSaveFile stored(pathFor(file));
    if (hash.isEmpty() || !stored.open(QIODevice::WriteOnly))
        return;
    QDataStream stream(&stored);
    stream << hash << writtenAt << index.toBytes();
    if (stored.commit())
        removeOldest();
}

void LineIndexStore::removeOldest() const
{
    const QFileInfoList all =
        QDir(m_folder).entryInfoList({QStringLiteral("*.lines")}, QDir::Files, QDir::Time);
    for (qsizetype number = KeptIndexes; number < all.size(); ++number)
        QFile::remove(all.at(number).filePath());
}

} // namespace pilothouse
