// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/logtable.h"

#include <QJsonObject>
#include <QMap>
#include <QObject>

#include <algorithm>

namespace pilothouse {

/// How the reader wants logs laid out, for the settings: where matches are shown, which columns a table has.
/// UI thread.
class LogChoices final : public QObject
{
    Q_OBJECT
public:
    /// Where the records that match stand, beside all others.
    enum class MatchPlace { Nowhere, Below, Beside };

    explicit LogChoices(QObject *parent = nullptr)
        : QObject(parent)
    {
    }

    MatchPlace matchPlace() const { return m_matchPlace; }
    void setMatchPlace(MatchPlace place);
    /// Where they were when they were shown last.
    MatchPlace lastMatchPlace() const { return m_lastPlace; }
    int matchContext() const { return m_matchContext; }
    void setMatchContext(int records);
    /// The part of the room that matches take, in percent.
    int matchShare() const { return m_matchShare; }
    void setMatchShare(int percent) { m_matchShare = std::clamp(percent, 10, 90); }

    bool isTable() const { return m_isTable; }
    void setTable(bool isTable);
    /// The columns of one kind of log, such as "shop/text"; empty where nothing was chosen.
    LogTable table(const QString &kind) const { return m_tables.value(kind); }
    void setTableOf(const QString &kind, const LogTable &table);

    /// Shows tables as another one does.
    void restoreTables(const LogChoices &other);

    /// Whether panes beside each other show the same moment.
    bool isInStep() const { return m_isInStep; }
    void setInStep(bool isInStep);

    QJsonObject toJson() const;
    /// What is not known is left as it is.
    void restore(const QJsonObject &state);

signals:
    void changed();

private:
    MatchPlace m_matchPlace = MatchPlace::Nowhere;
    MatchPlace m_lastPlace = MatchPlace::Below;
    int m_matchContext = 0;
    int m_matchShare = 35;
    bool m_isTable = false;
    bool m_isInStep = true;
    QMap<QString, LogTable> m_tables;
};

} // namespace pilothouse
