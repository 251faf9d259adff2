// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QMap>
#include <QStringList>
#include <QTemporaryDir>

namespace pilothouse {
class Console;
class PowerModel;
struct OperationRecord;
} // namespace pilothouse

/// What happens to one run of the command line: see tests/helpers/faultshim.cpp.
struct Fault
{
    QByteArray kind; ///< "changes", "reads" or "opens"
    int at = 0;      ///< the number of the call, from 1
    QByteArray how;  ///< an errno, with "+" from there on; "kill" or "torn"

    QByteArray name() const { return kind + ' ' + QByteArray::number(at) + ' ' + how; }
};

/// A small service as plain files, and the state before each operation kept beside it, so that every fault
/// meets the same beginning.
class FaultWorld
{
public:
    struct Operation
    {
        QByteArray name;
        QStringList words;
        QByteArray oldContent;
        QByteArray newContent;
        QMap<QByteArray, int> calls; ///< how many there are of each kind
        qsizetype journals = 0;      ///< operations before it
    };

    struct Ran
    {
        int code = -1; ///< -1: it was killed
        QByteArray told;
    };

    /// Makes the data and tries every operation once without a fault; empty when all is well.
    QByteArray begin();
    const QList<Operation> &operations() const { return m_operations; }

    /// Puts everything to where an operation begins.
    void reset(const Operation &operation) const;
    Ran run(const QStringList &words, const QList<QPair<QByteArray, QByteArray>> &environment = {}) const;
    Ran runWith(const Operation &operation, const Fault &fault) const;
    /// Lets the next start of the program clean up, then says what is wrong; empty: it is the old state or
    /// the new one, and nothing false was told. `how` says what had happened, `resumes` which way is tried
    /// first.
    QByteArray complaint(const Operation &operation, const Ran &ran, bool resumes) const;
    /// The same where it is not known what was told: after a loss of power.
    QByteArray complaintAfterPowerLoss(const Operation &operation, bool wasDone, bool resumes) const;
    /// Runs it without a fault, all its changes written down. Empty, or what went wrong.
    QByteArray recordInto(pilothouse::PowerModel &model, const Operation &operation) const;

    QString root() const { return m_folder.filePath(QStringLiteral("live")); }
    QString home() const { return root() + QStringLiteral("/home"); }
    QString data() const { return root() + QStringLiteral("/data"); }
    /// Digests of all rows and of the users' files; databases that cannot be read count as such.
    QByteArray content() const;

private:
    QByteArray settle(pilothouse::Console &console, const Operation &operation, bool resumes, int code) const;
    QByteArray settleOne(pilothouse::Console &console, const pilothouse::OperationRecord &record,
                         bool resumes) const;
    QByteArray brokenBackup(pilothouse::Console &console) const;
    QByteArray measure(Operation &operation);
    void keep(const QByteArray &name) const;
    QString kept(const QByteArray &name) const;
    QByteArray newest(const QStringList &words, const char *key) const;
    static QString place();

    QTemporaryDir m_folder{place()};
    QList<Operation> m_operations;
};
