// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

// Q_INIT_RESOURCE does not work inside a namespace.
static void initializeTranslations()
{
    Q_INIT_RESOURCE(pilothouse_translations);
}

namespace pilothouse {
namespace tst_translations {

namespace {

struct Message
{
    QString context;
    QString source;
    QString comment;
    QStringList forms;
    QString type;
    bool isNumerus = false;

    QString key() const { return context + u'\n' + source + u'\n' + comment; }
};

QString sourceFolder()
{
    return QStringLiteral(PILOTHOUSE_SOURCE_DIR);
}

QString languageFile(const QString &language)
{
    return sourceFolder() + QStringLiteral("/translations/pilothouse_%1.ts").arg(language);
}

void readTranslation(QXmlStreamReader &xml, Message &message)
{
    message.type = xml.attributes().value(QLatin1String("type")).toString();
    QString text;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isEndElement())
            break;
        if (xml.isStartElement() && xml.name() == u"numerusform")
            message.forms << xml.readElementText();
        else if (xml.isCharacters())
            text += xml.text();
    }
    if (!message.isNumerus)
        message.forms << text;
}

QList<Message> messagesIn(const QString &path)
{
    QFile file(path);
    QList<Message> messages;
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        const QStringView name = xml.name();
        if (name == u"name") {
            context = xml.readElementText();
        } else if (name == u"message") {
            messages << Message{context, {}, {},
                                {},      {}, xml.attributes().value(QLatin1String("numerus")) == u"yes"};
        } else if (name == u"source") {
            messages.last().source = xml.readElementText();
        } else if (name == u"comment") {
            messages.last().comment = xml.readElementText();
        } else if (name == u"translation") {
            readTranslation(xml, messages.last());
        }
    }
    return xml.hasError() ? QList<Message>() : messages;
}

QStringList placeholdersOf(const QString &text)
{
    static const QRegularExpression Placeholder(QStringLiteral("%(\\d|n)"));
    QStringList found;
    for (auto match = Placeholder.globalMatch(text); match.hasNext();)
        found << match.next().captured();
    found.sort();
    found.removeDuplicates();
    return found;
}

QString mend(const Message &message, const QString &form, bool isSingular)
{
    QStringList wanted = placeholdersOf(message.source);
    const QStringList found = placeholdersOf(form);
    // "every day" needs no number.
    if (isSingular && !found.contains(QStringLiteral("%n")))
        wanted.removeAll(QStringLiteral("%n"));
    if (found != wanted)
        return QStringLiteral("other placeholders");
    for (const QChar end : {u'…', u':'}) {
        if (message.source.endsWith(end) != form.endsWith(end))
            return QStringLiteral("another end");
    }
    return {};
}

/// What is wrong with it, empty where nothing is.
QString faultOf(const Message &message)
{
    if (!message.type.isEmpty())
        return message.type;
    if (message.forms.size() != (message.isNumerus ? 2 : 1))
        return QStringLiteral("not all forms");
    for (qsizetype at = 0; at < message.forms.size(); ++at) {
        const QString &form = message.forms[at];
        if (form.trimmed().isEmpty())
            return QStringLiteral("empty");
        const QString fault = mend(message, form, message.isNumerus && at == 0);
        if (!fault.isEmpty())
            return fault;
    }
    return {};
}

/// The calls whose text a person reads.
QRegularExpression visibleCall()
{
    return QRegularExpression(QStringLiteral(
        "\\b(set(Text|ToolTip|PlaceholderText|Accessible\\w+|WindowTitle|StatusTip|Title|Detail|Caption)"
        "|add(Action|Item|Tab|Row)|new "
        "(Label|Button|Card|Banner|EmptyState|Badge|Pill|SearchField|LabeledField"
        "|QLabel|QPushButton|QAction))\\("
        "[^;{}]*?(?:QStringLiteral\\(|QLatin1String\\(|u|\\()\"((?:[^\"\\\\]|\\\\.)*)\""));
}

/// Words of a person: a letter beside a space, or a capital at the beginning.
bool isProse(QString text)
{
    static const QRegularExpression NoWords(QStringLiteral("%\\d|\\\\[uU][0-9A-Fa-f]{4,8}"));
    static const QRegularExpression Prose(QStringLiteral("^[A-Z]|[A-Za-z]{2,} | [A-Za-z]{2,}"));
    return text.remove(NoWords).contains(Prose);
}

/// What is the same in every language: names, shortcuts and the forms of times.
bool isName(const QString &text)
{
    return text == QLatin1String("Pilothouse") || text.startsWith(QLatin1String("Ctrl+"))
           || text.contains(QLatin1String("HH:mm"));
}

/// The code without what tr() and translate() take.
QString untranslated(QString code)
{
    static const QRegularExpression Translated(QStringLiteral(
        "\\b(tr|translate|translated|QT_TRANSLATE_N?_?NOOP)\\(\\s*(\"(?:[^\"\\\\]|\\\\.)*\"[\\s,]*)+"));
    return code.replace(Translated, QStringLiteral("tr("));
}

QStringList bareTextsIn(const QString &code)
{
    QStringList found;
    for (auto match = visibleCall().globalMatch(untranslated(code)); match.hasNext();) {
        const QRegularExpressionMatch call = match.next();
        const QString text = call.captured(call.lastCapturedIndex());
        if (isProse(text) && !isName(text))
            found << text;
    }
    return found;
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private slots:
    void everyMessageIsTranslated_data();
    void everyMessageIsTranslated();
    void englishCountsInRealPlurals();
    void noMessageOfTheSourcesIsMissing_data();
    void noMessageOfTheSourcesIsMissing();
    void theProgramsCarryTheLanguages();
    void findsTextWithoutTr();
    void everyVisibleTextGoesThroughTr();
};

