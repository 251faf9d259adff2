// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/overviewtexts.h"

#include "core/audit/actor.h"
#include "core/base/shownzone.h"
#include "core/base/units.h"
#include "core/instances/instancesession.h"
#include "ui/models/foreigntext.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>
#include <limits>

namespace pilothouse {
namespace {

constexpr qsizetype SparkPoints = 48;
constexpr qsizetype UnsettledSought = 100;     ///< of the newest operations
constexpr qint64 LongestStep = 12 * 60 * 1000; ///< longer without a sample is a gap

struct OverviewTextsText
{
    Q_DECLARE_TR_FUNCTIONS(OverviewTexts)
};

/// "612 MB" as a tile's figure and unit.
void setBytes(TileData &tile, qint64 bytes)
{
    const QStringList parts = formatBytes(bytes).split(QChar(0x202F));
    tile.figure = parts.first();
    tile.unit = parts.size() > 1 ? parts.last() : QString();
}

QString percentText(double percent)
{
    return QStringLiteral("%L1\u202F%").arg(percent, 0, 'f', percent < 9.95 && percent > 0 ? 1 : 0);
}

/// At most as many values as a spark can show, each the mean of its part.
template <typename ValueOf>
QList<double> sparkOf(const QList<MetricPoint> &points, ValueOf valueOf)
{
    QList<double> values;
    const qsizetype parts = std::min(points.size(), SparkPoints);
    for (qsizetype part = 0; part < parts; ++part) {
        const qsizetype from = part * points.size() / parts;
        const qsizetype to = (part + 1) * points.size() / parts;
        double sum = 0;
        int count = 0;
        for (qsizetype at = from; at < to; ++at) {
            const double value = valueOf(points.at(at));
            sum += std::isfinite(value) ? value : 0;
            count += std::isfinite(value) ? 1 : 0;
        }
        values << (count > 0 ? sum / count : std::numeric_limits<double>::quiet_NaN());
    }
    return values.size() > 1 ? values : QList<double>();
}

double plainValue(const MetricPoint &point)
{
    return point.value;
}

std::optional<double> limitOf(const ServiceProfile &profile, const QString &id)
{
    for (const ProfileThreshold &threshold : profile.thresholds) {
        if (threshold.id == id)
            return threshold.warn;
    }
    return std::nullopt;
}

TileData responseTile(const InstanceSnapshot &snapshot, const ServiceProfile &profile,
                      const OverviewCourses &courses)
{
    TileData tile{OverviewTextsText::tr("Response"),
                  QStringLiteral("\u2014"),
                  {},
                  OverviewTextsText::tr("Not measured")};
    tile.spark = {sparkOf(courses.response, plainValue), {}, &Tokens::c1};
    const auto limit = limitOf(profile, QStringLiteral("response"));
    if (snapshot.health.verdict == HealthVerdict::Failed) {
        tile.isOver = true;
        tile.meaning = snapshot.health.status > 0
                           ? OverviewTextsText::tr("Answered %1").arg(snapshot.health.status)
                           : OverviewTextsText::tr("No answer");
        return tile;
    }
    if (snapshot.health.verdict == HealthVerdict::NotChecked)
        return tile;
    tile.figure = snapshot.health.milliseconds < 1 ? QStringLiteral("<\u202F1")
                                                   : formatCount(snapshot.health.milliseconds);
    tile.unit = QStringLiteral("ms");
    tile.meaning = OverviewTextsText::tr("of the health address");
    if (!limit)
        return tile;
    const QString limitText = QStringLiteral("%1\u202Fms").arg(formatCount(static_cast<qint64>(*limit)));
    tile.isOver = static_cast<double>(snapshot.health.milliseconds) > *limit;
    tile.meaning = tile.isOver ? OverviewTextsText::tr("Over the limit of %1").arg(limitText)
                               : OverviewTextsText::tr("Limit %1").arg(limitText);
    return tile;
}

TileData cpuTile(const InstanceSnapshot &snapshot, const OverviewCourses &courses)
{
    TileData tile{
        OverviewTextsText::tr("CPU"), QStringLiteral("\u2014"), {}, OverviewTextsText::tr("Not measured")};
    tile.spark = {sparkOf(courses.cpu, plainValue), {}, &Tokens::c2};
    if (!snapshot.statistics)
        return tile;
    const double percent = snapshot.statistics->cpuPercent;
    tile.figure = QLocale().toString(percent, 'f', percent < 9.95 ? 1 : 0);
    tile.unit = QStringLiteral("%");
    tile.meaning = OverviewTextsText::tr("100 % is one core");
    return tile;
}

TileData memoryTile(const InstanceSnapshot &snapshot, const ServiceProfile &profile,
                    const OverviewCourses &courses)
{
    TileData tile{
        OverviewTextsText::tr("Memory"), QStringLiteral("\u2014"), {}, OverviewTextsText::tr("Not measured")};
    tile.spark = {sparkOf(courses.memory, plainValue), {}, &Tokens::c4};
    if (!snapshot.statistics)
        return tile;
    setBytes(tile, snapshot.statistics->memoryBytes);
    const qint64 own = snapshot.statistics->memoryLimit;
    if (own <= 0) {
        tile.meaning = OverviewTextsText::tr("No limit of its own");
        return tile;
    }
    const double percent =
        100.0 * static_cast<double>(snapshot.statistics->memoryBytes) / static_cast<double>(own);
    const auto limit = limitOf(profile, QStringLiteral("memory"));
    tile.isOver = limit && percent > *limit;
    tile.meaning =
        tile.isOver ? OverviewTextsText::tr("%1 of its %2 limit").arg(percentText(percent), formatBytes(own))
                    : OverviewTextsText::tr("of %1 limit").arg(formatBytes(own));
    return tile;
}

TileData diskTile(const InstanceSnapshot &snapshot, const ServiceProfile &profile,
                  const OverviewCourses &courses, const QDateTime &now)
{
    TileData tile{OverviewTextsText::tr("Disk free"),
                  QStringLiteral("\u2014"),
                  {},
                  OverviewTextsText::tr("Not measured")};
    const DiskReading &disk = snapshot.disk;
    if (disk.totalBytes <= 0)
        return tile;
    const auto total = static_cast<double>(disk.totalBytes);
    tile.spark = {
        sparkOf(courses.diskUsed, [total](const MetricPoint &point) { return total - point.value; }),
        {},
        &Tokens::c2};
    setBytes(tile, disk.freeBytes);
    const auto limit = limitOf(profile, QStringLiteral("disk"));
    tile.isOver = limit && disk.usedPercent() > *limit;
    const QString used =
        OverviewTextsText::tr("%1 used").arg(QStringLiteral("%1\u202F%").arg(disk.usedPercent(), 0, 'f', 0));
    tile.meaning =
        disk.fullAt.isValid()
            ? OverviewTextsText::tr("%1, full about %2").arg(used, formatMoment(disk.fullAt, shownTime(now)))
            : used;
    return tile;
}

/// The count that stands for the service: that of its first entity, else any.
QString leadingCount(const InstanceSnapshot &snapshot, const ServiceProfile &profile)
{
    const QStringList counted = snapshot.counts.keys();
    for (const ProfileEntity &entity : profile.entities) {
        for (const QString &name : counted) {
            if (profile.shown(name).compare(entity.plural, Qt::CaseInsensitive) == 0)
                return name;
        }
    }
    return counted.value(0);
}

TileData countTile(const InstanceSnapshot &snapshot, const ServiceProfile &profile)
{
    const QString leading = leadingCount(snapshot, profile);
    if (leading.isEmpty())
        return {OverviewTextsText::tr("Records"),
                QStringLiteral("\u2014"),
                {},
                OverviewTextsText::tr("Not counted")};
    const QString heading = profile.shown(leading);
    TileData tile{
        heading.left(1).toUpper() + heading.mid(1), formatCount(snapshot.counts.value(leading)), {}, {}};
    QStringList others;
    for (auto count = snapshot.counts.begin(); count != snapshot.counts.end() && others.size() < 2; ++count) {
        if (count.key() != leading && count.key().endsWith(leading))
            others.prepend(
                QStringLiteral("%1 %2").arg(formatCount(count.value()), profile.shown(count.key())));
    }
    tile.meaning = others.join(QLatin1String(", "));
    if (tile.meaning.isEmpty())
        tile.meaning = OverviewTextsText::tr("counted %1").arg(formatMoment(snapshot.countedAt, shownNow()));
    return tile;
}

/// Points with a break wherever nothing was measured for long.
QList<QPointF> withGaps(const QList<MetricPoint> &points, double scale)
{
    QList<QPointF> line;
    qint64 before = 0;
    for (const MetricPoint &point : points) {
        const qint64 at = point.at.toMSecsSinceEpoch();
        if (before > 0 && at - before > LongestStep)
            line << QPointF(static_cast<double>(before + 1), std::numeric_limits<double>::quiet_NaN());
        line << QPointF(static_cast<double>(at), point.value * scale);
        before = at;
    }
    return line;
}

QString sentenceOf(const Error &error)
{
    return error.advice.isEmpty() ? error.message : QStringLiteral("%1 %2").arg(error.message, error.advice);
}

/// Who stopped it, and when.
QString stoppedText(const InstanceSnapshot &snapshot)
{
    const QString at = formatMoment(snapshot.stoppedAt, shownNow());
    if (snapshot.stoppedBy == osUser())
        return OverviewTextsText::tr("Stopped by you, %1. Start it when it is to serve again.").arg(at);
    if (snapshot.stoppedBy.isEmpty())
        return OverviewTextsText::tr("Stopped through Pilothouse, %1. Start it when it is to serve again.")
            .arg(at);
    return OverviewTextsText::tr("Stopped by %1, %2. Start it when it is to serve again.")
        .arg(visibleLine(snapshot.stoppedBy), at);
}

} // namespace

QList<TileData> overviewTiles(const InstanceSnapshot &snapshot, const ServiceProfile &profile,
                              const OverviewCourses &courses, const QDateTime &now)
{
    return {responseTile(snapshot, profile, courses), cpuTile(snapshot, courses),
            memoryTile(snapshot, profile, courses), diskTile(snapshot, profile, courses, now),
            countTile(snapshot, profile)};
}

std::optional<BannerText> snapshotBanner(const InstanceSnapshot &snapshot)
{
    if (snapshot.statusError)
        return BannerText{StateKind::NotChecked,
                          OverviewTextsText::tr("The state of %1 cannot be read").arg(snapshot.name),
                          visibleLine(sentenceOf(*snapshot.statusError)), snapshot.statusError->detail};
    const bool isStopped = snapshot.status && snapshot.status->state == ServiceState::Stopped;
    if (isStopped && snapshot.stoppedAt.isValid())
        return BannerText{StateKind::NotChecked,
                          OverviewTextsText::tr("%1 is stopped").arg(snapshot.name),
                          stoppedText(snapshot),
                          {}};
    if (snapshot.status && snapshot.status->state == ServiceState::Paused)
        return BannerText{StateKind::Warning,
                          OverviewTextsText::tr("%1 is paused").arg(snapshot.name),
                          OverviewTextsText::tr("It answers nobody until it is let go on."),
                          {}};
    if (snapshot.health.verdict == HealthVerdict::Failed)
        return BannerText{
            StateKind::Down, OverviewTextsText::tr("%1 does not answer as it should").arg(snapshot.name),
            OverviewTextsText::tr(
                "The health address was asked %1 and did not give what the profile expects. Look at the log "
                "for the reason.")
                .arg(formatMoment(snapshot.health.at, shownNow())),
            QStringLiteral("GET %1\n%2").arg(snapshot.health.url, snapshot.health.reason)};
    for (const DatabaseReading &reading : snapshot.databases) {
        if (reading.info.error)
            return BannerText{StateKind::Down,
                              OverviewTextsText::tr("%1 cannot be read").arg(reading.info.path),
                              visibleLine(sentenceOf(*reading.info.error)), reading.info.error->detail};
    }
    return std::nullopt;
}

/// Stands before all else: what the service does between two states says little.
std::optional<BannerText> unsettledBanner(const OverviewController &controller)
{
    for (const OperationView &view : controller.recentOperations(UnsettledSought)) {
        const bool isCutOff = view.outcome == Outcome::Interrupted;
        if (view.isAcknowledged || (!isCutOff && view.outcome != Outcome::NeedsOperator))
            continue;
        return BannerText{
            StateKind::NeedsOperator,
            (isCutOff ? OverviewTextsText::tr("“%1” was cut off")
                      : OverviewTextsText::tr("“%1” waits for you"))
                .arg(visibleLine(view.title)),
            OverviewTextsText::tr("%1 may be between two states. Resume it or put it back in the operations "
                                  "below (Ctrl+J) before anything else.")
                .arg(visibleLine(view.instance)),
            {}};
    }
    return std::nullopt;
}

std::optional<BannerText> overviewBanner(const OverviewController &controller)
{
    if (auto banner = unsettledBanner(controller))
        return banner;
    const auto snapshot = controller.snapshot();
    if (snapshot) {
        if (auto banner = snapshotBanner(*snapshot))
            return banner;
    }
    const std::optional<Error> *errors[] = {&controller.courses().error, &controller.life().error,
                                            &controller.backup().error, &controller.surroundings().error};
    const QString headings[] = {OverviewTextsText::tr("What was measured cannot be read"),
                                OverviewTextsText::tr("What was seen of its starts cannot be read"),
                                OverviewTextsText::tr("The backups cannot be read"),
                                OverviewTextsText::tr("Environment and mounts cannot be read")};
    for (std::size_t at = 0; at < std::size(errors); ++at) {
        if (*errors[at])
            return BannerText{StateKind::Warning, headings[at], visibleLine(sentenceOf(**errors[at])),
                              (*errors[at])->detail};
    }
    return std::nullopt;
}

QList<ChartSeries> responseSeries(const OverviewCourses &courses)
{
    return {{OverviewTextsText::tr("Response"), &Tokens::c1, true, withGaps(courses.response, 1)}};
}

QList<ChartSeries> usageSeries(const OverviewCourses &courses, qint64 memoryLimit)
{
    const double scale = memoryLimit > 0 ? 100.0 / static_cast<double>(memoryLimit) : 0;
    return {{OverviewTextsText::tr("CPU"), &Tokens::c2, true, withGaps(courses.cpu, 1)},
            {OverviewTextsText::tr("Memory"), &Tokens::c4, false, withGaps(courses.memory, scale)}};
}

qint64 memoryLimitOf(const std::optional<InstanceSnapshot> &snapshot, const OverviewCourses &courses)
{
    const bool hasOwn = snapshot && snapshot->statistics && snapshot->statistics->memoryLimit > 0;
    return hasOwn ? snapshot->statistics->memoryLimit : courses.machineMemory;
}

} // namespace pilothouse
