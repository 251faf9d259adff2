// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/configuration/permissionaudit.h"

#include "core/instances/instancesession.h"
#include "core/runtime/serviceruntime.h"
#include "core/runtime/systemdruntime.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QMap>

#include <algorithm>
#include <pwd.h>

namespace pilothouse {

namespace {

constexpr qsizetype MostFiles = 50'000;
constexpr uint SetId = 06000;
constexpr uint Sticky = 01000;
constexpr uint EverybodyWrites = 00002;
constexpr uint OthersWrite = 00022;
constexpr uint LogMode = 0640;
constexpr uint SecretMode = 0600;

struct PermissionAuditText
{
    Q_DECLARE_TR_FUNCTIONS(PermissionAudit)
};

QString octal(uint mode)
{
    return QString::number(mode, 8).rightJustified(3, u'0');
}

QString userName(uint id)
{
    char buffer[4096];
    passwd entry;
    passwd *found = nullptr;
    const bool isKnown = ::getpwuid_r(id, &entry, buffer, sizeof buffer, &found) == 0 && found;
    return isKnown ? QStringLiteral("%1 (%2)").arg(QString::fromLocal8Bit(found->pw_name)).arg(id)
                   : QString::number(id);
}

/// One audit under way.
class Auditor
{
public:
    Auditor(const InstanceSession &session, const FileOps &files, const OperationContext &context)
        : m_session(session)
        , m_files(files)
        , m_context(context)
    {
        m_audit.user = serviceUserOf(session, context);
    }

    Result<PermissionAudit> run()
    {
        const QString folder = m_session.instance().dataDir;
        const auto root = m_files.facts(folder);
        if (!root)
            return failure(withSubject(root.error(), folder));
        m_root = *root;
        collectRules();
        if (auto looked = lookAt(folder, *root); !looked)
            return failure(looked.error());
        for (auto rule = m_rules.begin(); rule != m_rules.end(); ++rule) {
            if (!m_seen.contains(rule.key()))
                lookOutside(rule.key());
        }
        lookAtParents(folder);
        const auto rank = [](const AccessFinding &finding) { return -static_cast<int>(finding.kind); };
        std::stable_sort(m_audit.findings.begin(), m_audit.findings.end(),
                         [&](const AccessFinding &a, const AccessFinding &b) { return rank(a) < rank(b); });
        return m_audit;
    }

private:
    struct Rule
    {
        uint mode = 0;
        bool isExact = false; // else a file may also be stricter
    };

    QString inFolder(const QString &relative) const
    {
        return QDir::cleanPath(m_session.instance().dataDir + u'/' + relative);
    }

    QStringList matching(const QString &glob) const
    {
        if (!glob.contains(u'*') && !glob.contains(u'?'))
            return {inFolder(glob)};
        const QFileInfo split(inFolder(glob));
        QStringList paths;
        for (const QString &name : m_files.list(split.path()).value_or(QStringList())) {
            if (QDir::match(split.fileName(), name))
                paths << split.path() + u'/' + name;
        }
        return paths;
    }

    void collectRules()
    {
        for (const ProfilePermission &wanted : m_session.profile().permissions) {
            for (const QString &path : matching(wanted.path))
                m_rules.insert(path, {wanted.mode, true});
        }
        for (const DatabaseReference &database : m_session.databases()) {
            const auto rule = m_rules.constFind(database.path);
            if (rule == m_rules.cend())
                continue;
            const Rule same = *rule;
            for (const char *end : {"-wal", "-shm", "-journal"})
                m_rules.insert(database.path + QLatin1String(end), same);
        }
        for (const ProfileLogSource &log : m_session.profile().logs) {
            if (log.path.isEmpty())
                continue;
            for (const QString &path : matching(log.path) + matching(log.path + QStringLiteral(".*")))
                m_rules.insert(path, {LogMode, false});
        }
        for (const QString &path : secretFiles())
            m_rules.insert(path, {SecretMode, false});
    }

    /// Files with secrets in them, wherever they are.
    QStringList secretFiles() const
    {
        QStringList paths{inFolder(QStringLiteral(".env"))};
        const QString working = m_session.instance().runtime.workingDirectory;
        if (!working.isEmpty())
            paths << QDir::cleanPath(working + QStringLiteral("/.env"));
        if (const auto *unit = dynamic_cast<const SystemdRuntime *>(&m_session.runtime())) {
            if (const auto facts = unit->shownFacts(m_context)) {
                for (const auto &[path, isOptional] : environmentFilesFromUnit(*facts))
                    paths << QDir::cleanPath(path);
            }
        }
        return paths;
    }

