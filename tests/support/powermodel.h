// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QRandomGenerator>
#include <QSet>
#include <QString>

namespace pilothouse {

/// What a disk may hold after the power went away in the middle of a run that faultshim has recorded.
///
/// Only what was synced is sure. Of what was not: bytes of a file may be there, partly there, or not (and
/// then the file may be as long as it was to become, with zeros); a name may be there or not, each change of
/// a folder on its own. A rename is one change. Modes, owners and links are not part of it.
class PowerModel
{
public:
    /// How the disk treats what was not synced.
    enum class Loss { Everything, Bytes, Names, Some, Nothing };

    /// Reads the folder as it is before the run.
    void begin(const QString &folder);
    /// Reads the record of the run. Empty, or what is wrong with it.
    QByteArray load(const QByteArray &record);

    /// How many changes there are; the power may go after each of them, and before the first.
    int changes() const { return static_cast<int>(m_changes.size()); }
    QByteArray nameOfChange(int number) const;
    /// Makes the folder what the disk may hold when the power goes after so many changes. Files and folders
    /// stay the same inodes, by which steps know them again; false where one was lost since the run, which
    /// must then be recorded anew.
    [[nodiscard]] bool write(int after, Loss loss, QRandomGenerator &random) const;

private:
    struct Change
    {
        QByteArray word;
        QByteArrayList arguments;
        QByteArray bytes;
    };
    struct Node
    {
        bool isFolder = false;
        QByteArray content;              ///< of a file, on the disk
        QMap<QByteArray, quint64> names; ///< of a folder, on the disk
        QList<Change> pending;           ///< not synced yet, in order
    };
    /// The disk, and the names as the program sees them.
    struct Disk
    {
        QMap<quint64, Node> nodes;
        QMap<QByteArray, quint64> seen; ///< every path
        QMap<quint64, QByteArray> inodeOf;
        quint64 next = 1;
        int twins = 0; ///< renames between two folders
    };

    void readFolder(const QString &folder);
    static void apply(Disk &disk, const Change &change, QMap<QByteArray, quint64> &inodes);
    static void applyTo(Node &node, const Change &change);
    static void sync(Disk &disk, quint64 node);
    static QByteArray twinOf(const Change &change);
    static void settle(Node &node, Loss loss, QRandomGenerator &random, QMap<QByteArray, bool> &twins);
    QString pool() const { return m_root + QStringLiteral("-pool"); }
    void moveToPool(const QString &path) const;
    bool writeFolder(const Disk &disk, quint64 node, const QString &path) const;

    QString m_root;
    Disk m_before;
    QMap<QByteArray, quint64> m_inodes; ///< the record's number of an inode to a node
    QList<Change> m_changes;
    QSet<quint64> m_lasting; ///< nodes that were still there at the end of the run
};

} // namespace pilothouse
