// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/configurationpage.h"

#include "core/base/shownzone.h"
#include "core/base/units.h"
#include "core/instances/instancesession.h"
#include "core/runtime/serviceruntime.h"
#include "ui/models/foreigntext.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/findingscard.h"
#include "ui/widgets/limitscard.h"
#include "ui/widgets/loadingbars.h"
#include "ui/widgets/logsettingscard.h"
#include "ui/widgets/scalingcard.h"
#include "ui/widgets/surroundingscards.h"

#include <QBoxLayout>
#include <QDir>
#include <QResizeEvent>

namespace pilothouse {

namespace {

constexpr int NarrowWidth = 900;
constexpr qsizetype ConfigurationPageMostFindings = 8;

QVBoxLayout *columnIn(QBoxLayout &row, int stretch)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(12);
    row.addLayout(column, stretch);
    return column;
}

/// The audit as verdicts; the worst ones, and how many there are beside them.
QList<ProbeFinding> verdictsOf(const PermissionAudit &audit, const QString &dataDir)
{
    QList<ProbeFinding> verdicts;
    for (const AccessFinding &finding : audit.findings.mid(0, ConfigurationPageMostFindings)) {
        const QString relative = QDir(dataDir).relativeFilePath(finding.path);
        ProbeFinding verdict;
        verdict.title = finding.path == dataDir                     ? ConfigurationPage::tr("Data folder")
                        : relative.startsWith(QLatin1String("../")) ? finding.path
                                                                    : relative;
        verdict.verdict =
            finding.kind == FindingKind::Blocker ? ProbeVerdict::InTheWay : ProbeVerdict::ToKnow;
        verdict.text = finding.text;
        verdict.advice = finding.advice;
        verdicts << verdict;
    }
    ProbeFinding last;
    last.verdict = audit.findings.isEmpty() ? ProbeVerdict::Holds : ProbeVerdict::ToKnow;
    if (audit.findings.isEmpty())
        last.title =
            ConfigurationPage::tr("%n file(s), each as it should be", nullptr, static_cast<int>(audit.files));
    else if (audit.findings.size() > ConfigurationPageMostFindings)
        last.title = ConfigurationPage::tr(
            "%n more", nullptr, static_cast<int>(audit.findings.size() - ConfigurationPageMostFindings));
    if (!last.title.isEmpty())
        verdicts << last;
    return verdicts;
}

} // namespace

ConfigurationPage::ConfigurationPage(ConfigurationController &controller, QWidget *parent)
    : Page(parent)
    , m_controller(controller)
{
    setScrolled(tr("Configuration"), makeContents());
    connectCards();
    connect(&m_controller, &ConfigurationController::changed, this, &ConfigurationPage::showAll);
    showAll();
}

QWidget *ConfigurationPage::makeContents()
{
    auto *contents = new QWidget;
    contents->setProperty("transparent", true);
    auto *all = new QVBoxLayout(contents);
    all->setContentsMargins(20, 16, 20, 16);
    all->setSpacing(12);
    all->addWidget(m_banner = new Banner);
    m_loading = new Card({}, Card::Body::Flush);
    auto *bars = new LoadingBars;
    bars->setMinimumHeight(240);
    m_loading->body()->addWidget(bars);
    all->addWidget(m_loading);
    m_cards = new QWidget;
    m_columns = new QHBoxLayout(m_cards);
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(12);
    QVBoxLayout *left = columnIn(*m_columns, 1);
    left->addWidget(m_environment = new EnvironmentCard);
    left->addWidget(m_mounts = new MountsCard);
    left->addWidget(m_permissions = new FindingsCard(tr("Permissions of the files")));
    left->addStretch(1);
    QVBoxLayout *right = columnIn(*m_columns, 1);
    right->addWidget(m_limits = new LimitsCard);
    right->addWidget(m_logs = new LogSettingsCard);
    right->addWidget(m_exposure = new FindingsCard(tr("Who can reach the service")));
    right->addWidget(m_scaling = new ScalingCard);
    right->addStretch(1);
    for (QWidget *card : {static_cast<QWidget *>(m_environment), static_cast<QWidget *>(m_mounts),
                          static_cast<QWidget *>(m_permissions), static_cast<QWidget *>(m_limits),
                          static_cast<QWidget *>(m_logs), static_cast<QWidget *>(m_exposure),
                          static_cast<QWidget *>(m_scaling)})
        card->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    all->addWidget(m_cards);
    all->addStretch(1);
    return contents;
}

