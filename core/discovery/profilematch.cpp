// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/discovery/profilematch.h"

#include "core/runtime/dockerdiscovery.h"
#include "core/runtime/mountpaths.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>

namespace pilothouse {

namespace {

// A name or a port alone is a hint; what was said by an image or by open databases is as good as certain.
constexpr int ImagePoints = 60;
constexpr int LabelPoints = 30;
constexpr int UnitPoints = 50;
constexpr int ProgramPoints = 40;
constexpr int OpenFilePoints = 60;
constexpr int DatabasePoints = 50;
constexpr int PortPoints = 10;
constexpr int LeastPoints = 30;
constexpr int MostPoints = 100;
constexpr qsizetype WordsOfProgram = 3; // "node /usr/bin/service", "env node service"

struct ProfileMatchText
{
    Q_DECLARE_TR_FUNCTIONS(Discovery)
};

bool matchesAny(const QStringList &patterns, const QString &text)
{
    return std::any_of(patterns.begin(), patterns.end(), [&text](const QString &pattern) {
        return QRegularExpression(QRegularExpression::wildcardToRegularExpression(pattern))
            .match(text)
            .hasMatch();
    });
}

QString listed(const QStringList &names)
{
    return names.join(QStringLiteral(", "));
}

/// Compares one profile with what was seen.
class Matching
{
public:
    Matching(const Clues &clues, const ServiceProfile &profile)
        : m_clues(clues)
        , m_profile(profile)
    {
        m_match.profile = &profile;
    }

    ProfileMatch run()
    {
        lookAtContainer();
        lookAtProgram();
        lookAtOpenFiles();
        lookAtFolder();
        if (m_match.score >= LeastPoints)
            lookAtPort();
        m_match.score = std::min(m_match.score, MostPoints);
        return m_match;
    }

private:
    void count(int points, const QString &reason)
    {
        m_match.score += points;
        m_match.reasons << reason;
    }

    void lookAtContainer()
    {
        const QString repository = imageRepository(m_clues.image);
        for (const QString &image : m_profile.images) {
            if (!repository.isEmpty() && imageRepository(image) == repository)
                count(ImagePoints, ProfileMatchText::tr("Its image is %1.").arg(repository));
        }
        for (const QString &label : m_profile.discovery.labels) {
            const QString key = label.section(u'=', 0, 0);
            const QString value = label.section(u'=', 1);
            if (m_clues.labels.contains(key) && (value.isEmpty() || m_clues.labels.value(key) == value))
                count(LabelPoints, ProfileMatchText::tr("It has the label %1.").arg(label));
        }
    }

    void lookAtProgram()
    {
        if (!m_clues.unit.isEmpty() && matchesAny(m_profile.discovery.units, m_clues.unit))
            count(UnitPoints, ProfileMatchText::tr("The unit is called %1.").arg(m_clues.unit));
        bool isFolder = false; // told by the option before it; it may be called like the program
        for (const QString &word : m_clues.words.mid(0, WordsOfProgram)) {
            const QString name = word.section(u'/', -1);
            const bool isProgram = !isFolder && !name.startsWith(u'-');
            isFolder = m_profile.discovery.dataOptions.contains(word);
            if (!isProgram || !matchesAny(m_profile.discovery.processes, name))
                continue;
            m_match.program = name;
            count(ProgramPoints, ProfileMatchText::tr("It runs the program %1.").arg(name));
            break;
        }
    }

    void lookAtOpenFiles()
    {
        QMap<QString, QStringList> open; // folder -> databases
        for (const QString &path : m_clues.openFiles) {
            for (const ProfileDatabase &database : m_profile.databases) {
                if (!database.isOnServer() && path.endsWith(u'/' + database.path))
                    open[path.chopped(database.path.size() + 1)] << database.path;
            }
        }
        for (auto folder = open.begin(); folder != open.end(); ++folder) {
            if (!holdsDatabases(folder.key(), m_profile))
                continue;
            folder->removeDuplicates();
            m_match.dataFolder = QDir::cleanPath(folder.key());
            count(OpenFilePoints, ProfileMatchText::tr("It has %1 open.").arg(listed(*folder)));
            return;
        }
    }

