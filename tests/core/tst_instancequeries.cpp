// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/service/instancequeries.h"
#include "core/base/redaction.h"
#include "core/instances/instancesession.h"
#include "core/instances/instancestore.h"
#include "core/plan/catalogue.h"
#include "core/profile/profilestore.h"
#include "core/settings/statestore.h"
#include "tests/support/profiledata.h"
#include "tests/support/scriptedruntime.h"
#include "tests/support/testsupport.h"

#include <QTemporaryDir>

using namespace pilothouse;

namespace tst_instancequeries {

class TestInstanceQueries : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        QVERIFY_RESULT(m_state.open());
        makeKeyValueData(m_dir.path());
        Instance instance;
        instance.name = QStringLiteral("prod-1");
        instance.profile = QStringLiteral("portagent");
        instance.dataDir = m_dir.path();
        const auto added = m_instances.add(instance);
        QVERIFY_RESULT(added);
        m_runtime->statusAnswer->state = ServiceState::Running;
        m_runtime->environmentAnswer =
            QList<EnvironmentEntry>{{QStringLiteral("PORT"), QStringLiteral("5200"), false},
                                    {QStringLiteral("JWT_SECRET"), QStringLiteral("leaked"), false}};
        m_runtime->mountsAnswer = QList<MountEntry>{
            {QStringLiteral("bind"), m_dir.path(), QStringLiteral("/home/node/.agentx"), true}};
        m_session = std::make_unique<InstanceSession>(
            *added, ProfileStore::load({}).profile(QStringLiteral("portagent")).value(), m_runtime,
            m_dir.path());
        addInstanceQueries(m_catalogue, {m_instances, m_engine, m_taker, m_send});
    }

    void listsAndShows()
    {
        QCOMPARE(ask("instance.list").toArray().size(), 1);
        const QJsonObject shown = ask("instance.show").toObject();
        QCOMPARE(shown.value(QLatin1String("name")).toString(), QStringLiteral("prod-1"));
        QCOMPARE(shown.value(QLatin1String("databases")).toArray().size(), 3);
        QCOMPARE(profilesAsJson(ProfileStore::load({}))[1][QLatin1String("id")].toString(),
                 QStringLiteral("portagent"));
    }

    void probeAnswersAList()
    {
        QStringList ids;
        for (const QJsonValue &finding : ask("instance.probe").toArray())
            ids << finding[QLatin1String("id")].toString();
        QVERIFY(ids.contains(QStringLiteral("database.agentx")));
        QVERIFY(ids.contains(QStringLiteral("health")));
    }

    void statusHasAStateAndCounts()
    {
        const QJsonObject status = ask("status").toObject();
        QCOMPARE(status.value(QLatin1String("state")).toString(), QStringLiteral("warning"));
        QCOMPARE(status.value(QLatin1String("reason")).toString(), QStringLiteral("Connection refused"));
        QCOMPARE(status.value(QLatin1String("counts"))[QLatin1String("users")].toInt(), 2);
    }

    void environmentNeverShowsASecret()
    {
        const QJsonArray list = ask("service.environment").toArray();
        QCOMPARE(list[0][QLatin1String("value")].toString(), QStringLiteral("5200"));
        QCOMPARE(list[1][QLatin1String("value")].toString(), secretMask());
        QVERIFY(!QJsonDocument(list).toJson().contains("leaked"));
    }

    void mountsSayWhichHoldsTheData()
    {
        const QJsonArray list = ask("service.mounts").toArray();
        QVERIFY(list[0][QLatin1String("isData")].toBool());
        QVERIFY(list[0][QLatin1String("isReadOnly")].toBool());
    }

private:
    QJsonValue ask(const char *id)
    {
        const QueryEntry *query = m_catalogue.query(QLatin1String(id));
        const auto answer = query ? query->run(*m_session, {}, {})
                                  : Result<QJsonValue>(failure(ErrorKind::NotFound, QLatin1String(id)));
        if (!answer)
            qWarning("%s", qPrintable(answer.error().toText()));
        return answer.value_or(QJsonValue());
    }

    QTemporaryDir m_dir;
    StateStore m_state{m_dir.filePath(QStringLiteral("state.db"))};
    InstanceStore m_instances{m_state};
    SqliteEngine m_engine;
    MetricStore m_metrics{m_state};
    ManualClock m_clock;
    HttpSend m_send = [](const HttpRequest &, const OperationContext &) -> Result<HttpResponse> {
        return failure(ErrorKind::Unreachable, QStringLiteral("Connection refused"));
    };
    SnapshotTaker m_taker{m_engine, m_send, m_metrics, m_clock};
    std::shared_ptr<ScriptedRuntime> m_runtime = std::make_shared<ScriptedRuntime>();
    std::unique_ptr<InstanceSession> m_session;
    Catalogue m_catalogue;
};

} // namespace tst_instancequeries

QTEST_GUILESS_MAIN(tst_instancequeries::TestInstanceQueries)
#include "tst_instancequeries.moc"
