// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/powermodel.h"

#include "tests/support/testsupport.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

#include <sys/stat.h>

namespace pilothouse {

namespace {

QByteArray parentOf(const QByteArray &path)
{
    return path.left(path.lastIndexOf('/'));
}

QByteArray nameOf(const QByteArray &path)
{
    return path.mid(path.lastIndexOf('/') + 1);
}

QByteArray inodeText(const QString &path)
{
    struct stat status = {};
    ::lstat(QFile::encodeName(path).constData(), &status);
    return QByteArray::number(static_cast<quint64>(status.st_ino));
}

} // namespace

void PowerModel::readFolder(const QString &folder)
{
    const QByteArray path = QFile::encodeName(folder);
    const quint64 number = m_before.next++;
    m_before.seen.insert(path, number);
    m_inodes.insert(inodeText(folder), number);
    m_before.inodeOf.insert(number, inodeText(folder));
    Node node;
    node.isFolder = QFileInfo(folder).isDir();
    if (!node.isFolder)
        node.content = readAll(folder);
    m_before.nodes.insert(number, node);
    if (!node.isFolder)
        return;
    for (const QString &name :
         QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)) {
        readFolder(folder + u'/' + name);
        const QByteArray child = QFile::encodeName(folder + u'/' + name);
        m_before.nodes[number].names.insert(QFile::encodeName(name), m_before.seen.value(child));
    }
}

void PowerModel::begin(const QString &folder)
{
    m_root = folder;
    QDir(pool()).removeRecursively();
    m_before = {};
    m_inodes.clear();
    readFolder(folder);
}

QByteArray PowerModel::load(const QByteArray &record)
{
    m_changes.clear();
    for (qsizetype at = 0; at < record.size();) {
        const qsizetype end = record.indexOf('\n', at);
        if (end < 0)
            return "the record is cut";
        QByteArrayList words = record.mid(at, end - at).split('\t');
        const qsizetype size = words.takeLast().toLongLong();
        Change change;
        change.word = words.takeFirst();
        change.arguments = words;
        change.bytes = record.mid(end + 1, size);
        m_changes << change;
        at = end + 1 + size;
    }
    Disk disk = m_before;
    QMap<QByteArray, quint64> inodes = m_inodes;
    for (const Change &change : std::as_const(m_changes))
        apply(disk, change, inodes);
    m_lasting = QSet<quint64>(disk.seen.cbegin(), disk.seen.cend());
    return m_changes.isEmpty() ? "nothing was recorded" : QByteArray();
}

void PowerModel::applyTo(Node &node, const Change &change)
{
    if (change.word == "write") {
        const qsizetype offset = change.arguments.at(1).toLongLong();
        if (node.content.size() < offset)
            node.content.append(QByteArray(offset - node.content.size(), '\0'));
        node.content.replace(offset, change.bytes.size(), change.bytes);
    } else if (change.word == "truncate") {
        const qsizetype size = change.arguments.at(1).toLongLong();
        const qsizetype old = node.content.size();
        node.content.resize(size);
        if (size > old)
            node.content.replace(old, size - old, QByteArray(size - old, '\0'));
    } else if (change.word == "name") {
        node.names.insert(change.arguments.at(0), change.arguments.at(1).toULongLong());
    } else if (change.word == "unname") {
        node.names.remove(change.arguments.at(0));
    } else if (change.word == "move") {
        node.names.insert(change.arguments.at(0), change.arguments.at(1).toULongLong());
        node.names.remove(change.arguments.at(2));
    }
}

void PowerModel::sync(Disk &disk, quint64 number)
{
    const QList<Change> pending = std::exchange(disk.nodes[number].pending, {});
    for (const Change &change : pending) {
        applyTo(disk.nodes[number], change);
        const QByteArray twin = twinOf(change);
        if (twin.isEmpty())
            continue;
        // The other half of a rename, with all that came before it in its folder.
        for (Node &other : disk.nodes) {
            const auto half = std::find_if(other.pending.begin(), other.pending.end(),
                                           [&twin](const Change &one) { return twinOf(one) == twin; });
            if (half == other.pending.end())
                continue;
            const qsizetype count = std::distance(other.pending.begin(), half) + 1;
            for (qsizetype at = 0; at < count; ++at)
                applyTo(other, other.pending.at(at));
            other.pending.remove(0, count);
        }
    }
}

QByteArray PowerModel::twinOf(const Change &change)
{
    if (change.word == "name")
        return change.arguments.value(2);
    return change.word == "unname" ? change.arguments.value(1) : QByteArray();
}