    AccessFinding start(const char *id, const QString &path, const FileFacts &facts) const
    {
        AccessFinding finding;
        finding.id = QLatin1String(id);
        finding.path = path;
        finding.facts = facts;
        return finding;
    }

    void add(AccessFinding finding)
    {
        FileFacts after = finding.facts;
        after.mode = finding.mode.value_or(after.mode);
        after.ownerId = finding.ownerId.value_or(after.ownerId);
        after.groupId = finding.groupId.value_or(after.groupId);
        if (finding.canFix() && m_audit.user && m_audit.user->canUse(finding.facts)
            && !m_audit.user->canUse(after)) {
            finding.kind = FindingKind::NeedsConsent;
            finding.advice =
                PermissionAuditText::tr(
                    "The service runs as user %1 and would lose its access: give it the file first.")
                    .arg(userName(m_audit.user->userId));
        }
        m_audit.findings << finding;
    }

    Result<> lookAt(const QString &path, const FileFacts &facts)
    {
        if (m_context.isCancelled())
            return failure(ErrorKind::Cancelled, PermissionAuditText::tr("Cancelled."));
        m_seen.insert(path);
        ++m_audit.files;
        if (facts.isLink) {
            if (m_rules.contains(path))
                lookAtLink(path, facts);
            return {};
        }
        lookAtMode(path, facts);
        lookAtOwner(path, facts);
        return facts.isDirectory ? lookInside(path, facts) : Result<>();
    }

    Result<> lookInside(const QString &folder, const FileFacts &facts)
    {
        const auto names = m_files.list(folder);
        if (!names) {
            AccessFinding finding = start("unreadable", folder, facts);
            finding.text = PermissionAuditText::tr("This user may not look into the folder.");
            finding.advice =
                PermissionAuditText::tr("Run Pilothouse as root, or as the user of the service.");
            m_audit.findings << finding;
            return {};
        }
        for (const QString &name : *names) {
            if (m_audit.files >= MostFiles)
                return tooMany(folder, facts);
            if (name.startsWith(QLatin1String(".pilothouse")))
                continue; // our own lock and what we keep
            const QString path = folder + u'/' + name;
            const auto entry = m_files.facts(path);
            if (!entry)
                continue; // gone since it was listed
            if (auto looked = lookAt(path, *entry); !looked)
                return looked;
        }
        return {};
    }

    Result<> tooMany(const QString &folder, const FileFacts &facts)
    {
        if (m_isCut)
            return {};
        m_isCut = true;
        AccessFinding finding = start("many", folder, facts);
        finding.kind = FindingKind::Info;
        finding.text = PermissionAuditText::tr("Only the first %1 files were looked at.").arg(MostFiles);
        m_audit.findings << finding;
        return {};
    }

    void lookAtLink(const QString &path, const FileFacts &facts)
    {
        AccessFinding finding = start("link", path, facts);
        finding.kind = FindingKind::Info;
        finding.text = PermissionAuditText::tr("It is a link; what it leads to was not looked at.");
        m_audit.findings << finding;
    }

    /// What its mode should be; the same where nothing is wrong with it.
    uint wantedMode(const QString &path, const FileFacts &facts) const
    {
        const auto rule = m_rules.constFind(path);
        uint wanted = facts.mode;
        if (rule != m_rules.cend())
            wanted = rule->isExact ? rule->mode : facts.mode & rule->mode;
        if (facts.isRegular)
            wanted &= ~SetId;
        const bool isSticky = facts.isDirectory && (facts.mode & Sticky);
        return isSticky ? wanted : wanted & ~EverybodyWrites;
    }

