// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/configuration/logdriver.h"

#include "core/base/foreigntext.h"
#include "core/base/memorysize.h"
#include "core/logs/engineline.h"
#include "core/runtime/dockerengine.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <cmath>

namespace pilothouse {

namespace {

constexpr qint64 UsualLocalBytes = 20 << 20; // what the driver "local" takes where nothing is said
constexpr int UsualLocalFiles = 5;
constexpr qint64 LeastLogBytes = 64 << 10; // a record of a limit below that would be most of the file
constexpr int MostLogFiles = 1000;
constexpr qint64 SecondsOfDay = 24 * 3600;
/// A shorter time says nothing of days.
constexpr qint64 LeastSecondsOfRate = 600;

struct LogDriverText
{
    Q_DECLARE_TR_FUNCTIONS(LogDriver)
};

/// Drivers whose options hold no credentials; an option of those would be written into the plan.
const QStringList KnownDrivers{QStringLiteral("json-file"), QStringLiteral("local"),
                               QStringLiteral("journald"),  QStringLiteral("syslog"),
                               QStringLiteral("fluentd"),   QStringLiteral("gelf"),
                               QStringLiteral("none")};

QString argument(const QJsonObject &arguments, const char *key)
{
    return arguments.value(QLatin1String(key)).toString().trimmed();
}

tl::unexpected<Error> badLogWish(const QString &text)
{
    return failure(ErrorKind::BadInput, text);
}

Result<QString> sizeText(const QString &size)
{
    const auto bytes = bytesFromText(size);
    if (!bytes)
        return failure(bytes.error());
    if (*bytes < LeastLogBytes)
        return badLogWish(LogDriverText::tr("A file of the log takes at least 64 KiB."));
    return limitText(*bytes);
}

/// "KEY=VALUE,KEY=VALUE"
Result<QJsonObject> optionsOf(const QString &text)
{
    static const QRegularExpression Option(
        QStringLiteral(R"(\A(?<key>[a-z][a-z0-9.-]{0,63})=(?<value>[^\x00-\x1f\x7f]{0,512})\z)"));
    QJsonObject options;
    for (const QString &one : text.split(u',', Qt::SkipEmptyParts)) {
        const QRegularExpressionMatch match = Option.match(one.trimmed());
        if (!match.hasMatch())
            return badLogWish(
                LogDriverText::tr(
                    "“%1” is no option of a log driver; expected is KEY=VALUE, with commas between.")
                    .arg(visibleLine(one.left(80))));
        options.insert(match.captured(QStringLiteral("key")), match.captured(QStringLiteral("value")));
    }
    return options;
}

Result<> addLimits(const QString &driver, const QJsonObject &arguments, QJsonObject &options)
{
    const QString size = argument(arguments, "size");
    const auto files = arguments.value(QLatin1String("files"));
    const bool hasFiles = files.isDouble();
    const bool isOnDisk = LogDriver{driver, 0, 1, -1, {}, {}}.isOnDisk();
    if ((!size.isEmpty() || hasFiles) && !isOnDisk)
        return badLogWish(
            LogDriverText::tr("Only the drivers json-file and local have limits; what %1 keeps is set there.")
                .arg(driver));
    if (!size.isEmpty()) {
        const auto text = sizeText(size);
        if (!text)
            return failure(text.error());
        options.insert(QStringLiteral("max-size"), *text);
    }
    if (!hasFiles)
        return {};
    const double count = files.toDouble();
    if (count < 1 || count > MostLogFiles || count != std::floor(count))
        return badLogWish(LogDriverText::tr("Expected is a number of files from 1 to %1.").arg(MostLogFiles));
    if (driver == u"json-file" && count > 1 && !options.contains(QStringLiteral("max-size")))
        return badLogWish(LogDriverText::tr("Several files need a size at which the next one begins."));
    options.insert(QStringLiteral("max-file"), QString::number(count));
    return {};
}

} // namespace

double LogDriver::daysWhenFull() const
{
    const qint64 seconds = oldest.isValid() && newest.isValid() ? oldest.secsTo(newest) : 0;
    if (mostBytes() == 0 || bytesNow <= 0 || seconds < LeastSecondsOfRate)
        return -1;
    const double rate = static_cast<double>(bytesNow) / static_cast<double>(seconds);
    return static_cast<double>(mostBytes()) / rate / SecondsOfDay;
}

LogDriver logDriverFromInspect(const QJsonObject &inspected)
{
    const QJsonObject config =
        inspected.value(QLatin1String("HostConfig")).toObject().value(QLatin1String("LogConfig")).toObject();
    const QJsonObject options = config.value(QLatin1String("Config")).toObject();
    LogDriver driver;
    driver.name = config.value(QLatin1String("Type")).toString();
    const bool isLocal = driver.name == QLatin1String("local");
    driver.maxBytes = bytesFromText(options.value(QLatin1String("max-size")).toString())
                          .value_or(isLocal ? UsualLocalBytes : 0);
    const int files = options.value(QLatin1String("max-file")).toString().toInt();
    driver.maxFiles = files > 0 ? files : isLocal ? UsualLocalFiles : 1;
    return driver;
}

void findReach(LogDriver &driver, const DockerEngine &engine, const QString &container,
               const OperationContext &context)
{
    const auto stampOf = [&](int lines) {
        DockerLogQuery query;
        query.tail = lines;
        QByteArray head;
        const auto read = engine.logs(
            container, query,
            [&head](DockerStream, const QByteArray &bytes) {
                head += bytes.first(bytes.indexOf(' ') < 0 ? bytes.size() : bytes.indexOf(' '));
                return false;
            },
            context);
        return read ? engineTime(head) : QDateTime();
    };
    driver.oldest = stampOf(-1);
    driver.newest = driver.oldest.isValid() ? stampOf(1) : QDateTime();
}

Result<QJsonObject> wantedLogConfig(const QJsonObject &now, const QJsonObject &arguments)
{
    const QString before = now.value(QLatin1String("Type")).toString();
    const QString asked = argument(arguments, "driver");
    const QString driver = asked.isEmpty() ? before : asked;
    if (asked.isEmpty() && argument(arguments, "size").isEmpty() && argument(arguments, "options").isEmpty()
        && !arguments.contains(QLatin1String("files")))
        return badLogWish(LogDriverText::tr("Say which driver, which size of a file, or how many files."));
    if (!KnownDrivers.contains(driver))
        return badLogWish(
            LogDriverText::tr("“%1” is no log driver that Pilothouse sets; expected is one of %2.")
                .arg(visibleLine(driver.left(40)), KnownDrivers.join(QStringLiteral(", "))));
    QJsonObject options = driver == before ? now.value(QLatin1String("Config")).toObject() : QJsonObject();
    const auto given = optionsOf(argument(arguments, "options"));
    if (!given)
        return failure(given.error());
    for (auto one = given->begin(); one != given->end(); ++one)
        options.insert(one.key(), one.value());
    if (auto limited = addLimits(driver, arguments, options); !limited)
        return failure(limited.error());
    return QJsonObject{{QStringLiteral("Type"), driver}, {QStringLiteral("Config"), options}};
}

QString composeLogging(const QString &service, const QJsonObject &config)
{
    QString text = QStringLiteral("services:\n  %1:\n    logging:\n      driver: %2\n")
                       .arg(service, config.value(QLatin1String("Type")).toString());
    const QJsonObject options = config.value(QLatin1String("Config")).toObject();
    if (!options.isEmpty())
        text += QStringLiteral("      options:\n");
    for (auto one = options.begin(); one != options.end(); ++one) {
        QString value = one.value().toString();
        value.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
        text += QStringLiteral("        %1: \"%2\"\n").arg(one.key(), value);
    }
    return text;
}

} // namespace pilothouse
