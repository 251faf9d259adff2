// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/keyboarddialog.h"

#include "ui/models/logkeys.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/searchfield.h"

#include <QHBoxLayout>
#include <QKeySequenceEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>

namespace pilothouse {

namespace {

constexpr int IdRole = Qt::UserRole;
constexpr int KeysRole = Qt::UserRole + 1;
constexpr int ChangedRole = Qt::UserRole + 2;
constexpr int LineHeight = 30;

/// What it does at the left, its keys in boxes at the right; a changed one is marked.
class KeyDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &tokens = currentTokens();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, tokens.sel);
        QRect place = option.rect.adjusted(12, 0, -12, 0);
        painter->setFont(fontOf(TextRole::Mark));
        const QStringList keys = index.data(KeysRole).toStringList();
        for (qsizetype at = keys.size() - 1; at >= 0; --at) {
            const int wide = painter->fontMetrics().horizontalAdvance(keys.at(at)) + 14;
            const QRectF box(place.right() - wide + 0.5, place.center().y() - 9.5, wide, 20);
            painter->setPen(tokens.borderStrong);
            painter->setBrush(tokens.surface);
            painter->drawRoundedRect(box, 4, 4);
            painter->setPen(tokens.text);
            painter->drawText(box, Qt::AlignCenter, keys.at(at));
            place.adjust(0, 0, -wide - 6, 0);
        }
        painter->setFont(fontOf(index.data(ChangedRole).toBool() ? TextRole::Strong : TextRole::Body));
        painter->setPen(tokens.text);
        painter->drawText(
            place, Qt::AlignVCenter | Qt::TextSingleLine,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, place.width()));
        painter->restore();
    }
};

} // namespace

KeyboardDialog::KeyboardDialog(ShortcutList &shortcuts, QWidget *parent)
    : DialogFrame({tr("Keyboard"),
                   tr("Every key of the window. Nothing that destroys has one. Changed ones are bold."),
                   QStringLiteral("keyboard")},
                  parent)
    , m_shortcuts(shortcuts)
    , m_filter(new SearchField(tr("Back up"), tr("Find a shortcut"), QStringLiteral("funnel")))
    , m_list(new QListWidget)
    , m_title(new Label({}, TextRole::Strong))
    , m_edit(new QKeySequenceEdit)
    , m_problem(new Label({}, TextRole::Small, &Tokens::downText))
    , m_set(new Button(tr("Use this key")))
    , m_none(new Button(tr("No key")))
    , m_reset(new Button(tr("Reset")))
{
    m_list->setItemDelegate(new KeyDelegate(m_list));
    m_list->setAccessibleName(tr("Shortcuts"));
    m_edit->setAccessibleName(tr("New key"));
    m_problem->setWrapping(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_title, 1);
    row->addWidget(m_edit, 1);
    row->addWidget(m_set);
    row->addWidget(m_none);
    row->addWidget(m_reset);
    body()->addWidget(m_filter);
    body()->addWidget(m_list, 1);
    body()->addLayout(row);
    body()->addWidget(m_problem);
    cancelButton()->setText(tr("Close"));
    resize(720, 640);
    Button *all = addTool(tr("Reset all"), QStringLiteral("arrow-counterclockwise"));
    connect(all, &QPushButton::clicked, &m_shortcuts, &ShortcutList::resetAll);
    connect(m_filter, &QLineEdit::textChanged, this, &KeyboardDialog::fill);
    connect(m_list, &QListWidget::currentRowChanged, this, &KeyboardDialog::showCurrent);
    connect(m_set, &QPushButton::clicked, this, &KeyboardDialog::take);
    connect(m_none, &QPushButton::clicked, this, [this] {
        const auto cleared = m_shortcuts.setKeys(current(), {});
        m_problem->setText(cleared ? QString() : cleared.error().message);
    });
    connect(m_reset, &QPushButton::clicked, this, [this] { m_shortcuts.reset(current()); });
    connect(&m_shortcuts, &ShortcutList::changed, this, &KeyboardDialog::fill);
    fill();
}

QString KeyboardDialog::current() const
{
    return m_list->currentItem() ? m_list->currentItem()->data(IdRole).toString() : QString();
}

void KeyboardDialog::fill()
{
    const QString before = current();
    m_list->clear();
    for (const Shortcut &shortcut : m_shortcuts.shortcuts()) {
        QStringList keys;
        for (const QKeySequence &key : shortcut.keys)
            keys << key.toString(QKeySequence::NativeText);
        const QString text = shortcut.title + u' ' + keys.join(u' ');
        if (!text.contains(m_filter->text(), Qt::CaseInsensitive))
            continue;
        auto *item = new QListWidgetItem(shortcut.title, m_list);
        item->setSizeHint({100, LineHeight});
        item->setData(IdRole, shortcut.id);
        item->setData(KeysRole, keys);
        item->setData(ChangedRole, m_shortcuts.isChanged(shortcut.id));
        item->setData(Qt::AccessibleTextRole, text);
        if (shortcut.id == before)
            m_list->setCurrentItem(item);
    }
    addLogKeys();
    if (!m_list->currentItem())
        m_list->setCurrentRow(0);
    showCurrent();
}

/// Single letters act only in a log view, as in klogg, lnav and less, and cannot be changed.
void KeyboardDialog::addLogKeys()
{
    for (const LogKey &key : logKeys()) {
        QStringList names;
        for (const QString &name : key.keys)
            names
                << (name.size() == 1
                        ? name
                        : QKeySequence(name, QKeySequence::PortableText).toString(QKeySequence::NativeText));
        const QString title = tr("Log: %1").arg(key.title);
        const QString text = title + u' ' + names.join(u' ');
        if (!text.contains(m_filter->text(), Qt::CaseInsensitive))
            continue;
        auto *item = new QListWidgetItem(title, m_list);
        item->setSizeHint({100, LineHeight});
        item->setData(KeysRole, names);
        item->setData(Qt::AccessibleTextRole, text);
    }
}

void KeyboardDialog::showCurrent()
{
    const QString id = current();
    m_title->setText(m_list->currentItem() ? m_list->currentItem()->text() : QString());
    m_edit->setKeySequence(m_shortcuts.keys(id).value(0));
    m_problem->clear();
    for (Button *button : {m_set, m_none})
        button->setEnabled(!id.isEmpty());
    m_reset->setEnabled(m_shortcuts.isChanged(id));
}

void KeyboardDialog::take()
{
    // One key, not a series: the first that was pressed.
    const QKeySequence pressed(m_edit->keySequence()[0]);
    const auto taken = m_shortcuts.setKeys(current(), {pressed});
    m_problem->setText(taken ? QString() : taken.error().message);
}

} // namespace pilothouse
