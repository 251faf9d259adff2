// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/headertext.h"
#include "ui/models/servicefacts.h"
#include "ui/widgets/card.h"

namespace pilothouse {

class CodeBox;
class ElidingLabel;
class EqualColumns;
class StateMark;

/// What an instance is right now, in words: its state, since when, the health answer, what runs, who talks to
/// it, how it ended before, and what its container says of its own health.
class ServiceCard final : public Card
{
    Q_OBJECT

public:
    explicit ServiceCard(QWidget *parent = nullptr);

    void setService(const HeaderText &header, const InstanceSnapshot &snapshot, const ServiceLife &life,
                    const QDateTime &now);

private:
    struct Fact
    {
        QWidget *holder;
        Label *caption;
        ElidingLabel *value;
        ElidingLabel *more;
    };
    void addFact();
    void show(Fact &fact, const ServiceFact &text);

    StateMark *m_mark;
    Label *m_word;
    Label *m_checked;
    EqualColumns *m_columns;
    QList<Fact> m_facts;
    CodeBox *m_log;
};

} // namespace pilothouse
