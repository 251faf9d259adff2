// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/history/logsurveyor.h"

#include "core/logs/history/recordscan.h"

#include <algorithm>
#include <sys/resource.h>
#include <unistd.h>

namespace pilothouse {

namespace {
/// What is surveyed before the result is told.
constexpr qint64 SurveyStretch = 4 << 20;
constexpr int SurveyNiceness = 10;

/// Qt's priorities mean nothing to the kernel's usual scheduler; niceness is each thread's own.
void stepBehind()
{
    static_cast<void>(::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), SurveyNiceness));
}
} // namespace

LogSurveyor::LogSurveyor(LogParser parser, QString source, QObject *parent)
    : QObject(parent)
    , m_parser(std::move(parser))
    , m_source(std::move(source))
{
    const int count = std::max(1, QThread::idealThreadCount());
    for (int number = 0; number < count; ++number) {
        WorkerThread thread(new QThread);
        auto *worker = new QObject;
        thread->setObjectName(QStringLiteral("log survey"));
        worker->moveToThread(thread.get());
        connect(thread.get(), &QThread::finished, worker, &QObject::deleteLater);
        thread->start();
        QMetaObject::invokeMethod(worker, &stepBehind, Qt::QueuedConnection);
        m_threads.push_back(std::move(thread));
        m_workers.push_back(worker);
    }
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
    QObject *worker = m_workers.at(m_next++ % m_workers.size());
    QMetaObject::invokeMethod(
        worker, [this, part, begin, end, context = m_context] { survey(part, begin, end, context); },
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
    const LogParser parser = m_parser; // one for each thread
    RecordScan(part, parser, m_source).run({begin, end}, begin == 0, take, context);
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