    void lookAtMode(const QString &path, const FileFacts &facts)
    {
        const uint wanted = wantedMode(path, facts);
        if (wanted == facts.mode)
            return;
        const bool isSetId = facts.isRegular && (facts.mode & SetId);
        AccessFinding finding = start(isSetId ? "set-id" : "mode", path, facts);
        finding.mode = wanted;
        if (isSetId)
            finding.text =
                PermissionAuditText::tr("Whoever runs it gets the rights of its owner or group (mode %1).")
                    .arg(octal(facts.mode));
        else if (facts.mode & EverybodyWrites)
            finding.text = PermissionAuditText::tr("Everybody on this machine may write it (mode %1).")
                               .arg(octal(facts.mode));
        else if (facts.mode & ~wanted)
            finding.text = PermissionAuditText::tr("More than its owner may get at it (mode %1).")
                               .arg(octal(facts.mode));
        else
            finding.text = PermissionAuditText::tr("The service has less access than it needs (mode %1).")
                               .arg(octal(facts.mode));
        finding.advice = PermissionAuditText::tr("Set it to %1.").arg(octal(wanted));
        add(finding);
    }

    void lookAtOwner(const QString &path, const FileFacts &facts)
    {
        const bool hasUser = m_audit.user && m_audit.user->userId != 0;
        const uint owner = hasUser ? m_audit.user->userId : m_root.ownerId;
        if (facts.ownerId == owner)
            return;
        AccessFinding finding = start("owner", path, facts);
        finding.ownerId = owner;
        finding.groupId = hasUser ? m_audit.user->groupIds.value(0) : m_root.groupId;
        finding.text = PermissionAuditText::tr("It belongs to %1, the service is %2.")
                           .arg(userName(facts.ownerId), userName(owner));
        finding.advice = PermissionAuditText::tr("Give it to %1; only root can.").arg(userName(owner));
        add(finding);
    }

    /// A rule's file that lies outside of the data folder, or is not there.
    void lookOutside(const QString &path)
    {
        const auto facts = m_files.facts(path);
        if (!facts)
            return;
        ++m_audit.files;
        if (facts->isLink)
            lookAtLink(path, *facts);
        else
            lookAtMode(path, *facts);
    }

    /// Who may rename a folder above can put another one in its place.
    void lookAtParents(const QString &folder)
    {
        for (QString path = QFileInfo(folder).path();; path = QFileInfo(path).path()) {
            const auto facts = m_files.facts(path);
            if (facts && (facts->mode & OthersWrite) && !(facts->mode & Sticky)
                && !((facts->mode & OthersWrite) == 00020 && facts->groupId == 0)) {
                AccessFinding finding = start("parent", path, *facts);
                finding.text =
                    PermissionAuditText::tr(
                        "Others may write this folder above the data, and so replace it (mode %1).")
                        .arg(octal(facts->mode));
                finding.advice =
                    PermissionAuditText::tr("It is not the service's own, so decide yourself: chmod go-w %1")
                        .arg(path);
                m_audit.findings << finding;
            }
            if (path == QLatin1String("/"))
                return;
        }
    }

    const InstanceSession &m_session;
    const FileOps &m_files;
    const OperationContext &m_context;
    PermissionAudit m_audit;
    FileFacts m_root;
    QMap<QString, Rule> m_rules;
    QSet<QString> m_seen;
    bool m_isCut = false;
};

QString verdictOf(FindingKind kind)
{
    return kind == FindingKind::Info ? QStringLiteral("info") : QStringLiteral("warning");
}

} // namespace

Result<PermissionAudit> auditPermissions(const InstanceSession &session, const FileOps &files,
                                         const OperationContext &context)
{
    return Auditor(session, files, context).run();
}

QJsonArray toJson(const PermissionAudit &audit)
{
    QJsonArray rows;
    for (const AccessFinding &finding : audit.findings) {
        QJsonObject row{{QStringLiteral("verdict"), verdictOf(finding.kind)},
                        {QStringLiteral("id"), finding.id},
                        {QStringLiteral("path"), finding.path},
                        {QStringLiteral("mode"), octal(finding.facts.mode)},
                        {QStringLiteral("owner"), static_cast<qint64>(finding.facts.ownerId)},
                        {QStringLiteral("text"), finding.text},
                        {QStringLiteral("advice"), finding.advice},
                        {QStringLiteral("canFix"), finding.canFix()}};
        if (finding.mode)
            row.insert(QStringLiteral("wantedMode"), octal(*finding.mode));
        if (finding.ownerId)
            row.insert(QStringLiteral("wantedOwner"), static_cast<qint64>(*finding.ownerId));
        rows << row;
    }
    return rows;
}

} // namespace pilothouse
