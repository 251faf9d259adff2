// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/operationdock.h"

#include "core/base/shownzone.h"
#include "core/base/units.h"
#include "ui/models/foreigntext.h"
#include "ui/models/roles.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidinglabel.h"
#include "ui/widgets/label.h"
#include "ui/widgets/operationdelegate.h"
#include "ui/widgets/steplist.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QStandardItemModel>

namespace pilothouse {

namespace {
constexpr int StripHeight = 28;
constexpr int BodyHeight = 286;
constexpr int MaximumRows = 200;
} // namespace

OperationDock::OperationDock(OperationsController &operations, QWidget *parent)
    : QWidget(parent)
    , m_operations(operations)
    , m_model(new QStandardItemModel(this))
{
    setAccessibleName(tr("Operations"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeStrip());
    m_body = makeBody();
    layout->addWidget(m_body);
    m_body->setFixedHeight(BodyHeight);
    m_body->hide();
    setFixedHeight(StripHeight);

    m_clock.setInterval(1000);
    connect(&m_clock, &QTimer::timeout, this, &OperationDock::showCurrent);
    connect(&m_operations, &OperationsController::listChanged, this, [this] {
        reload();
        openForCutOff();
    });
    connect(&m_operations, &OperationsController::operationChanged, this, [this](const QUuid &id) {
        if (id == m_current)
            showCurrent();
        updateRow(id);
        updateStrip();
    });
    connect(&m_operations, &OperationsController::operationStarted, this, &OperationDock::show);
    connect(&m_operations, &OperationsController::operationEnded, this, [this](const QUuid &id) {
        const auto view = m_operations.operation(id);
        if (view && view->needsAttention()) {
            show(id);
            setOpen(true);
        }
    });
    reload();
}

QWidget *OperationDock::makeStrip()
{
    auto *strip = new QWidget(this);
    strip->setFixedHeight(StripHeight);
    m_toggle = new Button(tr("Operations"), ButtonKind::Ghost, QStringLiteral("chevron-up"), strip);
    m_toggle->setSmall(true);
    m_toggle->setToolTip(tr("Show or hide the operations (Ctrl+J)"));
    m_stripState = new ElidingLabel({}, Qt::ElideRight, TextRole::Small, strip);
    m_stripLast = new ElidingLabel({}, Qt::ElideRight, TextRole::Small, strip);
    m_stripState->setObjectName(QStringLiteral("stripState"));
    m_stripLast->setObjectName(QStringLiteral("stripLast"));
    m_stripLast->setInk(&Tokens::text3);
    m_stripLast->setAlignment(Qt::AlignRight);
    auto *layout = new QHBoxLayout(strip);
    layout->setContentsMargins(8, 0, 12, 0);
    layout->setSpacing(8);
    layout->addWidget(m_toggle);
    layout->addWidget(m_stripState, 1);
    layout->addWidget(m_stripLast, 1);
    connect(m_toggle, &QPushButton::clicked, this, [this] { setOpen(!m_isOpen); });
    return strip;
}

QWidget *OperationDock::makeBody()
{
    auto *body = new QWidget(this);
    m_list = new QListView(body);
    m_list->setObjectName(QStringLiteral("operationList"));
    m_list->setAccessibleName(tr("Operations"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new OperationDelegate(m_operations, this));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFixedWidth(330);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    auto *layout = new QHBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_list);
    layout->addWidget(makeMiddle(), 1);
    layout->addWidget(makeRight());
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                if (!index.isValid())
                    return;
                m_current = index.data(KeyRole).toUuid();
                showCurrent();
            });
    return body;
}

