// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCompleter>
#include <QElapsedTimer>
#include <QStringListModel>

#include <functional>

class QLineEdit;

namespace pilothouse {

/// Offers names of fields and levels below a field in which a log filter is written: while a word is begun,
/// or wherever Ctrl+Space asks for it. Enter and Tab take one, Escape none.
class FilterCompleter final : public QCompleter
{
    Q_OBJECT
public:
    using FieldsOf = std::function<QStringList()>;

    FilterCompleter(QLineEdit &field, FieldsOf fieldsOf);

    void setOn(bool isOn);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void offer(bool isAsked);
    void take(const QString &choice);
    bool takeKey(int key);

    QLineEdit &m_field;
    FieldsOf m_fieldsOf;
    QStringListModel m_choices;
    QStringList m_fields;
    QElapsedTimer m_fieldsRead;
    bool m_isOn = false;
};

} // namespace pilothouse
