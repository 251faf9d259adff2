// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/overviewcontroller.h"
#include "ui/pages/page.h"

class QBoxLayout;

namespace pilothouse {

class Banner;
class Card;
class DatabasesCard;
class EnvironmentCard;
class MetricsCard;
class Label;
class LastBackupCard;
class LineChart;
class MountsCard;
class RecentActivityCard;
class ServiceCard;
class Tile;

/// How one instance is right now: state, figures, courses, databases, last backup and what was done.
class OverviewPage final : public Page
{
    Q_OBJECT
public:
    explicit OverviewPage(OverviewController &controller, QWidget *parent = nullptr);

    QString id() const override { return QStringLiteral("overview"); }
    QString title() const override { return tr("Overview"); }
    void setSession(const SessionPointer &session) override;
    void refresh() override;
    bool isReading() const override { return m_controller.isReading(); }

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeContents();
    void addBanner(QBoxLayout &column);
    QWidget *makeTiles();
    QWidget *makeCharts();
    QWidget *makeCards();
    QWidget *makeSurroundings();
    void showAll();
    void showSnapshot(const InstanceSnapshot &snapshot);
    void showCharts();
    void showUnmeasured(const OverviewCourses &courses);
    void showBackup();
    void showMetrics();
    void showSurroundings();
    void showBanner();

    OverviewController &m_controller;
    Banner *m_banner = nullptr;
    QString m_bannerText; ///< all of it, for the clipboard
    MetricsCard *m_metrics = nullptr;
    Card *m_loading = nullptr;
    ServiceCard *m_service = nullptr;
    QWidget *m_figures = nullptr; ///< tiles, charts and cards
    QList<Tile *> m_tiles;
    Card *m_responseCard = nullptr;
    Card *m_usageCard = nullptr;
    LineChart *m_response = nullptr;
    LineChart *m_usage = nullptr;
    QWidget *m_charts = nullptr;
    Label *m_noResponse = nullptr; ///< in place of its chart
    Label *m_noUsage = nullptr;
    QBoxLayout *m_cards = nullptr;
    DatabasesCard *m_databases = nullptr;
    LastBackupCard *m_backup = nullptr;
    RecentActivityCard *m_activity = nullptr;
    QWidget *m_surroundings = nullptr;
    QBoxLayout *m_surroundingsRow = nullptr;
    EnvironmentCard *m_environment = nullptr;
    MountsCard *m_mounts = nullptr;
    bool m_isStale = true;
};

} // namespace pilothouse