QWidget *OperationDock::makeMiddle()
{
    auto *middle = new QWidget(this);
    m_title = new Label({}, TextRole::Strong, &Tokens::text, middle);
    m_state = new Label({}, TextRole::Small, &Tokens::text2, middle);
    m_state->setWrapping(true);
    m_cancel = new Button(tr("Cancel and put back"), ButtonKind::Normal, QStringLiteral("x-lg"), middle);
    m_acknowledge = new Button(tr("Acknowledge"), ButtonKind::Normal, QStringLiteral("check-lg"), middle);
    m_resume = new Button(tr("Resume"), ButtonKind::Normal, QStringLiteral("play"), middle);
    m_rollBack =
        new Button(tr("Put back"), ButtonKind::Primary, QStringLiteral("arrow-counterclockwise"), middle);
    m_undo =
        new Button(tr("Put back…"), ButtonKind::Normal, QStringLiteral("arrow-counterclockwise"), middle);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_title, 1);
    for (Button *button : {m_cancel, m_acknowledge, m_resume, m_rollBack, m_undo}) {
        button->setSmall(true);
        head->addWidget(button);
    }
    m_steps = new StepList(StepList::Look::Progress);
    m_steps->setProperty("transparent", true);
    auto *scroll = new QScrollArea(middle);
    scroll->setObjectName(QStringLiteral("plainScroll"));
    scroll->setWidget(m_steps);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(middle);
    layout->setContentsMargins(16, 8, 12, 8);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(m_state);
    layout->addWidget(scroll, 1);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_operations.cancel(m_current); });
    connect(m_acknowledge, &QPushButton::clicked, this, [this] { m_operations.acknowledge(m_current); });
    connect(m_resume, &QPushButton::clicked, this, [this] { emit resumeRequested(m_current); });
    connect(m_rollBack, &QPushButton::clicked, this, [this] { emit rollBackRequested(m_current); });
    connect(m_undo, &QPushButton::clicked, this, [this] { emit undoRequested(m_current); });
    return middle;
}

QWidget *OperationDock::makeRight()
{
    auto *right = new QWidget(this);
    right->setFixedWidth(420);
    auto *copy = Button::withIcon(QStringLiteral("clipboard"), tr("Copy commands and output"), right);
    m_output = new QPlainTextEdit(right);
    m_output->setObjectName(QStringLiteral("codeBox"));
    m_output->setAccessibleName(tr("Commands and output"));
    m_output->setReadOnly(true);
    m_output->setFont(fontOf(TextRole::Code));
    m_output->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_output->setFrameShape(QFrame::NoFrame);
    m_output->setTabChangesFocus(true);
    auto *head = new QHBoxLayout;
    head->addWidget(new Label(tr("Commands and output"), TextRole::SmallStrong, &Tokens::text2, right));
    head->addStretch();
    head->addWidget(copy);
    auto *layout = new QVBoxLayout(right);
    layout->setContentsMargins(16, 4, 12, 8);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(m_output, 1);
    connect(copy, &QPushButton::clicked, this, &OperationDock::copyOutput);
    return right;
}

void OperationDock::setOpen(bool isOpen)
{
    if (m_isOpen == isOpen)
        return;
    m_isOpen = isOpen;
    m_body->setVisible(isOpen);
    m_toggle->setIconName(isOpen ? QStringLiteral("chevron-down") : QStringLiteral("chevron-up"));
    setFixedHeight(isOpen ? StripHeight + BodyHeight : StripHeight);
    showCurrent();
    emit openChanged(isOpen);
}

void OperationDock::show(const QUuid &operation)
{
    m_current = operation;
    reload();
}

void OperationDock::openForCutOff()
{
    for (const OperationView &view : m_operations.operations()) {
        if (view.outcome != Outcome::Interrupted || view.isAcknowledged || m_cutOff.contains(view.id))
            continue;
        m_cutOff.insert(view.id);
        show(view.id);
        setOpen(true);
    }
}

void OperationDock::reload()
{
    const QList<OperationView> views = m_operations.operations().mid(0, MaximumRows);
    m_model->setRowCount(static_cast<int>(views.size()));
    int currentRow = -1;
    for (int row = 0; row < views.size(); ++row) {
        auto *item = new QStandardItem(visibleLine(views[row].title));
        item->setEditable(false);
        item->setData(views[row].id, KeyRole);
        item->setData(spokenRow(views[row]), Qt::AccessibleTextRole);
        m_model->setItem(row, item);
        if (views[row].id == m_current)
            currentRow = row;
    }
    if (currentRow < 0 && !views.isEmpty()) {
        currentRow = 0;
        m_current = views.first().id;
    }
    if (currentRow >= 0)
        m_list->setCurrentIndex(m_model->index(currentRow, 0));
    showCurrent();
    updateStrip();
}

QString OperationDock::spokenRow(const OperationView &view)
{
    return tr("%1, %2").arg(visibleLine(view.title), view.progressText());
}

/// A change of its data paints the whole row anew; its turning mark alone would not.
void OperationDock::updateRow(const QUuid &id)
{
    const auto view = m_operations.operation(id);
    for (int row = 0; view && row < m_model->rowCount(); ++row) {
        if (m_model->item(row)->data(KeyRole).toUuid() == id)
            m_model->item(row)->setData(spokenRow(*view), Qt::AccessibleTextRole);
    }
}

