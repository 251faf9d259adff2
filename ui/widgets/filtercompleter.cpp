// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/filtercompleter.h"

#include "core/logs/filter/filtercompletion.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QLineEdit>

namespace pilothouse {

namespace {
constexpr int FieldsKeptMs = 3000; ///< other records may have other fields
constexpr int NarrowestChoices = 220;
} // namespace

FilterCompleter::FilterCompleter(QLineEdit &field, FieldsOf fieldsOf)
    : QCompleter(&field)
    , m_field(field)
    , m_fieldsOf(std::move(fieldsOf))
{
    setModel(&m_choices);
    setCompletionMode(UnfilteredPopupCompletion);
    setMaxVisibleItems(10);
    setWidget(&field);
    popup()->setObjectName(QStringLiteral("filterChoices"));
    popup()->installEventFilter(this);
    field.installEventFilter(this);
    connect(&field, &QLineEdit::textEdited, this, [this] { offer(false); });
    connect(this, qOverload<const QString &>(&QCompleter::activated), this, &FilterCompleter::take);
}

void FilterCompleter::setOn(bool isOn)
{
    m_isOn = isOn;
    if (!isOn)
        popup()->hide();
}

void FilterCompleter::offer(bool isAsked)
{
    if (!m_isOn)
        return;
    if (!m_fieldsRead.isValid() || m_fieldsRead.hasExpired(FieldsKeptMs)) {
        m_fields = m_fieldsOf();
        m_fieldsRead.start();
    }
    const FilterCompletion completion = completeFilter(m_field.text(), m_field.cursorPosition(), m_fields);
    if (completion.choices.isEmpty() || (completion.word.isEmpty() && !isAsked)) {
        popup()->hide();
        return;
    }
    m_choices.setStringList(completion.choices);
    const QString before = m_field.text().left(completion.begin);
    QRect place = m_field.rect();
    place.setLeft(std::clamp(m_field.fontMetrics().horizontalAdvance(before), 0,
                             std::max(0, place.width() - NarrowestChoices)));
    place.setWidth(NarrowestChoices);
    complete(place);
}

void FilterCompleter::take(const QString &choice)
{
    const FilterCompletion completion = completeFilter(m_field.text(), m_field.cursorPosition(), m_fields);
    QString text = m_field.text();
    text.replace(completion.begin, completion.word.size(), choice);
    m_field.setText(text);
    m_field.setCursorPosition(static_cast<int>(completion.begin + choice.size()));
    offer(false); // a name may have values
}

bool FilterCompleter::takeKey(int key)
{
    const QModelIndex current = popup()->currentIndex();
    if (key == Qt::Key_Tab) {
        const QString choice =
            current.isValid() ? current.data().toString() : m_choices.stringList().value(0);
        popup()->hide();
        take(choice);
        return true;
    }
    if (key == Qt::Key_Escape)
        popup()->hide();
    return key == Qt::Key_Escape;
}

bool FilterCompleter::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && m_isOn) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (watched == popup() && takeKey(key->key()))
            return true;
        if (watched == &m_field && key->key() == Qt::Key_Space && key->modifiers() == Qt::ControlModifier) {
            offer(true);
            return true;
        }
    }
    return QCompleter::eventFilter(watched, event);
}

} // namespace pilothouse
