// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demowords.h"

namespace pilothouse {

namespace {

QStringList firstNames()
{
    return QStringLiteral(
               "Ada Amir Anouk Björn Carla Chen Dario Elif Emeka Freya Goran Hana Idris Ines Jonas Kaito "
               "Lena Linh Malik Marta Mateo Mira Nadia Noor Olga Oskar Pia Priya Rafael Rosa Samir Selma "
               "Sven Tamar Tomasz Uma Vera Wanja Yuki Zoë")
        .split(QLatin1Char(' '));
}

QStringList lastNames()
{
    return QStringLiteral(
               "Abebe Andersson Bauer Castillo Dahl Eriksen Farouk Fischer Garcia Haddad Horvat Ibarra "
               "Jansen Kaya Kowalski Lindqvist Marković Moreau Nakamura Nwosu Okafor Petrov Quiroga Rossi "
               "Sato Schäfer Silva Tanaka Ulrich Varga Weber Yılmaz Zimmermann")
        .split(QLatin1Char(' '));
}

QString plainUserName(const QString &name)
{
    QString plain;
    for (const QChar character : name.toLower().normalized(QString::NormalizationForm_KD)) {
        if (character.unicode() < 0x80 && character.isLetterOrNumber())
            plain.append(character);
    }
    return plain;
}

} // namespace

QList<DemoPerson> awkwardPeople()
{
    const QString rightToLeftOverride(QChar(0x202e));
    const QString zeroWidthSpace(QChar(0x200b));
    return {
        {QStringLiteral("bold"), QStringLiteral("<b>Bold</b> & Söhne")},
        {QStringLiteral("inv") + zeroWidthSpace + QStringLiteral("oice"),
         QStringLiteral("Invoice") + rightToLeftOverride + QStringLiteral("fdp.exe")},
        {QStringLiteral("ليلى"), QStringLiteral("ليلى حداد")},
        {QStringLiteral("maximiliane.von.der.hohenwarte-auf-gross-lichtenfelde.projektleitung.nord"),
         QStringLiteral(
             "Maximiliane Freifrau von der Hohenwarte auf Groß Lichtenfelde, Projektleitung Nord")},
        {QStringLiteral("o'hara"), QStringLiteral("Robert \"Bobby\" O'Hara; DROP TABLE users;--")},
        {QStringLiteral("東京"), QStringLiteral("山田 花子")},
        {QStringLiteral("emoji"), QStringLiteral("Noor 🧭 Haddad")},
        {QStringLiteral("no-name"), QString()},
    };
}

DemoPerson demoPerson(DemoRandom &random, int number)
{
    static const QStringList First = firstNames();
    static const QStringList Last = lastNames();
    const QString givenName = random.pick(First);
    const QString familyName = random.pick(Last);
    DemoPerson person;
    person.username =
        plainUserName(givenName) + QLatin1Char('.') + plainUserName(familyName) + QString::number(number);
    if (random.chance(85))
        person.displayName = givenName + QLatin1Char(' ') + familyName;
    return person;
}

QString demoTitle(DemoRandom &random)
{
    static const QStringList Titles = {
        QStringLiteral("Release notes"),        QStringLiteral("Weekly report"),
        QStringLiteral("Zürich trip — 東京"),   QStringLiteral("Invoice template"),
        QStringLiteral("Onboarding checklist"), QStringLiteral("Refactor the parser"),
        QStringLiteral("Quarterly budget"),     QStringLiteral("Translate the handbook"),
        QStringLiteral("Database migration"),   QStringLiteral("Conversation 1"),
        QStringLiteral("Marketing copy"),       QStringLiteral("Unit tests for billing"),
    };
    return random.pick(Titles);
}

QString demoQuestion(DemoRandom &random)
{
    static const QStringList Verbs = {
        QStringLiteral("Please summarise"),
        QStringLiteral("Can you rewrite"),
        QStringLiteral("Check"),
        QStringLiteral("Draft"),
        QStringLiteral("Explain to me"),
        QStringLiteral("Shorten"),
    };
    static const QStringList Objects = {
        QStringLiteral("the notes of Tuesday's meeting"),
        QStringLiteral("the letter to our supplier"),
        QStringLiteral("this stack trace"),
        QStringLiteral("the table of opening hours"),
        QStringLiteral("the new travel policy"),
        QStringLiteral("the SQL of the monthly report"),
        QStringLiteral("the \"frequently asked\" page"),
        QStringLiteral("the plan for the harbour festival"),
    };
    static const QStringList Endings = {
        QStringLiteral("."),
        QStringLiteral(" in three sentences."),
        QStringLiteral(" for people who were not there."),
        QStringLiteral(", and keep a friendly tone."),
        QStringLiteral(" — auf Deutsch, bitte."),
    };
    return random.pick(Verbs) + QLatin1Char(' ') + random.pick(Objects) + random.pick(Endings);
}

QString demoAnswer(DemoRandom &random)
{
    static const QStringList Sentences = {
        QStringLiteral("Here is a first version; tell me what you would change."),
        QStringLiteral("The most important point comes first, the details follow below."),
        QStringLiteral("I kept the figures as they were and only changed the wording."),
        QStringLiteral("Two of the dates contradict each other, please check them."),
        QStringLiteral("The loop ends one element too early, which explains the missing row."),
        QStringLiteral("A shorter title would fit on one line of the poster."),
        QStringLiteral("The supplier answered on 3 March, so the deadline has not passed yet."),
        QStringLiteral("This can be done in a single query with a window function."),
    };
    QStringList answer;
    const int count = 2 + random.below(6);
    for (int index = 0; index < count; ++index)
        answer.append(random.pick(Sentences));
    return answer.join(QLatin1Char(' '));
}

QString demoFileName(DemoRandom &random)
{
    static const QStringList Names = {QStringLiteral("notes.md"), QStringLiteral("report.csv"),
                                      QStringLiteral("query.sql"), QStringLiteral("draft.txt"),
                                      QStringLiteral("plan.json")};
    return random.pick(Names);
}

QByteArray demoFileContent(DemoRandom &random)
{
    QByteArray content;
    const int lines = 3 + random.below(30);
    for (int line = 0; line < lines; ++line)
        content += demoAnswer(random).toUtf8() + '\n';
    return content;
}

} // namespace pilothouse
