// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controllers/troublecontroller.h"

#include <QMutex>

namespace pilothouse {

/// What the worker has found so far. It may outlive the controller, which is why it is neither's own.
struct TroubleController::Live
{
    QMutex mutex;
    QList<ProbeFinding> findings;
    QString checking;
};

TroubleController::TroubleController(OperationRunner &runner, TroubleServices services, QObject *parent)
    : QObject(parent)
    , m_services(std::move(services))
    , m_read(runner, this)
{
    m_poll.setInterval(100);
    connect(&m_poll, &QTimer::timeout, this, &TroubleController::take);
}

void TroubleController::start(const SessionPointer &session, const TroubleQuestion &question)
{
    m_findings.clear();
    m_checking.clear();
    m_report.reset();
    m_error.reset();
    m_live = std::make_shared<Live>();
    m_poll.start();
    m_read.start(
        tr("Troubleshooting"),
        [session, question, services = m_services, live = m_live](const OperationContext &context) {
            TroubleSink sink;
            sink.onCheck = [live](const QString &title) {
                const QMutexLocker lock(&live->mutex);
                live->checking = title;
            };
            sink.onFinding = [live](const ProbeFinding &finding) {
                const QMutexLocker lock(&live->mutex);
                live->findings << finding;
            };
            return troubleshoot(*session, question, services, sink, context);
        },
        [this](const Result<TroubleReport> &report) {
            m_poll.stop();
            m_checking.clear();
            if (report) {
                m_report = *report;
                m_findings = report->findings;
            } else {
                m_error = report.error();
            }
            emit changed();
        });
    emit changed();
}

void TroubleController::take()
{
    const QMutexLocker lock(&m_live->mutex);
    if (m_checking == m_live->checking && m_findings.size() == m_live->findings.size())
        return;
    m_checking = m_live->checking;
    m_findings = m_live->findings;
    emit changed();
}

void TroubleController::cancel()
{
    m_poll.stop();
    m_read.cancel();
    m_checking.clear();
    emit changed();
}

} // namespace pilothouse
