// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLineEdit>

class QAction;

namespace pilothouse {

/// A field that filters what is below it: a glyph at its left, a cross that clears it, Escape clears it too.
/// The placeholder gives an example; the accessible name says what is searched.
class SearchField final : public QLineEdit
{
    Q_OBJECT

public:
    /// `iconName`: search, or funnel where it filters; a funnel is filled while the field holds text.
    explicit SearchField(const QString &placeholder, const QString &accessibleName,
                         const QString &iconName = QStringLiteral("search"), QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showState(const QString &text);

    QString m_iconName;
    QAction *m_glyph;
    QAction *m_clear;
};

} // namespace pilothouse
