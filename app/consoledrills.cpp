// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the console does about drills beside running them: clearing up, reports, and the key for the service.

#include "app/console.h"
#include "core/actions/drill/drillplan.h"

namespace pilothouse {

QList<HeldService> Console::clearDrills(const OperationContext &context)
{
    QList<HeldService> all;
    const QList<QUuid> running = m_drills.running();
    if (running.isEmpty()) // the journals are not read for nothing
        return all;
    for (const OperationRecord &record : m_journals.unfinished()) {
        const auto session = running.contains(record.plan.operation)
                                 ? this->session(record.plan.instance)
                                 : failure(ErrorKind::NotFound, QString());
        if (!session)
            continue;
        const auto report = m_executor.rollBack(record.plan.operation, {**session, {}, context});
        if (!report && report.error().kind == ErrorKind::Locked)
            continue; // it still runs
        HeldService one{record.plan.instance, record.plan.title, {}};
        if (!report)
            one.error = report.error();
        else if (report->outcome != Outcome::PutBack)
            one.error = report->error;
        all << one;
    }
    for (const QUuid &operation : running) { // killed between its end and its report
        const auto record = m_journals.read(operation);
        if (!record || !record->hasEnded())
            continue;
        const auto session = this->session(record->plan.instance);
        // Where the report cannot be written the note stays, and it is tried again.
        (void)(session ? reportDrill(operation, **session) : m_drills.forget(operation));
    }
    return all;
}

Result<> Console::reportDrill(const QUuid &operation, const InstanceSession &session)
{
    const auto record = m_journals.read(operation);
    if (!record)
        return tl::unexpected(record.error());
    if (record->plan.action != u"drill.run" || !record->hasEnded())
        return {};
    return m_drills.write(*record, session, m_steps, {}).and_then([&] { return m_drills.forget(operation); });
}

Result<> Console::moveDrillKey(const Instance &instance, const QString &newName)
{
    const auto profile = m_sessions.profile(instance.profile);
    if (!profile || !profile->drill.marker) // no key was ever asked for
        return {};
    const auto key = m_secrets.read(drillKeyReference(instance.name), {});
    if (!key)
        return {}; // none is kept, or no keyring could keep one
    const auto moved = newName.isEmpty() ? Result<>() : m_secrets.write(drillKeyReference(newName), *key, {});
    return moved.and_then([&] { return m_secrets.remove(drillKeyReference(instance.name), {}); });
}

Result<> Console::keepDrillKey(const Instance &instance, const Secret &key, const QString &how,
                               const OperationContext &context)
{
    const QString reference = drillKeyReference(instance.name);
    const auto kept =
        key.isEmpty() ? m_secrets.remove(reference, context) : m_secrets.write(reference, key, context);
    if (!kept)
        return kept;
    AuditEvent event;
    event.target = instance.name;
    event.action = key.isEmpty() ? QStringLiteral("drill.forget-key") : QStringLiteral("drill.keep-key");
    event.phase = QStringLiteral("note");
    event.how = how;
    return m_audit.append(event).map([](const AuditRecord &) {});
}

} // namespace pilothouse
