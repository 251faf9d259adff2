// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/engine/engineline.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstring>

namespace pilothouse {

namespace {

constexpr QByteArrayView TextKey(R"({"log":")");
constexpr QByteArrayView StreamKey(R"(","stream":")");
constexpr QByteArrayView AttributesKey(R"(,"attrs":{)");
/// The stream's name and the time take no more.
constexpr qsizetype UsualRest = 160;
constexpr qsizetype StampSeconds = 19; // "2026-11-20T22:09:09"

/// The value of a member that holds no quotes; empty where it is not there.
QByteArrayView plainMember(QByteArrayView rest, QByteArrayView key)
{
    const qsizetype at = rest.indexOf(key);
    if (at < 0)
        return {};
    const QByteArrayView value = rest.sliced(at + key.size());
    return value.first(std::max<qsizetype>(0, value.indexOf('"')));
}

int hexOf(const char *digits)
{
    int value = 0;
    for (int at = 0; at < 4; ++at) {
        const char c = digits[at];
        const int digit = c >= '0' && c <= '9'   ? c - '0'
                          : c >= 'a' && c <= 'f' ? c - 'a' + 10
                          : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                 : -1;
        if (digit < 0)
            return -1;
        value = value * 16 + digit;
    }
    return value;
}

char *writeUtf8(char32_t code, char *to)
{
    const auto tail = [&to](char32_t bits) { *to++ = static_cast<char>(0x80 | (bits & 0x3F)); };
    if (code < 0x80) {
        *to++ = static_cast<char>(code);
    } else if (code < 0x800) {
        *to++ = static_cast<char>(0xC0 | (code >> 6));
        tail(code);
    } else if (code < 0x10000) {
        *to++ = static_cast<char>(0xE0 | (code >> 12));
        tail(code >> 6);
        tail(code);
    } else {
        *to++ = static_cast<char>(0xF0 | (code >> 18));
        tail(code >> 12);
        tail(code >> 6);
        tail(code);
    }
    return to;
}

/// What stands for a letter after a backslash; 0: itself.
char controlOf(char letter)
{
    switch (letter) {
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    default:
        return 0;
    }
}

/// The character of an escape whose letter is at `at`; moves past it.
char *writeEscape(const char *&at, const char *end, char *to)
{
    const char letter = *at++;
    if (letter != 'u') {
        const char control = controlOf(letter);
        *to++ = control ? control : letter;
        return to;
    }
    const int unit = end - at >= 4 ? hexOf(at) : -1;
    if (unit < 0) {
        *to++ = letter;
        return to;
    }
    at += 4;
    auto code = static_cast<char32_t>(unit);
    const int low =
        QChar::isHighSurrogate(code) && end - at >= 6 && at[0] == '\\' && at[1] == 'u' ? hexOf(at + 2) : -1;
    if (low >= 0 && QChar::isLowSurrogate(static_cast<char32_t>(low))) {
        code = QChar::surrogateToUcs4(static_cast<char16_t>(unit), static_cast<char16_t>(low));
        at += 6;
    } else if (QChar::isSurrogate(code)) {
        code = QChar::ReplacementCharacter;
    }
    return writeUtf8(code, to);
}

/// As JSON writes a string, with its quotes.
QByteArray quoted(const QByteArray &text)
{
    QByteArray out;
    out.reserve(text.size() + 8);
    out += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (static_cast<uchar>(c) < 0x20) {
            out += "\\u00" + QByteArray::number(static_cast<uchar>(c), 16).rightJustified(2, '0');
        } else {
            out += c;
        }
    }
    return out += '"';
}

int digitsAt(QByteArrayView text, qsizetype at, qsizetype count)
{
    int value = 0;
    for (qsizetype i = at; i < at + count; ++i) {
        if (text.at(i) < '0' || text.at(i) > '9')
            return -1;
        value = value * 10 + (text.at(i) - '0');
    }
    return value;
}

} // namespace

bool isEngineHead(QByteArrayView head)
{
    const qsizetype end = head.indexOf('\n');
    return EngineLineParts::of(end < 0 ? head : head.first(end)).has_value();
}