QString OperationDock::stateSentence(const OperationView &view) const
{
    if (view.isRunning()) {
        const QString elapsed = formatDuration(view.startedAt.msecsTo(QDateTime::currentDateTimeUtc()));
        if (view.isCancelling)
            return tr("Cancelling; what was done is put back.");
        return view.estimateMs > 0 ? tr("%1 of about %2").arg(elapsed, formatDuration(view.estimateMs))
                                   : elapsed;
    }
    if (view.error) {
        const auto saysIt = [&view](const StepView &step) { return step.text == view.error->message; };
        const bool isSaidBelow = std::any_of(view.steps.begin(), view.steps.end(), saysIt);
        const QString what = isSaidBelow ? view.outcomeText() + u'.' : view.error->message;
        const QString why = QString(what + u' ' + view.error->advice).trimmed();
        return view.outcome == Outcome::Done ? tr("It is done. %1").arg(why) : why;
    }
    if (!view.keptFiles.isEmpty())
        return tr("Kept: %1").arg(view.keptFiles.join(QStringLiteral(", ")));
    return tr("%1, took %2").arg(view.outcomeText(), formatDuration(view.startedAt.msecsTo(view.endedAt)));
}

void OperationDock::showCurrent()
{
    if (!m_isOpen)
        return;
    const auto view = m_operations.operation(m_current);
    if (!view) {
        m_title->setText(tr("Nothing has been done yet."));
        m_state->setText({});
        m_steps->setSteps({}, true);
        m_output->clear();
        showButtons({});
        return;
    }
    const bool isBad = view->outcome == Outcome::NeedsOperator;
    m_title->setInk(isBad ? &Tokens::downText : &Tokens::text);
    m_title->setText(visibleLine(view->title));
    m_state->setText(visibleText(stateSentence(*view)));
    m_steps->setSteps(view->steps, !view->isRunning());
    QStringList output = view->output;
    if (!view->manualCommands.isEmpty())
        output << QString() << tr("To finish by hand:") << view->manualCommands;
    const QString text = visibleText(output.join(u'\n'));
    if (m_output->toPlainText() != text) {
        m_output->setFont(fontOf(TextRole::Code));
        m_output->setPlainText(text);
        m_output->verticalScrollBar()->setValue(m_output->verticalScrollBar()->maximum());
    }
    showButtons(*view);
    view->isRunning() ? m_clock.start() : m_clock.stop();
}

void OperationDock::showButtons(const OperationView &view)
{
    const bool isKnown = !view.id.isNull();
    const bool isOpenEnded = view.outcome == Outcome::NeedsOperator || view.outcome == Outcome::Interrupted;
    m_cancel->setVisible(isKnown && view.isRunning());
    m_cancel->setEnabled(!view.isCancelling && !view.isPuttingBack);
    m_acknowledge->setVisible(isKnown && view.canBeAcknowledged());
    m_resume->setVisible(isKnown && isOpenEnded);
    m_rollBack->setVisible(isKnown && isOpenEnded);
    m_undo->setVisible(isKnown && view.canBePutBack);
}

void OperationDock::updateStrip()
{
    const QList<OperationView> views = m_operations.operations();
    m_stripState->setInk(m_operations.attentionCount() > 0 ? &Tokens::downText : &Tokens::text2);
    m_stripState->setText(visibleLine(summaryOf(views)));
    const OperationView *last = lastEnded(views);
    if (!last)
        m_stripLast->setText({});
    else if (!last->endedAt.isValid())
        m_stripLast->setText(tr("Last: %1 (%2)").arg(visibleLine(last->title), last->outcomeText()));
    else
        m_stripLast->setText(
            tr("Last: %1 (%2), %3")
                .arg(visibleLine(last->title), last->outcomeText(), formatMoment(last->endedAt, shownNow())));
}

void OperationDock::copyOutput()
{
    QGuiApplication::clipboard()->setText(m_output->toPlainText());
}

void OperationDock::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = currentTokens();
    QPainter painter(this);
    painter.fillRect(rect(), tokens.surface);
    painter.fillRect(QRect(0, 0, width(), StripHeight), tokens.rail);
    painter.fillRect(QRect(0, 0, width(), 1), tokens.border);
    if (m_isOpen) {
        painter.fillRect(QRect(0, StripHeight - 1, width(), 1), tokens.border);
        painter.fillRect(QRect(330, StripHeight, 1, height()), tokens.border);
        painter.fillRect(QRect(width() - 421, StripHeight, 1, height()), tokens.border);
    }
}

} // namespace pilothouse
