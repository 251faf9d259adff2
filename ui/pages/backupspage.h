// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/schedule/schedule.h"
#include "ui/controllers/backupscontroller.h"
#include "ui/models/valuetablemodel.h"
#include "ui/pages/page.h"

#include <QSortFilterProxyModel>
#include <QTimer>

class QStackedLayout;

namespace pilothouse {

class BackupSide;
class BackupStampCard;
class BackupToolbar;
class Banner;
class DataTable;
class EmptyState;
class Label;
class LoadingLine;

/// The backups of an instance: the newest one's stamps, the history, four weeks, what is in one of them, and
/// everything that can be done with one.
class BackupsPage final : public Page
{
    Q_OBJECT
public:
    explicit BackupsPage(BackupsController &controller, QWidget *parent = nullptr);

    QString id() const override { return QStringLiteral("backups"); }
    QString title() const override { return tr("Backups"); }
    void setSession(const SessionPointer &session) override;
    void refresh() override;
    void focusFilter() override;
    bool isReading() const override;

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

signals:
    /// A file that another program shows.
    void fileOpened(const QString &path);
    /// The key with which drills of an instance call its service is to be kept or forgotten.
    void drillKeyAsked(const QString &instance);

private:
    BackupToolbar *makeToolbar();
    QWidget *makeTable();
    BackupSide *makeSide();
    Banner *makeBanner();
    void show();
    void showReading();
    void showContents();
    void showButtons();
    void chooseCurrent();
    void select(const QString &folder);
    void fitColumns();
    void openRowMenu(const QPoint &place);

    /// The backup of the current row; null: there is none.
    const BackupRecord *current() const;
    /// Why nothing can be restored from the selected backup; empty: it can.
    QString restoreRefusal() const;
    QJsonObject restoreArguments(const BackupRecord &record) const;
    QString newDatabaseName(const BackupRecord &record) const;
    void restore();
    void restoreBeside();
    void restoreFile();
    void verify();
    void togglePin();
    void changeSchedule(ScheduledWork work);

    BackupsController &m_controller;
    ValueTableModel<BackupRecord> m_model;
    QSortFilterProxyModel m_proxy;
    QTimer m_loadingDelay;
    Banner *m_banner = nullptr;
    BackupStampCard *m_stamps = nullptr;
    LoadingLine *m_loading = nullptr;
    BackupToolbar *m_toolbar = nullptr;
    QWidget *m_history = nullptr;
    QStackedLayout *m_stack = nullptr;
    DataTable *m_table = nullptr;
    EmptyState *m_empty = nullptr;
    Label *m_former = nullptr; ///< what lies in former folders
    BackupSide *m_side = nullptr;
    std::optional<bool> m_isCompact;
    bool m_hasSession = false;
    bool m_isStale = true;
};

} // namespace pilothouse