    /// What its surroundings and its arguments say of the data folder.
    QString toldFolder() const
    {
        if (!m_clues.dataFolder.isEmpty())
            return m_clues.dataFolder;
        QString told = m_clues.environment.value(m_profile.discovery.dataVariable);
        for (qsizetype i = 1; i < m_clues.words.size(); ++i) {
            for (const QString &option : m_profile.discovery.dataOptions) {
                if (m_clues.words.at(i) == option)
                    told = m_clues.words.value(i + 1);
                else if (option.startsWith(QLatin1String("--"))
                         && m_clues.words.at(i).startsWith(option + u'='))
                    told = m_clues.words.at(i).mid(option.size() + 1);
            }
        }
        if (told.isEmpty() || (m_clues.workingDirectory.isEmpty() && !told.startsWith(u'/')))
            return {};
        return QDir::cleanPath(QDir(m_clues.workingDirectory).absoluteFilePath(told));
    }

    void lookAtFolder()
    {
        if (!m_match.dataFolder.isEmpty())
            return;
        QString folder = toldFolder();
        if (!m_clues.mounts.isEmpty() && !m_profile.containerDataDir.isEmpty()) {
            const auto mounted = hostPath(m_clues.mounts, m_profile.containerDataDir);
            folder = mounted.value_or(QString());
            m_match.dataFolderReason = mounted ? QString() : mounted.error().message;
        }
        m_match.dataFolder = folder;
        if (!folder.isEmpty() && holdsDatabases(folder, m_profile))
            count(DatabasePoints, ProfileMatchText::tr("Its data folder holds %1.").arg(requiredDatabases()));
    }

    QString requiredDatabases() const
    {
        QStringList paths;
        for (const ProfileDatabase &database : m_profile.databases) {
            if (database.isRequired && !database.isOnServer())
                paths << database.path;
        }
        return listed(paths);
    }

    void lookAtPort()
    {
        for (const int port : m_profile.discovery.ports) {
            if (m_clues.ports.contains(port))
                count(PortPoints, ProfileMatchText::tr("It listens on port %1.").arg(port));
        }
    }

    const Clues &m_clues;
    const ServiceProfile &m_profile;
    ProfileMatch m_match;
};

} // namespace

ProfileMatch bestMatch(const Clues &clues, const QList<ServiceProfile> &profiles)
{
    ProfileMatch best;
    for (const ServiceProfile &profile : profiles) {
        ProfileMatch match = Matching(clues, profile).run();
        if (match.score >= LeastPoints && match.score > best.score)
            best = std::move(match);
    }
    return best;
}

QStringList usualFolders(const ServiceProfile &profile, const QString &home)
{
    QStringList folders;
    for (const QString &folder : profile.discovery.folders)
        folders << QDir::cleanPath(folder.startsWith(QLatin1String("~/")) ? home + folder.mid(1) : folder);
    return folders;
}

bool holdsDatabases(const QString &folder, const ServiceProfile &profile)
{
    bool isAny = false;
    for (const ProfileDatabase &database : profile.databases) {
        if (!database.isRequired || database.isOnServer())
            continue;
        if (!QFileInfo(folder + u'/' + database.path).isFile())
            return false;
        isAny = true;
    }
    return isAny;
}

QString healthAddressAt(const ServiceProfile &profile, const QList<int> &ports)
{
    const ProfileEndpoint *health = profile.endpoint(QStringLiteral("health"));
    if (!health || ports.isEmpty())
        return {};
    QString address = health->url;
    for (const ProfileVariable &variable : profile.environment)
        address.replace(u'{' + variable.name + u'}', variable.standard);
    QUrl url(address);
    if (ports.contains(url.port()))
        return {};
    url.setPort(ports.first());
    return url.toString();
}

} // namespace pilothouse
