// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QString>

namespace pilothouse {

/// Reads the times of one log format. Qt's format letters; yyyy MM MMM (English) dd HH mm ss zzz and t (an
/// offset or Z) are read by a fast path of its own, anything else by QLocale in the C locale. Safe from any
/// thread.
class LogTimeReader
{
public:
    /// `zone`: "UTC", "offset" (in the text, by the letter t) or "local".
    LogTimeReader(QString format, const QString &zone);

    /// In UTC; invalid where the text is not of the format. A format without a date takes the nearest date to
    /// `stamp`, and none without one. `offset`: where the format keeps it apart from the time.
    QDateTime read(QStringView text, const QDateTime &stamp, QStringView offset = {}) const;

    /// Its times are of a day that they do not name.
    bool isWithoutDate() const { return !m_format.isEmpty() && !m_isEpoch && !m_hasDate; }
    /// Of a format without a date; invalid where the text is not of the format.
    QTime timeOfDay(QStringView text) const;

private:
    struct Fields;
    bool readField(QStringView text, qsizetype &at, qsizetype &formatAt, Fields &fields) const;
    QDateTime readFields(QStringView text) const;
    QDateTime readByLocale(QStringView text) const;

    QString m_format;
    bool m_isEpoch = false;
    bool m_isLocal = false;
    bool m_isSimple = false;
    bool m_hasDate = false;
};

} // namespace pilothouse
