// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/database/sqlitetrees.h"

#include <bit>

namespace pilothouse {

namespace {

constexpr char TableLeaf = 0x0d;
constexpr char TableInner = 0x05;
constexpr char IndexLeaf = 0x0a;
constexpr char IndexInner = 0x02;
constexpr int LeafHeader = 8;
constexpr int InnerHeader = 12;
constexpr quint64 LargestPayload = 1'000'000'000;
constexpr int MostColumns = 32767;

int cellCount(QByteArrayView page, qsizetype start)
{
    return static_cast<int>(bigEndian(page, start + 3, 2));
}

bool isPlausible(QByteArrayView page, qsizetype start, int header)
{
    const int cells = cellCount(page, start);
    return start + header + qsizetype(2) * cells <= page.size();
}

qsizetype sizeOfType(quint64 type)
{
    static constexpr qsizetype Sizes[] = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0};
    if (type < 10)
        return Sizes[type];
    return static_cast<qsizetype>((type - (type % 2 == 0 ? 12 : 13)) / 2);
}

qint64 signedNumber(QByteArrayView bytes, qsizetype at, int size)
{
    const quint64 value = bigEndian(bytes, at, size);
    const int unused = 64 - 8 * size;
    return static_cast<qint64>(value << unused) >> unused;
}

SqliteValue valueOf(quint64 type, QByteArrayView payload, qsizetype at)
{
    SqliteValue value;
    const qsizetype size = sizeOfType(type);
    if (type >= 12) {
        value.type = type % 2 == 0 ? SqliteValue::Type::Blob : SqliteValue::Type::Text;
        value.bytes = payload.sliced(at, size).toByteArray();
    } else if (type == 7) {
        value.type = SqliteValue::Type::Real;
        value.real = std::bit_cast<double>(bigEndian(payload, at, 8));
    } else if (type != 0) {
        value.type = SqliteValue::Type::Integer;
        value.integer = type == 8 ? 0 : type == 9 ? 1 : signedNumber(payload, at, static_cast<int>(size));
    }
    return value;
}

} // namespace

std::optional<QList<SqliteValue>> readRecord(QByteArrayView payload)
{
    qsizetype at = 0;
    quint64 headerSize = 0;
    if (!readVarint(payload, at, headerSize) || headerSize > quint64(payload.size())
        || headerSize < quint64(at))
        return {};
    const auto end = static_cast<qsizetype>(headerSize);
    QList<SqliteValue> values;
    qsizetype body = end;
    while (at < end) {
        quint64 type = 0;
        if (!readVarint(payload, at, type) || at > end || type == 10 || type == 11
            || values.size() >= MostColumns || type > LargestPayload * 2)
            return {};
        const qsizetype size = sizeOfType(type);
        if (size > payload.size() - body)
            return {};
        values << valueOf(type, payload, body);
        body += size;
    }
    if (body != payload.size())
        return {};
    return values;
}

QByteArrayView SqliteTrees::body(quint32 page, qsizetype &start) const
{
    start = page == 1 ? 100 : 0;
    const QByteArrayView bytes = m_pages.page(page);
    return bytes.isEmpty() ? bytes : bytes.first(m_pages.usableSize());
}

TreeWalk SqliteTrees::walk(quint32 root, bool isTable)
{
    TreeWalk walk;
    QList<quint32> open{root};
    while (!open.isEmpty()) {
        const quint32 page = open.takeLast();
        if (m_used.contains(page)) {
            ++walk.damagedPages;
            continue;
        }
        qsizetype start = 0;
        const QByteArrayView bytes = body(page, start);
        const char kind = bytes.isEmpty() ? char(0) : bytes[start];
        const bool isLeaf = kind == (isTable ? TableLeaf : IndexLeaf);
        const bool isInner = kind == (isTable ? TableInner : IndexInner);
        if ((!isLeaf && !isInner) || !isPlausible(bytes, start, isLeaf ? LeafHeader : InnerHeader)) {
            ++walk.damagedPages;
            continue;
        }
        m_used.insert(page);
        if (!isTable)
            walk.entries += cellCount(bytes, start);
        if (isLeaf)
            walk.leaves << page;
        else
            open << children(page, isTable, walk);
    }
    return walk;
}