void ConfigurationPage::connectCards()
{
    auto *back =
        new Button(tr("Put back now…"), ButtonKind::Normal, QStringLiteral("arrow-counterclockwise"));
    m_banner->addButton(back);
    connect(back, &QPushButton::clicked, this, [this] { emit undoRequested(m_pending); });
    Button *fix = m_permissions->addAction(tr("Set permissions"), QStringLiteral("shield-lock"));
    connect(fix, &QPushButton::clicked, this,
            [this] { emit actionRequested(QStringLiteral("permissions.fix"), {}); });
    connect(m_limits, &LimitsCard::changeAsked, this, [this](const QJsonObject &arguments) {
        emit actionRequested(QStringLiteral("limits.set"), arguments);
    });
    connect(m_logs, &LogSettingsCard::levelAsked, this, [this](const QJsonObject &arguments) {
        emit actionRequested(QStringLiteral("logs.level"), arguments);
    });
    connect(m_logs, &LogSettingsCard::driverAsked, this, [this](const QJsonObject &arguments) {
        emit actionRequested(QStringLiteral("logs.driver"), arguments);
    });
}

void ConfigurationPage::setSession(const SessionPointer &session)
{
    m_controller.setSession(session);
    m_isStale = true;
    if (isVisible())
        refresh();
}

void ConfigurationPage::refresh()
{
    m_isStale = !isVisible();
    if (isVisible())
        m_controller.refresh();
}

void ConfigurationPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_isStale)
        refresh();
}

void ConfigurationPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_columns->setDirection(event->size().width() < NarrowWidth ? QBoxLayout::TopToBottom
                                                                : QBoxLayout::LeftToRight);
}

bool ConfigurationPage::isReading() const
{
    return m_controller.configuration().isReading;
}

void ConfigurationPage::showAll()
{
    const auto &read = m_controller.configuration();
    m_loading->setVisible(!read.hasValue && read.isReading);
    m_cards->setVisible(read.hasValue);
    showBanner();
    if (read.value)
        showCards(*read.value);
}

/// What goes back by itself, and when; red where that time has passed and it did not.
void ConfigurationPage::showBanner()
{
    const auto &value = m_controller.configuration().value;
    const bool isPending = value && value->logs && value->logs->pending;
    m_banner->setVisible(isPending);
    if (!isPending)
        return;
    const PendingRevert &pending = *value->logs->pending;
    const QDateTime now = m_controller.now();
    m_pending = pending.operation;
    const QString when = formatMoment(shownTime(pending.dueAt), shownTime(now));
    if (pending.isOverdue(now))
        m_banner->setBanner(
            {StateKind::Down, tr("%1 should have gone back").arg(visibleLine(pending.title)),
             tr("That was due at %1, and this machine or what waits did not run then.").arg(when)});
    else
        m_banner->setBanner({StateKind::Warning, tr("%1 goes back by itself").arg(visibleLine(pending.title)),
                             tr("At %1, with a restart, whether or not Pilothouse is open.").arg(when)});
}

void ConfigurationPage::showPermissions(const Result<PermissionAudit> &audit, const QString &dataDir)
{
    if (!audit) {
        m_permissions->setError(audit.error());
        return;
    }
    m_permissions->setFindings(verdictsOf(*audit, dataDir));
    if (!audit->findings.isEmpty())
        m_permissions->setSubtitle(tr("%n to mend", nullptr, static_cast<int>(audit->findings.size())));
}

void ConfigurationPage::showCards(const Configuration &configuration)
{
    const InstanceSession &session = *m_controller.session();
    const bool canControl = session.runtime().canControl();
    m_environment->setVisible(canControl);
    m_environment->setEntries(configuration.environment.value_or(QList<EnvironmentEntry>()));
    const QList<MountEntry> mounts = configuration.mounts.value_or(QList<MountEntry>());
    m_mounts->setVisible(!mounts.isEmpty());
    m_mounts->setMounts(mounts);
    m_limits->setReport(configuration.limits, session.profile().limits);
    const bool isOwnContainer = session.runtime().kind() == u"docker";
    const bool isGivenLevels = isOwnContainer || !isContainerKind(session.runtime().kind());
    m_logs->setSettings(configuration.logs, {canControl && isGivenLevels, canControl && isOwnContainer});
    showPermissions(configuration.permissions, session.instance().dataDir);
    m_scaling->setScaling(configuration.scaling);
    if (configuration.exposure)
        m_exposure->setFindings(configuration.exposure->findings, configuration.exposure->snippet);
    else
        m_exposure->setError(configuration.exposure.error());
}

} // namespace pilothouse
