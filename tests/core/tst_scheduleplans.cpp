// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/schedule/scheduleplans.h"
#include "core/schedule/timerunits.h"
#include "core/steps/schedulerehearse.h"
#include "tests/support/planworld.h"

#include <sys/stat.h>

using namespace pilothouse;

namespace tst_scheduleplans {

namespace {

uint modeOf(const QString &path)
{
    struct stat facts = {};
    return ::stat(QFile::encodeName(path).constData(), &facts) == 0 ? facts.st_mode & 07777U : 0;
}

} // namespace

/// What changes of a schedule do to what others set up.
class TestSchedulePlans : public QObject
{
    Q_OBJECT

private slots:
    void letsNobodyReadAScriptWhoCouldNotBefore_data()
    {
        QTest::addColumn<uint>("before");
        QTest::addColumn<uint>("off");
        QTest::newRow("of all") << 0755U << 0644U;
        QTest::newRow("of its group") << 0750U << 0640U;
        QTest::newRow("of its owner") << 0700U << 0600U;
        QTest::newRow("written by a group") << 0775U << 0664U;
    }

    void letsNobodyReadAScriptWhoCouldNotBefore()
    {
        QFETCH(uint, before);
        QFETCH(uint, off);
        const QTemporaryDir folder;
        PlanWorld world(folder.path());
        FoundJob job;
        job.id = u"abcd"_qs;
        job.kind = u"cron folder"_qs;
        job.place = world.data(u"backup"_qs);
        writeAll(job.place, "#!/bin/sh\n");
        QCOMPARE(::chmod(QFile::encodeName(job.place).constData(), before), 0);
        // cron leaves out what cannot be run; the rest of the mode is as it was, both ways.
        QVERIFY_RESULT(world.run(world.plan({modeCall(world, {{}, {}, {job}, {}, false})})));
        QCOMPARE(modeOf(job.place), off);
        QVERIFY_RESULT(world.run(world.plan({modeCall(world, {{}, {}, {}, {job}, false})})));
        QCOMPARE(modeOf(job.place), before);
    }

    /// What a drill asks each time is asked once, when it is put on a schedule.
    void agreesOnceToWhatADrillAsks()
    {
        const QTemporaryDir folder;
        PlanWorld world(folder.path());
        ScheduleTools tools = toolsOf(world);
        QList<Finding> found{{u"no-marker"_qs, FindingKind::NeedsConsent, u"No key is kept."_qs, {}},
                             {u"through"_qs, FindingKind::Info, u"By another way."_qs, {}}};
        tools.planDrill = [&found](const InstanceSession &, const OperationContext &) -> Result<Plan> {
            Plan plan;
            plan.findings = found;
            return plan;
        };
        const QJsonObject wish{{u"work"_qs, u"drill"_qs}, {u"kind"_qs, u"cron"_qs}};
        const auto plan = planScheduleInstall(tools, world.session, wish, {});
        QVERIFY_RESULT(plan);
        QCOMPARE(plan->consentIds(), QStringList{u"no-marker"_qs});
        const auto to = scheduleFromJson(plan->parameters.value(u"to").toObject());
        QVERIFY_RESULT(to);
        QCOMPARE(to->work, ScheduledWork::Drill);
        QCOMPARE(to->agreed, QStringList{u"no-marker"_qs});
        QCOMPARE(to->time.toText(), u"quarterly 03:00"_qs);
        QVERIFY(to->intervalSeconds >= 90 * 86400);
        const auto note = std::find_if(plan->steps.cbegin(), plan->steps.cend(),
                                       [](const StepCall &call) { return call.id == u"note"; });
        QVERIFY(note != plan->steps.cend()
                && note->arguments.value(u"path").toString().endsWith(u"-drill.json"));
        found << Finding{u"space"_qs, FindingKind::Blocker, u"No room."_qs, {}};
        const auto blocked = planScheduleInstall(tools, world.session, wish, {});
        QVERIFY_RESULT(blocked);
        QVERIFY(blocked->hasBlocker());
        const auto none = planScheduleRemove(tools, world.session, {{u"work"_qs, u"drill"_qs}});
        QVERIFY(!none && none.error().kind == ErrorKind::NotFound);
    }

    void saysWhatAnAdministratorRunsForTimersThatRunOn()
    {
        PILOTHOUSE_REQUIRE(!isLingering(), "this user lingers already");
        const QTemporaryDir folder;
        PlanWorld world(folder.path());
        const QString tool = folder.filePath(u"loginctl"_qs);
        writeAll(tool, "#!/bin/sh\necho 'Access denied' >&2\nexit 1\n");
        QCOMPARE(::chmod(QFile::encodeName(tool).constData(), 0755), 0);
        world.steps.add(std::make_unique<LingerEnableStep>(tool));
        const auto report = world.run(world.plan({{u"linger"_qs, u"linger.enable"_qs, {}}}));
        QVERIFY_RESULT(report);
        QVERIFY(report->error);
        const QString told = report->error->toText();
        QVERIFY2(told.contains(u"/loginctl --no-ask-password enable-linger "_qs)
                     && told.contains(u"Access denied"_qs),
                 qPrintable(told));
        QVERIFY(!isLingering());
    }

private:
    static ScheduleTools toolsOf(PlanWorld &world)
    {
        return {
            world.files, world.clock, {world.files, world.clock, world.journals, {}}, u"/bin/true"_qs, {}};
    }

    /// The one step of the change that sets a mode.
    static StepCall modeCall(PlanWorld &world, const ScheduleChange &change)
    {
        Plan plan;
        addChangeSteps(plan, toolsOf(world), world.session, change);
        for (const StepCall &call : std::as_const(plan.steps)) {
            if (call.step == u"file.set-mode")
                return call;
        }
        return {};
    }
};

} // namespace tst_scheduleplans

QTEST_GUILESS_MAIN(tst_scheduleplans::TestSchedulePlans)
#include "tst_scheduleplans.moc"
