// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/zstdstream.h"
#include "tests/support/testsupport.h"

#include <QProcess>
#include <QTemporaryDir>

using namespace pilothouse;

namespace tst_zstdstream {

namespace {

QByteArray packed(const QByteArray &content, qsizetype piece)
{
    QByteArray result;
    ZstdPacker packer(3, [&](const char *data, qsizetype bytes) -> Result<> {
        result.append(data, bytes);
        return {};
    });
    for (qsizetype at = 0; at < content.size(); at += piece)
        if (!packer.add(content.constData() + at, qMin(piece, content.size() - at)))
            return {};
    return packer.finish() ? result : QByteArray();
}

Result<QByteArray> unpacked(const QString &path, std::size_t piece)
{
    auto file = NativeFile::openForReading(path);
    if (!file)
        return failure(file.error());
    ZstdReader reader(std::move(*file));
    std::vector<char> buffer(piece);
    QByteArray content;
    while (true) {
        const auto got = reader.read(buffer.data(), buffer.size());
        if (!got)
            return failure(got.error());
        if (*got == 0)
            return content;
        content.append(buffer.data(), *got);
    }
}

/// Some that packs well and some that does not.
QByteArray contentOf(qsizetype bytes)
{
    QByteArray content;
    content.reserve(bytes);
    quint32 state = 7;
    while (content.size() < bytes) {
        state = state * 1664525 + 1013904223;
        content.append(state % 3 == 0 ? QByteArray(40, 'a') : QByteArray::number(state, 16));
    }
    return content.left(bytes);
}

} // namespace

/// Packing and unpacking with zstd, piece by piece.
class TestZstdStream : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatItPacked_data()
    {
        QTest::addColumn<qsizetype>("bytes");
        for (const qsizetype bytes : {0, 1, 5000, 131072, 3'000'001})
            QTest::addRow("%lld", static_cast<long long>(bytes)) << bytes;
    }
    void readsWhatItPacked()
    {
        QFETCH(qsizetype, bytes);
        const QByteArray content = contentOf(bytes);
        const QString file = m_folder.filePath(QStringLiteral("packed.zst"));
        writeAll(file, packed(content, 70'001));
        for (const std::size_t piece : {std::size_t(1) << 10, std::size_t(999'983)}) {
            const auto read = unpacked(file, piece);
            QVERIFY_RESULT(read);
            QVERIFY(*read == content);
        }
        QCOMPARE(QProcess::execute(QStringLiteral("zstd"), {QStringLiteral("-tq"), file}), 0);
    }

    void readsSeveralFramesAsOneStream()
    {
        const QByteArray content = contentOf(300'000);
        const QString file = m_folder.filePath(QStringLiteral("packed.zst"));
        writeAll(file, packed(content, 1000) + packed(content, 300'000));
        const auto read = unpacked(file, 4096);
        QVERIFY_RESULT(read);
        QVERIFY(*read == content + content);
    }

    void findsEveryCutAndGivesNoOtherContent()
    {
        const QByteArray content = contentOf(20'000);
        const QByteArray whole = packed(content, 1000);
        const QString file = m_folder.filePath(QStringLiteral("packed.zst"));
        for (qsizetype at = 0; at < whole.size(); at += 1 + at / 40) {
            writeAll(file, whole.left(at));
            const auto cut = unpacked(file, 4096);
            QVERIFY2(!cut && cut.error().kind == ErrorKind::BadData, QByteArray::number(at).constData());
            QByteArray flipped = whole;
            flipped[at] = static_cast<char>(flipped.at(at) ^ 16);
            writeAll(file, flipped);
            const auto read = unpacked(file, 4096);
            // Some bits mean nothing; that they have changed only a digest finds.
            QVERIFY2(read ? *read == content : read.error().kind == ErrorKind::BadData,
                     QByteArray::number(at).constData());
        }
        writeAll(file, whole + "x");
        QVERIFY(!unpacked(file, 4096));
    }

    void endsWithTheFirstFailureOfItsSink()
    {
        ZstdPacker packer(3, [](const char *, qsizetype) -> Result<> {
            return failure(ErrorKind::NoSpace, QStringLiteral("full"));
        });
        const QByteArray content = contentOf(8'000'000);
        Result<> added = packer.add(content.constData(), content.size());
        if (added)
            added = packer.finish();
        QVERIFY(!added);
        QCOMPARE(added.error().kind, ErrorKind::NoSpace);
    }

private:
    QTemporaryDir m_folder;
};

} // namespace tst_zstdstream

QTEST_GUILESS_MAIN(tst_zstdstream::TestZstdStream)
#include "tst_zstdstream.moc"
