// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/addinstancedialog.h"

#include "core/instances/instancesession.h"
#include "ui/dialogs/findpane.h"
#include "ui/dialogs/instanceform.h"
#include "ui/models/environment.h"
#include "ui/models/foreigntext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/findingslist.h"
#include "ui/widgets/label.h"
#include "ui/widgets/rule.h"

#include <QScreen>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace pilothouse {

namespace {

constexpr int PaneWidth = 372;

} // namespace

AddInstanceDialog::AddInstanceDialog(const AddInstanceServices &services, std::optional<Instance> stored,
                                     QWidget *parent)
    : DialogFrame({tr("Add an instance"), {}, QStringLiteral("plus-lg")}, parent)
    , m_controller(services, std::move(stored))
    , m_pages(new QStackedWidget)
    , m_add(addAction(tr("Add instance"), ButtonKind::Primary))
{
    setAttribute(Qt::WA_DeleteOnClose);
    body()->setContentsMargins(0, 0, 0, 0);
    body()->setSpacing(0);
    body()->addWidget(new Rule(Qt::Horizontal));
    if (isNew()) {
        makeSteps();
        m_byHand = addTool(tr("Describe by hand…"), QStringLiteral("sliders"));
        m_back = addTool(tr("Back"), QStringLiteral("arrow-left"));
        m_find = new FindPane(m_controller.discovery());
        m_pages->addWidget(m_find);
    }
    m_pages->addWidget(makeDescription());
    body()->addWidget(m_pages, 1);
    resize(QSize(960, 704).boundedTo(screen()->availableSize() - QSize(24, 48)));
    // Enter in a field must not throw away what was typed; adding destroys nothing.
    cancelButton()->setDefault(false);
    cancelButton()->setAutoDefault(false);
    m_add->setDefault(true);
    connectController();
    if (m_controller.stored())
        m_form->fill(*m_controller.stored());
    else
        m_controller.discovery().start();
    showState();
    if (m_find)
        m_find->focusFirst();
    else
        m_form->setFocus();
}

void AddInstanceDialog::connectController()
{
    connect(&m_controller, &AddInstanceController::changed, this, &AddInstanceDialog::showState);
    connect(&m_controller, &AddInstanceController::added, this, [this](const QString &name) {
        emit added(name);
        accept();
    });
    connect(&m_controller, &AddInstanceController::addFailed, this, [this](const Error &error) {
        m_add->setBusy(false);
        m_form->setError(InstanceField::Name, error.message);
        setFootNote(
            (isNew() ? tr("Not added: %1 Nothing was changed.") : tr("Not saved: %1 Nothing was changed."))
                .arg(error.message),
            true);
    });
    connect(m_add, &QPushButton::clicked, this, &AddInstanceDialog::goOn);
    if (!isNew())
        return;
    connect(m_find, &FindPane::chosenChanged, this, &AddInstanceDialog::showState);
    connect(m_find, &FindPane::taken, this, &AddInstanceDialog::goOn);
    connect(m_byHand, &QPushButton::clicked, this, &AddInstanceDialog::describe);
    connect(m_back, &QPushButton::clicked, this, &AddInstanceDialog::find);
}

void AddInstanceDialog::makeSteps()
{
    for (const QString &step : {tr("1  Find"), tr("2  Describe and check"), tr("3  Add")}) {
        if (!m_steps.isEmpty()) {
            auto *line = new Rule(Qt::Horizontal);
            line->setFixedWidth(30);
            pageRow()->addWidget(line);
        }
        m_steps << new Label(step, TextRole::Medium, &Tokens::text2);
        pageRow()->addWidget(m_steps.last());
    }
    pageRow()->addStretch(1);
    pageRow()->setContentsMargins(24, 0, 24, 12);
}

QWidget *AddInstanceDialog::makeDescription()
{
    auto *page = new QWidget;
    auto *halves = new QHBoxLayout(page);
    halves->setContentsMargins(0, 0, 0, 0);
    halves->setSpacing(0);
    m_form = new InstanceForm(m_controller);
    halves->addWidget(m_form, 1);
    halves->addWidget(new Rule(Qt::Vertical));
    halves->addWidget(makePane());
    page->setFocusProxy(m_form);
    return page;
}

