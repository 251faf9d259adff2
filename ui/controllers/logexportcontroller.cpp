// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controllers/logexportcontroller.h"

#include "core/base/clock.h"
#include "core/base/shownzone.h"
#include "core/instances/instancesession.h"
#include "ui/controllers/lognarrowing.h"

namespace pilothouse {

LogExportController::LogExportController(LogsController &logs, const LogServices &services,
                                         SessionPointer session, QObject *parent)
    : QObject(parent)
    , m_logs(logs)
    , m_services(services)
    , m_session(std::move(session))
{
}

LogExportController::~LogExportController()
{
    cancel();
}

const QString &LogExportController::instance() const
{
    return m_session->instance().name;
}

QString LogExportController::folderIn(const QString &parent) const
{
    static const QRegularExpression NoNameOfAFile(QStringLiteral("[^\\w.-]+"));
    const QString name = QString(m_session->instance().name).replace(NoNameOfAFile, QStringLiteral("-"));
    const QDateTime now = shownTime(m_services.clock.now());
    return QStringLiteral("%1/%2-logs-%3").arg(parent, name, now.toString(QStringLiteral("yyyyMMdd-HHmmss")));
}

LogExportController::Work LogExportController::workOf(const LogExportWish &wish) const
{
    const QString how = QStringLiteral("window");
    if (wish.what == LogExportWish::What::Marked) {
        return [session = m_session, read = markedReader(m_logs), folder = wish.folder,
                how](const LogExport &maker, const OperationContext &context) {
            return read(context).and_then([&](const MarkedRecords &marked) {
                return maker.runMarked(*session, marked, folder, how, context);
            });
        };
    }
    QJsonObject arguments = narrowingOf(m_logs, wish.what == LogExportWish::What::Found, wish.isOnlyTimes);
    if (wish.what == LogExportWish::What::AllLogs)
        arguments.insert(QStringLiteral("source"), QStringLiteral("all"));
    return [session = m_session, arguments, folder = wish.folder, how](const LogExport &maker,
                                                                       const OperationContext &context) {
        return maker.run(*session, arguments, folder, how, context);
    };
}

void LogExportController::start(const LogExportWish &wish)
{
    if (isRunning())
        return;
    m_set = {};
    m_set.isReading = true;
    m_operation = m_services.runner.run(
        tr("Keeping logs as evidence"), this,
        [services = m_services, work = workOf(wish)](const OperationContext &context) {
            return work(LogExport(services.openStream, services.files, services.audit, services.clock),
                        context);
        },
        [this](Result<EvidenceSet> set) {
            m_operation.clear();
            m_set.isReading = false;
            m_set.hasValue = set.has_value();
            if (set)
                m_set.value = std::move(*set);
            else
                m_set.error = set.error();
            emit changed();
        },
        OperationRunner::Pool::Operations);
    emit changed();
}

void LogExportController::cancel()
{
    if (m_operation)
        m_operation->cancel();
}

} // namespace pilothouse
