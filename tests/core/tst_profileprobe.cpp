// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/instances/instancesession.h"
#include "core/monitoring/profileprobe.h"
#include "core/profile/profilestore.h"
#include "tests/support/profiledata.h"
#include "tests/support/scriptedruntime.h"
#include "tests/support/testsupport.h"

#include <QTemporaryDir>

#include <sys/stat.h>
#include <unistd.h>

using namespace pilothouse;

namespace tst_profileprobe {

class TestProfileProbe : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_profile = ProfileStore::load({}).profile(QStringLiteral("portagent")).value();
        m_profile.ownerId = ::getuid();
        m_profile.groupId = ::getgid();
        makeKeyValueData(m_dir->path());
        for (const char *file : {"data/portagent.db", "data/agentx.db", "data/queue.db"})
            QCOMPARE(::chmod(QFile::encodeName(m_dir->filePath(QLatin1String(file))).constData(), 0600), 0);
        QCOMPARE(::chmod(QFile::encodeName(m_dir->path()).constData(), 0700), 0);
        m_runtime = std::make_shared<ScriptedRuntime>();
        m_runtime->statusAnswer->state = ServiceState::Running;
        m_runtime->statusAnswer->image = QStringLiteral("deepracticexs/portagent:1.9.0");
        m_runtime->environmentAnswer = QList<EnvironmentEntry>{{QStringLiteral("LLM_PROVIDER_KEY"), {}, true},
                                                               {QStringLiteral("JWT_SECRET"), {}, true}};
        m_runtime->mountsAnswer =
            QList<MountEntry>{{QStringLiteral("bind"), m_dir->path(), m_profile.containerDataDir, false}};
        m_body = R"({"status":"ok"})";
    }

    void everythingHoldsWhereItIsAsTheProfileSays()
    {
        for (const ProbeFinding &finding : probe()) {
            const bool isOwn = finding.id == QLatin1String("sqlite"); // a matter of this machine's library
            QVERIFY2(isOwn || finding.verdict == ProbeVerdict::Holds,
                     qPrintable(finding.id + u' ' + finding.text));
            QVERIFY(finding.milliseconds >= 0);
        }
        QCOMPARE(find("database.agentx").title, QStringLiteral("data/agentx.db"));
        QVERIFY(find("database.agentx").text.startsWith(QLatin1String("One table of keys and values")));
    }

    void tellsTheOldLayout()
    {
        QVERIFY(QDir(m_dir->filePath(QStringLiteral("data"))).removeRecursively());
        makeTableData(m_dir->path());
        QVERIFY(find("database.agentx").text.startsWith(QLatin1String("A table for each kind")));
        QCOMPARE(find("database.queue").verdict, ProbeVerdict::ToKnow);
        QCOMPARE(find("permissions.data/*.db").verdict, ProbeVerdict::ToKnow);
        QVERIFY(find("permissions.data/*.db").text.contains(QLatin1String("data/agentx.db (644)")));
    }

    void missingAndForeignDatabasesAreInTheWay()
    {
        QVERIFY(QFile::remove(m_dir->filePath(QStringLiteral("data/portagent.db"))));
        QVERIFY(QFile::remove(m_dir->filePath(QStringLiteral("data/agentx.db"))));
        runSql(m_dir->filePath(QStringLiteral("data/agentx.db")), "CREATE TABLE other (a)");
        QCOMPARE(find("database.portagent").verdict, ProbeVerdict::InTheWay);
        QCOMPARE(find("database.agentx").verdict, ProbeVerdict::InTheWay);
        QVERIFY(find("database.agentx").text.startsWith(QLatin1String("no known layout")));
        writeAll(m_dir->filePath(QStringLiteral("data/agentx.db")), QByteArray(8192, 'x'));
        QCOMPARE(find("database.agentx").verdict, ProbeVerdict::InTheWay);
    }

    void namesTheOtherJournal()
    {
        runSql(m_dir->filePath(QStringLiteral("data/portagent.db")), "PRAGMA journal_mode = WAL");
        const ProbeFinding journal = find("database.portagent.journal");
        QCOMPARE(journal.verdict, ProbeVerdict::ToKnow);
        QCOMPARE(journal.text, QStringLiteral("wal, the profile says delete"));
    }

    void environmentMissesWhatIsRequired()
    {
        m_runtime->environmentAnswer = QList<EnvironmentEntry>{};
        QCOMPARE(find("environment.LLM_PROVIDER_KEY").verdict, ProbeVerdict::InTheWay);
        QCOMPARE(find("environment.JWT_SECRET").verdict, ProbeVerdict::ToKnow);
        m_runtime->environmentAnswer = failure(ErrorKind::Refused, QStringLiteral("no rights"));
        QCOMPARE(find("environment").verdict, ProbeVerdict::NotKnown);
        m_runtime->runtimeKind = QStringLiteral("files");
        QCOMPARE(find("environment").verdict, ProbeVerdict::DoesNotApply);
        QCOMPARE(find("mounts").verdict, ProbeVerdict::DoesNotApply);
    }

    void mountsThatLoseDataAreInTheWay()
    {
        (*m_runtime->mountsAnswer)[0].isReadOnly = true;
        QVERIFY(find("mounts").text.contains(QLatin1String("read-only")));
        (*m_runtime->mountsAnswer)[0] = {QStringLiteral("bind"), QStringLiteral("/elsewhere"),
                                         m_profile.containerDataDir, false};
        QVERIFY(find("mounts").advice.contains(QLatin1String("/elsewhere")));
        m_runtime->mountsAnswer = QList<MountEntry>{};
        QCOMPARE(find("mounts").verdict, ProbeVerdict::InTheWay);
    }

    void healthAndImageAndOwnerDiffer()
    {
        m_body = R"({"status":"sick"})";
        QCOMPARE(find("health").verdict, ProbeVerdict::InTheWay);
        m_body.clear();
        QCOMPARE(find("health").verdict, ProbeVerdict::NotKnown);
        m_runtime->statusAnswer->image = QStringLiteral("deepracticexs/portagentx:1");
        QCOMPARE(find("image").verdict, ProbeVerdict::ToKnow);
        m_profile.ownerId = 4711;
        QVERIFY(find("owner").text.startsWith(QLatin1String("Not 4711:")));
    }

    void aFolderThatHasGoneIsInTheWay()
    {
        QVERIFY(QDir(m_dir->path()).removeRecursively());
        QCOMPARE(find("data-folder").verdict, ProbeVerdict::InTheWay);
        QCOMPARE(find("permissions.data/*.db").verdict, ProbeVerdict::NotKnown);
    }

    void stopsWhenCancelled()
    {
        const OperationContext context;
        context.cancel();
        QVERIFY(probe(context).isEmpty());
    }

private:
    QList<ProbeFinding> probe(const OperationContext &context = {})
    {
        Instance instance;
        instance.name = QStringLiteral("prod-1");
        instance.dataDir = m_dir->path();
        const InstanceSession session(instance, m_profile, m_runtime, m_dir->path());
        const HttpSend send = [this](const HttpRequest &, const OperationContext &) -> Result<HttpResponse> {
            if (m_body.isEmpty())
                return failure(ErrorKind::Unreachable, QStringLiteral("Connection refused"));
            HttpResponse response;
            response.status = 200;
            response.headers = {{"content-type", "application/json"}};
            response.body = m_body;
            return response;
        };
        return probeInstance(session, SqliteEngine(), send, context);
    }

    ProbeFinding find(const char *id)
    {
        for (const ProbeFinding &finding : probe()) {
            if (finding.id == QLatin1String(id))
                return finding;
        }
        return {};
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    ServiceProfile m_profile;
    std::shared_ptr<ScriptedRuntime> m_runtime;
    QByteArray m_body;
};

} // namespace tst_profileprobe

QTEST_GUILESS_MAIN(tst_profileprobe::TestProfileProbe)
#include "tst_profileprobe.moc"
