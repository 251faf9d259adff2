// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/profile/profilechecks.h"

#include "core/profile/drillreading.h"
#include "core/profile/entitychecks.h"
#include "core/profile/logreading.h"
#include "core/profile/profiletexts.h"

#include <QRegularExpression>

namespace pilothouse {
namespace {
struct ProfileChecksText
{
    Q_DECLARE_TR_FUNCTIONS(ProfileChecks)
};

/// The checks of one profile: what it names, and where its problems go.
class Checker : private CheckRules
{
public:
    using CheckRules::CheckRules;

    void run()
    {
        checkName(m_profile.id, QStringLiteral("/id"));
        checkNames();
        checkDatabases();
        checkFiles();
        LogChecks(m_profile, m_problems).checkLogs();
        checkRest();
        checkBackup();
        checkDiscovery();
        checkAssertions();
        checkMetrics();
        DrillChecks(m_profile, m_problems).checkDrill();
        checkTranslations();
        for (qsizetype i = 0; i < m_profile.entities.size(); ++i)
            EntityChecks(m_profile, m_problems)
                .checkEntity(m_profile.entities[i], at(QStringLiteral("/entities"), i));
    }

private:
    void checkNames()
    {
        checkUnique(m_profile.runbook, &ProfileRunbookItem::item, QStringLiteral("/runbook/items"), "item");
        checkUnique(m_profile.databases, &ProfileDatabase::id, QStringLiteral("/databases"), "id");
        checkUnique(m_profile.files, &ProfileFiles::id, QStringLiteral("/files"), "id");
        checkUnique(m_profile.logFormats, &ProfileLogFormat::id, QStringLiteral("/logs/formats"), "id");
        checkUnique(m_profile.logs, &ProfileLogSource::id, QStringLiteral("/logs/sources"), "id");
        checkUnique(m_profile.endpoints, &ProfileEndpoint::id, QStringLiteral("/endpoints"), "id");
        checkUnique(m_profile.environment, &ProfileVariable::name, QStringLiteral("/environment"), "name");
        checkUnique(m_profile.thresholds, &ProfileThreshold::id, QStringLiteral("/thresholds"), "id");
        checkUnique(m_profile.limits, &ProfileLimits::id, QStringLiteral("/limits/presets"), "id");
        checkUnique(m_profile.assertions, &ProfileAssertion::id, QStringLiteral("/assertions"), "id");
        checkUnique(m_profile.entities, &ProfileEntity::id, QStringLiteral("/entities"), "id");
    }

    void checkDatabases()
    {
        if (m_profile.databases.isEmpty())
            complain(QStringLiteral("/databases"),
                     ProfileChecksText::tr("at least one database was expected"));
        for (qsizetype i = 0; i < m_profile.databases.size(); ++i) {
            const ProfileDatabase &database = m_profile.databases[i];
            const QString pointer = at(QStringLiteral("/databases"), i);
            checkName(database.id, at(pointer, "id"));
            if (!database.isOnServer())
                checkPath(database.path, at(pointer, "path"));
            checkUnique(database.layouts, &ProfileLayout::id, at(pointer, "layouts"), "id");
            for (qsizetype j = 0; j < database.layouts.size(); ++j) {
                const ProfileLayout &layout = database.layouts[j];
                const QString place = at(at(pointer, "layouts"), j);
                checkSelect(layout.probe, at(place, "probe"), {}, &database);
                for (auto count = layout.counts.begin(); count != layout.counts.end(); ++count)
                    checkSelect(count.value(), JsonPositions::child(at(place, "counts"), count.key()), {},
                                &database);
            }
        }
    }

    void checkFiles()
    {
        for (qsizetype i = 0; i < m_profile.files.size(); ++i)
            checkPath(m_profile.files[i].path, at(at(QStringLiteral("/files"), i), "path"));
        for (qsizetype i = 0; i < m_profile.permissions.size(); ++i)
            checkPath(m_profile.permissions[i].path, at(at(QStringLiteral("/permissions"), i), "path"));
    }

