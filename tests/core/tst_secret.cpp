// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/secrets/secret.h"
#include "tests/support/testsupport.h"

#include <cstring>
#include <new>

using namespace pilothouse;

namespace tst_secret {

class TestSecret : public QObject
{
    Q_OBJECT

private slots:
    void overwritesItsBytesWhenItGoes()
    {
        QByteArray borrowed;
        {
            const Secret secret(QByteArray("hunter2 and more"));
            borrowed = secret.bytes(); // shares the memory, so that it can still be looked at
            QCOMPARE(borrowed.constData(), secret.bytes().constData());
        }
        QCOMPARE(borrowed, QByteArray(16, '\0'));
    }

    void overwritesWhatIsAssignedOver()
    {
        Secret secret(QByteArray("first value"));
        const QByteArray borrowed = secret.bytes();
        secret = Secret(QByteArray("second"));
        QCOMPARE(borrowed, QByteArray(11, '\0'));
        QCOMPARE(secret.bytes(), QByteArray("second"));
    }

    void copiesHaveMemoryOfTheirOwn()
    {
        auto first = std::make_unique<Secret>(QByteArray("value"));
        const Secret second(*first);
        QVERIFY(second.bytes().constData() != first->bytes().constData());
        first.reset();
        QCOMPARE(second.bytes(), QByteArray("value"));
    }

    void movesWithoutACopy()
    {
        Secret first(QByteArray("value"));
        const char *memory = first.bytes().constData();
        const Secret second(std::move(first));
        QCOMPARE(second.bytes().constData(), memory);
    }

    void takesLiteralsToo()
    {
        const Secret secret(QByteArrayLiteral("constant"));
        QCOMPARE(secret.bytes(), QByteArray("constant"));
        QVERIFY(Secret().isEmpty());
    }
};

} // namespace tst_secret

QTEST_GUILESS_MAIN(tst_secret::TestSecret)
#include "tst_secret.moc"
