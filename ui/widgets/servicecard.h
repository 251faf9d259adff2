// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/instancesnapshot.h"
#include "ui/models/headertext.h"
#include "ui/widgets/card.h"

namespace pilothouse {

class CodeBox;
class ElidingLabel;
class EqualColumns;
class StateMark;

/// What an instance is right now, in words: its state, since when, the health answer, what runs, and what its
/// container says of its own health.
class ServiceCard final : public Card
{
    Q_OBJECT

public:
    explicit ServiceCard(QWidget *parent = nullptr);

    void setService(const HeaderText &header, const InstanceSnapshot &snapshot, const QDateTime &now);

private:
    struct Fact
    {
        Label *caption;
        ElidingLabel *value;
        ElidingLabel *more;
    };
    struct FactText
    {
        QString caption;
        QString value;
        QString more;
        bool isBad = false;
    };
    void addFact();
    void show(Fact &fact, const FactText &text);
    FactText stateFact(const InstanceSnapshot &snapshot, const QDateTime &now) const;
    FactText healthFact(const InstanceSnapshot &snapshot, const QDateTime &now) const;
    FactText versionFact(const InstanceSnapshot &snapshot) const;
    FactText ownHealthFact(const InstanceSnapshot &snapshot) const;
    FactText restartFact(const InstanceSnapshot &snapshot) const;

    StateMark *m_mark;
    Label *m_word;
    Label *m_checked;
    EqualColumns *m_columns;
    QList<Fact> m_facts;
    CodeBox *m_log;
};

} // namespace pilothouse
