// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/logsamples.h"

namespace pilothouse {

ProfileLogFormat sampleFileFormat()
{
    ProfileLogFormat format;
    format.id = QStringLiteral("file");
    format.record = QStringLiteral(
        R"(^(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} [+-]\d\d:\d\d) \[(?<level>[A-Z]{3})\] )"
        R"((?:\w+·)?(?<component>[^:]*): (?<message>.*)$)");
    format.timeFormat = QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz t");
    format.timeZone = QStringLiteral("offset");
    format.levels = {
        {QStringLiteral("TRC"), QStringLiteral("trace")}, {QStringLiteral("DBG"), QStringLiteral("debug")},
        {QStringLiteral("INF"), QStringLiteral("info")},  {QStringLiteral("WRN"), QStringLiteral("warning")},
        {QStringLiteral("ERR"), QStringLiteral("error")}, {QStringLiteral("FTL"), QStringLiteral("fatal")}};
    return format;
}

ProfileLogFormat sampleConsoleFormat()
{
    ProfileLogFormat format = sampleFileFormat();
    format.id = QStringLiteral("console");
    format.record = QStringLiteral(
        R"(^(?<time>\d\d:\d\d:\d\d\.\d{3}) (?<level>[A-Z]{3}) (?:\w+·)?(?<component>\S+) (?<message>.*)$)");
    format.timeFormat = QStringLiteral("HH:mm:ss.zzz");
    format.timeZone = QStringLiteral("UTC");
    return format;
}

QByteArray sampleRecord(int sequence)
{
    static const QByteArrayList Levels{"INF", "INF", "DBG", "WRN", "ERR"};
    QByteArray record = "2026-11-20 21:57:" + QByteArray::number(sequence / 1000 % 60).rightJustified(2, '0')
                        + '.' + QByteArray::number(sequence % 1000).rightJustified(3, '0') + " +00:00 ["
                        + Levels.at(sequence % 5) + "] app·runtime/Part" + QByteArray::number(sequence % 7)
                        + ": 'Step " + QByteArray::number(sequence) + "' {";
    if (sequence % 5 != 4)
        return record + " id: 'x' }\n";
    return record + "\n  requestId: 'req_" + QByteArray::number(sequence) + "',\n  error: 'none'\n}\n";
}

QByteArray sampleRecords(int from, int to)
{
    return recordsFrom(from, to, sampleRecord);
}

QByteArray recordsFrom(int from, int to, const std::function<QByteArray(int sequence)> &make, int step)
{
    QByteArray bytes;
    for (int sequence = from; sequence < to; sequence += step)
        bytes += make(sequence);
    return bytes;
}

QDateTime beginningOfTimedSamples()
{
    return {QDate(2026, 11, 20), QTime(9, 0), Qt::UTC};
}

QByteArray timedRecordHead(int sequence, const QByteArray &level, const QByteArray &part)
{
    const QDateTime time = beginningOfTimedSamples().addMSecs(qint64{TimedSampleMs} * sequence);
    return time.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")).toLatin1() + " +00:00 [" + level
           + "] app·runtime/" + part + ": 'Step " + QByteArray::number(sequence) + "' {";
}

LogSource sampleSource(const QString &id, const QString &path)
{
    LogSource source;
    source.id = id;
    source.title = path.section(u'/', -1);
    source.kind = QStringLiteral("file");
    source.path = path;
    source.rotated = QStringLiteral("{path}.{n}");
    source.keep = 3;
    source.format = sampleFileFormat();
    return source;
}

int sequenceOf(const QString &message)
{
    if (!message.startsWith(QLatin1String("'Step ")))
        return -1;
    return message.mid(6, message.indexOf(u'\'', 6) - 6).toInt();
}

namespace {

/// Every end of a control sequence and every control and mark there is, where lines of programs have them.
void addSystematic(QList<QByteArray> &lines)
{
    for (int end = 0x40; end < 0x7F; ++end) {
        lines << QByteArray("csi \x1b[") + char(end) + " after"
              << QByteArray("csi \x1b[?25;1") + char(end) + " after"
              << QByteArray("esc \x1b") + char(end) + " after";
    }
    for (int code = 0x80; code < 0xA0; ++code)
        lines << QByteArray("c1 \xC2") + char(code) + "2J after"
              << QByteArray("raw c1 ") + char(code) + "2J after";
    for (const char *family : {"\x1bP", "\x1bX", "\x1b^", "\x1b_", "\xC2\x90", "\xC2\x9D"}) {
        for (const char *end : {"\x07", "\x1b\\", "\xC2\x9C", "", "\x18", "\x1a"})
            lines << QByteArray("string ") + family + "52;c;cGF5bG9hZA==" + end + " after";
    }
    for (const auto &[first, last] : {std::pair(0x200B, 0x200F), std::pair(0x2028, 0x202E),
                                      std::pair(0x2060, 0x206F), std::pair(0xE0020, 0xE0060)}) {
        for (int code = first; code <= last; ++code) {
            const auto mark = static_cast<char32_t>(code);
            lines << "mark " + QString::fromUcs4(&mark, 1).toUtf8() + " after";
        }
    }
    for (const char *part : {"\r", "\r\r", "\b\b\b", "\v", "\f", "\x7f", "\x0e", "\x0f"})
        lines << QByteArray("over") + part + "written" << QByteArray(part) + "over"
              << QByteArray("end") + part;
}

} // namespace

QList<QByteArray> hostileLines()
{
    QList<QByteArray> lines;
    for (const char final : QByteArray("ABCDEFGHJKSTfhlnsu"))
        lines << QByteArray("\x1b[2;1") + final + "after";
    for (int code = 0; code < 0x20; ++code) {
        if (code != '\n' && code != '\t')
            lines << QByteArray("control ") + char(code) + " after";
    }
    for (const int command : {0, 1, 2, 4, 7, 8, 9, 10, 11, 12, 50, 52, 104, 777, 1337})
        lines << "\x1b]" + QByteArray::number(command) + ";payload\x07 after"
              << "\x1b]" + QByteArray::number(command) + ";payload\x1b\\ after";
    for (int code = 0x80; code < 0xA0; code += 3)
        lines << QByteArray("c1 \xC2") + char(code) + "31m after";
    for (const char *mark :
         {"\u202A", "\u202B", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069", "\u200B", "\u200E",
          "\u2028", "\u2029", "\uFEFF", "\u00AD", "\u2060", "\U000E0041"})
        lines << QByteArray("mark ") + mark + " after";
    addSystematic(lines);
    lines << "\x1bP1;2|device\x1b\\"
          << "\x1b_app\x1b\\"
          << "\x1b^private\x1b\\"
          << "\x1b"
             "c"
          << "\x1b#8"
          << "\x9b"
             "2J"
          << "visible\rhidden"
          << "\x1b[31"
          << "\x1b["
          << "\x1b"
          << "\x1b[31;1:2mred\x1b[0m"
          << "\xC3\x28\xFF\xFE bad"
          << "\xED\xA0\x80 surrogate"
          << "\xF4\x90\x80\x80 beyond"
          << "<b>bold</b><img src=x>"
          << "&amp;&&file:///etc" << QByteArray("nul \0 after", 11)
          << "\xC0\x9b"
             "2J overlong";
    return lines;
}

bool isHarmless(const QString &text)
{
    for (const char32_t code : text.toUcs4()) {
        const bool isControl =
            (code < 0x20 && code != U'\t' && code != U'\n') || (code >= 0x7F && code <= 0x9F);
        const bool isMark = code == 0xAD || code == 0x61C || (code >= 0x200B && code <= 0x200F)
                            || (code >= 0x2028 && code <= 0x202E) || (code >= 0x2060 && code <= 0x206F)
                            || code == 0xFEFF || (code >= 0xE0000 && code <= 0xE007F);
        if (isControl || isMark)
            return false;
    }
    return true;
}

} // namespace pilothouse