QList<quint32> SqliteTrees::children(quint32 page, bool, TreeWalk &walk)
{
    qsizetype start = 0;
    const QByteArrayView bytes = body(page, start);
    QList<quint32> found;
    const auto add = [&](quint64 child) {
        if (child > 1 && child <= m_pages.count())
            found << static_cast<quint32>(child);
        else
            ++walk.damagedPages;
    };
    add(bigEndian(bytes, start + 8, 4));
    for (int cell = cellCount(bytes, start) - 1; cell >= 0; --cell) {
        const auto at = static_cast<qsizetype>(bigEndian(bytes, start + InnerHeader + 2 * cell, 2));
        add(bigEndian(bytes, at, 4));
    }
    return found;
}

void SqliteTrees::markFree()
{
    quint32 trunk = m_pages.headerNumber(32);
    for (quint32 turns = 0; trunk > 1 && turns < m_pages.count() && !m_used.contains(trunk); ++turns) {
        const QByteArrayView bytes = m_pages.page(trunk);
        m_used.insert(trunk);
        const auto leaves = static_cast<int>(
            std::min<quint64>(bigEndian(bytes, 4, 4), static_cast<quint64>(m_pages.usableSize() / 4)));
        for (int leaf = 0; leaf < leaves; ++leaf)
            m_used.insert(static_cast<quint32>(bigEndian(bytes, 8 + 4 * leaf, 4)));
        trunk = static_cast<quint32>(bigEndian(bytes, 0, 4));
    }
}

QList<quint32> SqliteTrees::orphans()
{
    markFree();
    QList<quint32> found;
    for (quint32 page = 2; page <= m_pages.count(); ++page) {
        qsizetype start = 0;
        const QByteArrayView bytes = body(page, start);
        if (m_used.contains(page) || bytes.isEmpty() || bytes[0] != TableLeaf || cellCount(bytes, 0) == 0
            || !isPlausible(bytes, 0, LeafHeader))
            continue;
        found << page;
    }
    return found;
}

qint64 SqliteTrees::readLeaf(quint32 leaf, const std::function<void(SqliteRow &)> &take)
{
    qsizetype start = 0;
    const QByteArrayView bytes = body(leaf, start);
    qint64 damaged = 0;
    for (int cell = 0; cell < cellCount(bytes, start); ++cell) {
        const auto at = static_cast<qsizetype>(bigEndian(bytes, start + LeafHeader + 2 * cell, 2));
        auto row = at >= start + LeafHeader ? readCell(bytes, at) : std::nullopt;
        if (row)
            take(*row);
        else
            ++damaged;
    }
    return damaged;
}

std::optional<SqliteRow> SqliteTrees::readCell(QByteArrayView page, qsizetype at)
{
    quint64 size = 0;
    quint64 rowid = 0;
    if (!readVarint(page, at, size) || !readVarint(page, at, rowid) || size == 0 || size > LargestPayload)
        return {};
    const auto bytes = payload(page, at, size);
    if (!bytes)
        return {};
    auto values = readRecord(*bytes);
    if (!values)
        return {};
    return SqliteRow{static_cast<qint64>(rowid), std::move(*values)};
}

/// What fits is in the page, the rest in a chain of others.
std::optional<QByteArray> SqliteTrees::payload(QByteArrayView page, qsizetype at, quint64 size)
{
    const auto usable = static_cast<quint64>(m_pages.usableSize());
    const quint64 most = usable - 35;
    quint64 local = size;
    if (size > most) {
        const quint64 least = (usable - 12) * 32 / 255 - 23;
        const quint64 wanted = least + (size - least) % (usable - 4);
        local = wanted <= most ? wanted : least;
    }
    if (at + static_cast<qsizetype>(local) > page.size())
        return {};
    QByteArray bytes = page.sliced(at, static_cast<qsizetype>(local)).toByteArray();
    auto next =
        local < size ? static_cast<quint32>(bigEndian(page, at + static_cast<qsizetype>(local), 4)) : 0U;
    QSet<quint32> met;
    while (static_cast<quint64>(bytes.size()) < size) {
        const QByteArrayView chained = m_pages.page(next);
        if (next < 2 || chained.isEmpty() || met.contains(next))
            return {};
        met.insert(next);
        const quint64 left = size - static_cast<quint64>(bytes.size());
        bytes.append(chained.sliced(4, static_cast<qsizetype>(std::min(left, usable - 4))));
        next = static_cast<quint32>(bigEndian(chained, 0, 4));
    }
    return bytes;
}

} // namespace pilothouse