QWidget *AddInstanceDialog::makePane()
{
    auto *pane = new QWidget;
    pane->setFixedWidth(PaneWidth);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(20, 8, 16, 16);
    column->setSpacing(4);
    auto *head = new QHBoxLayout;
    head->addWidget(new Label(tr("What was read"), TextRole::Strong), 1);
    m_again = new Button(tr("Check again"), ButtonKind::Ghost, QStringLiteral("arrow-repeat"));
    m_again->setSmall(true);
    head->addWidget(m_again);
    column->addLayout(head);
    m_summary = new Label({}, TextRole::Small, &Tokens::text2);
    m_summary->setWordWrap(true);
    column->addWidget(m_summary);
    column->addSpacing(8);
    m_findings = new FindingsList;
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(tr("What was read"));
    area->setWidget(m_findings);
    column->addWidget(area, 1);
    connect(m_again, &QPushButton::clicked, &m_controller, &AddInstanceController::probeNow);
    return pane;
}

bool AddInstanceDialog::isFinding() const
{
    return m_find && m_pages->currentWidget() == m_find;
}

bool AddInstanceDialog::isReading() const
{
    return m_controller.isReading() || m_controller.discovery().isReading();
}

void AddInstanceDialog::goOn()
{
    if (!m_add->isEnabled())
        return;
    if (isFinding())
        fill(m_find->chosen()->instance);
    else
        m_controller.add();
}

void AddInstanceDialog::fill(const Instance &instance)
{
    describe();
    m_form->fill(instance);
}

void AddInstanceDialog::describe()
{
    m_pages->setCurrentIndex(m_pages->count() - 1);
    m_form->setFocus();
    showState();
}

void AddInstanceDialog::find()
{
    m_pages->setCurrentWidget(m_find);
    m_find->focusFirst();
    showState();
}

void AddInstanceDialog::showSteps()
{
    for (qsizetype i = 0; i < m_steps.size(); ++i) {
        const bool isCurrent = i == (isFinding() ? 0 : 1);
        m_steps.at(i)->setRole(isCurrent ? TextRole::Strong : TextRole::Medium);
        m_steps.at(i)->setInk(isCurrent ? &Tokens::text : &Tokens::text2);
    }
    if (m_find) {
        m_byHand->setVisible(isFinding());
        m_back->setVisible(!isFinding());
    }
}

void AddInstanceDialog::showHead()
{
    const Instance &draft = m_controller.draft();
    const QString name = visibleLine(draft.name);
    DialogHeadText head;
    head.iconName = isNew() ? QStringLiteral("plus-lg") : QStringLiteral("sliders");
    head.title = !isNew() ? tr("Change %1").arg(name) : tr("Add an instance");
    head.facts = !isNew() ? tr("What Pilothouse knows of it. Its service, data and backups stay as they are.")
                          : tr("One running service. Adding it changes nothing on it.");
    if (isFinding())
        head.facts = tr("Pick what was found, or describe a service by hand. Looking only reads.");
    else if (const BadgeCell badge = environmentBadge(draft.environment); !badge.text.isEmpty())
        head.environment = badge;
    setHead(head);
}

void AddInstanceDialog::showState()
{
    showHead();
    showSteps();
    if (isFinding())
        showFinding();
    else
        showDescription();
}

void AddInstanceDialog::showFinding()
{
    const Candidate *chosen = m_find->chosen();
    QString refusal;
    if (!chosen)
        refusal = tr("Choose what was found.");
    else if (!chosen->knownAs.isEmpty())
        refusal = tr("It is in the list as %1.").arg(visibleLine(chosen->knownAs));
    else
        refusal = visibleLine(chosen->refusal);
    m_add->setText(refusal.isEmpty()
                       ? tr("Continue with %1").arg(mnemonicSafe(visibleLine(chosen->instance.name)))
                       : tr("Continue"));
    m_add->setRefusal(refusal);
    setFootNote(refusal, chosen && !chosen->refusal.isEmpty());
}

void AddInstanceDialog::showDescription()
{
    m_form->showState();
    const Readable<QList<ProbeFinding>> &findings = m_controller.probe().findings();
    const bool isFirst = findings.isReading && !findings.hasValue;
    m_findings->setFindings(findings.value, isFirst ? tr("Reading what is there") : QString());
    const QString summary = m_controller.probe().summary();
    m_summary->setText(summary.isEmpty() ? tr("Reading starts by itself once the form says where to look.")
                                         : summary);
    m_again->setBusy(findings.isReading);
    const QString name = mnemonicSafe(visibleLine(m_controller.draft().name));
    if (isNew())
        m_add->setText(name.isEmpty() ? tr("Add instance") : tr("Add %1").arg(name));
    else
        m_add->setText(tr("Save %1").arg(name));
    m_add->setBusy(m_controller.isAdding());
    const QString refusal = m_controller.refusal();
    m_add->setRefusal(m_controller.isAdding() ? QString() : refusal);
    setFootNote(m_controller.isAdding() ? QString() : refusal, m_controller.isRefusalWrong());
}

} // namespace pilothouse
