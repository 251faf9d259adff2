// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/recoverycard.h"

#include "core/base/shownzone.h"
#include "core/base/units.h"
#include "ui/models/foreigntext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/findingslist.h"
#include "ui/widgets/label.h"
#include "ui/widgets/labeledfield.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QJsonArray>

namespace pilothouse {

namespace {

enum Where { BesideAndRemoved, BesideAndKept, InPlace };

QDateTime recoveryMoment(const QJsonObject &object, const char *key)
{
    return QDateTime::fromString(object.value(QLatin1String(key)).toString(), Qt::ISODateWithMs);
}

/// What the plan that sets archiving up cannot mend itself.
bool isBeyondSetup(const QJsonArray &missing)
{
    static const QStringList Beyond{QStringLiteral("not-reachable"), QStringLiteral("standby"),
                                    QStringLiteral("tablespaces"), QStringLiteral("package"),
                                    QStringLiteral("archive-library")};
    return std::any_of(missing.begin(), missing.end(), [](const QJsonValue &value) {
        return Beyond.contains(value.toObject().value(QLatin1String("id")).toString());
    });
}

bool lacksOnlyABackup(const QJsonArray &missing)
{
    return missing.size() == 1
           && missing.first().toObject().value(QLatin1String("id")).toString() == QLatin1String("no-backup");
}

} // namespace

RecoveryCard::RecoveryCard(QWidget *parent)
    : Card(tr("Point in time"), Body::Padded, parent)
    , m_range(new Label({}, TextRole::Strong))
    , m_detail(new Label({}, TextRole::Small, &Tokens::text2))
    , m_missing(new FindingsList)
    , m_configure(new Button(tr("Set up archiving…"), ButtonKind::Normal, QStringLiteral("gear")))
    , m_backup(new Button(tr("Back up the server…"), ButtonKind::Normal, QStringLiteral("archive")))
{
    m_range->setWrapping(true);
    m_detail->setWrapping(true);
    body()->setSpacing(8);
    body()->addWidget(m_range);
    body()->addWidget(m_detail);
    body()->addWidget(m_fields = makeFields());
    body()->addWidget(m_missing);
    body()->addWidget(m_configure, 0, Qt::AlignLeft);
    m_backup->setSmall(true);
    addHeadWidget(m_backup);
    connect(m_backup, &QPushButton::clicked, this,
            [this] { emit actionRequested(QStringLiteral("pitr.backup"), {}); });
    connect(m_configure, &QPushButton::clicked, this,
            [this] { emit actionRequested(QStringLiteral("pitr.configure"), {}); });
}

QWidget *RecoveryCard::makeFields()
{
    auto *fields = new QWidget(this);
    auto *row = new QHBoxLayout(fields);
    row->setContentsMargins(0, 4, 0, 0);
    row->setSpacing(12);
    m_time = new QDateTimeEdit;
    m_time->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    m_time->setCalendarPopup(true);
    m_where = new QComboBox;
    m_where->addItems({tr("Beside, prove and remove again"), tr("Beside, and leave it running"),
                       tr("In place of the live server")});
    m_timeField = new LabeledField(tr("Restore to"), m_time);
    row->addWidget(m_timeField, 1, Qt::AlignTop);
    auto *where = new LabeledField(tr("Where"), m_where);
    where->setHint(tr("Beside, the live server goes on and is not touched."));
    row->addWidget(where, 1, Qt::AlignTop);
    auto *holder = new QVBoxLayout;
    holder->setContentsMargins(0, 0, 0, 0);
    holder->setSpacing(4); // as between a field and its label
    auto *restore =
        new Button(tr("Restore to this time…"), ButtonKind::Normal, QStringLiteral("arrow-counterclockwise"));
    auto *space = new Label(QStringLiteral(" "), TextRole::SmallStrong);
    holder->addWidget(space);
    holder->addWidget(restore);
    holder->addStretch(1);
    row->addLayout(holder);
    row->addStretch(1);
    connect(restore, &QPushButton::clicked, this, &RecoveryCard::askForRestore);
    connect(m_time, &QDateTimeEdit::dateTimeChanged, this, [this] {
        m_hasTime = true;
        showUtc();
    });
    return fields;
}

void RecoveryCard::showState(const QJsonObject &state, const QDateTime &now)
{
    const bool isReady = state.value(QLatin1String("isReady")).toBool();
    m_fields->setVisible(isReady);
    m_detail->setVisible(isReady);
    m_missing->setVisible(!isReady);
    if (isReady)
        showReady(state, now);
    else
        showMissing(state);
}

void RecoveryCard::showReady(const QJsonObject &state, const QDateTime &now)
{
    const QDateTime from = recoveryMoment(state, "from");
    const QJsonArray backups = state.value(QLatin1String("backups")).toArray();
    const QJsonObject newest = backups.last().toObject();
    m_range->setText(tr("Any moment from %1 until now").arg(formatMoment(shownTime(from), shownTime(now))));
    const QDateTime archived = recoveryMoment(state, "archivedUntil");
    QString detail =
        tr("Stanza %1, %n backup(s), the newest of %2 (%3)", nullptr, static_cast<int>(backups.size()))
            .arg(visibleLine(state.value(QLatin1String("stanza")).toString()),
                 formatMoment(shownTime(recoveryMoment(newest, "endedAt")), shownTime(now)),
                 formatBytes(newest.value(QLatin1String("bytes")).toInteger()));
    if (archived.isValid())
        detail += QStringLiteral(" · ")
                  + tr("in the archive until %1").arg(formatMoment(shownTime(archived), shownTime(now)));
    const qsizetype copies = state.value(QLatin1String("copies")).toArray().size();
    if (copies > 0)
        detail +=
            QStringLiteral(" · ")
            + tr("%n data directory(s) of earlier restores beside it", nullptr, static_cast<int>(copies));
    m_detail->setText(detail);
    m_configure->hide();
    m_backup->show();
    const QSignalBlocker blocker(m_time);
    m_time->setTimeSpec(shownZone() == ShownZone::Utc ? Qt::UTC : Qt::LocalTime);
    m_time->setDateTimeRange(shownTime(from).addSecs(1), shownTime(now));
    if (!m_hasTime)
        m_time->setDateTime(shownTime(now));
    showUtc();
}

void RecoveryCard::showMissing(const QJsonObject &state)
{
    const QJsonArray missing = state.value(QLatin1String("missing")).toArray();
    const bool needsBackup = lacksOnlyABackup(missing);
    const bool isBeyond = isBeyondSetup(missing);
    m_range->setText(needsBackup ? tr("Possible from the first backup on")
                     : isBeyond  ? tr("Not possible here, because:")
                                 : tr("Not possible yet, because:"));
    QList<ProbeFinding> findings;
    for (const QJsonValue &value : missing) {
        const QJsonObject lack = value.toObject();
        ProbeFinding finding;
        finding.title = visibleText(lack.value(QLatin1String("text")).toString());
        finding.text = visibleText(lack.value(QLatin1String("advice")).toString());
        finding.verdict = isBeyond ? ProbeVerdict::DoesNotApply : ProbeVerdict::ToKnow;
        findings << finding;
    }
    m_missing->setFindings(findings, {});
    m_configure->setVisible(!isBeyond && !needsBackup);
    m_backup->setVisible(needsBackup);
}

void RecoveryCard::showUtc()
{
    const QDateTime utc = m_time->dateTime().toUTC();
    m_timeField->setHint(tr("%1 UTC").arg(utc.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"))));
}

void RecoveryCard::askForRestore()
{
    QJsonObject arguments{{QStringLiteral("time"), toIso(m_time->dateTime())}};
    if (m_where->currentIndex() == InPlace)
        arguments.insert(QStringLiteral("inPlace"), true);
    if (m_where->currentIndex() == BesideAndKept)
        arguments.insert(QStringLiteral("keep"), true);
    emit actionRequested(QStringLiteral("pitr.restore"), arguments);
}

} // namespace pilothouse
