// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/monitoring/profileprobe.h"

#include <QWidget>

class QVBoxLayout;

namespace pilothouse {

/// What a probe found: one verdict after the other with its evidence, what to do, and the time it took.
class FindingsList final : public QWidget
{
    Q_OBJECT

public:
    explicit FindingsList(QWidget *parent = nullptr);

    /// `reading`: what is being read at the moment; empty: nothing is.
    void setFindings(const QList<ProbeFinding> &findings, const QString &reading);
    int count() const { return static_cast<int>(m_findings.size()); }

private:
    void clear();
    void addRow(QWidget *mark, const QString &title, const ProbeFinding &finding);

    QVBoxLayout *m_rows;
    QList<ProbeFinding> m_findings;
    QString m_reading;
};

} // namespace pilothouse
