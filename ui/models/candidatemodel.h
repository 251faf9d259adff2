// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/discovery/candidate.h"
#include "ui/models/statekind.h"

#include <QAbstractListModel>

#include <functional>

namespace pilothouse {

/// How a found service is shown in its row; plain text with visible controls.
struct CandidateRow
{
    QString iconName;
    QString title;
    QString profile;
    QString facts;
    Verdict verdict = Verdict::NotKnown;
    QString verdictText;
    QString evidence;
    bool isQuiet = false; ///< it cannot be chosen
};

/// What was found on this machine, as joined() orders it.
class CandidateModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    /// `titleOf` gives the title of a profile.
    explicit CandidateModel(std::function<QString(const QString &)> titleOf, QObject *parent = nullptr);

    void setCandidates(const QList<Candidate> &candidates);
    const Candidate &candidate(int row) const { return m_candidates.at(row); }
    CandidateRow row(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    /// ValueRole: the CandidateRow; KeyRole: the row here, whatever a filter makes of it; else everything as
    /// text, for the filter and for screen readers.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    std::function<QString(const QString &)> m_titleOf;
    QList<Candidate> m_candidates;
};

} // namespace pilothouse
