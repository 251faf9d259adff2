// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/logs/logarguments.h"
#include "core/actions/logs/logs.h"
#include "core/instances/instancesession.h"
#include "core/plan/catalogue.h"
#include "core/runtime/serviceruntime.h"
#include "tests/support/logsamples.h"
#include "tests/support/testsupport.h"

#include <QJsonArray>
#include <QTemporaryDir>

using namespace pilothouse;

namespace tst_logactions {

namespace {

tl::unexpected<Error> none()
{
    return failure(ErrorKind::Refused, QStringLiteral("not in this test"));
}

/// Plain files: logs are read without it.
class NoRuntime final : public ServiceRuntime
{
public:
    QString kind() const override { return QStringLiteral("files"); }
    bool canControl() const override { return false; }
    Result<ServiceStatus> status(const OperationContext &) override { return none(); }
    Result<ServiceStatistics> statistics(const OperationContext &) override { return none(); }
    Result<QList<EnvironmentEntry>> environment(const OperationContext &) override { return none(); }
    Result<QList<MountEntry>> mounts(const OperationContext &) override { return none(); }
    Result<StopOutcome> stop(std::chrono::milliseconds, const OperationContext &) override { return none(); }
    Result<> start(const OperationContext &) override { return none(); }
    Result<QJsonObject> fenceState(const OperationContext &) override { return none(); }
    Result<> fence(const OperationContext &) override { return none(); }
    Result<bool> isFenced(const OperationContext &) override { return none(); }
    Result<> unfence(const QJsonObject &, const OperationContext &) override { return none(); }
    Result<ProcessOutput> exec(const CommandLine &, std::chrono::milliseconds,
                               const OperationContext &) override
    {
        return none();
    }
    QString stopCommand() const override { return {}; }
    QString startCommand() const override { return {}; }
    QString fenceCommand() const override { return {}; }
    QString unfenceCommand() const override { return {}; }
};

} // namespace

class TestLogActions : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    Catalogue m_catalogue;
    std::unique_ptr<InstanceSession> m_session;
    LogActions m_actions{{}};

    static QJsonArray hitsOf(const QJsonValue &found)
    {
        return found.toObject().value(QStringLiteral("records")).toArray();
    }

    QJsonValue run(const QString &query, const QJsonObject &arguments = {})
    {
        const QueryEntry *entry = m_catalogue.query(query);
        const auto value = entry->run(*m_session, arguments, OperationContext());
        return value ? *value : QJsonValue(value.error().toText());
    }

private slots:
    void initTestCase()
    {
        Instance instance;
        instance.name = QStringLiteral("one");
        instance.dataDir = m_folder.path();
        ServiceProfile profile;
        profile.logFormats = {sampleFileFormat(), sampleConsoleFormat()};
        profile.logs = {{QStringLiteral("file"),
                         QStringLiteral("app.log"),
                         QStringLiteral("file"),
                         QStringLiteral("logs/app.log"),
                         QStringLiteral("{path}.{n}"),
                         7,
                         0,
                         QStringLiteral("file"),
                         {}},
                        {QStringLiteral("console"),
                         QStringLiteral("Console"),
                         QStringLiteral("container"),
                         {},
                         {},
                         0,
                         0,
                         QStringLiteral("console"),
                         {}}};
        m_session = std::make_unique<InstanceSession>(instance, profile, std::make_shared<NoRuntime>(),
                                                      m_folder.path());
        QByteArray older;
        QByteArray newer;
        for (int i = 0; i < 7000; ++i)
            older += sampleRecord(i);
        for (int i = 7000; i < 7100; ++i)
            newer += sampleRecord(i);
        writeAll(m_folder.filePath(QStringLiteral("logs/app.log.1")), older);
        writeAll(m_folder.filePath(QStringLiteral("logs/app.log")), newer);
        m_actions.registerInto(m_catalogue);
    }

    void givesTheLastRecordsAcrossRotations()
    {
        const QJsonArray records =
            run(QStringLiteral("logs.tail"), {{QStringLiteral("count"), 150}}).toArray();
        QCOMPARE(records.size(), 150);
        QCOMPARE(sequenceOf(records.first().toObject().value(QStringLiteral("message")).toString()), 6950);
        QCOMPARE(sequenceOf(records.last().toObject().value(QStringLiteral("message")).toString()), 7099);
        QCOMPARE(records.last().toObject().value(QStringLiteral("lines")).toArray().size(), 3);
        QCOMPARE(records.last().toObject().value(QStringLiteral("level")).toString(),
                 QStringLiteral("error"));
    }

    void searchesEveryPage()
    {
        const QJsonArray found =
            hitsOf(run(QStringLiteral("logs.search"), {{QStringLiteral("text"), QStringLiteral("REQ_14'")}}));
        QCOMPARE(found.size(), 1);
        QCOMPARE(sequenceOf(found.first().toObject().value(QStringLiteral("message")).toString()), 14);
        QVERIFY(
            hitsOf(run(QStringLiteral("logs.search"),
                       {{QStringLiteral("text"), QStringLiteral("REQ_14'")}, {QStringLiteral("case"), true}}))
                .isEmpty());
        const QJsonArray steps = hitsOf(
            run(QStringLiteral("logs.search"), {{QStringLiteral("text"), QStringLiteral("Step 70\\d\\d'")},
                                                {QStringLiteral("pattern"), true}}));
        QCOMPARE(steps.size(), 100);
        QVERIFY(steps.first().toObject().value(QStringLiteral("hit")).toString().contains(u"Step 70"));
    }