std::optional<EngineLineParts> EngineLineParts::of(QByteArrayView line)
{
    if (!line.startsWith(TextKey))
        return {};
    // Quotes are escaped within the text, so that the key cannot stand there.
    qsizetype from = std::max(TextKey.size(), line.size() - UsualRest);
    qsizetype at = line.indexOf(StreamKey, from);
    if (at < 0 || line.indexOf(AttributesKey, from) >= 0)
        at = line.indexOf(StreamKey, TextKey.size() - 1);
    if (at < 0)
        return {};
    EngineLineParts parts;
    parts.text = line.sliced(TextKey.size(), std::max<qsizetype>(0, at - TextKey.size()));
    parts.rest = line.sliced(at + StreamKey.size());
    parts.stream = parts.rest.first(std::max<qsizetype>(0, parts.rest.indexOf('"')));
    return parts;
}

char *writeUnescaped(QByteArrayView text, char *to)
{
    const char *at = text.begin();
    const char *const end = text.end();
    while (at < end) {
        const auto *escape = static_cast<const char *>(std::memchr(at, '\\', static_cast<size_t>(end - at)));
        const char *const stop = escape ? escape : end;
        std::memcpy(to, at, static_cast<size_t>(stop - at));
        to += stop - at;
        at = stop;
        if (escape && end - escape > 1) {
            at = escape + 1;
            to = writeEscape(at, end, to);
        } else if (escape) {
            *to++ = *at++;
        }
    }
    return to;
}

std::optional<EngineLine> EngineLine::read(QByteArrayView line)
{
    const auto parts = EngineLineParts::of(line);
    if (!parts)
        return {};
    EngineLine read;
    read.text.resize(parts->text.size());
    char *const end = writeUnescaped(parts->text, read.text.data());
    read.text.resize(end - read.text.constData());
    const bool isEnded = read.text.endsWith('\n');
    read.isWhole = isEnded || read.text.size() < PieceBytes;
    if (isEnded)
        read.text.chop(1);
    read.stream = parts->stream.toByteArray();
    read.time = plainMember(parts->rest, R"("time":")").toByteArray();
    const qsizetype more = parts->rest.indexOf(R"(,"level":)");
    if (more < 0)
        return read;
    const QJsonObject own =
        QJsonDocument::fromJson('{' + parts->rest.sliced(more + 1).toByteArray()).object();
    read.level = logLevelFromName(own.value(QLatin1String("level")).toString());
    read.component = own.value(QLatin1String("component")).toString().toUtf8();
    read.isPlain = own.value(QLatin1String("plain")).toBool();
    return read;
}

QByteArray EngineLine::toBytes() const
{
    QByteArray line = R"({"log":)" + quoted(isWhole ? QByteArray(text + '\n') : text) + R"(,"stream":)"
                      + quoted(stream) + R"(,"time":")" + time + '"';
    if (level != LogLevel::Unknown || !component.isEmpty() || isPlain)
        line += R"(,"level":")" + logLevelName(level).toLatin1() + R"(","component":)" + quoted(component)
                + (isPlain ? R"(,"plain":true)" : "");
    return line + "}\n";
}

QDateTime engineTime(QByteArrayView text)
{
    if (text.size() <= StampSeconds || text.back() != 'Z' || text.at(4) != '-' || text.at(10) != 'T')
        return {};
    const int year = digitsAt(text, 0, 4);
    const QDate date = year < 0 ? QDate() : QDate(year, digitsAt(text, 5, 2), digitsAt(text, 8, 2));
    int milliseconds = 0;
    if (text.at(StampSeconds) == '.') {
        int weight = 100;
        for (qsizetype at = StampSeconds + 1; at < text.size() - 1; ++at, weight /= 10)
            milliseconds += weight * std::max(0, digitsAt(text, at, 1));
    }
    const QTime time(digitsAt(text, 11, 2), digitsAt(text, 14, 2), digitsAt(text, 17, 2), milliseconds);
    return date.isValid() && time.isValid() ? QDateTime(date, time, Qt::UTC) : QDateTime();
}

} // namespace pilothouse
