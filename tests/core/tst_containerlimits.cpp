// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/configuration/limits.h"
#include "core/base/clock.h"
#include "core/instances/instancesession.h"
#include "core/monitoring/metricstore.h"
#include "core/plan/catalogue.h"
#include "core/runtime/dockerruntime.h"
#include "core/settings/statestore.h"
#include "core/steps/containersetlimitsstep.h"
#include "tests/support/faultydockerengine.h"
#include "tests/support/testsupport.h"

using namespace pilothouse;

namespace tst_containerlimits {

namespace {

constexpr qint64 Half = 512 << 20;
constexpr qint64 Whole = 1 << 30;

/// A container "x" as its engine describes it; none where nothing is said.
class ContainerWorld
{
public:
    explicit ContainerWorld(const QByteArray &inspected)
    {
        if (inspected.isEmpty())
            m_engine.onJson("/x/json", R"({"message":"No such container: x"})", 404);
        else
            m_engine.onJson("/x/json", inspected);
        m_instance.name = u"svc"_qs;
        m_instance.runtime.kind = u"docker"_qs;
        m_instance.runtime.container = u"x"_qs;
        m_instance.runtime.engine = m_engine.socket();
        session = std::make_unique<InstanceSession>(
            m_instance, ServiceProfile{},
            std::make_shared<DockerRuntime>(m_engine.socket(), m_instance.runtime, ServiceProfile{}),
            folder.path());
    }

    Result<Observed> observe(const ResourceLimits &wanted, const ResourceLimits &before) const
    {
        const QJsonObject arguments = toJson(wanted);
        const QUuid operation;
        const QJsonObject outputs;
        const SecretBag secrets;
        const OperationContext context;
        return ContainerSetLimitsStep().observe({*session, operation, arguments, outputs, secrets, context},
                                                toJson(before));
    }

    QTemporaryDir folder;
    std::unique_ptr<InstanceSession> session;

private:
    FaultyDockerEngine m_engine;
    Instance m_instance;
};

QByteArray inspected(qint64 memory, qint64 swap)
{
    return R"({"Id":"x","Name":"/x","State":{"Status":"running"},"HostConfig":{"Memory":)"
           + QByteArray::number(memory) + R"(,"MemorySwap":)" + QByteArray::number(swap) + "}}";
}

} // namespace

/// The word that changes the limits of containers, against an engine that says what it is told to.
class TestContainerLimits : public QObject
{
    Q_OBJECT

private slots:
    void comparesSwapWhereBothSayIt()
    {
        const ContainerWorld world(inspected(Half, Whole));
        const ResourceLimits other{Half, Half, 0};
        QCOMPARE(world.observe({Half, Whole, 0}, other).value_or(Observed::Unknown), Observed::Done);
        QCOMPARE(world.observe(other, {Half, Whole, 0}).value_or(Observed::Unknown), Observed::NotDone);
        QCOMPARE(world.observe({Half, 0, 0}, {}).value_or(Observed::Unknown), Observed::Done);
        const ContainerWorld free(inspected(0, 0));
        QCOMPARE(free.observe({0, Whole, 0}, other).value_or(Observed::Unknown), Observed::Done);
    }

    void knowsNothingOfContainersThatAreGone()
    {
        const auto seen = ContainerWorld({}).observe({}, {});
        QVERIFY_RESULT(seen);
        QCOMPARE(*seen, Observed::Unknown);
    }

    void namesTheEngineThatIsAsked()
    {
        const ContainerWorld world(inspected(0, 0));
        StateStore state(world.folder.filePath(u"state.db"_qs));
        QVERIFY_RESULT(state.open());
        const MetricStore metrics(state);
        const SystemClock clock;
        Catalogue catalogue;
        addLimitActions(catalogue, metrics, clock);
        const auto plan = catalogue.plan(u"limits.set"_qs, *world.session, {{u"memory"_qs, u"512M"_qs}}, {});
        QVERIFY_RESULT(plan);
        const QString shell = ContainerSetLimitsStep().describe(plan->steps.first().arguments).shell;
        QVERIFY2(shell.startsWith(u"docker -H "_qs) && shell.contains(u"docker.sock update --memory 512m"_qs),
                 qPrintable(shell));
    }

    void putsEachReplicaBackAsItWas()
    {
        QJsonObject arguments = toJson(ResourceLimits{Half, 0, 0.5});
        arguments.insert(u"container"_qs, u"w_1 w_2"_qs);
        QJsonObject before = toJson(ResourceLimits{Half, 0, 1});
        before.insert(u"each"_qs, QJsonObject{{u"aa"_qs, toJson(ResourceLimits{Half, 0, 1})},
                                              {u"bb"_qs, toJson(ResourceLimits{Whole, -1, 0.5})}});
        const ContainerSetLimitsStep step;
        QCOMPARE(step.putBackShell(arguments, before),
                 u"docker update --memory 512m --cpus 1 aa && "
                 u"docker update --memory 1g --memory-swap -1 --cpus 0.5 bb"_qs);
        QCOMPARE(step.describe(arguments).shell, u"docker update --memory 512m --cpus 0.5 w_1 w_2"_qs);
        QCOMPARE(step.putBackShell(arguments, toJson(ResourceLimits{Half, 0, 1})),
                 u"docker update --memory 512m --cpus 1 w_1 w_2"_qs);
    }
};

} // namespace tst_containerlimits

QTEST_GUILESS_MAIN(tst_containerlimits::TestContainerLimits)
#include "tst_containerlimits.moc"