    void refusesAPatternThatIsNone()
    {
        const QString text =
            run(QStringLiteral("logs.search"),
                {{QStringLiteral("text"), QStringLiteral("(")}, {QStringLiteral("pattern"), true}})
                .toString();
        QVERIFY2(text.contains(QStringLiteral("regular expression")), qPrintable(text));
    }

    void countsByLevel()
    {
        const QJsonObject stats = run(QStringLiteral("logs.stats")).toObject();
        QCOMPARE(stats.value(QStringLiteral("total")).toInt(), 7100);
        QCOMPARE(stats.value(QStringLiteral("levels")).toObject().value(QStringLiteral("error")).toInt(),
                 1420);
        QCOMPARE(stats.value(QStringLiteral("per")).toString(), QStringLiteral("minute"));
        QCOMPARE(stats.value(QStringLiteral("histogram")).toArray().size(), 1);
    }

    void searchesWithAFilter()
    {
        const auto hits = [this](const char *filter) {
            return run(QStringLiteral("logs.search"),
                       {{QStringLiteral("filter"), QLatin1String(filter)}, {QStringLiteral("count"), 10}})
                .toObject();
        };
        const QJsonObject errors = hits("level>=error part3");
        QVERIFY(errors.value(QStringLiteral("hits")).toInt() > 100);            // all of them are counted …
        QCOMPARE(errors.value(QStringLiteral("records")).toArray().size(), 10); // … and the newest shown
        QVERIFY(errors.value(QStringLiteral("isCut")).toBool());
        QCOMPARE(hits("error level<error").value(QStringLiteral("hits")).toInt(), 0);
        const QString wrong =
            run(QStringLiteral("logs.search"), {{QStringLiteral("filter"), QStringLiteral("a and")}})
                .toString();
        QVERIFY2(wrong.contains(QStringLiteral("character 6")), qPrintable(wrong));
        const QJsonArray tail =
            run(QStringLiteral("logs.tail"),
                {{QStringLiteral("filter"), QStringLiteral("level=warning")}, {QStringLiteral("count"), 5}})
                .toArray();
        QCOMPARE(tail.size(), 5);
        QCOMPARE(tail.first().toObject().value(QStringLiteral("level")).toString(),
                 QStringLiteral("warning"));
    }

    void showsRecordsBesideAHit()
    {
        const QJsonArray records =
            hitsOf(run(QStringLiteral("logs.search"), {{QStringLiteral("text"), QStringLiteral("Step 42'")},
                                                       {QStringLiteral("context"), 1}}));
        QCOMPARE(records.size(), 3);
        QVERIFY(records.first().toObject().value(QStringLiteral("isBeside")).toBool());
        QVERIFY(!records.at(1).toObject().contains(QStringLiteral("isBeside")));
    }

    void countsByAField()
    {
        const QJsonObject stats =
            run(QStringLiteral("logs.stats"), {{QStringLiteral("by"), QStringLiteral("component")},
                                               {QStringLiteral("level"), QStringLiteral("error")},
                                               {QStringLiteral("top"), 3}})
                .toObject();
        QCOMPARE(stats.value(QStringLiteral("groupCount")).toInt(), 7);
        const QJsonArray groups = stats.value(QStringLiteral("groups")).toArray();
        QCOMPARE(groups.size(), 3);
        QVERIFY(groups.first().toObject().value(QStringLiteral("count")).toInt() >= 1420 / 7);
        for (const char *wrong : {"per", "slow", "question"})
            QVERIFY(run(QStringLiteral("logs.stats"), {{QLatin1String(wrong), QStringLiteral("mad")}})
                        .isString());
    }

    void namesTheLogsThereAre()
    {
        const auto sources = logSources(*m_session);
        QVERIFY_RESULT(sources);
        QCOMPARE(sources->size(), 1); // no container, so no console
        const QString text =
            run(QStringLiteral("logs.tail"), {{QStringLiteral("source"), QStringLiteral("console")}})
                .toString();
        QVERIFY2(text.contains(QStringLiteral("there are: file")), qPrintable(text));
    }

    void followsUntilCancelled()
    {
        OperationContext context;
        qsizetype count = 0;
        LogSink sink;
        sink.onRecords = [&](const QList<LogRecord> &records) {
            count += records.size();
            context.cancel();
        };
        QVERIFY_RESULT(m_actions.followLog(*m_session, QJsonObject(), sink, context, {.initialRecords = 10}));
        QVERIFY(count >= 10);
    }

    void saysWhereNoLogIs()
    {
        QTemporaryDir folder;
        LogSource source;
        source.kind = QStringLiteral("file");
        source.path = folder.filePath(QStringLiteral("logs/app.log"));
        QCOMPARE(missingLogSentence({source}), QString()); // it is not known whether there is a log
        writeAll(folder.filePath(QStringLiteral("logs/other.log")), "x");
        QVERIFY(missingLogSentence({source}).contains(source.path));
        writeAll(source.path + QStringLiteral(".1.gz"), "x"); // a rotation is there
        QCOMPARE(missingLogSentence({source}), QString());
        LogSource kept;
        kept.kind = QStringLiteral("container");
        QCOMPARE(missingLogSentence({kept}), QString());
        QCOMPARE(missingLogSentence({}), QString());
    }
};

} // namespace tst_logactions

QTEST_GUILESS_MAIN(tst_logactions::TestLogActions)
#include "tst_logactions.moc"
