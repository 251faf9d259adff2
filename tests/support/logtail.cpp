// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/logtail.h"

#include "core/logs/makelogreader.h"

namespace pilothouse {

namespace {
constexpr int BatchesInFlight = 4;
constexpr int PollMs = 50;
} // namespace

LogTail::LogTail(LogSource source, std::shared_ptr<LogStream> stream, LogReadOptions options, QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
    , m_stream(std::move(stream))
    , m_options(std::move(options))
    , m_room(BatchesInFlight)
{
}

LogTail::~LogTail()
{
    stop();
}

void LogTail::stop()
{
    m_context.cancel();
    if (m_reader)
        m_reader->wake();
}

void LogTail::requestOlder()
{
    if (m_reader)
        m_reader->requestOlder();
}

template <typename Deliver>
void LogTail::handOver(Deliver deliver)
{
    while (!m_room.tryAcquire(1, PollMs)) {
        if (m_context.isCancelled())
            return;
    }
    QMetaObject::invokeMethod(
        this,
        [this, deliver = std::move(deliver)] {
            m_room.release();
            if (!m_context.isCancelled())
                deliver();
        },
        Qt::QueuedConnection);
}

void LogTail::start()
{
    Q_ASSERT(!m_thread);
    auto reader = makeLogReader(m_source, m_stream, m_options);
    if (!reader) {
        QMetaObject::invokeMethod(
            this, [this, error = reader.error()] { emit stopped(tl::unexpected(error)); },
            Qt::QueuedConnection);
        return;
    }
    m_reader = std::move(*reader);
    LogSink sink;
    sink.onRecords = [this](const QList<LogRecord> &records) {
        handOver([this, records] { emit linesArrived(records); });
    };
    sink.onOlder = [this](const QList<LogRecord> &records, bool isAll) {
        handOver([this, records, isAll] { emit olderArrived(records, isAll); });
    };
    m_thread.reset(QThread::create([this, sink = std::move(sink)] {
        const Result<> result = m_reader->run(sink, m_context);
        QMetaObject::invokeMethod(
            this, [this, result] { emit stopped(result); }, Qt::QueuedConnection);
    }));
    m_thread->setObjectName(QStringLiteral("log ") + m_source.id);
    m_thread->start();
}

} // namespace pilothouse
