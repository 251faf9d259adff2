// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/commandpalette.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/label.h"
#include "ui/widgets/palettelines.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>

namespace pilothouse {

namespace {

constexpr int PaletteWidth = 680;
constexpr int Top = 80;
constexpr int FieldHeight = 50;
constexpr int PaletteFootHeight = 32;
constexpr int Bottom = 40; ///< of the window that stays below it
constexpr int MostLines = 460;
constexpr int NothingHeight = 64;

/// The panel: raised, an edge, two hairlines.
class PalettePanel final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = currentTokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(tokens.borderStrong);
        painter.setBrush(tokens.raised);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10);
        painter.fillRect(QRect(1, FieldHeight, width() - 2, 1), tokens.border);
        painter.fillRect(QRect(1, height() - PaletteFootHeight - 1, width() - 2, 1), tokens.border);
        paintIcon(painter, QRectF(18, FieldHeight / 2.0 - 8, 16, 16), QStringLiteral("search"), tokens.text2);
    }
};

void makeSeeThrough(QWidget *widget)
{
    QPalette palette = widget->palette();
    palette.setColor(QPalette::Base, Qt::transparent);
    widget->setPalette(palette);
}

} // namespace

CommandPalette::CommandPalette(QWidget *window)
    : QWidget(window)
    , m_panel(new PalettePanel(this))
    , m_field(new QLineEdit(m_panel))
    , m_badge(new Badge({}, 20, m_panel))
    , m_list(new QListView(m_panel))
    , m_nothing(new Label({}, TextRole::Body, &Tokens::text2, m_panel))
    , m_lines(new PaletteLines(this))
{
    setAccessibleName(tr("Command palette"));
    m_field->setFrame(false);
    m_field->setStyleSheet(
        QStringLiteral("QLineEdit { border: none; background: transparent; padding: 0; }"));
    m_field->setFont(fontOf(TextRole::Heading));
    m_field->setPlaceholderText(tr("Go to or do anything"));
    m_field->setAccessibleName(tr("Go to or do anything"));
    m_field->installEventFilter(this);
    m_list->setModel(m_lines);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setStyleSheet(QStringLiteral("QListView { border: none; background: transparent; }"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("What fits"));
    makeSeeThrough(m_list->viewport());
    m_nothing->setAlignment(Qt::AlignCenter);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(46, 0, 16, 0);
    head->addWidget(m_field, 1);
    head->addWidget(m_badge);
    auto *headHolder = new QWidget(m_panel);
    headHolder->setFixedHeight(FieldHeight);
    headHolder->setLayout(head);
    auto *column = new QVBoxLayout(m_panel);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(headHolder);
    column->addSpacing(5);
    column->addWidget(m_list, 1);
    column->addWidget(m_nothing, 1);
    column->addSpacing(5);
    column->addWidget(makeFoot());
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_isFresh = true;
        emit typedChanged(text);
    });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        m_list->setCurrentIndex(index);
        choose();
    });
    window->installEventFilter(this);
    hide();
}

QWidget *CommandPalette::makeFoot()
{
    auto *foot = new QWidget(m_panel);
    foot->setFixedHeight(PaletteFootHeight);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(18, 0, 18, 0);
    row->setSpacing(6);
    const QList<std::pair<QString, QString>> hints{{QStringLiteral("↑ ↓"), tr("choose")},
                                                   {tr("Enter"), tr("open")},
                                                   {tr("Tab"), tr("other instance")},
                                                   {tr("Esc"), tr("close")}};
    for (const auto &[key, what] : hints) {
        row->addWidget(new Label(key, TextRole::SmallStrong, &Tokens::text2));
        row->addWidget(new Label(what, TextRole::Small, &Tokens::text2));
        row->addSpacing(10);
    }
    row->addStretch(1);
    row->addWidget(new Label(tr("Each change shows its plan first"), TextRole::Small, &Tokens::text2));
    return foot;
}

