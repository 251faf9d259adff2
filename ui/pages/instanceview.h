// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/pagemaker.h"
#include "ui/widgets/instanceheader.h"

#include <QStackedWidget>
#include <QTabBar>
#include <QTimer>

namespace pilothouse {

/// One instance: header, tabs and the page of the current tab.
class InstanceView final : public QWidget
{
    Q_OBJECT
public:
    /// The makers are the tabs, in this order; a page is made when it is shown first, or before that
    /// while nothing else is to be done, and becomes the view's.
    explicit InstanceView(QList<PageMaker> makers, QWidget *parent = nullptr);

    void setSession(const SessionPointer &session);
    SessionPointer session() const { return m_session; }
    void setHeader(const HeaderText &text);
    void setCompact(bool isCompact);

    void showPage(const QString &id);
    QString pageId() const;
    /// The page of the current tab; null before the first session.
    Page *page() const;
    /// Of all pages, whether they have been made or not.
    QStringList pageIds() const;
    void stepPage(int by);
    /// Reads the visible page again and lets the others read when they are shown.
    void refresh();

signals:
    void pageChanged(const QString &id);
    void actionRequested(const QString &action, const QJsonObject &arguments);
    void undoRequested(const QUuid &operation);
    void told(const QString &sentence, const QUuid &operation);
    void probeRequested();
    void troubleshootRequested();
    void editRequested();
    void removeRequested();
    void upgradeRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makePage(int tab);
    void makeAhead();
    void showCount(int tab, int count, bool isBad);
    void showTab(int tab);
    void onTab(int index);

    QList<PageMaker> m_makers;
    QList<Page *> m_pages; ///< null: not made yet
    SessionPointer m_session;
    InstanceHeader *m_header;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    QTimer m_ahead;
};

} // namespace pilothouse
