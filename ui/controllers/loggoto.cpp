// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where the reader of a log wants to go: a line, a part of it, a time.
#include "core/base/shownzone.h"
#include "ui/controllers/logscontroller.h"

namespace pilothouse {

namespace {

/// A time as it is shown, with the last day of the log where it names none; in ms since 1970.
std::optional<qint64> timeIn(const QString &text, qint64 lastTime)
{
    const QDateTime last = shownTime(QDateTime::fromMSecsSinceEpoch(lastTime - 1, Qt::UTC));
    for (const QString &format : {QStringLiteral("H:mm"), QStringLiteral("H:mm:ss")}) {
        if (const QTime time = QTime::fromString(text, format); time.isValid())
            return QDateTime(last.date(), time, last.timeSpec()).toMSecsSinceEpoch();
    }
    for (const QString &format : {QStringLiteral("yyyy-MM-dd"), QStringLiteral("yyyy-MM-dd H:mm"),
                                  QStringLiteral("yyyy-MM-dd H:mm:ss")}) {
        QDateTime time = QDateTime::fromString(text, format);
        time.setTimeSpec(last.timeSpec());
        if (time.isValid())
            return time.toMSecsSinceEpoch();
    }
    return {};
}

} // namespace

bool LogsController::goTo(const QString &text)
{
    const QString wanted = text.simplified();
    if (!m_pager || wanted.isEmpty())
        return false;
    m_stepTarget = 0; // a match that is still on its way is not wanted any more
    bool isNumber = false;
    if (const double part = wanted.chopped(1).toDouble(&isNumber); isNumber && wanted.endsWith(u'%')) {
        showAt(m_model.numberAt(part / 100));
        return true;
    }
    if (const qint64 line = wanted.toLongLong(&isNumber); isNumber) {
        if (line < 1 || line > m_model.extent().lines())
            return false;
        emit endLeft();
        m_pager->showLine(line);
        return true;
    }
    const std::shared_ptr<const LogSurvey> survey = m_timeline.survey();
    const auto time = survey->hasTimes() ? timeIn(wanted, survey->endTime()) : std::nullopt;
    return time && showMoment(*time);
}

bool LogsController::showMoment(qint64 time)
{
    const std::shared_ptr<const LogSurvey> survey = m_timeline.survey();
    const auto near = m_pager && survey->hasTimes() ? survey->positionOf(time) : std::nullopt;
    if (!near)
        return false;
    m_stepTarget = 0;
    emit endLeft();
    m_pager->showTime(time, *near);
    return true;
}

void LogsController::showNextOf(LogGroup group, LogPosition from, int by)
{
    m_stepTarget = 0;
    if (m_pager)
        m_pager->showLevels(levelsOf(group), from, by);
}

void LogsController::findLineOf(quint64 number)
{
    if (m_pager)
        m_pager->findLineOf(number);
}

} // namespace pilothouse