void CommandPalette::open(const BadgeCell &badge)
{
    if (!isVisible())
        m_focusBefore = QApplication::focusWidget();
    m_field->clear();
    m_isFresh = true;
    setBadge(badge);
    setGeometry(parentWidget()->rect());
    arrange();
    raise();
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::setBadge(const BadgeCell &badge)
{
    m_badge->setBadge(badge);
    m_badge->setVisible(!badge.text.isEmpty());
}

void CommandPalette::setGroups(const QList<PaletteGroup> &groups, bool isReading)
{
    const auto before = current();
    m_lines->setGroups(groups);
    int row = m_lines->nextHit(-1, 1);
    // What was chosen by hand stays chosen while more is found; a new text begins at the top.
    for (int at = row; before && at >= 0 && !m_isFresh; at = m_lines->nextHit(at, 1)) {
        if (m_lines->hit(at)->entry == *before)
            row = at;
    }
    m_list->setCurrentIndex(row < 0 ? QModelIndex() : m_lines->index(row));
    m_isFresh = false;
    m_list->scrollToTop();
    m_list->scrollTo(m_list->currentIndex());
    m_nothing->setText(isReading ? tr("Reading") : tr("Nothing fits. Fewer letters find more."));
    m_nothing->setVisible(groups.isEmpty());
    m_list->setVisible(!groups.isEmpty());
    arrange();
}

QString CommandPalette::typed() const
{
    return m_field->text();
}

void CommandPalette::setTyped(const QString &typed)
{
    m_field->setText(typed);
}

std::optional<PaletteEntry> CommandPalette::current() const
{
    const PaletteHit *hit = m_lines->hit(m_list->currentIndex().row());
    return hit ? std::optional(hit->entry) : std::nullopt;
}

void CommandPalette::arrange()
{
    const int width = qMin(PaletteWidth, this->width() - 32);
    const int lines = m_lines->rowCount() == 0 ? NothingHeight : qMin(m_lines->height(), MostLines);
    const int wanted = FieldHeight + 1 + 10 + lines + PaletteFootHeight;
    m_panel->setGeometry((this->width() - width) / 2, Top, width, qMin(wanted, height() - Top - Bottom));
}

bool CommandPalette::event(QEvent *event)
{
    if (event->type() == QEvent::Resize)
        arrange();
    if (event->type() == QEvent::PaletteChange)
        makeSeeThrough(m_list->viewport());
    return QWidget::event(event);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (onKey(key->key(), key->modifiers()))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

bool CommandPalette::onKey(int key, Qt::KeyboardModifiers modifiers)
{
    switch (key) {
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        for (int round = 0; round < 8; ++round)
            step(key == Qt::Key_PageDown ? 1 : -1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose();
        return true;
    case Qt::Key_Escape:
        shut();
        return true;
    case Qt::Key_Tab:
        emit instanceStepped(modifiers.testFlag(Qt::ShiftModifier) ? -1 : 1);
        return true;
    case Qt::Key_Backtab:
        emit instanceStepped(-1);
        return true;
    default:
        return false;
    }
}

void CommandPalette::step(int by)
{
    const int row = m_lines->nextHit(m_list->currentIndex().row(), by);
    if (row < 0)
        return;
    m_list->setCurrentIndex(m_lines->index(row));
    // The name of the first group comes back with its first line.
    m_list->scrollTo(m_lines->index(row == 1 ? 0 : row));
}

void CommandPalette::choose()
{
    const auto entry = current();
    if (!entry)
        return;
    shut();
    emit chosen(*entry);
}

void CommandPalette::shut()
{
    hide();
    if (m_focusBefore && m_focusBefore->isVisible())
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    m_focusBefore.clear();
    emit closed();
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), currentTokens().scrim);
}

void CommandPalette::mousePressEvent(QMouseEvent *event)
{
    if (!m_panel->geometry().contains(event->pos()))
        shut();
}

} // namespace pilothouse
