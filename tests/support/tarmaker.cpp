// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/tarmaker.h"

#include "core/backup/gzipstream.h"

namespace pilothouse {

namespace {

QByteArray octal(qint64 number, int width)
{
    return QByteArray::number(number, 8).rightJustified(width - 1, '0') + '\0';
}

QByteArray padded(QByteArray bytes)
{
    bytes.append(QByteArray((512 - bytes.size() % 512) % 512, '\0'));
    return bytes;
}

} // namespace

TarMaker &TarMaker::add(const Entry &entry)
{
    QByteArray header(512, '\0');
    header.replace(0, qMin<qsizetype>(100, entry.name.size()), entry.name.left(100));
    header.replace(100, 8, octal(entry.mode, 8));
    header.replace(108, 8, octal(1000, 8));
    header.replace(116, 8, octal(1000, 8));
    header.replace(124, 12, octal(entry.size < 0 ? entry.content.size() : entry.size, 12));
    header.replace(136, 12, octal(1700000000, 12));
    header.replace(148, 8, QByteArray(8, ' '));
    header[156] = entry.type;
    header.replace(157, qMin<qsizetype>(100, entry.link.size()), entry.link.left(100));
    header.replace(257, 8, QByteArray("ustar\00000", 8));
    header.replace(345, qMin<qsizetype>(155, entry.prefix.size()), entry.prefix.left(155));
    int sum = entry.isChecksumWrong ? 1 : 0;
    for (const char c : std::as_const(header))
        sum += static_cast<unsigned char>(c);
    header.replace(148, 8,
                   QByteArray(QByteArray::number(sum, 8).rightJustified(6, '0') + QByteArray("\0 ", 2)));
    m_bytes += header + padded(entry.content);
    return *this;
}

TarMaker &TarMaker::addPax(const QByteArrayList &records, char type)
{
    QByteArray content;
    for (const QByteArray &record : records) {
        qsizetype length = record.size() + 2;
        length += QByteArray::number(length + 2).size();
        content += QByteArray::number(length) + ' ' + record + '\n';
    }
    return add(Entry{"PaxHeaders/x", content, type, {}, -1, 0644, false, {}});
}

TarMaker &TarMaker::addRaw(const QByteArray &bytes)
{
    m_bytes += bytes;
    return *this;
}

QByteArray TarMaker::gzip(const QByteArray &data)
{
    QByteArray output;
    GzipStream stream([&](const QByteArray &bytes) -> Result<> {
        output += bytes;
        return {};
    });
    if (!stream.add(data.constData(), data.size()) || !stream.finish())
        return {};
    return output;
}

} // namespace pilothouse
