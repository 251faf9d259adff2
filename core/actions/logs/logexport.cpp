// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/logs/logexport.h"

#include "core/audit/actor.h"
#include "core/audit/auditlog.h"
#include "core/base/clock.h"
#include "core/base/units.h"
#include "core/files/fileops.h"
#include "core/instances/instancesession.h"
#include "core/logs/evidence/evidencewriter.h"

#include <QJsonArray>

namespace pilothouse {

namespace {

/// What was asked for, as one filter.
QString writtenFilter(const QJsonObject &arguments)
{
    QStringList parts;
    if (const QString level = arguments.value(QLatin1String("level")).toString(); !level.isEmpty())
        parts << QStringLiteral("level>=") + level;
    if (const QString filter = arguments.value(QLatin1String("filter")).toString(); !filter.isEmpty())
        parts << filter;
    if (parts.size() > 1)
        parts.last() = u'(' + parts.last() + u')'; // an "or" in it must not reach the level
    return parts.join(u' ');
}

EvidenceManifest manifestOf(const InstanceSession &session, const QJsonObject &arguments,
                            const LogFilter &filter, const QDateTime &now)
{
    EvidenceManifest manifest;
    manifest.instance = session.instance().name;
    manifest.profile = session.profile().id;
    manifest.actor = actorName();
    manifest.workstation = workstationName();
    manifest.madeAt = now;
    manifest.filter = writtenFilter(arguments);
    manifest.since = filter.range().since;
    manifest.until = filter.range().until;
    return manifest;
}

} // namespace

QJsonObject toJson(const EvidenceSet &set)
{
    QJsonObject object = set.manifest.toJson();
    object.insert(QStringLiteral("folder"), set.folder);
    object.insert(QStringLiteral("manifestSha256"), QString::fromLatin1(set.manifestSha256.toHex()));
    return object;
}

QJsonObject toJson(const EvidenceCheck &check)
{
    QJsonObject object = check.manifest.toJson();
    object.insert(QStringLiteral("isIntact"), check.problems.isEmpty());
    object.insert(QStringLiteral("problems"), QJsonArray::fromStringList(check.problems));
    object.insert(QStringLiteral("manifestSha256"), QString::fromLatin1(check.manifestSha256.toHex()));
    return object;
}

LogExport::LogExport(LogStreamOpener opener, FileOps &files, AuditLog &audit, const Clock &clock)
    : m_logs(std::move(opener))
    , m_files(files)
    , m_audit(audit)
    , m_clock(clock)
{
}

Result<> LogExport::addRecords(EvidenceWriter &writer, const InstanceSession &session,
                               const LogSource &source, const LogFilter &filter,
                               const OperationContext &context) const
{
    if (auto begun = writer.beginRecords(source); !begun)
        return begun;
    Result<> written;
    const auto read = m_logs.scan(
        session, {source}, {filter, 0, [&written] { return written.has_value(); }},
        [&](const QList<ScannedRecord> &records) {
            if (written)
                written = writer.addRecords(records);
        },
        context);
    if (!written)
        return written;
    if (!read)
        return tl::unexpected(read.error());
    if (!read->unreadable.isEmpty())
        return tl::unexpected(read->unreadable.first()); // evidence with holes is none
    return writer.endRecords(context);
}

Result<EvidenceSet> LogExport::run(const InstanceSession &session, QJsonObject arguments,
                                   const QString &folder, const QString &how,
                                   const OperationContext &context) const
{
    if (arguments.value(QLatin1String("source")).toString().isEmpty())
        arguments.insert(QStringLiteral("source"), QStringLiteral("all"));
    const auto filter = logFilterOf(arguments);
    if (!filter)
        return tl::unexpected(filter.error());
    const auto sources = wantedSources(session, arguments);
    if (!sources)
        return tl::unexpected(sources.error());
    EvidenceWriter writer(m_files, folder);
    if (const auto begun = writer.begin(); !begun)
        return tl::unexpected(begun.error());
    for (const LogSource &source : *sources) {
        const bool isWhole = filter->isOpen() && !source.isStream();
        const Result<> added = isWhole ? writer.copyFiles(source, context)
                                       : addRecords(writer, session, source, *filter, context);
        if (!added)
            return tl::unexpected(withSubject(added.error(), source.title));
    }
    if (writer.written().isEmpty())
        return failure(Error{
            ErrorKind::NotFound, session.instance().name, tr("There is no log to export yet."), {}, {}});
    EvidenceSet set{folder, manifestOf(session, arguments, *filter, m_clock.now()), {}};
    return finish(writer, std::move(set), std::move(arguments), how, context);
}

Result<EvidenceSet> LogExport::runMarked(const InstanceSession &session, const MarkedRecords &marked,
                                         const QString &folder, const QString &how,
                                         const OperationContext &context) const
{
    if (marked.records.isEmpty())
        return failure(ErrorKind::NotFound, tr("No record is marked."));
    EvidenceWriter writer(m_files, folder);
    if (const auto begun = writer.begin(); !begun)
        return tl::unexpected(begun.error());
    EvidenceSet set{folder, manifestOf(session, {}, {}, m_clock.now()), {}};
    set.manifest.isOfMarks = true;
    QList<ScannedRecord> records;
    for (qsizetype at = 0; at < marked.records.size(); ++at) {
        const LogRecord &record = marked.records.at(at);
        records.append({record, record.time, true});
        if (const QString note = marked.notes.value(at); !note.isEmpty())
            set.manifest.notes.append(record.time.isValid() ? toIso(record.time) + QStringLiteral(": ") + note
                                                            : note);
    }
    const auto written =
        writer.beginRecords(marked.source).and_then([&] { return writer.addRecords(records); }).and_then([&] {
            return writer.endRecords(context);
        });
    if (!written)
        return tl::unexpected(withSubject(written.error(), marked.source.title));
    return finish(writer, std::move(set),
                  {{QStringLiteral("source"), marked.source.id}, {QStringLiteral("marked"), true}}, how,
                  context);
}

Result<EvidenceSet> LogExport::finish(EvidenceWriter &writer, EvidenceSet set, QJsonObject arguments,
                                      const QString &how, const OperationContext &context) const
{
    const auto finished = writer.finish(set.manifest, context);
    if (!finished)
        return tl::unexpected(finished.error());
    set.manifest.files = writer.written();
    set.manifestSha256 = *finished;
    arguments.insert(QStringLiteral("folder"), set.folder);
    AuditEvent event;
    event.target = set.manifest.instance;
    event.action = QStringLiteral("logs.export");
    event.arguments = arguments;
    event.phase = QStringLiteral("note");
    event.detail = QStringLiteral("manifest sha256 ") + QString::fromLatin1(finished->toHex());
    event.how = how;
    if (const auto told = m_audit.append(event); !told)
        return tl::unexpected(told.error());
    return set;
}

} // namespace pilothouse