void TestTranslations::everyMessageIsTranslated_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << QStringLiteral("en");
    QTest::newRow("German") << QStringLiteral("de");
}

void TestTranslations::everyMessageIsTranslated()
{
    QFETCH(QString, language);
    const QList<Message> messages = messagesIn(languageFile(language));
    QVERIFY(!messages.isEmpty());
    QStringList faults;
    for (const Message &message : messages) {
        const QString fault = faultOf(message);
        if (!fault.isEmpty())
            faults << QStringLiteral("%1: “%2” (%3)").arg(fault, message.source, message.context);
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestTranslations::englishCountsInRealPlurals()
{
    for (const Message &message : messagesIn(languageFile(QStringLiteral("en")))) {
        QVERIFY2(message.isNumerus, qPrintable(message.source));
        for (const QString &form : message.forms)
            QVERIFY2(!form.contains(QLatin1String("(s)")) && !form.contains(u'/'), qPrintable(form));
    }
}

void TestTranslations::noMessageOfTheSourcesIsMissing_data()
{
    everyMessageIsTranslated_data();
}

void TestTranslations::noMessageOfTheSourcesIsMissing()
{
    QFETCH(QString, language);
    PILOTHOUSE_REQUIRE(QFile::exists(QStringLiteral(LUPDATE)), "no lupdate: install qt6-l10n-tools");
    const QTemporaryDir folder;
    const QString fresh = folder.filePath(QStringLiteral("fresh.ts"));
    QProcess lupdate;
    lupdate.setWorkingDirectory(sourceFolder());
    QStringList words{QStringLiteral("-locations"), QStringLiteral("none"), QStringLiteral("-I"),
                      QStringLiteral("."),          QStringLiteral("app"),  QStringLiteral("core"),
                      QStringLiteral("ui"),         QStringLiteral("-ts"),  fresh};
    if (language == QLatin1String("en"))
        words.prepend(QStringLiteral("-pluralonly"));
    lupdate.start(QStringLiteral(LUPDATE), words);
    QVERIFY(lupdate.waitForFinished(60000));
    QCOMPARE(lupdate.exitCode(), 0);
    // lupdate says so where it cannot tell the context that a text has when the program runs.
    const QByteArray said = lupdate.readAllStandardError();
    QVERIFY2(!said.contains("Q_OBJECT"), said.constData());

    QStringList wanted;
    for (const Message &message : messagesIn(fresh))
        wanted << message.key();
    QStringList there;
    for (const Message &message : messagesIn(languageFile(language)))
        there << message.key();
    wanted.sort();
    there.sort();
    QVERIFY(!wanted.isEmpty());
    for (const QString &key : wanted)
        QVERIFY2(there.contains(key), qPrintable(QStringLiteral("run update_translations: ") + key));
    for (const QString &key : there)
        QVERIFY2(wanted.contains(key), qPrintable(QStringLiteral("no longer in the sources: ") + key));
}

void TestTranslations::theProgramsCarryTheLanguages()
{
    initializeTranslations();
    QTranslator english;
    QVERIFY(english.load(QStringLiteral(":/i18n/pilothouse_en.qm")));
    QCOMPARE(english.translate("BackupDays", "%n backup(s)", nullptr, 1), QStringLiteral("%n backup"));
    QCOMPARE(english.translate("BackupDays", "%n backup(s)", nullptr, 0), QStringLiteral("%n backups"));
    QTranslator german;
    QVERIFY(german.load(QStringLiteral(":/i18n/pilothouse_de.qm")));
    QCOMPARE(german.translate("BackupDays", "%n backup(s)", nullptr, 3), QStringLiteral("%n Sicherungen"));
}

void TestTranslations::findsTextWithoutTr()
{
    QCOMPARE(bareTextsIn(QStringLiteral("label->setText(QStringLiteral(\"No backup yet\"));")).size(), 1);
    QCOMPARE(bareTextsIn(QStringLiteral("new Button(u\"Stop\"_qs, this);")).size(), 1);
    QCOMPARE(bareTextsIn(QStringLiteral("box->addItem(icon,\n QStringLiteral(\"Stop\"));")).size(), 1);
    QVERIFY(bareTextsIn(QStringLiteral("label->setText(tr(\"No backup yet\"));")).isEmpty());
    QVERIFY(bareTextsIn(QStringLiteral("box->addItem(tr(\"Stop\"), QStringLiteral(\"stop\"));")).isEmpty());
    QVERIFY(bareTextsIn(QStringLiteral("setText(QStringLiteral(\"%1: %2\").arg(a, b));")).isEmpty());
}

void TestTranslations::everyVisibleTextGoesThroughTr()
{
    QStringList faults;
    int files = 0;
    for (const QString &folder : {QStringLiteral("ui"), QStringLiteral("app")}) {
        QDirIterator it(sourceFolder() + u'/' + folder, {QStringLiteral("*.cpp"), QStringLiteral("*.h")},
                        QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            ++files;
            for (const QString &text : bareTextsIn(QString::fromUtf8(file.readAll())))
                faults << file.fileName() + QStringLiteral(": ") + text;
        }
    }
    QVERIFY(files > 100);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

} // namespace tst_translations
} // namespace pilothouse

QTEST_GUILESS_MAIN(pilothouse::tst_translations::TestTranslations)
#include "tst_translations.moc"
