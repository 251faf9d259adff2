// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/monitoring/prometheustext.h"

#include <QCoreApplication>

#include <limits>
#include <optional>

namespace pilothouse {

namespace {

constexpr int MostSamples = 200000;

bool isNameByte(char byte, bool isFirst)
{
    const bool isLetter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_';
    return isLetter || byte == ':' || (!isFirst && byte >= '0' && byte <= '9');
}

std::optional<double> numberFrom(const QByteArray &text)
{
    const QByteArray word = text.toLower();
    if (word == "nan")
        return std::numeric_limits<double>::quiet_NaN();
    if (word == "+inf" || word == "inf" || word == "-inf")
        return word[0] == '-' ? -std::numeric_limits<double>::infinity()
                              : std::numeric_limits<double>::infinity();
    bool isNumber = false;
    const double value = word.toDouble(&isNumber);
    return isNumber ? std::optional(value) : std::nullopt;
}

/// Reads one line: name, labels, value and perhaps a time.
class LineReader
{
public:
    explicit LineReader(const QByteArray &line)
        : m_line(line)
    {
    }

    std::optional<MetricSample> sample()
    {
        MetricSample sample;
        sample.name = name();
        if (sample.name.isEmpty() || (is('{') && !labels(sample.labels)))
            return std::nullopt;
        const QList<QByteArray> rest = m_line.mid(m_at).simplified().split(' ');
        const std::optional<double> value = numberFrom(rest.value(0));
        if (!value || rest.size() > 2)
            return std::nullopt;
        sample.value = *value;
        return sample;
    }

private:
    bool is(char wanted) const { return m_at < m_line.size() && m_line[m_at] == wanted; }

    void skipSpace()
    {
        while (is(' ') || is('\t'))
            ++m_at;
    }

    QString name()
    {
        skipSpace();
        const qsizetype start = m_at;
        while (m_at < m_line.size() && isNameByte(m_line[m_at], m_at == start))
            ++m_at;
        const QByteArray found = m_line.mid(start, m_at - start);
        skipSpace();
        return QString::fromLatin1(found);
    }

    bool labels(QMap<QString, QString> &labels)
    {
        ++m_at;
        while (true) {
            skipSpace();
            if (is('}')) {
                ++m_at;
                return true;
            }
            const QString key = name();
            if (key.isEmpty() || !is('='))
                return false;
            ++m_at;
            skipSpace();
            const std::optional<QString> value = quoted();
            if (!value)
                return false;
            labels.insert(key, *value);
            skipSpace();
            if (is(','))
                ++m_at;
            else if (!is('}'))
                return false;
        }
    }

    std::optional<QString> quoted()
    {
        if (!is('"'))
            return std::nullopt;
        QByteArray text;
        for (++m_at; m_at < m_line.size(); ++m_at) {
            char byte = m_line[m_at];
            if (byte == '"') {
                ++m_at;
                return QString::fromUtf8(text);
            }
            if (byte == '\\' && m_at + 1 < m_line.size()) {
                byte = m_line[++m_at];
                byte = byte == 'n' ? '\n' : byte;
            }
            text += byte;
        }
        return std::nullopt;
    }

    const QByteArray &m_line;
    qsizetype m_at = 0;
};

} // namespace

Result<MetricPage> parsePrometheusText(const QByteArray &text)
{
    MetricPage page;
    int number = 0;
    for (const QByteArray &line : text.split('\n')) {
        ++number;
        const QByteArray trimmed = line.trimmed();
        if (trimmed.startsWith('#')) {
            const QList<QByteArray> words = trimmed.simplified().split(' ');
            if (words.value(1) == "TYPE" && words.size() == 4)
                page.types.insert(QString::fromUtf8(words[2]), QString::fromUtf8(words[3]));
            continue;
        }
        if (trimmed.isEmpty())
            continue;
        auto sample = LineReader(trimmed).sample();
        if (!sample || page.samples.size() >= MostSamples)
            return failure(
                ErrorKind::BadData,
                sample ? QCoreApplication::translate("PrometheusText", "There are too many metrics.")
                       : QCoreApplication::translate("PrometheusText", "Line %1 is no metric.").arg(number));
        page.samples << std::move(*sample);
    }
    return page;
}

} // namespace pilothouse
