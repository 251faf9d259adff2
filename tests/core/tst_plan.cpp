// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/plan.h"
#include "tests/support/testsupport.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace pilothouse;

namespace tst_plan {

namespace {

Plan fullPlan()
{
    Plan plan;
    plan.operation = QUuid::createUuid();
    plan.instance = u"prod-1"_qs;
    plan.action = u"backup.restore"_qs;
    plan.title = u"Restore agentx.db on prod-1"_qs;
    plan.button = u"Restore agentx.db"_qs;
    plan.parameters = {{u"backup"_qs, u"b1"_qs}};
    plan.severity = Severity::Destructive;
    plan.findings = {{u"old"_qs, FindingKind::NeedsConsent, u"It is old."_qs, u"Take a new one."_qs},
                     {u"note"_qs, FindingKind::Info, u"A note."_qs, {}}};
    plan.losses = {u"14 rows"_qs};
    plan.notes = {u"The way back is kept."_qs};
    plan.estimate.bytes = 9'007'199'254'740'993; // does not fit a double
    plan.estimate.milliseconds = 4000;
    plan.estimate.downtime = 2000;
    plan.estimate.space = {{u"/data"_qs, 10, 20}};
    plan.secrets = {u"prod-1/database"_qs};
    plan.steps = {{u"stop"_qs, u"service.stop"_qs, {{u"grace"_qs, 10}}}};
    plan.proofs = {{u"health"_qs, u"expect.http"_qs, {}}};
    plan.fingerprint = QByteArray("\x00\xff\x10", 3);
    plan.undoes = QUuid::createUuid();
    return plan;
}

} // namespace

class TestPlan : public QObject
{
    Q_OBJECT

private slots:
    void survivesJson()
    {
        const Plan plan = fullPlan();
        const QByteArray text = QJsonDocument(toJson(plan)).toJson();
        const auto read = planFromJson(QJsonDocument::fromJson(text).object());
        QVERIFY_RESULT(read);
        QVERIFY(*read == plan);
    }

    void anyMissingMemberIsNamed()
    {
        const QJsonObject whole = toJson(fullPlan());
        for (const QString &key : whole.keys()) {
            QJsonObject object = whole;
            object.remove(key);
            const auto read = planFromJson(object);
            QVERIFY2(!read, qPrintable(key));
            QCOMPARE(read.error().kind, ErrorKind::BadData);
        }
    }

    void anyWrongTypeIsRefused()
    {
        const QJsonObject whole = toJson(fullPlan());
        for (const QString &key : whole.keys()) {
            QJsonObject object = whole;
            object.insert(key, true);
            QVERIFY2(!planFromJson(object), qPrintable(key));
        }
    }

    void refusesWhatItDoesNotKnow()
    {
        QJsonObject object = toJson(fullPlan());
        object.insert(u"extra"_qs, 1);
        QVERIFY(planFromJson(object).error().message.contains(u"extra"_qs));
        object = toJson(fullPlan());
        object.insert(u"format"_qs, 2);
        QVERIFY(planFromJson(object).error().message.contains(u"format 2"_qs));
        object = toJson(fullPlan());
        object.insert(u"severity"_qs, u"terrible"_qs);
        QVERIFY(!planFromJson(object));
        object = toJson(fullPlan());
        object.insert(u"steps"_qs, QJsonArray{QJsonObject{{u"id"_qs, u"a"_qs}}});
        QVERIFY(planFromJson(object).error().subject.contains(u"steps[0]"_qs));
    }

    void knowsItsConsentsAndBlockers()
    {
        Plan plan = fullPlan();
        QCOMPARE(plan.consentIds(), QStringList{u"old"_qs});
        QVERIFY(!plan.hasBlocker());
        plan.findings << Finding{u"no"_qs, FindingKind::Blocker, {}, {}};
        QVERIFY(plan.hasBlocker());
    }

    void scratchNamesComeFromTheOperation()
    {
        const QUuid id = QUuid::fromString(u"12345678-aaaa-bbbb-cccc-123456789012"_qs);
        QCOMPARE(scratchName(id, u"stage"_qs), u"ph-12345678-stage"_qs);
    }
};

} // namespace tst_plan

QTEST_GUILESS_MAIN(tst_plan::TestPlan)
#include "tst_plan.moc"
