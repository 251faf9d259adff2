// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/page.h"
#include "ui/widgets/instanceheader.h"

#include <QStackedWidget>
#include <QTabBar>

namespace pilothouse {

/// One instance: header, tabs and the page of the current tab.
class InstanceView final : public QWidget
{
    Q_OBJECT
public:
    /// Takes the pages; they are the tabs, in this order.
    explicit InstanceView(const QList<Page *> &pages, QWidget *parent = nullptr);

    void setSession(const SessionPointer &session);
    SessionPointer session() const { return m_session; }
    void setHeader(const HeaderText &text);
    void setCompact(bool isCompact);

    void showPage(const QString &id);
    QString pageId() const;
    Page *page() const;
    const QList<Page *> &pages() const { return m_pages; }
    void stepPage(int by);
    /// Reads the visible page again and lets the others read when they are shown.
    void refresh();

signals:
    void pageChanged(const QString &id);
    void actionRequested(const QString &action, const QJsonObject &arguments);
    void undoRequested(const QUuid &operation);
    void told(const QString &sentence, const QUuid &operation);
    void probeRequested();
    void removeRequested();

private:
    void addTab(Page *page);
    void showCount(int tab, int count, bool isBad);
    void onTab(int index);

    QList<Page *> m_pages;
    SessionPointer m_session;
    InstanceHeader *m_header;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
};

} // namespace pilothouse
