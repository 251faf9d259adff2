// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controllers/activitycontroller.h"

namespace pilothouse {

namespace {
constexpr int MaximumRecords = 5000;
}

ActivityController::ActivityController(OperationsController &operations, AuditLog &audit,
                                       OperationRunner &runner, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_operations(operations)
    , m_log(audit)
    , m_runner(runner)
    , m_clock(clock)
    , m_read(runner, this)
{
    connect(&m_operations, &OperationsController::listChanged, this, &ActivityController::changed);
}

void ActivityController::setInstance(const QString &name)
{
    m_instance = name;
    m_audit = {};
    emit changed();
}

void ActivityController::refresh()
{
    if (m_instance.isEmpty())
        return;
    m_operations.refresh();
    m_audit.isReading = true;
    m_audit.startedAt = m_clock.now();
    AuditLog &log = m_log;
    m_read.start(
        tr("Reading the audit"),
        [&log, name = m_instance](const OperationContext &) -> Result<AuditReading> {
            AuditReading reading;
            const auto records = log.list(name, MaximumRecords);
            if (!records)
                return tl::unexpected(records.error());
            const auto verdict = log.verify();
            if (!verdict)
                return tl::unexpected(verdict.error());
            reading.records = *records;
            reading.verdict = *verdict;
            return reading;
        },
        [this](Result<AuditReading> reading) {
            m_audit.isReading = false;
            m_audit.error = reading ? std::nullopt : std::optional(reading.error());
            if (reading) {
                m_audit.value = std::move(*reading);
                m_audit.hasValue = true;
                m_audit.readAt = m_clock.now();
            }
            emit changed();
        });
    emit changed();
}

QList<OperationView> ActivityController::operations() const
{
    QList<OperationView> own;
    for (const OperationView &view : m_operations.operations()) {
        if (view.instance == m_instance)
            own << view;
    }
    std::stable_sort(own.begin(), own.end(), [](const OperationView &a, const OperationView &b) {
        return a.startedAt > b.startedAt;
    });
    return own;
}

QList<AuditRecord> ActivityController::recordsOf(const QUuid &operation) const
{
    QList<AuditRecord> own;
    for (const AuditRecord &record : m_audit.value.records) {
        if (record.event.operation == operation)
            own.prepend(record);
    }
    return own;
}

void ActivityController::exportRecords(QObject *receiver, std::function<void(Result<QByteArray>)> done)
{
    AuditLog &log = m_log;
    m_runner.run(
        tr("Exporting the audit"), receiver, [&log](const OperationContext &) { return log.exported(); },
        std::move(done));
}

} // namespace pilothouse