/// One change of the record: into what is pending at the nodes that it touches.
void PowerModel::apply(Disk &disk, const Change &change, QMap<QByteArray, quint64> &inodes)
{
    const auto nodeOf = [&](const QByteArray &inode) {
        if (!inodes.contains(inode)) { // a file that has no name yet
            disk.inodeOf.insert(disk.next, inode);
            inodes.insert(inode, disk.next++);
            disk.nodes.insert(inodes.value(inode), Node());
        }
        return inodes.value(inode);
    };
    const auto pend = [&disk](const QByteArray &folder, const char *word, const QByteArrayList &arguments) {
        disk.nodes[disk.seen.value(folder)].pending << Change{word, arguments, {}};
    };
    const QByteArray first = change.arguments.at(0);
    if (change.word == "write" || change.word == "truncate") {
        disk.nodes[nodeOf(first)].pending << change;
    } else if (change.word == "sync") {
        sync(disk, nodeOf(first));
    } else if (change.word == "create" || change.word == "mkdir") {
        // The number of an inode that is gone may come again.
        const QByteArray inode = change.arguments.at(1);
        const bool isLinked = inodes.contains(inode)
                              && std::none_of(disk.seen.cbegin(), disk.seen.cend(),
                                              [&](quint64 seen) { return seen == inodes.value(inode); })
                              && change.word == "create" && !disk.nodes[inodes.value(inode)].isFolder;
        if (!isLinked)
            inodes.remove(inode);
        const quint64 node = nodeOf(inode);
        disk.nodes[node].isFolder = change.word == "mkdir";
        disk.seen.insert(first, node);
        pend(parentOf(first), "name", {nameOf(first), QByteArray::number(node)});
    } else if (change.word == "unlink") {
        inodes.removeIf([&](auto it) { return it.value() == disk.seen.value(first); });
        disk.seen.remove(first);
        pend(parentOf(first), "unname", {nameOf(first)});
    } else if (change.word == "rename") {
        const QByteArray to = change.arguments.at(1);
        const quint64 node = disk.seen.value(first);
        QMap<QByteArray, quint64> moved;
        for (auto it = disk.seen.begin(); it != disk.seen.end();) {
            const bool isBelow = it.key() == first || it.key().startsWith(QByteArray(first + '/'));
            if (isBelow)
                moved.insert(to + it.key().mid(first.size()), it.value());
            it = isBelow ? disk.seen.erase(it) : std::next(it);
        }
        disk.seen.insert(moved);
        // A rename is one change, also between two folders: file systems with a journal, which are all that
        // are in question, never keep half of one.
        if (parentOf(to) == parentOf(first)) {
            pend(parentOf(to), "move", {nameOf(to), QByteArray::number(node), nameOf(first)});
            return;
        }
        const QByteArray twin = QByteArray::number(++disk.twins);
        pend(parentOf(to), "name", {nameOf(to), QByteArray::number(node), twin});
        pend(parentOf(first), "unname", {nameOf(first), twin});
    }
}

/// What becomes of what was not synced.
void PowerModel::settle(Node &node, Loss loss, QRandomGenerator &random, QMap<QByteArray, bool> &twins)
{
    const bool keepsAll = loss == Loss::Nothing || (loss == Loss::Names && !node.isFolder)
                          || (loss == Loss::Bytes && node.isFolder);
    const bool losesAll = loss == Loss::Everything || (loss == Loss::Names && node.isFolder);
    qsizetype size = node.content.size();
    for (const Change &change : std::as_const(node.pending)) {
        bool isLucky = random.bounded(2) == 0;
        if (const QByteArray twin = twinOf(change); !twin.isEmpty()) {
            isLucky = twins.value(twin, isLucky);
            twins.insert(twin, isLucky);
        }
        const bool stays = keepsAll || (!losesAll && loss == Loss::Some && isLucky);
        if (stays)
            applyTo(node, change);
        if (change.word == "write")
            size = std::max(size, qsizetype(change.arguments.at(1).toLongLong() + change.bytes.size()));
        if (change.word == "truncate")
            size = change.arguments.at(1).toLongLong();
    }
    // The length is on the disk before the bytes are.
    if (loss == Loss::Bytes && !node.isFolder && node.content.size() < size)
        node.content.append(QByteArray(size - node.content.size(), '\0'));
    node.pending.clear();
}

/// Every file and every folder, emptied, under the name of its inode.
void PowerModel::moveToPool(const QString &path) const
{
    const QFileInfo info(path);
    if (info.isDir())
        for (const QString &name :
             QDir(path).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot))
            moveToPool(path + u'/' + name);
    const QString place = pool() + u'/' + QLatin1String(inodeText(path));
    if (!QDir().rename(path, place))
        qFatal("%s cannot be moved", qPrintable(path));
}

bool PowerModel::writeFolder(const Disk &disk, quint64 number, const QString &path) const
{
    const Node node = disk.nodes.value(number);
    const QString known = pool() + u'/' + QLatin1String(disk.inodeOf.value(number));
    const QFileInfo info(known);
    const bool isKnown = info.exists() && info.isDir() == node.isFolder && QDir().rename(known, path);
    bool isKept = isKnown || !m_lasting.contains(number);
    if (!node.isFolder) {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate)
            || file.write(node.content) != node.content.size()
            || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
            qFatal("%s cannot be written", qPrintable(path));
        return isKept;
    }
    QDir().mkpath(path);
    for (auto name = node.names.begin(); name != node.names.end(); ++name)
        isKept = writeFolder(disk, name.value(), path + u'/' + QFile::decodeName(name.key())) && isKept;
    return isKept;
}

QByteArray PowerModel::nameOfChange(int number) const
{
    const Change &change = m_changes.at(number - 1);
    return change.word + ' ' + change.arguments.join(' ');
}

bool PowerModel::write(int after, Loss loss, QRandomGenerator &random) const
{
    Disk disk = m_before;
    QMap<QByteArray, quint64> inodes = m_inodes;
    for (int at = 0; at < after; ++at)
        apply(disk, m_changes.at(at), inodes);
    QMap<QByteArray, bool> twins;
    for (Node &node : disk.nodes)
        settle(node, loss, random, twins);
    QDir().mkpath(pool());
    moveToPool(m_root);
    const bool isKept = writeFolder(disk, m_before.seen.value(QFile::encodeName(m_root)), m_root);
    return isKept;
}

} // namespace pilothouse
