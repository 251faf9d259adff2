// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/history/logsurveyor.h"

#include "core/logs/history/recordscan.h"

namespace pilothouse {

namespace {
/// What is surveyed before the result is told.
constexpr qint64 SurveyStretch = 4 << 20;
} // namespace

LogSurveyor::LogSurveyor(LogParser parser, QString source, QObject *parent)
    : QObject(parent)
    , m_parser(std::move(parser))
    , m_source(std::move(source))
    , m_thread(new QThread)
    , m_worker(new QObject)
{
    m_thread->setObjectName(QStringLiteral("log survey"));
    m_worker->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread->start(QThread::LowestPriority);
}

LogSurveyor::~LogSurveyor()
{
    m_context.cancel();
}

void LogSurveyor::setExtent(const LogExtent &extent)
{
    if (extent.epoch() != m_epoch) {
        m_context.cancel();
        m_context = OperationContext();
        m_epoch = extent.epoch();
        m_asked.clear();
        m_running = 0;
        m_isAnew = true;
    }
    for (auto part = extent.parts().rbegin(); part != extent.parts().rend(); ++part) {
        const qint64 known = m_asked.value(part->slot, 0);
        m_asked.insert(part->slot, std::max(known, part->bytes));
        for (qint64 end = part->bytes; end > known;) {
            const qint64 begin = std::max(known, (end - 1) / SurveyStretch * SurveyStretch);
            post(*part, begin, end);
            end = begin;
        }
    }
}

void LogSurveyor::post(const LogPart &part, qint64 begin, qint64 end)
{
    ++m_running;
    QMetaObject::invokeMethod(
        m_worker, [this, part, begin, end, context = m_context] { survey(part, begin, end, context); },
        Qt::QueuedConnection);
}

/// In the thread.
void LogSurveyor::survey(const LogPart &part, qint64 begin, qint64 end, const OperationContext &context)
{
    LogSurvey found;
    const auto take = [&found](LogRecord &&record) {
        found.add(record);
        return true;
    };
    RecordScan(part, m_parser, m_source).run({begin, end}, begin == 0, take, context);
    found.setKnown(part, begin, end);
    QMetaObject::invokeMethod(
        this,
        [this, context, found = std::move(found)] {
            if (context.isCancelled())
                return;
            --m_running;
            emit surveyed(found, std::exchange(m_isAnew, false));
            if (m_running == 0)
                emit finished();
        },
        Qt::QueuedConnection);
}

} // namespace pilothouse
