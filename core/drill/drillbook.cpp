// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/drill/drillbook.h"

#include "core/backup/backupstore.h"
#include "core/drill/pdftext.h"
#include "core/files/fileops.h"
#include "core/instances/instancesession.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonDocument>

#include <functional>

namespace pilothouse {
namespace {

struct DrillBookText
{
    Q_DECLARE_TR_FUNCTIONS(DrillBook)
};

const QString SealKeyName = QStringLiteral("/report-key.pem");
const QString DrillNoteAction = QStringLiteral("drill.report");
constexpr qint64 LargestReport = 16 << 20;
constexpr int AuditDepth = 100'000;

QString digestOf(const QByteArray &content)
{
    return QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
}

/// The set that the drill made, where it is still there.
std::optional<Manifest> manifestOf(const OperationRecord &record, FileOps &files, const Clock &clock)
{
    for (const StepCall &call : record.plan.steps) {
        if (call.step != u"backup.publish")
            continue;
        const auto manifest =
            BackupStore(files, clock).manifest(call.arguments.value(QLatin1String("folder")).toString());
        if (manifest)
            return *manifest;
    }
    return std::nullopt;
}

QString drillFolder(const QString &stateFolder, const QUuid &instance)
{
    return stateFolder + QStringLiteral("/drills/") + instance.toString(QUuid::WithoutBraces);
}

/// Newest first, until `isEnough`.
void visitDrills(const FileOps &files, const QString &folder, const std::function<bool(DrillEntry)> &isEnough)
{
    if (!files.exists(folder))
        return;
    QStringList names = files.list(folder).value_or(QStringList());
    std::sort(names.begin(), names.end(), std::greater<>());
    for (const QString &name : std::as_const(names)) {
        if (!name.endsWith(QLatin1String(".json")))
            continue;
        const auto content = files.read(folder + u'/' + name, LargestReport);
        const auto report = content ? drillReportFromJson(QJsonDocument::fromJson(*content).object())
                                    : Result<DrillReport>(tl::unexpected(content.error()));
        const QString base = folder + u'/' + name.chopped(5);
        if (report && isEnough({*report, base, files.exists(base + QStringLiteral(".md.sig"))}))
            return;
    }
}

} // namespace

QList<DrillEntry> drillHistory(const FileOps &files, const QString &stateFolder, const QUuid &instance)
{
    QList<DrillEntry> entries;
    visitDrills(files, drillFolder(stateFolder, instance), [&entries](DrillEntry entry) {
        entries << std::move(entry);
        return false;
    });
    return entries;
}

DrillState drillState(const FileOps &files, const InstanceSession &session, const QDateTime &now)
{
    DrillState state;
    bool isNewest = true;
    visitDrills(files, drillFolder(session.stateFolder(), session.instance().id),
                [&](const DrillEntry &entry) {
                    state.hasFailedSince = state.hasFailedSince || (isNewest && !entry.report.isPassed);
                    isNewest = false;
                    if (!entry.report.isPassed)
                        return false;
                    state.lastAt = entry.report.startedAt;
                    state.dueAt = state.lastAt.addDays(drillDays(session));
                    return true;
                });
    state.isStale = !state.dueAt.isValid() || state.dueAt <= now;
    return state;
}

int drillDays(const InstanceSession &session)
{
    return session.instance().drillDays.value_or(session.profile().drill.everyDays);
}

DrillBook::DrillBook(FileOps &files, const QString &stateFolder, SecretStore &secrets, AuditLog &audit,
                     const Clock &clock)
    : m_files(files)
    , m_folder(stateFolder + QStringLiteral("/drills"))
    , m_seal(secrets)
    , m_audit(audit)
    , m_clock(clock)
{
}

Result<> DrillBook::write(const OperationRecord &record, const InstanceSession &session,
                          const StepRegistry &steps, const OperationContext &context)
{
    const QString folder = drillFolder(session.stateFolder(), session.instance().id);
    const QString base = folder + u'/' + BackupStore::setName(record.startedAt, record.plan.operation);
    if (m_files.exists(base + QStringLiteral(".json")))
        return {};
    DrillReport report = drillReport(record, manifestOf(record, m_files, m_clock), steps);
    report.profile = session.profile().id;
    const QList<ReportLine> lines = reportLines(report);
    // The JSON last: where it is, all of it is.
    const QList<QPair<QString, QByteArray>> made{
        {QStringLiteral(".md"), toMarkdown(lines)},
        {QStringLiteral(".pdf"), toPdf(lines, lines.value(0).cells.value(0))},
        {QStringLiteral(".json"), QJsonDocument(toJson(report)).toJson(QJsonDocument::Indented)}};
    if (auto folderMade = m_files.makeFolder(folder, {0700, {}, {}}); !folderMade)
        return folderMade;
    AuditEvent event;
    event.target = record.plan.instance;
    event.action = DrillNoteAction;
    event.phase = QStringLiteral("note");
    event.operation = record.plan.operation;
    event.result = report.isPassed ? QStringLiteral("passed") : QStringLiteral("failed");
    bool hasKey = true;
    for (const auto &[ending, content] : made) {
        event.arguments.insert(QString(QFileInfo(base).fileName() + ending), digestOf(content));
        const auto seal = hasKey ? m_seal.sign(content, context)
                                 : Result<ReportSeal::Signed>(failure(ErrorKind::Unreachable, QString()));
        hasKey = seal.has_value();
        if (seal) {
            auto sealed =
                m_files.write(base + ending + QStringLiteral(".sig"), seal->signature, {0600, {}, {}})
                    .and_then([&] {
                        return m_files.write(m_folder + SealKeyName, seal->publicKey, {0600, {}, {}});
                    });
            if (!sealed)
                return sealed;
        }
        if (ending == u".json") // the audit before the last file: a cut here is made good the next time
            if (const auto noted = m_audit.append(event); !noted)
                return tl::unexpected(noted.error());
        if (auto written = m_files.write(base + ending, content, {0600, {}, {}}); !written)
            return written;
    }
    return {};
}

Result<DrillCheck> DrillBook::check(const QString &file, const OperationContext &context) const
{
    const auto content = m_files.read(file, LargestReport);
    if (!content)
        return tl::unexpected(withSubject(content.error(), file));
    DrillCheck check;
    check.isSigned = m_files.exists(file + QStringLiteral(".sig"));
    if (check.isSigned) {
        const auto signature = m_files.read(file + QStringLiteral(".sig"), LargestReport);
        // The keyring's own key where it can be asked: the file beside the reports is for others.
        auto key = m_seal.publicKey(context);
        if (!key || key->isEmpty())
            key = m_files.read(m_folder + SealKeyName, LargestReport);
        const auto genuine = signature && key
                                 ? ReportSeal::isGenuine(*content, *signature, *key)
                                 : Result<bool>(failure(signature ? key.error() : signature.error()));
        if (!genuine)
            return tl::unexpected(withSubject(genuine.error(), file));
        check.isGenuine = *genuine;
    }
    const auto verdict = m_audit.verify();
    check.isAuditWhole = verdict && verdict->isIntact;
    const QString digest = digestOf(*content);
    const QList<AuditRecord> records = m_audit.list({}, AuditDepth).value_or(QList<AuditRecord>());
    check.isInAudit = std::any_of(records.begin(), records.end(), [&digest](const AuditRecord &record) {
        const QJsonObject &digests = record.event.arguments;
        return record.event.action == DrillNoteAction
               && std::any_of(digests.begin(), digests.end(),
                              [&digest](const QJsonValue &value) { return value.toString() == digest; });
    });
    return check;
}

QList<QUuid> DrillBook::running() const
{
    QList<QUuid> operations;
    if (!m_files.exists(runningFolder()))
        return operations;
    for (const QString &name : m_files.list(runningFolder()).value_or(QStringList()))
        if (const QUuid operation = QUuid::fromString(name); !operation.isNull())
            operations << operation;
    return operations;
}

Result<> DrillBook::forget(const QUuid &operation)
{
    const QString path = runningFolder() + u'/' + operation.toString(QUuid::WithoutBraces);
    return m_files.exists(path) ? m_files.removeFile(path) : Result<>();
}

} // namespace pilothouse