    void checkRest()
    {
        for (qsizetype i = 0; i < m_profile.endpoints.size(); ++i)
            checkUrl(m_profile.endpoints[i].url, at(at(QStringLiteral("/endpoints"), i), "url"));
        for (qsizetype i = 0; i < m_profile.thresholds.size(); ++i)
            checkItem(m_profile.thresholds[i].item, at(at(QStringLiteral("/thresholds"), i), "item"));
        const QString level = m_profile.logLevelVariable;
        if (!level.isEmpty() && (!m_profile.variable(level) || m_profile.variable(level)->choices.isEmpty()))
            complain(QStringLiteral("/logs/levelVariable"),
                     ProfileChecksText::tr("a variable of the environment with \"choices\" was expected"));
        const QString secret = m_profile.sessions.secretVariable;
        if (!secret.isEmpty() && (!m_profile.variable(secret) || !m_profile.variable(secret)->isSecret))
            complain(QStringLiteral("/sessions/secretVariable"),
                     ProfileChecksText::tr("a secret variable of the environment was expected"));
        checkTroubles();
        for (qsizetype i = 0; i < m_profile.fatalLines.size(); ++i)
            checkExpression(m_profile.fatalLines[i], at(QStringLiteral("/start/fatalLines"), i));
        const QString dataDir = m_profile.containerDataDir;
        if (!dataDir.isEmpty()
            && (!dataDir.startsWith(u'/') || dataDir.split(u'/').contains(QLatin1String(".."))))
            complain(QStringLiteral("/container/dataDir"),
                     ProfileChecksText::tr("an absolute path without \"..\" was expected"));
    }

    void checkTroubles()
    {
        for (qsizetype i = 0; i < m_profile.troubles.size(); ++i) {
            const ProfileTrouble &trouble = m_profile.troubles[i];
            const QString pointer = at(QStringLiteral("/troubleshooting"), i);
            checkItem(trouble.runbook, at(pointer, "runbook"));
            for (qsizetype c = 0; c < trouble.checks.size(); ++c) {
                if (!troubleWords().contains(trouble.checks[c]))
                    complain(at(at(pointer, "checks"), c),
                             ProfileChecksText::tr("one of %1 was expected")
                                 .arg(troubleWords().join(QLatin1String(", "))));
            }
        }
    }

    void checkTranslations()
    {
        static const QRegularExpression Language(QStringLiteral("\\A[a-z]{2,3}(_[A-Z]{2})?\\z"));
        const QStringList known = shownTexts(m_profile);
        const QString list = QStringLiteral("/translations");
        checkUnique(m_profile.translations, &ProfileTranslation::language, list, "language");
        for (qsizetype i = 0; i < m_profile.translations.size(); ++i) {
            const ProfileTranslation &one = m_profile.translations[i];
            if (!Language.match(one.language).hasMatch())
                complain(at(at(list, i), "language"),
                         ProfileChecksText::tr("a language such as \"de\" or \"pt_BR\" was expected"));
            for (auto text = one.texts.begin(); text != one.texts.end(); ++text) {
                const QString place = JsonPositions::child(at(at(list, i), "texts"), text.key());
                if (!known.contains(text.key()))
                    complain(place, ProfileChecksText::tr("a text that the profile shows was expected"));
                else if (text->trimmed().isEmpty())
                    complain(place, ProfileChecksText::tr("a translation was expected"));
            }
        }
    }

    void checkDiscovery()
    {
        const ProfileDiscovery &discovery = m_profile.discovery;
        const QString place = QStringLiteral("/discovery");
        const auto eachOf = [&](const char *key, const QStringList &texts, const QString &pattern,
                                const QString &expected) {
            const QRegularExpression allowed(pattern);
            for (qsizetype i = 0; i < texts.size(); ++i) {
                if (!allowed.match(texts[i]).hasMatch())
                    complain(at(at(place, key), i), expected);
            }
        };
        eachOf("labels", discovery.labels, QStringLiteral("\\A[^=\\s]+(=.*)?\\z"),
               ProfileChecksText::tr("a label such as \"key=value\" was expected"));
        eachOf("units", discovery.units, QStringLiteral("\\A[A-Za-z0-9:_@.\\\\*?-]+\\.service\\z"),
               ProfileChecksText::tr("a name such as \"service*.service\" was expected"));
        eachOf("processes", discovery.processes, QStringLiteral("\\A[^/\\s]+\\z"),
               ProfileChecksText::tr("the name of a program without its folder was expected"));
        eachOf(
            "folders", discovery.folders, QStringLiteral("\\A(~/|/)(?!(.*/)?\\.\\.(/|\\z)).+\\z"),
            ProfileChecksText::tr("a path that begins with \"/\" or \"~/\" and has no \"..\" was expected"));
        eachOf("dataOptions", discovery.dataOptions, QStringLiteral("\\A--?[A-Za-z0-9][A-Za-z0-9-]*\\z"),
               ProfileChecksText::tr("an option such as \"--data-dir\" was expected"));
        const auto isIt = [&](const ProfileVariable &known) { return known.name == discovery.dataVariable; };
        if (!discovery.dataVariable.isEmpty()
            && std::none_of(m_profile.environment.begin(), m_profile.environment.end(), isIt))
            complain(
                at(place, "dataVariable"),
                ProfileChecksText::tr("there is no environment variable \"%1\"").arg(discovery.dataVariable));
    }

