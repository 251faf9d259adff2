// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QRandomGenerator>
#include <QStringList>

namespace pilothouse {

/// Invented values in the shapes that a Portagent writes; the same seed gives the same values.
class DemoRandom
{
public:
    explicit DemoRandom(quint32 seed);

    /// From 0 to limit - 1.
    int below(int limit);
    /// True in `percent` of 100 calls.
    bool chance(int percent);
    const QString &pick(const QStringList &list);
    /// `length` characters out of 0-9 and a-z.
    QString letters(int length);

    /// A random UUID (version 4), lower case without braces.
    QString uuid();
    /// "img_mwpj6xyx_qf00ns": prefix, milliseconds in base 36, six letters.
    QString id(const QString &prefix, const QDateTime &time);
    /// "req_1795212535443_3v1xip": prefix, milliseconds, letters.
    QString decimalId(const QString &prefix, const QDateTime &time, int length = 6);
    /// Has the shape of a bcrypt hash of cost 10; no password matches it.
    QString bcryptLookalike();

private:
    QRandomGenerator m_generator;
};

/// Milliseconds since 1970 in base 36, as Portagent's ids carry them.
QString base36(qint64 number);

} // namespace pilothouse
