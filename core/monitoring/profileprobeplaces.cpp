// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a probe sees of folders, files, mounts and who may do what with them.

#include "core/monitoring/profileprobing.h"

#include <QDir>

#include <sys/stat.h>

namespace pilothouse {

namespace {

struct ProfileProbePlacesText
{
    Q_DECLARE_TR_FUNCTIONS(ProfileProbe)
};

struct PlaceFacts
{
    uint mode = 0;
    uint ownerId = 0;
    uint groupId = 0;
    bool isFolder = false;
};

std::optional<PlaceFacts> factsOf(const QString &path)
{
    struct stat facts = {};
    if (::stat(QFile::encodeName(path).constData(), &facts) != 0)
        return std::nullopt;
    return PlaceFacts{facts.st_mode & 07777, facts.st_uid, facts.st_gid, S_ISDIR(facts.st_mode)};
}

QString octal(uint mode)
{
    return QString::number(mode, 8);
}

} // namespace

void Probing::lookAtDataFolder()
{
    const QString title = ProfileProbePlacesText::tr("Data folder");
    if (m_session.isMirrored()) {
        add(QStringLiteral("data-folder"), title, ProbeVerdict::Holds,
            ProfileProbePlacesText::tr("%1 in the container, reached by its engine")
                .arg(m_session.containerFolder()));
        return;
    }
    if (dataDir().isEmpty() && !m_profile.needsDataFolder()) {
        add(QStringLiteral("data-folder"), title, ProbeVerdict::DoesNotApply,
            ProfileProbePlacesText::tr("All it has is on a server"));
        return;
    }
    const auto facts = factsOf(dataDir());
    if (!facts || !facts->isFolder)
        add(QStringLiteral("data-folder"), title, ProbeVerdict::InTheWay,
            facts ? ProfileProbePlacesText::tr("%1 is not a folder").arg(dataDir())
                  : ProfileProbePlacesText::tr("%1 is not there").arg(dataDir()),
            ProfileProbePlacesText::tr(
                "Set the data folder of the instance; for a container it is the host's side of the "
                "mount."));
    else if (!QFileInfo(dataDir()).isReadable())
        add(QStringLiteral("data-folder"), title, ProbeVerdict::InTheWay,
            ProfileProbePlacesText::tr("%1 cannot be read by this user").arg(dataDir()),
            ProfileProbePlacesText::tr("Run Pilothouse as a user who may read it."));
    else
        add(QStringLiteral("data-folder"), title, ProbeVerdict::Holds, dataDir());
}

void Probing::lookAtFiles()
{
    for (const ProfileFiles &files : m_profile.files) {
        const bool isThere = QFileInfo::exists(dataDir() + u'/' + files.path);
        add(QStringLiteral("files.") + files.id, files.title,
            isThere ? ProbeVerdict::Holds : ProbeVerdict::ToKnow,
            isThere ? files.path : ProfileProbePlacesText::tr("%1 is not there").arg(files.path));
    }
}

void Probing::lookAtMounts()
{
    const QString id = QStringLiteral("mounts");
    const QString title = ProfileProbePlacesText::tr("Mounts");
    if (!m_isContainer) {
        add(id, title, ProbeVerdict::DoesNotApply,
            ProfileProbePlacesText::tr("The service does not run in a container"));
        return;
    }
    const auto mounts = m_session.runtime().mounts(m_context);
    if (!mounts) {
        add(id, title, ProbeVerdict::NotKnown, mounts.error().message, mounts.error().advice);
        return;
    }
    const auto isData = [this](const MountEntry &mount) {
        return mount.target == m_profile.containerDataDir;
    };
    const auto data = std::find_if(mounts->begin(), mounts->end(), isData);
    if (data == mounts->end())
        add(id, title, ProbeVerdict::InTheWay,
            ProfileProbePlacesText::tr("Nothing is mounted at %1: the data goes with the container")
                .arg(m_profile.containerDataDir),
            ProfileProbePlacesText::tr("Mount a folder there before anything else."));
    else if (data->isReadOnly)
        add(id, title, ProbeVerdict::InTheWay,
            ProfileProbePlacesText::tr("%1 is mounted read-only").arg(data->target));
    else if (data->kind == QLatin1String("bind") && !m_session.isMirrored()
             && QDir(data->source) != QDir(dataDir()))
        add(id, title, ProbeVerdict::InTheWay,
            ProfileProbePlacesText::tr("The container keeps its data in %1, the instance says %2")
                .arg(data->source, dataDir()),
            ProfileProbePlacesText::tr("Set the data folder of the instance to %1.").arg(data->source));
    else
        add(id, title, ProbeVerdict::Holds,
            ProfileProbePlacesText::tr("%1 at %2, read and write").arg(data->source, data->target));
}

void Probing::lookAtPermissions()
{
    for (const ProfilePermission &wanted : m_profile.permissions) {
        QStringList loose;
        bool isAny = false;
        const bool isFolder = wanted.path == QLatin1String(".");
        for (const QString &path : pathsOf(wanted.path)) {
            const auto facts = factsOf(path);
            isAny = isAny || facts.has_value();
            if (facts && (facts->mode & ~wanted.mode) != 0)
                loose << QStringLiteral("%1 (%2)").arg(isFolder
                                                           ? ProfileProbePlacesText::tr("the data folder")
                                                           : QDir(dataDir()).relativeFilePath(path),
                                                       octal(facts->mode));
        }
        const QString id = QStringLiteral("permissions.") + wanted.path;
        const QString title =
            ProfileProbePlacesText::tr("Permissions of %1")
                .arg(isFolder ? ProfileProbePlacesText::tr("the data folder") : wanted.path);
        if (!isAny)
            add(id, title, ProbeVerdict::NotKnown, ProfileProbePlacesText::tr("Nothing is there"));
        else if (loose.isEmpty())
            add(id, title, ProbeVerdict::Holds,
                ProfileProbePlacesText::tr("At most %1").arg(octal(wanted.mode)));
        else
            add(id, title, ProbeVerdict::ToKnow,
                ProfileProbePlacesText::tr("Wider than %1: %2")
                    .arg(octal(wanted.mode), loose.join(QLatin1String(", "))),
                ProfileProbePlacesText::tr("Others on this machine may read it; set %1.")
                    .arg(octal(wanted.mode)));
    }
}

QStringList Probing::pathsOf(const QString &glob) const
{
    if (!glob.contains(u'*') && !glob.contains(u'?'))
        return {QDir::cleanPath(dataDir() + u'/' + glob)};
    const QFileInfo split(dataDir() + u'/' + glob);
    QStringList paths;
    for (const QFileInfo &file :
         QDir(split.path()).entryInfoList({split.fileName()}, QDir::Files | QDir::Hidden))
        paths << file.filePath();
    return paths;
}

void Probing::lookAtOwner()
{
    const QString id = QStringLiteral("owner");
    const QString title = ProfileProbePlacesText::tr("Owner of the databases");
    if (!m_isContainer) {
        add(id, title, ProbeVerdict::DoesNotApply,
            ProfileProbePlacesText::tr("The service does not run in a container"));
        return;
    }
    QStringList others;
    for (const DatabaseReference &database : m_session.databases()) {
        const auto facts = factsOf(database.path);
        if (facts && (facts->ownerId != m_profile.ownerId || facts->groupId != m_profile.groupId))
            others << QStringLiteral("%1 (%2:%3)")
                          .arg(database.relativePath)
                          .arg(facts->ownerId)
                          .arg(facts->groupId);
    }
    const QString wanted = QStringLiteral("%1:%2").arg(m_profile.ownerId).arg(m_profile.groupId);
    if (others.isEmpty())
        add(id, title, ProbeVerdict::Holds, wanted);
    else
        add(id, title, ProbeVerdict::ToKnow,
            ProfileProbePlacesText::tr("Not %1: %2").arg(wanted, others.join(QLatin1String(", "))),
            ProfileProbePlacesText::tr("The service may not be able to write them."));
}

} // namespace pilothouse