    void checkAssertions()
    {
        for (qsizetype i = 0; i < m_profile.assertions.size(); ++i) {
            const ProfileAssertion &assertion = m_profile.assertions[i];
            const QString pointer = at(QStringLiteral("/assertions"), i);
            const ProfileDatabase *database = checkDatabase(assertion.database, at(pointer, "database"));
            checkName(assertion.id, at(pointer, "id"));
            checkLayout(database, assertion.layout, at(pointer, "layout"));
            checkSelect(assertion.select, at(pointer, "select"), {}, database);
            checkItem(assertion.item, at(pointer, "item"));
        }
    }

    void checkMetrics()
    {
        const ProfileMetrics &metrics = m_profile.metrics;
        const QString place = QStringLiteral("/metrics");
        if (metrics.isEmpty())
            return;
        if (!m_profile.endpoint(QStringLiteral("metrics")))
            complain(place, ProfileChecksText::tr("an endpoint of the kind \"metrics\" was expected"));
        const QString token = metrics.tokenVariable;
        if (!token.isEmpty() && (!m_profile.variable(token) || !m_profile.variable(token)->isSecret))
            complain(at(place, "tokenVariable"),
                     ProfileChecksText::tr("a secret variable of the environment was expected"));
        checkItem(metrics.requestsItem, at(at(place, "requests"), "item"));
        checkItem(metrics.latencyItem, at(at(place, "latency"), "item"));
        for (qsizetype i = 0; i < metrics.counters.size(); ++i)
            checkItem(metrics.counters[i].item, at(at(at(place, "counters"), i), "item"));
    }

    void checkBackup()
    {
        const ProfileBackup &backup = m_profile.backup;
        for (qsizetype i = 0; i < backup.databases.size(); ++i)
            checkDatabase(backup.databases[i], at(QStringLiteral("/backup/databases"), i));
        for (qsizetype i = 0; i < backup.files.size(); ++i) {
            const auto isIt = [&](const ProfileFiles &files) { return files.id == backup.files[i]; };
            if (std::none_of(m_profile.files.begin(), m_profile.files.end(), isIt))
                complain(at(QStringLiteral("/backup/files"), i),
                         ProfileChecksText::tr("there are no files \"%1\"").arg(backup.files[i]));
        }
        if (!backup.foreignMembers.isEmpty() && backup.foreignMembers.size() != backup.databases.size())
            complain(QStringLiteral("/backup/foreignMembers"),
                     ProfileChecksText::tr("one expression for each database was expected"));
        for (qsizetype i = 0; i < backup.foreignMembers.size(); ++i)
            checkExpression(backup.foreignMembers[i], at(QStringLiteral("/backup/foreignMembers"), i));
        static const QRegularExpression Schedule(
            QStringLiteral("\\A(hourly|(daily|weekly|monthly) ([01][0-9]|2[0-3]):[0-5][0-9])\\z"));
        if (!backup.schedule.isEmpty() && !Schedule.match(backup.schedule).hasMatch())
            complain(QStringLiteral("/backup/schedule"),
                     ProfileChecksText::tr("\"hourly\" or a time such as \"daily 02:00\" was expected"));
    }
};
} // namespace

void checkProfile(const ServiceProfile &profile, ProfileProblems &problems)
{
    Checker(profile, problems).run();
}

} // namespace pilothouse
