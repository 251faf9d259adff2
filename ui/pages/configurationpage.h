// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/configurationcontroller.h"
#include "ui/pages/page.h"

class QBoxLayout;

namespace pilothouse {

class Banner;
class Card;
class EnvironmentCard;
class FindingsCard;
class ScalingCard;
class LimitsCard;
class LogSettingsCard;
class MountsCard;

/// How the running service is set up: environment, mounts, limits, logs, and who can get at it.
class ConfigurationPage final : public Page
{
    Q_OBJECT
public:
    explicit ConfigurationPage(ConfigurationController &controller, QWidget *parent = nullptr);

    QString id() const override { return QStringLiteral("configuration"); }
    QString title() const override { return tr("Configuration"); }
    void setSession(const SessionPointer &session) override;
    void refresh() override;
    bool isReading() const override;

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeContents();
    void connectCards();
    void showAll();
    void showBanner();
    void showCards(const Configuration &configuration);
    void showPermissions(const Result<PermissionAudit> &audit, const QString &dataDir);

    ConfigurationController &m_controller;
    bool m_isStale = true;
    QUuid m_pending;
    Banner *m_banner = nullptr;
    Card *m_loading = nullptr;
    QWidget *m_cards = nullptr;
    QBoxLayout *m_columns = nullptr;
    EnvironmentCard *m_environment = nullptr;
    MountsCard *m_mounts = nullptr;
    FindingsCard *m_permissions = nullptr;
    FindingsCard *m_exposure = nullptr;
    ScalingCard *m_scaling = nullptr;
    LimitsCard *m_limits = nullptr;
    LogSettingsCard *m_logs = nullptr;
};

} // namespace pilothouse
