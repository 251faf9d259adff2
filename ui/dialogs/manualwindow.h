// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/manual.h"

#include <QWidget>

class QListWidget;
class QTextBrowser;
class QUrl;

namespace pilothouse {

class Label;
class SearchField;

/// The manual in a window of its own, from what is compiled in: nothing outside the program is ever opened.
class ManualWindow final : public QWidget
{
    Q_OBJECT
public:
    explicit ManualWindow(QWidget *parent = nullptr);

    /// Opens a place, "backups" or "backups#retention"; the beginning where there is no such section.
    void showPlace(const QString &place);
    /// Where it is open.
    ManualPlace place() const { return m_place; }

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeReader();
    void addShortcuts();
    void openLink(const QUrl &link);
    void load(const QString &section);
    /// Gives headings, code and links the look of the theme.
    void dress();
    void scrollTo(const QString &anchor);
    void fitText();
    void findAgain(bool isBackward);
    void findFromTop();

    ManualPlace m_place;
    QListWidget *m_sections;
    SearchField *m_find = nullptr;
    Label *m_found = nullptr;
    QTextBrowser *m_text = nullptr;
};

} // namespace pilothouse
