// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace pilothouse {

class Label;

/// A label of 12/500 over a field, and below it the sentence that says what is wrong, if anything is.
class LabeledField final : public QWidget
{
    Q_OBJECT

public:
    /// Takes the field (a line edit, combo box, spin box or text edit) and becomes its parent.
    LabeledField(const QString &label, QWidget *field, QWidget *parent = nullptr);

    QWidget *field() const { return m_field; }

    /// Shows a mark and the sentence below the field and a red edge around it; an empty sentence takes both
    /// away.
    void setError(const QString &sentence);
    /// A quiet sentence below the field that helps to fill it in; an error takes its place.
    void setHint(const QString &sentence);
    bool hasError() const { return !m_error.isEmpty(); }

private:
    void showLine();

    QWidget *m_field;
    QWidget *m_mark;
    Label *m_line;
    QString m_error;
    QString m_hint;
};

} // namespace pilothouse
