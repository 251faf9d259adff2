// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demorandom.h"

namespace pilothouse {

DemoRandom::DemoRandom(quint32 seed)
    : m_generator(seed)
{
}

int DemoRandom::below(int limit)
{
    return static_cast<int>(m_generator.bounded(static_cast<quint32>(qMax(1, limit))));
}

bool DemoRandom::chance(int percent)
{
    return below(100) < percent;
}

const QString &DemoRandom::pick(const QStringList &list)
{
    return list.at(below(static_cast<int>(list.size())));
}

QString DemoRandom::letters(int length)
{
    const QString alphabet = QStringLiteral("0123456789abcdefghijklmnopqrstuvwxyz");
    QString text;
    for (int index = 0; index < length; ++index)
        text.append(alphabet.at(below(36)));
    return text;
}

QString DemoRandom::uuid()
{
    const QString digits = QStringLiteral("0123456789abcdef");
    QString text = QStringLiteral("xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx");
    for (QChar &character : text) {
        if (character == QLatin1Char('x'))
            character = digits.at(below(16));
        else if (character == QLatin1Char('y'))
            character = digits.at(8 + below(4));
    }
    return text;
}

QString DemoRandom::id(const QString &prefix, const QDateTime &time)
{
    return prefix + QLatin1Char('_') + base36(time.toMSecsSinceEpoch()) + QLatin1Char('_') + letters(6);
}

QString DemoRandom::decimalId(const QString &prefix, const QDateTime &time, int length)
{
    return prefix + QLatin1Char('_') + QString::number(time.toMSecsSinceEpoch()) + QLatin1Char('_')
           + letters(length);
}

QString DemoRandom::bcryptLookalike()
{
    const QString alphabet =
        QStringLiteral("./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");
    QString text = QStringLiteral("$2b$10$");
    for (int index = 0; index < 53; ++index)
        text.append(alphabet.at(below(64)));
    return text;
}

QString base36(qint64 number)
{
    return QString::number(number, 36);
}

} // namespace pilothouse
